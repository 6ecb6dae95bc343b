//! The grammar of figures: hedges, numbers, units, ranges, and what is counted.

use super::Meaning;
use super::language::Language;
use super::length::Length;
use super::number::Number;
use super::token::{Kind, Token};
use crate::dossier::{Bounds, Hedge};
use std::ops::Range;

/// An amount that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Read {
    /// `None` where it is an amount, yet what it comes to is for a person to weigh: two hedges, more than one.
    pub meaning: Option<Meaning>,
    /// One past its last token.
    pub end: usize,
    /// Whether its number is written in letters.
    pub spelled: bool,
}

/// Tokens and the language that they are read in. A place is the number of a token.
#[derive(Clone, Copy)]
pub(super) struct Scan<'s> {
    pub tokens: &'s [Token],
    pub language: &'s Language,
    /// Which unit a word means that may mean several: "pounds".
    pub unit: Option<&'s str>,
}

/// A number with what it says about itself.
#[derive(Clone, Copy)]
struct Figure {
    number: Number,
    /// `About` of a couple, `Plural` of several.
    hedge: Hedge,
    /// The round number that it is so many times of: 1 000 000 of "2.3 million".
    round: u64,
    /// Whether it is written in letters.
    spelled: bool,
}

/// What a number is a number of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Of {
    Things,
    Time(Length),
    Unit(&'static str),
}

/// A number and what it is of.
#[derive(Clone, Copy)]
struct Measure {
    figure: Figure,
    of: Of,
}

impl<'s> Scan<'s> {
    /// The tokens from a place on.
    pub(super) fn from(&self, at: usize) -> &'s [Token] {
        self.tokens.get(at..).unwrap_or_default()
    }

    /// The amount that begins at a place, hedges included.
    pub(super) fn amount(&self, start: usize) -> Option<Read> {
        let (before, at) = match self.language.before.longest(self.from(start)) {
            Some((hedge, length)) => (Some(hedge), start + length),
            None => (None, start),
        };
        if let Some((meaning, end)) = self.range(at) {
            return Some(Read { meaning: before.is_none().then_some(meaning), end, spelled: false });
        }
        let (measure, mut end) = self.measure(at)?;
        let after = self.language.after.longest(self.from(end)).map(|(hedge, length)| {
            end += length;
            hedge
        });
        let mut hedges = [Some(measure.figure.hedge), before, after].into_iter().flatten();
        let mut hedges = hedges.by_ref().filter(|hedge| *hedge != Hedge::Exact);
        let hedge = hedges.next().unwrap_or_default();
        // More than one is several, however many.
        let is_several = hedge == Hedge::Over && measure.figure.number == ONE && measure.of == Of::Things;
        let meaning = hedged(measure, hedge)?;
        let is_clear = hedges.next().is_none() && !is_several;
        Some(Read { meaning: is_clear.then_some(meaning), end, spelled: measure.figure.spelled })
    }

    /// A range: "three to four hours", "between $2 million and $3 million".
    fn range(&self, start: usize) -> Option<(Meaning, usize)> {
        let opens = self.language.range.skip(self.from(start));
        let (first, at) = self.measure(start + opens)?;
        let joint = self.joint(at, opens > 0);
        let (second, end) = self.measure(at + joint).filter(|_| joint > 0)?;
        let is_plain = [first, second].iter().all(|measure| measure.figure.hedge == Hedge::Exact);
        Some((between(first, second).filter(|_| is_plain)?, end))
    }

    /// How many tokens join the two ends of a range; "and" does so only after "between".
    pub(super) fn joint(&self, at: usize, opened: bool) -> usize {
        let rest = self.from(at);
        match self.language.to.skip(rest) {
            0 if opened => self.language.and.skip(rest),
            length => length,
        }
    }

    /// A number and its unit, if it has one.
    fn measure(&self, start: usize) -> Option<(Measure, usize)> {
        let language = self.language;
        if let Some((code, length)) = language.currencies.longest(self.from(start)) {
            let (mut figure, mut at) = self.figure(start + length)?;
            if let Some((factor, length)) = language.money.longest(self.from(at))
                && self.tokens[at].glued
            {
                figure = figure.times(factor)?;
                at += length;
            }
            return Some((Measure { figure, of: Of::Unit(code) }, at));
        }
        let ((mut figure, mut at), is_part) = match self.part(start) {
            Some(found) => (found, true),
            None => (self.figure(start)?, false),
        };
        // "Two or so hours".
        if let Some((hedge, length)) = language.after.longest(self.from(at))
            && figure.hedge == Hedge::Exact
            && self.unit(at + length).is_some()
        {
            (figure.hedge, at) = (hedge, at + length);
        }
        let hyphen = usize::from(self.is_hyphen(at));
        match self.unit(at + hyphen) {
            Some((Of::Time(unit), length)) => self.duration(figure, unit, at + hyphen + length),
            Some((of, length)) => Some((Measure { figure, of }, at + hyphen + length)),
            // "Three-story", "half-brother".
            None if is_part || self.clings(at) || hyphen == 1 && !self.goes_on(at) => None,
            None => Some((Measure { figure, of: Of::Things }, at)),
        }
    }

    /// One of a unit, or a part of one, that stands without a number: "an hour", "half an hour". The unit follows.
    fn part(&self, start: usize) -> Option<(Figure, usize)> {
        let (part, length) = match self.language.parts.longest(self.from(start)) {
            Some((hundredths, length)) => (Number::hundredths(hundredths), length),
            None => (ONE, self.language.one.skip(self.from(start))),
        };
        let at = start + length;
        let has_unit = length > 0 && self.unit(at + usize::from(self.is_hyphen(at))).is_some();
        has_unit.then_some((Figure { number: part, hedge: Hedge::Exact, round: 1, spelled: true }, at))
    }

    /// Whether letters cling to a number: "10th".
    fn clings(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued && token.kind == Kind::Word)
    }

    /// Whether a hyphen joins a number to the end of a range or to a hedge, not to a word.
    fn goes_on(&self, hyphen: usize) -> bool {
        let rest = self.from(hyphen);
        self.language.after.longest(rest).is_some()
            || self.language.idle.skip(rest) > 0
            || self.figure(hyphen + 1).is_some()
    }

    /// The rest of a duration after its first unit: "and a half", "and 30 minutes".
    fn duration(&self, mut figure: Figure, unit: Length, mut at: usize) -> Option<(Measure, usize)> {
        if let Some((hundredths, length)) = self.language.and_parts.longest(self.from(at)) {
            figure.number = figure.number.plus(Number::hundredths(hundredths))?;
            at += length;
        }
        let mut length = unit.of(figure.number)?;
        loop {
            let and = at + self.language.and.skip(self.from(at));
            let more = self.figure(and).filter(|(more, _)| more.hedge == Hedge::Exact).and_then(|(more, end)| {
                let (of, unit_length) = self.unit(end)?;
                let Of::Time(unit) = of else { return None };
                Some((length.and(unit.of(more.number)?)?, end + unit_length))
            });
            let Some((longer, end)) = more else { break };
            (length, at) = (longer, end);
        }
        Some((Measure { figure, of: Of::Time(length) }, at))
    }

    /// The unit at a place, and how many tokens it takes. Of time: one of it.
    fn unit(&self, at: usize) -> Option<(Of, usize)> {
        let rest = self.from(at);
        let time = self
            .language
            .times
            .longest(rest)
            .map(|((unit, times), length)| (Of::Time(Length::one(unit, times)), length));
        let unit = self
            .language
            .units
            .best(rest, |code| Some(*code) == self.unit)
            .map(|(code, length)| (Of::Unit(code), length));
        time.into_iter().chain(unit).max_by_key(|(_, length)| *length)
    }

    /// A number, in digits or letters, with the round numbers that it counts.
    fn figure(&self, start: usize) -> Option<(Figure, usize)> {
        let language = self.language;
        let rest = self.from(start);
        let exact = |number, spelled| Figure { number, hedge: Hedge::Exact, round: 1, spelled };
        if let Some((many, length)) = language.many.longest(rest) {
            let hedge = Hedge::Plural;
            return Some((Figure { number: Number::new(many, 0), hedge, round: many, spelled: true }, start + length));
        }
        let several = language.several.skip(rest);
        if several > 0 {
            let length = several;
            let several = Figure { number: ONE, hedge: Hedge::Plural, round: 1, spelled: true };
            return self.rounded(several, start + length);
        }
        if let Some((number, length)) = language.roughly.longest(rest) {
            let roughly = Figure { number: Number::new(number, 0), hedge: Hedge::About, round: 1, spelled: true };
            return self.rounded(roughly, start + length);
        }
        // "Half a million", "a dozen", "a hundred".
        let (part, length) = match language.parts.longest(rest) {
            Some((hundredths, length)) => (Number::hundredths(hundredths), length),
            None => (ONE, language.one.skip(rest)),
        };
        let hundreds = self.round(start + length).and_then(|_| self.spelled(start + length));
        if part == ONE
            && length > 0
            && let Some((number, more)) = hundreds.filter(|(_, more)| *more > 1)
        {
            return self.rounded(exact(Number::new(number, 0), true), start + length + more);
        }
        if length > 0
            && let Some(found) = self.rounded(exact(part, true), start + length).filter(|(figure, _)| figure.round > 1)
        {
            return Some(found);
        }
        let (mut figure, mut at) = match language.digits(rest) {
            Some((number, length)) => (exact(number, false), start + length),
            None => {
                let (number, length) = self.spelled(start)?;
                let round = self.round(start + length - 1).filter(|_| length > 1).map_or(1, |(round, _)| round);
                (Figure { round, ..exact(Number::new(number, 0), true) }, start + length)
            }
        };
        if let Some((hundredths, length)) = language.and_parts.longest(self.from(at))
            && figure.number.whole().is_some()
        {
            figure.number = figure.number.plus(Number::hundredths(hundredths))?;
            at += length;
        }
        self.rounded(figure, at)
    }

    /// The longest run of number words at a place.
    fn spelled(&self, start: usize) -> Option<(u64, usize)> {
        let rest = self.from(start);
        self.language.spelled(rest.get(..1)?)?;
        let is_part = |token: &&Token| token.kind == Kind::Word || token.word == "-";
        let longest = rest.iter().take(MOST_WORDS).take_while(is_part).count();
        (1..=longest).rev().find_map(|length| {
            let run = &rest[..length];
            let ends = run.last().is_some_and(|last| last.word != "-");
            Some((self.language.spelled(run).filter(|_| ends)?, length))
        })
    }

    /// A figure times the round numbers behind it.
    fn rounded(&self, mut figure: Figure, mut at: usize) -> Option<(Figure, usize)> {
        while let Some((round, length)) = self.round(at) {
            figure = figure.times(round)?;
            at += length;
        }
        Some((figure, at))
    }

    /// A round number that is counted, and how many tokens it takes: "dozen", "hundred", "million".
    fn round(&self, at: usize) -> Option<(u64, usize)> {
        let rest = self.from(at);
        let is_round = |number: &u64| *number >= 100 && 10u64.pow(number.ilog10()) == *number;
        let spelled = || self.language.spelled(rest.get(..1)?).filter(is_round).map(|round| (round, 1));
        self.language.dozens.longest(rest).or_else(spelled)
    }

    fn is_hyphen(&self, at: usize) -> bool {
        let clings = |token: &Token| token.word == "-" && token.glued;
        self.tokens.get(at).is_some_and(clings) && self.tokens.get(at + 1).is_some_and(|next| next.glued)
    }

    /// Where the tokens of a stretch stand in the text, in bytes.
    pub(super) fn span(&self, tokens: Range<usize>) -> Range<usize> {
        let first = self.tokens.get(tokens.start).map_or(0, |token| token.span.start);
        let last = self.tokens.get(..tokens.end).and_then(<[Token]>::last);
        first..last.map_or(first, |token| token.span.end).max(first)
    }
}

/// The most words of one number.
const MOST_WORDS: usize = 12;

const ONE: Number = Number::new(1, 0);

impl Figure {
    fn times(self, factor: u64) -> Option<Self> {
        Some(Self { number: self.number.times(factor)?, round: self.round.checked_mul(factor)?, ..self })
    }
}

/// One measure, hedged.
fn hedged(measure: Measure, hedge: Hedge) -> Option<Meaning> {
    Some(match measure.of {
        Of::Things => Meaning::Count(Bounds::Is(measure.figure.number.whole()?, hedge)),
        Of::Time(length) => Meaning::Duration(Bounds::Is(length.duration()?, hedge)),
        Of::Unit(code) => Meaning::Quantity { amount: Bounds::Is(measure.figure.number.decimal()?, hedge), unit: code },
    })
}

/// From one to another. What only the second has is both's: "2 to 3 million", "two or three hours".
fn between(mut first: Measure, second: Measure) -> Option<Meaning> {
    let is_time = matches!(first.of, Of::Time(_));
    if first.figure.round == 1 && second.figure.round > 1 && !is_time {
        let scaled = first.figure.times(second.figure.round)?;
        if scaled.number.is_below(second.figure.number) {
            first.figure = scaled;
        }
    }
    let (from, to) = (first.figure.number, second.figure.number);
    match (first.of, second.of) {
        (Of::Things, Of::Things) => {
            let (from, to) = (from.whole()?, to.whole()?);
            (from < to).then_some(Meaning::Count(Bounds::Between(from, to)))
        }
        (Of::Things | Of::Time(_), Of::Time(to)) => {
            let from = match first.of {
                Of::Time(length) => length,
                _ => to.first_unit().of(from)?,
            };
            let (from, to) = (from.duration()?, to.duration()?);
            (from.seconds() < to.seconds()).then_some(Meaning::Duration(Bounds::Between(from, to)))
        }
        (Of::Things | Of::Unit(_), Of::Unit(code)) | (Of::Unit(code), Of::Things) => {
            let same = !matches!(first.of, Of::Unit(other) if other != code);
            let ordered = from.is_below(to) && same;
            let (from, to) = (from.decimal()?, to.decimal()?);
            ordered.then_some(Meaning::Quantity { amount: Bounds::Between(from, to), unit: code })
        }
        _ => None,
    }
}

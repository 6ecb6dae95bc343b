//! The grammar of amounts: hedges, units, ranges.

use super::Meaning;
use super::figure::{Figure, ONE};
use super::length::Length;
use super::number::Number;
use super::scan::Scan;
use crate::dossier::{Bounds, Hedge};

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

impl Scan<'_> {
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
            && (self.unit(at + length).is_some() || language.counters.skip(self.from(at + length)) > 0)
        {
            (figure.hedge, at) = (hedge, at + length);
        }
        let counter = language.counters.skip(self.from(at));
        if counter > 0 {
            return Some((Measure { figure, of: Of::Things }, at + counter));
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
        let (part, at) = match self.language.parts.longest(self.from(start)) {
            // "Half-hour".
            Some((hundredths, length)) => {
                (Number::hundredths(hundredths), start + length + usize::from(self.is_hyphen(start + length)))
            }
            None => (ONE, start + self.language.one.skip(self.from(start))),
        };
        let has_unit = at > start && self.unit(at).is_some();
        has_unit.then_some((Figure::spelled(part, Hedge::Exact), at))
    }

    /// Whether a hyphen joins a number to the end of a range or to a hedge, not to a word.
    fn goes_on(&self, hyphen: usize) -> bool {
        let rest = self.from(hyphen);
        self.language.after.longest(rest).is_some()
            || self.language.idle.skip(rest) > 0
            || self.figure(hyphen + self.language.to.skip(rest)).is_some()
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
        let full = self.language.full.skip(self.from(at));
        let rest = self.from(at + full);
        let time = self.language.times.longest(rest);
        let time = time.map(|((unit, times), length)| (Of::Time(Length::one(unit, times)), full + length));
        let unit = self.language.units.best(rest, |code| Some(*code) == self.unit);
        let unit = unit.map(|(code, length)| (Of::Unit(code), full + length));
        time.into_iter().chain(unit).max_by_key(|(_, length)| *length)
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
        (Of::Things | Of::Time(_), Of::Time(unit)) | (Of::Time(unit), Of::Things) => {
            let length = |measure: Measure| match measure.of {
                Of::Time(length) => length.duration(),
                _ => unit.first_unit().of(measure.figure.number)?.duration(),
            };
            let (from, to) = (length(first)?, length(second)?);
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

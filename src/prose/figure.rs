//! The grammar of numbers: in digits and letters, whole and in part, said or left vague.

use super::number::Number;
use super::scan::Scan;
use super::token::{Kind, Token};
use crate::dossier::Hedge;

/// A number with what it says about itself.
#[derive(Clone, Copy)]
pub(super) struct Figure {
    pub number: Number,
    /// `About` of a couple, `Plural` of several.
    pub hedge: Hedge,
    /// The round number that it is so many times of: 1 000 000 of "2.3 million".
    pub round: u64,
    /// Whether it is written in letters.
    pub spelled: bool,
}

/// The most words of one number.
const MOST_WORDS: usize = 12;

pub(super) const ONE: Number = Number::new(1, 0);

impl Figure {
    /// One that is written in letters.
    pub(super) fn spelled(number: Number, hedge: Hedge) -> Self {
        Self { number, hedge, round: 1, spelled: true }
    }

    /// So many times as much.
    pub(super) fn times(self, factor: u64) -> Option<Self> {
        Some(Self { number: self.number.times(factor)?, round: self.round.checked_mul(factor)?, ..self })
    }
}

impl Scan<'_> {
    /// A number, in digits or letters, with the round numbers that it counts, and the place after it.
    pub(super) fn figure(&self, start: usize) -> Option<(Figure, usize)> {
        let found = self.vague(start).or_else(|| self.round_figure(start)).or_else(|| self.plain(start));
        let (mut figure, mut at) = found?;
        loop {
            // "$5-million".
            let hyphen = usize::from(self.is_hyphen(at));
            let Some((round, length)) = self.round(at + hyphen) else { break };
            figure = figure.times(round)?;
            at += hyphen + length;
        }
        Some((figure, at))
    }

    /// "Dozens of", "several", "a couple of".
    fn vague(&self, start: usize) -> Option<(Figure, usize)> {
        let (language, rest) = (self.language, self.from(start));
        let of = |number, hedge, length| Some((Figure::spelled(Number::new(number, 0), hedge), start + length));
        if let Some((many, length)) = language.many.longest(rest) {
            return of(many, Hedge::Plural, length);
        }
        match language.several.skip(rest) {
            0 => language.roughly.longest(rest).and_then(|(number, length)| of(number, Hedge::About, length)),
            length => of(1, Hedge::Plural, length),
        }
    }

    /// "A dozen", "a hundred and twenty", "half a million": the round number follows.
    fn round_figure(&self, start: usize) -> Option<(Figure, usize)> {
        let (number, length) = match self.language.parts.longest(self.from(start)) {
            Some((hundredths, length)) => (Number::hundredths(hundredths), length),
            None => (ONE, self.language.one.skip(self.from(start))),
        };
        let at = start + length + usize::from(self.is_hyphen(start + length));
        self.round(at).filter(|_| length > 0)?;
        match self.spelled(at).filter(|(_, length)| number == ONE && *length > 1) {
            Some((number, length)) => Some((Figure::spelled(Number::new(number, 0), Hedge::Exact), at + length)),
            None => Some((Figure::spelled(number, Hedge::Exact), at)),
        }
    }

    /// "41", "twenty-four", "two and a half".
    fn plain(&self, start: usize) -> Option<(Figure, usize)> {
        let (mut figure, mut at) = match self.language.digits(self.from(start)) {
            Some((number, length)) => {
                (Figure { spelled: false, ..Figure::spelled(number, Hedge::Exact) }, start + length)
            }
            None => {
                // "Million" alone is no number.
                let is_number = |(number, length): &(u64, usize)| *length > 1 || *number < 1_000_000;
                let (number, length) = self.spelled(start).filter(is_number)?;
                let round = self.round(start + length - 1).filter(|_| length > 1).map_or(1, |(round, _)| round);
                (Figure { round, ..Figure::spelled(Number::new(number, 0), Hedge::Exact) }, start + length)
            }
        };
        if let Some((hundredths, length)) = self.language.and_parts.longest(self.from(at))
            && figure.number.whole().is_some()
        {
            figure.number = figure.number.plus(Number::hundredths(hundredths))?;
            at += length;
        }
        Some((figure, at))
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

    /// A round number that is counted, and how many tokens it takes: "dozen", "hundred", "million".
    fn round(&self, at: usize) -> Option<(u64, usize)> {
        let rest = self.from(at);
        let is_round = |number: &u64| *number >= 100 && 10u64.pow(number.ilog10()) == *number;
        let spelled = || self.language.spelled(rest.get(..1)?).filter(is_round).map(|round| (round, 1));
        self.language.dozens.longest(rest).or_else(spelled)
    }
}

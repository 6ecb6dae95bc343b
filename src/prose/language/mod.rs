//! What the grammar needs to know of a language: one file of words for each.

mod en;

use super::number::Number;
use super::token::{Kind, Token, tokens};
use crate::dossier::{Hedge, Unit};
use std::sync::LazyLock;

/// The words of a language, as its file has them. `|` stands between ways of saying one thing; case, hyphens of
/// other kinds and curly apostrophes don't matter. A word that elides ends with its apostrophe: `d' une heure`.
struct Words {
    /// BCP 47 tag, without region.
    tag: &'static str,
    /// Number words.
    numbers: fn() -> text2num::Language,
    /// What stands before a fraction in digits.
    point: char,
    /// What stands between groups of three digits.
    groups: &'static str,
    /// Hedges that stand before a figure.
    before: &'static [(Hedge, &'static str)],
    /// Hedges that stand after it.
    after: &'static [(Hedge, &'static str)],
    /// What opens a range before its first figure: "between", "from".
    range: &'static str,
    /// What stands between the figures of a range.
    to: &'static str,
    /// "a", where it counts a unit: "an hour".
    one: &'static str,
    /// Numbers that the crate does not know: "dozen". They multiply as "hundred" does.
    dozens: &'static [(u64, &'static str)],
    /// A few of something that is not counted: "several", "a few".
    several: &'static str,
    /// Many of a round number: "dozens", "tens of thousands".
    many: &'static [(u64, &'static str)],
    /// Two, roughly: "a couple".
    couple: &'static str,
    /// Parts of what follows: "half an", "three quarters of an". In hundredths.
    parts: &'static [(u64, &'static str)],
    /// Parts that are added: "and a half". In hundredths.
    and_parts: &'static [(u64, &'static str)],
    /// No number of things: "none".
    none: &'static str,
    /// Units of time, and how many of them: a decade is ten years.
    times: &'static [(Unit, u32, &'static str)],
    /// What stands between the parts of a duration, if anything: "and".
    and: &'static str,
    /// Units of quantity, by UCUM code or ISO 4217, after the figure.
    units: &'static [(&'static str, &'static str)],
    /// Signs of currencies, before the figure.
    currencies: &'static [(&'static str, &'static str)],
    /// Short for millions and the like, where they cling to a sum of money: "$2m".
    money: &'static [(u64, &'static str)],
    /// Words before and after a figure that change nothing about it.
    idle: &'static str,
    /// Words that are no part of the name of what is counted.
    closed: &'static str,
    /// What stands between a number and what it is a part of: "of the".
    of: &'static str,
    /// Words for several things that do not end as plurals do.
    plurals: &'static str,
    /// Endings of plurals.
    plural_endings: &'static str,
    /// Endings of words that come after a name and are no part of it.
    verb_endings: &'static str,
    /// Before "a day": how often in one.
    rates: &'static str,
    /// After a length of time: that it is an age.
    ages: &'static str,
    /// Yes, and no.
    yes_no: (&'static str, &'static str),
    /// What dates are made of.
    dates: Dates,
}

/// The words of dates.
struct Dates {
    /// January to December, with their short forms.
    months: [&'static str; 12],
    weekdays: &'static str,
    /// What clings to the number of a day: "nd".
    ordinals: &'static str,
    /// Between the parts of a date: "of", a comma.
    between: &'static str,
    /// Before and after, as hedges.
    hedges: &'static [(Hedge, &'static str)],
    /// Parts of a month or a year.
    parts: &'static [(Part, &'static str)],
    /// Between a day and a time.
    at: &'static str,
    /// Between hours and minutes.
    colon: &'static str,
    /// After a time: that it is one.
    clock: &'static str,
    /// Halves of the day.
    am: &'static str,
    pm: &'static str,
    /// Whether a time without a half of the day may be of either.
    twelve_hours: bool,
    noon: &'static str,
    midnight: &'static str,
}

/// A part of a month or of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
    /// "The end of": later than late.
    End,
}

/// Ways of saying things, each with what it means.
pub(super) struct Phrases<T>(Vec<(Vec<String>, T)>);

impl<T: Copy> Phrases<T> {
    fn new<'w>(rows: impl IntoIterator<Item = (T, &'w str)>) -> Self {
        let ways = |(meaning, ways): (T, &'w str)| {
            let words = |way: &str| tokens(way).into_iter().map(|token| token.word).collect::<Vec<_>>();
            ways.split('|')
                .map(words)
                .filter(|words| !words.is_empty())
                .map(move |words| (words, meaning))
                .collect::<Vec<_>>()
        };
        Self(rows.into_iter().flat_map(ways).collect())
    }

    /// The longest that the tokens begin with: what it means, and how many tokens it takes.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<(T, usize)> {
        let fits = |words: &[String]| {
            words.len() <= tokens.len() && words.iter().zip(tokens).all(|(word, token)| *word == token.word)
        };
        let found = self.0.iter().filter(|(words, _)| fits(words)).max_by_key(|(words, _)| words.len());
        found.map(|(words, meaning)| (*meaning, words.len()))
    }
}

impl Phrases<()> {
    fn of(ways: &str) -> Self {
        Self::new([((), ways)])
    }

    /// How many tokens the longest takes that the tokens begin with; 0 for none.
    pub(super) fn skip(&self, tokens: &[Token]) -> usize {
        self.longest(tokens).map_or(0, |(_, length)| length)
    }
}

/// A language, ready for use.
pub(super) struct Language {
    tag: &'static str,
    numbers: text2num::Language,
    point: char,
    groups: &'static str,
    plural_endings: &'static str,
    verb_endings: &'static str,
    pub(super) twelve_hours: bool,
    pub(super) before: Phrases<Hedge>,
    pub(super) after: Phrases<Hedge>,
    pub(super) range: Phrases<()>,
    pub(super) to: Phrases<()>,
    pub(super) one: Phrases<()>,
    pub(super) dozens: Phrases<u64>,
    pub(super) several: Phrases<()>,
    pub(super) many: Phrases<u64>,
    pub(super) couple: Phrases<()>,
    pub(super) parts: Phrases<u64>,
    pub(super) and_parts: Phrases<u64>,
    pub(super) none: Phrases<()>,
    pub(super) times: Phrases<(Unit, u32)>,
    pub(super) and: Phrases<()>,
    pub(super) units: Phrases<&'static str>,
    pub(super) currencies: Phrases<&'static str>,
    pub(super) money: Phrases<u64>,
    pub(super) idle: Phrases<()>,
    pub(super) closed: Phrases<()>,
    pub(super) of: Phrases<()>,
    plurals: Phrases<()>,
    pub(super) rates: Phrases<()>,
    pub(super) ages: Phrases<()>,
    pub(super) yes_no: Phrases<bool>,
    pub(super) months: Phrases<u8>,
    pub(super) weekdays: Phrases<()>,
    pub(super) ordinals: Phrases<()>,
    pub(super) between: Phrases<()>,
    pub(super) hedges_of_dates: Phrases<Hedge>,
    pub(super) parts_of_dates: Phrases<Part>,
    pub(super) at: Phrases<()>,
    pub(super) colon: Phrases<()>,
    pub(super) clock: Phrases<()>,
    pub(super) halves: Phrases<u8>,
    pub(super) twelve: Phrases<u8>,
}

static LANGUAGES: [LazyLock<Language>; 1] = [LazyLock::new(|| Language::new(&en::ENGLISH))];

impl Language {
    /// The language of a BCP 47 tag, its region aside.
    pub(super) fn of(tag: &str) -> Option<&'static Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        LANGUAGES.iter().map(|language| &**language).find(|language| language.tag.eq_ignore_ascii_case(primary))
    }

    fn new(words: &'static Words) -> Self {
        let Words { dates, .. } = words;
        let months = dates.months.iter().zip(1..).map(|(ways, month)| (month, *ways));
        Self {
            tag: words.tag,
            numbers: (words.numbers)(),
            point: words.point,
            groups: words.groups,
            plural_endings: words.plural_endings,
            verb_endings: words.verb_endings,
            twelve_hours: dates.twelve_hours,
            before: Phrases::new(words.before.iter().copied()),
            after: Phrases::new(words.after.iter().copied()),
            range: Phrases::of(words.range),
            to: Phrases::of(words.to),
            one: Phrases::of(words.one),
            dozens: Phrases::new(words.dozens.iter().copied()),
            several: Phrases::of(words.several),
            many: Phrases::new(words.many.iter().copied()),
            couple: Phrases::of(words.couple),
            parts: Phrases::new(words.parts.iter().copied()),
            and_parts: Phrases::new(words.and_parts.iter().copied()),
            none: Phrases::of(words.none),
            times: Phrases::new(words.times.iter().map(|&(unit, factor, ways)| ((unit, factor), ways))),
            and: Phrases::of(words.and),
            units: Phrases::new(words.units.iter().copied()),
            currencies: Phrases::new(words.currencies.iter().copied()),
            money: Phrases::new(words.money.iter().copied()),
            idle: Phrases::of(words.idle),
            closed: Phrases::of(words.closed),
            of: Phrases::of(words.of),
            plurals: Phrases::of(words.plurals),
            rates: Phrases::of(words.rates),
            ages: Phrases::of(words.ages),
            yes_no: Phrases::new([(true, words.yes_no.0), (false, words.yes_no.1)]),
            months: Phrases::new(months),
            weekdays: Phrases::of(dates.weekdays),
            ordinals: Phrases::of(dates.ordinals),
            between: Phrases::of(dates.between),
            hedges_of_dates: Phrases::new(dates.hedges.iter().copied()),
            parts_of_dates: Phrases::new(dates.parts.iter().copied()),
            at: Phrases::of(dates.at),
            colon: Phrases::of(dates.colon),
            clock: Phrases::of(dates.clock),
            halves: Phrases::new([(0, dates.am), (12, dates.pm)]),
            twelve: Phrases::new([(12, dates.noon), (0, dates.midnight)]),
        }
    }

    /// A number in digits.
    pub(super) fn digits(&self, token: &Token) -> Option<Number> {
        (token.kind == Kind::Digits).then(|| Number::parse(&token.word, self.point, self.groups))?
    }

    /// The number that these tokens spell, all of them: "twenty-four", "two hundred thousand".
    pub(super) fn spelled(&self, tokens: &[Token]) -> Option<u64> {
        let mut words = String::new();
        for token in tokens {
            let hyphen = token.word == "-";
            if token.kind != Kind::Word && !(hyphen && token.glued) {
                return None;
            }
            if !words.is_empty() && !token.glued {
                words.push(' ');
            }
            words.push_str(&token.word);
        }
        // Of an ordinal it gives digits with an ending.
        text2num::text2digits(&words, &self.numbers).ok()?.parse().ok()
    }

    /// Whether a word names several things, as far as its form tells.
    pub(super) fn is_plural(&self, token: &Token) -> bool {
        self.plurals.skip(std::slice::from_ref(token)) == 1 || has_ending(&token.word, self.plural_endings)
    }

    /// Whether a word is rather done than counted, as far as its form tells.
    pub(super) fn is_verb(&self, token: &Token) -> bool {
        has_ending(&token.word, self.verb_endings)
    }
}

/// Whether a word of some length has one of these endings.
fn has_ending(word: &str, endings: &str) -> bool {
    endings.split('|').any(|ending| word.strip_suffix(ending).is_some_and(|stem| stem.chars().count() > 1))
}

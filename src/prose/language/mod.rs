//! What the grammar needs to know of a language: one file of words for each.

mod de;
mod en;
mod es;
mod fr;
mod ko;
mod pt;

use super::number::Number;
use super::token::{Kind, Token, tokens};
use crate::dossier::{Hedge, Unit};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The words of a language. Its file gives each as ways of saying one thing, with `|` between them; case, kinds of
/// hyphen and curly apostrophes don't matter. What elides ends with its apostrophe: `plus d'`.
pub(super) struct Language {
    /// Number words.
    numbers: Numbers,
    /// What stands before a fraction in digits.
    point: char,
    /// What stands between groups of three digits.
    groups: &'static str,
    /// Hedges that stand before a figure.
    pub before: Phrases<Hedge>,
    /// Hedges that stand after it.
    pub after: Phrases<Hedge>,
    /// What opens a range before its first figure: "between", "from".
    pub range: Phrases<()>,
    /// What stands between the figures of a range; after such an opening, `and` does too.
    pub to: Phrases<()>,
    /// "a", where it counts a unit: "an hour".
    pub one: Phrases<()>,
    /// Numbers that the crate does not know, and short forms: "dozen". They multiply as "hundred" does.
    pub dozens: Phrases<u64>,
    /// A few of something that is not counted: "several", "a few".
    pub several: Phrases<()>,
    /// Many of a round number: "dozens", "tens of thousands".
    pub many: Phrases<u64>,
    /// Round numbers that are not meant exactly: "a couple" is about two.
    pub roughly: Phrases<u64>,
    /// Parts of what follows: "half an", "three quarters of an". In hundredths.
    pub parts: Phrases<u64>,
    /// Parts that are added: "and a half". In hundredths.
    pub and_parts: Phrases<u64>,
    /// No number of things: "none".
    pub none: Phrases<()>,
    /// Units of time, and how many of them: a decade is ten years.
    pub times: Phrases<(Unit, u32)>,
    /// Before a unit, that it is meant whole: "two full days".
    pub full: Phrases<()>,
    /// What stands between the parts of a duration, if anything: "and".
    pub and: Phrases<()>,
    /// Units of quantity, by UCUM code or ISO 4217, after the figure.
    pub units: Phrases<&'static str>,
    /// Signs of currencies, before the figure.
    pub currencies: Phrases<&'static str>,
    /// Short for millions and the like, where they cling to a sum of money: "$2m".
    pub money: Phrases<u64>,
    /// What stands between a number and nothing else, to count by: "명". Where a language has them, the name of what is
    /// counted does not follow.
    pub counters: Phrases<()>,
    /// Words before and after a figure that change nothing about it.
    pub idle: Phrases<()>,
    /// Words that are no part of the name of what is counted.
    pub closed: Phrases<()>,
    /// What stands between a number and what it is a part of: "of the".
    pub of: Phrases<()>,
    /// Whether names of things have a capital.
    capital_nouns: bool,
    /// Words for several things that do not end as plurals do.
    plurals: Phrases<()>,
    /// Endings of plurals.
    plural_endings: &'static str,
    /// Endings of words that come after a name and are no part of it.
    verb_endings: &'static str,
    /// Before "a day": how often in one.
    pub rates: Phrases<()>,
    /// After a length of time: that it is an age.
    pub ages: Phrases<()>,
    /// Yes, and no.
    pub yes_no: Phrases<bool>,
    /// Abbreviations that end no sentence: CLDR's list, a line each, and others.
    abbreviations: (&'static str, &'static str),
    /// Whether figures are told from other words in running text.
    pub running: bool,
    /// What dates are made of.
    pub dates: Dates,
}

/// Who knows the number words of a language.
enum Numbers {
    Crate(text2num::Language),
    /// Of one word.
    Own(fn(&str) -> Option<u64>),
}

/// The words of dates.
pub(super) struct Dates {
    /// January to December, with their short forms.
    pub months: Phrases<u8>,
    pub weekdays: Phrases<()>,
    /// What clings to the number of a day: "nd".
    pub ordinals: Phrases<()>,
    /// Between the parts of a date: "of", a comma.
    pub between: Phrases<()>,
    pub hedges: Phrases<Hedge>,
    /// Parts of a month or a year.
    pub parts: Phrases<Part>,
    /// What makes ten years of the first: "1990s".
    pub decade: Phrases<()>,
    /// Whether a date may be three numbers, day, month and year, with dots.
    pub dotted: bool,
    /// Between a day and a time.
    pub at: Phrases<()>,
    /// Between hours and minutes.
    pub colon: Phrases<()>,
    /// After a time: that it is one.
    pub clock: Phrases<()>,
    /// Halves of the day: the hour with which they begin.
    pub halves: Phrases<u8>,
    /// Whether a time without a half of the day may be of either.
    pub twelve_hours: bool,
    /// Midnight and noon.
    pub twelve: Phrases<u8>,
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

/// Ways of saying things, each with what it means, by their first word.
pub(super) struct Phrases<T>(HashMap<String, Vec<(Vec<String>, T)>>);

impl<T: Copy> Phrases<T> {
    fn none() -> Self {
        Self(HashMap::new())
    }

    fn new<'w>(rows: impl IntoIterator<Item = (T, &'w str)>) -> Self {
        let mut phrases: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (meaning, ways) in rows {
            for way in ways.split('|') {
                let words: Vec<String> = tokens(way).into_iter().map(|token| token.word).collect();
                let Some(first) = words.first() else { continue };
                phrases.entry(first.clone()).or_default().push((words, meaning));
            }
        }
        Self(phrases)
    }

    /// The longest that the tokens begin with: what it means, and how many tokens it takes.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<(T, usize)> {
        self.best(tokens, |_| false)
    }

    /// The same; of equally long ones the first that is wanted, or else the first.
    pub(super) fn best(&self, tokens: &[Token], is_wanted: impl Fn(&T) -> bool) -> Option<(T, usize)> {
        let fits = |words: &[String]| {
            words.len() <= tokens.len() && words.iter().zip(tokens).all(|(word, token)| *word == token.word)
        };
        let fitting = self.0.get(&tokens.first()?.word)?.iter().rev().filter(|(words, _)| fits(words));
        let found = fitting.max_by_key(|(words, meaning)| (words.len(), is_wanted(meaning)));
        found.map(|(words, meaning)| (*meaning, words.len()))
    }
}

impl Phrases<u8> {
    /// January to December.
    fn months(months: [&str; 12]) -> Self {
        Self::new(months.into_iter().zip(1..).map(|(ways, month)| (month, ways)))
    }
}

impl Dates {
    /// Of a language in which dates are not read.
    fn none() -> Self {
        Self {
            months: Phrases::none(),
            weekdays: Phrases::none(),
            ordinals: Phrases::none(),
            between: Phrases::none(),
            hedges: Phrases::none(),
            parts: Phrases::none(),
            decade: Phrases::none(),
            dotted: false,
            at: Phrases::none(),
            colon: Phrases::none(),
            clock: Phrases::none(),
            halves: Phrases::none(),
            twelve_hours: false,
            twelve: Phrases::none(),
        }
    }
}

impl Phrases<()> {
    fn of(ways: &str) -> Self {
        Self::new([((), ways)])
    }

    /// Whether there are any.
    pub(super) fn are_known(&self) -> bool {
        !self.0.is_empty()
    }

    /// How many tokens the longest takes that the tokens begin with; 0 for none.
    pub(super) fn skip(&self, tokens: &[Token]) -> usize {
        self.longest(tokens).map_or(0, |(_, length)| length)
    }
}

/// BCP 47 tags, without region, and languages: each is made when it is first asked for.
static LANGUAGES: [(&str, LazyLock<Language>); 6] = [
    ("de", LazyLock::new(de::german)),
    ("en", LazyLock::new(en::english)),
    ("es", LazyLock::new(es::spanish)),
    ("fr", LazyLock::new(fr::french)),
    ("ko", LazyLock::new(ko::korean)),
    ("pt", LazyLock::new(pt::portuguese)),
];

impl Language {
    /// The language of a BCP 47 tag, its region aside.
    pub(super) fn of(tag: &str) -> Option<&'static Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        let found = LANGUAGES.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(primary));
        found.map(|(_, language)| &**language)
    }

    /// The number in digits that tokens begin with, and how many of them it takes: several, where spaces part groups.
    pub(super) fn digits(&self, tokens: &[Token]) -> Option<(Number, usize)> {
        let first = tokens.first().filter(|token| token.kind == Kind::Digits)?;
        let is_group = |token: &&Token| {
            token.kind == Kind::Digits && token.word.split(self.point).next().is_some_and(|group| group.len() == 3)
        };
        let groups = match self.groups.contains(' ') && first.word.len() <= 3 {
            true => tokens[1..].iter().take_while(is_group).count(),
            false => 0,
        };
        let words: Vec<&str> = tokens[..=groups].iter().map(|token| token.word.as_str()).collect();
        Some((Number::parse(&words.join(" "), self.point, self.groups)?, groups + 1))
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
        match &self.numbers {
            // Of an ordinal it gives digits with an ending.
            Numbers::Crate(numbers) => text2num::text2digits(&words, numbers).ok()?.parse().ok(),
            Numbers::Own(number) => number(&words),
        }
    }

    /// Whether a word names several things, as far as its form tells.
    pub(super) fn is_plural(&self, token: &Token) -> bool {
        let has_form =
            self.plurals.skip(std::slice::from_ref(token)) == 1 || has_ending(&token.word, self.plural_endings);
        has_form && self.is_noun(token)
    }

    /// Whether a word may be the name of a thing, as far as its form tells.
    pub(super) fn is_noun(&self, token: &Token) -> bool {
        !has_ending(&token.word, self.verb_endings) && (token.capital || !self.capital_nouns)
    }
}

impl Language {
    /// Whether words end with an abbreviation, or with the number of a day, and so may go on.
    pub(super) fn is_abbreviation(&self, words: &str) -> bool {
        let (listed, others) = self.abbreviations;
        let is_last = |abbreviation: &str| {
            let before = words.strip_suffix(abbreviation);
            before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
        };
        let last = words.split_whitespace().next_back().unwrap_or_default();
        let is_ordinal = || {
            let number = tokens(last);
            matches!(&number[..], [day, point] if day.kind == Kind::Digits && day.word.len() <= 2
                && self.dates.ordinals.skip(std::slice::from_ref(point)) > 0)
        };
        listed.lines().chain(others.split_whitespace()).any(is_last) || is_ordinal()
    }
}

/// Whether a word of some length has one of these endings.
fn has_ending(word: &str, endings: &str) -> bool {
    endings.split('|').any(|ending| word.strip_suffix(ending).is_some_and(|stem| stem.chars().count() > 1))
}

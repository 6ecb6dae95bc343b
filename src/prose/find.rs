//! Figures in running text.

use super::amount::Read;
use super::language::Language;
use super::scan::Scan;
use super::token::{Kind, Token, tokens};
use super::{Meaning, PrintedDate};
use crate::dossier::{Bounds, ClaimKind, Hedge};
use std::ops::Range;

/// A figure that stands in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Where its words stand, hedges and unit included, in bytes of the text.
    pub span: Range<usize>,
    /// What they come to.
    pub meaning: Meaning,
    /// Of a count: where the word for what is counted stands, as far as it can be told by its form, in bytes.
    pub noun: Option<Range<usize>>,
}

/// All figures of a text that say how long, how many, how much or when, in their order. `lang` is its BCP 47 tag; of a
/// language that can't be read there are none.
///
/// Left out is what counts nothing though it is a number: ordinals, ages, rates, parts of names and of words
/// ("three-story"), "one of the …", numbers of lists, vague numbers of things ("several").
pub fn quantities(text: &str, lang: &str) -> Vec<Quantity> {
    let Some(language) = Language::of(lang).filter(|language| language.running) else { return Vec::new() };
    let tokens = tokens(text);
    let mut found = Vec::new();
    for block in blocks(text, &tokens) {
        let scan = Scan { tokens: &tokens[block], language, unit: None };
        let mut at = 0;
        while at < scan.tokens.len() {
            let (quantity, end) = scan.quantity(at);
            found.extend(quantity);
            at = end;
        }
    }
    found
}

/// The tokens of each block of text; a blank line parts two.
fn blocks<'t>(text: &'t str, tokens: &'t [Token]) -> impl Iterator<Item = Range<usize>> + 't {
    let starts_block =
        |&at: &usize| at > 0 && text[tokens[at - 1].span.end..tokens[at].span.start].matches('\n').nth(1).is_some();
    let mut starts: Vec<usize> = (0..tokens.len()).filter(|at| *at == 0 || starts_block(at)).collect();
    starts.push(tokens.len());
    (1..starts.len()).map(move |end| starts[end - 1]..starts[end])
}

impl Scan<'_> {
    /// The quantity that begins at a place, if one does, and the place to go on from.
    fn quantity(&self, at: usize) -> (Option<Quantity>, usize) {
        let none = self.language.none.skip(self.from(at));
        if none > 0 {
            return (None, at + none);
        }
        let amount = self.amount(at);
        let date = self.date(at).filter(|(bounds, end)| self.is_date(*bounds, *end, amount.as_ref()));
        if let Some((bounds, end)) = date {
            let span = self.span(at..end);
            return (Some(Quantity { span, meaning: Meaning::Date(bounds), noun: None }), end);
        }
        let Some(read) = amount else { return (None, at + 1) };
        let noun = self.noun(&read);
        let quantity = read.meaning.filter(|meaning| self.says(at, &read, *meaning, noun.is_some()));
        let span = |noun: Range<usize>| self.span(noun);
        let quantity =
            quantity.map(|meaning| Quantity { span: self.span(at..read.end), meaning, noun: noun.map(span) });
        (quantity, self.per(read.end))
    }

    /// The place after what a rate is for: "$5 a pound", "two hours a day".
    fn per(&self, at: usize) -> usize {
        let is_one = self.language.one.skip(self.from(at)) > 0;
        let unit = self.amount(at).filter(|_| is_one);
        let is_plain = |meaning: Meaning| meaning.kind() != ClaimKind::Count && meaning.hedge() == Hedge::Exact;
        unit.filter(|read| read.meaning.is_some_and(is_plain)).map_or(at, |read| read.end)
    }

    /// Whether a date is meant: not a month alone, and not a number that would be a year.
    fn is_date(&self, bounds: Bounds<PrintedDate>, end: usize, amount: Option<&Read>) -> bool {
        let Bounds::Is(date, Hedge::Exact) = bounds else { return true };
        match (date.year, date.month, date.day, date.time) {
            (None, Some(_), None, None) => false,
            (Some(_), None, None, None) => {
                let counts =
                    |read: &Read| read.end > end || self.noun(read).is_some_and(|noun| self.is_plural(noun.start));
                !amount.is_some_and(counts)
            }
            _ => true,
        }
    }

    fn is_plural(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.language.is_plural(token))
    }

    /// Whether an amount says how long, how many or how much.
    fn says(&self, start: usize, read: &Read, meaning: Meaning, has_noun: bool) -> bool {
        let language = self.language;
        let next = self.tokens.get(read.end);
        let before = start.checked_sub(1).and_then(|before| self.tokens.get(before));
        let is_part = |token: &Token| token.word == "-" && token.glued;
        // "HK$5", "half-brother", "a second-floor window", "Covid-19".
        if self.tokens[start].glued && before.is_some_and(|token| token.kind == Kind::Word) {
            return false;
        }
        if next.is_some_and(is_part) && language.idle.skip(self.from(read.end)) == 0 || before.is_some_and(is_part) {
            return false;
        }
        match meaning {
            Meaning::Duration(bounds) => {
                let is_bare = language.one.skip(self.from(start)) > 0;
                let names = |token: &Token| token.kind == Kind::Word && !self.is_closed(token);
                // "Twice a day", "a second suspect".
                let is_rate =
                    is_bare && before.is_some_and(|token| language.rates.skip(std::slice::from_ref(token)) > 0);
                let is_other = is_bare && bounds.hedge() == Hedge::Exact && next.is_some_and(names);
                !is_rate && !is_other && language.ages.skip(self.from(read.end)) == 0
            }
            Meaning::Count(bounds) => {
                // "One of the …", "une femme".
                let is_no_count = language.of.skip(self.from(read.end)) > 0 || language.one.skip(self.from(start)) > 0;
                let is_article = bounds == Bounds::Is(1, Hedge::Exact) && is_no_count;
                let is_several = bounds == Bounds::Is(1, Hedge::Plural);
                let is_name = read.spelled && self.tokens[start].capital && !self.begins_sentence(start);
                (has_noun || bounds.hedge() != Hedge::Exact) && !is_article && !is_several && !is_name
            }
            Meaning::Quantity { .. } | Meaning::Date(_) => true,
        }
    }

    fn begins_sentence(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.is_none_or(|token| token.kind == Kind::Sign && token.word != ",")
    }

    /// The token that names what is counted, by its form: the first plural after the number, before anything that ends
    /// a name; of one thing, the last word that is no verb.
    fn noun(&self, read: &Read) -> Option<Range<usize>> {
        const MOST: usize = 6;
        let Some(Meaning::Count(bounds)) = read.meaning else { return None };
        let start = read.end + self.language.of.skip(self.from(read.end));
        let is_quote = |token: &Token| matches!(token.word.as_str(), "“" | "\"" | "‘" | "«" | "„" | "-");
        let is_name = |&at: &usize| {
            let token = &self.tokens[at];
            is_quote(token) || token.kind == Kind::Word && !self.is_closed(token)
        };
        let mut name = (start..self.tokens.len().min(start + MOST)).take_while(is_name);
        let word = |at: &usize| !is_quote(&self.tokens[*at]);
        let found = match bounds {
            Bounds::Is(1, _) => {
                let is_thing = |at: &usize| self.language.is_noun(&self.tokens[*at]);
                name.filter(word).take(2).filter(is_thing).last()
            }
            _ => name.find(|at| word(at) && self.is_plural(*at)),
        };
        found.map(|at| at..at + 1)
    }
}

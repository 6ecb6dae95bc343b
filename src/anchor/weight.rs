//! Whether an edit leaves what a text says: its numbers, negations and names.

use super::tokens::{Case, Token, case, compare, tokens};
use super::words::{HEAVY, HEAVY_INSIDE, NUMBERS, OPENERS, SAME};
use crate::text::{Index, is_letter};
use std::ops::Range;

/// What a word carries.
#[derive(PartialEq)]
enum Weight {
    Number(u64),
    /// A negation, an amount, a unit, a name: itself.
    Word(String),
}

/// Whether a quote and a stretch of a page's folded text differ in nothing of weight: where they differ, numbers (in
/// digits or words), negations, amounts, units of time and names are the same in the same order.
///
/// A name is a word in upper case where no sentence begins; where one does, a word that the page has nowhere in lower
/// case. In scripts without case it is any word, if what stands in its place is not a form of it.
pub(super) fn same(quote: &Index, page: &Index, stretch: Range<usize>) -> bool {
    let (a, b) = (tokens(quote, 0..quote.folded().len()), tokens(page, stretch));
    let (_, hunks) = compare(&only_words(&a), &only_words(&b));
    hunks
        .into_iter()
        .map(|(from, to)| (&a[from], &b[to]))
        .all(|(a, b)| weights(a, page) == weights(b, page) && may_stand_for(a, b))
}

fn only_words<'t>(tokens: &[Token<'t>]) -> Vec<&'t str> {
    tokens.iter().map(|token| token.word).collect()
}

/// Whether words of scripts without case may take each other's place: nothing tells their names from other words.
fn may_stand_for(a: &[Token], b: &[Token]) -> bool {
    let caseless = |token: &&Token| token.case == Case::None && !token.word.starts_with(|c: char| c.is_ascii());
    let (a, b) = (a.iter().filter(caseless), b.iter().filter(caseless));
    let (many, others) = (a.clone().count(), b.clone().count());
    many == 0 || others == 0 || many == others && a.zip(b).all(|(a, b)| is_form(a.word, b.word))
}

/// Whether two words of a script without case are one word in two forms: they share two thirds, at the beginning or,
/// but for Hangul, whose particles follow, at the end; or both are verbs of Korean; or kana, which seldom name anyone.
fn is_form(a: &str, b: &str) -> bool {
    let kana = |word: &str| word.chars().all(|c| matches!(c, '\u{3041}'..='\u{309F}'));
    let hangul = a.starts_with(|c| matches!(c, '\u{AC00}'..='\u{D7A3}'));
    let long = a.chars().count().max(b.chars().count());
    let begin = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let end = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count();
    let share = if hangul { begin } else { begin.max(end) };
    share * 3 >= long * 2 || kana(a) && kana(b) || a.ends_with('다') && b.ends_with('다')
}

fn weights(tokens: &[Token], page: &Index) -> Vec<Weight> {
    let mut weights = Vec::new();
    let mut number: Option<Number> = None;
    for token in tokens {
        let word = plain(token.word);
        let mut values = Vec::new();
        if numerals(&word, &mut values) {
            let number = number.get_or_insert_default();
            values.into_iter().for_each(|value| number.add(value));
            continue;
        }
        weights.extend(number.take().map(Number::weight));
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            weights.push(digits(&word));
        } else if let Some(heavy) = heavy(&word) {
            weights.push(Weight::Word(heavy.into()));
        } else if token.case == Case::None {
            let inside = HEAVY_INSIDE.iter().filter(|sign| word.contains(**sign));
            weights.extend(inside.map(|&sign| Weight::Word(sign.into())));
        } else if token.case == Case::Upper && !(token.first && is_common(token.word, page)) {
            weights.push(Weight::Word(word));
        }
    }
    weights.extend(number.map(Number::weight));
    weights
}

/// A number in words, as far as it has been read.
#[derive(Default)]
struct Number {
    /// What has its scale: the "two million" of "two million three hundred".
    sum: u64,
    /// What may still get one.
    part: u64,
}

impl Number {
    fn add(&mut self, value: u32) {
        let value = u64::from(value);
        if value >= 1000 {
            self.sum = self.sum.saturating_add(self.part.max(1).saturating_mul(value));
            self.part = 0;
        } else if value == 100 || value == 12 && self.part > 0 {
            self.part = self.part.max(1).saturating_mul(value);
        } else {
            self.part = self.part.saturating_add(value);
        }
    }

    fn weight(self) -> Weight {
        Weight::Number(self.sum.saturating_add(self.part))
    }
}

/// Reads a word that is a numeral, or made of nothing but numerals ("vierundzwanzig").
fn numerals(word: &str, values: &mut Vec<u32>) -> bool {
    let known = values.len();
    for &(value, names) in NUMBERS {
        for name in names.split(' ') {
            let Some(rest) = word.strip_prefix(name) else { continue };
            values.push(value);
            if rest.is_empty() || numerals(rest.strip_prefix("und").unwrap_or(rest), values) {
                return true;
            }
            values.truncate(known);
        }
    }
    false
}

/// A word that begins with a digit: the number, if that is all or its ordinal's ending; else itself.
fn digits(word: &str) -> Weight {
    let end = word.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(word.len());
    let (number, rest) = word.split_at(end);
    // Points and commas before every three digits are for the eye.
    let mut groups = number.split([',', '.']);
    let whole = groups.next().is_some_and(|first| first.len() <= 3) && groups.all(|group| group.len() == 3)
        || number.bytes().all(|byte| byte.is_ascii_digit());
    let value = number
        .bytes()
        .filter(u8::is_ascii_digit)
        .try_fold(0u64, |value, digit| value.checked_mul(10)?.checked_add(u64::from(digit - b'0')));
    match value {
        Some(value) if whole && (rest.is_empty() || matches!(rest, "st" | "nd" | "rd" | "th" | "명" | "시간")) => {
            Weight::Number(value)
        }
        _ => Weight::Word(word.into()),
    }
}

/// The heavy word that this is, or counts as.
fn heavy(word: &str) -> Option<&str> {
    if let Some((_, counts_as)) = SAME.iter().find(|(name, _)| *name == word) {
        return Some(counts_as);
    }
    let one = word.strip_suffix('s').unwrap_or(word);
    let known = |word: &str| HEAVY.split_ascii_whitespace().any(|heavy| heavy == word);
    if known(one) {
        Some(one)
    } else if known(word) {
        Some(word)
    } else {
        None
    }
}

/// Whether a word in upper case at the beginning of a sentence names nobody: it is known to begin sentences, or the
/// page has it in lower case as well.
fn is_common(word: &str, page: &Index) -> bool {
    let text = page.folded();
    let mut from = 0;
    let mut next = || {
        let at = from + text.as_bytes()[from..].windows(word.len()).position(|bytes| bytes == word.as_bytes())?;
        from = at + word.len();
        Some((at, from))
    };
    let alone = |at: usize, end: usize| {
        let beside = [text[..at].chars().next_back(), text[end..].chars().next()];
        !beside.into_iter().flatten().any(is_letter)
    };
    let small = |at: usize| page.source()[page.source_of(at)..].chars().next().map(case) == Some(Case::Lower);
    OPENERS.split_ascii_whitespace().any(|opener| opener == word)
        || std::iter::from_fn(&mut next).any(|(at, end)| alone(at, end) && small(at))
}

/// Without accents and points.
fn plain(word: &str) -> String {
    let mark = |c: &char| matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}');
    word.replace('ß', "ss").chars().filter(|c| !mark(c)).collect()
}

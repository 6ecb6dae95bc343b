//! Whether an edit leaves what a text says: its numbers, negations and names.

use super::tokens::{Case, Token, case, compare, tokens};
use super::words::{HEAVY, HEAVY_INSIDE, LIGHT, NOT, NOT_INSIDE, NUMBERS, OPENERS, OPPOSITES, SAME};
use crate::text::{Index, is_letter};
use std::ops::Range;

/// What a word carries.
#[derive(PartialEq)]
enum Weight {
    Number(u64, Sort),
    /// A negation, an amount, a unit, a name: itself.
    Word(String),
}

/// What a number is said as.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Cardinal,
    Ordinal,
    Negative,
}

/// Whether a quote and a stretch of a page's folded text differ in nothing of weight: where they differ, numbers (in
/// digits or words), negations, amounts, units of time and names are the same in the same order.
///
/// A name is a word in upper case where no sentence begins; where one does, a word that the page has nowhere in lower
/// case. In scripts without case it is any word, if what stands in its place is not a form of it.
pub(super) fn same(quote: &Index, page: &Index, stretch: Range<usize>) -> bool {
    let text = page.folded();
    if signs(quote.folded()) != signs(&text[stretch.clone()]) {
        return false;
    }
    let (a, b) = (tokens(quote, 0..quote.folded().len()), tokens(page, stretch));
    let (_, hunks) = compare(&only_words(&a), &only_words(&b));
    hunks.into_iter().map(|(from, to)| (&a[from], &b[to])).all(|(a, b)| {
        let joined = |tokens: &[Token]| plain(&only_words(tokens).concat());
        weights(a, page) == weights(b, page) && (joined(a) == joined(b) || may_stand_for(a, b) && !are_opposed(a, b))
    })
}

/// The signs and syllables of weight in a text, in order, of scripts that words run on in.
fn signs(text: &str) -> Vec<&'static str> {
    let sign = |(at, _)| NOT_INSIDE.iter().chain(HEAVY_INSIDE).find(|sign| text[at..].starts_with(**sign)).copied();
    text.char_indices().filter(|(_, c)| !c.is_ascii()).filter_map(sign).collect()
}

/// Whether a negation stands right before or after a stretch of a page, or begins at its end.
pub(super) fn is_denied(page: &Index, stretch: Range<usize>) -> bool {
    let text = page.folded();
    let last = text[..stretch.start].trim_end().rsplit(|c| !is_letter(c)).next();
    let next = text[stretch.end..].trim_start().split(|c| !is_letter(c)).next();
    let from = text[..stretch.end].char_indices().next_back().map_or(0, |(at, _)| at);
    let to = text[stretch.end..].char_indices().nth(3).map_or(text.len(), |(at, _)| stretch.end + at);
    NOT_INSIDE.iter().any(|not| text[from..to].contains(not))
        || [last, next].into_iter().flatten().any(|word| lists(NOT, &plain(word)))
}

/// Whether a word, folded, denies what stands beside it.
#[cfg(feature = "editor")]
pub(crate) fn is_negation(word: &str) -> bool {
    lists(NOT, &plain(word))
}

/// Whether one has a word that a word of the other can't stand for: its opposite, or itself with "un" before it.
fn are_opposed(a: &[Token], b: &[Token]) -> bool {
    const DENYING: &[&str] = &["un", "in", "im", "ir", "dis", "non"];
    let denies = |a: &str, b: &str| DENYING.iter().any(|not| a.strip_prefix(not) == Some(b));
    let (a, b) = (plain_words(a), plain_words(b));
    let pairs = || a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
    let opposite = |words: &&str| {
        let listed = |word: &String| words.split(' ').any(|known| known == word);
        pairs().any(|(a, b)| a != b && listed(a) && listed(b))
    };
    pairs().any(|(a, b)| denies(a, b) || denies(b, a)) || OPPOSITES.iter().any(opposite)
}

fn plain_words(tokens: &[Token]) -> Vec<String> {
    tokens.iter().map(|token| plain(token.word)).collect()
}

/// Whether a sorted list has a word.
fn lists(words: &[&str], word: &str) -> bool {
    words.binary_search(&word).is_ok()
}

fn only_words<'t>(tokens: &[Token<'t>]) -> Vec<&'t str> {
    tokens.iter().map(|token| token.word).collect()
}

/// Whether words of scripts without case may take each other's place: nothing tells their names from other words.
fn may_stand_for(a: &[Token], b: &[Token]) -> bool {
    let caseless = |token: &&Token| token.case == Case::None && !token.word.starts_with(|c: char| c.is_ascii());
    let (a, b) = (a.iter().filter(caseless), b.iter().filter(caseless));
    let (many, others) = (a.clone().count(), b.clone().count());
    many == 0 || others == 0 || many == others && a.zip(b).all(|(a, b)| is_form(&plain(a.word), &plain(b.word)))
}

/// Whether two words of a script without case are one word in two forms: they share two thirds, at the beginning or,
/// but for Hangul, whose particles follow, at the end; or both are verbs of Korean, kana, which seldom name anyone, or
/// prepositions.
fn is_form(a: &str, b: &str) -> bool {
    let kana = |word: &str| word.chars().all(|c| matches!(c, '\u{3041}'..='\u{309F}'));
    let hangul = a.starts_with(|c| matches!(c, '\u{AC00}'..='\u{D7A3}'));
    let long = a.chars().count().max(b.chars().count());
    let begin = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let end = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count();
    let share = if hangul { begin } else { begin.max(end) };
    share * 3 >= long * 2
        || kana(a) && kana(b)
        || lists(OPENERS, a) && lists(OPENERS, b)
        || a.ends_with('다') && b.ends_with('다')
}

fn weights(tokens: &[Token], page: &Index) -> Vec<Weight> {
    let mut weights = Vec::new();
    let mut number: Option<Number> = None;
    for token in tokens {
        let word = plain(token.word);
        let mut values = Vec::new();
        let light = LIGHT.contains(&token.word) || SAME.iter().any(|(name, _)| *name == word);
        if !light && numerals(&word, &mut values) {
            let number = number.get_or_insert_default();
            values.into_iter().for_each(|(value, ordinal)| number.add(value, ordinal));
            continue;
        }
        weights.extend(number.take().map(Number::weight));
        if word.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit()) {
            match (digits(&word), weights.last_mut()) {
                // "10 000" is one number.
                (Weight::Number(part, Sort::Cardinal), Some(Weight::Number(whole, _)))
                    if word.len() == 3 && *whole < 1000 =>
                {
                    *whole = *whole * 1000 + part;
                }
                (digits, _) => weights.push(digits),
            }
        } else if word.contains(|c: char| c.is_ascii_digit()) {
            weights.push(Weight::Word(word));
        } else if let Some(heavy) = heavy(&word) {
            weights.push(Weight::Word(heavy.into()));
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
    ordinal: bool,
}

impl Number {
    fn add(&mut self, value: u32, ordinal: bool) {
        self.ordinal |= ordinal;
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
        Weight::Number(self.sum.saturating_add(self.part), if self.ordinal { Sort::Ordinal } else { Sort::Cardinal })
    }
}

/// Reads a word that is a numeral, or made of nothing but numerals ("vierundzwanzig").
fn numerals(word: &str, values: &mut Vec<(u32, bool)>) -> bool {
    let known = values.len();
    for &(value, cardinals, ordinals) in NUMBERS {
        for (names, ordinal) in [(cardinals, false), (ordinals, true)] {
            for name in names.split_ascii_whitespace() {
                let Some(rest) = word.strip_prefix(name) else { continue };
                values.push((value, ordinal));
                if rest.is_empty() || numerals(rest.strip_prefix("und").unwrap_or(rest), values) {
                    return true;
                }
                values.truncate(known);
            }
        }
    }
    false
}

/// A word that begins with a digit, or a minus and a digit: the number, if that is all but for an ordinal's ending;
/// else itself.
fn digits(word: &str) -> Weight {
    let positive = word.strip_prefix('-');
    let number = positive.unwrap_or(word);
    let end = number.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(number.len());
    let (number, rest) = number.split_at(end);
    // Commas before every three digits are for the eye; points are, or are not.
    let mut groups = number.split(',');
    let whole = groups.next().is_some_and(|first| first.len() <= 3) && groups.all(|group| group.len() == 3)
        || !number.contains(',');
    let add = |value: u64, digit: &u8| value.checked_mul(10)?.checked_add(u64::from(digit - b'0'));
    let value = number.as_bytes().iter().filter(|byte| byte.is_ascii_digit()).try_fold(0, add);
    match (value, rest) {
        (Some(value), "") if whole && positive.is_some() => Weight::Number(value, Sort::Negative),
        (Some(value), "" | "명" | "시간") if whole => Weight::Number(value, Sort::Cardinal),
        (Some(value), "st" | "nd" | "rd" | "th") if whole => Weight::Number(value, Sort::Ordinal),
        _ => Weight::Word(word.into()),
    }
}

/// The heavy word that this is, or counts as.
fn heavy(word: &str) -> Option<&str> {
    if let Some((_, counts_as)) = SAME.iter().find(|(name, _)| *name == word) {
        return Some(counts_as);
    }
    let one = word.strip_suffix('s').filter(|one| one.len() > 2 && !one.ends_with('s')).unwrap_or(word);
    [one, word].into_iter().find(|word| lists(HEAVY, word) || lists(NOT, word))
}

/// Whether a word in upper case at the beginning of a sentence names nobody: it is known to begin sentences, or the
/// page has it in lower case as well.
fn is_common(word: &str, page: &Index) -> bool {
    let text = page.folded();
    let mut from = 0;
    let first = word.as_bytes().first().copied().unwrap_or_default();
    let mut next = || {
        loop {
            let at = from + text.as_bytes()[from..].iter().position(|&byte| byte == first)?;
            from = at + 1;
            if text.as_bytes()[at..].starts_with(word.as_bytes()) {
                return Some((at, at + word.len()));
            }
        }
    };
    let alone = |at: usize, end: usize| {
        let beside = [text[..at].chars().next_back(), text[end..].chars().next()];
        !beside.into_iter().flatten().any(is_letter)
    };
    let small = |at: usize| page.source()[page.source_of(at)..].chars().next().map(case) == Some(Case::Lower);
    lists(OPENERS, word) || std::iter::from_fn(&mut next).any(|(at, end)| alone(at, end) && small(at))
}

/// Without accents and points.
fn plain(word: &str) -> String {
    let mark = |c: &char| matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}');
    word.replace('ß', "ss").chars().filter(|c| !mark(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        for words in [NOT, HEAVY, OPENERS] {
            assert!(words.is_sorted(), "{words:?}");
            assert!(words.iter().all(|word| plain(word) == **word), "{words:?}");
        }
    }
}

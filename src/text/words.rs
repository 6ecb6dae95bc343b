//! Where words begin and end, by the characters next to an edge and without tables.

use super::Index;
use super::fold::{Class, class};

/// Which way is outwards.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    End,
}

impl Index {
    /// Whether a byte of the source stands inside a word or a number: between two letters, or between a digit and a
    /// separator with a digit behind it ("10" is not in "10,000").
    pub(crate) fn splits_word(&self, at: usize) -> bool {
        let (before, after) = self.around(at);
        let (mut left, mut right) = (seen(before.chars().rev()), seen(after.chars()));
        let (Some(a), Some(b)) = (left.next(), right.next()) else { return false };
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        is_letter(a) && is_letter(b)
            || a.is_ascii_digit() && separates_digits(b) && digit(right.next())
            || separates_digits(a) && b.is_ascii_digit() && digit(left.next())
    }

    /// Whether it stands beside an apostrophe between letters. Such words may be cut, but are not left half marked.
    fn splits_contraction(&self, at: usize) -> bool {
        let (before, after) = self.around(at);
        let (mut left, mut right) = (seen(before.chars().rev()), seen(after.chars()));
        let (Some(a), Some(b)) = (left.next(), right.next()) else { return false };
        let letter = |c: Option<char>| c.is_some_and(is_letter);
        is_letter(a) && is_apostrophe(b) && letter(right.next())
            || is_apostrophe(a) && is_letter(b) && letter(left.next())
    }

    /// The text of its block on both sides of a byte of the source.
    pub(crate) fn around(&self, at: usize) -> (&str, &str) {
        let before = self.breaks.partition_point(|&edge| edge as usize <= at);
        let after = self.breaks.partition_point(|&edge| (edge as usize) < at);
        let from = before.checked_sub(1).map_or(0, |last| self.breaks[last] as usize);
        let to = self.breaks.get(after).map_or(self.source.len(), |&edge| edge as usize);
        (&self.source[from..at], &self.source[at..to])
    }
}

/// From a byte of the source that splits a word, outwards to the edge of the word; else where it is.
pub(super) fn outwards(index: &Index, mut at: usize, edge: Edge) -> usize {
    if !index.splits_word(at) {
        return at;
    }
    while index.splits_word(at) || index.splits_contraction(at) {
        let (before, after) = index.around(at);
        let step = match edge {
            Edge::Start => before.chars().next_back(),
            Edge::End => after.chars().next(),
        };
        let Some(step) = step.map(char::len_utf8) else { break };
        at = if edge == Edge::Start { at - step } else { at + step };
    }
    at
}

/// Without what takes no room.
fn seen(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    text.filter(|&c| !matches!(class(c), Class::Unseen | Class::Rider))
}

fn separates_digits(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '׳')
}

/// Whether it is a letter, mark or digit of a script that is written with spaces between its words. By ranges: the
/// few signs among them that are missed at worst keep an edge where it is.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        // ª ² ³ µ ¹ º ¼ ½ ¾
        '\u{80}'..='\u{BF}' => {
            matches!(c, '\u{AA}' | '\u{B2}' | '\u{B3}' | '\u{B5}' | '\u{B9}' | '\u{BA}' | '\u{BC}'..='\u{BE}')
        }
        // × ÷ and the punctuation of Greek, Armenian, Hebrew, Arabic, Devanagari, Ethiopic.
        '×'
        | '÷'
        | '\u{37E}'
        | '\u{387}'
        | '\u{55A}'..='\u{55F}'
        | '\u{589}'
        | '\u{58A}'
        | '\u{5BE}'
        | '\u{5C0}'
        | '\u{5C3}'
        | '\u{5F3}'
        | '\u{5F4}'
        | '\u{60C}'
        | '\u{60D}'
        | '\u{61B}'..='\u{61F}'
        | '\u{66A}'..='\u{66D}'
        | '\u{6D4}'
        | '\u{964}'
        | '\u{965}'
        | '\u{970}'
        | '\u{1361}'..='\u{1368}' => false,
        // Thai to Tibetan and Burmese; jamo of Hangul; Khmer: no spaces between words, or particles that cling.
        '\u{E00}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}' => false,
        // The other alphabets, then Coptic to Ethiopic, Lisu to Meetei, Hebrew and Arabic forms, historic scripts.
        '\u{C0}'..='\u{1FFF}'
        | '\u{2C00}'..='\u{2DFF}'
        | '\u{A4D0}'..='\u{A95F}'
        | '\u{AB00}'..='\u{ABFF}'
        | '\u{FB00}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}'
        | '\u{10000}'..='\u{16FFF}'
        | '\u{1D400}'..='\u{1EFFF}' => true,
        _ => false,
    }
}

/// Whether it says something: a letter, digit or ideograph of any script, not a sign.
pub(crate) fn is_word(c: char) -> bool {
    is_letter(c)
        || matches!(c, '\u{E00}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}'
            | '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{A4CF}' | '\u{A960}'..='\u{A97F}'
            | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

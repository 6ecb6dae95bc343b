//! A text as the words that carry it.

use crate::text::{Index, is_letter, is_word};
use std::ops::Range;

/// A word, a number, an ideograph or a sign that counts as one.
#[derive(Clone, Copy)]
pub(super) struct Token<'t> {
    /// As folded.
    pub word: &'t str,
    /// How its first letter is written.
    pub case: Case,
    /// A sentence or a block begins with it.
    pub first: bool,
}

/// How a letter is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Upper,
    Lower,
    /// Its script has no case.
    None,
}

/// The words in a stretch of folded text: runs of letters and digits, numbers with their points and commas; where
/// words are written without spaces, each character; signs of percents,
/// currencies, fractions.
pub(super) fn tokens(index: &Index, stretch: Range<usize>) -> Vec<Token<'_>> {
    let text = index.folded();
    let mut tokens = Vec::new();
    let mut at = stretch.start;
    while let Some(c) = text[at..stretch.end].chars().next() {
        let start = at;
        at += c.len_utf8();
        if runs_on(c) {
            at += length(&text[at..stretch.end], c);
        } else if is_word(c) || matches!(c, '%' | '$' | '€' | '£' | '¥' | '₩' | '₹' | '₽' | '⅐'..='⅞') {
            // The voicing of kana is a mark in folded text.
            let marks = text[at..stretch.end].trim_start_matches(['\u{3099}', '\u{309A}']);
            at = stretch.end - marks.len();
        } else {
            continue;
        }
        let source = index.source_of(start);
        let case = index.source()[source..].chars().next().map_or(Case::None, case);
        let first = begins_sentence(&text[..start]) || index.begins_block(source);
        // A minus is part of its number.
        let minus =
            c.is_ascii_digit() && text[..start].strip_suffix('-').is_some_and(|before| !before.ends_with(is_word));
        tokens.push(Token { word: &text[start - usize::from(minus)..at], case, first });
    }
    tokens
}

/// By ranges, for the scripts that have case; where capitals and small letters alternate, capitals are even.
pub(super) fn case(c: char) -> Case {
    let upper = match c {
        'A'..='Z' | 'À'..='Þ' | 'Ά'..='Ώ' | 'Α'..='Ϋ' | 'Ѐ'..='Я' | 'Ա'..='Ֆ' => true,
        'Ĺ'..='ň' | 'Ź'..='ž' => !(c as u32).is_multiple_of(2),
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҿ' | 'Ӑ'..='ӿ' | 'Ḁ'..='ỿ' => (c as u32).is_multiple_of(2),
        'Ÿ' => true,
        'a'..='\u{58F}' | '\u{1F00}'..='\u{1FFF}' => false,
        _ => return Case::None,
    };
    if upper { Case::Upper } else { Case::Lower }
}

/// Whether words are made of more than one such character.
fn runs_on(c: char) -> bool {
    is_letter(c) || matches!(c, '\u{AC00}'..='\u{D7A3}')
}

/// How many bytes of `rest` go on with a word that `last` is the last character of.
fn length(rest: &str, mut last: char) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let digit_follows = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let inside_number = matches!(c, '.' | ',') && last.is_ascii_digit() && digit_follows;
        if !runs_on(c) && !inside_number {
            return at;
        }
        last = c;
    }
    rest.len()
}

fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '"', '\'', '(', '-', '¿', '¡']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '。', '؟'])
}

/// What stands between spaces, without the punctuation around it.
pub(super) fn words(text: &str) -> Vec<&str> {
    let words = text.split(' ').map(|word| word.trim_matches(|c| !is_word(c)));
    words.filter(|word| !word.is_empty()).collect()
}

/// Words of one text that stand where those of another do.
pub(crate) type Hunk = (Range<usize>, Range<usize>);

/// How many words two texts share in the same order, and how they differ: what stands in `a` and `b` between what they
/// share. The longest common subsequence, by its table.
pub(crate) fn compare(a: &[&str], b: &[&str]) -> (usize, Vec<Hunk>) {
    let width = b.len() + 1;
    let mut table = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            table[i * width + j] = if a[i] == b[j] {
                table[(i + 1) * width + j + 1] + 1
            } else {
                table[(i + 1) * width + j].max(table[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut hunks = Vec::new();
    let mut hunk = (0, 0);
    loop {
        let same = i < a.len() && j < b.len() && a[i] == b[j];
        let over = i == a.len() && j == b.len();
        if (same || over) && hunk != (i, j) {
            hunks.push((hunk.0..i, hunk.1..j));
        }
        if over {
            return (table[0] as usize, hunks);
        } else if same {
            (i, j) = (i + 1, j + 1);
            hunk = (i, j);
        } else if j == b.len() || i < a.len() && table[(i + 1) * width + j] >= table[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
}

//! A text as words, numbers in digits, and signs.

use std::ops::Range;

/// A word, the digits of a number, or a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// In lower case, with plain apostrophes and hyphens.
    pub word: String,
    /// What it is.
    pub kind: Kind,
    /// Nothing stands between it and the one before.
    pub glued: bool,
    /// Its first letter is a capital.
    pub capital: bool,
}

/// Kinds of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters; an apostrophe before more of them, or at the end of all, ends a word and belongs to it: "d'" and "une".
    Word,
    /// Digits, with whatever separates groups of them or comes before a fraction.
    Digits,
    /// Any other character.
    Sign,
}

/// The tokens of a text, in order. White space is none.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = if first.is_ascii_digit() {
            (Kind::Digits, digits(rest))
        } else if is_round(first) && tokens.last().is_some_and(|last| last.kind == Kind::Digits && last.span.end == at)
        {
            (Kind::Word, first.len_utf8())
        } else if first.is_alphabetic() {
            (Kind::Word, letters(rest))
        } else {
            (Kind::Sign, first.len_utf8())
        };
        if !first.is_whitespace() {
            let glued = tokens.last().is_some_and(|last| last.span.end == at);
            let word = rest[..length].chars().flat_map(char::to_lowercase).map(plain).collect();
            tokens.push(Token { span: at..at + length, word, kind, glued, capital: first.is_uppercase() });
        }
        at += length;
    }
    tokens
}

/// Whether a character is a word of its own behind digits, whatever follows: "3만명".
fn is_round(c: char) -> bool {
    matches!(c, '백' | '천' | '만' | '억' | '조')
}

/// Bytes of the digits that a text begins with: with groups of three behind a space that does not break, and
/// with digits behind a point, a comma or an apostrophe.
fn digits(text: &str) -> usize {
    let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = run(text);
    loop {
        let mut rest = text[length..].chars();
        let Some(separator) = rest.next() else { return length };
        let more = run(rest.as_str());
        let is_one = match separator {
            '.' | ',' | '\'' | '’' => more > 0,
            '\u{A0}' | '\u{202F}' => more == 3,
            _ => false,
        };
        if !is_one {
            return length;
        }
        length += separator.len_utf8() + more;
    }
}

/// Bytes of the word that a text begins with.
fn letters(text: &str) -> usize {
    let is_part = |c: char| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}');
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let mut rest = text[end..].chars();
    match (rest.next().filter(|&c| plain(c) == '\''), rest.next()) {
        (Some(apostrophe), next) if next.is_none_or(char::is_alphabetic) => end + apostrophe.len_utf8(),
        _ => end,
    }
}

/// Typographic apostrophes and hyphens as typewriters have them.
fn plain(c: char) -> char {
    match c {
        '’' | 'ʼ' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        '–' | '—' | '\u{2012}' => '–',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut() {
        let check = |text: &str, expected: &str| {
            let words: Vec<_> = tokens(text).into_iter().map(|token| token.word).collect();
            assert_eq!(words.join(" "), expected, "{text}");
        };
        check("Nearly four hours.", "nearly four hours .");
        check("a two-hour stop", "a two - hour stop");
        check("3pm, 2h30", "3 pm , 2 h 30");
        check("1,000.5 and 2.", "1,000.5 and 2 .");
        check("2\u{202F}000 10 000", "2\u{202F}000 10 000");
        check("plus d’une heure", "plus d' une heure");
        check("two weeks’ notice", "two weeks ' notice");
        check("3만명, 4시간", "3 만 명 , 4 시간");
        check("", "");
    }
}

//! Tokens being read, and what all of the grammar asks of them.

use super::language::Language;
use super::token::{Kind, Token};
use std::ops::Range;

/// Tokens and the language that they are read in. A place is the number of a token.
#[derive(Clone, Copy)]
pub(super) struct Scan<'s> {
    pub tokens: &'s [Token],
    pub language: &'s Language,
    /// Which unit a word means that may mean several: "pounds".
    pub unit: Option<&'s str>,
}

impl<'s> Scan<'s> {
    /// The tokens from a place on.
    pub(super) fn from(&self, at: usize) -> &'s [Token] {
        self.tokens.get(at..).unwrap_or_default()
    }

    /// Whether letters cling to what is before them: "10th".
    pub(super) fn clings(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued && token.kind == Kind::Word)
    }

    /// Whether it is one of the words that hold a sentence together, and so no name of a thing.
    pub(super) fn is_closed(&self, token: &Token) -> bool {
        let word = std::slice::from_ref(token);
        self.language.closed.skip(word) > 0 || self.language.spelled(word).is_some()
    }

    /// Whether a hyphen joins what is on either side of it.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.from(at), [hyphen, next, ..] if hyphen.word == "-" && hyphen.glued && next.glued)
    }

    /// Where the tokens of a stretch stand in the text, in bytes.
    pub(super) fn span(&self, tokens: Range<usize>) -> Range<usize> {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.span.start..last.span.end,
            Some([only]) => only.span.clone(),
            _ => 0..0,
        }
    }
}

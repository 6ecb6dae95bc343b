//! Folding with a map back, and the index over it. Knows neither DOM nor dossiers.
//!
//! Two texts that a reader takes for the same seldom are the same: a publisher's system turns straight quotes into
//! curly ones, composes accents, hyphenates softly, wraps lines. So text is *folded* on both sides before it is
//! compared, and an [`Index`] remembers, for every character of the folded text, where it came from.
//!
//! What folding does, to the page and to the quote alike:
//!
//! | in the text | folded |
//! |---|---|
//! | compatibility forms, composed accents | decomposed (NFKD), marks kept and in canonical order: "й" is never "и" |
//! | a form whose decomposition would make digits ("½", "m²", "①") | kept: one number must not become another |
//! | Hangul, however it is encoded | whole syllables |
//! | upper case, final sigma | lower case |
//! | a run of white space; a block edge or `<br>` | one space |
//! | curly, angle, low quotes, primes, apostrophes | `"` and `'` |
//! | dashes and hyphens of every width, runs of them | one `-` |
//! | soft hyphens, zero-width characters, direction marks, variation selectors | nothing |
//!
//! A block edge is exactly as good as white space and never nothing: "the" and "rapist" in two table cells are
//! not "therapist". Inline edges are nothing.

mod builder;
mod fold;
mod html;
mod index;
mod unicode;
mod words;

pub use builder::{Builder, fold};
pub use html::{ARTICLES, BESIDE, BREAKING, COMMENTS, CONTROL, LEFT_OUT, NOT_TEXT, RENDERED, breaks_words, longest};
pub use index::Index;
#[cfg(not(target_arch = "wasm32"))]
pub use unicode::Native;
pub use unicode::Unicode;
pub(crate) use {
    fold::is_white,
    words::{is_letter, is_word},
};

/// A place in a page: in which piece of text (a text node), and how far in, in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Number of the piece, from 0, in the order added.
    pub piece: u32,
    /// UTF-16 code units from the start of the piece.
    pub offset: u32,
}

/// From one place to another, the end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range {
    /// First.
    pub start: Place,
    /// One past the last.
    pub end: Place,
}

impl Range {
    /// All text of some pieces, told by their numbers; `None` of none.
    pub fn of_pieces(pieces: &std::ops::Range<usize>) -> Option<Self> {
        let last = pieces.clone().next_back()?;
        // A place beyond its piece is the end of it.
        let place = |piece, offset| Place { piece: piece as u32, offset };
        Some(Range { start: place(pieces.start, 0), end: place(last, u32::MAX) })
    }
}

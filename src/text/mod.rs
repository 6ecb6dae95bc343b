//! Folding with a map back, and the index over it. Knows neither DOM nor dossiers.

mod html;

pub use html::breaks_words;

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

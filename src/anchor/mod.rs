//! Where a quote stands in a text, exactly or folded; or why it can't be said.

use crate::text::Range;

/// How words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letter for letter, but for white space.
    Exact,
    /// The same once both sides are folded (case, quotes, dashes, white space, composition).
    Folded,
    /// A few edits away, no number, negation or name among them.
    Near,
    /// The place is certain, but a number, a negation or a name differs. Never marked.
    Changed,
}

/// Why words were not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// They stand nowhere.
    Absent,
    /// They stand at several places, and context does not tell which.
    Ambiguous,
}

/// Where words stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The places, in order: one, or several where all were asked for.
    pub ranges: Vec<Range>,
    /// 0 to 1: how much of quote and context fits there.
    pub score: f32,
    /// How they were found.
    pub kind: Kind,
}

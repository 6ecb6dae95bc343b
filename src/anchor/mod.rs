//! Where a quote stands in a text, exactly, folded or nearly; or why that can't be said.
//!
//! [`locate`] takes all quotes of a page at once; [`Search`] does the same in steps, where a page must not be held up.
//! What they accept, tier by tier:
//!
//! **Exactly or folded.**
//!
//! - A place is one where the folded quote stands letter for letter, from the edge of one grapheme to that of
//!   another. Inside a word it counts only if the quote's own context says that it was cut there: "two" is not found
//!   in "network", "10" not in "10,000". Scripts written without spaces, and Hangul, may be cut anywhere.
//! - One place is the place, whatever its context has become since, unless all of the context stands elsewhere around
//!   what became of the quote; but a quote so short that it says little by itself needs the nearest word on one side, if
//!   any context is given. Otherwise a correction that takes out the words would send the mark to the same words
//!   elsewhere.
//! - Of several, context decides: the one where all of it stands, or else the one where clearly more of it stands than
//!   at any other. Where folded context decides nothing, being white space or the same, unfolded context may, then
//!   what a reader sees. Otherwise the quote is [`Refused::Ambiguous`]: a mark on wrong words is worse than none.
//! - Of several, all, where that is asked for: those where all given context stands. There are no near ones then.
//!
//! **Nearly**, for a quote that stands nowhere as it is. Candidates share stretches of four characters with quote or
//! context; each is aligned, and its edges are moved to where the context says that they are. Distances are edits of
//! one character, a share of the quote's own length, both folded.
//!
//! - A place is accepted within a fifth; or within three tenths where context confirms it on both sides, or words are
//!   written without spaces; or within a half if three quarters of the words are the same; or, if confirmed on both
//!   sides, where at most four words are in one only and half of the quote's in both, or one is replaced, or all are
//!   there in another order.
//! - A quote of less than 24 bytes needs context on one side. One that is given without any must be within an eighth, up
//!   to 48 bytes; so must one whose context is given on both sides and stands on neither.
//! - Of all that are accepted, the nearest with its context and words, clearly; else as above, or it is ambiguous.
//! - What is found is [`Kind::Near`] only if numbers (in digits or words), negations, amounts, units of time, currencies
//!   and names are the same in the same order, and no word stands where its opposite stood; else [`Kind::Changed`].

mod align;
mod context;
mod exact;
mod grams;
mod near;
mod scan;
mod search;
mod tokens;
mod unfolded;
mod weight;
mod words;

use crate::dossier::Selector;
use crate::text::{Index, Range, Unicode};
pub use search::{Host, Search};
#[cfg(feature = "editor")]
pub(crate) use {tokens::compare, weight::is_negation};

/// Words to be found.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Which, and what stands beside them.
    pub selector: &'a Selector,
    /// Wherever they stand with their context, not once only.
    pub all: bool,
    /// Nowhere but here.
    pub within: Option<Range>,
}

/// How words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letter for letter, but for white space.
    Exact,
    /// The same once both sides are folded (case, quotes, dashes, white space, composition).
    Folded,
    /// Some edits away, but no number, negation or name among them.
    Near,
    /// The place is certain, but a number, a negation or a name differs. Never marked.
    Changed,
}

impl Kind {
    /// The word for it in results and events.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Exact => "exact",
            Kind::Folded => "folded",
            Kind::Near => "near",
            Kind::Changed => "changed",
        }
    }
}

/// Why words were not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// They stand nowhere.
    Absent,
    /// They stand at several places, and context does not tell which.
    Ambiguous,
}

impl Refused {
    /// The word for it, likewise.
    pub fn name(self) -> &'static str {
        match self {
            Refused::Absent => "absent",
            Refused::Ambiguous => "ambiguous",
        }
    }
}

/// Where words stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The places, in order: one, or several where all were asked for. They don't overlap.
    pub ranges: Vec<Range>,
    /// 0 to 1: how much of quote and context fits there.
    pub score: f32,
    /// How they were found; of several, the loosest.
    pub kind: Kind,
}

/// Finds each of `wanted` in a page, or says why not; the answers in the same order. One pass over the text, however
/// many there are. `unicode` must be of the kind that the index was built with.
pub fn locate(index: &Index, unicode: &mut dyn Unicode, wanted: &[Wanted]) -> Vec<Result<Found, Refused>> {
    let mut search = Search::new(unicode, wanted);
    search.advance(index, &mut ());
    search.finish()
}

/// The passage most like words that stand nowhere, and how like, 0 to 1: to be told, never marked.
#[cfg(feature = "editor")]
pub(crate) fn nearest(index: &Index, unicode: &mut dyn Unicode, wanted: &Wanted) -> Option<(Range, f32)> {
    let mut grams = grams::Grams::default();
    grams.advance(index.folded(), &mut ());
    let quote = search::Quote::new(&mut Index::builder(unicode), wanted);
    near::nearest_stretch(index, &quote, &grams)
}

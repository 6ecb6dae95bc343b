//! How a mark is made: wrapped, or painted.

use super::owner::{self, Owner};
use super::pieces::Pieces;
use super::{paint, stretch};
use crate::text::Range;

/// What the publisher asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Painted where a framework owns the text, wrapped elsewhere.
    Auto,
    /// Wrapped.
    Text,
    /// Painted.
    Paint,
}

impl Manner {
    /// Whether a mark is painted, or why it can't be made. What stands in a control is painted always. `rendered`:
    /// whether a framework owns all of the page.
    pub fn paints(self, pieces: &Pieces, range: Range, rendered: bool) -> Result<bool, &'static str> {
        let mut owner = rendered.then_some(Owner::Framework);
        for stretch in stretch::of(pieces, range) {
            owner = owner.max(owner::of(&stretch.node));
        }
        let reason = match (owner, self) {
            (Some(Owner::Control), _) => "inside-control",
            (_, Manner::Paint) => "not-painted",
            (Some(Owner::Framework), Manner::Auto) => "framework",
            _ => return Ok(false),
        };
        if paint::is_supported() { Ok(true) } else { Err(reason) }
    }
}

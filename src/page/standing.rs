//! The marks of an element that stand in its article.

use super::marked::Words;
use super::stage;
use super::walk::Walked;
use super::wrap::{self, Wrapping};
use crate::text::{Place, Range};
use crate::view::life::MarkId;
use crate::view::marking::Mark;
use js_sys::WeakMap;
use web_sys::Node;

/// All of them, and what was done to the page for them.
#[derive(Default)]
pub struct Standing {
    pub marks: Vec<Placed>,
    pub wrapping: Wrapping,
}

/// A mark that stands.
pub struct Placed {
    /// What the stage knows it by.
    pub id: MarkId,
    /// For which claims, and where in the walk that is looked at.
    pub mark: Mark,
    /// Where in the page.
    pub words: Words,
    /// What it said when it was made.
    pub said: String,
}

impl Placed {
    /// Whether it still says what it said, in the page.
    pub fn stands(&self) -> bool {
        self.words.text().as_ref() == Some(&self.said)
    }

    /// Takes it out of the page. A listener for a card that closes with it may do anything: nothing must be lent.
    pub fn remove(&self) {
        stage::remove_mark(self.id);
    }
}

impl Standing {
    /// Takes out of the list what `is_out`, and its elements out of the text. What is left to do is
    /// [`Placed::remove`].
    pub fn drain(&mut self, mut is_out: impl FnMut(&Placed) -> bool) -> Vec<Placed> {
        let (out, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.marks).into_iter().partition(|placed| is_out(placed));
        self.marks = rest;
        for placed in &out {
            if let Words::Wrapped(elements) = &placed.words {
                wrap::unwrap(elements);
            }
        }
        out
    }

    /// Finds where they stand in a new walk. Those that are no part of it are drained.
    pub fn locate(&mut self, walked: &Walked) -> Vec<Placed> {
        if self.marks.is_empty() {
            return Vec::new();
        }
        let numbers = WeakMap::new();
        for (piece, node) in walked.pieces.nodes().iter().enumerate() {
            numbers.set(node, &(piece as u32).into());
        }
        let place = |(node, offset): (Node, u32)| {
            let piece = numbers.get(&node).as_f64()?;
            Some(Place { piece: piece as u32, offset })
        };
        let mut lost = Vec::new();
        for placed in &mut self.marks {
            let range =
                placed.words.ends().and_then(|[start, end]| Some(Range { start: place(start)?, end: place(end)? }));
            match range {
                Some(range) => placed.mark.range = range,
                None => lost.push(placed.id),
            }
        }
        self.drain(|placed| lost.contains(&placed.id))
    }
}

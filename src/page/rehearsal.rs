//! The first card of a page, laid out unseen while its opening waits: the pointer rests, or a finger is still down.
//!
//! What a browser does for the first time takes it long: compiling our code, finding the card's fonts. At one go with the
//! opening that would be felt, 4 × slowed some 130 ms. Here it comes in parts, each in a task of its own, and in time that a
//! reader waits anyhow. Nothing of it is shown.

use super::build::Growth;
use super::card::{CardBox, MORE, text_size};
use super::marked::Marked;
use super::task::{Rank, Task};

/// So many parts are laid out: what a card shows before it is scrolled.
const PARTS: u32 = 6;

struct Rehearsal {
    card: CardBox,
    growth: Option<Growth>,
    parts: u32,
}

/// Begins one, for the card of a mark. `over` is called when it is done.
pub fn begin(card: CardBox, marked: Marked, over: fn()) -> Option<Task> {
    let mut rehearsal = Rehearsal { card, growth: None, parts: 0 };
    Task::new(Rank::Card, move |slice| {
        while rehearsal.advance(&marked) {
            if slice.is_over() {
                return;
            }
        }
        over();
    })
}

impl Rehearsal {
    /// Goes on by a part; `false` once there is none.
    fn advance(&mut self, marked: &Marked) -> bool {
        match &mut self.growth {
            None => {
                self.card.suit(marked, text_size(marked.widget.element()).as_deref());
                self.growth = self.card.rehearse(marked.widget.card(&marked.claims, 0));
                self.growth.is_some()
            }
            Some(growth) => {
                self.parts += 1;
                let goes_on = growth.grow(MORE);
                self.card.lay_out();
                goes_on && self.parts < PARTS
            }
        }
    }
}

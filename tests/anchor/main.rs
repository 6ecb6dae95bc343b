//! Finding words: folding, the way back, the exact tier, marks.

mod fold;
mod laws;
mod locate;
#[cfg(feature = "editor")]
mod marking;
mod one_word;
mod page;
mod reports;
mod snap;

//! Finding words: folding, the way back, the tiers, marks.

mod annotator;
mod case;
mod edited;
mod fold;
mod fragments;
mod fuzzed;
mod hypothesis;
mod laws;
mod locate;
#[cfg(feature = "editor")]
mod marking;
mod one_word;
mod page;
mod pages;
mod pieces;
mod reports;
mod rows;
mod snap;

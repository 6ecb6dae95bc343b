//! What a reader sees, as one small element tree, and how the card behaves over time.
//!
//! Two faces take the tree: [`html`] writes it as text, the page builds it in the DOM. Nothing here knows either.

mod corridor;
pub mod el;
pub mod html;
pub mod life;
pub mod marking;

pub use el::{Action, Attr, El, Tag};

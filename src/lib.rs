//! Variorum compares, inside a news article, what each report says on the points where they disagree.
//!
//! The crate is a core that knows neither browser nor file system, and two thin faces on it: the page
//! (`wasm32`) and the command line (feature `cli`). Data goes one way:
//!
//! ```text
//! text ─► Node ─► Dossier ─► Comparison ─► El ─► DOM | HTML
//! page ─► pieces ─► Index ─► Found ─► Mark
//! ```
//!
//! Which layer to use: to read and judge a dossier, [`dossier`]; to know how its readings relate, [`compare`];
//! to find words in a text, [`text`] and [`anchor`]; to show any of it, [`view`]; with the feature `editor`, to read
//! figures as reports print them, `prose`, to check a dossier against the texts that it quotes, `check`, and to give it to
//! others, `export`. A room uses only rooms named before it.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod anchor;
#[cfg(feature = "bake")]
pub mod bake;
#[cfg(feature = "editor")]
pub mod check;
pub mod compare;
#[cfg(feature = "editor")]
pub mod diff;
pub mod dossier;
#[cfg(feature = "editor")]
pub mod export;
#[cfg(feature = "editor")]
pub mod prose;
#[cfg(feature = "bake")]
pub mod saved;
pub mod text;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod page;

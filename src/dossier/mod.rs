//! The data for one story: its sources, its claims, and what each source says on each claim.
//!
//! [`Dossier::read`] is the one reader: it walks a [`Node`], which the command line makes from TOML or JSON and
//! the page from what the browser's own parser returned, and gives the dossier *and* every fault found.
//! Nothing here does input or output.

mod circle;
mod claim;
mod cursor;
mod date;
mod decimal;
mod duration;
mod fault;
mod head;
mod kind;
mod model;
#[cfg(feature = "editor")]
mod naming;
#[cfg(feature = "editor")]
mod nearest;
mod node;
#[cfg(feature = "editor")]
mod notation;
#[cfg(feature = "editor")]
mod parse;
mod read;
#[cfg(any(target_arch = "wasm32", test))]
mod stringified;
#[cfg(feature = "editor")]
mod unread;
mod walk;
mod words;
#[cfg(feature = "editor")]
mod written;

pub use date::{Date, Time};
pub use decimal::Decimal;
pub use duration::{Duration, Unit};
pub use fault::{Fault, Place, Reason};
#[cfg(feature = "editor")]
pub(crate) use kind::Kind;
pub use model::*;
#[cfg(feature = "editor")]
pub use naming::{id_of, unused_id};
pub use node::{Node, NodeKind, Span};
#[cfg(feature = "editor")]
pub(crate) use parse::parse_data;
#[cfg(feature = "editor")]
pub use parse::{line_column, parse_json, parse_toml};
pub use read::Strictness;
#[cfg(target_arch = "wasm32")]
pub(crate) use stringified::parse_stringified;
pub use words::slug;
#[cfg(feature = "editor")]
pub(crate) use words::{is_hidden, is_url};
#[cfg(feature = "editor")]
pub(crate) use written::whole;

#[cfg(not(feature = "editor"))]
use kind::Kind;
use model::Named;

/// The largest dossier, in bytes of UTF-8. Judged before anything is parsed.
pub const MAX_BYTES: usize = 256 * 1024;

/// The deepest dossier, in levels of objects and arrays. Judged before anything is parsed.
pub const MAX_DEPTH: usize = 16;

/// The most claims that a dossier has.
pub const MAX_CLAIMS: usize = 60;

/// The most sources that a dossier has.
pub const MAX_SOURCES: usize = 40;

/// The format's JSON Schema.
#[cfg(feature = "editor")]
pub const SCHEMA: &str = include_str!("../../schema/dossier-1.schema.json");

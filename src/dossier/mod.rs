//! The data for one story: its sources, its claims, and what each source says on each claim.
//!
//! [`Dossier::read`] is the one reader: it walks a [`Node`], which the command line makes from TOML or JSON and
//! the page from what the browser's own parser returned, and gives the dossier *and* every fault found.
//! Nothing here does input or output.

mod date;
mod decimal;
mod duration;
mod fault;
mod model;
mod node;

pub use date::{Date, Time};
pub use decimal::Decimal;
pub use duration::{Duration, Unit};
pub use fault::{Fault, Place, Reason};
pub use model::*;
pub use node::{Node, NodeKind, Span};

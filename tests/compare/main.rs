//! The rules of comparison, as tables and as laws. Claims are written in the short notation of `notation.rs`.

mod extents;
mod groups;
mod laws;
mod notation;
mod origins;
mod pairs;
mod points;

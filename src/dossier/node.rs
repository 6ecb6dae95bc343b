//! A small tree of data with positions: what TOML, JSON and the browser's `JSON.parse` have in common.

/// Where a node stands in its text, in bytes of UTF-8: `start..end`. Both 0 where the text was never seen
/// (in the page, the browser parses).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of data that a dossier can hold.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeKind {
    /// JSON's `null`; TOML has none.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number. JSON does not tell integers from others; whole numbers up to 2^53 are exact.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Node>),
    /// Fields in the order written. A name may occur twice: the reader faults it. The span is the name's.
    Object(Vec<(String, Span, Node)>),
}

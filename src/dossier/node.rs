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

impl Node {
    /// A field's value, of an object. Of two with one name the last, as `JSON.parse` has it.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.fields().iter().rev().find(|(field, ..)| field == name).map(|(.., node)| node)
    }

    /// A field's value, to be changed. Of two with one name the last.
    #[cfg(feature = "editor")]
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Node> {
        match &mut self.kind {
            NodeKind::Object(fields) => {
                fields.iter_mut().rev().find(|(field, ..)| field == name).map(|(.., node)| node)
            }
            _ => None,
        }
    }

    /// The fields of an object; none for anything else.
    pub fn fields(&self) -> &[(String, Span, Node)] {
        match &self.kind {
            NodeKind::Object(fields) => fields,
            _ => &[],
        }
    }

    /// The items of an array; none for anything else.
    pub fn items(&self) -> &[Node] {
        match &self.kind {
            NodeKind::Array(items) => items,
            _ => &[],
        }
    }

    /// The items of an array, to be changed; none for anything else.
    #[cfg(feature = "editor")]
    pub fn items_mut(&mut self) -> &mut [Node] {
        match &mut self.kind {
            NodeKind::Array(items) => items,
            _ => &mut [],
        }
    }

    /// The words of a string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::String(words) => Some(words),
            _ => None,
        }
    }

    /// A number.
    pub fn as_number(&self) -> Option<f64> {
        match self.kind {
            NodeKind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The words of a field that holds a string.
    pub fn str(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }
}

/// Trees that are made, not read.
#[cfg(feature = "editor")]
impl Node {
    /// A node that stands in no text.
    pub fn new(kind: NodeKind) -> Self {
        Node { kind, span: Span::default() }
    }

    /// A string.
    pub fn string(words: impl Into<String>) -> Self {
        Node::new(NodeKind::String(words.into()))
    }

    /// An array.
    pub fn array(items: impl IntoIterator<Item = Node>) -> Self {
        Node::new(NodeKind::Array(items.into_iter().collect()))
    }

    /// An object with these fields, in this order.
    pub fn object<'n>(fields: impl IntoIterator<Item = (&'n str, Node)>) -> Self {
        let field = |(name, node): (&str, Node)| (name.to_owned(), Span::default(), node);
        Node::new(NodeKind::Object(fields.into_iter().map(field).collect()))
    }

    /// Adds a field at the end of an object. Anything else stays as it is.
    pub fn add_field(&mut self, name: &str, node: Node) {
        if let NodeKind::Object(fields) = &mut self.kind {
            fields.push((name.to_owned(), Span::default(), node));
        }
    }

    /// Adds an item at the end of an array. Anything else stays as it is.
    pub fn add_item(&mut self, node: Node) {
        if let NodeKind::Array(items) = &mut self.kind {
            items.push(node);
        }
    }

    /// The same without these fields, if it is an object.
    pub fn without(&self, names: &[&str]) -> Self {
        let kind = match &self.kind {
            NodeKind::Object(fields) => {
                let others = fields.iter().filter(|(name, ..)| !names.contains(&name.as_str()));
                NodeKind::Object(others.cloned().collect())
            }
            other => other.clone(),
        };
        Node { kind, span: self.span }
    }
}

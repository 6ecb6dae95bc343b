//! Annotations as a dossier.
//!
//! Those that [`web_annotation`](super::web_annotation) wrote become the dossier that they were made from, field by field,
//! with whatever was changed in them since. All others become a draft: their sources and their quotes, and points of
//! comparison to be filled in.

use super::others::Draft;
use crate::dossier::{Fault, Node, NodeKind, Span, parse_data};
use std::collections::HashMap;
use std::fmt;

/// What was made of annotations.
#[derive(Clone, Debug)]
pub struct Imported {
    /// A dossier's tree. Places in it are places in the file that it came from; in a draft there are none.
    pub node: Node,
    /// Whether it is a draft, made of annotations that know nothing of dossiers.
    pub is_draft: bool,
    /// What could not be taken, in the order of the files.
    pub left_out: Vec<LeftOut>,
}

/// An annotation that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Which of the files.
    pub file: usize,
    /// Where in it.
    pub span: Span,
    /// One sentence for a person.
    pub why: String,
}

/// Why nothing was made of annotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal(Why);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    OneOfSeveral,
    NoAnnotation,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self.0 {
            Why::OneOfSeveral => "one of these files holds a whole dossier: import it alone",
            Why::NoAnnotation => "no annotation of words was found: only those with a TextQuoteSelector can be taken",
        })
    }
}

impl std::error::Error for Refusal {}

/// Reads the JSON of annotations.
///
/// # Errors
/// If it is no JSON, or goes too deep.
pub fn read(text: &str) -> Result<Node, Fault> {
    parse_data(text)
}

/// Makes a dossier of the annotations in some files. A draft gets this `id`, and was last changed `now`, a moment as
/// RFC 3339 has it.
///
/// # Errors
/// If there is nothing to take, or a whole dossier beside other annotations.
pub fn import(files: &[Node], id: &str, now: &str) -> Result<Imported, Refusal> {
    match files {
        [file] if file.get("dossier").is_some() => Ok(put_together(file)),
        _ if files.iter().any(|file| file.get("dossier").is_some()) => Err(Refusal(Why::OneOfSeveral)),
        _ => {
            let mut draft = Draft::default();
            for (at, file) in files.iter().enumerate() {
                draft.add_all(at, file);
            }
            draft.finish(id, now).ok_or(Refusal(Why::NoAnnotation))
        }
    }
}

/// The annotations of a file: in pages, in collections, as results of a search, in a list, or one alone.
pub(super) fn annotations(file: &Node) -> &[Node] {
    let lists = ["items", "rows"].iter().find_map(|name| file.get(name));
    match lists.or_else(|| file.get("first")?.get("items")) {
        Some(list) => list.items(),
        None => several(file),
    }
}

/// The nodes of a field that holds one or several of them.
pub(super) fn field<'n>(node: &'n Node, name: &str) -> &'n [Node] {
    node.get(name).map_or(&[], several)
}

fn several(node: &Node) -> &[Node] {
    match &node.kind {
        NodeKind::Array(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// The dossier that a collection was made from.
fn put_together(file: &Node) -> Imported {
    let mut node = file.get("dossier").cloned().unwrap_or(Node::new(NodeKind::Null));
    let mut claims = claims(&node);
    let mut left_out = Vec::new();
    for annotation in annotations(file) {
        if let Err(why) = claims.put(annotation) {
            left_out.push(LeftOut { file: 0, span: annotation.span, why: why.into() });
        }
    }
    let parts = claims.parts;
    for (claim, Parts { anchors, readings, .. }) in
        node.get_mut("claims").map(Node::items_mut).unwrap_or_default().iter_mut().zip(parts)
    {
        if !anchors.is_empty() {
            claim.add_field("anchors", Node::array(anchors));
        }
        claim.add_field("readings", Node::array(readings));
    }
    Imported { node, is_draft: false, left_out }
}

/// The claims of a dossier, each with what annotations say of it.
struct Claims {
    /// What begins the fragment of each claim's address.
    prefix: String,
    by_id: HashMap<String, usize>,
    parts: Vec<Parts>,
}

#[derive(Default)]
struct Parts {
    anchors: Vec<Node>,
    readings: Vec<Node>,
    /// Which reading it is that says just this, as JSON: annotations of several quotes repeat it.
    said: HashMap<String, usize>,
}

fn claims(dossier: &Node) -> Claims {
    let claims = dossier.get("claims").map_or(&[][..], Node::items);
    let ids = claims.iter().enumerate().filter_map(|(at, claim)| Some((claim.str("id")?.to_owned(), at)));
    Claims {
        prefix: format!("variorum-{}.", dossier.str("id").unwrap_or_default()),
        by_id: ids.collect(),
        parts: claims.iter().map(|_| Parts::default()).collect(),
    }
}

impl Claims {
    /// Takes an annotation, or says why not.
    fn put(&mut self, annotation: &Node) -> Result<(), &'static str> {
        let bodies = field(annotation, "body");
        let claim = bodies.iter().find_map(|body| {
            let (_, fragment) = body.str("source")?.rsplit_once('#')?;
            self.by_id.get(fragment.strip_prefix(&self.prefix)?).copied()
        });
        let claim = &mut self.parts[claim.ok_or("it names no claim of this dossier")?];
        let target = field(annotation, "target").first().ok_or("it has no target")?;
        let selectors = field(target, "selector");
        let Some(reading) = bodies.iter().find_map(|body| body.get("reading")) else {
            let selected = selectors.first().ok_or("it selects no words")?;
            claim.anchors.push(with(anchor(selected), target.get("anchor")));
            return Ok(());
        };
        let said = serde_json::to_string(reading).expect("a tree of plain data can be written");
        let readings = &mut claim.readings;
        let at = *claim.said.entry(said).or_insert_with(|| {
            readings.push(reading.clone());
            readings.len() - 1
        });
        if selectors.is_empty() {
            return Ok(());
        }
        let quote = with(quote(selectors), target.get("quote"));
        if readings[at].get("quotes").is_none() {
            readings[at].add_field("quotes", Node::array([]));
        }
        if let Some(quotes) = readings[at].get_mut("quotes") {
            quotes.add_item(quote);
        }
        Ok(())
    }
}

/// The anchor that a selector selects.
fn anchor(selector: &Node) -> Node {
    let Some(element) = selector.get("value") else { return quote(std::slice::from_ref(selector)) };
    let mut anchor = Node::object([("element", element.clone())]);
    if let Some(refined_by) = selector.get("refinedBy") {
        anchor.add_field("refinedBy", quote(std::slice::from_ref(refined_by)));
    }
    anchor
}

/// The quote that selectors select: by its words, by its position.
fn quote(selectors: &[Node]) -> Node {
    let fields = ["exact", "prefix", "suffix", "start", "end"];
    let found = |name| Some((name, selectors.iter().find_map(|selector| selector.get(name))?.clone()));
    let mut quote = Node::object(fields.into_iter().filter_map(found));
    quote.span = selectors.first().map_or(Span::default(), |selector| selector.span);
    quote
}

/// With the fields of another object, too.
fn with(mut node: Node, more: Option<&Node>) -> Node {
    for (name, _, field) in more.map_or(&[][..], Node::fields) {
        node.add_field(name, field.clone());
    }
    node
}

//! Whether a page is the same but for what was put into it.

use crate::saved::Document;
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use html5ever::QualName;
use scraper::Node;
use std::collections::HashMap;

/// One step through a tree.
#[derive(PartialEq, Eq)]
enum Step<'d> {
    Open(&'d QualName, Vec<(&'d QualName, &'d str)>),
    Close,
    /// Texts that meet are one.
    Text(String),
    Comment(&'d str),
    Other(String),
}

/// A page to be compared: where the element is, and which elements are marks.
pub struct Side<'d> {
    pub document: &'d Document,
    pub element: NodeId,
    pub marks: &'d HashMap<NodeId, &'d str>,
}

/// Whether two pages have the same tree, what stands in the element and the tags of marks left aside, and every mark has
/// its words.
pub fn same(before: &Side, after: &Side) -> bool {
    let has_words = |(&mark, words): (&NodeId, &&str)| {
        let node = after.document.html.tree.get(mark);
        node.is_some_and(|node| node.children().all(|child| child.value().is_text()) && text_of(node) == **words)
    };
    after.marks.iter().all(has_words) && before.steps() == after.steps()
}

fn text_of(node: ego_tree::NodeRef<Node>) -> String {
    node.descendants().filter_map(|node| node.value().as_text().map(|text| &**text)).collect()
}

impl<'d> Side<'d> {
    fn steps(&self) -> Vec<Step<'d>> {
        let mut steps = Vec::new();
        let mut inside = false;
        for edge in self.document.html.tree.root().traverse() {
            let (Edge::Open(node) | Edge::Close(node)) = edge;
            let is_element = node.id() == self.element;
            inside &= !is_element;
            if inside || self.marks.contains_key(&node.id()) {
                continue;
            }
            match (edge, node.value()) {
                (Edge::Open(_), Node::Element(element)) => {
                    let attributes = element.attrs.iter().map(|(name, value)| (name, &**value));
                    let kept = attributes.filter(|(name, _)| !(is_element && &*name.local == "baked"));
                    steps.push(Step::Open(&element.name, kept.collect()));
                    inside = is_element;
                }
                (Edge::Close(_), Node::Element(_) | Node::Fragment) => steps.push(Step::Close),
                (Edge::Close(_), _) => {}
                (_, Node::Text(text)) => match steps.last_mut() {
                    Some(Step::Text(before)) => before.push_str(text),
                    _ => steps.push(Step::Text(String::from(&**text))),
                },
                (_, Node::Comment(text)) => steps.push(Step::Comment(text)),
                (_, other) => steps.push(Step::Other(format!("{other:?}"))),
            }
        }
        steps
    }
}

//! One walk of the page: its text nodes and the index over them.

use super::article::LEFT_OUT;
use super::unicode::Browser;
use super::{event, node};
use crate::anchor::{self, Found, Kind, Wanted};
use crate::dossier::{NodeKind, Selector};
use crate::text::{self, Index, Place, breaks_words};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, Range, Text};

#[wasm_bindgen]
extern "C" {
    /// An element with `checkVisibility`, which the bindings don't have yet.
    type Visible;
    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Visible) -> bool;
}

/// The text of a part of the page.
pub struct Walk {
    /// The text nodes, by piece.
    pub nodes: Vec<Text>,
    /// The index over them.
    pub index: Index,
}

/// Walks everything under `root` that a reader can read.
pub fn walk(root: &Element, unicode: &mut Browser) -> Walk {
    let mut nodes = Vec::new();
    let mut builder = Index::builder(unicode);
    let mut next: Option<Node> = root.first_child();
    while let Some(node) = next {
        let mut descend = None;
        if let Some(text) = node.dyn_ref::<Text>() {
            builder.piece(&text.data());
            nodes.push(text.clone());
        } else if let Some(element) = node.dyn_ref::<Element>()
            && is_read(element)
        {
            if breaks_words(&element.local_name()) {
                builder.block_break();
            }
            descend = element.first_child();
        }
        next = descend.or_else(|| {
            let mut node = node;
            loop {
                if let Some(element) = node.dyn_ref::<Element>()
                    && breaks_words(&element.local_name())
                {
                    builder.block_break();
                }
                if let Some(sibling) = node.next_sibling() {
                    return Some(sibling);
                }
                node = node.parent_node()?;
                if node.is_same_node(Some(root)) {
                    return None;
                }
            }
        });
    }
    Walk { nodes, index: builder.finish() }
}

/// Whether an element's text is part of what is read: a rule on its name, and whether it has a box at all.
fn is_read(element: &Element) -> bool {
    if element.matches(LEFT_OUT).unwrap_or(true) || element.local_name() == "article" {
        return false;
    }
    element.unchecked_ref::<Visible>().check_visibility()
        || element.local_name() == "br"
        || element.local_name() == "wbr"
}

impl Walk {
    /// The pieces inside an element, as a range; `None` where it holds no text.
    pub fn within(&self, element: &Element) -> Option<text::Range> {
        let inside = |node: &&Text| element.contains(Some(node));
        let first = self.nodes.iter().position(|node| inside(&node))?;
        let last = self.nodes.iter().rposition(|node| inside(&node))?;
        let end = Place { piece: last as u32, offset: self.nodes[last].length() };
        Some(text::Range { start: Place { piece: first as u32, offset: 0 }, end })
    }

    /// A DOM range at a range of text.
    fn range(&self, document: &Document, range: text::Range) -> Option<Range> {
        let made = document.create_range().ok()?;
        made.set_start(self.nodes.get(range.start.piece as usize)?, range.start.offset).ok()?;
        made.set_end(self.nodes.get(range.end.piece as usize)?, range.end.offset).ok()?;
        Some(made)
    }
}

/// See [`super::locate`].
pub fn locate(root: &Element, selectors: &JsValue) -> JsValue {
    let Some(document) = root.owner_document() else { return JsValue::NULL };
    let mut unicode = Browser::new();
    let walk = walk(root, &mut unicode);
    let selectors = selectors_of(selectors);
    let wanted: Vec<_> = selectors.iter().map(|selector| Wanted { selector, all: false, within: None }).collect();
    let results = anchor::locate(&walk.index, &mut unicode, &wanted);
    let shown = results.into_iter().map(|result| {
        let answer = Object::new();
        let set = |name: &str, value: &JsValue| Reflect::set(&answer, &name.into(), value).is_ok();
        match result {
            Ok(Found { ranges, score, kind }) => {
                let ranges: Array =
                    ranges.into_iter().filter_map(|range| walk.range(&document, range)).map(JsValue::from).collect();
                set("ranges", &ranges);
                set("score", &f64::from(score).into());
                set("kind", &kind_name(kind).into());
            }
            Err(refused) => {
                set("refused", &event::refused_name(refused).into());
            }
        }
        JsValue::from(answer)
    });
    shown.collect::<Array>().into()
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Exact => "exact",
        Kind::Folded => "folded",
        Kind::Near => "near",
        Kind::Changed => "changed",
    }
}

/// Reads `[{exact, prefix?, suffix?}]`; what is not of that shape finds nothing.
fn selectors_of(value: &JsValue) -> Vec<Selector> {
    let Some(NodeKind::Array(items)) = node::from_js(value).map(|node| node.kind) else { return Vec::new() };
    let selector = |item: crate::dossier::Node| {
        let mut selector = Selector::default();
        if let NodeKind::Object(fields) = item.kind {
            for (name, _, value) in fields {
                let NodeKind::String(words) = value.kind else { continue };
                match name.as_str() {
                    "exact" => selector.exact = words,
                    "prefix" => selector.prefix = words,
                    "suffix" => selector.suffix = words,
                    _ => {}
                }
            }
        }
        selector
    };
    items.into_iter().map(selector).collect()
}

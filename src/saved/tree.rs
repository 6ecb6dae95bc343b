//! Lets another make the tree, and notes where in the file its texts and elements come from.

use super::parse::{Document, MAX_DEPTH, TagRange};
use super::places::Places;
use ego_tree::{NodeId, NodeRef, Tree};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};
use scraper::{Html, HtmlTreeSink, Node};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::{HashMap, VecDeque};
use std::ops::Range;

pub struct Sink {
    tree: HtmlTreeSink,
    texts: RefCell<HashMap<NodeId, Places>>,
    starts: RefCell<HashMap<NodeId, usize>>,
    tags: RefCell<Vec<TagRange>>,
    /// Whether what is processed is a tag, which may begin an element.
    in_tag: Cell<bool>,
    /// The element that it has begun, so far.
    begun: Cell<Option<NodeId>>,
    /// Whether what is processed is the last of `awaited`.
    in_characters: Cell<bool>,
    /// Text given to the tree builder and not seen to arrive: dropped, or held back to the end of a table's text.
    awaited: RefCell<VecDeque<Awaited>>,
    /// Whether more elements stand in one another than may.
    too_deep: Cell<bool>,
}

struct Awaited {
    text: StrTendril,
    file: Range<usize>,
    same: bool,
}

impl Default for Sink {
    fn default() -> Self {
        Sink {
            tree: HtmlTreeSink::new(Html::new_document()),
            texts: RefCell::default(),
            starts: RefCell::default(),
            tags: RefCell::default(),
            in_tag: Cell::default(),
            begun: Cell::default(),
            in_characters: Cell::default(),
            awaited: RefCell::default(),
            too_deep: Cell::default(),
        }
    }
}

impl Sink {
    /// A tag is going to be processed.
    pub fn meet(&self, tag: TagRange) {
        self.in_tag.set(tag.is_start);
        self.begun.set(None);
        self.tags.borrow_mut().push(tag);
    }

    /// What was no text has been processed: what has not arrived by now never will.
    pub fn forget(&self) {
        self.in_tag.set(false);
        self.awaited.borrow_mut().clear();
    }

    /// This text is going to be processed, from these bytes.
    pub fn await_text(&self, text: StrTendril, file: Range<usize>, same: bool) {
        self.in_characters.set(true);
        self.awaited.borrow_mut().push_back(Awaited { text, file, same });
    }

    /// Whether what has been built is deeper than a page may be.
    pub fn is_too_deep(&self) -> bool {
        self.too_deep.get()
    }

    /// It has been processed.
    pub fn no_longer_characters(&self) {
        self.in_characters.set(false);
    }

    /// Text has arrived at the end of a node: notes where it comes from.
    fn note(&self, text: Option<StrTendril>, node: impl FnOnce(&Tree<Node>) -> Option<NodeRef<'_, Node>>) {
        let Some(text) = text else { return };
        let mut awaited = self.awaited.borrow_mut();
        let Some(Awaited { file, same, .. }) = (if self.in_characters.get() {
            awaited.drain(..).next_back().filter(|last| last.text == text)
        } else {
            let at = awaited.iter().position(|one| one.text == text);
            at.and_then(|at| awaited.drain(..=at).next_back())
        }) else {
            return;
        };
        let html = self.tree.0.borrow();
        if let Some(node) = node(&html.tree)
            && let Node::Text(whole) = node.value()
        {
            let range = whole.len() - text.len()..whole.len();
            self.texts.borrow_mut().entry(node.id()).or_default().add(range, file, same);
        }
    }
}

/// What a child says, if it is text.
fn text_of(child: &NodeOrText<NodeId>) -> Option<StrTendril> {
    match child {
        NodeOrText::AppendText(text) => Some(text.clone()),
        NodeOrText::AppendNode(_) => None,
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Document;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Document {
        Document {
            html: self.tree.finish(),
            texts: self.texts.into_inner(),
            starts: self.starts.into_inner(),
            tags: self.tags.into_inner(),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let tags = self.tags.borrow();
        let own = tags.len().checked_sub(1).filter(|&last| self.in_tag.get() && tags[last].name == *name.local);
        let element = self.tree.create_element(name, attributes, flags);
        if let Some(own) = own {
            // Elements that a tag opens anew come before its own.
            let mut starts = self.starts.borrow_mut();
            if let Some(other) = self.begun.replace(Some(element)) {
                starts.remove(&other);
            }
            starts.insert(element, own);
        }
        element
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let text = text_of(&child);
        if text.is_none() {
            // The document is no element; the child is one.
            let depth =
                self.tree.0.borrow().tree.get(*parent).map_or(0, |parent| parent.ancestors().take(MAX_DEPTH).count());
            self.too_deep.set(self.too_deep.get() || depth >= MAX_DEPTH);
        }
        self.tree.append(parent, child);
        self.note(text, |tree| tree.get(*parent)?.last_child());
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let text = text_of(&child);
        self.tree.append_before_sibling(sibling, child);
        self.note(text, |tree| tree.get(*sibling)?.prev_sibling());
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let has_parent = self.tree.0.borrow().tree.get(*element).is_some_and(|node| node.parent().is_some());
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    // The rest is the other's alone.

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        self.tree.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.tree.elem_name(target)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.tree.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.tree.create_pi(target, data)
    }

    fn append_doctype_to_document(&self, name: StrTendril, public_id: StrTendril, system_id: StrTendril) {
        self.tree.append_doctype_to_document(name, public_id, system_id);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.tree.get_template_contents(target)
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        self.tree.same_node(x, y)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.tree.set_quirks_mode(mode);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.tree.add_attrs_if_missing(target, attributes);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.tree.reparent_children(node, new_parent);
    }
}

//! One walk of the page: its text nodes and the index over them.

use super::list::elements;
use super::memory::{Blocks, Memory};
use super::names::{self, Names};
use super::pieces::Pieces;
use super::unicode::Browser;
use super::watch::Watch;
use crate::text::{self, Builder, COMMENTS, Index, Place};
use js_sys::{JsString, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node, Range, ShadowRoot, Text};

#[wasm_bindgen]
extern "C" {
    /// An element with what the bindings don't have, or only by copying.
    #[wasm_bindgen(extends = Element)]
    type Visited;
    #[wasm_bindgen(method, getter, js_name = localName)]
    fn name(this: &Visited) -> JsString;
    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Visited, options: &JsValue) -> bool;
}

/// Nodes between two questions whether to pause: some twenty microseconds.
const STRIDE: u32 = 32;

/// How often a walk begins anew because the page has changed, before it goes through all the same.
const PATIENCE: u32 = 3;

/// What of a part of the page is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All text.
    Page,
    /// What belongs to an article: not its comments, nor other articles, nor what stands beside it.
    Article,
}

/// The text of a part of the page.
#[derive(Default)]
pub struct Walked {
    /// The text nodes.
    pub pieces: Pieces,
    /// The index over them.
    pub index: Index,
    /// The blocks that they stand in.
    pub blocks: Blocks,
    /// What was left out for another reason than its name.
    pub apart: Vec<Element>,
}

/// A walk under way, in reading order. Nothing of style is asked: what is hidden now may be shown later.
pub struct Walker {
    root: Element,
    scope: Scope,
    watch: Rc<Watch>,
    /// What was read before, for whoever walks again and again.
    memory: Option<Rc<Memory>>,
    names: Names,
    /// What is left out for another reason than its name.
    apart: Vec<Element>,
    builder: Builder<'static>,
    pieces: Pieces,
    blocks: Blocks,
    /// Hosts of shadow roots: what they show is read each time.
    hosts: Vec<Element>,
    /// The elements entered and not yet left, the root first.
    open: Vec<Open>,
    /// What is to be visited; nothing where an element is to be left.
    next: Option<Node>,
    begun: u32,
    /// How often what it reads had changed when it began.
    seen: u32,
}

/// An element that is being read.
struct Open {
    element: Element,
    breaks: bool,
    /// Its number among the blocks, if it is one.
    block: Option<usize>,
    /// Its shadow root is read; its children come after.
    shadow: bool,
}

impl Walker {
    /// Of everything under `root` that `scope` covers. `watch` tells whether that changes meanwhile, and watches the
    /// open shadow roots that are met too. What stands in `memory` and has not changed is not read again.
    pub fn new(root: &Element, scope: Scope, watch: Rc<Watch>, memory: Option<Rc<Memory>>) -> Self {
        let mut walker = Walker {
            root: root.clone(),
            scope,
            watch,
            memory,
            names: Names::get(),
            apart: Vec::new(),
            builder: Index::builder(Browser::new()),
            pieces: Pieces::default(),
            blocks: Blocks::default(),
            hosts: Vec::new(),
            open: Vec::new(),
            next: None,
            begun: 0,
            seen: 0,
        };
        walker.begin();
        walker
    }

    /// Begins anew, unless it has done so too often.
    pub fn begin(&mut self) -> bool {
        if self.begun > PATIENCE {
            return false;
        }
        self.begun += 1;
        self.seen = self.watch.changes();
        self.builder = Index::builder(Browser::new());
        self.pieces = Pieces::default();
        self.blocks = Blocks::default();
        self.apart.clear();
        self.hosts.clear();
        self.open.clear();
        let root = self.root.clone();
        self.enter(root, true);
        if self.memory.as_ref().is_some_and(|memory| memory.settle(&self.apart)) {
            // Nothing is to be read.
            (self.next, self.open) = (None, Vec::new());
        }
        true
    }

    /// How often what it reads had changed when it began.
    pub fn seen(&self) -> u32 {
        self.seen
    }

    /// Whether that has changed since.
    pub fn is_late(&self) -> bool {
        self.watch.changes() != self.seen
    }

    /// Goes on until all is read, which is `true`, or `pauses` says so.
    pub fn advance(&mut self, pauses: &mut dyn FnMut() -> bool) -> bool {
        // Once patience is at an end, what has changed is left for whoever asks later.
        if self.begun <= PATIENCE && self.is_late() {
            self.begin();
        }
        loop {
            for _ in 0..STRIDE {
                match self.next.take() {
                    Some(node) => self.visit(node),
                    None if self.leave() => {}
                    None => return true,
                }
            }
            if pauses() {
                return false;
            }
        }
    }

    /// What was read. The walk can begin anew after it.
    pub fn take(&mut self) -> Walked {
        if let Some(unchanged) = self.memory.as_ref().and_then(|memory| memory.take_unchanged()) {
            return unchanged;
        }
        let builder = std::mem::replace(&mut self.builder, Index::builder(Browser::new()));
        let mut blocks = std::mem::take(&mut self.blocks);
        if self.memory.is_some() {
            // What becomes of an element once it is defined is not told.
            self.hosts.extend(elements(&self.root, ":not(:defined)"));
            self.hosts.iter().for_each(|host| blocks.touch(host));
        }
        let (pieces, apart) = (std::mem::take(&mut self.pieces), std::mem::take(&mut self.apart));
        Walked { pieces, index: builder.finish(), blocks, apart }
    }

    /// What was taken is remembered for the next walk.
    pub fn keep(&self, walked: Walked) {
        if let Some(memory) = &self.memory {
            memory.keep(walked);
        }
    }

    fn visit(&mut self, node: Node) {
        match node.node_type() {
            Node::TEXT_NODE | Node::CDATA_SECTION_NODE => {
                let text: Text = node.unchecked_into();
                self.builder.piece(&text.data());
                self.next = text.next_sibling();
                self.pieces.push(text);
            }
            Node::ELEMENT_NODE => {
                let element: Visited = node.unchecked_into();
                let kind = self.names.kind_of(&element.name());
                let breaks = kind & names::BREAKS != 0;
                if !self.is_read(&element, kind) {
                    if breaks {
                        self.builder.block_break();
                    }
                    self.next = element.next_sibling();
                } else if breaks && self.recall(&element) {
                    self.next = element.next_sibling();
                } else {
                    self.enter(element.into(), breaks);
                }
            }
            _ => self.next = node.next_sibling(),
        }
    }

    /// Whether an element's text is part of what is read.
    fn is_read(&self, element: &Element, kind: u32) -> bool {
        let beside = self.scope == Scope::Article && kind & names::BESIDE_ARTICLE != 0;
        kind & names::NO_TEXT == 0
            && !beside
            // Of `until-found`, which is a word and no truth, this is false.
            && !element.unchecked_ref::<HtmlElement>().hidden()
            && !self.apart.iter().any(|other| other == element)
    }

    /// Takes over what was read of a block before, if nothing in it has changed.
    fn recall(&mut self, element: &Element) -> bool {
        let Walker { memory, builder, pieces, blocks, .. } = self;
        memory.as_ref().is_some_and(|memory| {
            memory.recall(element, |last, range, number| {
                blocks.append(&last.blocks, number, pieces.nodes().len());
                builder.append(&last.index, range.clone());
                last.pieces.nodes()[range].iter().for_each(|node| pieces.push(node.clone()));
            })
        })
    }

    fn enter(&mut self, element: Element, breaks: bool) {
        let shadow = element.shadow_root();
        let within: &Node = shadow.as_ref().map_or(&element, |shadow| shadow);
        if breaks || shadow.is_some() {
            self.builder.block_break();
        }
        if shadow.is_some() || self.open.is_empty() {
            self.watch.observe(within);
            self.set_apart(within);
        }
        if shadow.is_some() {
            self.hosts.push(element.clone());
        }
        let pieces = self.pieces.nodes().len();
        // Between two walks nobody watches shadow roots.
        let remembered = breaks && self.memory.is_some() && !self.open.iter().any(|open| open.shadow);
        let block = remembered.then(|| self.blocks.begin(&element, pieces));
        self.next = within.first_child();
        self.open.push(Open { breaks, block, shadow: shadow.is_some(), element });
    }

    /// Leaves the innermost element; `false` once there is none.
    fn leave(&mut self) -> bool {
        let Some(Open { element, breaks, block, shadow }) = self.open.pop() else { return false };
        if breaks || shadow {
            self.builder.block_break();
        }
        if shadow {
            // Where they end, what follows is of another tree again.
            self.next = element.first_child();
            self.open.push(Open { element, breaks: true, block, shadow: false });
            return true;
        }
        if let Some(number) = block {
            self.blocks.end(number, self.pieces.nodes().len());
        }
        if !self.open.is_empty() {
            self.next = element.next_sibling();
        }
        true
    }

    /// Looks once for what can't be told by its name, in place of once for each element.
    fn set_apart(&mut self, within: &Node) {
        let mut selector = String::from(".variorum-evidence");
        if self.scope == Scope::Article {
            selector.push(',');
            selector.push_str(COMMENTS);
        }
        self.apart.extend(elements(within, &selector));
    }
}

impl Walked {
    /// The pieces inside an element, as a range; `None` where it holds no text.
    pub fn within(&self, element: &Element) -> Option<text::Range> {
        let nodes = self.pieces.nodes();
        let first = nodes.partition_point(|node| position(element, node) == Position::Before);
        let end = nodes.partition_point(|node| position(element, node) != Position::After);
        let last = end.checked_sub(1).filter(|last| *last >= first)?;
        let end = Place { piece: last as u32, offset: nodes[last].length() };
        Some(text::Range { start: Place { piece: first as u32, offset: 0 }, end })
    }

    /// A DOM range at a range of text; `None` where its ends stand in different trees, or no longer in the page.
    pub fn range(&self, document: &Document, range: text::Range) -> Option<Range> {
        let (start, end) = self.ends(range)?;
        let made = document.create_range().ok()?;
        made.set_start(start, range.start.offset).ok()?;
        made.set_end(end, range.end.offset).ok()?;
        Some(made)
    }

    /// Whether a reader sees where a range begins, as far as style can tell.
    pub fn sees(&self, range: text::Range) -> bool {
        let start = self.ends(range).and_then(|(start, _)| start.parent_element());
        let options = Object::new();
        for name in ["visibilityProperty", "opacityProperty"] {
            let _ = Reflect::set(&options, &name.into(), &JsValue::TRUE);
        }
        start.is_some_and(|element| element.unchecked_ref::<Visited>().check_visibility(&options))
    }

    /// Whether a range stands above what is on screen.
    pub fn is_above(&self, range: text::Range) -> bool {
        let start = self.ends(range).and_then(|(start, _)| start.parent_element());
        start.is_some_and(|element| element.get_bounding_client_rect().bottom() < 0.0)
    }

    /// The text nodes in which a range begins and ends, if they stand in one tree.
    pub fn ends(&self, range: text::Range) -> Option<(&Text, &Text)> {
        let nodes = self.pieces.nodes();
        let (start, end) = (nodes.get(range.start.piece as usize)?, nodes.get(range.end.piece as usize)?);
        (start == end || start.get_root_node() == end.get_root_node()).then_some((start, end))
    }
}

/// Where a node stands, seen from an element: what is in a shadow root stands where its host does.
#[derive(PartialEq, Eq)]
enum Position {
    Before,
    Inside,
    After,
}

fn position(element: &Element, node: &Node) -> Position {
    let mut node = node.clone();
    loop {
        let position = element.compare_document_position(&node);
        if position & Node::DOCUMENT_POSITION_DISCONNECTED != 0
            && let Ok(shadow) = node.get_root_node().dyn_into::<ShadowRoot>()
        {
            node = shadow.host().into();
        } else if position & Node::DOCUMENT_POSITION_PRECEDING != 0 {
            return Position::Before;
        } else if position & Node::DOCUMENT_POSITION_FOLLOWING != 0
            && position & Node::DOCUMENT_POSITION_CONTAINED_BY == 0
        {
            return Position::After;
        } else {
            return Position::Inside;
        }
    }
}

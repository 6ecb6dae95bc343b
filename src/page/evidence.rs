//! The evidence in an element: what was baked, or what is built here, part by part.

use super::{build::build, stage};
use crate::view::{self, Context, El, Part};
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Document, DocumentFragment, Element};

/// What evidence stands in an element.
pub struct Evidence {
    stands: Cell<Stands>,
    /// What stood in the element before.
    before: DocumentFragment,
    growing: RefCell<Option<Growing>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// None of ours, yet.
    Not,
    /// What is built here.
    Built,
    /// What was baked.
    Baked,
}

/// What is still to be built.
struct Growing {
    frame: Element,
    parts: Vec<Part>,
    /// How many of the parts stand.
    built: usize,
    /// Paper has no later.
    _print: Option<EventListener>,
}

impl Evidence {
    /// None.
    pub fn new(document: &Document) -> Self {
        let before = document.create_document_fragment();
        Self { stands: Cell::new(Stands::Not), before, growing: RefCell::default() }
    }

    /// What stands in the element is of this very revision.
    pub fn take_over(&self) {
        self.stands.set(Stands::Baked);
    }

    /// Begins to put it in place of what stands in the element: its one line is there at once, all that is folded below
    /// it comes with [`Evidence::grow`]. False if it was there.
    pub fn begin(&self, element: &Element, document: &Document, context: &Context, with_overview: bool) -> bool {
        if self.stands.get() != Stands::Not {
            return false;
        }
        self.stands.set(Stands::Built);
        while let Some(child) = element.first_child() {
            let _ = self.before.append_child(&child);
        }
        for el in [view::frame(context, with_overview), view::mark_labels(context)] {
            if let Some(built) = build(document, el) {
                let _ = element.append_child(&built);
            }
        }
        self.growing.replace(element.first_element_child().map(|frame| Growing {
            frame,
            parts: view::parts(context, with_overview),
            built: 0,
            _print: stage::before_print(document),
        }));
        true
    }

    /// Goes on until all is there, which is `true`, or `pauses` says so.
    pub fn grow(&self, document: &Document, context: &Context, pauses: &mut dyn FnMut() -> bool) -> bool {
        while let Some((home, part)) = self.next(context) {
            // The page may have taken it apart.
            if let (Some(home), Some(built)) = (home, build(document, part)) {
                let _ = home.append_child(&built);
            }
            if pauses() {
                return false;
            }
        }
        true
    }

    /// What comes next, and what it is put into.
    fn next(&self, context: &Context) -> Option<(Option<Element>, El)> {
        let mut growing = self.growing.borrow_mut();
        let next = growing.as_mut().and_then(|Growing { frame, parts, built, .. }| {
            let part = parts.get(*built)?;
            *built += 1;
            let home = (0..part.depth()).try_fold(frame.clone(), |home, _| home.last_element_child());
            Some((home, part.el(context)))
        });
        if next.is_none() {
            growing.take();
        }
        next
    }

    /// Leaves the element as it was; what was baked stays.
    pub fn leave(&self, element: &Element) {
        self.growing.take();
        if self.stands.get() == Stands::Built {
            while let Some(child) = element.first_child() {
                child.unchecked_ref::<Element>().remove();
            }
            let _ = element.append_child(&self.before);
        }
    }

    /// Whether what stands was baked.
    pub fn is_baked(&self) -> bool {
        self.stands.get() == Stands::Baked
    }
}

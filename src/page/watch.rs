//! Whether the page has changed.

use js_sys::Array;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MutationObserver, MutationObserverInit, MutationRecord, Node};

/// Watches parts of the page for as long as it lives: text, nodes, and what is `hidden`.
pub struct Watch {
    observer: MutationObserver,
    changes: Rc<Cell<u32>>,
    tell: Rc<dyn Fn(Array)>,
    _told: Closure<dyn FnMut(Array)>,
}

impl Watch {
    /// Watches nothing yet. `told` is called after each change, in a microtask, and says whether it matters.
    pub fn new(told: impl Fn(&[MutationRecord]) -> bool + 'static) -> Option<Self> {
        let changes = Rc::new(Cell::new(0));
        let count = changes.clone();
        let tell: Rc<dyn Fn(Array)> = Rc::new(move |records: Array| {
            if told(&self::records(records)) {
                count.set(count.get() + 1);
            }
        });
        let own = tell.clone();
        let told = Closure::<dyn FnMut(Array)>::new(move |records| own(records));
        let observer = MutationObserver::new(told.as_ref().unchecked_ref()).ok()?;
        Some(Watch { observer, changes, tell, _told: told })
    }

    /// Watches all below a node too; not what stands in shadow roots.
    pub fn observe(&self, node: &Node) {
        let what = MutationObserverInit::new();
        what.set_subtree(true);
        what.set_child_list(true);
        what.set_character_data(true);
        what.set_attribute_filter(&Array::of1(&"hidden".into()));
        let _ = self.observer.observe_with_options(node, &what);
    }

    /// Watches whether a node, or one that it stands in, is replaced.
    pub fn observe_place(&self, node: &Node) {
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        let mut next = node.parent_node();
        while let Some(node) = next {
            let _ = self.observer.observe_with_options(&node, &what);
            next = node.parent_node();
        }
    }

    /// How often something has changed that matters: another number than before, and something has since.
    pub fn changes(&self) -> u32 {
        self.changes.get()
    }

    /// Tells what has changed and was not told yet: a browser may begin a task of ours before it does.
    pub fn catch_up(&self) {
        let records = self.observer.take_records();
        if records.length() > 0 {
            (self.tell)(records);
        }
    }

    /// What has changed in this task so far, which will not be told: it was us. The page's own changes before it have
    /// been told.
    pub fn disregard(&self) -> Vec<MutationRecord> {
        records(self.observer.take_records())
    }
}

fn records(records: Array) -> Vec<MutationRecord> {
    records.iter().map(JsCast::unchecked_into).collect()
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

//! Whether the page has changed.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MutationObserver, MutationObserverInit, Node};

/// Watches parts of the page for as long as it lives: text, nodes, and what is `hidden`.
pub struct Watch {
    observer: MutationObserver,
    changed: Rc<Cell<bool>>,
    _told: Closure<dyn FnMut()>,
}

impl Watch {
    /// Watches nothing yet. `told` is called after each change, in a microtask; it must not call back.
    pub fn new(told: impl Fn() + 'static) -> Option<Self> {
        let changed = Rc::new(Cell::new(false));
        let flag = changed.clone();
        let told = Closure::<dyn FnMut()>::new(move || {
            flag.set(true);
            told();
        });
        let observer = MutationObserver::new(told.as_ref().unchecked_ref()).ok()?;
        Some(Watch { observer, changed, _told: told })
    }

    /// Watches all below a node too; not what stands in shadow roots.
    pub fn observe(&self, node: &Node) {
        let what = MutationObserverInit::new();
        what.set_subtree(true);
        what.set_child_list(true);
        what.set_character_data(true);
        what.set_attribute_filter(&js_sys::Array::of1(&"hidden".into()));
        let _ = self.observer.observe_with_options(node, &what);
    }

    /// Whether anything has changed since this was last asked.
    pub fn changed(&self) -> bool {
        self.changed.take()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

//! Work that never holds the page up: in slices, with the page's own work between them.

use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::MessageChannel;

/// Milliseconds of a slice. The design allows eight in all; something must be left for what can't be cut, and for the
/// four that a browser may hold the page's own timers back.
const BUDGET: f64 = 2.0;

/// The time that is left for one slice.
pub struct Slice {
    end: f64,
}

impl Slice {
    fn begin() -> Self {
        Slice { end: now() + BUDGET }
    }

    /// Whether to stop for now. Not to be asked for every trifle: it looks at the clock.
    pub fn is_over(&self) -> bool {
        now() >= self.end
    }
}

/// Work under way. It ends when it is dropped.
pub struct Task {
    channel: MessageChannel,
    _slice: Closure<dyn FnMut()>,
}

impl Task {
    /// Calls `work` in a task of its own, again and again until it returns `true`.
    ///
    /// By messages: a timer would be held back for four milliseconds each time, and `scheduler.yield` would push in
    /// front of the page's own work.
    pub fn new(mut work: impl FnMut(&Slice) -> bool + 'static) -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let next = channel.port2();
        let slice = Closure::<dyn FnMut()>::new(move || {
            if !work(&Slice::begin()) {
                let _ = next.post_message(&JsValue::NULL);
            }
        });
        channel.port1().set_onmessage(Some(slice.as_ref().unchecked_ref()));
        channel.port2().post_message(&JsValue::NULL).ok()?;
        Some(Task { channel, _slice: slice })
    }

    /// The same for work that belongs to nobody.
    pub fn detach(mut work: impl FnMut(&Slice) -> bool + 'static) {
        let slot = Rc::new(RefCell::new(None));
        let own = slot.clone();
        let task = Task::new(move |slice| {
            let done = work(slice);
            if done {
                // Freed once it has returned.
                own.take();
            }
            done
        });
        *slot.borrow_mut() = task;
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.channel.port1().set_onmessage(None);
        self.channel.port1().close();
    }
}

/// Milliseconds that never go back.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

//! Work that never holds the page up: in slices, with the page's own work between them.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{MessageChannel, MessagePort};

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

/// What comes first, of all that is to be done in a page.
#[derive(Clone, Copy)]
pub enum Rank {
    /// A card that a reader is about to see.
    Card,
    /// Words are looked for and marked: that is seen at once.
    Words,
    /// Evidence is built, which is folded.
    Evidence,
}

type Work = RefCell<dyn FnMut(&Slice)>;

/// Work under way. It ends when it is dropped.
pub struct Task {
    _work: Rc<Work>,
}

impl Task {
    /// Calls `work` in a task of its own, again and again until it is dropped. Of all work in the page one is done before
    /// the next is begun: marks are there sooner, and what a frame has to lay out is in one place.
    pub fn new(rank: Rank, work: impl FnMut(&Slice) + 'static) -> Option<Self> {
        let work: Rc<Work> = Rc::new(RefCell::new(work));
        LINE.with(|line| {
            let line = line.as_ref()?;
            line.waiting[rank as usize].borrow_mut().push(Rc::downgrade(&work));
            line.call();
            Some(Task { _work: work })
        })
    }

    /// The same for work that belongs to nobody, until it returns `true`.
    pub fn detach(mut work: impl FnMut(&Slice) -> bool + 'static) {
        let slot = Rc::new(RefCell::new(None));
        let own = slot.clone();
        let task = Task::new(Rank::Words, move |slice| {
            if work(slice) {
                // Freed once it has returned.
                own.take();
            }
        });
        *slot.borrow_mut() = task;
    }
}

thread_local! {
    static LINE: Option<Line> = Line::new();
}

/// All work that waits, and how it is called.
struct Line {
    /// By rank, the next first.
    waiting: [RefCell<Vec<Weak<Work>>>; 3],
    port: MessagePort,
    /// A message is on its way.
    called: Cell<bool>,
}

impl Line {
    /// By messages: a timer would be held back for four milliseconds each time, and `scheduler.yield` would push in
    /// front of the page's own work.
    fn new() -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let serve = Closure::<dyn FnMut()>::new(|| LINE.with(|line| line.iter().for_each(Line::serve)));
        channel.port1().set_onmessage(Some(serve.into_js_value().unchecked_ref()));
        Some(Line { waiting: Default::default(), port: channel.port2(), called: Cell::default() })
    }

    fn call(&self) {
        if !self.called.replace(true) {
            let _ = self.port.post_message(&JsValue::NULL);
        }
    }

    /// A slice for the first.
    fn serve(&self) {
        self.called.set(false);
        for waiting in &self.waiting {
            while let Some(work) = take_first(waiting) {
                let Some(work) = work.upgrade() else { continue };
                // Before it is done, so that work that fails holds nothing else up.
                self.call();
                (work.borrow_mut())(&Slice::begin());
                // Unless nobody else has it any more.
                if Rc::strong_count(&work) > 1 {
                    waiting.borrow_mut().insert(0, Rc::downgrade(&work));
                }
                return;
            }
        }
    }
}

fn take_first(waiting: &RefCell<Vec<Weak<Work>>>) -> Option<Weak<Work>> {
    let mut waiting = waiting.borrow_mut();
    (!waiting.is_empty()).then(|| waiting.remove(0))
}

/// Milliseconds that never go back.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

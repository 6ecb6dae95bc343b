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

/// What comes before what, of all that waits in a page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Words are looked for and marked: that is seen at once.
    Words,
    /// Evidence is built, which is folded.
    Evidence,
}

type Work = RefCell<dyn FnMut(&Slice) -> bool>;

/// Work under way. It ends when it is dropped.
pub struct Task {
    _work: Rc<Work>,
}

impl Task {
    /// Calls `work` in a task of its own, again and again until it returns `true`. Of all in the page one is called at a
    /// time, until it is done: each element's marks are there sooner, and what a frame has to lay out is in one place.
    pub fn new(rank: Rank, work: impl FnMut(&Slice) -> bool + 'static) -> Option<Self> {
        let work: Rc<Work> = Rc::new(RefCell::new(work));
        LINE.with(|line| {
            let line = line.as_ref()?;
            line.join(rank, &work, |other| other <= rank);
            line.call();
            Some(Task { _work: work })
        })
    }

    /// The same for work that belongs to nobody.
    pub fn detach(mut work: impl FnMut(&Slice) -> bool + 'static) {
        let slot = Rc::new(RefCell::new(None));
        let own = slot.clone();
        let task = Task::new(Rank::Words, move |slice| {
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

thread_local! {
    static LINE: Option<Line> = Line::new();
}

/// All that waits, and how it is called.
struct Line {
    /// The next first.
    waiting: RefCell<Vec<(Rank, Weak<Work>)>>,
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
        Some(Line { waiting: RefCell::default(), port: channel.port2(), called: Cell::default() })
    }

    /// Puts work behind all whose rank `is_before`.
    fn join(&self, rank: Rank, work: &Rc<Work>, is_before: impl Fn(Rank) -> bool) {
        let mut waiting = self.waiting.borrow_mut();
        let at = waiting.partition_point(|(other, _)| is_before(*other));
        waiting.insert(at, (rank, Rc::downgrade(work)));
    }

    fn call(&self) {
        if !self.called.replace(true) {
            let _ = self.port.post_message(&JsValue::NULL);
        }
    }

    fn next(&self) -> Option<(Rank, Rc<Work>)> {
        let mut waiting = self.waiting.borrow_mut();
        waiting.retain(|(_, work)| work.strong_count() > 0);
        let (rank, work) = waiting.first()?.clone();
        waiting.remove(0);
        Some((rank, work.upgrade()?))
    }

    /// A slice for the first.
    fn serve(&self) {
        self.called.set(false);
        let Some((rank, work)) = self.next() else { return };
        // Before, so that work that fails holds up nothing else.
        self.call();
        let done = (work.borrow_mut())(&Slice::begin());
        if !done {
            self.join(rank, &work, |other| other < rank);
        }
    }
}

/// Milliseconds that never go back.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

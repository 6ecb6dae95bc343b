//! Following the page: what it adds, removes, writes anew is looked at again.

use super::memory::Memory;
use super::run::{MissingClaims, Run};
use super::stage;
use super::task::{Rank, Task, now};
use super::watch::Watch;
use super::widget::Widget;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use web_sys::MutationRecord;

/// Milliseconds between a change and the run that looks at it, at least. A page seldom changes once only.
const REST: f64 = 200.0;

/// How many times longer than a run took the page is left alone after it.
const SHARE: f64 = 10.0;

/// How often the rest is doubled while the page goes on changing: up to 6.4 seconds, which is the longest rest. A page
/// that changes all the time, or takes out what we put in, is not raced with.
const DOUBLINGS: u32 = 5;

/// What runs for an element, and when.
#[derive(Default)]
pub struct Follow {
    watch: OnceCell<Option<Rc<Watch>>>,
    /// What the last run has read.
    pub memory: Rc<Memory>,
    task: RefCell<Option<Task>>,
    timer: RefCell<Option<Timeout>>,
    /// Changes with each run, and where one is ended.
    turn: Cell<u32>,
    /// Milliseconds that the last run took, and when it was over.
    cost: Cell<f64>,
    ended: Cell<f64>,
    /// How many changes have come soon after a run, one after the other.
    restless: Cell<u32>,
    /// Whether it is to be told when all is marked.
    loud: Cell<bool>,
}

impl Follow {
    /// What watches the page for it, once it has begun.
    pub fn watch(&self) -> Option<Rc<Watch>> {
        self.watch.get()?.clone()
    }

    /// Nothing runs any more.
    pub fn stop(&self) {
        self.pause();
        self.memory.forget();
        if let Some(watch) = self.watch() {
            watch.stop();
        }
    }

    /// What has changed since the last catching up is no news.
    pub fn disregard(&self) {
        if let Some(watch) = self.watch() {
            self.memory.note(&watch.disregard());
        }
    }

    /// Which run it is now.
    pub fn turn(&self) -> u32 {
        self.turn.get()
    }

    fn pause(&self) {
        self.turn.set(self.turn.get() + 1);
        self.task.take();
        self.timer.take();
    }
}

/// Begins from the start: tells once all is marked.
pub fn begin(widget: &Rc<Widget>) {
    widget.follow.loud.set(true);
    widget.follow.restless.set(0);
    run(widget);
}

/// Begins a run, in place of one that may be under way.
fn run(widget: &Rc<Widget>) {
    let follow = &widget.follow;
    follow.pause();
    let weak = Rc::downgrade(widget);
    let watch = follow.watch.get_or_init(|| Watch::new(move |records| told(&weak, records)).map(Rc::new));
    let Some(watch) = watch else { return };
    let Some(article) = widget.find_article(watch) else { return };
    let mut under_way = None;
    let own = widget.clone();
    let task = Task::new(Rank::Words, move |slice| {
        catch_up();
        if under_way.is_none() {
            under_way = Run::new(&own, &article);
        }
        let missing = match &mut under_way {
            Some(run) => run.advance(slice),
            None => Some(Vec::new()),
        };
        if let Some(missing) = missing {
            own.follow.cost.set(under_way.take().map_or(0.0, Run::end));
            finish(&own, missing);
        }
    });
    *follow.task.borrow_mut() = task;
}

/// Builds what is left of the evidence, once the marks of all elements are made, and tells what is missing. The task
/// before ends with it.
fn finish(widget: &Rc<Widget>, missing: MissingClaims) {
    let (own, mut missing) = (widget.clone(), Some(missing));
    let task = Task::new(Rank::Evidence, move |slice| {
        catch_up();
        let is_whole = own.grow(&mut || slice.is_over());
        disregard();
        if !is_whole {
            return;
        }
        own.follow.ended.set(now());
        // It is freed once it has returned.
        own.follow.task.take();
        if own.follow.watch().is_some_and(|watch| watch.changed()) {
            begin_later(&own);
        }
        own.tell(missing.take().unwrap_or_default(), own.follow.loud.take());
    });
    *widget.follow.task.borrow_mut() = task;
}

/// Tells each element what the page has changed so far in this task, before we change anything.
pub fn catch_up() {
    for watch in stage::widgets().iter().filter_map(|widget| widget.follow.watch()) {
        watch.catch_up();
    }
}

/// What has changed since is our own doing, and no news to any element: it only has to be read again.
pub fn disregard() {
    for widget in stage::widgets() {
        widget.follow.disregard();
    }
}

/// Begins a run after a while, unless one is under way or to come.
fn begin_later(widget: &Rc<Widget>) {
    let follow = &widget.follow;
    let mut timer = follow.timer.borrow_mut();
    if timer.is_some() || follow.task.borrow().is_some() {
        return;
    }
    let weak = Rc::downgrade(widget);
    let doubled = |times: u32| REST * f64::from(1 << times);
    let usual = |times: u32| doubled(times).max((follow.cost.get() * SHARE).min(doubled(DOUBLINGS)));
    let before = follow.restless.get();
    let is_soon = follow.ended.get() > 0.0 && now() - follow.ended.get() < usual(before);
    let restless = if is_soon { (before + 1).min(DOUBLINGS) } else { 0 };
    follow.restless.set(restless);
    let rest = usual(restless);
    *timer = Some(Timeout::new(rest as u32, move || {
        if let Some(widget) = weak.upgrade() {
            run(&widget);
        }
    }));
}

/// The page has changed. Whether that is any of this element's business.
fn told(widget: &Weak<Widget>, records: &[MutationRecord]) -> bool {
    let Some(widget) = widget.upgrade() else { return false };
    widget.follow.memory.note(records);
    let is_foreign =
        |record: &MutationRecord| record.target().is_some_and(|target| !widget.element().contains(Some(&target)));
    if !records.iter().any(is_foreign) {
        return false;
    }
    let is_torn = |record: &MutationRecord| {
        record.type_() == "characterData"
            && record.target().is_some_and(|target| widget.marks.borrow().wrapping.was_written(&target))
    };
    if records.iter().any(is_torn) {
        // A sentence that is half the old one and half the new one must not be seen.
        widget.unmark();
    }
    begin_later(&widget);
    true
}

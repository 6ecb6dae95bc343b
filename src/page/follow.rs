//! Following the page: what it adds, removes, writes anew is looked at again.

use super::followed::{self, Followed};
use super::memory::Memory;
use super::run::{MissingClaims, Run};
use super::stage;
use super::task::{Rank, Task, now};
use super::watch::Watch;
use super::widget::Widget;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, MutationRecord};

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
    followed: RefCell<Option<Rc<Followed>>>,
    /// How often that had changed when the last run began.
    seen: Cell<u32>,
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
    /// Follows this part of the page from now on, in place of any other.
    pub fn take_up(&self, root: &Element) {
        self.followed.replace(Followed::of(root));
        self.saw(self.changes());
    }

    /// What watches that, and what was read of it.
    pub fn shared(&self) -> Option<(Rc<Watch>, Rc<Memory>)> {
        self.followed.borrow().as_ref().map(|followed| (followed.watch.clone(), followed.memory.clone()))
    }

    fn follows(&self, root: &Element) -> bool {
        self.followed.borrow().as_ref().is_some_and(|followed| followed.is(root))
    }

    fn changes(&self) -> u32 {
        self.followed.borrow().as_ref().map_or(0, |followed| followed.watch.changes())
    }

    /// What it follows had changed so often when it was read.
    pub fn saw(&self, changes: u32) {
        self.seen.set(changes);
    }

    /// Whether that has changed since.
    fn is_late(&self) -> bool {
        self.changes() != self.seen.get()
    }

    /// Nothing runs any more.
    pub fn stop(&self) {
        self.pause();
        self.followed.take();
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
    catch_up();
    widget.follow.pause();
    let Some(article) = widget.find_article() else { return };
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
            own.follow.cost.set(under_way.take().map_or(0.0, |run| run.cost));
            finish(&own, missing);
        }
    });
    *widget.follow.task.borrow_mut() = task;
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
        if own.follow.is_late() {
            begin_later(&own);
        }
        own.tell(missing.take().unwrap_or_default(), own.follow.loud.take());
    });
    *widget.follow.task.borrow_mut() = task;
}

/// Tells each element what the page has changed so far in this task, before we change anything.
pub fn catch_up() {
    followed::each(&mut |followed| followed.watch.catch_up());
}

/// What has changed since is our own doing, and no news to any element: it only has to be read again.
pub fn disregard() {
    followed::each(&mut |followed| followed.memory.note(&followed.watch.disregard()));
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

/// What is followed at `root` has changed. Whether that is news to who follows it: what happens in our elements is none.
pub fn told(root: &Element, records: &[MutationRecord]) -> bool {
    let widgets = stage::widgets();
    let is_ours = |record: &MutationRecord| {
        let target = record.target();
        widgets.iter().any(|widget| widget.element().contains(target.as_ref()))
    };
    if records.iter().all(is_ours) {
        return false;
    }
    for widget in widgets.iter().filter(|widget| widget.follow.follows(root)) {
        let is_torn = |record: &MutationRecord| {
            record.type_() == "characterData"
                && record.target().is_some_and(|target| widget.marks.borrow().wrapping.was_written(&target))
        };
        if records.iter().any(is_torn) {
            // A sentence that is half the old one and half the new one must not be seen.
            widget.unmark();
        }
        begin_later(widget);
    }
    true
}

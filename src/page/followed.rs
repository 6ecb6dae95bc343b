//! What elements follow: their article, or the body while there is none. It is watched once and read once, however many
//! follow it.

use super::follow;
use super::memory::Memory;
use super::watch::Watch;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use web_sys::Element;

/// A part of the page that is followed: for as long as anybody has it.
pub struct Followed {
    root: Element,
    /// Tells whether it has changed; by us is not counted.
    pub watch: Rc<Watch>,
    /// What was read of it.
    pub memory: Rc<Memory>,
}

thread_local! {
    static ALL: RefCell<Vec<Weak<Followed>>> = const { RefCell::new(Vec::new()) };
}

impl Followed {
    /// What is followed at an element: the one that others follow already, if any do.
    pub fn of(root: &Element) -> Option<Rc<Self>> {
        let known = Self::all().into_iter().find(|followed| followed.is(root));
        let followed = known.or_else(|| {
            let new = Rc::new(Self::new(root)?);
            ALL.with_borrow_mut(|all| {
                all.retain(|followed| followed.strong_count() > 0);
                all.push(Rc::downgrade(&new));
            });
            Some(new)
        })?;
        // Which may stand elsewhere by now.
        followed.watch.observe_place(root);
        Some(followed)
    }

    fn new(root: &Element) -> Option<Self> {
        let memory = Rc::new(Memory::default());
        let (own, noted) = (root.clone(), memory.clone());
        let watch = Watch::new(move |records| {
            noted.note(records);
            follow::told(&own, records)
        })?;
        watch.observe(root);
        Some(Followed { root: root.clone(), watch: Rc::new(watch), memory })
    }

    /// Whether this is the element.
    pub fn is(&self, root: &Element) -> bool {
        self.root == *root
    }

    /// All that is followed in the page.
    pub fn all() -> Vec<Rc<Self>> {
        ALL.with_borrow(|all| all.iter().filter_map(Weak::upgrade).collect())
    }
}

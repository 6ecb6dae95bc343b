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

/// Does something with all that is followed in the page, which may change by it.
pub fn each(act: &mut dyn FnMut(&Rc<Followed>)) {
    let all: Vec<_> = ALL.with_borrow(|all| all.iter().filter_map(Weak::upgrade).collect());
    all.iter().for_each(act);
}

impl Followed {
    /// What is followed at an element: what others follow already, if any do.
    pub fn of(root: &Element) -> Option<Rc<Self>> {
        let mut known = None;
        each(&mut |followed| {
            if followed.is(root) {
                known = Some(followed.clone());
            }
        });
        let followed = known.or_else(|| Self::begin(root))?;
        // It may stand elsewhere by now.
        followed.watch.observe_place(root);
        Some(followed)
    }

    fn begin(root: &Element) -> Option<Rc<Self>> {
        let memory = Rc::new(Memory::default());
        let (own, noted) = (root.clone(), memory.clone());
        let watch = Watch::new(move |records| {
            noted.note(records);
            follow::told(&own, records)
        })?;
        watch.observe(root);
        let followed = Rc::new(Followed { root: root.clone(), watch: Rc::new(watch), memory });
        ALL.with_borrow_mut(|all| {
            all.retain(|other| other.strong_count() > 0);
            all.push(Rc::downgrade(&followed));
        });
        Some(followed)
    }

    /// Whether this is the element.
    pub fn is(&self, root: &Element) -> bool {
        self.root == *root
    }
}

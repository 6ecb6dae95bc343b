//! Marks that stand in the page already, put there when it was made.

use super::list::elements;
use super::marked::{Marked, Words};
use super::task::{Rank, Task};
use super::widget::Widget;
use super::{stage, wrap};
use crate::dossier::{ClaimIndex, Dossier};
use crate::view::life::MarkId;
use crate::view::{Attr, LIVE, claims_of};
use std::rc::Rc;
use web_sys::{Element, Node};

/// The marks of an element that were baked, and are live.
#[derive(Default)]
pub struct Baked {
    marks: Vec<(MarkId, Element, Vec<ClaimIndex>)>,
    /// Makes more of them live.
    task: Option<Task>,
}

impl Baked {
    /// Makes the marks of a widget live, in slices; then calls `then`, unless they are released before.
    pub fn take_over(widget: &Rc<Widget>, then: fn(&Rc<Widget>)) -> Self {
        let weak = Rc::downgrade(widget);
        let mut found = None;
        let task = Task::new(Rank::Words, move |slice| {
            let Some(own) = weak.upgrade() else { return };
            // A task of its own: all of the page is looked through.
            let Some(rest) = &mut found else {
                found = Some(own.find_baked().into_iter());
                return;
            };
            for (claims, elements) in rest {
                own.baked.borrow_mut().add(&own, claims, elements);
                if slice.is_over() {
                    return;
                }
            }
            // Freed once it has returned.
            own.baked.borrow_mut().task.take();
            then(&own);
        });
        Baked { marks: Vec::new(), task }
    }

    fn add(&mut self, widget: &Rc<Widget>, claims: Vec<ClaimIndex>, elements: Vec<Element>) {
        let link = elements[0].clone();
        let words = Words::Wrapped(elements.into());
        let marked = Marked { widget: widget.clone(), claims: claims.as_slice().into(), words };
        let Some(id) = stage::add_mark(marked) else { return };
        for (attr, value) in LIVE {
            let _ = link.set_attribute(attr.name(), value);
        }
        self.marks.push((id, link, claims));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// The claims that are marked.
    pub fn claims(&self) -> impl Iterator<Item = &ClaimIndex> {
        self.marks.iter().flat_map(|(_, _, claims)| claims)
    }

    /// Makes them links again.
    pub fn release(self) {
        for (id, link, _) in self.marks {
            stage::remove_mark(id);
            for (attr, _) in LIVE {
                let _ = link.remove_attribute(attr.name());
            }
        }
    }
}

/// Takes out what looks like a mark of a dossier and is none that is live: a copy that the page has made of one, by writing
/// its own HTML anew, or what was baked and is to be no more.
pub fn unwrap_copies(dossier: &Dossier, article: &Element) {
    for element in find(article, dossier).into_iter().flat_map(|(_, elements)| elements) {
        if !stage::knows(&element) {
            wrap::unwrap(&[element]);
        }
    }
}

/// A dossier's marks: the claims of each, worst relation first, and its elements. Where a mark goes on in another
/// element, that follows its link in the page.
pub fn find(within: &Node, dossier: &Dossier) -> Vec<(Vec<ClaimIndex>, Vec<Element>)> {
    let mut marks: Vec<(Vec<ClaimIndex>, Vec<Element>)> = Vec::new();
    let mut is_ours = false;
    for element in elements(within, ".variorum-mark") {
        match element.get_attribute(Attr::Href.name()) {
            Some(href) => {
                let several = element.get_attribute(Attr::Claims.name());
                let claims = claims_of(dossier, &href, several.as_deref());
                is_ours = !claims.is_empty();
                if is_ours {
                    marks.push((claims, vec![element]));
                }
            }
            None if is_ours => marks.last_mut().into_iter().for_each(|(_, elements)| elements.push(element.clone())),
            None => {}
        }
    }
    marks
}

//! Marks that stand in the page already, put there when it was made.

use super::list::elements;
use super::marked::{Marked, Words};
use super::widget::Widget;
use super::{stage, wrap};
use crate::dossier::{ClaimIndex, Dossier};
use crate::view::life::MarkId;
use crate::view::{Attr, LIVE, claims_of};
use std::rc::Rc;
use web_sys::{Document, Element, Node};

/// The marks of an element that were baked, and are live.
#[derive(Default)]
pub struct Baked(Vec<(MarkId, Element, Vec<ClaimIndex>)>);

impl Baked {
    /// Makes the marks of a widget's dossier live.
    pub fn take_over(widget: &Rc<Widget>, document: &Document, dossier: &Dossier) -> Self {
        let mut marks = Vec::new();
        for (claims, elements) in find(document, dossier) {
            let link = elements[0].clone();
            let words = Words::Wrapped(elements.into());
            if let Some(id) =
                stage::add_mark(Marked { widget: widget.clone(), claims: claims.as_slice().into(), words })
            {
                for (attr, value) in LIVE {
                    let _ = link.set_attribute(attr.name(), value);
                }
                marks.push((id, link, claims));
            }
        }
        Baked(marks)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The claims that are marked.
    pub fn claims(&self) -> impl Iterator<Item = &ClaimIndex> {
        self.0.iter().flat_map(|(_, _, claims)| claims)
    }

    /// Makes them links again.
    pub fn release(self) {
        for (id, link, _) in self.0 {
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
fn find(within: &Node, dossier: &Dossier) -> Vec<(Vec<ClaimIndex>, Vec<Element>)> {
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

//! Marks that stand in the page already, put there when it was made.

use super::marked::{Marked, Words};
use super::stage;
use super::widget::Widget;
use crate::dossier::Dossier;
use crate::view::life::MarkId;
use crate::view::{Attr, LIVE, claims_of};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// The marks of an element that were baked, and are live.
#[derive(Default)]
pub struct Baked(Vec<(MarkId, Element)>);

impl Baked {
    /// Makes the marks of a widget's dossier live.
    pub fn take_over(widget: &Rc<Widget>, document: &Document, dossier: &Dossier) -> Self {
        let mut marks = Vec::new();
        for (claims, elements) in find(document, dossier) {
            let link = elements[0].clone();
            let words = Words::Wrapped(elements.into());
            if let Some(id) = stage::add_mark(Marked { widget: widget.clone(), claims: claims.into(), words }) {
                for (attr, value) in LIVE {
                    let _ = link.set_attribute(attr.name(), value);
                }
                marks.push((id, link));
            }
        }
        Baked(marks)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Makes them links again.
    pub fn release(self) {
        for (id, link) in self.0 {
            stage::remove_mark(id);
            for (attr, _) in LIVE {
                let _ = link.remove_attribute(attr.name());
            }
        }
    }
}

/// A dossier's marks: the claims of each, worst relation first, and its elements. Where a mark goes on in another
/// element, that follows its link in the page.
fn find(document: &Document, dossier: &Dossier) -> Vec<(Vec<usize>, Vec<Element>)> {
    let mut marks: Vec<(Vec<usize>, Vec<Element>)> = Vec::new();
    let Ok(found) = document.query_selector_all(".variorum-mark") else { return marks };
    let mut is_ours = false;
    for at in 0..found.length() {
        let Some(element) = found.get(at).map(JsCast::unchecked_into::<Element>) else { continue };
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

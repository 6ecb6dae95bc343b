//! Where words stand, for whoever asks: changes nothing in the page.

use super::event::object;
use super::node;
use super::task::{Slice, Task};
use super::unicode::Browser;
use super::walk::{Scope, Walked, Walker};
use super::watch::Watch;
use crate::anchor::{Found, Host, Refused, Search, Wanted};
use crate::dossier::{self, NodeKind, Selector};
use crate::text::Range;
use js_sys::{Array, Promise};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{AbortSignal, Document, Element};

/// See [`super::locate`].
pub fn locate(root: &Element, selectors: &JsValue, signal: Option<AbortSignal>) -> Promise {
    let selectors = selectors_of(selectors);
    Promise::new(&mut |resolve, reject| {
        let (Some(document), Some(watch)) = (root.owner_document(), Watch::new(|_| true)) else { return };
        let walker = Walker::new(root, Scope::Page, Rc::new(watch), None);
        let mut work = Locating { document, selectors: selectors.clone(), walker, search: None };
        let signal = signal.clone();
        Task::detach(move |slice| {
            if let Some(signal) = signal.as_ref().filter(|signal| signal.aborted()) {
                let _ = reject.call1(&JsValue::NULL, &signal.reason());
                return true;
            }
            let answers = work.advance(slice);
            if let Some(answers) = &answers {
                let _ = resolve.call1(&JsValue::NULL, answers);
            }
            answers.is_some()
        });
    })
}

struct Locating {
    document: Document,
    selectors: Vec<Selector>,
    walker: Walker,
    search: Option<(Walked, Search)>,
}

impl Locating {
    /// The answers, once they are known.
    fn advance(&mut self, slice: &Slice) -> Option<Array> {
        // Found in a page that has become another, they would be places of no use.
        if self.search.is_some() && self.walker.is_late() && self.walker.begin() {
            self.search = None;
        }
        if self.search.is_none() {
            if !self.walker.advance(&mut || slice.is_over()) {
                return None;
            }
            let wanted = |selector| Wanted { selector, all: false, within: None };
            let wanted: Vec<Wanted> = self.selectors.iter().map(wanted).collect();
            self.search = Some((self.walker.take(), Search::new(&mut Browser::new(), &wanted)));
        }
        let (walked, search) = self.search.as_mut()?;
        if !search.advance(&walked.index, &mut Visit { walked, slice }) {
            return None;
        }
        let (walked, search) = self.search.take()?;
        Some(search.finish().into_iter().map(|answer| self.told(&walked, answer)).collect())
    }

    fn told(&self, walked: &Walked, answer: Result<Found, Refused>) -> JsValue {
        let placed = answer.and_then(|found| {
            let ranges = found.ranges.iter().map(|&range| walked.range(&self.document, range));
            let ranges: Option<Vec<web_sys::Range>> = ranges.collect();
            Ok((found, ranges.ok_or(Refused::Absent)?))
        });
        match placed {
            Ok((Found { score, kind, .. }, ranges)) => object(&[
                ("ranges", ranges.into_iter().collect::<Array>().into()),
                ("score", f64::from(score).into()),
                ("kind", kind.name().into()),
            ]),
            Err(refused) => object(&[("refused", refused.name().into())]),
        }
    }
}

/// A page that is searched, for the time of a slice.
pub struct Visit<'a> {
    /// What was read of it.
    pub walked: &'a Walked,
    /// How long the search may go on.
    pub slice: &'a Slice,
}

impl Host for Visit<'_> {
    fn pauses(&mut self) -> bool {
        self.slice.is_over()
    }

    fn sees(&mut self, range: Range) -> bool {
        self.walked.sees(range)
    }
}

/// Reads `[{exact, prefix?, suffix?}]`; what is not of that shape finds nothing.
fn selectors_of(value: &JsValue) -> Vec<Selector> {
    let Some(NodeKind::Array(items)) = node::from_js(value).map(|node| node.kind) else { return Vec::new() };
    let selector = |item: dossier::Node| {
        let mut selector = Selector::default();
        if let NodeKind::Object(fields) = item.kind {
            for (name, _, value) in fields {
                let NodeKind::String(words) = value.kind else { continue };
                match name.as_str() {
                    "exact" => selector.exact = words,
                    "prefix" => selector.prefix = words,
                    "suffix" => selector.suffix = words,
                    _ => {}
                }
            }
        }
        selector
    };
    items.into_iter().map(selector).collect()
}

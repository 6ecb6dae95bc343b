//! Which part of the page is the article, and what of it is not.

use super::list::elements;
pub use crate::text::LEFT_OUT;
use crate::text::{ARTICLES, longest};
use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

#[wasm_bindgen]
extern "C" {
    /// An element whose text is not copied: it may be all of the page's.
    type Told;
    #[wasm_bindgen(method, getter, js_name = textContent)]
    fn text(this: &Told) -> JsString;
}

/// The article that an element belongs to: what the selector names; else its own `article` ancestor; else the
/// `article` or `main` with the most text, of equals the first.
pub fn find(document: &Document, element: &Element, selector: Option<&str>) -> Option<Element> {
    if let Some(selector) = selector {
        return document.query_selector(selector).ok()?;
    }
    if let Some(own) = element.closest("article").ok()? {
        return Some(own);
    }
    let candidates: Vec<Element> = elements(document, ARTICLES).collect();
    // One alone is not measured: its text may be a megabyte.
    let best = if candidates.len() == 1 { 0 } else { longest(candidates.iter().map(text_length))? };
    candidates.into_iter().nth(best)
}

/// How much text an element holds, in UTF-16 code units, what is left out not counted.
fn text_length(element: &Element) -> usize {
    let mut length = whole_length(element);
    // A `main` that holds an `article` counts what is outside of it only: the article wins by itself.
    for selector in [LEFT_OUT, "article"] {
        for part in elements(element, selector) {
            let inside = part.parent_element().and_then(|parent| parent.closest(selector).ok().flatten());
            // Parts of parts have been taken off with the whole.
            if inside.is_none_or(|outer| !element.contains(Some(&outer)) || outer == *element) {
                length = length.saturating_sub(whole_length(&part));
            }
        }
    }
    length
}

fn whole_length(element: &Element) -> usize {
    element.unchecked_ref::<Told>().text().length() as usize
}

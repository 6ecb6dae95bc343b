//! Which part of the page is the article, and what of it is not.

pub use crate::text::LEFT_OUT;
use crate::text::{ARTICLES, longest};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// The article that an element belongs to: what the selector names; else its own `article` ancestor; else the
/// `article` or `main` with the most text, of equals the first.
pub fn find(document: &Document, element: &Element, selector: Option<&str>) -> Option<Element> {
    if let Some(selector) = selector {
        return document.query_selector(selector).ok()?;
    }
    if let Some(own) = element.closest("article").ok()? {
        return Some(own);
    }
    let all = document.query_selector_all(ARTICLES).ok()?;
    let element = |index| all.item(index).and_then(|node| node.dyn_into::<Element>().ok());
    let candidates: Vec<Element> = (0..all.length()).filter_map(element).collect();
    let best = longest(candidates.iter().map(text_length))?;
    candidates.into_iter().nth(best)
}

/// How much text an element holds, in UTF-16 code units, what is left out not counted.
fn text_length(element: &Element) -> usize {
    let mut length = element.text_content().map_or(0, |text| text.len());
    // A `main` that holds an `article` counts what is outside of it only: the article wins by itself.
    for selector in [LEFT_OUT, "article"] {
        let Ok(parts) = element.query_selector_all(selector) else { continue };
        for index in 0..parts.length() {
            let Some(part) = parts.item(index).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
            let inside = part.parent_element().and_then(|parent| parent.closest(selector).ok().flatten());
            // Parts of parts have been taken off with the whole.
            if inside.is_none_or(|outer| !element.contains(Some(&outer)) || outer == *element) {
                length = length.saturating_sub(part.text_content().map_or(0, |text| text.len()));
            }
        }
    }
    length
}

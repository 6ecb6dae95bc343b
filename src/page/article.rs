//! Which part of the page is the article, and what of it is not.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// What is never part of an article's text, though it stands inside.
pub const LEFT_OUT: &str = "aside,nav,form,[id=comments],[class~=comments],variorum-dossier,variorum-card,\
    script,style,noscript,template,iframe,object,svg,math,canvas,audio,video,select,option,textarea,input,[hidden]";

/// The article that an element belongs to: what the selector names; else its own `article` ancestor; else the
/// `article` or `main` with the most text, of equals the first.
pub fn find(document: &Document, element: &Element, selector: Option<&str>) -> Option<Element> {
    if let Some(selector) = selector {
        return document.query_selector(selector).ok()?;
    }
    if let Some(own) = element.closest("article").ok()? {
        return Some(own);
    }
    let all = document.query_selector_all("article,main").ok()?;
    let mut best: Option<(usize, Element)> = None;
    for index in 0..all.length() {
        let Some(candidate) = all.item(index).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let length = text_length(&candidate);
        if best.as_ref().is_none_or(|(most, _)| length > *most) {
            best = Some((length, candidate));
        }
    }
    best.map(|(_, element)| element)
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

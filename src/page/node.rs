//! Plain data of the page's as a [`Node`].

use crate::dossier::{Node, NodeKind, parse_stringified};
use js_sys::JSON;
use wasm_bindgen::JsValue;

/// Copies a value of plain data. `None` where it is deeper than 16 levels, or goes round in a circle; what JSON has no
/// word for is left out of objects, and null elsewhere.
pub fn from_js(value: &JsValue) -> Option<Node> {
    let text = JSON::stringify(value).ok()?.as_string();
    parse_stringified(text.as_deref().unwrap_or("null"), &|part| {
        let value = JSON::parse(part).ok()?;
        value.as_string().map(NodeKind::String).or(value.as_f64().map(NodeKind::Number))
    })
}

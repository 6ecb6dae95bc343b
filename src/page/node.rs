//! What the browser's `JSON.parse` made of a dossier, as a [`Node`].

use crate::dossier::{Node, NodeKind, Span};
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// How deep a dossier may go.
const DEPTH: u32 = 16;

/// Copies a value of plain data. `None` where it is deeper than 16 levels; what JSON has no word for becomes null.
pub fn from_js(value: &JsValue) -> Option<Node> {
    copy(value, DEPTH)
}

fn copy(value: &JsValue, depth: u32) -> Option<Node> {
    let kind = if let Some(text) = value.as_string() {
        NodeKind::String(text)
    } else if let Some(number) = value.as_f64() {
        NodeKind::Number(number)
    } else if let Some(truth) = value.as_bool() {
        NodeKind::Bool(truth)
    } else if depth == 0 {
        return None;
    } else if let Some(array) = value.dyn_ref::<Array>() {
        NodeKind::Array(array.iter().map(|item| copy(&item, depth - 1)).collect::<Option<_>>()?)
    } else if value.is_object() {
        // Not `instanceof`: an object of another frame is one, too.
        let object: &Object = value.unchecked_ref();
        let field = |entry: JsValue| {
            let entry: Array = entry.unchecked_into();
            Some((entry.get(0).as_string()?, Span::default(), copy(&entry.get(1), depth - 1)?))
        };
        NodeKind::Object(Object::entries(object).iter().map(field).collect::<Option<_>>()?)
    } else {
        NodeKind::Null
    };
    Some(Node { kind, span: Span::default() })
}

//! The DOM face: an element tree as elements.

use crate::view::{Attr, El, Tag};
use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node};

#[wasm_bindgen]
extern "C" {
    /// A document that takes names as JavaScript's strings.
    type Maker;
    #[wasm_bindgen(method, catch, js_name = createElement)]
    fn create(this: &Maker, name: &JsString) -> Result<Element, JsValue>;
    #[wasm_bindgen(method, catch, js_name = createElementNS)]
    fn create_in(this: &Maker, space: &str, name: &JsString) -> Result<Element, JsValue>;

    /// An element that does.
    type Named;
    #[wasm_bindgen(method, catch, js_name = setAttribute)]
    fn put(this: &Named, name: &JsString, value: &str) -> Result<(), JsValue>;
}

thread_local! {
    /// The names of tags and attributes, each carried to JavaScript once: half of all words that a card needs.
    static TAGS: Vec<JsString> = Tag::ALL.iter().map(|tag| tag.name().into()).collect();
    static ATTRS: Vec<JsString> = Attr::ALL.iter().map(|attr| attr.name().into()).collect();
}

/// Builds a tree. Text becomes text nodes and nothing is parsed, so no page policy can object.
pub fn build(document: &Document, el: &El) -> Option<Node> {
    TAGS.with(|tags| ATTRS.with(|attrs| built(document, el, tags, attrs)))
}

fn built(document: &Document, el: &El, tags: &[JsString], names: &[JsString]) -> Option<Node> {
    match el {
        El::Text(text) => Some(document.create_text_node(text).into()),
        El::Node { tag, attrs, children } => {
            let maker: &Maker = document.unchecked_ref();
            let name = &tags[*tag as usize];
            let element = if tag.is_svg() {
                maker.create_in("http://www.w3.org/2000/svg", name).ok()?
            } else {
                maker.create(name).ok()?
            };
            for (attr, value) in attrs {
                element.unchecked_ref::<Named>().put(&names[*attr as usize], value).ok()?;
            }
            for child in children {
                element.append_child(&built(document, child, tags, names)?).ok()?;
            }
            Some(element.into())
        }
    }
}

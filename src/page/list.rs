//! Lists of nodes, as iterators.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, NodeList};

/// What a list holds.
pub fn nodes(list: NodeList) -> impl Iterator<Item = Node> {
    (0..list.length()).filter_map(move |at| list.get(at))
}

/// The elements below an element, a document or a shadow root that a selector names, in the order of the page.
pub fn elements(within: &Node, selector: &str) -> impl Iterator<Item = Element> {
    // All three have the same method.
    let found = within.unchecked_ref::<Element>().query_selector_all(selector);
    found.into_iter().flat_map(nodes).map(JsCast::unchecked_into)
}

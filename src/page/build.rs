//! The DOM face: an element tree as elements.

use crate::view::El;
use web_sys::{Document, Node};

/// Builds a tree. Text becomes text nodes and nothing is parsed, so no page policy can object.
pub fn build(document: &Document, el: &El) -> Option<Node> {
    match el {
        El::Text(text) => Some(document.create_text_node(text).into()),
        El::Node { tag, attrs, children } => {
            let element = if tag.is_svg() {
                document.create_element_ns(Some("http://www.w3.org/2000/svg"), tag.name()).ok()?
            } else {
                document.create_element(tag.name()).ok()?
            };
            for (attr, value) in attrs {
                element.set_attribute(attr.name(), value).ok()?;
            }
            for child in children {
                element.append_child(&build(document, child)?).ok()?;
            }
            Some(element.into())
        }
    }
}

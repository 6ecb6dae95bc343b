//! The DOM face: an element tree as elements.

use crate::view::{Attr, El, Tag};
use js_sys::JsString;
use std::borrow::Cow;
use std::vec::IntoIter;
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

/// Builds a tree. Text becomes text nodes and nothing is parsed, so no page policy can object. `None` of mere text.
pub fn build(document: &Document, el: El) -> Option<Element> {
    let (element, mut growth) = Growth::begin(document, el)?;
    growth.grow(usize::MAX);
    Some(element)
}

/// A tree that is built bit by bit. It may pause between the children of a `section`; all else is built at one stroke.
pub struct Growth {
    document: Document,
    /// What is being built, each inside the one before it.
    open: Vec<Open>,
}

struct Open {
    element: Element,
    pauses: bool,
    rest: IntoIter<El>,
}

impl Growth {
    /// With the outermost element, which is empty until [`Growth::grow`]. `None` of mere text.
    pub fn begin(document: &Document, el: El) -> Option<(Element, Self)> {
        let El::Node { tag, attrs, children } = el else { return None };
        let open = Open::new(document, tag, attrs, children)?;
        Some((open.element.clone(), Self { document: document.clone(), open: vec![open] }))
    }

    /// Builds so many elements more, then goes on to where it may pause. Whether any are still to come.
    pub fn grow(&mut self, mut elements: usize) -> bool {
        while let Some(open) = self.open.last_mut().filter(|open| elements > 0 || !open.pauses) {
            match open.rest.next() {
                Some(El::Text(text)) => append(&open.element, &self.document.create_text_node(&text)),
                Some(El::Node { tag, attrs, children }) => {
                    elements = elements.saturating_sub(1);
                    let Some(inner) = Open::new(&self.document, tag, attrs, children) else { continue };
                    if inner.pauses {
                        append(&open.element, &inner.element);
                    }
                    self.open.push(inner);
                }
                None => {
                    // Whole, it goes in: what stands in a page already costs more to change.
                    let whole = self.open.pop().filter(|open| !open.pauses);
                    if let (Some(whole), Some(outer)) = (whole, self.open.last()) {
                        append(&outer.element, &whole.element);
                    }
                }
            }
        }
        !self.open.is_empty()
    }
}

impl Open {
    fn new(document: &Document, tag: Tag, attrs: Vec<(Attr, Cow<'static, str>)>, children: Vec<El>) -> Option<Self> {
        let maker: &Maker = document.unchecked_ref();
        let element = TAGS.with(|names| match &names[tag as usize] {
            name if tag.is_svg() => maker.create_in("http://www.w3.org/2000/svg", name),
            name => maker.create(name),
        });
        let element = element.ok()?;
        ATTRS.with(|names| {
            for (attr, value) in &attrs {
                let _ = element.unchecked_ref::<Named>().put(&names[*attr as usize], value);
            }
        });
        Some(Self { element, pauses: tag == Tag::Section, rest: children.into_iter() })
    }
}

fn append(to: &Element, node: &Node) {
    let _ = to.append_child(node);
}

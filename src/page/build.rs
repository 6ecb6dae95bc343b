//! The DOM face: an element tree as elements.

use crate::view::{Attr, El, Tag};
use js_sys::JsString;
use std::borrow::Cow;
use std::cell::RefCell;
use std::vec::IntoIter;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node};

#[wasm_bindgen]
extern "C" {
    /// An element that takes names as JavaScript's strings.
    type Named;
    #[wasm_bindgen(method, catch, js_name = setAttribute)]
    fn put(this: &Named, name: &JsString, value: &str) -> Result<(), JsValue>;
}

/// An element's attributes.
type Attrs = Vec<(Attr, Cow<'static, str>)>;

/// An element with its class and nothing in it. Most of a card's elements are copies of few: to copy one takes a third of the
/// calls that it takes to make one.
struct Shape {
    tag: Tag,
    attrs: Attrs,
    element: Element,
}

thread_local! {
    static SHAPES: RefCell<Vec<Shape>> = const { RefCell::new(Vec::new()) };
    /// The names of attributes, each carried to JavaScript once.
    static NAMES: Vec<JsString> = Attr::ALL.iter().map(|attr| attr.name().into()).collect();
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
    fn new(document: &Document, tag: Tag, attrs: Attrs, children: Vec<El>) -> Option<Self> {
        // Classes are written first.
        let (shape, own) =
            attrs.split_at(attrs.iter().take_while(|(attr, _)| matches!(attr, Attr::Class | Attr::Part)).count());
        let element = copy(document, tag, shape)?;
        put(&element, own);
        Some(Self { element, pauses: tag == Tag::Section, rest: children.into_iter() })
    }
}

/// A copy of a shape, which is made if it is not there yet.
fn copy(document: &Document, tag: Tag, attrs: &[(Attr, Cow<'static, str>)]) -> Option<Element> {
    SHAPES.with_borrow_mut(|shapes| {
        let known = shapes.iter().position(|shape| shape.tag == tag && shape.attrs == attrs);
        let at = known.or_else(|| {
            let space = tag.is_svg().then_some("http://www.w3.org/2000/svg");
            let space = space.or(Some("http://www.w3.org/1999/xhtml"));
            let element = document.create_element_ns(space, tag.name()).ok()?;
            put(&element, attrs);
            shapes.push(Shape { tag, attrs: attrs.to_vec(), element });
            Some(shapes.len() - 1)
        });
        Some(shapes[at?].element.clone_node().ok()?.unchecked_into())
    })
}

fn put(element: &Element, attrs: &[(Attr, Cow<'static, str>)]) {
    NAMES.with(|names| {
        for (attr, value) in attrs {
            let _ = element.unchecked_ref::<Named>().put(&names[*attr as usize], value);
        }
    });
}

fn append(to: &Element, node: &Node) {
    let _ = to.append_child(node);
}

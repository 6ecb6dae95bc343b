//! WebKit does not kern two letters across the edge of an element: "ambassador," with a mark up to the comma would push
//! the rest of its line 2.4 pixels on. Where words were seen to move, each edge gets the kerning back as a margin.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Text};

#[wasm_bindgen]
extern "C" {
    /// A canvas, of which only its measuring is used; it never stands in the page.
    type Canvas;
    #[wasm_bindgen(method, js_name = getContext)]
    fn get_context(this: &Canvas, kind: &str) -> Option<Pen>;
    type Pen;
    #[wasm_bindgen(method, setter)]
    fn set_font(this: &Pen, font: &str);
    #[wasm_bindgen(method, js_name = measureText)]
    fn measure_text(this: &Pen, text: &str) -> Measured;
    type Measured;
    #[wasm_bindgen(method, getter)]
    fn width(this: &Measured) -> f64;
}

/// An edge of a mark within what was one text node.
pub struct Edge {
    /// The mark.
    pub mark: Element,
    /// Which of its margins lies here.
    pub margin: &'static str,
    /// The text before the edge.
    pub before: Text,
    /// The text after it.
    pub after: Text,
    /// Where the first character after the edge stood, before there was an edge.
    pub left: f64,
}

/// How far from the left a character stands, in pixels; `at` in UTF-16 code units.
pub fn left_of(node: &Text, at: u32) -> Option<f64> {
    let range = node.owner_document()?.create_range().ok()?;
    range.set_start(node, at).ok()?;
    range.set_end(node, at + 1).ok()?;
    Some(range.get_bounding_client_rect().left())
}

/// Gives all edges their kerning back, if any of them has lost it.
pub fn mend(edges: &[Edge]) {
    // Half a pixel: WebKit tells where a character stands by whole ones.
    let moved = |edge: &Edge| left_of(&edge.after, 0).is_some_and(|left| (left - edge.left).abs() > 0.5);
    if edges.iter().any(moved) {
        for edge in edges {
            let _ = edge.mend();
        }
    }
}

impl Edge {
    fn mend(&self) -> Option<()> {
        let parent = self.mark.parent_element()?;
        let style = web_sys::window()?.get_computed_style(&parent).ok()??;
        let mut font = String::new();
        for name in ["font-style", "font-weight", "font-size", "font-family"] {
            font.push_str(&style.get_property_value(name).ok()?);
            font.push(' ');
        }
        let canvas: Canvas = parent.owner_document()?.create_element("canvas").ok()?.unchecked_into();
        let pen = canvas.get_context("2d")?;
        pen.set_font(&font);
        let mut pair = String::new();
        pair.push(self.before.data().chars().next_back()?);
        let first = pair.len();
        pair.push(self.after.data().chars().next()?);
        let width = |text: Option<&str>| text.map_or(0.0, |text| pen.measure_text(text).width());
        let kerning = width(Some(&pair)) - width(pair.get(..first)) - width(pair.get(first..));
        if kerning != 0.0 {
            let style = self.mark.unchecked_ref::<HtmlElement>().style();
            style.set_property_with_priority(self.margin, &super::card::pixels(kerning), "important").ok()?;
        }
        Some(())
    }
}

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

/// An edge of a mark within what was one text node, where letters are kerned.
pub struct Edge {
    /// The mark.
    pub mark: Element,
    /// Which of its margins lies here.
    pub margin: &'static str,
    /// The text after it.
    pub after: Text,
    /// What stood there before there was an edge.
    pub kerned: Kerned,
}

/// Two letters that stand closer than they would alone.
#[derive(Clone, Copy)]
pub struct Kerned {
    /// By how much, in pixels: negative as a rule.
    by: f64,
    /// Where the second stands, in pixels from the left; asked only where it could be told that it moved.
    left: Option<f64>,
}

/// Measures letters, in one font after the other.
#[derive(Default)]
pub struct Ruler {
    pen: Option<(String, Pen)>,
}

impl Ruler {
    /// The letters on both sides of a place in a text node, in UTF-16 code units, if they are kerned. Seldom, and then
    /// only is the page laid out to be looked at.
    pub fn kerned(&mut self, node: &Text, at: u32) -> Option<Kerned> {
        let pair = node.substring_data(at.checked_sub(1)?, 2).ok()?;
        let mut letters = pair.char_indices();
        let (_, (second, _)) = (letters.next()?, letters.next()?);
        let pen = self.pen_of(&node.parent_element()?)?;
        let width = |text: &str| pen.measure_text(text).width();
        let by = width(&pair) - width(&pair[..second]) - width(&pair[second..]);
        (by != 0.0).then(|| Kerned { by, left: if by.abs() > 0.5 { left_of(node, at) } else { None } })
    }

    /// Something that measures in the font of an element.
    fn pen_of(&mut self, element: &Element) -> Option<&Pen> {
        let style = web_sys::window()?.get_computed_style(element).ok()??;
        let mut font = String::new();
        for name in ["font-style", "font-weight", "font-size", "font-family"] {
            font.push_str(&style.get_property_value(name).ok()?);
            font.push(' ');
        }
        if self.pen.is_none() {
            let canvas: Canvas = element.owner_document()?.create_element("canvas").ok()?.unchecked_into();
            self.pen = Some((String::new(), canvas.get_context("2d")?));
        }
        let (set, pen) = self.pen.as_mut()?;
        if *set != font {
            pen.set_font(&font);
            *set = font;
        }
        Some(pen)
    }
}

/// How far from the left a character stands, in pixels; `at` in UTF-16 code units.
fn left_of(node: &Text, at: u32) -> Option<f64> {
    let range = node.owner_document()?.create_range().ok()?;
    range.set_start(node, at).ok()?;
    range.set_end(node, at + 1).ok()?;
    Some(range.get_bounding_client_rect().left())
}

/// Gives all edges their kerning back, if one of them has lost it: if what follows it moved by just that much.
pub fn mend(edges: &[Edge]) {
    let lost = |Edge { after, kerned, .. }: &Edge| {
        let moved = |left| left_of(after, 0).map_or(0.0, |now| now - left);
        // Half a pixel: WebKit tells where a character stands by whole ones. Blanks at the end of a line move, too.
        kerned.left.map(moved).is_some_and(|moved| moved.abs() > 0.5 && (moved + kerned.by).abs() < 1.0)
    };
    if !edges.iter().any(lost) {
        return;
    }
    for Edge { mark, margin, kerned, .. } in edges {
        let style = mark.unchecked_ref::<HtmlElement>().style();
        let _ = style.set_property_with_priority(margin, &super::card::pixels(kerned.by), "important");
    }
}

//! The text nodes that a mark covers, each from where to where.

use crate::text::{Range, breaks_words, is_white};
use wasm_bindgen::JsCast;
use web_sys::{Element, Text};

/// A stretch of one text node, in UTF-16 code units; never of white space alone.
#[derive(Clone, Copy)]
pub struct Stretch {
    /// Which of the page's text nodes.
    pub piece: usize,
    /// Its first unit.
    pub start: u32,
    /// One past its last.
    pub end: u32,
}

/// The stretches of a range over a page's text nodes, in order.
pub fn of(nodes: &[Text], range: Range) -> Vec<Stretch> {
    let mut all = Vec::new();
    // White space between blocks is no place for a mark.
    each(nodes, range, &mut |stretch, text| {
        if !text.trim().is_empty() {
            all.push(stretch);
        }
    });
    all
}

/// The words of a range: white space as one space, and one where a block begins or ends.
pub fn words(nodes: &[Text], range: Range) -> String {
    let mut words = String::new();
    let mut before: Option<Element> = None;
    each(nodes, range, &mut |stretch, text| {
        let node = &nodes[stretch.piece];
        let block = block_around(node);
        let follows_break = node.previous_sibling().is_some_and(|sibling| breaks(sibling.dyn_ref()));
        if block != before || follows_break {
            words.push(' ');
        }
        words.push_str(&text);
        before = block;
    });
    let mut out = String::new();
    for c in words.trim().chars() {
        if !is_white(c) {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// The innermost element around a text whose edges break words.
fn block_around(node: &Text) -> Option<Element> {
    let mut element = node.parent_element();
    while element.is_some() && !breaks(element.as_ref()) {
        element = element?.parent_element();
    }
    element
}

fn breaks(element: Option<&Element>) -> bool {
    element.is_some_and(|element| breaks_words(&element.local_name()))
}

fn each(nodes: &[Text], range: Range, act: &mut dyn FnMut(Stretch, String)) {
    let (first, last) = (range.start.piece as usize, range.end.piece as usize);
    for piece in first..=last {
        let Some(node) = nodes.get(piece) else { continue };
        let start = if piece == first { range.start.offset } else { 0 };
        let end = if piece == last { range.end.offset } else { node.length() };
        if let Ok(text) = node.substring_data(start, end.saturating_sub(start)) {
            act(Stretch { piece, start, end }, text);
        }
    }
}

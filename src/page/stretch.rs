//! The text nodes that a mark covers, each from where to where.

use super::pieces::Pieces;
use crate::text::{Range, breaks_words, is_white};
use wasm_bindgen::JsCast;
use web_sys::{Element, Text};

/// A stretch of one text node, in UTF-16 code units; never of white space alone.
pub struct Stretch {
    /// The piece that it is of.
    pub piece: usize,
    /// The text node.
    pub node: Text,
    /// Its first unit.
    pub start: u32,
    /// One past its last.
    pub end: u32,
}

/// The stretches of a range over a page's text nodes, in order.
pub fn of(pieces: &Pieces, range: Range) -> Vec<Stretch> {
    let mut all = Vec::new();
    // White space between blocks is no place for a mark.
    each(pieces, range, &mut |stretch, text| {
        if !text.trim().is_empty() {
            all.push(stretch);
        }
    });
    all
}

/// The words of a range: white space as one space, and one where a block begins or ends.
pub fn words(pieces: &Pieces, range: Range) -> String {
    let mut words = String::new();
    let mut before: Option<Element> = None;
    each(pieces, range, &mut |stretch, text| {
        let node = &stretch.node;
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

/// Whether the page still says there what an index says.
pub fn is_unchanged(pieces: &Pieces, range: Range, said: &str) -> bool {
    let (mut rest, mut stands) = (said, true);
    each(pieces, range, &mut |stretch, text| match rest.strip_prefix(&*text) {
        Some(more) if stretch.node.is_connected() => rest = more,
        _ => stands = false,
    });
    stands && rest.is_empty()
}

fn each(pieces: &Pieces, range: Range, act: &mut dyn FnMut(Stretch, String)) {
    let (first, last) = (range.start.piece as usize, range.end.piece as usize);
    for piece in first..=last {
        let from = if piece == first { range.start.offset } else { 0 };
        let to = if piece == last { range.end.offset } else { u32::MAX };
        let mut start = 0;
        for node in pieces.parts(piece) {
            let end = start + node.length();
            let (from, to) = (from.max(start), to.min(end));
            if from < to
                && let Ok(text) = node.substring_data(from - start, to - from)
            {
                act(Stretch { piece, node: node.clone(), start: from - start, end: to - start }, text);
            }
            start = end;
        }
    }
}

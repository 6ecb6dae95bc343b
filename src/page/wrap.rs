//! Marks in the text: text nodes are split and wrapped, nothing else of the page is touched, and undone to the very
//! node objects and boundaries that were there.

use super::kerning::{self, Edge};
use crate::view::marking::Mark;
use js_sys::Object;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

/// Why words that were found are not marked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unmarked {
    /// They stand in a link, a button, a label or a summary, which have their own activation.
    InsideControl,
    /// A framework owns the text; wrapping it would corrupt the page at the next update.
    Framework,
}

/// What was done to the page, to be undone.
#[derive(Default)]
pub struct Wrapping {
    split: Vec<Split>,
}

/// One text node of the page and the parts it was split into; it is the first of them itself.
struct Split {
    original: Text,
    rest: Vec<Text>,
}

/// One stretch of one text node that a mark covers, in UTF-16 code units.
struct Cut {
    piece: usize,
    start: u32,
    end: u32,
    mark: usize,
    /// Where the characters at its start and after its end stand, if the node has more on that side.
    lefts: [Option<f64>; 2],
}

/// Wraps marks, which are sorted and don't overlap. Gives for each its elements in order, or why it has none; the
/// first element is what `make(true)` made, the others what `make(false)` did.
pub fn wrap(
    nodes: &[Text],
    marks: &[Mark],
    frameworks_too: bool,
    make: impl Fn(usize, bool) -> Option<Element>,
) -> (Wrapping, Vec<Result<Vec<Element>, Unmarked>>) {
    let mut results: Vec<Result<Vec<Element>, Unmarked>> = Vec::new();
    let mut cuts = Vec::new();
    for (mark, Mark { range, .. }) in marks.iter().enumerate() {
        let mut own = Vec::new();
        let mut result = Ok(Vec::new());
        for piece in range.start.piece as usize..=range.end.piece as usize {
            let Some(node) = nodes.get(piece) else { continue };
            let start = if piece == range.start.piece as usize { range.start.offset } else { 0 };
            let end = if piece == range.end.piece as usize { range.end.offset } else { node.length() };
            // White space between blocks is no place for an element.
            if start >= end || node.substring_data(start, end - start).is_ok_and(|text| text.trim().is_empty()) {
                continue;
            }
            match owner(node) {
                Some(Unmarked::Framework) if frameworks_too => {}
                Some(why) => result = Err(why),
                None => {}
            }
            own.push(Cut { piece, start, end, mark, lefts: [None; 2] });
        }
        if result.is_ok() {
            cuts.append(&mut own);
        }
        results.push(result);
    }
    // All places are read before anything is written, and once more after: two layouts, however many marks.
    for cut in &mut cuts {
        let node = &nodes[cut.piece];
        let within = |at: u32| if at > 0 && at < node.length() { kerning::left_of(node, at) } else { None };
        cut.lefts = [within(cut.start), within(cut.end)];
    }
    let mut edges = Vec::new();
    let mut wrapping = Wrapping::default();
    for cuts in cuts.chunk_by(|a, b| a.piece == b.piece) {
        let original = &nodes[cuts[0].piece];
        let mut split = Split { original: original.clone(), rest: Vec::new() };
        let (mut rest, mut at) = (original.clone(), 0);
        for cut in cuts {
            let Ok(elements) = &mut results[cut.mark] else { continue };
            let Some(element) = make(cut.mark, elements.is_empty()) else { continue };
            let covered = if cut.start > at { split.off(&rest, cut.start - at) } else { Some(rest.clone()) };
            let Some(covered) = covered else { continue };
            let after =
                if covered.length() > cut.end - cut.start { split.off(&covered, cut.end - cut.start) } else { None };
            let Some(parent) = covered.parent_node() else { continue };
            if parent.insert_before(&element, Some(&covered)).is_ok() && element.append_child(&covered).is_ok() {
                let before = if cut.start > at { Some(&rest) } else { None };
                let sides = [
                    ("margin-inline-start", before, Some(&covered)),
                    ("margin-inline-end", Some(&covered), after.as_ref()),
                ];
                for ((margin, before, after), left) in sides.into_iter().zip(cut.lefts) {
                    if let (Some(before), Some(after), Some(left)) = (before.cloned(), after.cloned(), left) {
                        edges.push(Edge { mark: element.clone(), margin, before, after, left });
                    }
                }
                elements.push(element);
            }
            (rest, at) = (after.unwrap_or(covered), cut.end);
        }
        wrapping.split.push(split);
    }
    kerning::mend(&edges);
    (wrapping, results)
}

impl Split {
    /// Splits a part and remembers the new one.
    fn off(&mut self, part: &Text, at: u32) -> Option<Text> {
        let new = part.split_text(at).ok()?;
        self.rest.push(new.clone());
        Some(new)
    }
}

impl Wrapping {
    /// Takes the marks out again. Text that the page has changed or removed meanwhile is left as the page has it.
    pub fn undo(self, marks: &[Element]) {
        for mark in marks {
            let Some(parent) = mark.parent_node() else { continue };
            while let Some(child) = mark.first_child() {
                let _ = parent.insert_before(&child, Some(mark));
            }
            mark.remove();
        }
        for Split { original, rest } in self.split {
            let mut last: Node = original.clone().into();
            for part in rest {
                let follows = last.next_sibling().is_some_and(|next| next.is_same_node(Some(&part)));
                if follows {
                    let _ = original.append_data(&part.data());
                    part.remove();
                } else {
                    last = part.into();
                }
            }
        }
    }
}

/// Who else lays claim to a text node.
fn owner(node: &Text) -> Option<Unmarked> {
    let parent = node.parent_element()?;
    if parent.closest("a[href],button,label,summary,[role=button],[role=link]").ok().flatten().is_some() {
        return Some(Unmarked::InsideControl);
    }
    let mut next = Some(parent);
    while let Some(element) = next {
        if has_expando(&element) {
            return Some(Unmarked::Framework);
        }
        next = element.parent_element();
    }
    None
}

/// Whether a framework left its own property on an element: React, Preact, Vue, Svelte.
fn has_expando(element: &Element) -> bool {
    let names = Object::get_own_property_names(element.unchecked_ref::<Object>());
    names.iter().filter_map(|name| name.as_string()).any(|name| {
        ["__react", "_react", "__vue", "_vnode", "__svelte", "__k"].iter().any(|known| name.starts_with(known))
    })
}

//! Marks in the text: text nodes are split and wrapped, nothing else of the page is touched, and undone to the very
//! node objects and boundaries that were there.

use super::kerning::{self, Edge};
use super::stretch::{self, Stretch};
use crate::text::Range;
use web_sys::{Element, Node, Text};

/// What was done to the page, to be undone.
#[derive(Default)]
pub struct Wrapping {
    split: Vec<Split>,
}

/// One text node of the page and the parts it was split into; it is the first of them itself.
struct Split {
    original: Text,
    /// What was left to it.
    first: String,
    rest: Vec<Text>,
}

/// A stretch of text that a mark covers.
struct Cut {
    stretch: Stretch,
    mark: usize,
    /// Where the characters at its start and after its end stand, if the node has more on that side.
    lefts: [Option<f64>; 2],
}

/// Wraps ranges, which are sorted and don't overlap. Gives for each its elements in order: the first is what
/// `make(range, true)` made, the others what `make(range, false)` did.
pub fn wrap(
    nodes: &[Text],
    ranges: &[Range],
    make: impl Fn(usize, bool) -> Option<Element>,
) -> (Wrapping, Vec<Vec<Element>>) {
    let mut results = vec![Vec::new(); ranges.len()];
    let mut cuts = Vec::new();
    for (mark, &range) in ranges.iter().enumerate() {
        cuts.extend(stretch::of(nodes, range).into_iter().map(|stretch| Cut { stretch, mark, lefts: [None; 2] }));
    }
    // All places are read before anything is written, and once more after: two layouts, however many marks.
    for cut in &mut cuts {
        let node = &nodes[cut.stretch.piece];
        let within = |at: u32| if at > 0 && at < node.length() { kerning::left_of(node, at) } else { None };
        cut.lefts = [within(cut.stretch.start), within(cut.stretch.end)];
    }
    let mut edges = Vec::new();
    let mut wrapping = Wrapping::default();
    for cuts in cuts.chunk_by(|a, b| a.stretch.piece == b.stretch.piece) {
        let original = &nodes[cuts[0].stretch.piece];
        let mut split = Split { original: original.clone(), first: String::new(), rest: Vec::new() };
        let (mut rest, mut at) = (original.clone(), 0);
        for cut in cuts {
            let (Stretch { start, end, .. }, elements) = (cut.stretch, &mut results[cut.mark]);
            let Some(element) = make(cut.mark, elements.is_empty()) else { continue };
            let covered = if start > at { split.off(&rest, start - at) } else { Some(rest.clone()) };
            let Some(covered) = covered else { continue };
            let after = if covered.length() > end - start { split.off(&covered, end - start) } else { None };
            let Some(parent) = covered.parent_node() else { continue };
            if parent.insert_before(&element, Some(&covered)).is_ok() && element.append_child(&covered).is_ok() {
                let before = if start > at { Some(&rest) } else { None };
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
            (rest, at) = (after.unwrap_or(covered), end);
        }
        split.first = original.data();
        wrapping.split.push(split);
    }
    kerning::mend(&edges);
    (wrapping, results)
}

impl Wrapping {
    /// Takes the marks out again. Text that the page has changed or removed meanwhile is left as the page has it.
    /// Whether the page has written into a text node that was split.
    pub fn undo(self, marks: &[Element]) -> bool {
        for mark in marks {
            let Some(parent) = mark.parent_node() else { continue };
            while let Some(child) = mark.first_child() {
                let _ = parent.insert_before(&child, Some(mark));
            }
            mark.remove();
        }
        let mut written = false;
        for split in self.split {
            let was_written = split.was_written();
            written |= was_written;
            let Split { original, rest, .. } = split;
            let mut last: Node = original.clone().into();
            for part in rest {
                let follows = last.next_sibling().is_some_and(|next| next.is_same_node(Some(&part)));
                if follows {
                    if !was_written {
                        let _ = original.append_data(&part.data());
                    }
                    part.remove();
                } else {
                    last = part.into();
                }
            }
        }
        written
    }
}

impl Split {
    /// Splits a part and remembers the new one.
    fn off(&mut self, part: &Text, at: u32) -> Option<Text> {
        let new = part.split_text(at).ok()?;
        self.rest.push(new.clone());
        Some(new)
    }

    /// Whether the page has given the node a new text: what it was split into is then a rest of the old one. A script
    /// that goes over all texts, for its quotes or hyphens, changes a few signs of each part and means that part.
    fn was_written(&self) -> bool {
        let (before, now) = (self.first.len(), self.original.data().len());
        self.original.data() != self.first && now.abs_diff(before) > 2 + before / 8
    }
}

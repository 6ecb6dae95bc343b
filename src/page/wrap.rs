//! Marks in the text: text nodes are split and wrapped, nothing else of the page is touched, and undone to the very
//! node objects and boundaries that were there.

use super::kerning::{self, Edge, Kerned, Ruler};
use super::pieces::Pieces;
use super::stretch::{self, Stretch};
use crate::text::Range;
use js_sys::WeakMap;
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
    /// The letters at its start and at its end, if they are kerned with more of the node on that side.
    kerned: [Option<Kerned>; 2],
}

impl Wrapping {
    /// Wraps ranges, which are sorted and don't overlap each other or what is wrapped. Gives for each its elements in
    /// order: the first is what `make(range, true)` made, the others what `make(range, false)` did.
    pub fn wrap(
        &mut self,
        pieces: &mut Pieces,
        ranges: &[Range],
        make: impl Fn(usize, bool) -> Option<Element>,
    ) -> Vec<Vec<Element>> {
        let mut results = vec![Vec::new(); ranges.len()];
        let mut cuts = Vec::new();
        for (mark, &range) in ranges.iter().enumerate() {
            cuts.extend(stretch::of(pieces, range).into_iter().map(|stretch| Cut { stretch, mark, kerned: [None; 2] }));
        }
        // All is read before anything is written, and once more after: two layouts at most, however many marks.
        let mut ruler = Ruler::default();
        for cut in &mut cuts {
            let node = &cut.stretch.node;
            let mut within = |at: u32| if at > 0 && at < node.length() { ruler.kerned(node, at) } else { None };
            cut.kerned = [within(cut.stretch.start), within(cut.stretch.end)];
        }
        let mut edges = Vec::new();
        for cuts in cuts.chunk_by(|a, b| a.stretch.node == b.stretch.node) {
            let Stretch { piece, node: original, .. } = &cuts[0].stretch;
            let mut split = Split { original: original.clone(), first: String::new(), rest: Vec::new() };
            let (mut rest, mut at) = (original.clone(), 0);
            for cut in cuts {
                let (&Stretch { start, end, .. }, elements) = (&cut.stretch, &mut results[cut.mark]);
                let covered = if start > at { split.off(&rest, start - at) } else { Some(rest.clone()) };
                let Some(covered) = covered else { continue };
                let after = if covered.length() > end - start { split.off(&covered, end - start) } else { None };
                // Where a text goes on in the next node, the mark goes on in its element.
                let is_before =
                    |last: &&Element| covered.previous_sibling().is_some_and(|node| node.is_same_node(Some(last)));
                let element = elements.last().filter(is_before).cloned();
                let goes_on = element.is_some();
                let Some(element) = element.or_else(|| make(cut.mark, elements.is_empty())) else { continue };
                let Some(parent) = covered.parent_node() else { continue };
                let stands = goes_on || parent.insert_before(&element, Some(&covered)).is_ok();
                if stands && element.append_child(&covered).is_ok() {
                    let sides = [("margin-inline-start", Some(&covered)), ("margin-inline-end", after.as_ref())];
                    for ((margin, after), kerned) in sides.into_iter().zip(cut.kerned) {
                        if let (Some(after), Some(kerned)) = (after.cloned(), kerned) {
                            edges.push(Edge { mark: element.clone(), margin, after, kerned });
                        }
                    }
                    if !goes_on {
                        elements.push(element);
                    }
                }
                (rest, at) = (after.unwrap_or(covered), end);
            }
            split.first = original.data();
            pieces.split(*piece, original, &split.rest);
            self.split.push(split);
        }
        kerning::mend(&edges);
        results
    }

    /// Puts the text nodes together again, once their marks have been unwrapped. Text that the page has changed or
    /// removed meanwhile is left as the page has it. Whether the page has written into a text node that was split.
    pub fn undo(self) -> bool {
        join(self.split)
    }

    /// The same for text that is no longer in the page, and may come back.
    pub fn undo_detached(&mut self) {
        let (kept, detached) =
            std::mem::take(&mut self.split).into_iter().partition(|split| split.original.is_connected());
        self.split = kept;
        join(detached);
    }

    /// Whether the page has written into a text node, and that was split.
    pub fn was_written(&self, node: &Node) -> bool {
        let split = self.split.iter().rev().find(|split| split.original.is_same_node(Some(node)));
        split.is_some_and(Split::was_written)
    }
}

/// Puts text nodes together again. Whether the page has written into one.
fn join(splits: Vec<Split>) -> bool {
    let mut written = false;
    // A node that was split twice was left as its last split says.
    let judged = WeakMap::new();
    // What was split last is put together first: it may be a part of what was split before.
    for split in splits.into_iter().rev() {
        let was_written = judged.get(&split.original).as_bool().unwrap_or_else(|| split.was_written());
        judged.set(&split.original, &was_written.into());
        written |= was_written;
        split.join(was_written);
    }
    written
}

/// Takes a mark's elements out of the page and leaves the words.
pub fn unwrap(elements: &[Element]) {
    for element in elements {
        let Some(parent) = element.parent_node() else { continue };
        while let Some(child) = element.first_child() {
            let _ = parent.insert_before(&child, Some(element));
        }
        element.remove();
    }
}

impl Split {
    /// Puts it together again; where the page has written into it, what is left of the old text goes.
    fn join(self, was_written: bool) {
        let mut last = self.original;
        for part in self.rest {
            if last.next_sibling().is_some_and(|next| next.is_same_node(Some(&part))) {
                if !was_written {
                    let _ = last.append_data(&part.data());
                }
                part.remove();
            } else {
                last = part;
            }
        }
    }

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

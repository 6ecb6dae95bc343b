//! A text that words are looked for in.

use crate::text::{Index, Place, Range, Unicode};
use std::ops::Range as Span;

/// A report as it was saved, or an article: its text, and the lines of the file that it stands on.
pub struct Page {
    /// Over its pieces.
    pub index: Index,
    /// The line that each piece begins on, from 1.
    lines: Vec<usize>,
    /// Elements with an `id`, and the pieces inside.
    elements: Vec<(String, Span<usize>)>,
    /// Each line of the file is a piece: places in it are known.
    plain: bool,
}

impl Page {
    /// A text without markup: each line is a block.
    pub fn plain(text: &str, unicode: &mut dyn Unicode) -> Self {
        let mut builder = Index::builder(unicode);
        for line in text.split('\n') {
            builder.piece(line);
            builder.block_break();
        }
        let lines = (1..=text.split('\n').count()).collect();
        Page { index: builder.finish(), lines, elements: Vec::new(), plain: true }
    }

    /// A text with markup: for each of its pieces the line, for each element with an `id` its pieces.
    pub fn marked_up(index: Index, lines: Vec<usize>, elements: Vec<(String, Span<usize>)>) -> Self {
        Page { index, lines, elements, plain: false }
    }

    /// The text inside the element of this `id`, if there is any.
    pub fn element(&self, id: &str) -> Option<Range> {
        self.elements.iter().find(|(other, _)| other == id).and_then(|(_, pieces)| Range::of_pieces(pieces))
    }

    /// The line of the file on which a range begins, from 1.
    pub(super) fn line(&self, range: Range) -> usize {
        let line = self.lines.get(range.start.piece as usize).copied().unwrap_or(1);
        let before = self.index.text(Range { start: Place { offset: 0, ..range.start }, end: range.start });
        line + before.matches('\n').count()
    }

    /// From where to where a range stands in the file, in code points; of texts without markup.
    pub(super) fn code_points(&self, range: Range) -> Option<(usize, usize)> {
        let (start, end) = self.index.bytes(range);
        // Between two lines stands what parted them, which is in no piece.
        let count = |byte: usize, piece: u32| self.index.source()[..byte].chars().count() + piece as usize;
        self.plain.then(|| (count(start, range.start.piece), count(end, range.end.piece)))
    }

    /// What stands right before and right after a range: so many bytes at most, a line feed between blocks.
    pub(super) fn beside(&self, range: Range, bytes: usize) -> (String, String) {
        let source = self.index.source();
        let (start, end) = self.index.bytes(range);
        let from = source.ceil_char_boundary(start.saturating_sub(bytes));
        let to = source.floor_char_boundary((end + bytes).min(source.len()));
        let text = |from, to| if from < to { self.index.text(self.index.range(from, to)) } else { String::new() };
        (text(from, start), text(end, to))
    }

    /// The rest of its block on both sides of a range, as it stands there.
    pub(super) fn block(&self, range: Range) -> (&str, &str) {
        let (start, end) = self.index.bytes(range);
        (self.index.around(start).0, self.index.around(end).1)
    }
}

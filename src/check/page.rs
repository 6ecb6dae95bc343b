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
    /// Each line of the file is a piece: columns are known.
    plain: bool,
}

/// Where words stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// Characters from 1, where it is known: HTML is not.
    pub column: Option<usize>,
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
        let (_, pieces) = self.elements.iter().find(|(other, _)| other == id)?;
        let last = pieces.clone().next_back()?;
        // A place beyond its piece is the end of it.
        let place = |piece, offset| Place { piece: piece as u32, offset };
        Some(Range { start: place(pieces.start, 0), end: place(last, u32::MAX) })
    }

    /// Where a place stands in the file.
    pub fn position(&self, place: Place) -> Position {
        let line = self.lines.get(place.piece as usize).copied().unwrap_or(1);
        let before = self.index.text(Range { start: Place { offset: 0, ..place }, end: place });
        let column = self.plain.then(|| before.chars().count() + 1);
        Position { line: line + before.matches('\n').count(), column }
    }

    /// The line of a range, by its first word.
    pub(super) fn line(&self, range: Range) -> usize {
        self.position(range.start).line
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

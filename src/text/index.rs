//! The folded text of a page, with the way back.

use super::fold::{Class, class};
use super::words::{self, Edge};
use super::{Builder, Place, Range, Unicode};

/// The text of a page (or of a report, or a quote) as folded, and where each of its characters came from.
///
/// Positions inside are bytes: of the *folded* text, and of the *source*, which is all pieces one after another.
#[derive(Default)]
pub struct Index {
    /// All pieces, as they were.
    pub(super) source: String,
    /// The same, folded.
    pub(super) folded: String,
    /// Where each piece begins in the source.
    pub(super) pieces: Vec<u32>,
    /// Where blocks meet in the source, ascending.
    pub(super) breaks: Vec<u32>,
    /// The way from folded text to source and back, ascending in both.
    pub(super) runs: Vec<Run>,
}

/// A stretch of folded text whose characters came one for one from a stretch of source; or one grapheme that did not.
#[derive(Clone, Copy)]
pub(super) struct Run {
    /// Where it begins in the folded text.
    pub folded: u32,
    /// Where it begins in the source.
    pub source: u32,
    /// UTF-16 code units from the start of its piece.
    pub offset: u32,
    /// Of one grapheme, its bytes in the source; else 0.
    pub grapheme: u32,
}

impl Index {
    /// Starts an index. `unicode` is lent, or given where the builder is to outlive its maker.
    pub fn builder<'u>(unicode: impl Unicode + 'u) -> Builder<'u> {
        Builder::new(Box::new(unicode))
    }

    /// The folded text.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// All pieces, one after another, as they were added.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// The text of each block as it stands in its pieces; some may be white space alone.
    pub fn blocks(&self) -> impl Iterator<Item = &str> {
        let starts = [0].into_iter().chain(self.breaks.iter().map(|&at| at as usize));
        let ends = self.breaks.iter().map(|&at| at as usize).chain([self.source.len()]);
        starts.zip(ends).map(|(start, end)| &self.source[start..end])
    }

    /// The words of a range as they stand in the page, a line feed between blocks.
    pub fn text(&self, range: Range) -> String {
        let (start, end) = self.bytes(range);
        let mut text = String::new();
        let mut from = start;
        let first = self.breaks.partition_point(|&at| at as usize <= start);
        for at in self.breaks[first..].iter().map(|&at| at as usize).take_while(|&at| at < end) {
            text.push_str(&self.source[from..at]);
            text.push('\n');
            from = at;
        }
        text.push_str(&self.source[from..end]);
        text
    }

    /// The text of a range as it stands in its pieces, with nothing between them.
    pub fn source_text(&self, range: Range) -> &str {
        let (start, end) = self.bytes(range);
        &self.source[start..end]
    }

    /// Moves the edges of a range outwards to the edges of words, never across a block edge. Scripts written
    /// without spaces, and Hangul with its particles, stay as they are. White space at the ends is left out.
    pub fn snap(&self, range: Range) -> Range {
        let (start, end) = self.bytes(range);
        let blank = |c| matches!(class(c), Class::White | Class::Unseen);
        let words = self.source[start..end].trim_end_matches(blank);
        let end = start + words.len();
        let start = end - words.trim_start_matches(blank).len();
        if start == end {
            return range;
        }
        self.range(words::outwards(self, start, Edge::Start), words::outwards(self, end, Edge::End))
    }

    /// Bytes of the source from where a range begins to where it ends. Places outside the text are moved into it.
    pub(crate) fn bytes(&self, range: Range) -> (usize, usize) {
        let start = self.byte(range.start);
        (start, self.byte(range.end).max(start))
    }

    /// The range of these bytes of the source, which are not none. It begins in the piece of its first character
    /// and ends in that of its last.
    pub(crate) fn range(&self, start: usize, end: usize) -> Range {
        Range { start: self.place(start, start), end: self.place(end, end.saturating_sub(1)) }
    }

    /// Source bytes of a stretch of folded text, if it begins and ends at graphemes. Neither end may be white.
    pub(crate) fn origin(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let first = self.run_at(start)?;
        let from = match self.runs[first] {
            run if run.folded as usize == start => run.source as usize,
            run if run.grapheme > 0 => return None,
            run => self.along(run, start),
        };
        let last = self.run_at(end.checked_sub(1)?)?;
        let to = match self.runs[last] {
            run if run.grapheme == 0 => self.along(run, end),
            run if self.end_of_grapheme(last) == end => (run.source + run.grapheme) as usize,
            _ => return None,
        };
        Some((from, to))
    }

    /// The byte of the source that a character of the folded text came from; of a grapheme, its first.
    pub(crate) fn source_of(&self, folded: usize) -> usize {
        match self.run_at(folded).map(|run| self.runs[run]) {
            Some(run) if run.grapheme == 0 => self.along(run, folded),
            Some(run) => run.source as usize,
            None => 0,
        }
    }

    /// Whether nothing but white space stands between a byte of the source and the edge of its block before it.
    pub(crate) fn begins_block(&self, source: usize) -> bool {
        let edge = self.breaks[..self.breaks.partition_point(|&edge| edge as usize <= source)].last();
        self.source[edge.map_or(0, |&edge| edge as usize)..source].chars().all(|c| class(c) != Class::Seen)
    }

    /// The block edges next to a byte of the folded text: of each, where the text before ends and that behind begins.
    pub(crate) fn block_edges(&self, folded: usize) -> impl Iterator<Item = (usize, usize)> {
        let source = self.source_of(folded) as u32;
        let (before, behind) = self.breaks.split_at(self.breaks.partition_point(|&edge| edge <= source));
        let near = before.last().into_iter().chain(behind.first());
        near.map(|&edge| {
            let run = self.runs.partition_point(|run| run.source < edge);
            let start = self.runs.get(run).map_or(self.folded.len(), |run| run.folded as usize);
            (self.folded[..start].trim_end_matches(' ').len(), start)
        })
    }

    /// A stretch of folded text that has all that came from these bytes of the source, and little more.
    pub(crate) fn hull(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let first = self.runs.partition_point(|run| run.source as usize <= start).saturating_sub(1);
        let last = self.runs.partition_point(|run| (run.source as usize) < end);
        let at = |run: usize| self.runs.get(run).map_or(self.folded.len(), |run| run.folded as usize);
        at(first)..at(last).max(at(first))
    }

    /// The run that has this byte of the folded text.
    fn run_at(&self, folded: usize) -> Option<usize> {
        self.runs.partition_point(|run| run.folded as usize <= folded).checked_sub(1)
    }

    /// The byte of the source that answers to a byte of the folded text, in a run of one for one.
    fn along(&self, run: Run, folded: usize) -> usize {
        let characters = self.folded[run.folded as usize..folded].chars().count();
        let source = run.source as usize;
        source + self.source[source..].chars().take(characters).map(char::len_utf8).sum::<usize>()
    }

    /// Where the folded text of a grapheme ends: where the next run begins, but for the space between.
    fn end_of_grapheme(&self, run: usize) -> usize {
        let end = self.runs.get(run + 1).map_or(self.folded.len(), |next| next.folded as usize);
        self.folded[..end].trim_end_matches(' ').len()
    }

    /// The place of a byte of the source, in the piece that has byte `inside`.
    fn place(&self, byte: usize, inside: usize) -> Place {
        let piece = self.pieces.partition_point(|&start| start as usize <= inside).saturating_sub(1);
        let start = self.pieces.get(piece).map_or(0, |&start| start);
        let runs = &self.runs[..self.runs.partition_point(|run| run.source as usize <= inside)];
        let (from, offset) = match runs.last() {
            Some(run) if run.source >= start => (run.source, run.offset),
            _ => (start, 0),
        };
        Place { piece: piece as u32, offset: offset + utf16_len(&self.source[from as usize..byte]) }
    }

    /// The byte of the source at a place; inside a surrogate pair, its start; beyond its piece, the end of it.
    fn byte(&self, place: Place) -> usize {
        let piece = place.piece as usize;
        let Some(&start) = self.pieces.get(piece) else { return self.source.len() };
        let end = self.pieces.get(piece + 1).map_or(self.source.len(), |&end| end as usize);
        let runs = &self.runs[self.runs.partition_point(|run| run.source < start)..];
        let runs = &runs[..runs.partition_point(|run| (run.source as usize) < end && run.offset <= place.offset)];
        let (mut byte, mut units) = runs.last().map_or((start as usize, 0), |run| (run.source as usize, run.offset));
        for c in self.source[byte..end].chars() {
            units += c.len_utf16() as u32;
            if units > place.offset {
                break;
            }
            byte += c.len_utf8();
        }
        byte
    }
}

fn utf16_len(text: &str) -> u32 {
    text.chars().map(|c| c.len_utf16() as u32).sum()
}

//! Text in, piece by piece; index out.

use super::Unicode;
use super::fold::{self, Class, Fold, Folds};
use super::index::{Index, Run};

/// Source bytes after which a run of letters is cut, so that looking into one costs little.
const LONGEST_RUN: u32 = 128;

/// Makes an [`Index`] from pieces of text in reading order. It may rest between any two of them.
pub struct Builder<'u> {
    folds: Folds<'u>,
    index: Index,
    /// The grapheme being read.
    grapheme: Option<Grapheme>,
    /// Where the next character must stand to go on with the last run; `None` if the run is closed.
    next: Option<u32>,
    /// White space has been met since the last character.
    white: bool,
}

/// A grapheme that may still grow.
#[derive(Clone, Copy)]
struct Grapheme {
    /// Where it begins; a run of its own once it is more than one character for one.
    run: Run,
    /// Where in the folded text the marks that it ends with begin.
    marks: usize,
    /// From how many characters these come. Two or more may stand in any order.
    marked: u32,
    /// It ends with a joiner: the next letter belongs to it.
    joined: bool,
    /// It is one half of a flag.
    half_flag: bool,
}

/// Folds a text by itself, as the index folds a page; white space at its ends is dropped.
pub fn fold(unicode: &mut dyn Unicode, text: &str) -> String {
    Builder::new(Box::new(unicode)).folded(text)
}

/// How many bytes fold to themselves, but for their case: letters, digits and signs of ASCII, with single spaces between.
/// Most of a Latin text does.
fn plain(text: &[u8]) -> usize {
    let mut end = 0;
    for (at, &byte) in text.iter().enumerate().take(LONGEST_RUN as usize) {
        match byte {
            b'-' | b'`' => break,
            b'!'..=b'~' => end = at + 1,
            b' ' if at > 0 && end == at => {}
            _ => break,
        }
    }
    end
}

impl<'u> Builder<'u> {
    pub(super) fn new(unicode: Box<dyn Unicode + 'u>) -> Self {
        Builder { folds: Folds::new(unicode), index: Index::default(), grapheme: None, next: None, white: false }
    }

    /// Adds one piece of text (a text node), which may be empty. Nothing stands between it and the piece before.
    pub fn piece(&mut self, text: &str) {
        let start = self.index.source.len() as u32;
        self.index.pieces.push(start);
        self.index.source.push_str(text);
        let (mut rest, mut offset) = (text, 0);
        loop {
            let source = start + (text.len() - rest.len()) as u32;
            let plain = plain(rest.as_bytes());
            if plain > 0 {
                self.put_plain(&rest[..plain], source, offset);
                offset += plain as u32;
                rest = &rest[plain..];
            } else if let Some(c) = rest.chars().next() {
                self.put(c, source, offset);
                offset += c.len_utf16() as u32;
                rest = &rest[c.len_utf8()..];
            } else {
                break;
            }
        }
    }

    /// Takes over pieces of another index, which stand between block edges there, and do here: as if they were added
    /// again, yet without folding them. `pieces` must be of `other`.
    pub fn append(&mut self, other: &Index, pieces: std::ops::Range<usize>) {
        self.block_break();
        let at = |piece: usize| other.pieces.get(piece).map_or(other.source.len(), |&at| at as usize);
        let (start, end) = (at(pieces.start), at(pieces.end));
        let index = &mut self.index;
        // Wrapping: what was further back may be further on.
        let moved = (index.source.len() as u32).wrapping_sub(start as u32);
        index.source.push_str(&other.source[start..end]);
        index.pieces.extend(other.pieces[pieces].iter().map(|at| at.wrapping_add(moved)));
        let inside = |list: &[u32], at: usize| list.partition_point(|&other| other as usize <= at);
        let breaks = &other.breaks[..other.breaks.partition_point(|&at| (at as usize) < end)];
        index.breaks.extend(breaks[inside(breaks, start)..].iter().map(|at| at.wrapping_add(moved)));
        let run = |source: usize| other.runs.partition_point(|run| (run.source as usize) < source);
        let runs = &other.runs[run(start)..];
        let (runs, behind) = runs.split_at(runs.partition_point(|run| (run.source as usize) < end));
        if let Some(first) = runs.first().map(|run| run.folded as usize) {
            if !index.folded.is_empty() {
                index.folded.push(' ');
            }
            let last = behind.first().map_or(other.folded.len(), |run| run.folded as usize);
            let moved_fold = (index.folded.len() as u32).wrapping_sub(first as u32);
            index.folded.push_str(other.folded[first..last].trim_end_matches(' '));
            index.runs.extend(runs.iter().map(|run| Run {
                folded: run.folded.wrapping_add(moved_fold),
                source: run.source.wrapping_add(moved),
                ..*run
            }));
        }
        self.block_break();
    }

    /// The edge of a block, or `<br>`: words end here.
    pub fn block_break(&mut self) {
        self.close();
        self.white = true;
        self.next = None;
        let at = self.index.source.len() as u32;
        if self.index.breaks.last() != Some(&at) {
            self.index.breaks.push(at);
        }
    }

    /// The index over all that was added.
    pub fn finish(mut self) -> Index {
        self.take()
    }

    /// Folds one text by itself, keeping what is known about characters for the next.
    pub(crate) fn folded(&mut self, text: &str) -> String {
        self.indexed(text).folded
    }

    /// The index of one text by itself, likewise.
    pub(crate) fn indexed(&mut self, text: &str) -> Index {
        self.piece(text);
        self.take()
    }

    fn take(&mut self) -> Index {
        self.close();
        self.white = false;
        self.next = None;
        std::mem::take(&mut self.index)
    }

    /// Reads a [`plain`] stretch: as character by character, but at one stroke.
    fn put_plain(&mut self, text: &str, source: u32, offset: u32) {
        let length = text.len() as u32;
        self.begin(source, offset, source + 1, true);
        let folded = &mut self.index.folded;
        folded.push_str(text);
        let start = folded.len() - text.len();
        if let Some(text) = folded.get_mut(start..) {
            text.make_ascii_lowercase();
        }
        self.next = Some(source + length);
        // Only the last may still grow.
        if let Some(Grapheme { run, .. }) = &mut self.grapheme {
            run.folded += length - 1;
            run.source += length - 1;
            run.offset += length - 1;
        }
    }

    /// Reads one character, which stands at byte `source` of the source and at `offset` of its piece.
    fn put(&mut self, c: char, source: u32, offset: u32) {
        let end = source + c.len_utf8() as u32;
        match fold::class(c) {
            Class::White => {
                self.close();
                // One blank after a letter leaves the run as it is: one character for one.
                self.next = if !self.white && self.next == Some(source) { Some(end) } else { None };
                self.white = true;
            }
            Class::Unseen => {}
            Class::Rider => {
                if let Some(grapheme) = &mut self.grapheme {
                    grapheme.joined = fold::is_joiner(c);
                    self.grow(end);
                }
            }
            Class::Seen => {
                if let Some(fold) = self.folds.get(c) {
                    self.put_seen(c, fold, source, offset);
                }
            }
        }
    }

    fn put_seen(&mut self, c: char, fold: Fold, source: u32, offset: u32) {
        let end = source + c.len_utf8() as u32;
        let flag = fold::is_regional(c);
        if let Some(grapheme) = self.grapheme {
            // "--" is a typewriter's dash.
            if fold.first == '-' && self.index.folded.ends_with('-') {
                return self.grow(end);
            }
            let joined = grapheme.joined && fold::can_be_joined(fold.first);
            if fold.extends || joined || flag && grapheme.half_flag {
                return self.extend(c, fold, end);
            }
        }
        self.begin(source, offset, end, fold.single());
        let start = self.index.folded.len();
        self.folds.push(fold, &mut self.index.folded);
        if let Some(grapheme) = &mut self.grapheme {
            grapheme.marks = start + fold.base as usize;
            grapheme.marked = u32::from(grapheme.marks < self.index.folded.len());
            grapheme.joined = fold::is_joiner(c);
            grapheme.half_flag = flag;
        }
    }

    /// Begins a grapheme, whose folded text the caller appends. `single`: it is one character for one.
    fn begin(&mut self, source: u32, offset: u32, end: u32, single: bool) {
        self.close();
        let index = &mut self.index;
        if std::mem::take(&mut self.white) {
            if index.folded.is_empty() {
                self.next = None;
            } else {
                index.folded.push(' ');
            }
        }
        let run = Run { folded: index.folded.len() as u32, source, offset, grapheme: 0 };
        let goes_on = single
            && self.next == Some(source)
            && index.runs.last().is_some_and(|last| source - last.source < LONGEST_RUN);
        if !goes_on {
            index.runs.push(Run { grapheme: if single { 0 } else { end - source }, ..run });
        }
        self.next = if single { Some(end) } else { None };
        self.grapheme = Some(Grapheme { run, marks: 0, marked: 0, joined: false, half_flag: false });
    }

    /// Makes the grapheme being read reach to byte `end` of the source.
    fn grow(&mut self, end: u32) {
        let Some(Grapheme { run, .. }) = self.grapheme else { return };
        match self.index.runs.last_mut() {
            Some(last) if last.source == run.source => last.grapheme = end - run.source,
            _ => self.index.runs.push(Run { grapheme: end - run.source, ..run }),
        }
        self.next = None;
    }

    /// Adds a character to the grapheme being read.
    fn extend(&mut self, c: char, fold: Fold, end: u32) {
        self.grow(end);
        let folded = &mut self.index.folded;
        let syllable = folded.chars().next_back().and_then(|tail| fold::syllable(tail, c));
        if let Some(syllable) = syllable {
            folded.pop();
            folded.push(syllable);
            return;
        }
        if fold.base > 0 {
            self.order_marks();
        }
        let Some(grapheme) = &mut self.grapheme else { return };
        let start = self.index.folded.len();
        self.folds.push(fold, &mut self.index.folded);
        if fold.base > 0 || grapheme.marked == 0 {
            grapheme.marks = start + fold.base as usize;
            grapheme.marked = 0;
        }
        grapheme.marked += u32::from(grapheme.marks < self.index.folded.len());
        grapheme.joined = fold::is_joiner(c);
        grapheme.half_flag = false;
    }

    /// Ends the grapheme being read.
    fn close(&mut self) {
        self.order_marks();
        self.grapheme = None;
    }

    /// Brings marks from several characters into canonical order, by folding them again as one.
    fn order_marks(&mut self) {
        if let Some(grapheme) = &mut self.grapheme
            && grapheme.marked > 1
        {
            grapheme.marked = 0;
            let marks = self.index.folded.split_off(grapheme.marks);
            self.folds.unicode.fold(&marks, &mut self.index.folded);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Native;
    use proptest::prelude::*;

    /// What an index holds, for comparison.
    fn parts(index: &Index) -> impl PartialEq + std::fmt::Debug + '_ {
        let runs: Vec<_> = index.runs.iter().map(|run| (run.folded, run.source, run.offset, run.grapheme)).collect();
        (&index.source, &index.folded, &index.pieces, &index.breaks, runs)
    }

    proptest! {
        /// Blocks of one or more pieces, read and taken over in any order, are as if all had been read in that order.
        #[test]
        fn pieces_taken_over_are_as_if_read(
            blocks in prop::collection::vec(prop::collection::vec("[ aA\u{e9}\u{301}\u{200d}\u{2014}-\u{1f600}|]{0,6}", 0..4), 1..6),
            order in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..8),
        ) {
            let read = |builder: &mut Builder, block: &[String]| {
                builder.block_break();
                for text in block {
                    // A block inside the block.
                    if text.contains('|') {
                        builder.block_break();
                    }
                    builder.piece(text);
                }
                builder.block_break();
            };
            let mut before = Index::builder(Native);
            let mut pieces = 0;
            let mut known = Vec::new();
            for block in &blocks {
                read(&mut before, block);
                known.push(pieces..pieces + block.len());
                pieces += block.len();
            }
            let before = before.finish();
            let (mut whole, mut mixed) = (Index::builder(Native), Index::builder(Native));
            for (block, again) in order {
                let number = block.index(blocks.len());
                read(&mut whole, &blocks[number]);
                if again {
                    read(&mut mixed, &blocks[number]);
                } else {
                    mixed.append(&before, known[number].clone());
                }
            }
            let (whole, mixed) = (whole.finish(), mixed.finish());
            prop_assert_eq!(parts(&whole), parts(&mixed));
        }
    }
}

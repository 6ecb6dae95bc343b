//! A saved page as an index and as sentences.

use super::edits::Random;
use scraper::{ElementRef, Html, Node};
use std::ops;
use variorum::dossier::Selector;
use variorum::text::{Builder, Index, Native, Place, Range, breaks_words, fold};

/// Elements whose text nobody reads.
const UNREAD: &[&str] =
    &["button", "head", "iframe", "noscript", "object", "script", "select", "style", "svg", "textarea"];

/// Characters of a sentence that is worth quoting.
const LENGTHS: ops::Range<usize> = 30..180;

/// Characters of context on each side.
const CONTEXT: usize = 32;

/// A page, and how its text lies in its pieces.
#[derive(Default)]
pub struct Page {
    pub index: Index,
    /// All pieces, a line feed for each block edge.
    text: String,
    /// Where in the text each piece begins.
    pieces: Vec<usize>,
    /// Where in the text the sentences of its paragraphs stand.
    sentences: Vec<ops::Range<usize>>,
}

impl Page {
    /// Reads all of a page's text, wherever it stands.
    pub fn read(html: &str) -> Page {
        let mut unicode = Native;
        let (mut page, mut builder) = (Page::default(), Index::builder(&mut unicode));
        page.walk(Html::parse_document(html).root_element(), &mut builder);
        page.index = builder.finish();
        page
    }

    fn walk(&mut self, element: ElementRef, builder: &mut Builder) {
        let name = element.value().name();
        if UNREAD.contains(&name) {
            return;
        }
        self.edge(name, builder);
        let start = self.text.len();
        for child in element.children() {
            match child.value() {
                Node::Text(text) => {
                    builder.piece(text);
                    self.pieces.push(self.text.len());
                    self.text.push_str(text);
                }
                _ => {
                    if let Some(child) = ElementRef::wrap(child) {
                        self.walk(child, builder);
                    }
                }
            }
        }
        if name == "p" {
            self.add_sentences(start);
        }
        self.edge(name, builder);
    }

    /// Where an element of this name begins or ends.
    fn edge(&mut self, name: &str, builder: &mut Builder) {
        if breaks_words(name) {
            builder.block_break();
            self.text.push('\n');
        }
    }

    /// Adds the sentences of a paragraph, which is all text from here on.
    fn add_sentences(&mut self, mut from: usize) {
        for sentence in self.text[from..].split_inclusive(['.', '!', '?', '。']) {
            let words = sentence.trim();
            let start = from + sentence.len() - sentence.trim_start().len();
            from += sentence.len();
            if LENGTHS.contains(&words.chars().count()) {
                self.sentences.push(start..start + words.len());
            }
        }
    }

    /// Any sentence of the page that stands there but once.
    pub fn sentence(&self, random: &mut Random) -> Option<&ops::Range<usize>> {
        let sentence = self.sentences.get(random.below(self.sentences.len().max(1)))?;
        let folded = fold(&mut Native, &self.text[sentence.clone()]);
        (self.index.folded().matches(&folded).count() == 1).then_some(sentence)
    }

    /// The selector of these bytes of the text, as a tool writes it that sees the text as it is rendered.
    pub fn selector(&self, sentence: &ops::Range<usize>) -> Selector {
        let (before, after) = (&self.text[..sentence.start], &self.text[sentence.end..]);
        let mut before: Vec<&str> = before.split_whitespace().rev().take(CONTEXT).collect();
        before.reverse();
        let (before, after) = (before.join(" "), after.split_whitespace().take(CONTEXT).collect::<Vec<_>>().join(" "));
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        Selector {
            exact: self.text[sentence.clone()].split_whitespace().collect::<Vec<_>>().join(" "),
            prefix: before[from..].into(),
            suffix: after.chars().take(CONTEXT).collect(),
        }
    }

    /// The bytes of the text at which a range stands.
    pub fn bytes(&self, range: Range) -> ops::Range<usize> {
        let byte = |place: Place| {
            let start = self.pieces[place.piece as usize];
            let units: Vec<u16> = self.text[start..].encode_utf16().take(place.offset as usize).collect();
            start + String::from_utf16_lossy(&units).len()
        };
        byte(range.start)..byte(range.end)
    }

    /// Whether at least four fifths of two stretches of text, white space aside, are the same.
    pub fn agree(&self, a: &ops::Range<usize>, b: &ops::Range<usize>) -> bool {
        let count = |from: usize, to: usize| {
            self.text.get(from..to).map_or(0, |text| text.split_whitespace().map(str::len).sum())
        };
        let both: usize = count(a.start.max(b.start), a.end.min(b.end));
        let either: usize = count(a.start.min(b.start), a.end.max(b.end));
        both * 5 >= either * 4
    }
}

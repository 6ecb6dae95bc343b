//! HTML parsed as a browser does, keeping for each text and each tag where in the file it stands.
//!
//! The tokenizer tells no places. But it can be fed a little at a time: what it says after it was given some bytes is
//! about those bytes, or about what it had held back. So places come from the very parse that makes the tree.

use super::places::{Places, attribute};
use super::tree::Sink;
use ego_tree::NodeId;
use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use scraper::Html;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::ops::Range;

/// A parsed file.
pub struct Document {
    /// Its tree.
    pub html: Html,
    pub(super) texts: HashMap<NodeId, Places>,
    pub(super) starts: HashMap<NodeId, usize>,
    pub(super) tags: Vec<TagRange>,
}

/// A tag as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagRange {
    /// The element's name, in lower case.
    pub name: String,
    /// Whether it begins an element, or ends one.
    pub is_start: bool,
    /// Bytes, with the brackets.
    pub range: Range<usize>,
}

impl Document {
    /// Where a text node stands; `None` where it has no text from the file.
    pub fn places(&self, text: NodeId) -> Option<&Places> {
        self.texts.get(&text)
    }

    /// The elements by the byte that their tags begin at.
    pub fn by_start(&self) -> HashMap<usize, NodeId> {
        self.starts.iter().map(|(&element, &tag)| (self.tags[tag].range.start, element)).collect()
    }

    /// The tag that an element begins with; `None` of one that has none of its own.
    pub fn start_tag(&self, element: NodeId) -> Option<&TagRange> {
        self.starts.get(&element).map(|&at| &self.tags[at])
    }

    /// The tag that an element ends with: the next of its name, those of the same name inside left aside. Where markup
    /// is malformed, that may be another's.
    pub fn end_tag(&self, element: NodeId) -> Option<&TagRange> {
        let start = *self.starts.get(&element)?;
        let name = &self.tags[start].name;
        let mut depth = 0_usize;
        self.tags[start..].iter().filter(|tag| tag.name == *name).find(|tag| {
            depth = if tag.is_start { depth + 1 } else { depth - 1 };
            depth == 0
        })
    }
}

/// How many elements may stand in one another. Chromium and WebKit let none stand deeper, but side by side: the tree is
/// not the one that the standard asks for, nor the same in all browsers. And for each tag a parser looks through all that
/// is open: a megabyte of nothing else would take minutes.
pub const MAX_DEPTH: usize = 512;

/// A page whose elements stand deeper in one another than [`MAX_DEPTH`].
#[derive(Debug)]
pub struct TooDeep(());

impl fmt::Display for TooDeep {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(
            f,
            "more than {MAX_DEPTH} of its elements stand in one another, and browsers make different pages of that: "
        )?;
        write!(f, "look for tags that are opened again and again, and never closed")
    }
}

impl Error for TooDeep {}

/// Parses a file, as a browser does that runs scripts or one that does not: they differ in `noscript`.
///
/// # Errors
/// If its elements stand too deep in one another. There is no other HTML that can't be parsed.
pub fn parse(file: &str, scripting: bool) -> Result<Document, TooDeep> {
    let options = TreeBuilderOpts { scripting_enabled: scripting, ..TreeBuilderOpts::default() };
    let tokens = Tokens {
        tree: TreeBuilder::new(Sink::default(), options),
        file,
        text: RefCell::default(),
        reached: Cell::new(0),
        fed: Cell::new(0),
    };
    let tokenizer = Tokenizer::new(tokens, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let whole = StrTendril::from(file);
    let mut in_reference = false;
    while let Some(length) = next(&file[tokenizer.sink.fed.get()..], &mut in_reference) {
        let from = tokenizer.sink.fed.get();
        tokenizer.sink.fed.set(from + length);
        queue.push_back(whole.subtendril(from as u32, length as u32));
        // Scripts are not run, and the encoding is known.
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        tokenizer.sink.settle();
        if tokenizer.sink.tree.sink.is_too_deep() {
            return Err(TooDeep(()));
        }
    }
    tokenizer.end();
    tokenizer.sink.settle();
    Ok(tokenizer.sink.tree.sink.finish())
}

/// How many bytes to feed next: a run without anything special, or one sign. A reference goes in letter by letter, up
/// to the first that ends it.
fn next(rest: &str, in_reference: &mut bool) -> Option<usize> {
    let special = |c: char| matches!(c, '<' | '>' | '&' | '\n' | '\r' | '\0');
    let first = rest.chars().next()?;
    if first == '&' || *in_reference {
        *in_reference = first == '&' || first == '#' || first.is_ascii_alphanumeric();
        return Some(first.len_utf8());
    }
    Some(rest.find(special).filter(|&run| run > 0).unwrap_or(if special(first) { 1 } else { rest.len() }))
}

/// Between tokenizer and tree: finds the bytes of each token.
struct Tokens<'f> {
    tree: TreeBuilder<NodeId, Sink>,
    file: &'f str,
    /// Text that has been told and is not in the tree yet.
    text: RefCell<String>,
    /// Up to which byte of the file all is accounted for.
    reached: Cell<usize>,
    /// Up to which byte the tokenizer has been fed.
    fed: Cell<usize>,
}

impl TokenSink for Tokens<'_> {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match token {
            Token::CharacterTokens(text) => {
                self.text.borrow_mut().push_str(&text);
                TokenSinkResult::Continue
            }
            Token::ParseError(_) => TokenSinkResult::Continue,
            token => {
                self.put_text();
                if let Token::TagToken(Tag { kind, name, .. }) = &token {
                    let range = self.reached.get()..self.fed.get();
                    let is_start = *kind == TagKind::StartTag;
                    self.tree.sink.meet(TagRange { name: String::from(&**name), is_start, range });
                }
                let result = self.tree.process_token(token, line);
                self.tree.sink.forget();
                self.reached.set(self.fed.get());
                result
            }
        }
    }

    fn end(&self) {
        self.tree.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.tree.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl Tokens<'_> {
    /// What has been fed has been told, but for what is held back.
    fn settle(&self) {
        self.put_text();
        // The line feed after a carriage return says nothing, nor does an end tag without a name.
        let (reached, fed) = (self.reached.get(), self.fed.get());
        let silent = match &self.file[reached..fed] {
            "\n" => self.file[..reached].ends_with('\r'),
            rest => rest == "</>",
        };
        if silent {
            self.reached.set(fed);
        }
    }

    /// Gives on the text that has been told, in parts that the tree takes or leaves as a whole.
    fn put_text(&self) {
        let text = self.text.take();
        if text.is_empty() {
            return;
        }
        let from = self.reached.get();
        let read = attribute(&self.file[from..self.fed.get()], &text, &mut |text, bytes, same| {
            let mut at = from + bytes.start;
            if !same {
                self.put(text, at..from + bytes.end, false);
                return;
            }
            for run in text.as_bytes().chunk_by(|a, b| a.is_ascii_whitespace() == b.is_ascii_whitespace()) {
                let end = at + run.len();
                self.put(&self.file[at..end], at..end, true);
                at = end;
            }
        });
        self.reached.set(from + read);
    }

    fn put(&self, text: &str, file: Range<usize>, same: bool) {
        let text = StrTendril::from(text);
        self.tree.sink.await_text(text.clone(), file, same);
        let _ = self.tree.process_token(Token::CharacterTokens(text), 0);
        self.tree.sink.no_longer_characters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in the file for each text that is not blank, from its first character that is not to its last.
    fn check(file: &str, expected: &[(&str, &str)]) {
        let document = parse(file, true).unwrap();
        let texts = document.html.tree.nodes().filter_map(|node| Some((node.value().as_text()?, node.id())));
        let found = texts.filter(|(text, _)| !text.trim().is_empty()).map(|(text, node)| {
            let places = document.places(node).unwrap_or_else(|| panic!("{file:?}: no place for {text:?}"));
            let (start, end) = (text.len() - text.trim_start().len(), text.trim_end().len());
            (text.trim(), &file[places.start(start).expect(text)..places.end(end).expect(text)])
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{file:?}");
    }

    #[test]
    fn places_of_texts() {
        check("one", &[("one", "one")]);
        check("<p>one &amp; two<p>three", &[("one & two", "one &amp; two"), ("three", "three")]);
        check("<p>&lt;one&gt;&nbsp;é&copy two", &[("<one>\u{a0}é© two", "&lt;one&gt;&nbsp;é&copy two")]);
        check(
            "<p>a &lt<b>b</b> &ampc; &none; &#x41&#66;",
            &[("a <", "a &lt"), ("b", "b"), ("&c; &none; AB", "&ampc; &none; &#x41&#66;")],
        );
        check("one\r\ntwo\rthree", &[("one\ntwo\nthree", "one\r\ntwo\rthree")]);
        check("\r\n<p>one\r\n&semi;", &[("one\n;", "one\r\n&semi;")]);
        check("<p>a < b <3 </ c </> d", &[("a < b <3", "a < b <3"), ("d", "d")]);
        check("<p>one</nothing>two</>three", &[("onetwothree", "one</nothing>two</>three")]);
        check("<p>one\0two", &[("onetwo", "one\0two")]);
        check("<title>one &amp; </b> two</title>", &[("one & </b> two", "one &amp; </b> two")]);
        check("<textarea>\none</textarea><pre>\n\ntwo", &[("one", "one"), ("two", "two")]);
        check("<script>a<b && c</script>", &[("a<b && c", "a<b && c")]);
        check(
            "<script><!--<script>a</script>--></script>b",
            &[("<!--<script>a</script>-->", "<!--<script>a</script>-->"), ("b", "b")],
        );
        check("a<!-- > -->b<!--->c<?d>e", &[("a", "a"), ("b", "b"), ("c", "c"), ("e", "e")]);
        // What is marked as text stands there as a whole; nothing in an `svg` is read.
        check("a<![CDATA[b]]>c<svg><![CDATA[d<]]></svg>", &[("a", "a"), ("c", "c"), ("d<", "<![CDATA[d<]]>")]);
        check("<plaintext>a</plaintext>&amp;<b>", &[("a</plaintext>&amp;<b>", "a</plaintext>&amp;<b>")]);
        check("<a title='>&amp;'>one</a title='>'>two", &[("one", "one"), ("two", "two")]);
        check("one&", &[("one&", "one&")]);
        check("one&amp", &[("one&", "one&amp")]);
        check("one<", &[("one<", "one<")]);
        check("one<b", &[("one", "one")]);
    }

    /// Text that a table may not hold stands before it.
    #[test]
    fn places_of_texts_that_are_moved() {
        check("<table> <tr>one &amp;<td>two\n</table>", &[("one &", "one &amp;"), ("two", "two")]);
        check("<table>\n<b>one</b>\n<tr>\n<td>\n<i>two", &[("one", "one"), ("two", "two")]);
    }

    #[test]
    fn tags() {
        let check = |file: &str, selector: &str, start: Option<&str>, end: Option<&str>| {
            let document = parse(file, true).unwrap();
            let element = super::super::page::select(&document, selector).next().expect(file).id();
            let text = |tag: &TagRange| &file[tag.range.clone()];
            let found = (document.start_tag(element).map(text), document.end_tag(element).map(text));
            assert_eq!(found, (start, end), "{file:?}");
        };
        check("<P Title='>'>one</p >", "p", Some("<P Title='>'>"), Some("</p >"));
        check("a\r\n<b>one", "b", Some("<b>"), None);
        check("one", "body", None, None);
        check("<i>0<i>1</i>2</i>3</i>", "i", Some("<i>"), Some("</i>"));
        // The second is the first opened anew.
        check("<p><b class=x>one<p>two", "p + p > b", None, None);
        check("<p><b class=x>one<p><b id=y>two</b>", "#y", Some("<b id=y>"), Some("</b>"));
    }
}

//! A saved page: the text that the widget would walk there, and where in the file it stands.

use super::parse::{Document, TooDeep, parse};
use super::places::Places;
use super::readable::main_content;
use crate::anchor::{self, Found, Kind, Refused, Wanted, locate};
use crate::check;
use crate::dossier::{self, line_column};
use crate::text::{self, ARTICLES, Index, LEFT_OUT, Native, Place, breaks_words, longest};
use crate::view::marking::Spot;
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Node, Selector};
use std::error::Error;
use std::fmt;
use std::ops::Range;

/// Shorter articles may be teasers of others. Bytes of folded text.
const TEASER: usize = 800;

/// The text of a page.
pub struct Page {
    /// Over its pieces.
    pub index: Index,
    /// Which source of the dossier this page says that it is.
    pub source: Option<String>,
    /// The element that is the article; none of a text without markup.
    pub article: Option<NodeId>,
    pieces: Vec<Piece>,
    /// Elements with an `id`, and the pieces inside.
    elements: Vec<(String, Range<usize>)>,
}

/// A text node of the article, or a line of a text without markup.
struct Piece {
    node: Option<NodeId>,
    places: Places,
}

/// Why a page can't be read: it has no article, or none as it was asked for.
#[derive(Debug)]
pub struct NoArticle(Why);

#[derive(Debug)]
enum Why {
    NoSelector(String),
    NoMatch(String),
    NotNamed,
    NotFound,
    TooDeep(TooDeep),
}

impl fmt::Display for NoArticle {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match &self.0 {
            Why::NoSelector(wanted) => write!(f, "`{wanted}` is no CSS selector"),
            Why::NoMatch(wanted) => write!(f, "nothing in it matches `{wanted}`"),
            Why::NotFound => write!(f, "no article was found in it"),
            Why::TooDeep(why) => write!(f, "{why}"),
            Why::NotNamed => write!(
                f,
                "no article in it: neither `article` nor `main` is there. Name one: with --article, or in the element's `article`"
            ),
        }
    }
}

impl Error for NoArticle {}

impl From<TooDeep> for NoArticle {
    fn from(why: TooDeep) -> Self {
        NoArticle(Why::TooDeep(why))
    }
}

impl Page {
    /// A text without markup: each line is a block.
    pub fn plain(text: &str) -> Self {
        let mut unicode = Native;
        let mut builder = Index::builder(&mut unicode);
        let (mut pieces, mut at) = (Vec::new(), 0);
        for line in text.split('\n') {
            builder.piece(line);
            builder.block_break();
            pieces.push(Piece { node: None, places: Places::verbatim(at..at + line.len()) });
            at += line.len() + 1;
        }
        Page { index: builder.finish(), source: None, article: None, pieces, elements: Vec::new() }
    }

    /// HTML, parsed: see [`Page::of`].
    ///
    /// # Errors
    /// If there is no such article.
    pub fn html(text: &str, article: Option<&str>) -> Result<Self, NoArticle> {
        let document = parse(text, true)?;
        let widget = select(&document, "variorum-dossier").next();
        Self::of(&document, widget, article)
    }

    /// The article is what `article` selects; without it, what `widget`, the page's own element, says, by its attribute
    /// or as its ancestor; else the one with the most text.
    ///
    /// # Errors
    /// If there is no such article.
    pub fn of(document: &Document, widget: Option<ElementRef>, article: Option<&str>) -> Result<Self, NoArticle> {
        let rules = Rules::new();
        let attribute = |name: &str| widget.and_then(|widget| widget.attr(name));
        let selected = |wanted: &str| {
            let selector = Selector::parse(wanted).map_err(|_| Why::NoSelector(wanted.into()))?;
            matches(document, &selector).next().ok_or_else(|| Why::NoMatch(wanted.into()))
        };
        let article = match article.or(attribute("article")) {
            Some(wanted) => selected(wanted).map_err(NoArticle)?,
            None => {
                let own = widget.and_then(|widget| ancestor(widget, "article"));
                own.or_else(|| rules.article(document)).ok_or(NoArticle(Why::NotNamed))?
            }
        };
        let source = attribute("source").map(Into::into);
        Ok(Page { source, ..rules.read(document, article) })
    }

    /// A page that was saved as a source's. The article is what a browser's page would take; where there is none, or
    /// hardly one, what Readability takes for the main content, if that is longer.
    ///
    /// # Errors
    /// If there is nothing to read.
    pub fn report(text: &str) -> Result<Self, NoArticle> {
        let document = parse(text, true)?;
        let rules = Rules::new();
        let own = rules.article(&document).map(|article| rules.read(&document, article));
        let length = |page: &Page| page.index.folded().len();
        if own.as_ref().is_some_and(|page| length(page) >= TEASER) {
            return own.ok_or(NoArticle(Why::NotFound));
        }
        let main = main_content(text, &document.html).map(|article| rules.read(&document, article));
        let longest = [own, main].into_iter().flatten().filter(|page| length(page) > 0).max_by_key(length);
        longest.ok_or(NoArticle(Why::NotFound))
    }

    /// What is read, a line for each block with a blank line between, white space as browsers show it.
    pub fn text(&self) -> String {
        let blocks = self.index.blocks().map(|block| block.split_whitespace().collect::<Vec<_>>().join(" "));
        blocks.filter(|block| !block.is_empty()).collect::<Vec<_>>().join("\n\n") + "\n"
    }

    /// What [`crate::check`] wants of it, which knows lines of a file but no markup. `file` is what it was read from.
    pub fn to_check(self, file: &str) -> check::Page {
        let lines =
            (0..self.pieces.len() as u32).map(|piece| self.position(file, Place { piece, offset: 0 }).0 as usize);
        let lines = lines.collect();
        check::Page::marked_up(self.index, lines, self.elements)
    }

    /// The text inside the element of this `id`, if there is any.
    pub fn element(&self, id: &str) -> Option<text::Range> {
        self.elements.iter().find(|(other, _)| other == id).and_then(|(_, pieces)| text::Range::of_pieces(pieces))
    }

    /// Where each of these stands, in their order.
    pub fn find(&self, spots: &[Spot]) -> Vec<Result<Found, Refused>> {
        let mut wanted = Vec::new();
        let mut whole: Vec<Option<Result<Found, Refused>>> = Vec::new();
        for spot in spots {
            let within = spot.element.map(|id| self.element(id));
            whole.push(match (spot.selector, within) {
                (_, Some(None)) | (None, None) => Some(Err(Refused::Absent)),
                (None, Some(Some(all))) => Some(Ok(Found { ranges: vec![all], score: 1.0, kind: Kind::Exact })),
                (Some(selector), within) => {
                    wanted.push(Wanted { selector, all: spot.all, within: within.flatten() });
                    None
                }
            });
        }
        let mut found = locate(&self.index, &mut Native, &wanted).into_iter();
        whole.into_iter().map(|whole| whole.or_else(|| found.next()).unwrap_or(Err(Refused::Absent))).collect()
    }

    /// Of words that stand nowhere, what is most like them.
    pub fn nearest(&self, selector: &dossier::Selector) -> Option<String> {
        let (range, _) = anchor::nearest(&self.index, &mut Native, &Wanted { selector, all: false, within: None })?;
        Some(self.index.text(self.index.snap(range)))
    }

    /// The line and the column where a place stands in the file, in characters from 1. Inside an entity, where that begins.
    pub fn position(&self, file: &str, place: Place) -> (u32, u32) {
        let piece = self.pieces.get(place.piece as usize);
        let in_piece = self.bytes(text::Range { start: Place { offset: 0, ..place }, end: place }).end;
        let byte = piece.and_then(|piece| (0..=in_piece).rev().find_map(|byte| piece.places.start(byte)));
        line_column(file, byte.unwrap_or_default())
    }

    /// The text nodes that a range covers, with its bytes in each; none of white space alone.
    pub fn stretches(&self, range: text::Range) -> Vec<(NodeId, Range<usize>)> {
        let (first, last) = (range.start.piece, range.end.piece);
        let covered = (first..=last).filter_map(|piece| {
            let start = if piece == first { range.start } else { Place { piece, offset: 0 } };
            let end = if piece == last { range.end } else { Place { piece, offset: u32::MAX } };
            let within = text::Range { start, end };
            let node = self.pieces.get(piece as usize)?.node?;
            (!self.index.source_text(within).trim().is_empty()).then(|| (node, self.bytes(within)))
        });
        covered.collect()
    }

    /// The bytes of a range within its piece.
    fn bytes(&self, range: text::Range) -> Range<usize> {
        let before = text::Range { start: Place { offset: 0, ..range.start }, end: range.start };
        let start = self.index.source_text(before).len();
        start..start + self.index.source_text(range).len()
    }
}

/// Selectors, made ready.
struct Rules {
    articles: Selector,
    left_out: Selector,
}

impl Rules {
    fn new() -> Self {
        Rules { articles: own(ARTICLES), left_out: own(LEFT_OUT) }
    }

    /// Whether an element inside an article is part of what is read. Style is not asked: what is hidden now may be shown.
    fn is_read(&self, element: ElementRef) -> bool {
        element.value().name() != "article" && !self.left_out.matches(&element)
    }

    /// The article of a page that does not say which it is.
    fn article<'a>(&self, document: &'a Document) -> Option<ElementRef<'a>> {
        let candidates: Vec<_> = matches(document, &self.articles).collect();
        let length = |&article: &ElementRef| {
            let mut length = 0;
            self.walk(article, &mut |step| {
                if let Step::Text(_, text) = step {
                    length += text.encode_utf16().count();
                }
            });
            length
        };
        candidates.get(longest(candidates.iter().map(length))?).copied()
    }

    fn read(&self, document: &Document, article: ElementRef) -> Page {
        let mut unicode = Native;
        let mut builder = Index::builder(&mut unicode);
        let (mut pieces, mut elements, mut open) = (Vec::new(), Vec::new(), Vec::new());
        self.walk(article, &mut |step| match step {
            Step::Text(node, text) => {
                builder.piece(text);
                let places = document.places(node).cloned().unwrap_or_default();
                pieces.push(Piece { node: Some(node), places });
            }
            Step::Break => builder.block_break(),
            Step::In(id) => {
                open.push(elements.len());
                elements.push((String::from(id), pieces.len()..pieces.len()));
            }
            Step::Out => {
                if let Some(element) = open.pop().and_then(|at| elements.get_mut(at)) {
                    element.1.end = pieces.len();
                }
            }
        });
        Page { index: builder.finish(), source: None, article: Some(article.id()), pieces, elements }
    }

    /// Everything under an article that a reader can read, in order.
    fn walk(&self, article: ElementRef, tell: &mut dyn FnMut(Step)) {
        let mut skipped: Option<NodeId> = None;
        for edge in article.traverse() {
            let (Edge::Open(node) | Edge::Close(node)) = edge;
            if node.id() == article.id() || skipped.is_some_and(|skipped| skipped != node.id()) {
                continue;
            }
            match (edge, node.value()) {
                (Edge::Open(_), Node::Text(text)) => tell(Step::Text(node.id(), text)),
                (Edge::Open(_), Node::Element(element)) => {
                    if !ElementRef::wrap(node).is_some_and(|element| self.is_read(element)) {
                        skipped = Some(node.id());
                        continue;
                    }
                    if breaks_words(element.name()) {
                        tell(Step::Break);
                    }
                    if let Some(id) = element.id() {
                        tell(Step::In(id));
                    }
                }
                (Edge::Close(_), Node::Element(element)) => {
                    if skipped.take().is_none() && element.id().is_some() {
                        tell(Step::Out);
                    }
                    if breaks_words(element.name()) {
                        tell(Step::Break);
                    }
                }
                _ => {}
            }
        }
    }
}

/// What a walk meets.
enum Step<'a> {
    Text(NodeId, &'a str),
    /// Words end.
    Break,
    /// The beginning of an element with this `id`.
    In(&'a str),
    /// Its end.
    Out,
}

fn ancestor<'a>(element: ElementRef<'a>, name: &str) -> Option<ElementRef<'a>> {
    element.ancestors().filter_map(ElementRef::wrap).find(|ancestor| ancestor.value().name() == name)
}

/// A selector of our own.
pub fn own(text: &str) -> Selector {
    Selector::parse(text).expect("selectors of our own are right")
}

/// What a selector of our own selects: see [`matches`].
pub fn select<'d>(document: &'d Document, selector: &str) -> impl Iterator<Item = ElementRef<'d>> {
    matches(document, &own(selector)).collect::<Vec<_>>().into_iter()
}

/// What a selector selects, in the order of the page. What stands in a `template` is no part of it.
pub fn matches<'d>(document: &'d Document, selector: &Selector) -> impl Iterator<Item = ElementRef<'d>> {
    let inert = |element: &ElementRef| element.ancestors().any(|node| matches!(node.value(), Node::Fragment));
    document.html.select(selector).filter(move |element| !inert(element))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Page {
        Page::html(html, None).unwrap_or_else(|why| panic!("{html:?}: {why}"))
    }

    #[test]
    fn what_is_read_of_an_article() {
        let check = |html: &str, expected: &str| assert_eq!(read(html).index.folded(), expected, "{html:?}");
        check("<main>One<b>two</b><br>three<p>four<td>five", "onetwo three fourfive");
        check("<main>one<table><tr><td>two<td>three</table>four", "one two three four");
        check("<main>one<aside>no</aside>two<script>no</script>three<nav>no</nav>", "one twothree");
        check("<main>one<div id=comments>no</div><p class='a comments'>no<p>two", "one two");
        check("<main>one<form>no</form><svg><text>no</text></svg><textarea>no</textarea>two", "one two");
        check("<main>one<p hidden>no<p hidden=until-found>two<p style='display: none'>three", "one two three");
    }

    #[test]
    fn which_article() {
        let check = |html: &str, expected: &str| assert_eq!(read(html).index.folded(), expected, "{html:?}");
        check("<article>one</article><article>more</article>", "more");
        check("<article>one</article><article>two</article>", "one");
        check("<main>three<article>longer than that</article></main>", "longer than that");
        check("<main>one<article>two<article>three</article></article></main>", "three");
        check("<article>a<nav>longer, but left out</nav></article><article>bc</article>", "bc");
        // What the page's own element says, or where it stands.
        check("<article>one<variorum-dossier></variorum-dossier></article><article>longer</article>", "one");
        check("<p class=story>one</p><variorum-dossier article='.story'></variorum-dossier><main>longer</main>", "one");
    }

    #[test]
    fn what_is_most_like() {
        let check = |words: &str, expected: Option<&str>| {
            let selector = dossier::Selector { exact: words.into(), ..dossier::Selector::default() };
            let page = read("<main>The mill burned for nearly six hours. <b>Nobody</b> was hurt.");
            assert_eq!(page.nearest(&selector).as_deref(), expected, "{words}");
        };
        check("burned for exactly six hours", Some("burned for nearly six hours"));
        check("a ferry ran aground at dusk", None);
    }

    #[test]
    fn elements_by_id() {
        let page = read("<main>one<p id=a>two<b>three</b></p>four<p id=b></p><aside id=c>five</aside><p id=a>six");
        let check = |id: &str, expected: Option<&str>| {
            assert_eq!(page.element(id).map(|range| page.index.text(range)).as_deref(), expected, "{id}");
        };
        check("a", Some("twothree"));
        check("b", None);
        check("c", None);
        check("d", None);
    }

    /// What a source's saved page says, whether it names its article or not.
    #[test]
    fn reports() {
        let check = |html: &str, expected: Option<&str>| {
            let found = Page::report(html).ok().map(|page| page.index.folded().to_owned());
            assert_eq!(found.as_deref(), expected, "{html:?}");
        };
        let words = "the mill burned for nearly six hours, and the smoke lay over the town until noon. ".repeat(12);
        let words = words.trim_end();
        check("<main>short</main>", Some("short"));
        check(&format!("<main></main><div><p>{words}</p></div>"), Some(words));
        check(&format!("<article>a teaser</article><div><p>{words}</p></div>"), Some(words));
        check(&format!("<article>{words}</article><div><p>{words} {words}</p></div>"), Some(words));
        check("<nav>menu</nav>", None);
        check("", None);
    }
}

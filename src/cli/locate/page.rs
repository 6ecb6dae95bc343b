//! A saved page: the text that the widget would walk there, and the lines of the file that it stands on.

use super::lines::{Lined, parse};
use crate::finding::visible;
use crate::readable::main_content;
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Node, Selector};
use variorum::check::Page;
use variorum::text::{ARTICLES, Index, LEFT_OUT, Native, breaks_words, longest};

/// A page on disk.
pub struct Saved {
    /// Its article.
    pub page: Page,
    /// Which source of the dossier this page says that it is.
    pub source: Option<String>,
}

impl Saved {
    /// HTML. The article is what `article` selects; without it, what the page's own `variorum-dossier` says, by its
    /// attribute or as its ancestor; else the one with the most text. An error is one sentence.
    pub fn html(text: &str, article: Option<&str>) -> Result<Self, String> {
        let document = parse(text);
        let rules = Rules::new();
        let widget = document.html.select(&rules.widget).next();
        let attribute = |name: &str| widget.and_then(|widget| widget.attr(name));
        let selected = |wanted: &str| {
            let selector = Selector::parse(wanted).map_err(|_| format!("`{}` is no CSS selector", visible(wanted)))?;
            let first = document.html.select(&selector).next();
            first.ok_or_else(|| format!("nothing in it matches `{}`", visible(wanted)))
        };
        let article = match article.or(attribute("article")) {
            Some(wanted) => selected(wanted)?,
            None => {
                let own = widget.and_then(|widget| ancestor(widget, "article"));
                own.or_else(|| rules.article(&document))
                    .ok_or("no article in it: neither `article` nor `main` holds text")?
            }
        };
        let source = attribute("source").map(Into::into);
        Ok(Saved { page: rules.read(&document, article), source })
    }
}

/// Shorter articles may be teasers of others. Bytes of folded text.
const TEASER: usize = 800;

/// HTML that was saved as a source's. The article is what a browser's page would take; where there is none, or hardly
/// one, what Readability takes for the main content, if that is longer. `None` where there is nothing to read.
pub fn report(text: &str) -> Option<Page> {
    let document = parse(text);
    let rules = Rules::new();
    let own = rules.article(&document).map(|article| rules.read(&document, article));
    let length = |page: &Page| page.index.folded().len();
    if own.as_ref().is_some_and(|page| length(page) >= TEASER) {
        return own;
    }
    let main = main_content(text, &document.html).map(|article| rules.read(&document, article));
    [own, main].into_iter().flatten().filter(|page| length(page) > 0).max_by_key(length)
}

/// Selectors, made ready.
struct Rules {
    widget: Selector,
    articles: Selector,
    left_out: Selector,
}

impl Rules {
    fn new() -> Self {
        let selector = |text| Selector::parse(text).expect("selectors of our own are right");
        Rules { widget: selector("variorum-dossier"), articles: selector(ARTICLES), left_out: selector(LEFT_OUT) }
    }

    /// Whether an element inside an article is part of what is read. Style is not asked: what is hidden now may be shown.
    fn is_read(&self, element: ElementRef) -> bool {
        element.value().name() != "article" && !self.left_out.matches(&element)
    }

    /// The article of a page that does not say which it is.
    fn article<'a>(&self, document: &'a Lined) -> Option<ElementRef<'a>> {
        let candidates: Vec<_> = document.html.select(&self.articles).collect();
        let length = |&article: &ElementRef| {
            let mut length = 0;
            self.walk(article, &mut |step| {
                if let Step::Text(_, text) = step {
                    length += text.len();
                }
            });
            length
        };
        candidates.get(longest(candidates.iter().map(length))?).copied()
    }

    fn read(&self, document: &Lined, article: ElementRef) -> Page {
        let mut unicode = Native;
        let mut builder = Index::builder(&mut unicode);
        let (mut lines, mut elements, mut open) = (Vec::new(), Vec::new(), Vec::new());
        self.walk(article, &mut |step| match step {
            Step::Text(node, text) => {
                builder.piece(text);
                lines.push(document.lines.get(&node).copied().unwrap_or(1));
            }
            Step::Break => builder.block_break(),
            Step::In(id) => {
                open.push(elements.len());
                elements.push((String::from(id), lines.len()..lines.len()));
            }
            Step::Out => {
                if let Some(element) = open.pop().and_then(|at| elements.get_mut(at)) {
                    element.1.end = lines.len();
                }
            }
        });
        Page::marked_up(builder.finish(), lines, elements)
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::path::Path;

    fn read(html: &str) -> Page {
        Saved::html(html, None).unwrap_or_else(|why| panic!("{html:?}: {why}")).page
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
            let found = report(html).map(|page| page.index.folded().to_owned());
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

    #[test]
    fn real_pages() {
        let Ok(shared) = std::env::var("VARIORUM_SHARED") else {
            // Not captured, unlike `eprintln!`.
            let _ = writeln!(std::io::stderr(), "SKIPPED: VARIORUM_SHARED is not set");
            return;
        };
        let folders = std::fs::read_dir(Path::new(&shared).join("pages")).expect("pages").flatten();
        let pages = folders.filter_map(|folder| std::fs::read_to_string(folder.path().join("source.html")).ok());
        let lengths: Vec<_> = pages.map(|page| report(&page).map_or(0, |page| page.index.folded().len())).collect();
        assert!(lengths.len() > 30 && lengths.iter().all(|length| *length > TEASER), "{lengths:?}");
    }
}

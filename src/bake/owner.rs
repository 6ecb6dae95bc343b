//! Whose text it is: what a framework takes over once scripts run, and what has an activation of its own. In a page that
//! runs, `page::owner` tells by more.

use crate::saved::{Document, own, select};
use crate::text::{CONTROL, RENDERED};
use ego_tree::NodeId;
use scraper::{ElementRef, Node};

/// What frameworks leave in a page for the script that takes it over. Nothing on the elements themselves need tell.
const DATA: &str =
    "script#__NEXT_DATA__,script#__NUXT_DATA__,script#__REMIX_DATA__,script#ng-state,script[data-sveltekit-fetched]";

/// What tells that a framework is going to take over an article as a whole: in the words of a person.
pub fn of_article(document: &Document, article: ElementRef) -> Option<String> {
    let around = std::iter::once(article).chain(article.ancestors().filter_map(ElementRef::wrap));
    let root = around.into_iter().find_map(|element| {
        let sign = RENDERED.split(',').find(|sign| own(sign.trim()).matches(&element))?;
        Some(format!("`{}` around it", sign.trim()))
    });
    let data = || {
        select(document, DATA)
            .next()
            .map(|script| format!("`<script id=\"{}\">`", script.attr("id").unwrap_or_default()))
    };
    root.or_else(data).or_else(|| comment(article).map(|text| format!("the comment `<!--{text}-->`")))
}

/// A comment that frameworks leave for themselves, in the article or where it stands: of one or two signs, or Lit's.
/// People and publishing systems write longer ones.
fn comment(article: ElementRef) -> Option<String> {
    let inside = article.descendants();
    let around = article.ancestors().flat_map(|ancestor| ancestor.children());
    inside.chain(around).find_map(|node| match node.value() {
        Node::Comment(text) if text.chars().count() < 3 || text.starts_with("lit-") => Some(String::from(&**text)),
        _ => None,
    })
}

/// It stands in something that has an activation of its own.
pub const INSIDE_CONTROL: &str = "inside-control";

/// Why a text can't be wrapped, if it can't: [`INSIDE_CONTROL`] or `framework`. `frameworks`: whether they are asked about.
pub fn of_text(document: &Document, text: NodeId, frameworks: bool) -> Option<&'static str> {
    let node = document.html.tree.get(text)?;
    let is_in = |selector: &str| {
        let selector = own(selector);
        node.ancestors().filter_map(ElementRef::wrap).any(|element| selector.matches(&element))
    };
    if is_in(CONTROL) || is_in(".variorum-mark") {
        Some(INSIDE_CONTROL)
    } else if frameworks && is_in(RENDERED) {
        Some("framework")
    } else {
        None
    }
}

//! Taking out what was baked.

use super::element::{self, BEFORE, BEFORE_END, Element};
use super::refusal::{Refusal, Why};
use crate::saved::{Document, select};
use crate::view::Attr;
use scraper::{ElementRef, Node};
use std::collections::HashSet;
use std::ops::Range;

/// What was put into a page, in bytes. What an editor or a publishing system has changed since outside of marks and
/// evidence is none of it.
pub fn put_in(document: &Document, text: &str, selector: Option<&str>) -> Result<Vec<Range<usize>>, Refusal> {
    let mut all = Vec::new();
    for node in element::all(document, selector)? {
        if let Some(before) = before(node) {
            let element = Element::new(document, text, node)?;
            all.extend(of_element(document, text, &element, before).ok_or(Why::Edited)?);
            all.extend(of_marks(document, node).ok_or(Why::Edited)?);
        }
    }
    Ok(all)
}

/// What keeps the words that stood in an element: what is baked has that as its last child.
fn before(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let last = element.last_child().and_then(ElementRef::wrap)?;
    (last.value().name() == "template" && last.attr("class") == Some("variorum-before")).then_some(last)
}

/// What was put into an element: an attribute, the evidence, the `template` around what stood there.
fn of_element(document: &Document, text: &str, element: &Element, before: ElementRef) -> Option<Vec<Range<usize>>> {
    let kept = document.start_tag(before.id())?.range.clone();
    let end = element.end.start.checked_sub(BEFORE_END.len())?..element.end.start;
    let is_ours = text.get(kept.clone()) == Some(BEFORE) && text.get(end.clone()) == Some(BEFORE_END);
    let mut gone = vec![element.start.end..kept.end, end];
    gone.extend(revision(text, element.name_end()));
    is_ours.then_some(gone)
}

/// The attribute `baked` where `bake` puts it.
fn revision(text: &str, at: usize) -> Option<Range<usize>> {
    let (number, _) = text[at..].strip_prefix(" baked=\"")?.split_once('"')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| at..at + " baked=\"".len() + number.len() + 1)
}

/// The tags of an element's marks: those that are described by a text that stands in it, and where they go on.
fn of_marks(document: &Document, element: ElementRef) -> Option<Vec<Range<usize>>> {
    let ids: HashSet<&str> = element.descendants().filter_map(|node| node.value().as_element()?.id()).collect();
    let (mut gone, mut is_own) = (Vec::new(), false);
    for mark in select(document, ".variorum-mark") {
        if mark.attr(Attr::Href.name()).is_some() {
            is_own = mark.attr(Attr::AriaDescribedby.name()).is_some_and(|id| ids.contains(id));
        }
        if is_own {
            let has_text = mark.children().all(|child| matches!(child.value(), Node::Text(_)));
            let (start, end) = document.start_tag(mark.id()).zip(document.end_tag(mark.id())).filter(|_| has_text)?;
            gone.extend([start.range.clone(), end.range.clone()]);
        }
    }
    Some(gone)
}

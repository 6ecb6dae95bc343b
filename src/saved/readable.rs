//! Which element of a saved page is the article, where the page does not say.

use dom_smoothie::Readability;
use scraper::{ElementRef, Html};
use std::collections::HashMap;

/// Shorter texts stand in menus and in the article alike. Characters.
const TELLING: usize = 20;

/// The smallest element that holds nearly all of what Readability takes for the main content; `None` where it finds
/// none. The element is read as any article is: which words of a page count is decided in one place.
pub fn main_content<'a>(page: &str, html: &'a Html) -> Option<ElementRef<'a>> {
    let article = Readability::new(page, None, None).ok()?.parse().ok()?;
    let content = on_one_line(&article.text_content);
    let mut taken = HashMap::new();
    for node in html.tree.nodes() {
        let Some(text) = node.value().as_text().map(|text| on_one_line(text)) else { continue };
        if text.chars().count() >= TELLING && content.contains(&text) {
            taken.insert(node.id(), text.len());
        }
    }
    let holds = |element: ElementRef| element.descendants().filter_map(|node| taken.get(&node.id())).sum::<usize>();
    let mut element = html.root_element();
    let all = holds(element);
    if all == 0 {
        return None;
    }
    while let Some(inner) = element.child_elements().find(|inner| holds(*inner) * 10 >= all * 9) {
        element = inner;
    }
    Some(element)
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! Which element of a saved page is the article, where the page does not say.

use dom_smoothie::{Config, Readability};
use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Html, Node};
use std::collections::HashMap;

/// Shorter texts stand in menus and in the article alike. Characters.
const TELLING: usize = 20;

/// No page of a report has more elements.
const MOST: usize = 100_000;

/// The smallest element that holds nearly all of what Readability takes for the main content; `None` where it finds
/// none. The element is read as any article is: which words of a page count is decided in one place.
pub fn main_content<'a>(page: &str, html: &'a Html) -> Option<ElementRef<'a>> {
    let config = Config { max_elements_to_parse: MOST, ..Config::default() };
    let article = Readability::new(page, None, Some(config)).ok()?.parse().ok()?;
    let content = on_one_line(&article.text_content);
    let taken = |node: NodeRef<Node>| {
        let text = node.value().as_text().map(|text| on_one_line(text))?;
        (text.chars().count() >= TELLING && content.contains(&text)).then_some(text.len())
    };
    let mut element = html.root_element();
    let held = sums(element, taken);
    let holds = |element: &ElementRef| held.get(&element.id()).copied().unwrap_or_default();
    let all = holds(&element);
    if all == 0 {
        return None;
    }
    while let Some(inner) = element.child_elements().find(|inner| holds(inner) * 10 >= all * 9) {
        element = inner;
    }
    Some(element)
}

/// What the nodes below each element come to together.
fn sums(root: ElementRef, count: impl Fn(NodeRef<Node>) -> Option<usize>) -> HashMap<NodeId, usize> {
    let (mut sums, mut sum, mut open) = (HashMap::new(), 0, Vec::new());
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => {
                open.push(sum);
                sum += count(node).unwrap_or_default();
            }
            Edge::Close(node) => {
                let before = open.pop().unwrap_or_default();
                sums.insert(node.id(), sum - before);
            }
        }
    }
    sums
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an element's first attribute says of the element that is taken.
    fn check(page: &str, expected: Option<&str>) {
        let html = Html::parse_document(page);
        let found = main_content(page, &html).map(|element| element.attr("id").unwrap_or(element.value().name()));
        assert_eq!(found, expected, "{page}");
    }

    #[test]
    fn pages_that_do_not_say_which_it_is() {
        let words =
            "The mill burned for nearly six hours, and the smoke, said the owner, lay over the town until noon. ";
        let story = format!("<div id=story><p>{0}{0}</p><p>{0}{0}</p><p>{0}</p></div>", words);
        let menu = "<div id=menu><a href=/>Home</a> <a href=/sport>Sport</a> <a href=/weather>Weather</a></div>";
        check(&format!("<body>{menu}<div id=page>{story}</div>{menu}"), Some("story"));
        check(&format!("<body>{menu}<table><tr><td id=cell>{words}{words}{words}{words}{words}</table>"), Some("cell"));
        check("", None);
        check(menu, None);
    }
}

//! HTML parsed as a browser does, with the line on which each text begins.

use ego_tree::{NodeId, NodeRef, Tree};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};
use scraper::{Html, HtmlTreeSink, Node};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::HashMap;

/// A document.
pub struct Lined {
    /// Its tree.
    pub html: Html,
    /// The line of the file that each of its text nodes begins on, from 1.
    pub lines: HashMap<NodeId, usize>,
}

/// Parses a file. There is no HTML that can't be parsed.
pub fn parse(text: &str) -> Lined {
    let tree = HtmlTreeSink::new(Html::new_document());
    let sink = Sink { tree, line: Cell::new(1), lines: RefCell::default() };
    parse_document(sink, ParseOpts::default()).one(text)
}

/// Lets another make the tree, and takes notes.
struct Sink {
    tree: HtmlTreeSink,
    /// The line that the parser has come to.
    line: Cell<usize>,
    lines: RefCell<HashMap<NodeId, usize>>,
}

impl Sink {
    /// Notes the line of a text node that has just got its first text, at whose end the parser is.
    fn note(&self, breaks: Option<usize>, node: impl FnOnce(&Tree<Node>) -> Option<NodeRef<'_, Node>>) {
        let html = self.tree.0.borrow();
        if let (Some(breaks), Some(node)) = (breaks, node(&html.tree)) {
            self.lines.borrow_mut().entry(node.id()).or_insert(self.line.get().saturating_sub(breaks));
        }
    }
}

/// How many line breaks a child has, if it is text.
fn breaks(child: &NodeOrText<NodeId>) -> Option<usize> {
    match child {
        NodeOrText::AppendText(text) => Some(text.matches('\n').count()),
        NodeOrText::AppendNode(_) => None,
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Lined;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Lined {
        Lined { html: self.tree.finish(), lines: self.lines.into_inner() }
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(line as usize);
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let breaks = breaks(&child);
        self.tree.append(parent, child);
        self.note(breaks, |tree| tree.get(*parent)?.last_child());
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let breaks = breaks(&child);
        self.tree.append_before_sibling(sibling, child);
        self.note(breaks, |tree| tree.get(*sibling)?.prev_sibling());
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let has_parent = self.tree.0.borrow().tree.get(*element).is_some_and(|node| node.parent().is_some());
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    // The rest is the other's alone.

    fn parse_error(&self, message: Cow<'static, str>) {
        self.tree.parse_error(message);
    }

    fn get_document(&self) -> NodeId {
        self.tree.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.tree.elem_name(target)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        self.tree.create_element(name, attributes, flags)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.tree.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.tree.create_pi(target, data)
    }

    fn append_doctype_to_document(&self, name: StrTendril, public_id: StrTendril, system_id: StrTendril) {
        self.tree.append_doctype_to_document(name, public_id, system_id);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.tree.get_template_contents(target)
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        self.tree.same_node(x, y)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.tree.set_quirks_mode(mode);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.tree.add_attrs_if_missing(target, attributes);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.tree.reparent_children(node, new_parent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::path::Path;

    /// Each text that is not blank, and its line.
    fn check(html: &str, expected: &[(&str, usize)]) {
        let Lined { html: parsed, lines } = parse(html);
        let texts = parsed.tree.nodes().filter_map(|node| Some((node.value().as_text()?, lines.get(&node.id()))));
        let found: Vec<_> =
            texts.filter(|(text, _)| !text.trim().is_empty()).map(|(text, line)| (&**text, line.copied())).collect();
        let expected: Vec<_> = expected.iter().map(|&(text, line)| (text, Some(line))).collect();
        assert_eq!(found, expected, "{html:?}");
    }

    #[test]
    fn texts_begin_where_they_begin() {
        check("one", &[("one", 1)]);
        check("<p>one\n<p>two", &[("one\n", 1), ("two", 2)]);
        check("<p>\n\none &amp;\n\ntwo<b\n>three</b>\n four", &[("\n\none &\n\ntwo", 1), ("three", 6), ("\n four", 6)]);
        check("<!doctype html>\r\n<title>one</title>\r\n<p>\r\ntwo", &[("one", 2), ("\ntwo", 3)]);
        check("<pre>\n\n one\n</pre>\n\n<p>two", &[("\n one\n", 2), ("two", 6)]);
        check("<!-- \n\n --><p>one<script>\n</script>two", &[("one", 3), ("two", 4)]);
    }

    /// Text that a table may not hold stands before it.
    #[test]
    fn texts_that_are_moved() {
        check("<table>\n<tr>\none<td>two", &[("\none", 2), ("two", 3)]);
    }

    /// Pages as publishers make them: what a text begins with stands on its line.
    #[test]
    fn real_pages() {
        let Ok(shared) = std::env::var("VARIORUM_SHARED") else {
            // Not captured, unlike `eprintln!`.
            let _ = writeln!(std::io::stderr(), "SKIPPED: VARIORUM_SHARED is not set");
            return;
        };
        let mut checked = 0;
        for folder in std::fs::read_dir(Path::new(&shared).join("pages")).expect("pages").flatten() {
            let Ok(page) = std::fs::read_to_string(folder.path().join("source.html")) else { continue };
            let lines: Vec<&str> = page.lines().collect();
            let Lined { html, lines: begins } = parse(&page);
            for (node, begin) in begins {
                let text = html.tree.get(node).and_then(|node| node.value().as_text()).expect("a text");
                let (blank, words) = (text.len() - text.trim_start().len(), text.trim_start());
                // Words up to what may have been written as an entity.
                let plain = |c: char| c.is_ascii_alphanumeric() || " .,".contains(c);
                let words = words.split(|c| !plain(c)).next().unwrap_or_default();
                if !words.is_empty() {
                    let line = begin + text[..blank].matches('\n').count();
                    let there = lines[line - 1];
                    assert!(there.contains(words), "{}:{line}: {words:?} is not in {there:?}", folder.path().display());
                    checked += 1;
                }
            }
        }
        assert!(checked > 5_000, "{checked} texts only");
    }
}

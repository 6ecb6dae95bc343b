//! Whatever a dossier says, what reaches the page is our elements and its words as words.

use crate::support::{Story, text};
use scraper::{Html, Node};
use std::collections::BTreeSet;
use variorum::view::{self, Attr, El, Tag, html};

/// What must come out as the characters that it is.
const PAYLOADS: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</p></blockquote></div><h1>Not ours</h1>",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "<!-- --> <![CDATA[x]]> <svg><style>",
    "{n} {x} {list} {head}",
    "\\ \"double\" 'single' `tick` ${x} العربية",
];

/// A dossier with a payload in every field that holds free text.
fn story(payload: &str) -> Story {
    let quoted = toml::Value::from(payload).to_string();
    Story::read(&include_str!("hostile.toml").replace("\"PAYLOAD\"", &quoted), "en")
}

#[test]
fn words_stay_words() {
    for payload in PAYLOADS {
        let mut story = story(payload);
        story.preview = true;
        story.page = Some(1);
        let context = story.context();
        let claims: Vec<usize> = (0..story.dossier.claims.len()).collect();
        let mut trees = vec![view::evidence(&context, true), view::overview(&context)];
        trees.extend(claims.iter().map(|&at| view::card(&context, &claims, at)));
        trees.iter().for_each(check);
        let shown = text(&trees[0]);
        // Head, sources, claims, readings: every field that is shown.
        assert!(shown.matches(payload).count() >= 40, "{payload}: {}", shown.matches(payload).count());
    }
}

/// The HTML of a tree, parsed by a browser's rules, is that tree.
fn check(el: &El) {
    let written = html::to_html(el);
    let parsed = Html::parse_fragment(&written);
    assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
    let tags: BTreeSet<&str> = Tag::ALL.iter().map(|tag| tag.name()).collect();
    let attributes: BTreeSet<&str> = Attr::ALL.iter().map(|attr| attr.name()).collect();
    let mut words = String::new();
    let mut elements = 0;
    for node in parsed.tree.nodes() {
        match node.value() {
            // What a parser puts around everything.
            Node::Element(element) if ["html", "body"].contains(&element.name()) => {}
            Node::Element(element) => {
                elements += 1;
                assert!(tags.contains(element.name()), "<{}> in {written}", element.name());
                for (name, value) in element.attrs() {
                    assert!(attributes.contains(name) || name == "xmlns", "{name} in {written}");
                    let is_link = name == "href";
                    let is_safe = ["https://", "mailto:", "/", "#"].iter().any(|start| value.starts_with(start));
                    assert!(!is_link || is_safe, "{name}={value}");
                }
            }
            Node::Text(piece) => words.push_str(piece),
            Node::Fragment | Node::Document => {}
            other => panic!("{other:?} in {written}"),
        }
    }
    // `nodes` goes in the order of creation, which for what is written in order is that of the text.
    assert_eq!(words, text(el));
    assert_eq!(elements, count(el));
}

fn count(el: &El) -> usize {
    match el {
        El::Text(_) => 0,
        El::Node { children, .. } => 1 + children.iter().map(count).sum::<usize>(),
    }
}

#[test]
fn unsafe_links_are_left_out() {
    let check_url = |url: &str, links: usize| {
        let toml = include_str!("hostile.toml").replace("\"PAYLOAD\"", "\"words\"");
        let mut story = Story::read(&toml, "en");
        for source in &mut story.dossier.sources {
            source.url = Some(url.into());
            source.archived = None;
        }
        let html = html::to_html(&view::evidence(&story.context(), false));
        assert_eq!(html.matches(url).count() > 0, links > 0, "{url}");
    };
    check_url("https://a.example/p", 1);
    check_url("javascript:alert(1)", 0);
    check_url("data:text/html,hello", 0);
}

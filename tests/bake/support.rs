//! Dossiers made from quotes, and pages as one line each.

use scraper::{ElementRef, Html, Node};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use variorum::bake::{Baked, Options, Refusal, bake};
use variorum::dossier::{Dossier, Strictness, parse_json};

/// Pages as publishers make them, each with its name, where they are; else says so.
pub fn pages() -> Option<Vec<(String, String)>> {
    let Ok(shared) = std::env::var("VARIORUM_SHARED") else {
        // Not captured, unlike `eprintln!`.
        let _ = writeln!(std::io::stderr(), "SKIPPED: VARIORUM_SHARED is not set");
        return None;
    };
    let folders = std::fs::read_dir(Path::new(&shared).join("pages")).expect("pages").flatten();
    let page = |folder: std::fs::DirEntry| {
        let source = std::fs::read_to_string(folder.path().join("source.html")).ok()?;
        Some((folder.file_name().to_string_lossy().into_owned(), source))
    };
    Some(folders.filter_map(page).collect())
}

/// A dossier with a claim for each of these anchors, `c0` and so on; its revision is 3.
pub fn dossier(anchors: Vec<Value>) -> Dossier {
    read(json(anchors))
}

/// The same before it is read.
pub fn json(anchors: Vec<Value>) -> Value {
    let claim = |(at, anchor): (usize, Value)| {
        json!({
            "id": format!("c{at}"), "question": "How many lamps were lit?", "type": "count", "anchors": [anchor],
            "readings": [{
                "source": "beacon", "mode": "states", "value": { "is": at, "words": "some lamps" },
                "quotes": [{ "exact": "“some lamps” & <others>" }]
            }]
        })
    };
    // The format has room for no more.
    let claims: Vec<Value> = anchors.into_iter().take(60).enumerate().map(claim).collect();
    json!({
        "variorum": "1.0", "id": "lamps", "lang": "en", "title": "Lamps", "status": "published", "revision": 3,
        "publisher": { "name": "The desk" }, "modified": "2026-01-02T12:00:00Z", "claims": claims,
        "sources": [{ "id": "beacon", "name": "The Beacon", "kind": "news", "note": "Read on paper." }]
    })
}

pub fn read(json: Value) -> Dossier {
    let (dossier, faults) = Dossier::read(&parse_json(&json.to_string()).expect("JSON"), Strictness::Strict);
    dossier.unwrap_or_else(|| panic!("{faults:?}"))
}

/// An anchor: `prefix{exact}suffix`, or exact alone.
pub fn anchor(quote: &str) -> Value {
    let (prefix, rest) = quote.split_once('{').unwrap_or(("", quote));
    let (exact, suffix) = rest.split_once('}').unwrap_or((rest, ""));
    let parts = [("exact", exact), ("prefix", prefix), ("suffix", suffix)];
    parts
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| (name.to_owned(), json!(words)))
        .collect()
}

pub fn dossier_of(quotes: &[&str]) -> Dossier {
    dossier(quotes.iter().map(|quote| anchor(quote)).collect())
}

pub fn baked(page: &str, quotes: &[&str]) -> Result<Baked, Refusal> {
    bake(page.as_bytes(), &dossier_of(quotes), &Options::default())
}

/// A baked page as one line: `[` and `]` around what is in a mark, `{` and `}` where it goes on, `…` for the evidence.
pub fn drawn(baked: &[u8]) -> String {
    let mut rest = std::str::from_utf8(baked).expect("UTF-8");
    let mut out = String::new();
    let begins = [
        "<a class=\"variorum-mark",
        "<span class=\"variorum-mark",
        "<noscript><!----></noscript><details class=\"variorum-evidence\"",
    ];
    let before = "<template class=\"variorum-before\">";
    while let Some((at, which)) =
        begins.iter().enumerate().filter_map(|(which, it)| Some((rest.find(it)?, which))).min()
    {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if which == 2 {
            rest = &rest[rest.find(before).expect("what was there is kept") + before.len()..];
            out.push_str("…<template>");
            continue;
        }
        let (open, end, close) = [("[", "</a>", "]"), ("{", "</span>", "}")][which];
        let (_, after) = rest.split_once('>').expect("a whole tag");
        let (words, after) = after.split_once(end).expect("an end");
        out.extend([open, words, close]);
        rest = after;
    }
    out + rest
}

/// A page's tree without what was put in, as text; by another way than the one that baking takes.
pub fn tree(page: &str) -> String {
    let html = Html::parse_document(page);
    let mut out = String::new();
    write(*html.root_element(), &mut out);
    out
}

fn write(node: ego_tree::NodeRef<Node>, out: &mut String) {
    match node.value() {
        Node::Text(text) => out.push_str(&text.replace('<', "&lt;")),
        Node::Element(element) => {
            let ours = element.has_class("variorum-mark", scraper::CaseSensitivity::CaseSensitive);
            if !ours {
                let mut attributes: Vec<_> = element.attrs().filter(|(name, _)| *name != "baked").collect();
                attributes.sort_unstable();
                out.push_str(&format!("<{} {attributes:?}>", element.name()));
            }
            if element.name() != "variorum-dossier" {
                node.children().for_each(|child| write(child, out));
            }
            if !ours {
                out.push_str("</>");
            }
        }
        Node::Comment(text) => out.push_str(&format!("<!{text:?}>")),
        _ => node.children().for_each(|child| write(child, out)),
    }
}

/// The words of each mark, pieces with a bar between them.
pub fn marked(page: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let mut marks: Vec<String> = Vec::new();
    for element in html.root_element().descendants().filter_map(ElementRef::wrap) {
        if element.value().has_class("variorum-mark", scraper::CaseSensitivity::CaseSensitive) {
            let words: String = element.text().collect();
            match marks.last_mut() {
                Some(last) if element.attr("href").is_none() => last.extend(["|", &words]),
                _ => marks.push(words),
            }
        }
    }
    marks
}

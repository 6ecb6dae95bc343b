//! Dossiers of few lines, and trees as text.

use std::path::Path;
use std::{env, fs};
use variorum::compare::{Comparison, compare};
use variorum::dossier::{Dossier, Strictness, parse_toml};
use variorum::view::{Attr, Context, El, Messages, messages};

/// A dossier with what a view needs of it.
pub struct Story {
    pub dossier: Dossier,
    pub comparisons: Vec<Comparison>,
    pub messages: Messages,
    pub page: Option<usize>,
    pub preview: bool,
}

impl Story {
    /// Reads a whole dossier; every fault fails the test.
    pub fn read(toml: &str, lang: &str) -> Self {
        let node = parse_toml(toml).unwrap_or_else(|fault| panic!("{}", fault.message()));
        let (dossier, faults) = Dossier::read(&node, Strictness::Strict);
        let faults: Vec<_> = faults.iter().map(|fault| (&fault.place().path, fault.message())).collect();
        assert!(faults.is_empty(), "{faults:?}");
        let dossier = dossier.expect("a dossier without faults");
        let comparisons = dossier.claims.iter().map(|claim| compare(&dossier, claim)).collect();
        Self { dossier, comparisons, messages: messages::embedded(lang), page: None, preview: false }
    }

    /// A dossier of sources `a`, `b`, `c`, `d` (reports) and `readers` (comments), with these claims.
    pub fn of_claims(claims: &str, lang: &str) -> Self {
        Self::read(&(HEAD.to_owned() + claims), lang)
    }

    pub fn context(&self) -> Context<'_> {
        let Self { dossier, comparisons, messages, page, preview, .. } = self;
        Context { page: *page, preview: *preview, ..Context::new(dossier, comparisons, messages) }
    }
}

const HEAD: &str = r#"
variorum = "1.0"
id = "tram"
lang = "en"
title = "What reports say"
status = "published"
publisher = { name = "The Ledger" }
modified = "2026-03-14T09:20:00Z"
revision = 1
sources = [
  { id = "a", name = "Anchor", kind = "news", note = "Read in print." },
  { id = "b", name = "Beacon", kind = "news", note = "Read in print." },
  { id = "c", name = "Courier", kind = "news", note = "Read in print." },
  { id = "d", name = "Dispatch", kind = "news", note = "Read in print." },
  { id = "readers", name = "Readers at Anchor", kind = "comments", note = "Read in print." },
]
"#;

/// All text of a tree.
pub fn text(el: &El) -> String {
    match el {
        El::Text(text) => text.clone(),
        El::Node { children, .. } => children.iter().map(text).collect(),
    }
}

/// The trees with this class, in order.
pub fn with_class<'a>(el: &'a El, class: &str) -> Vec<&'a El> {
    let El::Node { children, .. } = el else { return Vec::new() };
    let own = attr(el, Attr::Class).is_some_and(|classes| classes.split(' ').any(|other| other == class));
    own.then_some(el).into_iter().chain(children.iter().flat_map(|child| with_class(child, class))).collect()
}

/// The value of an attribute.
pub fn attr(el: &El, wanted: Attr) -> Option<&str> {
    let El::Node { attrs, .. } = el else { return None };
    attrs.iter().find(|(attr, _)| *attr == wanted).map(|(_, value)| value.as_ref())
}

/// A tree with a line for each element and each text, indented; without `part`, which repeats the class.
pub fn outline(el: &El) -> String {
    let mut out = String::new();
    push(el, 0, &mut out);
    out
}

fn push(el: &El, depth: usize, out: &mut String) {
    out.push_str(&"  ".repeat(depth));
    match el {
        El::Text(text) => out.push_str(&format!("{text:?}\n")),
        El::Node { tag, attrs, children } => {
            out.push_str(tag.name());
            for (attr, value) in attrs.iter().filter(|(attr, _)| *attr != Attr::Part) {
                match attr {
                    Attr::Class => out.push_str(&format!(".{}", value.replace("variorum-", "").replace(' ', "."))),
                    _ => out.push_str(&format!(" {}={value:?}", attr.name())),
                }
            }
            out.push('\n');
            children.iter().for_each(|child| push(child, depth + 1, out));
        }
    }
}

/// Compares with a file kept beside the tests; with `VARIORUM_ACCEPT` set, writes it instead.
pub fn same_as(file: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/view").join(file);
    if env::var_os("VARIORUM_ACCEPT").is_some() {
        fs::write(&path, found).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let (mut kept_lines, mut found_lines) = (kept.lines(), found.lines());
    for line in 1.. {
        match (kept_lines.next(), found_lines.next()) {
            (None, None) => break,
            (kept, found) => {
                assert_eq!(found, kept, "{file}:{line}; if this is meant, set VARIORUM_ACCEPT=1 and read the change")
            }
        }
    }
}

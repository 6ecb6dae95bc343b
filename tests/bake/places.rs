//! Where the texts of a parsed file stand in it.

use super::support::pages;
use proptest::prelude::*;
use scraper::{Html, Node};
use variorum::saved::parse;

/// Fed bit by bit, a file is what it is as a whole, and every letter has its place.
fn holds(file: &str) {
    let document = parse(file, true).unwrap();
    assert!(document.html.tree == Html::parse_document(file).tree, "other than as a whole: {file:?}");
    for node in document.html.tree.nodes() {
        let Node::Text(text) = node.value() else { continue };
        for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let places = document.places(node.id()).unwrap_or_else(|| panic!("{file:?}: no place for {text:?}"));
            let stands = places.start(at).zip(places.end(at + c.len_utf8())).map(|(start, end)| &file[start..end]);
            assert!(stands.is_none_or(|it| it.starts_with(c) || it.starts_with('&')), "{file:?}: {c} is {stands:?}");
        }
    }
}

/// Bits of markup, whole and broken.
fn markup() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        "[a-c é.,]{1,6}",
        "</?(p|b|i|a|div|table|tr|td|span|template|select|option|svg|title|pre|form|body|noscript|br)( [a-c]='[a>&]?'| href=.)?/?>",
        "&(amp|lt|copy|nbsp|semi|none|#65|#x42|ngE|nGt)[;a ]?",
        "[<>&\r\n\0\"'/ -]{1,3}",
        "<!--[a> -]{0,3}-->",
        "<(script|style|textarea|plaintext|xmp)>",
        "</(script|style|textarea|xmp)>",
    ];
    prop::collection::vec(bit, 0..20).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn whatever_is_fed(file in markup()) {
        holds(&file);
    }
}

/// Pages as publishers make them.
#[test]
fn real_pages() {
    let Some(pages) = pages() else { return };
    pages.iter().for_each(|(_, page)| holds(page));
    assert!(pages.len() > 30, "{} pages only", pages.len());
}

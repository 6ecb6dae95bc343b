//! Real article pages. Their sentences, edited as quotes and pages are, are found where they stand or not at all; what
//! was rewritten, and sentences of other pages, are found nowhere.

mod edits;
mod saved;

use edits::{Edit, Random};
use saved::Page;
use std::path::PathBuf;
use std::sync::LazyLock;
use variorum::anchor::Kind::Changed;
use variorum::anchor::{Found, Refused, Wanted, locate};
use variorum::dossier::Selector;
use variorum::text::{Native, fold};

/// How often a sentence is taken from a page for each kind of edit.
const SENTENCES: usize = 8;

/// What has to come of an edit.
enum Expected {
    /// All are marked.
    Marked,
    /// All are found, but for so many.
    Found { refused: usize },
    /// The place may be told, but none is marked.
    NotMarked,
    /// All are refused.
    Refused,
}

const EDITS: &[(&str, Edit, Expected)] = &[
    ("none", edits::none, Expected::Marked),
    ("typography", edits::typography, Expected::Marked),
    ("typos", edits::typos, Expected::Found { refused: 0 }),
    ("some words", edits::some_words, Expected::Found { refused: 0 }),
    ("digits", edits::digits, Expected::NotMarked),
    ("most words", edits::most_words, Expected::Refused),
];

/// By their folders' names.
static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let Some(shared) = std::env::var_os("VARIORUM_SHARED").map(PathBuf::from) else {
        eprintln!("SKIPPED: VARIORUM_SHARED is not set");
        return Vec::new();
    };
    let entries = std::fs::read_dir(shared.join("pages")).expect("pages");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path().join("source.html")).collect();
    files.retain(|file| file.exists());
    files.sort();
    assert!(!files.is_empty(), "no pages");
    files.iter().map(|file| Page::read(&std::fs::read_to_string(file).expect("HTML"))).collect()
});

fn find(page: &Page, selectors: &[Selector]) -> Vec<Result<Found, Refused>> {
    let wanted: Vec<_> = selectors.iter().map(|selector| Wanted { selector, all: false, within: None }).collect();
    locate(&page.index, &mut Native, &wanted)
}

#[test]
fn edited_sentences() {
    for (seed, (name, edit, expected)) in (1..).zip(EDITS) {
        let mut random = Random(seed);
        let (mut marked, mut changed, mut refused, mut wrong) = (0, 0, Vec::new(), Vec::new());
        for page in PAGES.iter() {
            let (mut sentences, mut selectors) = (Vec::new(), Vec::new());
            for _ in 0..SENTENCES {
                let Some(sentence) = page.sentence(&mut random) else { continue };
                let selector = page.selector(sentence);
                let Some(exact) = edit(&mut random, &selector.exact) else { continue };
                sentences.push(sentence);
                selectors.push(Selector { exact, ..selector });
            }
            for (at, result) in find(page, &selectors).into_iter().enumerate() {
                match result {
                    Ok(found) if !page.agree(sentences[at], &page.bytes(found.ranges[0])) => {
                        wrong.push((selectors[at].clone(), page.index.text(found.ranges[0])));
                    }
                    Ok(Found { kind: Changed, .. }) => changed += 1,
                    Ok(_) => marked += 1,
                    Err(_) => refused.push(selectors[at].clone()),
                }
            }
        }
        eprintln!("{name}: {marked} marked, {changed} changed, {} refused, {} wrong", refused.len(), wrong.len());
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
        match *expected {
            Expected::Marked => assert!(changed == 0 && refused.is_empty(), "{name}: {changed} changed, {refused:#?}"),
            Expected::Found { refused: most } => assert!(refused.len() <= most, "{name}: {refused:#?}"),
            Expected::NotMarked => assert_eq!(marked, 0, "{name}"),
            Expected::Refused => assert_eq!((marked, changed), (0, 0), "{name}"),
        }
    }
}

#[test]
fn sentences_of_other_pages() {
    let mut random = Random(0);
    for (page, other) in PAGES.iter().zip(PAGES.iter().skip(1)) {
        let sentences = (0..SENTENCES).filter_map(|_| other.sentence(&mut random));
        let mut selectors: Vec<_> = sentences.map(|sentence| other.selector(sentence)).collect();
        // Pages of one publisher share some.
        selectors.retain(|selector| {
            let words = fold(&mut Native, &selector.exact);
            let half = words.char_indices().nth(words.chars().count() / 2).map_or(0, |(at, _)| at);
            !page.index.folded().contains(&words[..half]) && !page.index.folded().contains(&words[half..])
        });
        for (selector, result) in selectors.iter().zip(find(page, &selectors)) {
            assert_eq!(result, Err(Refused::Absent), "{selector:?}");
        }
    }
}

//! One word of a sentence was changed after it was quoted. If the word is a number, a negation or a name, the place is
//! still certain, and yet a mark there would say what the page does not say. If it is any other word, it is harmless.

mod articles;
mod changed;
mod harmless;

use crate::page::{page, selector};
use articles::Article;
use variorum::anchor::Kind::{self, Changed, Exact, Folded, Near};
use variorum::anchor::Refused::{self, Absent, Ambiguous};
use variorum::anchor::{Wanted, locate};
use variorum::dossier::Selector;
use variorum::text::{Native, Range};

/// What may come of a search.
type Outcomes = &'static [Result<Kind, Refused>];

const CHANGED: Outcomes = &[Ok(Changed)];
const MARKED: Outcomes = &[Ok(Exact), Ok(Folded), Ok(Near)];
const CHANGED_OR_REFUSED: Outcomes = &[Ok(Changed), Err(Absent), Err(Ambiguous)];
const MARKED_OR_REFUSED: Outcomes = &[Ok(Exact), Ok(Folded), Ok(Near), Err(Absent), Err(Ambiguous)];

/// Characters of context that tools commonly write down.
const CONTEXT: usize = 32;

/// Each case is a sentence with the quoted words in `[` and `]`, and `(was→is)` where it was edited since. It stands
/// in the middle of an article.
///
/// With context on both sides there is no doubt about the place, and `expected` has to come of it, at just these words.
/// With less context, `otherwise` has to, and if there is a range it is at least of the same sentence's words.
fn check(article: Article, cases: &[&str], expected: Outcomes, otherwise: Outcomes) {
    let mut failures = String::new();
    for case in cases {
        let (drawing, quote) = versions(&article.around(case));
        let page = page(&drawing);
        let selector = shortened(selector(&quote));
        let none = String::new();
        let [with, left, right, bare] = [
            selector.clone(),
            Selector { suffix: none.clone(), ..selector.clone() },
            Selector { prefix: none.clone(), ..selector.clone() },
            Selector { prefix: none.clone(), suffix: none, ..selector },
        ];
        for (name, selector) in [("both", &with), ("left", &left), ("right", &right), ("no", &bare)] {
            let result = locate(&page.index, &mut Native, &[Wanted { selector, all: false, within: None }]).remove(0);
            let told = result.as_ref().map(|found| found.kind).map_err(|&refused| refused);
            let ranges = result.map(|found| found.ranges).unwrap_or_default();
            let sound = match name {
                "both" => expected.contains(&told) && (ranges == page.drawn || ranges.is_empty()),
                _ => otherwise.contains(&told) && ranges.iter().all(|range| overlap(range, &page.drawn[0])),
            };
            if !sound {
                let texts: Vec<_> = ranges.iter().map(|&range| page.index.text(range)).collect();
                failures += &format!("\n{case}\n    {name} context: {told:?} {texts:?}");
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// The drawing of the page as it is, and the quote as it was.
fn versions(drawing: &str) -> (String, String) {
    let (mut is, mut was, mut rest) = (String::new(), String::new(), drawing);
    while let Some((same, edit)) = rest.split_once('(') {
        let (edit, after) = edit.split_once(')').expect("a ) after each (");
        let (old, new) = edit.split_once('→').expect("a → in each ()");
        is.extend([same, new]);
        was.extend([same, old]);
        rest = after;
    }
    is.push_str(rest);
    was.push_str(rest);
    (is, was.replace('¶', "\n").replace('[', "{").replace(']', "}"))
}

/// The same words with as much context as tools write down.
fn shortened(Selector { exact, prefix, suffix }: Selector) -> Selector {
    let from = prefix.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let to = suffix.char_indices().nth(CONTEXT).map_or(suffix.len(), |(at, _)| at);
    Selector { exact, prefix: prefix[from..].into(), suffix: suffix[..to].into() }
}

fn overlap(a: &Range, b: &Range) -> bool {
    a.start < b.end && b.start < a.end
}

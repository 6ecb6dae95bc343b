//! Which words of an article become marks, and at which bytes of its file.

use super::element::Element;
use super::owner;
use crate::anchor::Kind;
use crate::dossier::ClaimIndex;
use crate::saved::{Document, Page};
use crate::text::{Native, Range};
use crate::view::Context;
use crate::view::marking::{self, Spot, merge, placed};
use std::ops;

/// What could not be marked for a claim, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// For which claim.
    pub claim: ClaimIndex,
    /// `absent`, `ambiguous` or `changed`, as `anchor` says; `inside-control` of words in a link, a button or another
    /// mark, `framework` of words that a script takes over, which are painted in a page that runs; `markup` where tags
    /// between these words would change the tree.
    pub reason: &'static str,
    /// Line and column, in characters from 1, where the place is known.
    pub at: Option<(u32, u32)>,
    /// The words there; else those that were sought, or `#` and the id of the element.
    pub words: String,
}

/// A mark that can be put in.
pub struct Placed {
    pub claims: Vec<ClaimIndex>,
    /// What it covers, text by text.
    pub cuts: Vec<Cut>,
    /// Where and what, should it prove impossible.
    pub at: (u32, u32),
    pub words: String,
}

/// What a mark covers of one text.
#[derive(Clone)]
pub struct Cut {
    /// Bytes of the file.
    pub file: ops::Range<usize>,
    /// What is read there.
    pub words: String,
}

impl Placed {
    /// What is told of it for each of its claims.
    pub fn missing(&self, reason: &'static str) -> impl Iterator<Item = Missing> {
        self.claims.iter().map(move |&claim| Missing { claim, reason, at: Some(self.at), words: self.words.clone() })
    }
}

/// Finds all that is to be marked in an article: marks in the order of the page, and what has none.
pub fn place(
    document: &Document,
    file: &str,
    page: &Page,
    element: &Element,
    context: &Context,
) -> (Vec<Placed>, Vec<Missing>) {
    let show = element.show();
    let spots = marking::spots(context.dossier, context.comparisons, context.page, show.as_deref());
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for (spot, result) in spots.iter().zip(page.find(&spots)) {
        let claim = spot.claim;
        match result {
            Ok(it) if it.kind == Kind::Changed => missing.push(Missing {
                claim,
                reason: Kind::Changed.name(),
                at: it.ranges.first().map(|range| page.position(file, range.start)),
                words: it.ranges.first().map(|&range| page.index.text(range)).unwrap_or_default(),
            }),
            Ok(it) => found.extend(it.ranges.into_iter().map(|range| (claim, as_marked(page, spot, range)))),
            Err(refused) => missing.push(Missing { claim, reason: refused.name(), at: None, words: sought(spot) }),
        }
    }
    let mut all = Vec::new();
    for mark in merge(found, context.comparisons) {
        let (at, words) = (page.position(file, mark.range.start), page.index.text(mark.range));
        let cuts = cuts(document, page, mark.range, element.manner() != Some("text"));
        let mark = Placed { claims: mark.claims, cuts: cuts.clone().unwrap_or_default(), at, words };
        match cuts {
            Ok(_) => all.push(mark),
            Err(reason) => missing.extend(mark.missing(reason)),
        }
    }
    (all, missing)
}

/// The whole of an element stays the whole.
fn as_marked(page: &Page, spot: &Spot, range: Range) -> Range {
    if spot.selector.is_some() { placed(&page.index, &mut Native, spot, range) } else { range }
}

/// The bytes of the file that a range covers; or why no tags can be put around them.
fn cuts(document: &Document, page: &Page, range: Range, frameworks: bool) -> Result<Vec<Cut>, &'static str> {
    let stretches = page.stretches(range);
    let reasons = stretches.iter().filter_map(|(node, _)| owner::of_text(document, *node, frameworks));
    if let Some(reason) = reasons.max_by_key(|reason| *reason == owner::INSIDE_CONTROL) {
        return Err(reason);
    }
    let cut = |(node, bytes): &(_, ops::Range<usize>)| {
        let (text, places) = (document.html.tree.get(*node)?.value().as_text()?, document.places(*node)?);
        let file = places.start(bytes.start)?..places.end(bytes.end)?;
        Some(Cut { file, words: text[bytes.clone()].into() })
    };
    stretches.iter().map(cut).collect::<Option<Vec<_>>>().filter(|cuts| !cuts.is_empty()).ok_or("markup")
}

fn sought(spot: &Spot) -> String {
    match (spot.selector, spot.element) {
        (Some(selector), _) => selector.exact.clone(),
        (None, element) => format!("#{}", element.unwrap_or_default()),
    }
}

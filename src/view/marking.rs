//! What to mark on a page, and what becomes of marks that overlap.

use crate::anchor::{Wanted, locate};
use crate::compare::Comparison;
use crate::dossier::{Anchor, ClaimIndex, ClaimState, Dossier, Mode, Reading, Relation, Selector, SourceIndex, Status};
use crate::text::{Index, Range, Unicode};
use std::cmp::Reverse;

/// Something to be marked for a claim, if it is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot<'a> {
    /// For which claim.
    pub claim: ClaimIndex,
    /// The words; without them, the whole of `element`.
    pub selector: Option<&'a Selector>,
    /// Wherever they stand, not once only.
    pub all: bool,
    /// The `id` of the element of the page that they stand in.
    pub element: Option<&'a str>,
    /// The value's printed words: where they stand once inside what is found, they alone are marked.
    pub words: Option<&'a str>,
}

/// Words to be underlined, for one claim or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where.
    pub range: Range,
    /// For which claims, each once: the worst relation first, equal ones as in the dossier.
    pub claims: Vec<ClaimIndex>,
}

/// What is to be marked, in the order of the claims: on an article page their anchors; on the page of a source
/// (`page`) the first quote of each of its readings. `show`: for claims of these relations only. `comparisons` go
/// with the dossier's claims. Nothing that is withdrawn has a mark, nor a draft outside of a draft.
pub fn spots<'a>(
    dossier: &'a Dossier,
    comparisons: &[Comparison],
    page: Option<SourceIndex>,
    show: Option<&[Relation]>,
) -> Vec<Spot<'a>> {
    let mut spots = Vec::new();
    if dossier.status == Status::Withdrawn {
        return spots;
    }
    for (claim, (content, comparison)) in dossier.claims.iter().zip(comparisons).enumerate() {
        let draft = content.state == ClaimState::Draft && dossier.status != Status::Draft;
        if draft
            || content.state == ClaimState::Withdrawn
            || show.is_some_and(|show| !show.contains(&comparison.relation))
        {
            continue;
        }
        match page {
            None => spots.extend(content.anchors.iter().map(|anchor| at_anchor(claim, anchor))),
            Some(source) => {
                let own = content.readings.iter().filter(|reading| reading.source == source);
                spots.extend(own.filter_map(|reading| at_quote(claim, reading)));
            }
        }
    }
    spots
}

fn at_anchor(claim: ClaimIndex, anchor: &Anchor) -> Spot<'_> {
    let (selector, all, element) = match anchor {
        Anchor::Words { selector, all } => (Some(selector), *all, None),
        Anchor::Element { id, refined_by } => (refined_by.as_ref(), false, Some(&**id)),
    };
    Spot { claim, selector, all, element, words: None }
}

fn at_quote(claim: ClaimIndex, reading: &Reading) -> Option<Spot<'_>> {
    let quote = reading.quotes.first().filter(|_| reading.mode != Mode::Silent)?;
    let words = reading.answer.as_ref().and_then(|answer| answer.words.as_deref());
    Some(Spot { claim, selector: Some(&quote.selector), all: false, element: None, words })
}

/// The part of a found range that the value's printed words are, where they stand once inside it; else all of it.
pub fn narrow(index: &Index, unicode: &mut dyn Unicode, found: Range, words: &str) -> Range {
    let selector = Selector { exact: words.into(), ..Selector::default() };
    let wanted = [Wanted { selector: &selector, all: true, within: Some(found) }];
    match locate(index, unicode, &wanted).first() {
        Some(Ok(inside)) if inside.ranges.len() == 1 => inside.ranges[0],
        _ => found,
    }
}

/// A range that was found for a spot as it is marked: the value's words alone where they stand once in it, up to whole
/// words.
pub fn placed(index: &Index, unicode: &mut dyn Unicode, spot: &Spot, found: Range) -> Range {
    let range = match spot.words {
        Some(words) => narrow(index, unicode, found, words),
        None => found,
    };
    index.snap(range)
}

/// One mark for each stretch of ranges that overlap, in the order of the page. Ranges that only touch stay apart.
/// They should be snapped to words before.
pub fn merge(found: Vec<(ClaimIndex, Range)>, comparisons: &[Comparison]) -> Vec<Mark> {
    let worst_first = |claim: ClaimIndex| {
        let relation = comparisons.get(claim).map(|comparison| comparison.relation);
        (Reverse(relation), claim)
    };
    let mut marks: Vec<Mark> = Vec::new();
    for (claim, mut range) in found {
        // The marks that it overlaps, which are neighbours, become one with it.
        let first = marks.partition_point(|mark| mark.range.end <= range.start);
        let end = first + marks[first..].partition_point(|mark| mark.range.start < range.end);
        let mut claims = vec![claim];
        for mark in marks.drain(first..end) {
            range = Range { start: range.start.min(mark.range.start), end: range.end.max(mark.range.end) };
            for other in mark.claims {
                let at = claims.partition_point(|&claim| worst_first(claim) < worst_first(other));
                if claims.get(at) != Some(&other) {
                    claims.insert(at, other);
                }
            }
        }
        marks.insert(first, Mark { range, claims });
    }
    marks
}

//! What is marked on which page, and what becomes of marks that overlap.

use crate::page::page;
use proptest::prelude::*;
use std::collections::BTreeSet;
use variorum::anchor::{Wanted, locate};
use variorum::compare::{Comparison, compare};
use variorum::dossier::{Dossier, Relation, Status, Strictness, parse_toml};
use variorum::text::{Native, Place, Range};
use variorum::view::marking::{Mark, merge, narrow, spots};

const DOSSIER: &str = r#"
variorum = "1.0"
id = "siege"
lang = "en"
title = "A siege, invented"
status = "published"
article = { url = "/siege/" }
publisher = { name = "Desk" }
created = "2026-01-02T03:04:05Z"
modified = "2026-01-02T03:04:05Z"
revision = 1
by = ["Desk"]
method = "Read."
sources = [
  { id = "gazette", name = "Gazette", url = "/gazette", kind = "news" },
  { id = "herald", name = "Herald", url = "/herald", kind = "news" },
  { id = "mirror", name = "Mirror", url = "/mirror", kind = "news" },
]

[[claims]]
id = "how-long"
question = "How long?"
type = "duration"
anchors = [{ exact = "four hours", prefix = "nearly " }, { exact = "hours", all = true }]
[[claims.readings]]
source = "gazette"
mode = "states"
value = { is = "PT4H", words = "four hours" }
quotes = [{ exact = "held for four hours in all" }, { exact = "for hours" }]
[[claims.readings]]
source = "herald"
mode = "states"
value = { is = "PT2H", words = "two hours" }
quotes = [{ exact = "after two hours they left" }]
[[claims.readings]]
source = "mirror"
mode = "silent"

[[claims]]
id = "how-many"
question = "How many?"
type = "count"
of = "intruders"
anchors = [{ element = "box", refinedBy = { exact = "ten" } }, { element = "table" }]
[[claims.readings]]
source = "gazette"
mode = "states"
value = { is = 10 }
quotes = [{ exact = "ten men" }]
[[claims.readings]]
source = "gazette"
mode = "attributes"
attributedTo = [{ name = "a clerk", kind = "unnamed" }]
value = { is = 10 }
quotes = [{ exact = "I counted ten" }]
[[claims.readings]]
source = "herald"
mode = "states"
value = { is = 10 }
quotes = [{ exact = "the ten" }]

[[claims]]
id = "gone"
question = "Gone?"
type = "yesno"
status = "withdrawn"
anchors = [{ exact = "gone" }]
[[claims.readings]]
source = "gazette"
mode = "states"
value = { is = "yes" }
quotes = [{ exact = "they were gone" }]
"#;

/// A claim that is not finished, which a published dossier can't have.
const DRAFT: &str = r#"
[[claims]]
id = "not-yet"
question = "Not yet?"
type = "yesno"
status = "draft"
anchors = [{ exact = "not yet" }]
[[claims.readings]]
source = "gazette"
mode = "states"
value = { is = "yes" }
quotes = [{ exact = "not yet" }]
"#;

fn dossier(text: &str) -> (Dossier, Vec<Comparison>) {
    let node = parse_toml(text).expect("TOML");
    let (dossier, faults) = Dossier::read(&node, Strictness::Lenient);
    assert!(faults.is_empty(), "{faults:?}");
    let dossier = dossier.expect("a dossier");
    let comparisons = dossier.claims.iter().map(|claim| compare(&dossier, claim)).collect();
    (dossier, comparisons)
}

/// What is to be marked, a line each: claim, words, `all`, element, printed words.
fn check(text: &str, page: Option<usize>, show: Option<&[Relation]>, expected: &[&str]) {
    let (dossier, comparisons) = dossier(text);
    let told: Vec<String> = spots(&dossier, &comparisons, page, show)
        .iter()
        .map(|spot| {
            let mut line = dossier.claims[spot.claim].id.clone();
            line +=
                &spot.selector.map_or(String::new(), |selector| format!(" {}{{{}}}", selector.prefix, selector.exact));
            line += if spot.all { " all" } else { "" };
            line += &spot.element.map_or(String::new(), |id| format!(" #{id}"));
            line + &spot.words.map_or(String::new(), |words| format!(" ({words})"))
        })
        .collect();
    assert_eq!(told, expected, "on {page:?}, {show:?}");
}

#[test]
fn an_article_has_the_anchors() {
    let article = ["how-long nearly {four hours}", "how-long {hours} all", "how-many {ten} #box", "how-many #table"];
    check(DOSSIER, None, None, &article);
    check(DOSSIER, None, Some(&[Relation::Contradict, Relation::Agree]), &article);
    check(DOSSIER, None, Some(&[Relation::Contradict]), &article[..2]);
    check(DOSSIER, None, Some(&[Relation::Nuance]), &[]);
    check(DOSSIER, None, Some(&[]), &[]);
}

#[test]
fn a_source_has_its_first_quotes() {
    check(
        DOSSIER,
        Some(0),
        None,
        &["how-long {held for four hours in all} (four hours)", "how-many {ten men}", "how-many {I counted ten}"],
    );
    check(DOSSIER, Some(1), None, &["how-long {after two hours they left} (two hours)", "how-many {the ten}"]);
    check(DOSSIER, Some(1), Some(&[Relation::Agree]), &["how-many {the ten}"]);
    check(DOSSIER, Some(2), None, &[]);
    check(DOSSIER, Some(7), None, &[]);
}

#[test]
fn a_withdrawn_dossier_has_none() {
    let withdrawn = DOSSIER.replace(r#"status = "published""#, r#"status = "withdrawn""#);
    let withdrawn = withdrawn.replace(
        "sources = [",
        "changes = [{ date = \"2026-01-03T00:00:00Z\", kind = \"withdrawal\", text = \"Wrong.\" }]\nsources = [",
    );
    check(&withdrawn, None, None, &[]);
    check(&withdrawn, Some(0), None, &[]);
}

#[test]
fn a_draft_is_marked_where_it_is_shown_at_all() {
    let draft = [DOSSIER, DRAFT].concat().replace(r#"status = "published""#, r#"status = "draft""#);
    let shown = [Relation::Single];
    check(&draft, None, Some(&shown), &["not-yet {not yet}"]);
    check(&draft, Some(0), Some(&shown), &["not-yet {not yet}"]);
    let (mut published, comparisons) = dossier(&draft);
    published.status = Status::Published;
    assert!(spots(&published, &comparisons, None, Some(&shown)).is_empty());
}

#[test]
fn a_quote_is_narrowed_to_the_printed_words() {
    // What was found, what should be left of it, the words.
    for (found, left, words) in [
        ("they [held us for four hours] then", "they held us for [four hours] then", "four hours"),
        ("they [held us for fo|ur hours]", "they held us for [fo|ur hours]", "Four hours"),
        ("[Ten]. ten men", "[Ten]. ten men", "ten"),
        ("[four hours] more", "[four hours] more", "five hours"),
        ("[four hours and four hours]", "[four hours and four hours]", "four hours"),
        ("four hours [and four hours] or four hours", "four hours and [four hours] or four hours", "four hours"),
        ("the [tents of ten] men", "the tents of [ten] men", "ten"),
        ("the [tents] ten", "the [tents] ten", "ten"),
        ("the [four] hours", "the [four] hours", "four hours"),
        ("[four hours]", "[four hours]", ""),
        ("[멈춘 세 시간 가까이]", "멈춘 [세 시간] 가까이", "세 시간"),
    ] {
        let (page, expected) = (page(found), page(left).drawn[0]);
        assert_eq!(narrow(&page.index, &mut Native, page.drawn[0], words), expected, "{words:?} in {found:?}");
    }
}

/// Ranges drawn one by one on a page, each for a claim; then what is marked: the words and the claims.
fn check_merge(drawings: &[(usize, &str)], expected: &[(&str, &[usize])]) {
    // Claim 0 contradicts, 1 agrees, 2 contradicts, 3 differs.
    let relations = [Relation::Contradict, Relation::Agree, Relation::Contradict, Relation::Differ];
    let (_, comparisons) = dossier(DOSSIER);
    let comparison = |relation| Comparison { relation, ..comparisons[0].clone() };
    let comparisons: Vec<_> = relations.into_iter().map(comparison).collect();
    let found: Vec<_> = drawings.iter().map(|&(claim, drawing)| (claim, page(drawing).drawn[0])).collect();
    let index = page(drawings[0].1).index;
    let expected: Vec<(String, Vec<usize>)> =
        expected.iter().map(|&(words, claims)| (words.into(), claims.to_vec())).collect();
    for found in [found.clone(), found.into_iter().rev().collect()] {
        let marks = merge(found, &comparisons);
        let told: Vec<_> = marks.iter().map(|mark| (index.text(mark.range), mark.claims.clone())).collect();
        assert_eq!(told, expected, "{drawings:?}");
    }
}

#[test]
fn marks_that_overlap_become_one() {
    check_merge(&[(0, "a [b c] d|e f")], &[("b c", &[0])]);
    check_merge(&[(1, "a [b c] d|e f"), (3, "a b [c d]|e f")], &[("b c d", &[3, 1])]);
    check_merge(&[(3, "a [b] c d|e f"), (0, "a [b c d|e] f")], &[("b c de", &[0, 3])]);
    check_merge(&[(1, "a [b] c d|e f"), (2, "a [b] c d|e f"), (0, "a [b] c d|e f")], &[("b", &[0, 2, 1])]);
    check_merge(&[(1, "[a b] c d|e f"), (1, "a [b c] d|e f")], &[("a b c", &[1])]);
    check_merge(&[(0, "[a b] c d|e f"), (1, "a [b c] d|e f"), (2, "a b [c d]|e f")], &[("a b c d", &[0, 2, 1])]);
    check_merge(&[(2, "a b c d|[e] f"), (0, "[a] b c d|e f")], &[("a", &[0]), ("e", &[2])]);
    // Touching is not overlapping, be it in one piece or at the edge of two.
    check_merge(&[(0, "a [b ]c d|e f"), (1, "a b [c] d|e f")], &[("b ", &[0]), ("c", &[1])]);
    check_merge(&[(0, "a b c [d]|e f"), (1, "a b c d|[e] f")], &[("d", &[0]), ("e", &[1])]);
    assert_eq!(merge(Vec::new(), &[]), Vec::<Mark>::new());
}

proptest! {
    /// Whatever the order in which ranges come, marks lie apart, cover what the ranges cover, and name their claims.
    #[test]
    fn marks_cover_what_was_found(
        found in prop::collection::vec((0..4usize, 0..3u32, 0..20u32, 1..6u32), 0..12).prop_shuffle(),
    ) {
        let place = |piece, offset| Place { piece, offset };
        let found: Vec<_> = found
            .into_iter()
            .map(|(claim, piece, start, length)| (claim, Range { start: place(piece, start), end: place(piece, start + length) }))
            .collect();
        let marks = merge(found.clone(), &[]);
        prop_assert!(marks.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        for mark in &marks {
            let inside: Vec<_> = found
                .iter()
                .filter(|(_, range)| mark.range.start <= range.start && range.end <= mark.range.end)
                .collect();
            let claims: BTreeSet<usize> = inside.iter().map(|(claim, _)| *claim).collect();
            prop_assert!(mark.claims.iter().copied().eq(claims), "{mark:?}");
            // Every step through the mark lies in some range of it.
            for offset in mark.range.start.offset..mark.range.end.offset {
                let here = place(mark.range.start.piece, offset);
                prop_assert!(inside.iter().any(|(_, range)| range.start <= here && here < range.end), "{mark:?}");
            }
            // It can't be taken apart without cutting a range.
            for offset in mark.range.start.offset + 1..mark.range.end.offset {
                let here = place(mark.range.start.piece, offset);
                prop_assert!(inside.iter().any(|(_, range)| range.start < here && here < range.end), "{mark:?}");
            }
        }
        let covered = |range: &Range| marks.iter().any(|mark| mark.range.start <= range.start && range.end <= mark.range.end);
        prop_assert!(found.iter().all(|(_, range)| covered(range)));
    }
}

#[test]
fn several_words_of_one_claim_are_several_marks() {
    let (dossier, comparisons) = dossier(DOSSIER);
    let page = page("held for nearly [four hours], hours too long, they said¶for [hours].");
    let found = spots(&dossier, &comparisons, None, None)
        .into_iter()
        .filter_map(|spot| Some((spot.claim, Wanted { selector: spot.selector?, all: spot.all, within: None })))
        .filter_map(|(claim, wanted)| Some((claim, locate(&page.index, &mut Native, &[wanted]).remove(0).ok()?)))
        .flat_map(|(claim, found)| found.ranges.into_iter().map(move |range| (claim, range)))
        .collect();
    let marks: Vec<_> = merge(found, &comparisons).iter().map(|mark| page.index.text(mark.range)).collect();
    assert_eq!(marks, ["four hours", "hours", "hours"]);
}

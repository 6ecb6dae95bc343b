//! What the tests and the open issues of Hypothesis's client ask of an engine, in our own words and data: how a quote
//! is matched, what a range of text is, and which wrong answers users have complained of.

use crate::page::{page, selector};
use crate::rows::check;
use variorum::anchor::Kind::{Changed, Exact, Folded, Near};
use variorum::anchor::Refused::{Absent, Ambiguous};
use variorum::anchor::{Wanted, locate};
use variorum::text::Native;

#[test]
fn a_quote_is_matched() {
    check(&[
        ("exactly", "the ferryman took him out [to see snow]", "to see snow", Ok(Exact)),
        (
            "nearly, where it stands nowhere exactly",
            "They met [long after the flood], when the road was dry",
            "They met {soon after the flood}, when the road was dry",
            Ok(Near),
        ),
        (
            "at no place that is merely the least unlike",
            "It rained all year, and all year the wolves came down to the barns.",
            "Long after the flood the old ferryman told how his brother had walked him out to the island to see snow",
            Err(Absent),
        ),
        ("not at all, being empty", "long after the flood", "", Err(Absent)),
        ("not at all, having but context", "long after the flood", "long after {}the flood", Err(Absent)),
        ("not at all, in an empty text", "", "long after the flood", Err(Absent)),
        (
            "with more before it than the text has",
            "long [after the flood] it rained",
            "all of this was very long {after the flood}",
            Ok(Exact),
        ),
        (
            "with more before it than the text has, and misspelt",
            "long [after the flood] it rained for weeks",
            "all of this was very long {after teh flood} it rained for weeks",
            Ok(Near),
        ),
        ("at the end, with something after it", "it rained after [the flood]", "after {the flood}, he said", Ok(Exact)),
        (
            "at the end, with something after it, and misspelt",
            "so it rained for weeks [after the flood]",
            "so it rained for weeks {after teh flood}, he said",
            Ok(Near),
        ),
    ]);
}

const YEARS: &str = "It was a year of rain, it was a year of frost, we had bread at the feast, we had little at \
                     the feast, some of us went over the hill, some of us went over the water.";

#[test]
fn context_picks_between_equal_words() {
    let drawn = |words: &str, marked: &str| YEARS.replacen(words, marked, 1);
    let bread = drawn("bread at the feast", "bread [at the feast]");
    let little = drawn("little at the feast", "little [at the feast]");
    let hill = drawn("some of us went over the hill", "[some of us] went over the hill");
    let water = drawn("some of us went over the water", "[some of us] went over the water");
    check(&[
        ("what stands before", &bread, "we had bread {at the feast}", Ok(Exact)),
        ("what stands before", &little, "we had little {at the feast}", Ok(Exact)),
        ("what stands before, misspelt", &bread, "of frost, we had braed {at the feast}", Ok(Exact)),
        ("what stands before, misspelt", &little, "the feast, we had littel {at the feast}", Ok(Exact)),
        ("what stands after", &hill, "{some of us} went over the hill", Ok(Exact)),
        ("what stands after", &water, "{some of us} went over the water", Ok(Exact)),
        ("what stands after, misspelt", &hill, "{some of us} wnt over the hill, some of us", Ok(Exact)),
        ("nothing does", YEARS, "{some of us}", Err(Ambiguous)),
        ("nothing does, and misspelt", YEARS, "{at teh feast}", Err(Absent)),
        ("both misspelt", &bread, "of frost, we had bread {at teh feast}, we had little", Ok(Near)),
        ("both misspelt", &little, "the feast, we had little {at teh feast}, some of us", Ok(Near)),
    ]);
}

/// Of each list, every quote fits its place less than the one before.
#[test]
fn the_score_falls_with_likeness() {
    const TEXT: &str =
        "Long after the flood, when the road was dry again, the old ferryman told his daughter about it.";
    for quotes in [
        [
            "after the flood, {when the road was dry again}, the old",
            "after the flood, {when the raod was dry again}, the old",
            "after the flood, {when the raod was dri again}, the old",
            "after the flood, {when that raod was dri again}, the old",
        ],
        [
            "after the flood, {when the road was dry again}",
            "after that flood, {when the road was dry again}",
            "after the fire, {when the road was dry again}",
            "before they came {when the road was dry again}",
        ],
        [
            "{when the road was dry again}, the old ferryman",
            "{when the road was dry again}, the old farmer",
            "{when the road was dry again}, the young farmer",
            "{when the road was dry again} and safe for carts",
        ],
    ] {
        let scores = quotes.map(|quote| {
            let wanted = Wanted { selector: &selector(quote), all: false, within: None };
            locate(&page(TEXT).index, &mut Native, &[wanted]).remove(0).map(|found| found.score)
        });
        let falling = scores.windows(2).all(|pair| matches!(pair, [Ok(more), Ok(less)] if more > less));
        assert!(falling, "{quotes:?}: {scores:?}");
    }
}

#[test]
fn a_range_is_of_text() {
    check(&[
        ("it begins where a text begins, not where one ends", "held for |[nearly] four", "nearly", Ok(Exact)),
        ("it ends where a text ends, not where one begins", "held for [nearly]| four", "nearly", Ok(Exact)),
        ("empty texts are passed over", "held for |||[nearly]||| four", "nearly", Ok(Exact)),
        ("empty texts are passed over in the middle", "held for [nearly| ||four]", "nearly four", Ok(Exact)),
        (
            "and where it was misspelt",
            "they were held for |||[nearly| ||four weeks]||| in the barn",
            "they were held for {naerly four weeks} in the barn",
            Ok(Near),
        ),
        ("a line break is a space", "held for [nearly¶four] hours", "nearly four", Ok(Exact)),
        ("a line break may be quoted as none", "for nearly¶four hours", "nearlyfour", Err(Absent)),
        ("line breaks in a row are a space", "held for [nearly¶|¶|¶four] hours", "nearly four", Ok(Exact)),
        ("a paragraph of nothing is a space", "held for [nearly¶¶ ¶¶four] hours", "nearly four", Ok(Exact)),
        ("a line break before it", "held for¶[nearly] four", "held for\n{nearly}", Ok(Exact)),
        ("white space around it is not it", "held for|\n  |[nearly]|\n  | four", "\n nearly\n ", Ok(Exact)),
        ("white space alone is nothing", "held for \n nearly", " \n ", Err(Absent)),
        ("a page of white space has nothing", " \n|\t¶ ", "nearly", Err(Absent)),
        (
            "white space around what was misspelt is not it",
            "they were held for|\n |[nearly four weeks]|\n | in the barn",
            "they were held for {\n naerly four weeks \n} in the barn",
            Ok(Near),
        ),
    ]);
}

/// An edit at the true place, and elsewhere words that are more like the quote than the true ones are.
#[test]
fn a_lookalike_is_not_taken() {
    const BETWEEN: &str = "¶Nobody in the village could say when the horn had last been heard, or by whom.¶It rained for \
                           most of the day and the children sat in the school house.¶";
    let apart = |page: &str| page.replace("…", BETWEEN);
    check(&[
        (
            "far off",
            &apart(
                "At the upper lock [the valve is checked with care by hand every morning], then oiled.…A note on the \
                 wall says the valve is checked by hand each evening. Nobody wrote it.",
            ),
            "At the upper lock {the valve is checked by hand each morning}, then oiled.",
            Ok(Near),
        ),
        (
            "in the next line",
            "Alpha line: [the valve is checked with care by hand every morning], then oiled.¶Beta line: the valve is \
             checked by hand each evening, then closed.",
            "Alpha line: {the valve is checked by hand each morning}, then oiled.",
            Ok(Near),
        ),
        (
            "in the line before",
            "Beta line: the valve is checked by hand each evening, then closed.¶Alpha line: [the valve is checked \
             with care by hand every morning], then oiled.",
            "Alpha line: {the valve is checked by hand each morning}, then oiled.",
            Ok(Near),
        ),
        (
            "with the name that was corrected, in the next line",
            "It was [Helga who opened the gate] that night.¶It was Karin who opened the door at noon.",
            "It was {Karin who opened the gate} that night.",
            Ok(Changed),
        ),
        (
            "with the number that was corrected",
            &apart(
                "At the upper lock [it has 41 valves in all], said the owner.…A note on the wall says it has 14 \
                 valves in all. Nobody wrote it.",
            ),
            "At the upper lock {it has 14 valves in all}, said the owner.",
            Ok(Changed),
        ),
        (
            "and the true sentence was taken out",
            &apart(
                "The upper lock is closed.…A note on the wall says the pump is checked by foot each evening. No name.",
            ),
            "At the upper lock {the valve is checked by hand each morning}, then oiled.",
            Err(Absent),
        ),
        (
            "and the true sentence was taken out",
            &apart("The police would not comment.…A boy told us that the woman was seen near the old mill. No name."),
            "The clerk of the court wrote: {the man was seen near the old pier}, then sent home by train.",
            Err(Absent),
        ),
    ]);
}

#[test]
fn short_quotes() {
    check(&[
        ("a sign", "Is it over[?] No.", "Is it over{?} No.", Ok(Exact)),
        ("a sign alone, which stands once", "Is it over[?] No.", "?", Ok(Exact)),
        ("a sign that stands nowhere", "Is it over? No.", "!", Err(Absent)),
        ("a sign that became another", "Is it over! No.", "Is it over{?} No.", Err(Absent)),
        ("signs in a row", "He said [—“!”] and left", "—“!”", Ok(Exact)),
        ("a letter", "plan b or plan [c] then", "plan {c} then", Ok(Exact)),
        ("a letter that stands nowhere", "plan b or plan c then", "d", Err(Absent)),
        ("a letter that became another", "plan b or plan d then", "or plan {c} then", Err(Absent)),
        ("a word in the middle of another", "the machines stopped", "chin", Err(Absent)),
        ("a name that only looks like one there", "the machines stopped", "Michin", Err(Absent)),
        ("a misspelt word without context", "the machines stopped", "machnes", Err(Absent)),
    ]);
}

#[test]
fn quotes_that_share_all_but_one_side() {
    let text = "the first of the boats, the first of the crews, the last of the boats";
    check(&[
        ("the same before", "[the first] of the boats, the first of the crews", "{the first} of the boats", Ok(Exact)),
        ("the same before", "the first of the boats, [the first] of the crews", "{the first} of the crews", Ok(Exact)),
        ("no side", text, "{of the}", Err(Ambiguous)),
        (
            "the same before and in it, other after, misspelt",
            "He saw a boat with red sails in the bay. He saw [a boat with red sails] on the beach.",
            "He saw {a boat wiht red sails} on the beach.",
            Ok(Near),
        ),
        (
            "the same before and in it, other after, misspelt",
            "He saw [a boat with red sails] in the bay. He saw a boat with red sails on the beach.",
            "He saw {a boat wiht red sails} in the bay.",
            Ok(Near),
        ),
    ]);
}

#[test]
fn a_correction_takes_the_word_out() {
    check(&[
        (
            "and it stands elsewhere",
            "Karin walked home early. Later that night it was [Helga] who opened the gate.",
            "Later that night it was {Karin} who opened the gate.",
            Ok(Changed),
        ),
        (
            "and its letters stand elsewhere in another case",
            "KARIN’S INN¶Later that night it was [Helga] who opened the gate.",
            "Later that night it was {Karin} who opened the gate.",
            Ok(Changed),
        ),
        ("but only its case", "[KARIN] walked home.", "{Karin} walked home.", Ok(Folded)),
    ]);
}

//! Real reports: which of the quantities that a person marked in them are found, and what else is.

use super::notation;
use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use variorum::dossier::{Hedge, Node, parse_json};
use variorum::prose::{Quantity, quantities};

/// Every length of time and every count that a reader would take for an answer to "how long" and "how many", in three
/// reports: report, number as printed, which occurrence of these words it is (from 0), meaning, noun. Dates stand apart.
/// Of "at most several hours" no value of the format says all.
const MARKED: [(&str, &str, usize, &str, &str); 35] = [
    ("intelnews", "Ten", 0, "count 10", "assailants"),
    ("intelnews", "three", 1, "count 3", "architects"),
    ("intelnews", "one staff", 0, "count 1", "member"),
    ("intelnews", "a few minutes", 0, "duration plural PT1M", ""),
    ("intelnews", "two luxury", 0, "count 2", "cars"),
    ("intelnews", "ten assailants", 0, "count 10", "assailants"),
    ("intelnews", "eight", 0, "count 8", "men"),
    ("intelnews", "at least two", 0, "count at-least 2", ""),
    ("intelnews", "nearly four hours", 0, "duration nearly PT4H", ""),
    ("intelnews", "two diplomatic", 0, "count 2", "cars"),
    ("intelnews", "Within a few hours", 0, "duration at-most several hours", ""),
    ("intelnews", "four hours", 1, "duration PT4H", ""),
    ("intelnews", "Within a week", 0, "duration at-most P1W", ""),
    ("intelnews", "at least two", 1, "count at-least 2", "assailants"),
    ("intelnews", "as many as ten", 0, "count at-most 10", "officers"),
    ("intelnews", "two plausible", 0, "count 2", "explanations"),
    ("intelnews", "two children", 0, "count 2", "children"),
    ("scmp", "200,000", 0, "count 200000", "visas"),
    ("scmp", "one unit", 0, "count 1", "unit"),
    ("scmp", "1,000", 0, "count 1000", "visas"),
    ("scmp", "a day after", 0, "duration P1D", ""),
    ("scmp", "Ten", 0, "count 10", "intruders"),
    ("scmp", "eight", 0, "count 8", "staff"),
    ("scmp", "two hours", 0, "duration PT2H", ""),
    ("scmp", "several days", 0, "duration plural P1D", ""),
    ("scmp", "two women", 0, "count 2", "women"),
    ("scmp", "seven decades", 0, "duration P70Y", ""),
    ("scmp", "at least two", 0, "count at-least 2", ""),
    ("scmp", "more than a decade", 0, "duration over P10Y", ""),
    ("wapo", "two luxury", 0, "count 2", "vehicles"),
    ("wapo", "two of", 0, "count 2", "assailants"),
    ("wapo", "two leaders", 0, "count 2", "leaders"),
    ("wapo", "More than an hour", 0, "duration over PT1H", ""),
    ("wapo", "two embassy", 0, "count 2", "cars"),
    ("wapo", "four men", 0, "count 4", "men"),
];

/// The reports, where the machine has them.
fn shared() -> Option<PathBuf> {
    let shared = env::var_os("VARIORUM_SHARED").map(PathBuf::from);
    if shared.is_none() {
        eprintln!("SKIPPED: VARIORUM_SHARED is not set");
    }
    Some(shared?.join("reports"))
}

#[test]
fn quantities_that_a_person_marked() {
    let Some(folder) = shared() else { return };
    let mut texts = HashMap::new();
    for (report, ..) in MARKED {
        texts.entry(report).or_insert_with(|| {
            let text = fs::read_to_string(folder.join(report).with_extension("txt")).unwrap();
            let mut found = quantities(&text, "en");
            found.retain(|quantity| !notation::meaning(&quantity.meaning).starts_with("date"));
            (text, found)
        });
    }
    let all: usize = texts.values().map(|(_, found)| found.len()).sum();
    let (mut found, mut right, mut hedges, mut hedges_right, mut nouns, mut missed) = (0, 0, 0, 0, 0, Vec::new());
    for (report, words, nth, meaning, noun) in MARKED {
        let (text, quantities) = &texts[report];
        let (start, _) = text.match_indices(words).nth(nth).expect(words);
        let is_hedged = meaning.split(' ').count() > 2;
        hedges += usize::from(is_hedged);
        let here = |quantity: &&Quantity| quantity.span.contains(&start);
        let Some(quantity) = quantities.iter().find(here) else {
            missed.push((report, words));
            continue;
        };
        let is_right = notation::meaning(&quantity.meaning) == meaning;
        found += 1;
        right += usize::from(is_right);
        hedges_right += usize::from(is_hedged && is_right && quantity.meaning.hedge() != Hedge::Exact);
        let read = quantity.noun.clone().map_or("", |noun| &text[noun]);
        nouns += usize::from(!noun.is_empty() && read == noun);
        if !is_right || read != noun {
            missed.push((report, words));
        }
    }
    let others = all - found;
    eprintln!(
        "found {found}, right {right}, hedges {hedges_right} of {hedges}, nouns {nouns}, others {others}: {missed:?}"
    );
    assert!(found >= 34 && right >= 34, "found {found}, right {right}: {missed:?}");
    assert!(hedges == 11 && hedges_right >= 10, "hedges {hedges_right} of {hedges}: {missed:?}");
    assert!(nouns >= 21, "nouns {nouns}: {missed:?}");
    assert!(others <= 3, "{others} others");
}

/// What the editor's notes give as the value of a point is the one figure of its kind in the first quote.
#[test]
fn the_editors_notes() {
    let Some(folder) = shared() else { return };
    let notes = parse_json(&fs::read_to_string(folder.join("points.json")).unwrap()).unwrap();
    let mut checked = 0;
    for point in notes.items() {
        let kind = point.str("kind").unwrap();
        if !matches!(kind, "duration" | "count" | "date") {
            continue;
        }
        for (report, _, note) in point.get("reports").unwrap().fields() {
            let Some(value) = note.get("value") else { continue };
            let quote = note.get("quotes").unwrap().items()[0].str("exact").unwrap();
            let figures: Vec<_> = quantities(quote, "en").iter().map(|it| notation::meaning(&it.meaning)).collect();
            let figures: Vec<_> = figures.into_iter().filter(|figure| figure.starts_with(kind)).collect();
            assert_eq!(figures, [format!("{kind} {}", noted(value, note))], "{report}: {quote}");
            checked += 1;
        }
    }
    assert_eq!(checked, 7);
}

fn noted(value: &Node, note: &Node) -> String {
    let hedges = note.get("hedge").and_then(|hedge| hedge.get("words")).map_or(&[][..], Node::items);
    let hedge = hedges.iter().filter_map(Node::as_str).find(|word| *word == "nearly").map_or("", |_| "nearly ");
    match (value.as_str(), value.as_number()) {
        (Some(text), _) => format!("{hedge}{text}"),
        (_, Some(number)) => format!("{hedge}{number}"),
        _ => format!("{}..{}", value.str("min").unwrap(), value.str("max").unwrap()),
    }
}

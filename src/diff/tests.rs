use super::*;
use crate::compare::compare;
use crate::dossier::{Strictness, parse_toml};
use crate::view::messages::embedded;

const STORY: &str = r#"
variorum = "1.0"
id = "ferry"
lang = "en"
title = "The grounding of the Aldersea"
status = "published"
publisher = { name = "Ledger" }
modified = 2026-05-05T09:20:00Z

[[sources]]
id = "beacon"
url = "https://beacon.example/"
name = "The Beacon"
kind = "news"
published = 2026-05-02

[[sources]]
id = "wire"
url = "https://wire.example/"
name = "Coastwire"
kind = "wire"

[[sources]]
id = "tide"
url = "https://tide.example/"
name = "The Tide"
kind = "news"
derives = [{ from = "wire", how = "rewrites" }]

[[claims]]
id = "long"
question = "How long were passengers kept aboard?"
type = "duration"
anchors = [{ exact = "kept aboard for hours" }]
readings = [
  { source = "beacon", value = { is = "PT4H", words = "four hours" }, quotes = [{ exact = "aboard for four hours" }] },
  { source = "wire", value = { is = "PT2H", words = "two hours" }, quotes = [{ exact = "left after two hours" }] },
  { source = "tide", mode = "silent" },
]

[[claims]]
id = "who"
question = "Was anyone hurt?"
type = "yesno"
readings = [{ source = "beacon", value = { is = "no" }, quotes = [{ exact = "Nobody was hurt" }] }]
"#;

fn read(toml: &str) -> Dossier {
    let (dossier, faults) = Dossier::read(&parse_toml(toml).expect(toml), Strictness::Authoring);
    assert_eq!(faults, [], "{toml}");
    dossier.expect("a dossier")
}

/// What the story's edition with other words says is otherwise; each edit is what stood there and what stands there now.
fn check(edits: &[(&str, &str)], expected: &[&str]) {
    let mut edited = STORY.to_owned();
    for (was, is) in edits {
        assert_eq!(edited.matches(was).count(), 1, "{was}");
        edited = edited.replace(was, is);
    }
    let (old, new, messages) = (read(STORY), read(&edited), embedded("en"));
    let [before, now] =
        [&old, &new].map(|dossier| -> Vec<_> { dossier.claims.iter().map(|claim| compare(dossier, claim)).collect() });
    let found = diff(&Context::new(&old, &before, &messages), &Context::new(&new, &now, &messages));
    let told: Vec<_> = found
        .iter()
        .map(|Difference { claim, sentence }| match claim {
            Some(claim) => format!("{claim}: {sentence}"),
            None => sentence.clone(),
        })
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn nothing() {
    check(&[], &[]);
    // Not for readers.
    check(&[("2026-05-05T09:20:00Z", "2026-05-06T09:20:00Z")], &[]);
}

#[test]
fn answers() {
    check(
        &[(r#""PT4H", words = "four hours""#, r#""PT4H", hedge = "nearly", words = "nearly four hours""#)],
        &["long: We first gave the answer of The Beacon as “4 hours”; it is “nearly 4 hours”."],
    );
    check(
        &[(
            r#"{ source = "tide", mode = "silent" }"#,
            r#"{ source = "tide", value = { is = "PT2H" }, quotes = [{ exact = "for two hours" }] }"#,
        )],
        &[
            "long: We first wrote that The Tide does not say; it says “2 hours”.",
            "long: A quote of The Tide was added: “for two hours”.",
        ],
    );
    check(
        &[(
            r#"{ source = "wire", value = { is = "PT2H", words = "two hours" }, quotes = [{ exact = "left after two hours" }] }"#,
            r#"{ source = "wire", mode = "silent" }"#,
        )],
        &[
            "long: We first gave the answer of Coastwire as “2 hours”; it does not say.",
            "long: The quote of Coastwire “left after two hours” was removed.",
            "long: We first wrote “Reports contradict each other”; it is “Only one report says so”.",
            "long: We first counted 2 known origins; now we count 1 known origin.",
        ],
    );
    check(&[(r#"  { source = "tide", mode = "silent" },"#, "")], &["long: The Tide, which does not say, was removed."]);
}

#[test]
fn voices_and_quotes() {
    check(
        &[(
            r#"{ source = "beacon", value = { is = "PT4H""#,
            r#"{ source = "beacon", mode = "attributes", attributedTo = { name = "the crew", kind = "unnamed" }, value = { is = "PT4H""#,
        )],
        &[
            "long: Of the answer of The Beacon we first wrote “In its own voice”; it is “Said by the crew”.",
            "long: We first counted 2 known origins; now we count 1 known origin.",
        ],
    );
    check(
        &[("left after two hours", "left the ship after two hours")],
        &["long: We first quoted Coastwire as “left after two hours”; its words are “left the ship after two hours”."],
    );
}

#[test]
fn claims_and_sources() {
    check(
        &[("Was anyone hurt?", "Was anybody hurt?")],
        &["who: The question was “Was anyone hurt?”; it is “Was anybody hurt?”"],
    );
    check(
        &[("id = \"who\"", "id = \"hurt\"")],
        &["hurt: Added: “Was anyone hurt?”", "who: Removed: “Was anyone hurt?”"],
    );
    check(&[("type = \"yesno\"", "type = \"yesno\"\nstatus = \"withdrawn\"")], &["who: This point was withdrawn."]);
    check(
        &[("kept aboard for hours", "stayed aboard")],
        &["long: It was marked at “kept aboard for hours”; it is marked at “stayed aboard”."],
    );
    check(
        &[("2026-05-02", "2026-05-03"), ("\"The Tide\"", "\"The Daily Tide\""), ("\"rewrites\"", "\"cites\"")],
        &[
            "We first gave the date of The Beacon as 2 May 2026; it is 3 May 2026.",
            "We first wrote The Tide; the name is The Daily Tide.",
            "We first wrote that The Daily Tide draws on Coastwire; it draws on nobody.",
        ],
    );
    check(&[("status = \"published\"", "status = \"withdrawn\"")], &["The comparison was withdrawn."]);
}

#[test]
fn lists_of_names() {
    let check = |names: &[&str], expected: &str| assert_eq!(list(names), expected);
    check(&[], "nobody");
    check(&["A"], "A");
    check(&["A", "B"], "A and B");
    check(&["A", "B", "C"], "A, B and C");
}

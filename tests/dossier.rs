//! The dossier's reader: what it lets pass, what it faults and where, and that the schema judges alike.
//!
//! The tables stand in `tests/dossier/`: good dossiers, and edits of `good/every-type.json`, each of which breaks
//! one thing.

#[path = "dossier/tables.rs"]
mod tables;

use std::sync::OnceLock;

use proptest::prelude::*;
use serde_json::Value as Json;
use tables::{Edit, Lenient, base, edit_at, edits, good, named_good};
use variorum::dossier::*;

fn read(dossier: &Json, strictness: Strictness) -> (Option<Dossier>, Vec<Fault>) {
    let text = serde_json::to_string_pretty(dossier).unwrap();
    Dossier::read(&parse_json(&text).unwrap(), strictness)
}

fn schema() -> &'static jsonschema::Validator {
    static SCHEMA_: OnceLock<jsonschema::Validator> = OnceLock::new();
    SCHEMA_.get_or_init(|| {
        let schema: Json = serde_json::from_str(SCHEMA).unwrap();
        let linear = jsonschema::PatternOptions::regex();
        jsonschema::options().with_pattern_options(linear).build(&schema).unwrap()
    })
}

/// The deepest object of a dossier on the way along a path such as `claims[0].readings[1].value.is`.
fn deepest_object(dossier: &Json, path: &str) -> String {
    let pointer = path.replace(['.', '['], "/").replace(']', "");
    let (mut at, mut steps, mut deepest) = (dossier, String::new(), String::new());
    for step in pointer.split('/').filter(|step| !step.is_empty()) {
        let Some(next) = at.get(step).or_else(|| at.get(step.parse::<usize>().ok()?)) else { break };
        steps = format!("{steps}/{step}");
        at = next;
        if at.is_object() {
            deepest.clone_from(&steps);
        }
    }
    deepest
}

/// The deepest objects at which the schema finds something wrong.
fn by_schema(dossier: &Json) -> Vec<String> {
    let mut places: Vec<String> = schema()
        .iter_errors(dossier)
        .map(|error| deepest_object(dossier, &error.instance_path().as_str().replacen('/', "", 1).replace('/', ".")))
        .collect();
    places.dedup();
    places
}

fn paths(faults: &[Fault]) -> Vec<&str> {
    faults.iter().map(|fault| &*fault.place().path).collect()
}

#[test]
fn good_ones_pass() {
    for (name, node, json) in good() {
        let strictness = if name.ends_with("printed.toml") { Strictness::Authoring } else { Strictness::Strict };
        for strictness in [strictness, Strictness::Authoring] {
            let (dossier, faults) = Dossier::read(&node, strictness);
            assert_eq!(paths(&faults), [""; 0], "{name}: {faults:#?}");
            assert!(dossier.is_some(), "{name}");
        }
        if let Some(json) = json {
            assert_eq!(by_schema(&json), [""; 0], "{name}");
            let (dossier, faults) = read(&json, Strictness::Lenient);
            assert!(dossier.is_some() && faults.is_empty(), "{name}: {faults:#?}");
        }
    }
}

#[test]
fn schema_and_reader_find_the_same_broken() {
    let mutants = edits("mutants");
    assert!(mutants.len() >= 60, "{}", mutants.len());
    let mut apart = Vec::new();
    for Edit { edited, fault, what, .. } in mutants {
        let (_, faults) = read(&edited, Strictness::Strict);
        let (by_reader, by_schema) = (paths(&faults), by_schema(&edited));
        if by_reader != [&*fault] || by_schema != [deepest_object(&edited, &fault)] {
            apart.push(format!("{what}\n  reader: {by_reader:?}, schema: {by_schema:?}"));
        }
    }
    assert!(apart.is_empty(), "{}", apart.join("\n"));
}

#[test]
fn reader_alone_finds_what_no_schema_can_say() {
    let mut apart = Vec::new();
    for Edit { edited, fault, what, .. } in edits("beyond-schema") {
        let by_schema = by_schema(&edited);
        for strictness in [Strictness::Strict, Strictness::Lenient] {
            let (_, faults) = read(&edited, strictness);
            if paths(&faults) != [&*fault] || !by_schema.is_empty() {
                apart.push(format!("{what}\n  reader: {:?}, schema: {by_schema:?}", paths(&faults)));
            }
        }
    }
    assert!(apart.is_empty(), "{}", apart.join("\n"));
}

#[test]
fn lenient_leaves_out_what_is_broken() {
    let all = read(&base(), Strictness::Lenient).0.unwrap();
    for Edit { edited, what, lenient, .. } in edits("lenient") {
        let (dossier, faults) = read(&edited, Strictness::Lenient);
        let reasons: Vec<(&str, bool)> = faults.iter().map(|fault| (fault.reason().name(), fault.is_fatal())).collect();
        let left = |dossier: &Dossier| {
            let kept: Vec<String> = dossier.claims.iter().map(|claim| claim.id.clone()).collect();
            all.claims.iter().map(|claim| claim.id.clone()).filter(|id| !kept.contains(id)).collect::<Vec<_>>()
        };
        match lenient {
            Lenient::Ignored => {
                assert_eq!(reasons, [], "{what}: {faults:#?}");
                assert_eq!(dossier.as_ref(), Some(&all), "{what}");
            }
            Lenient::LeavesOut(ids) => {
                assert_eq!(reasons, vec![("broken", false); ids.len()], "{what}: {faults:#?}");
                assert_eq!(dossier.map(|dossier| left(&dossier)), Some(ids), "{what}");
            }
            Lenient::Fatal(reason) => {
                assert_eq!(reasons, [(&*reason, true)], "{what}: {faults:#?}");
                assert_eq!(dossier, None, "{what}");
            }
        }
    }
}

/// What a page does not use, nothing of it may hang on.
#[test]
fn lenient_knows_no_files() {
    let (dossier, _) = read(&base(), Strictness::Lenient);
    assert!(dossier.unwrap().sources.iter().all(|source| source.file.is_none()));
}

#[test]
fn changes_follow_the_claims_that_are_left() {
    let mut json = base();
    json["claims"][1]["type"] = "colour".into();
    let (dossier, faults) = read(&json, Strictness::Lenient);
    assert_eq!(paths(&faults), ["claims[1].type"]);
    let dossier = dossier.unwrap();
    let cause = dossier.claims.iter().position(|claim| claim.id == "cause").unwrap();
    let named: Vec<&[usize]> = dossier.changes.iter().map(|change| &*change.claims).collect();
    assert_eq!(named, [&[][..], &[cause]]);
    // One that names nothing else goes with its claim.
    json["changes"][1]["claims"] = serde_json::json!(["people"]);
    assert_eq!(read(&json, Strictness::Lenient).0.unwrap().changes.len(), 1);
}

#[test]
fn every_fault_is_found_at_once() {
    let mut json = base();
    json["id"] = "Not a slug".into();
    json["sources"][0]["colour"] = "red".into();
    json["claims"][0]["readings"][0]["value"]["hedge"] = "nearli".into();
    json["claims"][7]["readings"][0]["quotes"][0]["exact"] = "".into();
    json["changes"][1]["kind"] = 7.into();
    let (dossier, faults) = read(&json, Strictness::Strict);
    assert_eq!(dossier, None);
    let found: Vec<(&str, bool)> = faults.iter().map(|fault| (&*fault.place().path, fault.is_fatal())).collect();
    // In the order in which they stand: the pretty printer sorts names.
    assert_eq!(
        found,
        [
            ("changes[1].kind", true),
            ("claims[0].readings[0].value.hedge", false),
            ("claims[7].readings[0].quotes[0].exact", false),
            ("id", true),
            ("sources[0].colour", false),
        ]
    );
    let messages: Vec<&str> = faults.iter().map(Fault::message).collect();
    assert!(messages[1].ends_with("Did you mean `nearly`?"), "{}", messages[1]);
    assert_eq!(messages[4], "No field here is called `colour`.");
}

/// Toml, json, and the same json written as toml by another program: one dossier.
#[test]
fn one_dossier_in_both_notations() {
    let strict = |node: &Node| Dossier::read(node, Strictness::Strict).0.unwrap();
    let (json, toml) = (named_good("every-type.json"), named_good("every-type.toml"));
    assert_eq!(strict(&json), strict(&toml));
    for (name, node, json) in good() {
        let Some(json) = json else { continue };
        let rewritten = parse_toml(&toml::to_string(&json).unwrap()).unwrap();
        assert_eq!(strict(&node), strict(&rewritten), "{name}");
    }
}

#[test]
fn printed_words_are_for_authors() {
    let node = named_good("printed.toml");
    let (dossier, _) = Dossier::read(&node, Strictness::Authoring);
    let reading = &dossier.unwrap().claims[0].readings[0];
    let printed = |answer: &Answer| answer.value.clone();
    assert_eq!(printed(reading.answer.as_ref().unwrap()), Value::Printed("nearly four hours".to_owned()));
    assert_eq!(printed(&reading.was[0].answer), Value::Printed("five hours".to_owned()));
    for strictness in [Strictness::Strict, Strictness::Lenient] {
        let (dossier, faults) = Dossier::read(&node, strictness);
        assert_eq!(paths(&faults), ["claims[0].readings[0].value", "claims[0].readings[0].was[0].value"]);
        assert_eq!(dossier.unwrap().claims, []);
    }
}

#[test]
fn limits() {
    let filled = |list: &str, count: usize| {
        let mut json = base();
        let (pointer, id) = match list {
            "readings" => ("/claims/4/readings", "source"),
            _ => (if list == "claims" { "/claims" } else { "/sources" }, "id"),
        };
        let items = json.pointer_mut(pointer).unwrap().as_array_mut().unwrap();
        for n in items.len()..count {
            let mut item = items[0].clone();
            // Readings of one source differ by whom it credits.
            item[id] = if list == "readings" { "beacon".into() } else { format!("more-{n}").into() };
            item["attributedTo"] = serde_json::json!({"name": format!("witness {n}"), "kind": "unnamed"});
            if list != "readings" {
                item.as_object_mut().unwrap().remove("attributedTo");
            }
            items.push(item);
        }
        json
    };
    for (list, most, fault, is_fatal) in [
        ("sources", 40, "sources", true),
        ("claims", 60, "claims", true),
        ("readings", 40, "claims[4].readings", false),
    ] {
        let (_, faults) = read(&filled(list, most), Strictness::Lenient);
        assert_eq!(paths(&faults), [""; 0], "{list}");
        let (_, faults) = read(&filled(list, most + 1), Strictness::Lenient);
        let found: Vec<_> = faults.iter().map(|f| (&*f.place().path, f.reason(), f.is_fatal())).collect();
        assert_eq!(found, [(fault, Reason::Broken, is_fatal)], "{list}");
    }
}

/// Every string pattern of the schema and its twin in the reader, on strings near the edge of both.
#[test]
fn patterns_judge_alike() {
    let mut apart = Vec::new();
    for (at, strings) in tables::strings() {
        for string in strings {
            let mut json = base();
            edit_at(&mut json, &at, Some(string.clone().into()));
            let by_schema = schema().is_valid(&json);
            let (_, faults) = read(&json, Strictness::Strict);
            // Whether an id names anything is beyond the schema.
            let by_reader = faults.iter().all(|fault| fault.message().starts_with("Nothing here has"));
            if by_reader != by_schema {
                apart.push(format!("{at} = {string:?}: reader {by_reader}, schema {by_schema}"));
            }
        }
    }
    assert!(apart.is_empty(), "{}", apart.join("\n"));
}

/// Three sources a, b, c: what each was made from, and what its reading of the one claim rests on (`-`: no reading,
/// `?`: not stated, `unknown`).
#[test]
fn circles() {
    let check = |derives: [&str; 3], from: [&str; 3], expected: &[&str]| {
        let ids = ["a", "b", "c"];
        let split = |list: &str| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let source = |(id, from): (&str, &str)| {
            let (how, from) = from.split_once(':').unwrap_or(("rewrites", from));
            let steps = split(from).into_iter().map(|from| serde_json::json!({"from": from, "how": how}));
            serde_json::json!({"id": id, "name": id, "kind": "news", "url": "/", "derives": steps.collect::<Vec<_>>()})
        };
        let reading = |(id, from): (&str, &str)| {
            let mut reading = serde_json::json!({"source": id, "value": {"is": "yes"}, "quotes": [{"exact": "yes"}]});
            match from {
                "-" => return None,
                "?" => {}
                "unknown" => reading["from"] = "unknown".into(),
                from => reading["from"] = split(from).into(),
            }
            Some(reading)
        };
        let mut json = base();
        json["changes"] = Json::Array(Vec::new());
        json["sources"] = ids.into_iter().zip(derives).map(source).collect();
        json["claims"] = serde_json::json!([{"id": "c", "question": "So?", "type": "yesno"}]);
        json["claims"][0]["readings"] = ids.into_iter().zip(from).filter_map(reading).collect();
        for strictness in [Strictness::Strict, Strictness::Lenient] {
            let (dossier, faults) = read(&json, strictness);
            assert_eq!(paths(&faults), expected, "{derives:?} {from:?}");
            let is_fatal = expected.iter().any(|path| path.starts_with("sources"));
            assert_eq!(dossier.is_none(), is_fatal, "{derives:?} {from:?}");
        }
    };
    let own = ["?", "?", "?"];
    let claimed = |n: usize| ["claims[0].readings[0].from", "claims[0].readings[1].from"][n];
    check(["", "", ""], own, &[]);
    check(["b", "c", ""], own, &[]);
    check(["b c", "c", ""], own, &[]);
    check(["b", "a", ""], own, &["sources[0].derives", "sources[1].derives"]);
    check(["a", "", ""], own, &["sources[0].derives"]);
    check(["cites:b", "cites:a", ""], own, &[]);
    check(["b", "cites:a", ""], own, &[]);
    check(["", "", ""], ["b", "c", "?"], &[]);
    check(["", "", ""], ["b", "a", "?"], &[claimed(0), claimed(1)]);
    check(["", "", ""], ["a", "?", "?"], &[claimed(0)]);
    // What a reading says goes before what its source was made from.
    check(["b", "", ""], ["?", "a", "?"], &[claimed(1)]);
    check(["b", "", ""], ["c", "a", "?"], &[]);
    check(["b", "", ""], ["", "a", "?"], &[]);
    check(["b", "", ""], ["unknown", "a", "?"], &[]);
    // A source without a reading passes on what it was made from.
    check(["b", "c", ""], ["?", "-", "a"], &["claims[0].readings[1].from"]);
}

#[test]
fn two_readings_of_one_source_differ_by_voice() {
    let check = |first: Json, second: Json, expected: &[&str]| {
        let mut json = base();
        let readings = json["claims"][5]["readings"].as_array_mut().unwrap();
        for (at, voice) in [first, second].into_iter().enumerate() {
            readings[at]["source"] = "beacon".into();
            readings[at]["mode"] = if voice.is_null() { "states" } else { "attributes" }.into();
            match voice {
                Json::Null => drop(readings[at].as_object_mut().unwrap().remove("attributedTo")),
                voice => readings[at]["attributedTo"] = voice,
            }
        }
        let (dossier, faults) = read(&json, Strictness::Strict);
        assert_eq!(paths(&faults), expected);
        // It is for the editor to mend; readers are shown both.
        assert_eq!(dossier.unwrap().claims.len(), 8);
        assert_eq!(paths(&read(&json, Strictness::Lenient).1), [""; 0]);
    };
    let voice = |name: &str| serde_json::json!({"name": name, "kind": "unnamed"});
    let twice = ["claims[5].readings[1].source"];
    check(Json::Null, voice("a"), &[]);
    check(voice("a"), voice("b"), &[]);
    check(Json::Null, Json::Null, &twice);
    check(voice("a"), voice("a"), &twice);
    check(voice("a"), serde_json::json!([voice("a")]), &twice);
    check(voice("a"), serde_json::json!([voice("a"), voice("b")]), &[]);
}

#[test]
fn a_name_stands_once() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dossier/good/least.json")).unwrap();
    let twice = text.replacen("\"mode\": \"silent\"", "\"mode\": \"states\", \"mode\": \"silent\"", 1);
    let (dossier, faults) = Dossier::read(&parse_json(&twice).unwrap(), Strictness::Strict);
    assert_eq!(paths(&faults), ["claims[0].readings[0].mode"]);
    assert_eq!(line_column(&twice, faults[0].place().span.start as usize).0, 10);
    // A browser has forgotten the first; here the last counts as well.
    assert_eq!(dossier.unwrap().claims[0].readings[0].mode, Mode::Silent);
    assert_eq!(paths(&Dossier::read(&parse_json(&twice).unwrap(), Strictness::Lenient).1), [""; 0]);
}

/// A name in data is the name of what it becomes.
#[test]
fn names_become_variants() {
    let check = |at: &str, names: &[&str], name_in: fn(&Dossier) -> &'static str| {
        for name in names {
            let mut json = base();
            edit_at(&mut json, at, Some((*name).into()));
            let (dossier, faults) = read(&json, Strictness::Strict);
            assert_eq!(dossier.as_ref().map(name_in), Some(*name), "{at}: {faults:#?}");
        }
    };
    fn hedge(dossier: &Dossier, claim: usize) -> &'static str {
        let answer = dossier.claims[claim].readings[0].answer.as_ref();
        match &answer.unwrap().value {
            Value::Duration(Bounds::Is(_, hedge)) => hedge.name(),
            Value::Date(Bounds::Is(_, hedge)) => hedge.name(),
            value => panic!("{value:?}"),
        }
    }
    const NUMBERS: &[&str] = &["nearly", "over", "at-least", "at-most", "plural", "under", "exact", "about"];
    check("/claims/0/readings/0/value/hedge", NUMBERS, |dossier| hedge(dossier, 0));
    check("/claims/3/readings/0/value/hedge", &["exact", "about", "before", "after"], |dossier| hedge(dossier, 3));
    check("/sources/0/kind", &["news", "wire", "court", "comments", "dataset", "other"], |dossier| {
        dossier.sources[0].kind.name()
    });
    check("/sources/0/status", &["live", "retracted", "unavailable"], |dossier| dossier.sources[0].state.name());
    check("/claims/7/relation/is", &["single", "agree", "nuance", "differ", "contradict"], |dossier| {
        dossier.claims[7].relation.as_ref().unwrap().is.name()
    });
    check("/changes/1/kind", &["published", "correction", "withdrawal"], |dossier| dossier.changes[1].kind.name());
}

#[test]
fn keys_of_names() {
    let check = |name: &str, expected: &str| assert_eq!(slug(name), expected, "{name:?}");
    check("Kim Hyok-chol", "kim-hyok-chol");
    check("Kim Hyok Chol", "kim-hyok-chol");
    check("  O’Neil & Sons, Ltd. ", "o-neil-sons-ltd");
    check("O'Neil", "o-neil");
    check("김혁철", "김혁철");
    check("ジャン・クロード", "ジャン-クロード");
    check("Émile «Zola»", "Émile-zola");
    check("9/11", "9-11");
    check("?!", "?!");
}

/// A position for every edit: somewhere in a good dossier.
fn pointers(json: &Json, here: &str, into: &mut Vec<String>) {
    into.push(here.to_owned());
    match json {
        Json::Object(fields) => fields.iter().for_each(|(name, json)| {
            pointers(json, &format!("{here}/{name}"), into);
        }),
        Json::Array(items) => {
            items.iter().enumerate().for_each(|(n, json)| pointers(json, &format!("{here}/{n}"), into))
        }
        _ => {}
    }
}

fn any_node() -> impl Strategy<Value = Node> {
    let names = prop::sample::select(tables::NAMES);
    let leaf = prop_oneof![
        Just(NodeKind::Null),
        any::<bool>().prop_map(NodeKind::Bool),
        any::<f64>().prop_map(NodeKind::Number),
        names.clone().prop_map(|name| NodeKind::String(name.to_owned())),
        "\\PC{0,12}".prop_map(NodeKind::String),
    ];
    let node = |kind| Node { kind, span: Span::default() };
    leaf.prop_map(node).prop_recursive(8, 200, 12, move |inner| {
        let field = (names.clone(), inner.clone()).prop_map(|(name, node)| (name.to_owned(), Span::default(), node));
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(NodeKind::Array),
            prop::collection::vec(field, 0..24).prop_map(NodeKind::Object),
        ]
        .prop_map(node)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_tree_makes_it_panic(node in any_node()) {
        for strictness in [Strictness::Strict, Strictness::Lenient, Strictness::Authoring] {
            let (dossier, faults) = Dossier::read(&node, strictness);
            prop_assert!(dossier.is_some() || faults.iter().any(Fault::is_fatal));
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "[\\[\\]{}\"':,.=#a-z0-9\\\\ \n-]{0,60}") {
        let json = parse_json(&text);
        // (Numbers beyond all bounds are the reader's to refuse.)
        prop_assert!(text.contains('e') || json.is_ok() == serde_json::from_str::<Json>(&text).is_ok());
        for node in [json, parse_toml(&text)].into_iter().flatten() {
            Dossier::read(&node, Strictness::Authoring);
        }
    }

    /// Put a part of a dossier in place of another, or take it out: what the schema refuses, the reader refuses.
    #[test]
    fn reader_is_no_milder_than_schema(from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(), out: bool) {
        let mut json = base();
        let mut all = Vec::new();
        pointers(&json, "", &mut all);
        let (from, to) = (&all[from.index(all.len())], &all[to.index(all.len())]);
        let part = json.pointer(from).unwrap().clone();
        if !to.is_empty() {
            edit_at(&mut json, to, (!out).then_some(part));
        }
        let text = serde_json::to_string(&json).unwrap();
        // Deep parts put deeper are for the parser to refuse.
        if let Ok(node) = parse_json(&text) {
            let (_, faults) = Dossier::read(&node, Strictness::Strict);
            prop_assert!(!faults.is_empty() || schema().is_valid(&json), "{from} to {to}");
        }
    }
}

/// What `docs/dossier.md` shows can be used as it stands.
#[test]
fn documented_example() {
    let docs = include_str!("../docs/dossier.md");
    let (_, rest) = docs.split_once("```toml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let (dossier, faults) = Dossier::read(&parse_toml(example).unwrap(), Strictness::Strict);
    assert_eq!(paths(&faults), [""; 0], "{faults:#?}");
    assert_eq!(dossier.unwrap().claims[0].readings.len(), 2);
}

/// The example that the format was drafted with: valid then, valid now, and no fault in it.
#[test]
fn drafted_example() {
    let Ok(shared) = std::env::var("VARIORUM_SHARED") else {
        eprintln!("SKIPPED: VARIORUM_SHARED is not set");
        return;
    };
    let file = |name: &str| std::fs::read_to_string(format!("{shared}/dossier/{name}")).unwrap();
    let text = file("dossier.example.json");
    let json: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(by_schema(&json), [""; 0]);
    for node in [parse_json(&text).unwrap(), parse_toml(&file("dossier.toml")).unwrap()] {
        let (dossier, faults) = Dossier::read(&node, Strictness::Strict);
        assert_eq!(paths(&faults), [""; 0]);
        assert!(dossier.is_some());
    }
}

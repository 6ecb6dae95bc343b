//! Annotations that know nothing of dossiers.

use super::support::{Story, plain};
use proptest::prelude::*;
use serde_json::{Value, json};
use variorum::dossier::{Dossier, Strictness};
use variorum::export::import::{Imported, import, read};

const NOW: &str = "2026-05-01T10:00:00Z";

/// The draft made of one file, its points as one line each, and what was left out of it.
fn check(file: Value, points: &[&str], left_out: &[&str]) -> Value {
    let Imported { node, is_draft, left_out: told } =
        import(&[read(&file.to_string()).unwrap()], "ferry", NOW).unwrap();
    assert!(is_draft);
    let draft = Story::new("draft", node);
    let line = |claim: &variorum::dossier::Claim| {
        let reading = |it: &variorum::dossier::Reading| {
            let quotes: Vec<_> = it.quotes.iter().map(|quote| quote.selector.exact.as_str()).collect();
            let note = it.note.as_ref().map(|note| format!(" ({})", note.0[0].1)).unwrap_or_default();
            format!("{}: {}{note}", draft.dossier.sources[it.source].id, quotes.join(" | "))
        };
        let readings: Vec<_> = claim.readings.iter().map(reading).collect();
        format!("{} {:?} {}", claim.id, claim.question.0[0].1, readings.join("; "))
    };
    assert_eq!(draft.dossier.claims.iter().map(line).collect::<Vec<_>>(), points);
    assert_eq!(told.iter().map(|it| it.why.as_str()).collect::<Vec<_>>(), left_out);
    plain(&draft.node)
}

fn annotation(source: &str, exact: &str, tag: &str) -> Value {
    json!({
        "type": "Annotation",
        "body": [{ "type": "TextualBody", "purpose": "tagging", "value": tag }],
        "target": { "source": source, "selector": { "type": "TextQuoteSelector", "exact": exact } }
    })
}

#[test]
fn one_annotation() {
    let draft = check(
        json!({
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "Annotation",
            "bodyValue": "Compare\nthis.",
            "target": {
                "source": { "id": "https://www.beacon.example/ferry" },
                "selector": [
                    { "type": "TextPositionSelector", "start": 4, "end": 9 },
                    { "type": "RangeSelector", "refinedBy":
                        { "type": "TextQuoteSelector", "exact": "four hours", "prefix": "about ", "suffix": "" } }
                ]
            }
        }),
        &["point \"…\" beacon-example: four hours (Compare this.)"],
        &[],
    );
    assert_eq!(draft["status"], "draft");
    assert_eq!(draft["modified"], NOW);
    assert_eq!(
        draft["sources"],
        json!([{ "id": "beacon-example", "name": "beacon.example", "kind": "other", "url": "https://www.beacon.example/ferry" }])
    );
    assert_eq!(draft["claims"][0]["readings"][0]["quotes"], json!([{ "exact": "four hours", "prefix": "about " }]));
}

#[test]
fn results_of_hypothesis() {
    let row = |uri: &str, text: &str, tags: &[&str], selectors: Value| {
        json!({
            "uri": uri, "text": text, "tags": tags, "user": "acct:ann@desk.example",
            "document": { "title": ["The  Beacon: ferry aground"] },
            "target": [{ "source": uri, "selector": selectors }]
        })
    };
    let quote = |exact: &str| json!([{ "type": "RangeSelector" }, { "type": "TextQuoteSelector", "exact": exact }]);
    let draft = check(
        json!({ "total": 5, "rows": [
            row("https://beacon.example/a", "", &["How long?", "ferry"], quote("for four hours")),
            row("https://beacon.example/b", "They say two.", &["How long?"], quote("after two hours")),
            row("https://beacon.example/a", "", &["How long?"], quote("nearly four")),
            row("urn:x-pdf:0a1b", "", &["Who?"], quote("the mate")),
            row("https://beacon.example/a", "A note on the page.", &[], json!([])),
        ] }),
        &[
            "how-long \"How long?\" beacon-example: for four hours | nearly four; beacon-example-2: after two hours (They say two.)",
            "who \"Who?\" source: the mate",
        ],
        &["it selects no words: no TextQuoteSelector"],
    );
    assert_eq!(draft["sources"][0]["title"], "The Beacon: ferry aground");
    assert_eq!(draft["sources"][2]["note"], "Annotated as urn:x-pdf:0a1b");
}

#[test]
fn what_cannot_be_taken() {
    let long = "x".repeat(601);
    let page = |items: Vec<Value>| json!({ "type": "AnnotationPage", "items": items });
    let good = annotation("https://a.example/", "aground", "Where?");
    let several = json!({ "target": [good["target"], good["target"]] });
    check(
        page(vec![
            good.clone(),
            annotation("https://a.example/", &long, ""),
            annotation("https://a.example/", " ", ""),
            annotation("https://a.example/", "a\u{202e}b", ""),
            several,
            json!({ "type": "Annotation" }),
            json!({ "target": "https://a.example/" }),
            json!({ "target": { "selector": { "exact": "x" } } }),
        ]),
        &["where \"Where?\" a-example: aground"],
        &[
            "its quote has more than 600 characters: annotate less",
            "its quote is empty",
            "its quote has characters that show nothing: annotate the words anew",
            "it has several targets: split it",
            "it has no target",
            "it selects no words: no TextQuoteSelector",
            "its target has no source",
        ],
    );
    let five: Vec<Value> = (0..5).map(|nth| annotation("https://a.example/", &format!("w{nth}"), "x")).collect();
    check(
        page(five),
        &["x \"x\" a-example: w0 | w1 | w2 | w3"],
        &["there are four quotes of this source on this point already"],
    );
    let many: Vec<Value> = (0..42).map(|nth| annotation(&format!("https://h{nth}.example/"), "w", "x")).collect();
    let told = "a dossier has room for 40 sources, and there are more";
    let made = import(&[read(&page(many).to_string()).unwrap()], "ferry", NOW).unwrap();
    assert_eq!(made.left_out.iter().map(|it| it.why.as_str()).collect::<Vec<_>>(), [told, told]);
    Story::new("full", made.node);
}

#[test]
fn refusals() {
    let check = |files: &[Value], expected: &str| {
        let files: Vec<_> = files.iter().map(|file| read(&file.to_string()).unwrap()).collect();
        assert_eq!(import(&files, "ferry", NOW).unwrap_err().to_string(), expected);
    };
    let nothing = "no annotation of words was found: only those with a TextQuoteSelector can be taken";
    check(&[json!({})], nothing);
    check(&[json!([])], nothing);
    check(&[json!("x"), json!({ "rows": 5 })], nothing);
    let ours = json!({ "dossier": {} });
    check(&[ours, json!([])], "one of these files holds a whole dossier: import it alone");
    assert!(read(&"[".repeat(100_000)).unwrap_err().message().contains("64 levels"));
}

/// Words that are well or badly placed anywhere.
fn words() -> impl Strategy<Value = Value> {
    let words = ["four hours", "https://a.example/x", "tagging", "", "urn:x", "한글", "\u{200b}", "http://", "24!"];
    prop::sample::select(words.to_vec()).prop_map(Value::from)
}

/// What should be there, or something else.
fn mostly(right: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    let other = prop_oneof![
        words(),
        Just(json!(null)),
        Just(json!(7)),
        words().prop_map(|words| json!([words, {}])),
        words().prop_map(|words| json!({ "id": words, "exact": [words], "value": words })),
    ];
    prop_oneof![9 => right.boxed(), 1 => other.boxed()]
}

fn any_annotation() -> impl Strategy<Value = Value> {
    let selector = (mostly(words()), mostly(words()), mostly(words()))
        .prop_map(|(exact, prefix, suffix)| json!({ "exact": exact, "prefix": prefix, "suffix": suffix }));
    let refined = mostly(selector).prop_map(|inner| json!([{ "type": "RangeSelector", "refinedBy": inner }]));
    let target = (mostly(words()), mostly(refined))
        .prop_map(|(source, selector)| json!([{ "source": source, "selector": selector }]));
    let body =
        (mostly(words()), mostly(words())).prop_map(|(value, purpose)| json!({ "value": value, "purpose": purpose }));
    let document = mostly(words()).prop_map(|title| json!({ "title": title }));
    let fields = (mostly(target), mostly(body), mostly(words()), mostly(words()), mostly(document));
    fields.prop_map(|(target, body, tags, text, document)| {
        json!({ "target": target, "body": body, "tags": tags, "text": text, "document": document })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Whatever is imported, a draft has no faults.
    #[test]
    fn a_draft_is_sound(annotations in prop::collection::vec(mostly(any_annotation()), 1..80)) {
        let file = json!({ "rows": annotations }).to_string();
        if let Ok(Imported { node, .. }) = import(&[read(&file).unwrap()], "story", NOW) {
            let (_, faults) = Dossier::read(&node, Strictness::Strict);
            prop_assert_eq!(faults, []);
        }
    }
}

//! Rows and Markdown, read back by programs that know nothing of dossiers.

use super::generated::dossier;
use super::support::{Story, stories};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// As many rows as readings, as wide as their head, of which nothing is a formula.
fn rows_hold(story: &Story) {
    let text = story.csv();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows of one width");
    let readings = story.dossier.claims.iter().flat_map(|claim| claim.readings.iter().map(move |it| (claim, it)));
    assert_eq!(rows.len(), readings.clone().count(), "{}", story.name);
    // Lines inside of a cell end as they did in the dossier.
    assert_eq!(text.matches("\r\n").count(), 1 + rows.len(), "{}", story.name);
    for (row, (claim, reading)) in rows.iter().zip(readings) {
        let cell = |name| row.get(head.iter().position(|column| column == name).expect(name)).expect("a cell");
        assert_eq!(cell("claim"), claim.id);
        assert_eq!(cell("source"), story.dossier.sources[reading.source].id);
        let quotes: Vec<_> = reading.quotes.iter().map(|quote| quote.selector.exact.as_str()).collect();
        assert_eq!(cell("quotes").trim_start_matches('\''), quotes.join("\n"));
        let is_number = |cell: &str| cell.parse::<f64>().is_ok();
        let is_formula = |cell: &&str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(cell);
        assert_eq!(row.iter().find(is_formula), None, "{}", story.name);
    }
}

/// Words of readers' evidence, and no markup but ours.
fn markdown_holds(story: &Story) {
    let text = story.markdown();
    let mut words = String::new();
    for event in Parser::new_ext(&text, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(part) => words.push_str(&part),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with(['h', 'm', '/']), "{}: {dest_url}", story.name);
            }
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::List(None)
                | Tag::Item
                | Tag::Strong
                | Tag::Strikethrough,
            ) => words.push(' '),
            Event::End(_) => {}
            other => panic!("{}: {other:?} in\n{text}", story.name),
        }
    }
    let squeezed = |words: &str| words.split_whitespace().collect::<String>();
    let words = squeezed(&words);
    let seen = story.dossier.status == variorum::dossier::Status::Published;
    let compared = |claim: &&variorum::dossier::Claim| claim.state.name() == "open" && seen;
    for claim in story.dossier.claims.iter().filter(compared) {
        for quote in claim.readings.iter().flat_map(|reading| &reading.quotes) {
            assert!(words.contains(&squeezed(&quote.selector.exact)), "{:?} is not in\n{text}", quote.selector.exact);
        }
    }
}

#[test]
fn every_story() {
    for story in stories() {
        rows_hold(&story);
        markdown_holds(&story);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_dossier(json in dossier()) {
        let story = Story::of_json(&json);
        rows_hold(&story);
        markdown_holds(&story);
    }
}

/// What is in an element of a page does not end it.
#[test]
fn a_graph_in_a_page() {
    let mut json = serde_json::json!({
        "variorum": "1.0", "id": "lamps", "lang": "en", "title": "Lamps", "status": "published",
        "publisher": { "name": "</script><!--" }, "modified": "2026-01-02T12:00:00Z",
        "sources": [{ "id": "beacon", "name": "The Beacon", "kind": "news", "note": "Read on paper." }],
        "claims": [{ "id": "lit", "question": "Were they lit?", "type": "yesno", "readings": [
            { "source": "beacon", "value": { "is": "yes" }, "quotes": [{ "exact": "they were lit" }] }
        ] }]
    });
    let script = Story::of_json(&json).script();
    assert_eq!(script.matches('<').count(), 2, "{script}");
    let inside = script.split_once('>').unwrap().1.strip_suffix("</script>").unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(inside).unwrap(), Story::of_json(&json).graph());

    // Withdrawn, it says nothing of what was compared; claims that are not for readers are never in it.
    json["claims"][0]["status"] = "withdrawn".into();
    assert_eq!(Story::of_json(&json).graph()["@graph"].as_array().unwrap().len(), 2);
    json["status"] = "withdrawn".into();
    assert_eq!(Story::of_json(&json).graph()["@graph"].as_array().unwrap().len(), 1);
}

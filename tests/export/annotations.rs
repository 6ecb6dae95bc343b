//! A dossier that goes out as annotations comes back as it was.

use super::generated::dossier;
use super::support::{Story, plain, stories};
use proptest::prelude::*;
use serde_json::Value;
use variorum::dossier::{Dossier, Strictness, parse_toml};
use variorum::export::import::{Imported, import, read};
use variorum::export::toml::toml;

/// The same tree, without anything left out, and so the same dossier; in TOML, too.
fn comes_back(story: &Story) {
    let Imported { node, is_draft, left_out } = back(&story.annotations());
    assert!(!is_draft && left_out.is_empty(), "{}: {left_out:?}", story.name);
    assert_eq!(plain(&node), plain(&story.node), "{}", story.name);
    let (read, faults) = Dossier::read(&node, Strictness::Strict);
    assert_eq!((read.as_ref(), faults.as_slice()), (Some(&story.dossier), &[][..]), "{}", story.name);
    let written = toml(&node).unwrap_or_else(|| panic!("{}: a null", story.name));
    let again = parse_toml(&written).unwrap_or_else(|fault| panic!("{}: {fault:?}\n{written}", story.name));
    assert_eq!(plain(&again), plain(&story.node), "{}", story.name);
}

pub fn back(annotations: &str) -> Imported {
    import(&[read(annotations).expect("JSON")], "unused", "2026-01-01T00:00:00Z").expect("a dossier")
}

#[test]
fn every_story_comes_back() {
    stories().iter().for_each(comes_back);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_dossier_comes_back(json in dossier()) {
        comes_back(&Story::of_json(&json));
    }
}

/// Every quote and every anchor is an annotation of its own, and says in the W3C's words what it can.
#[test]
fn each_annotation() {
    for story in stories() {
        let collection: Value = serde_json::from_str(&story.annotations()).unwrap();
        let items = collection["first"]["items"].as_array().unwrap();
        let claims = &story.dossier.claims;
        let anchors: usize = claims.iter().map(|claim| claim.anchors.len()).sum();
        let of_readings = claims.iter().flat_map(|claim| &claim.readings).map(|reading| reading.quotes.len().max(1));
        assert_eq!(items.len(), anchors + of_readings.sum::<usize>(), "{}", story.name);
        assert_eq!(collection["total"], items.len(), "{}", story.name);
        let mut ids: Vec<_> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert!(ids.iter().all(|id| id.starts_with("https://")), "{}", story.name);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), items.len(), "{}: an id twice", story.name);
        let quotes = claims.iter().flat_map(|claim| &claim.readings).flat_map(|reading| &reading.quotes);
        for quote in quotes {
            let selects = |item: &&Value| item["target"]["selector"][0]["exact"] == *quote.selector.exact;
            assert!(items.iter().any(|item| selects(&item)), "{}: {}", story.name, quote.selector.exact);
        }
    }
}

/// What was changed in the annotations is changed in the dossier; what does not belong is left out, and said.
#[test]
fn changed_annotations() {
    let story = &stories()[0];
    let mut collection: Value = serde_json::from_str(&story.annotations()).unwrap();
    let items = collection["first"]["items"].as_array_mut().unwrap();
    items[1]["target"]["selector"][0]["prefix"] = "the staff ".into();
    items[2]["body"][0]["source"] = "https://elsewhere.example/#variorum-madrid.nothing".into();
    let Imported { node, left_out, .. } = back(&collection.to_string());
    let (dossier, _) = Dossier::read(&node, Strictness::Strict);
    let reading = &dossier.unwrap().claims[0].readings[0];
    assert_eq!(reading.quotes[0].selector.prefix, "the staff ");
    assert_eq!(reading.quotes.len(), story.dossier.claims[0].readings[0].quotes.len() - 1);
    let told: Vec<_> = left_out.iter().map(|it| (it.file, it.why.as_str())).collect();
    assert_eq!(told, [(0, "it names no claim of this dossier")]);
}

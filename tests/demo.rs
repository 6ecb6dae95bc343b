//! The demo's two stories: that their dossiers are whole, compare as an editor would, and quote what is there.
#![cfg(feature = "editor")]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use variorum::anchor::{Kind, Wanted, locate};
use variorum::compare::compare;
use variorum::dossier::{Anchor, Dossier, File, Selector, Strictness, Value, parse_json, parse_toml};
use variorum::text::{Index, Native, Range, breaks_words};

/// A claim's id, its relation, how many origins are known, how many readings rest on ones that are not stated.
type Expected = (&'static str, &'static str, usize, usize);

const MADRID: [Expected; 12] = [
    ("hostage-duration", "contradict", 1, 1),
    ("attacker-count", "agree", 0, 2),
    ("who-called-police", "differ", 0, 2),
    ("embassy-soil", "contradict", 1, 0),
    ("items-taken", "differ", 1, 2),
    ("former-ambassador-name", "contradict", 3, 0),
    ("cheollima-behind-raid", "nuance", 1, 0),
    ("group-first-appearance", "contradict", 3, 0),
    ("claimed-responsibility", "nuance", 2, 0),
    ("cia-behind-raid", "contradict", 3, 0),
    ("south-korea-role", "contradict", 2, 0),
    ("cia-response", "differ", 2, 0),
];

const GAON: [Expected; 6] = [
    ("duration", "contradict", 3, 0),
    ("passengers", "nuance", 2, 0),
    ("stopped-at", "nuance", 2, 0),
    ("rescuers", "agree", 1, 0),
    ("cause", "differ", 2, 1),
    ("inspection", "single", 1, 0),
];

#[test]
fn comparisons() {
    let check = |story: &str, expected: &[Expected]| {
        let dossier = dossier(story);
        let ids: Vec<_> = dossier.claims.iter().map(|claim| claim.id.as_str()).collect();
        assert_eq!(ids, expected.iter().map(|row| row.0).collect::<Vec<_>>(), "{story}");
        for (claim, &(id, relation, known, unknown)) in dossier.claims.iter().zip(expected) {
            let comparison = compare(&dossier, claim);
            let origins = (comparison.origins.known.len(), comparison.origins.unknown);
            assert_eq!(claim.relation, None, "{story}, {id}: an override");
            assert_eq!((comparison.computed.name(), origins), (relation, (known, unknown)), "{story}, {id}");
        }
    };
    check("madrid", &MADRID);
    check("gaon", &GAON);
}

#[test]
fn relations_are_those_of_the_editors_notes() {
    let Some(shared) = shared() else { return };
    let notes = parse_json(&read(&shared.join("reports/points.json"))).expect("points.json");
    let mut noted: Vec<_> = notes.items().iter().map(|point| (point.str("id"), point.str("relation"))).collect();
    let mut expected: Vec<_> = MADRID.iter().map(|row| (Some(row.0), Some(row.1))).collect();
    noted.sort();
    expected.sort();
    assert_eq!(noted, expected);
}

#[test]
fn the_hostage_card_says_what_the_picture_shows() {
    let dossier = dossier("madrid");
    let claim = &dossier.claims[0];
    let comparison = compare(&dossier, claim);
    let name = |&reading: &usize| dossier.sources[claim.readings[reading].source].name.as_str();
    let groups: Vec<Vec<_>> = comparison.groups.iter().map(|group| group.readings.iter().map(name).collect()).collect();
    assert_eq!(groups, [["intelNews"], ["South China Morning Post"]]);
    assert_eq!(comparison.silent.iter().map(name).collect::<Vec<_>>(), ["The Washington Post"]);
}

#[test]
fn quotes_stand_in_the_reports() {
    let Some(shared) = shared() else { return };
    quotes_stand("madrid", |file| lines(&read(&shared.join("reports").join(name_of(&file.path))), file));
}

#[test]
fn quotes_stand_in_the_invented_sources() {
    quotes_stand("gaon", |file| article(&read(&story("gaon").join(&file.path))));
}

/// Every quote is found, and found once, in its source's own text; and what a reading prints is in its quotes.
fn quotes_stand(story: &str, text: impl Fn(&File) -> Index) {
    let dossier = dossier(story);
    let texts: HashMap<_, _> = dossier
        .sources
        .iter()
        .filter_map(|source| source.file.as_ref().map(|file| (source.id.as_str(), text(file))))
        .collect();
    let mut quotes = 0;
    for (claim, reading) in dossier.claims.iter().flat_map(|claim| claim.readings.iter().map(move |r| (claim, r))) {
        let source = dossier.sources[reading.source].id.as_str();
        let place = format!("{story}, {}, {source}", claim.id);
        for quote in &reading.quotes {
            let exact = &quote.selector.exact;
            assert!(exact.split_whitespace().count() < 30, "{place}: a quote is brief: {exact}");
            find(&texts[source], &quote.selector, &place);
            quotes += 1;
        }
        let Some(answer) = &reading.answer else { continue };
        let words = answer.words.as_deref().expect(&place);
        let first = &reading.quotes[0].selector.exact;
        assert_eq!(first.matches(words).count(), 1, "{place}: {words:?} marks the first quote");
    }
    assert!(quotes >= dossier.claims.len());
}

#[test]
fn anchors_stand_in_the_article() {
    // Which claims share words; whether words go on from one piece of text to the next, so across inline elements.
    let check = |story: &str, overlapping: usize, split: usize| {
        let dossier = dossier(story);
        let text = article(&read(&self::story(story).join("index.html")));
        let mut places: Vec<(&str, Range)> = Vec::new();
        for claim in &dossier.claims {
            assert!(!claim.anchors.is_empty(), "{story}, {}: no anchor", claim.id);
            for anchor in &claim.anchors {
                let Anchor::Words { selector, all: false } = anchor else { panic!("{story}, {}", claim.id) };
                places.push((&claim.id, find(&text, selector, &format!("{story}, {}", claim.id))));
            }
        }
        let pairs = places.iter().enumerate().flat_map(|(at, a)| places[at + 1..].iter().map(move |b| (a, b)));
        let overlap = |((_, a), (_, b)): &(&(&str, Range), &(&str, Range))| a.start < b.end && b.start < a.end;
        assert_eq!(pairs.filter(overlap).count(), overlapping, "{story}: overlapping anchors");
        let is_split = |(_, range): &&(&str, Range)| range.start.piece != range.end.piece;
        assert_eq!(places.iter().filter(is_split).count(), split, "{story}: anchors across inline elements");
    };
    check("madrid", 2, 2);
    check("gaon", 0, 1);
}

#[test]
fn the_format_is_shown_off() {
    let madrid = dossier("madrid");
    let address =
        |id: &str| madrid.sources.iter().find(|source| source.id == id).and_then(|source| source.url.as_ref());
    for id in ["intelnews", "wapo", "scmp", "intelnews-comments"] {
        assert_eq!(address(id), None, "the reports' addresses are not known");
    }
    let gaon = dossier("gaon");
    let readings = || gaon.claims.iter().flat_map(|claim| &claim.readings);
    assert!(readings().any(|reading| reading.quotes.iter().any(|quote| quote.translation.is_some())));
    assert!(readings().any(|reading| reading.answer.as_ref().is_some_and(|answer| answer.value == Value::Unclear)));
    for source in gaon.sources.iter().filter(|source| source.seen) {
        let page = source.url.as_deref().and_then(|url| url.strip_prefix("/gaon/")).expect(&source.id);
        assert!(read(&story("gaon").join(page)).contains("class=\"note invented\""), "{page} says that it is invented");
    }
}

#[test]
fn pages_are_strict_and_readable() {
    for page in [
        "index.html",
        "madrid/index.html",
        "gaon/index.html",
        "gaon/reports/gaon-ilbo.html",
        "gaon/reports/courier.html",
        "gaon/reports/statement.html",
    ] {
        let html = read(&www().join(page));
        assert!(html.contains("http-equiv=\"Content-Security-Policy\""), "{page}");
        for inline in ["<style", " style=", "<script>", " onclick=", "javascript:", "//"] {
            assert!(!html.contains(inline), "{page}: {inline}");
        }
    }
    let words = |story: &str| article(&read(&self::story(story).join("index.html"))).folded().split(' ').count();
    assert!((600..=900).contains(&words("madrid")), "{}", words("madrid"));
    assert!((400..=600).contains(&words("gaon")), "{}", words("gaon"));
}

/// A story's dossier, read as `check` would.
fn dossier(story: &str) -> Dossier {
    let text = read(&self::story(story).join("dossier.toml"));
    let node = parse_toml(&text).expect(story);
    let (dossier, faults) = Dossier::read(&node, Strictness::Strict);
    let told: Vec<_> = faults.iter().map(|fault| format!("{}: {}", fault.place().path, fault.message())).collect();
    assert!(told.is_empty(), "{story}: {told:#?}");
    dossier.expect(story)
}

/// Where words stand, letter for letter or folded, and nowhere else.
fn find(text: &Index, selector: &Selector, place: &str) -> Range {
    let wanted = [Wanted { selector, all: false, within: None }];
    let found = locate(text, &mut Native, &wanted).remove(0);
    match found {
        Ok(found) if matches!(found.kind, Kind::Exact | Kind::Folded) => found.ranges[0],
        other => panic!("{place}: {:?}: {other:?}", selector.exact),
    }
}

/// A saved text, or the part of it that is the source's; a line is a block.
fn lines(text: &str, file: &File) -> Index {
    let start = file.from.as_ref().map_or(0, |words| text.find(words.as_str()).expect(words));
    let end = file.to.as_ref().map_or(text.len(), |words| text.find(words.as_str()).expect(words) + words.len());
    let mut unicode = Native;
    let mut builder = Index::builder(&mut unicode);
    for line in text[start..end].lines() {
        builder.piece(line);
        builder.block_break();
    }
    builder.finish()
}

/// The article of one of our own pages, as a browser's text nodes; asides and the dossier's element left out.
/// Enough HTML for pages that we write: no comments, no character references, no `>` in attributes.
fn article(html: &str) -> Index {
    let mut rest = html.split_once("<article>").expect("an article").1;
    let mut unicode = Native;
    let mut builder = Index::builder(&mut unicode);
    while !rest.starts_with("<variorum-dossier") {
        if rest.starts_with("<aside") {
            rest = rest.split_once("</aside>").expect("the aside's end").1;
        } else if let Some(tag) = rest.strip_prefix('<') {
            let (tag, after) = tag.split_once('>').expect("the tag's end");
            let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
            if breaks_words(name) {
                builder.block_break();
            }
            rest = after;
        } else {
            let end = rest.find('<').expect("the dossier's element");
            assert!(!rest[..end].contains('&'), "a character reference");
            builder.piece(&rest[..end]);
            rest = &rest[end..];
        }
    }
    builder.finish()
}

fn www() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www")
}

fn story(name: &str) -> PathBuf {
    www().join(name)
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The folder with the real reports, which are others' and not in this repository.
fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("VARIORUM_SHARED").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("SKIPPED: VARIORUM_SHARED is not set");
    }
    folder
}

//! The evidence and its table.

use crate::support::{Story, attr, outline, same_as, text, with_class};
use variorum::dossier::{Change, ChangeKind, ClaimState, Status, Text};
use variorum::view::{Attr, El, Tag, card, evidence, fragment_id, mark, note, overview};

fn story() -> Story {
    Story::read(include_str!("story.toml"), "en")
}

#[test]
fn whole() {
    let story = story();
    same_as("evidence.txt", &outline(&evidence(&story.context(), true)));
}

#[test]
fn table() {
    let claims = "
[[claims]]
id = 'count'
question = 'How many?'
type = 'count'
readings = [
  { source = 'a', value = { is = 10 }, quotes = [{ exact = 'x' }] },
  { source = 'b', mode = 'suggests', value = { is = 10 }, quotes = [{ exact = 'x' }] },
  { source = 'c', mode = 'silent' },
]
[[claims]]
id = 'who'
question = 'Who?'
type = 'yesno'
readings = [
  { source = 'a', mode = 'attributes', attributedTo = { name = 'the mayor', kind = 'named' }, value = { is = 'yes' }, quotes = [{ exact = 'x' }] },
  { source = 'a', value = { is = 'no' }, quotes = [{ exact = 'x' }] },
  { source = 'readers', value = { is = 'no' }, quotes = [{ exact = 'x' }] },
]
";
    let story = Story::of_claims(claims, "en");
    let table = overview(&story.context());
    let rows: Vec<Vec<String>> = all(&table, Tag::Tr).iter().map(|row| cells(row)).collect();
    assert_eq!(
        rows,
        [
            vec!["Point", "Anchor", "Beacon", "Courier", "Readers at Anchor"],
            // What matters most comes first.
            vec!["Who? contradict In the article", "yes Said by the mayor no", "not read", "not read", "no"],
            vec!["How many? nuance In the article", "10", "10 (suggested)", "– does not say", "not read"],
        ]
    );
    // Each cell says which column it is of, for where rows become blocks.
    let of: Vec<_> = all(&table, Tag::Td).iter().map(|td| attr(td, Attr::Of).unwrap()).collect();
    assert_eq!(of[..4], ["Anchor", "Beacon", "Courier", "Readers at Anchor"]);
    let scopes: Vec<_> = all(&table, Tag::Th).iter().map(|th| attr(th, Attr::Scope).unwrap()).collect();
    assert_eq!(scopes, ["col", "col", "col", "col", "col", "row", "row"]);
    // Without the table, all else stays.
    let without = evidence(&story.context(), false);
    assert!(all(&without, Tag::Table).is_empty());
    assert_eq!(with_class(&without, "variorum-claim").len(), 2);
}

fn cells(row: &El) -> Vec<String> {
    let El::Node { children, .. } = row else { return Vec::new() };
    children.iter().map(|cell| pieces(cell).join(" ")).collect()
}

fn pieces(el: &El) -> Vec<&str> {
    match el {
        El::Text(text) => vec![text],
        El::Node { children, .. } => children.iter().flat_map(pieces).collect(),
    }
}

fn all(el: &El, wanted: Tag) -> Vec<&El> {
    let El::Node { tag, children, .. } = el else { return Vec::new() };
    let own = (*tag == wanted).then_some(el);
    own.into_iter().chain(children.iter().flat_map(|child| all(child, wanted))).collect()
}

#[test]
fn links_find_their_targets() {
    let story = story();
    let context = story.context();
    let evidence = evidence(&context, true);
    let mut ids = Vec::new();
    let mut links = Vec::new();
    gather(&evidence, &mut ids, &mut links);
    gather(&card(&context, &[0], 0), &mut Vec::new(), &mut links);
    assert!(links.contains(&"#variorum-tram".into()), "the card leads to all points");
    assert!(links.contains(&"#variorum-tram.duration".into()), "the table leads to each");
    for link in links.iter().filter(|link| link.starts_with('#')) {
        let to_mark = link.strip_suffix(".mark").is_some();
        assert!(to_mark || ids.contains(&link[1..].to_owned()), "{link}");
    }
    // Links to marks, which stand in the article.
    for (at, claim) in story.dossier.claims.iter().enumerate() {
        let mark = mark(&context, &[at], false);
        let link = format!("#{}", attr(&mark, Attr::Id).unwrap());
        let backs = with_class(&evidence, "variorum-back");
        let backs: Vec<_> =
            backs.into_iter().filter(|back| attr(back, Attr::Claim) == Some(claim.id.as_str())).collect();
        assert_eq!(backs.is_empty(), claim.state == ClaimState::Withdrawn, "{}", claim.id);
        assert!(backs.iter().all(|back| attr(back, Attr::Href) == Some(&link)), "{link}");
        assert!(backs.iter().all(|back| attr(back, Attr::Hidden).is_some()), "nothing is marked yet");
    }
    assert_eq!(fragment_id(&story.dossier, "duration"), "variorum-tram.duration");
    // Fragment links open a `details` around their target, not one that is the target.
    assert_eq!(attr(&evidence, Attr::Id), None);
}

fn gather(el: &El, ids: &mut Vec<String>, links: &mut Vec<String>) {
    let El::Node { children, .. } = el else { return };
    ids.extend(attr(el, Attr::Id).map(String::from));
    links.extend(attr(el, Attr::Href).map(String::from));
    children.iter().for_each(|child| gather(child, ids, links));
}

/// A claim of one relation after the other.
fn claims_of(relations: &[&str]) -> Story {
    let claims: Vec<String> = relations
        .iter()
        .enumerate()
        .map(|(at, relation)| {
            format!(
                "[[claims]]\nid = 'c{at}'\nquestion = 'Question {at}?'\ntype = 'count'\nrelation = {{ is = '{relation}', why = 'x' }}\n\
                 readings = [{{ source = 'a', value = {{ is = {at} }}, quotes = [{{ exact = 'x' }}] }}]\n"
            )
        })
        .collect();
    Story::of_claims(&claims.concat(), "en")
}

#[test]
fn what_matters_comes_first() {
    let check = |relations: &[&str], expected: &[&str]| {
        let story = claims_of(relations);
        let table = overview(&story.context());
        let rows: Vec<String> =
            with_class(&table, "variorum-row").iter().map(|row| cells(row)[0].replace(" In the article", "")).collect();
        assert_eq!(rows, expected);
    };
    check(
        &["agree", "contradict", "single", "contradict", "differ"],
        &[
            "Question 1? contradict",
            "Question 3? contradict",
            "Question 4? differ",
            "Question 0? agree",
            "Question 2? one report",
        ],
    );
    check(&["nuance", "nuance"], &["Question 0? nuance", "Question 1? nuance"]);
}

#[test]
fn filter() {
    let check = |relations: &[&str], expected: &[&str]| {
        let story = claims_of(relations);
        let table = overview(&story.context());
        let labels: Vec<String> = all(&table, Tag::Label).iter().map(|label| text(label)).collect();
        assert_eq!(labels, expected);
        let inputs = all(&table, Tag::Input);
        let checked: Vec<_> = inputs.iter().filter(|input| attr(input, Attr::Checked).is_some()).collect();
        assert_eq!(
            checked.iter().map(|input| attr(input, Attr::Value).unwrap()).collect::<Vec<_>>(),
            expected.iter().take(1).map(|_| "").collect::<Vec<_>>()
        );
    };
    check(&["agree", "contradict", "agree"], &["all (3)", "contradict (1)", "agree (2)"]);
    // Nothing to choose from.
    check(&["agree", "agree"], &[]);
}

#[test]
fn a_wide_table_scrolls_by_itself() {
    let check = |reports: usize, scrolls: bool| {
        let names = (0..reports).map(|n| format!("{{ id = 's{n}', name = 'Paper {n}', kind = 'news', note = 'x' }},"));
        let readings = (0..reports)
            .map(|n| format!("{{ source = 's{n}', value = {{ is = {n} }}, quotes = [{{ exact = 'x' }}] }},"));
        let (names, readings): (String, String) = (names.collect(), readings.collect());
        let story = Story::read(
            &format!(
                "variorum = '1.0'\nid = 'x'\nlang = 'en'\ntitle = 'x'\nstatus = 'published'\npublisher = {{ name = 'x' }}\n\
                 modified = '2026-03-14T09:20:00Z'\nsources = [{names}]\n\
                 [[claims]]\nid = 'c'\nquestion = 'How many?'\ntype = 'count'\nreadings = [{readings}]\n"
            ),
            "en",
        );
        let table = overview(&story.context());
        // A region with a name that keys can scroll.
        let region = with_class(&table, "variorum-scroll");
        let said = |attr_of| region.first().and_then(|region| attr(region, attr_of));
        let name = scrolls.then_some("What each report says on each point");
        assert_eq!((said(Attr::Role), said(Attr::Tabindex)), (scrolls.then_some("region"), scrolls.then_some("0")));
        assert_eq!(said(Attr::AriaLabel), name);
    };
    check(5, false);
    check(6, true);
}

#[test]
fn timeline() {
    let lines = |toml: &str| {
        let story = Story::read(toml, "en");
        let el = evidence(&story.context(), true);
        let list = with_class(&el, "variorum-timeline")[0];
        all(list, Tag::Li).iter().map(|li| text(li)).collect::<Vec<_>>()
    };
    let story = include_str!("story.toml");
    let found = lines(story);
    let heads: Vec<&str> = found.iter().map(String::as_str).filter(|line| !line.starts_with(['H', 'W'])).collect();
    assert_eq!(
        heads.iter().map(|head| head.split('?').next().unwrap()).collect::<Vec<_>>(),
        [
            "Northwire · about 11 March 2026 · no longer availableHow long were passengers held",
            "The Meridian · 11 March 2026How long were passengers held",
            "Courier · 12 March 2026 · updated since (13 March 2026)How long were passengers held",
            "Küstenblatt · 12 March 2026How long were passengers held",
            "Courier changed its text · 13 March 2026How long were passengers held",
        ]
    );
    // What it said then, and what it says since.
    assert!(heads[2].contains("held? 3 hours"), "{}", heads[2]);
    assert!(
        heads[3].contains("about 4 hours · Suggested, not stated · According to a timetable, by way of the Courier"),
        "{}",
        heads[3]
    );
    assert!(heads[4].ends_with("held? nearly 4 hours (before: 3 hours) · Said by people on board"), "{}", heads[4]);
    // Without a date, last.
    let undated = lines(&story.replacen("published = \"2026-03-11\"\npublishedBasis = \"inferred\"\n", "", 1));
    assert!(undated.iter().rfind(|line| !line.starts_with(['H', 'W'])).unwrap().starts_with("Northwire"));
}

#[test]
fn notes_are_numbered() {
    let story = story();
    let context = story.context();
    let el = evidence(&context, true);
    let numbers: Vec<_> = with_class(&el, "variorum-head").iter().map(|head| attr(head, Attr::Note).unwrap()).collect();
    assert_eq!(numbers, ["1", "2", "3"]);
    assert_eq!(note(&context, &[2, 0]), "3, 1");
}

#[test]
fn what_is_counted() {
    let claims = "
[[claims]]
id = 'count'
question = 'How many were hurt?'
type = 'count'
of = 'passengers'
readings = [{ source = 'a', value = { is = 2 }, quotes = [{ exact = 'x' }] }]
";
    let story = Story::of_claims(claims, "en");
    let context = story.context();
    for el in [evidence(&context, true), card(&context, &[0], 0)] {
        assert_eq!(text(with_class(&el, "variorum-counted")[0]), "Counted: passengers");
    }
}

#[test]
fn withdrawn() {
    let mut story = story();
    story.dossier.status = Status::Withdrawn;
    let line = |story: &Story| {
        let el = evidence(&story.context(), true);
        assert!(with_class(&el, "variorum-claim").is_empty());
        text(&el)
    };
    // Without an entry that says so, the date of the last change.
    assert_eq!(line(&story).trim(), "This comparison was withdrawn on 14 March 2026.");
    story.dossier.changes.push(Change {
        date: "2026-05-02".into(),
        kind: ChangeKind::Withdrawal,
        claims: Vec::new(),
        text: Text(vec![("en".into(), "Two of the reports were invented.".into())]),
    });
    assert_eq!(line(&story), "This comparison was withdrawn on 2 May 2026. Two of the reports were invented.");
}

#[test]
fn drafts_are_hidden() {
    let mut story = story();
    story.dossier.claims[1].state = ClaimState::Draft;
    let questions = |story: &Story| {
        let el = evidence(&story.context(), false);
        with_class(&el, "variorum-question").iter().map(|el| text(el)).collect::<Vec<_>>()
    };
    assert_eq!(questions(&story), ["How long were passengers held?", "Who drove?"]);
    story.preview = true;
    assert_eq!(questions(&story), ["How long were passengers held?", "Whose fault was it?", "Who drove?"]);
}

#[test]
fn summary() {
    let check = |lang: &str, expected: &str| {
        let story = Story::read(include_str!("story.toml"), lang);
        let el = evidence(&story.context(), true);
        assert_eq!(text(all(&el, Tag::Summary)[0]), expected);
    };
    check("en", "2 points compared across 4 reports; 1 contradicted");
    check("ko", "보도 4건의 쟁점 2건 비교, 1건 상충");
}

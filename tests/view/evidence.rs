//! The evidence and its table.

use crate::support::{Story, attr, outline, same_as, text, with_class};
use variorum::dossier::{Change, ChangeKind, ClaimState, Status, Text};
use variorum::view::{Attr, El, Tag, card, evidence, fragment_id, overview};

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
            vec!["How many? nuance", "10", "10 (suggested)", "– does not say", "not read"],
            vec!["Who? contradict", "yes Said by the mayor no", "not read", "not read", "no"],
        ]
    );
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
        assert!(ids.contains(&link[1..].to_owned()), "{link}");
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

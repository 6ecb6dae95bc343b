//! The card.

use crate::support::{Story, attr, outline, same_as, text, with_class};
use variorum::dossier::Status;
use variorum::view::{Attr, El, TITLE_ID, card};

fn story(lang: &str) -> Story {
    Story::read(include_str!("story.toml"), lang)
}

#[test]
fn contradiction() {
    let mut story = story("en");
    story.page = Some(0);
    same_as("card-contradict.txt", &outline(&card(&story.context(), &[0, 1], 0)));
}

#[test]
fn agreement_overridden() {
    same_as("card-override.txt", &outline(&card(&story("en").context(), &[1], 0)));
}

#[test]
fn in_korean() {
    let story = story("ko");
    let card = card(&story.context(), &[0], 0);
    assert_eq!(attr(&card, Attr::Lang), Some("ko"));
    let said = |class: &str| text(with_class(&card, class)[0]);
    assert_eq!(said("variorum-relation"), "보도가 서로 어긋납니다");
    assert_eq!(said("variorum-question"), "승객들은 얼마나 갇혀 있었나?");
    assert_eq!(said("variorum-value"), "거의 4시간");
    // The newsroom's words that are in English only say so.
    let note = with_class(&card, "variorum-note");
    let own = note.iter().find(|note| text(note) == "Clock times were worked out by us.").unwrap();
    assert_eq!((attr(own, Attr::Lang), attr(own, Attr::Dir)), (Some("en"), Some("auto")));
}

#[test]
fn steps() {
    let story = story("en");
    let check = |claims: &[usize], at: usize, expected: Option<&str>, question: &str| {
        let card = card(&story.context(), claims, at);
        assert_eq!(with_class(&card, "variorum-steps").first().map(|steps| text(steps)).as_deref(), expected);
        let title = with_class(&card, "variorum-question")[0];
        assert_eq!((text(title).as_str(), attr(title, Attr::Id)), (question, Some(TITLE_ID)));
    };
    check(&[1], 0, None, "Whose fault was it?");
    check(&[0, 1], 0, Some("Point 1 of 2"), "How long were passengers held?");
    check(&[0, 1], 1, Some("Point 2 of 2"), "Whose fault was it?");
    check(&[0, 1], 9, Some("Point 2 of 2"), "Whose fault was it?");
    assert_eq!(text(&card(&story.context(), &[], 0)), "");
}

#[test]
fn draft() {
    let mut story = story("en");
    story.dossier.status = Status::Draft;
    story.preview = true;
    let said = |el: &El| with_class(el, "variorum-draft").iter().map(|el| text(el)).collect::<String>();
    assert_eq!(said(&card(&story.context(), &[0], 0)), "Draft, not for publication");
    story.dossier.status = Status::Published;
    assert_eq!(said(&card(&story.context(), &[0], 0)), "");
}

#[test]
fn parts_repeat_classes() {
    fn check(el: &El) {
        let El::Node { children, .. } = el else { return };
        let class = attr(el, Attr::Class).map(|class| class.replace("variorum-", ""));
        assert_eq!(attr(el, Attr::Part), class.as_deref());
        children.iter().for_each(check);
    }
    let story = story("en");
    check(&card(&story.context(), &[0, 1], 0));
}

#[test]
fn comments_do_not_make_reports_contradict() {
    let readings = |source: &str, is: &str| {
        format!("[[claims.readings]]\nsource = '{source}'\nvalue = {{ is = '{is}' }}\nquotes = [{{ exact = 'x' }}]\n")
    };
    let check = |sources: &[(&str, &str)], expected: &str| {
        let head = "[[claims]]\nid = 'x'\nquestion = 'Is it?'\ntype = 'yesno'\n".to_owned();
        let claims = head + &sources.iter().map(|(source, is)| readings(source, is)).collect::<String>();
        let story = Story::of_claims(&claims, "en");
        let card = card(&story.context(), &[0], 0);
        assert_eq!(text(with_class(&card, "variorum-relation")[0]), expected);
    };
    check(&[("a", "yes"), ("b", "no"), ("readers", "no")], "Reports contradict each other");
    check(&[("a", "yes"), ("readers", "no")], "Reports contradict each other, readers’ comments included");
    check(&[("a", "yes"), ("b", "yes"), ("readers", "yes")], "Reports agree");
    check(&[("a", "yes")], "Only one report says so");
}

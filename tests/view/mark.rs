//! Marks, their tab stops, and the texts that describe them.

use crate::support::Story;
use variorum::dossier::Relation;
use variorum::view::html::to_html;
use variorum::view::{claims_of, mark, mark_further, mark_label, mark_labels, stop, stops};

fn story(lang: &str) -> Story {
    Story::read(include_str!("story.toml"), lang)
}

#[test]
fn marks() {
    let story = story("en");
    let context = story.context();
    let check = |el: variorum::view::El, expected: &str| assert_eq!(to_html(&el), expected);
    check(
        mark(&context, &[0, 1], true),
        r##"<a class="variorum-mark variorum-contradict" href="#variorum-tram.duration" aria-describedby="variorum-tram..contradict" role="button" aria-haspopup="dialog" aria-expanded="false"></a>"##,
    );
    check(
        mark(&context, &[0], false),
        r##"<a class="variorum-mark variorum-contradict" href="#variorum-tram.duration" aria-describedby="variorum-tram..contradict" id="variorum-tram.duration.mark"></a>"##,
    );
    // It names its claims, since no card can yet.
    let several = mark(&context, &[1, 0], false);
    assert!(to_html(&several).contains(r#" data-variorum-claims="fault duration""#), "{}", to_html(&several));
    check(mark_further(&context, &[0]), r#"<span class="variorum-mark variorum-contradict"></span>"#);
}

#[test]
fn claims_are_read_back() {
    let story = story("en");
    let check = |href: &str, several: Option<&str>, expected: &[usize]| {
        assert_eq!(claims_of(story.context().dossier, href, several), expected, "{href} {several:?}");
    };
    check("#variorum-tram.duration", None, &[0]);
    check("#variorum-tram.duration", Some("duration gone"), &[0]);
    check("#variorum-tram.gone", None, &[]);
    check("#variorum-tramway.duration", None, &[]);
    check("#variorum-tram", None, &[]);
    check("https://example.org/#variorum-tram.duration", None, &[]);
}

#[test]
fn tab_stops() {
    let story = story("en");
    let context = story.context();
    assert_eq!(to_html(&stops(&context)), r#"<ul class="variorum-stops"></ul>"#);
    let entry = to_html(&stop(&context, &[0, 1], "<three> & a half", false));
    assert_eq!(
        entry,
        r##"<li><a class="variorum-stop variorum-contradict" href="#variorum-tram.duration" aria-describedby="variorum-tram..contradict" data-variorum-note="1, 2">&lt;three&gt; &amp; a half</a></li>"##
    );
    assert!(to_html(&stop(&context, &[0], "three", true)).contains(r#" role="button" aria-haspopup="dialog" "#));
}

#[test]
fn labels() {
    let check = |lang: &str, relation: Relation, expected: &str| {
        let story = story(lang);
        assert_eq!(mark_label(&story.context(), relation), expected);
        let (id, written) = (relation.name(), to_html(&mark_labels(&story.context())));
        assert!(written.contains(&format!(r#"<span id="variorum-tram..{id}">{expected}</span>"#)), "{written}");
        assert!(written.starts_with(&format!(r#"<div hidden="" lang="{lang}">"#)), "{written}");
    };
    check("en", Relation::Contradict, "Reports contradict each other. Shows what each says.");
    check("en", Relation::Single, "Only one report says so. Shows what each says.");
    check("ko", Relation::Agree, "보도가 일치합니다. 각 보도의 내용을 보여 줍니다.");
}

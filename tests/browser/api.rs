//! What a page's own script can do, and what it is told.

use serde_json::{Value, json};

use crate::page::{Page, key};
use crate::story::{self, BOTH, CLOSED, HELD, is_open, mark};
use crate::tests;

tests![
    => tells_that_it_is_ready,
    => tells_what_is_missing,
    => tells_what_it_cannot_mark,
    => tells_of_a_hover_once_it_was_seen,
    => tells_of_clicks_and_keys,
    => tells_of_each_point,
    => opens_and_closes_when_told,
    => marks_anew_when_told,
    => attributes_can_change,
    => takes_an_object,
    => shows_what_is_asked_for,
    => mounts_anywhere,
    => locates_and_changes_nothing,
];

/// The events that have this name, without it.
fn told(page: &Page, name: &str) -> Vec<Value> {
    let mut events = page.events();
    events.retain(|event| event["name"] == name);
    for event in &mut events {
        event.as_object_mut().expect("an event is an object").remove("name");
    }
    events
}

const ELEMENT: &str = "document.querySelector('variorum-dossier')";

fn opened(claim: &str, relation: &str, by: &str, pinned: bool) -> Value {
    json!({ "claim": claim, "relation": relation, "by": by, "pinned": pinned })
}

fn tells_that_it_is_ready(page: &Page) {
    page.goto("/plain.html");
    page.eval("void document.addEventListener('variorum-ready', event => {
        window.seen = [event.target.localName, event.bubbles, event.composed, event.cancelable, event.target.open('held')];
    })");
    story::embed(page, story::SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    assert_eq!(told(page, "ready"), [json!({ "claims": 4, "marks": 3, "revision": 7 })]);
    assert_eq!(page.eval("seen"), json!(["variorum-dossier", true, true, false, true]));
}

fn tells_what_is_missing(page: &Page) {
    story::open_with(page, json!({ "src": "/made/missing.json" }));
    let mut missing = told(page, "missing");
    missing.sort_by_key(|event| event["claim"].to_string());
    let expected = [("held", "absent"), ("intruders", "ambiguous")];
    let expected = expected.map(|(claim, reason)| json!({ "claim": claim, "reason": reason }));
    assert_eq!(missing, expected);
    assert_eq!(told(page, "ready"), [json!({ "claims": 4, "marks": 2, "revision": 7 })]);
}

/// As in a browser that can't paint.
fn tells_what_it_cannot_mark(page: &Page) {
    for (marks, expected) in [
        ("auto", json!([["computers", "inside-control"]])),
        ("paint", json!([["computers", "inside-control"], ["entered", "not-painted"]])),
    ] {
        page.goto("/plain.html");
        assert_eq!(page.eval("delete CSS.highlights && 'highlights' in CSS"), false);
        story::embed(page, story::SHELL, &json!({ "src": "/made/missing.json", "marks": marks }));
        story::ready(page);
        let missing = "harness.events.filter(event => /control|paint/.test(event.reason)).map(event => [event.claim, event.reason]).sort()";
        assert_eq!(page.eval(missing), expected);
    }
}

fn tells_of_a_hover_once_it_was_seen(page: &Page) {
    story::open(page);
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for("harness.card()?.text");
    page.mouse_to((5, 5));
    page.wait_for(CLOSED);
    page.pause(1100);
    assert_eq!(told(page, "open"), [json!(null); 0]);
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for("harness.events.some(event => event.name === 'open')");
    let event = opened("held", "contradict", "pointer", false);
    assert_eq!(told(page, "open"), std::slice::from_ref(&event));
    assert_eq!(told(page, "close"), [json!(null); 0]);
    page.mouse_to((5, 5));
    page.wait_for("harness.events.some(event => event.name === 'close')");
    assert_eq!(told(page, "open"), std::slice::from_ref(&event));
    assert_eq!(told(page, "close"), [event]);
}

fn tells_of_clicks_and_keys(page: &Page) {
    story::open(page);
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    let clicked = opened("held", "contradict", "pointer", true);
    // Where the driver needs more than a second from pointing to pressing, a hover was counted first.
    let first = told(page, "open").first().cloned();
    assert!(
        [&clicked, &opened("held", "contradict", "pointer", false)].contains(&first.as_ref().unwrap()),
        "{first:?}"
    );
    let clicked_as_told = first.unwrap();
    page.click((5, 5));
    page.wait_for(CLOSED);
    assert_eq!(told(page, "close"), std::slice::from_ref(&clicked));
    page.eval(&format!("{}.focus()", mark("left with")));
    page.press(&[key::ENTER]);
    page.wait_for(&is_open("pinned", "left with"));
    let pressed = opened("computers", "agree", "key", true);
    assert_eq!(told(page, "open"), [clicked_as_told.clone(), pressed.clone()]);
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    assert_eq!(told(page, "close"), [clicked, pressed]);
}

fn tells_of_each_point(page: &Page) {
    story::open(page);
    page.click(page.middle(&mark(BOTH)));
    page.wait_for(&is_open("pinned", BOTH));
    page.click(page.middle("harness.card().element.querySelector('.variorum-next')"));
    page.wait_for("harness.card().text.includes('Point 2 of 2')");
    page.eval(&format!("{ELEMENT}.close()"));
    page.wait_for(CLOSED);
    let expected = [opened("entered", "contradict", "pointer", true), opened("intruders", "agree", "pointer", true)];
    assert_eq!(told(page, "open"), expected);
    assert_eq!(told(page, "close"), expected);
}

fn opens_and_closes_when_told(page: &Page) {
    story::open(page);
    assert_eq!(page.eval(&format!("{ELEMENT}.open('nothing')")), false);
    assert_eq!(page.eval("harness.card()"), Value::Null);
    assert_eq!(page.eval(&format!("{ELEMENT}.open('intruders')")), true);
    page.wait_for(&is_open("pinned", BOTH));
    page.wait_for("harness.card().text.includes('How many intruders were there?')");
    assert_eq!(told(page, "open"), [opened("intruders", "agree", "script", true)]);
    // Told twice, it stays open.
    assert_eq!(page.eval(&format!("{ELEMENT}.open('intruders')")), true);
    assert_eq!(page.eval(&is_open("pinned", BOTH)), true);
    page.eval(&format!("{ELEMENT}.open('entered')"));
    page.wait_for("harness.card().text.includes('How many men entered?')");
    page.eval(&format!("{ELEMENT}.close()"));
    page.wait_for(CLOSED);
    // Told twice, nothing happens.
    page.eval(&format!("{ELEMENT}.close()"));
    assert_eq!(told(page, "open").len(), told(page, "close").len());
    // What stands out of view comes into view.
    page.eval("scrollTo(0, 1e6)");
    page.eval(&format!("{ELEMENT}.open('held')"));
    page.wait_for(&is_open("pinned", HELD));
    page.wait_for(&format!(
        "(box => box.top >= 0 && box.bottom <= innerHeight)({}.getBoundingClientRect())",
        mark(HELD)
    ));
}

fn marks_anew_when_told(page: &Page) {
    story::open(page);
    page.eval("void (document.querySelector('article p').textContent = 'Ten intruders entered. They were there for nearly four hours.')");
    page.eval(&format!("{ELEMENT}.refresh()"));
    page.wait_for("harness.events.filter(event => event.name === 'ready').length === 2");
    assert_eq!(page.marks(), json!([["Ten intruders", "agree"], ["nearly four hours", "contradict"], story::MARKS[2]]));
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for(&is_open("preview", HELD));
}

fn attributes_can_change(page: &Page) {
    story::open(page);
    page.eval(&format!("{ELEMENT}.setAttribute('lang', 'ko')"));
    page.wait_up_to(story::PATIENCE, "harness.events.filter(event => event.name === 'ready').length === 2");
    assert_eq!(page.marks(), json!(story::MARKS));
    page.eval(&format!("{ELEMENT}.open('held')"));
    page.wait_for("harness.card()?.text");
    assert_eq!(page.eval("harness.card().element.getRootNode().host.lang"), "ko");
    page.eval(&format!("{ELEMENT}.setAttribute('show', 'agree')"));
    page.wait_up_to(story::PATIENCE, "harness.events.filter(event => event.name === 'ready').length === 3");
    assert_eq!(page.eval("document.querySelectorAll('a.variorum-contradict').length"), 0);
    assert_eq!(page.eval("harness.card()"), Value::Null);
}

fn takes_an_object(page: &Page) {
    page.goto("/plain.html");
    story::embed(page, story::SHELL, &json!({}));
    page.wait_up_to(story::PATIENCE, "customElements.get('variorum-dossier')");
    page.run("document.querySelector('variorum-dossier').dossier = arguments[0];", &[story::dossier()]);
    story::ready(page);
    assert_eq!(page.marks(), json!(story::MARKS));
    assert_eq!(page.eval(&format!("{ELEMENT}.dossier.id")), "house");
}

fn shows_what_is_asked_for(page: &Page) {
    story::open_with(page, json!({ "show": "agree", "overview": "none" }));
    let marks = json!([["ten intru|ders", "agree"], story::MARKS[2]]);
    assert_eq!(page.marks(), marks);
    assert_eq!(page.eval("document.querySelectorAll('.variorum-table').length"), 0);
}

fn mounts_anywhere(page: &Page) {
    page.goto("/api.html");
    page.wait_up_to(story::PATIENCE, "window.variorum");
    page.remember("body");
    page.run(
        "return variorum.mount(document.querySelector('#place'), arguments[0], { show: 'contradict', timing: { rest: 5 } })
             .then(mounted => void (window.mounted = mounted));",
        &[story::dossier()],
    );
    page.wait_for("harness.events.some(event => event.name === 'ready')");
    assert_eq!(
        page.marks(),
        json!([["intruders entered the house", "contradict"], ["nearly four hours", "contradict"]])
    );
    assert_eq!(page.eval("Object.keys(mounted).sort()"), json!(["close", "open", "refresh", "unmount"]));
    assert_eq!(page.eval("mounted.open('held')"), true);
    page.wait_for(&is_open("pinned", HELD));
    page.eval("mounted.close()");
    page.wait_for(CLOSED);
    page.eval("mounted.refresh()");
    page.wait_for("harness.events.filter(event => event.name === 'ready').length === 2");
    page.eval("mounted.unmount()");
    assert_eq!(page.changes("body"), [""; 0]);
    assert_eq!(page.eval("document.querySelector('#place').textContent"), "Here.");
}

fn locates_and_changes_nothing(page: &Page) {
    page.goto("/api.html");
    page.wait_up_to(story::PATIENCE, "window.variorum");
    page.remember("body");
    page.run(
        "return variorum.locate(document.querySelector('article'), [
             { exact: 'nearly four hours' }, { exact: 'THE “TEN” MEN' }, { exact: 'no such words' }, { exact: 'the' },
             { exact: 'the', prefix: 'entered ' },
         ]).then(found => void (window.found = found));",
        &[],
    );
    page.wait_up_to(story::PATIENCE, "window.found");
    let shown = "found.map(one => one.refused ?? [one.kind, one.ranges.map(String), typeof one.score])";
    assert_eq!(
        page.eval(shown),
        json!([
            ["exact", ["nearly four hours"], "number"],
            ["folded", ["The \"ten\" men"], "number"],
            "absent",
            "ambiguous",
            ["exact", ["the"], "number"]
        ])
    );
    assert_eq!(page.changes("body"), [""; 0]);
    assert_eq!(page.events(), [json!(null); 0]);
}

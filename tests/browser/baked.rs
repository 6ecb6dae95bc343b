//! A baked page: marks and evidence stand in it, and nothing is loaded before the reader comes near a mark.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::layout::{along, same_places};
use crate::page::{Page, key};
use crate::story::{self, BOTH, CLOSED, HELD, MARKS, is_open, mark};
use crate::tests;

tests![
    => nothing_is_loaded_before_it_is_wanted,
    => no_word_stands_elsewhere,
    => hovering_opens,
    => focus_opens,
    => a_click_is_held,
    touch => a_tap_is_held,
    => a_click_that_waits_too_long_follows_the_link,
    => a_click_is_not_lost_where_nothing_can_be_loaded,
    => a_click_with_a_key_keeps_its_meaning,
    => several_claims_are_known,
    => what_goes_on_in_another_element_is_the_mark_too,
    => removal_leaves_links,
    => the_evidence_comes_to_life_where_it_stands,
    => marks_can_be_turned_off,
    => another_revision_is_put_in_its_place,
    => bears_a_policy_of_nonces,
    => without_scripts_the_evidence_stands_open,
];

/// What has been loaded besides the page, its style sheets and the shell.
const LOADED: &str = "performance.getEntriesByType('resource').map(entry => entry.name.split('/').pop())
    .filter(name => !/\\.css$|^variorum\\.js$|^harness\\.js$|icon/.test(name))";

fn open(page: &Page) {
    page.goto("/baked.html");
    page.wait_for("customElements.get('variorum-dossier')");
    page.eval("void (window.kept = document.querySelector('.variorum-evidence'))");
}

fn nothing_is_loaded_before_it_is_wanted(page: &Page) {
    open(page);
    assert_eq!(page.marks(), json!(MARKS));
    page.mouse_to(page.middle("document.querySelector('#after')"));
    page.pause(500);
    assert_eq!(page.eval(LOADED), json!([]));
    assert_eq!(page.eval("harness.listeners").as_u64().map(|all| all <= 20), Some(true));
    assert_eq!(page.eval(&format!("{}.role", mark(HELD))), Value::Null);
    // In the paragraph, but not on the mark: the files come, and no card.
    page.mouse_to(page.middle("document.querySelector('article p b')"));
    story::ready(page);
    assert_eq!(page.eval(&format!("{}.role", mark(HELD))), "button");
    assert_eq!(page.eval("kept === document.querySelector('.variorum-evidence')"), true);
    let ready = page.events().into_iter().find(|event| event["name"] == "ready").expect("it is ready");
    assert_eq!((&ready["marks"], &ready["claims"]), (&json!(3), &json!(4)));
}

fn no_word_stands_elsewhere(page: &Page) {
    let places = || (page.words("article > :not(.justified)"), page.words(".justified"));
    page.goto("/plain.html");
    let before = places();
    let same = |when: &str| {
        let now = places();
        same_places(&before.0, &now.0, 0.1, along(page), when);
        same_places(&before.1, &now.1, 1.0, along(page), when);
    };
    open(page);
    same("baked");
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for(&is_open("preview", HELD));
    same("live");
    assert_eq!(page.eval("harness.shifts"), json!([]));
}

fn hovering_opens(page: &Page) {
    open(page);
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for(&is_open("preview", HELD));
    page.mouse_away();
    page.wait_for(CLOSED);
}

fn focus_opens(page: &Page) {
    open(page);
    page.eval("document.querySelector('#before').focus()");
    page.press(&[key::TAB]);
    page.wait_for(&is_open("preview", BOTH));
    page.press(&[key::ENTER]);
    page.wait_for(&is_open("pinned", BOTH));
}

fn a_click_is_held(page: &Page) {
    open(page);
    page.eval(&format!(
        "void new MutationObserver(() => (window.busy ??= {0}.ariaBusy)).observe({0}, {{ attributes: true }})",
        mark(HELD)
    ));
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    assert_eq!(page.eval("[busy, location.hash]"), json!(["true", ""]));
    assert_eq!(page.eval(&format!("{}.ariaBusy", mark(HELD))), Value::Null);
    page.click(page.middle(&mark(HELD)));
    page.wait_for(CLOSED);
}

fn a_tap_is_held(page: &Page) {
    open(page);
    page.tap(page.middle(&mark(HELD)));
    page.wait_for(&is_open("sheet", HELD));
}

fn a_click_that_waits_too_long_follows_the_link(page: &Page) {
    open(page);
    page.eval("document.querySelector('variorum-dossier').setAttribute('src', '/slow=2500/made/whole.json')");
    page.click(page.middle(&mark(HELD)));
    page.wait_for("location.hash === '#variorum-house.held'");
    assert_eq!(page.eval("document.querySelector('.variorum-evidence').open"), true);
    assert_eq!(page.eval(&format!("{}.ariaBusy", mark(HELD))), Value::Null);
    // What comes then opens nothing over what is being read.
    story::ready(page);
    page.pause(500);
    assert_eq!(page.eval(CLOSED), true);
}

fn a_click_is_not_lost_where_nothing_can_be_loaded(page: &Page) {
    open(page);
    page.eval("document.querySelector('variorum-dossier').setAttribute('src', '/none.json')");
    page.click(page.middle(&mark(HELD)));
    page.wait_for("location.hash === '#variorum-house.held'");
    page.wait_for("harness.events.some(event => event.reason === 'not-found')");
    // From now on it is a link like any other.
    page.eval("void (location.hash = '')");
    page.click(page.middle(&mark(HELD)));
    page.wait_for("location.hash === '#variorum-house.held'");
}

fn a_click_with_a_key_keeps_its_meaning(page: &Page) {
    open(page);
    page.eval(
        "addEventListener('click', event => { window.prevented = event.defaultPrevented; event.preventDefault(); })",
    );
    page.click_with(key::CONTROL, page.middle(&mark(HELD)));
    page.wait_for("window.prevented === false");
    story::ready(page);
    page.pause(500);
    assert_eq!(page.eval("harness.card()?.form !== 'pinned'"), true);
}

fn several_claims_are_known(page: &Page) {
    open(page);
    page.click(page.middle(&mark(BOTH)));
    page.wait_for(&is_open("pinned", BOTH));
    page.wait_for(
        "harness.card().text.includes('Point 1 of 2') && harness.card().text.includes('How many men entered?')",
    );
}

fn what_goes_on_in_another_element_is_the_mark_too(page: &Page) {
    open(page);
    page.click(page.middle(&format!("{}.parentElement.nextSibling", mark(BOTH))));
    page.wait_for(&is_open("pinned", BOTH));
}

fn removal_leaves_links(page: &Page) {
    open(page);
    page.remember("article");
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for(&is_open("preview", HELD));
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("!document.querySelector('variorum-card')");
    assert_eq!(page.changes("article"), [""; 0]);
}

fn the_evidence_comes_to_life_where_it_stands(page: &Page) {
    open(page);
    let links = "[...document.querySelectorAll('.variorum-back:not([hidden])')].length";
    assert_eq!(page.eval(links), 0);
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for(&is_open("preview", HELD));
    page.wait_for(&format!("{links} > 0"));
    page.eval("void (kept.open = true)");
    page.eval("document.querySelector('.variorum-back:not([hidden])').click()");
    page.wait_for("document.activeElement?.matches('.variorum-mark')");
    page.eval("document.querySelector('variorum-dossier').remove()");
    assert_eq!(page.eval("kept.querySelector('.variorum-choice')"), Value::Null);
}

fn marks_can_be_turned_off(page: &Page) {
    open(page);
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for(&is_open("preview", HELD));
    page.eval("void (kept.open = true)");
    page.eval("document.querySelector('.variorum-choice').click()");
    page.wait_for("!document.querySelector('.variorum-mark')");
    page.eval("document.querySelector('.variorum-choice').click()");
    page.wait_for("document.querySelectorAll('a.variorum-mark').length === 3");
    assert_eq!(page.marks(), json!(MARKS));
    assert_eq!(page.eval("kept.isConnected && kept.open"), true);
    page.eval("void (window.element = document.querySelector('variorum-dossier')).remove()");
    page.wait_for("!document.querySelector('variorum-card')");
    assert_eq!(page.eval("element.contains(kept)"), true);
}

fn another_revision_is_put_in_its_place(page: &Page) {
    open(page);
    page.eval("document.querySelector('variorum-dossier').setAttribute('baked', '6')");
    page.mouse_to(page.middle(&mark(HELD)));
    story::ready(page);
    assert_eq!(page.marks(), json!(MARKS));
    assert_eq!(page.eval("kept.isConnected"), false);
    assert_eq!(page.eval("document.querySelectorAll('.variorum-evidence').length"), 1);
}

fn bears_a_policy_of_nonces(page: &Page) {
    page.goto("/policy=nonces/baked.html");
    page.wait_for("customElements.get('variorum-dossier')");
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    assert_eq!(page.eval("harness.violations"), json!([]));
}

fn without_scripts_the_evidence_stands_open(page: &Page) {
    if page.engine() != Engine::Chromium {
        return; // the other drivers can't turn scripts off
    }
    page.scripts(false);
    page.goto("/baked.html");
    page.scripts(true);
    let height = page.eval("document.querySelector('.variorum-claim').getBoundingClientRect().height");
    assert!(height.as_f64() > Some(50.0), "{height}");
}

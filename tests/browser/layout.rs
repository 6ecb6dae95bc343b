//! Words never move, and removal leaves the page as it was.

use serde_json::json;

use crate::engine::Engine;
use crate::page::{Page, Word, key};
use crate::story::{self, CLOSED, HELD, PATIENCE};
use crate::tests;

tests![
    => words_stay_where_they_are,
    => words_stay_where_they_are_on_the_demo,
    => removal_leaves_the_page_as_it_was,
    => what_is_moved_keeps_its_marks,
    => nothing_shifts,
];

/// Every word has the place and size that it had, to `within` pixels; along its line to `along`, if that is more.
pub fn same_places(before: &[Word], after: &[Word], within: f64, along: f64, when: &str) {
    let texts = |words: &[Word]| words.iter().map(|word| word.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(before), texts(after), "{when}: other words");
    assert!(before.len() > 10, "{when}: {} words are no page", before.len());
    for (a, b) in before.iter().zip(after) {
        let [x, y, width, height] = [0, 1, 2, 3].map(|i| (a.rect[i] - b.rect[i]).abs());
        assert!(
            y.max(height) <= within && x.max(width) <= within.max(along),
            "{when}: “{}” was at {:?} and is at {:?}",
            a.text,
            a.rect,
            b.rect
        );
    }
}

/// What words may move by along their line. WebKit tells where a word stands in its text node by whole pixels: two
/// roundings may be one apart.
pub fn along(page: &Page) -> f64 {
    if page.engine() == Engine::WebKit { 1.0 } else { 0.1 }
}

fn words_stay_where_they_are(page: &Page) {
    let places = || (page.words("article > :not(.justified)"), page.words(".justified"));
    page.goto("/plain.html");
    let before = places();
    let same = |when: &str| {
        let now = places();
        same_places(&before.0, &now.0, 0.1, along(page), when);
        same_places(&before.1, &now.1, 1.0, along(page), when);
    };
    page.remember("article");
    story::embed(page, story::SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    assert_ne!(page.changes("article"), [""; 0], "nothing was marked");
    same("marked");
    page.mouse_to(page.middle(&story::mark(HELD)));
    page.wait_for(&story::is_open("preview", HELD));
    same("with a preview");
    page.click(page.middle(&story::mark(HELD)));
    page.wait_for(&story::is_open("pinned", HELD));
    same("with a card");
    page.eval("document.querySelector('variorum-dossier').close()");
    page.wait_for(CLOSED);
    same("closed");
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("!document.querySelector('.variorum-mark, variorum-card')");
    same("removed");
    assert_eq!(page.changes("article"), [""; 0]);
}

/// The element's own words are no concern here.
const WORDS: &str = "article > :not(variorum-dossier)";

fn words_stay_where_they_are_on_the_demo(page: &Page) {
    for path in story::DEMO {
        page.goto(&format!("/bare{path}"));
        let before = page.words(WORDS);
        assert_eq!(page.eval("document.querySelectorAll('.variorum-mark').length"), 0, "{path}");
        page.goto(path);
        story::ready(page);
        let same = |when: &str| same_places(&before, &page.words(WORDS), 0.1, along(page), &format!("{path} {when}"));
        assert_ne!(page.changes("article"), [""; 0], "{path}: nothing was marked");
        same("marked");
        page.eval("(element => element.open(element.querySelector('.variorum-claim').id.split('.')[1]))(document.querySelector('variorum-dossier'))");
        page.wait_for("harness.card()?.text");
        same("with a card");
        page.eval("document.querySelector('variorum-dossier').remove()");
        page.wait_for("!document.querySelector('.variorum-mark, variorum-card')");
        same("removed");
        // The harness remembers the article as it was read.
        assert_eq!(page.changes("article"), [""; 0], "{path}");
    }
}

fn removal_leaves_the_page_as_it_was(page: &Page) {
    page.goto("/plain.html");
    page.remember("body");
    let listeners = page.eval("harness.listeners");
    story::embed(page, story::SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    // A card has been open in each form, on each mark.
    for words in [story::BOTH, HELD] {
        page.mouse_to(page.middle(&story::mark(words)));
        page.wait_for(&story::is_open("preview", words));
        page.click(page.middle(&story::mark(words)));
        page.wait_for(&story::is_open("pinned", words));
        page.press(&[key::ESCAPE]);
        page.wait_for(CLOSED);
    }
    page.eval("document.querySelector('variorum-dossier').open('held')");
    page.wait_for(&story::is_open("pinned", HELD));
    assert_ne!(page.eval("harness.listeners"), listeners);
    // Open still.
    page.eval("void (window.element = document.querySelector('variorum-dossier')).remove()");
    page.wait_for("!document.querySelector('.variorum-mark')");
    assert_eq!(page.changes("body"), [""; 0]);
    assert_eq!(page.eval("element.textContent"), story::EVIDENCE);
    assert_eq!(page.eval("element.firstChild === kept && element.childNodes.length"), 1);
    let left = "[...document.querySelectorAll('*')].filter(e => e.localName.startsWith('variorum-')
        || e.outerHTML.split('>')[0].includes('variorum-')).map(e => e.outerHTML).filter(html => !html.includes('variorum.'))";
    assert_eq!(page.eval(left), json!([]));
    page.wait_for(&format!("harness.listeners === {listeners}"));
    // And once more.
    page.eval("void document.body.append(element)");
    page.wait_up_to(PATIENCE, "document.querySelectorAll('a.variorum-mark').length === 3");
}

fn what_is_moved_keeps_its_marks(page: &Page) {
    story::open(page);
    page.eval("void (window.first = document.querySelector('.variorum-mark'))");
    page.eval("void document.body.append(document.querySelector('variorum-dossier'))");
    page.eval("new Promise(done => setTimeout(done, 100))");
    assert_eq!(page.eval("first.isConnected && document.querySelector('.variorum-mark') === first"), true);
    page.mouse_to(page.middle("first"));
    page.wait_for("harness.card()?.text");
}

/// Where the engine knows.
fn nothing_shifts(page: &Page) {
    page.goto("/madrid/");
    story::ready(page);
    story::bring(page, HELD);
    page.mouse_to(page.middle(&story::mark(HELD)));
    page.wait_for(&story::is_open("preview", HELD));
    page.eval("new Promise(done => setTimeout(done, 100))");
    assert_eq!(page.eval("harness.shifts"), json!([]));
}

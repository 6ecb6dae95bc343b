//! The demo's pages, as a reader meets them.

use serde_json::json;

use crate::engine::Engine;
use crate::page::{Page, Word, key};
use crate::tests;

tests![
    => words_are_marked,
    => nothing_moves,
    => removal_leaves_the_page_as_it_was,
    => hovering_opens_and_escape_closes,
    => a_key_pins_and_escape_gives_focus_back,
    touch => a_finger_opens_the_sheet,
    => without_scripts_the_evidence_is_there,
];

const PAGES: &[&str] = &[
    "/madrid/",
    "/gaon/",
    "/gaon/reports/statement.html",
    "/gaon/reports/courier.html",
    "/gaon/reports/gaon-ilbo.html",
];

/// The mark on the words about how long the staff were held.
pub const NEARLY: &str =
    "[...document.querySelectorAll('.variorum-mark')].find(mark => mark.textContent.includes('nearly four hours'))";

/// The card, while it is open: what it says.
const CARD: &str = "(() => {
    const root = document.querySelector('variorum-card')?.shadowRoot;
    const open = [...root?.querySelectorAll('[role=dialog]') ?? []].find(card => card.matches(':popover-open, [open]'));
    return open?.innerText ?? '';
})()";

fn words_are_marked(page: &Page) {
    for path in PAGES {
        assert!(page.goto_marked(path) > 0, "{path} has no marks");
        assert_eq!(page.logs(), [""; 0], "{path}");
    }
}

/// The words that have moved by more than `limit` pixels, each with its box before and after.
fn moved(before: &[Word], after: &[Word], limit: f64) -> Vec<String> {
    let texts = |words: &[Word]| words.iter().map(|word| word.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(before), texts(after), "not the same words");
    let far = |(a, b): &(&Word, &Word)| a.rect.iter().zip(b.rect).any(|(a, b)| (a - b).abs() > limit);
    let pairs = before.iter().zip(after).filter(far);
    pairs.map(|(a, b)| format!("{}: {:?} → {:?}", a.text, a.rect, b.rect)).collect()
}

fn nothing_moves(page: &Page) {
    for path in PAGES {
        page.goto(&format!("/bare{path}"));
        let before = page.words("article");
        assert!(before.len() > 50, "{path} has hardly a word");
        page.goto_marked(path);
        // WebKit does not kern across the edge of an element ("ambassador," loses 3 pixels), and gives the box of a
        // part of a text in whole ones. Words stay on their line.
        let limit = if page.engine() == Engine::WebKit { 4.0 } else { 0.1 };
        assert_eq!(moved(&before, &page.words("article"), limit), [""; 0], "{path}");
        assert_eq!(page.eval("harness.shifts"), json!([]), "{path}");
    }
}

fn removal_leaves_the_page_as_it_was(page: &Page) {
    for path in PAGES {
        page.goto_marked(path);
        // Remembered by the harness when the page had been read, before anything was marked.
        let changes = |what: &str| page.eval(&format!("harness.changes('article').length {what} 0"));
        assert_eq!(changes(">"), true, "{path}: marks are no change");
        page.run("document.querySelector('variorum-dossier').remove();", &[]);
        page.wait_for("!document.querySelector('.variorum-mark')");
        assert_eq!(page.changes("article"), [""; 0], "{path}");
    }
}

fn hovering_opens_and_escape_closes(page: &Page) {
    page.goto_marked("/madrid/");
    page.scroll_to(NEARLY);
    page.mouse_to(page.middle(NEARLY));
    page.wait_for(&format!("({CARD}).includes('2 hours')"));
    page.press(&[key::ESCAPE]);
    page.wait_for(&format!("({CARD}) === ''"));
    assert_eq!(page.logs(), [""; 0]);
}

fn a_key_pins_and_escape_gives_focus_back(page: &Page) {
    page.goto_marked("/madrid/");
    page.run(&format!("({NEARLY}).focus();"), &[]);
    page.press(&[key::ENTER]);
    page.wait_for(&format!("({CARD}) !== ''"));
    page.wait_for("harness.focused().getAttribute('role') === 'dialog'");
    page.press(&[key::ESCAPE]);
    page.wait_for(&format!("({CARD}) === ''"));
    page.wait_for(&format!("harness.focused() === {NEARLY}"));
}

fn a_finger_opens_the_sheet(page: &Page) {
    page.viewport(390, 700);
    page.goto_marked("/madrid/");
    page.scroll_to(NEARLY);
    page.tap(page.middle(NEARLY));
    page.wait_for(&format!("({CARD}) !== ''"));
    assert_eq!(page.eval("document.querySelector('variorum-card').shadowRoot.querySelector('dialog').open"), true);
}

fn without_scripts_the_evidence_is_there(page: &Page) {
    for path in PAGES {
        page.goto(&format!("/bare{path}"));
        let sections = page.eval("document.querySelectorAll('variorum-dossier section.variorum-claim').length");
        assert!(sections.as_u64() > Some(3), "{path}: {sections}");
    }
}

//! Pages that frameworks hydrate, and update in the very words that are marked: with us they read as without us.

use std::sync::Once;

use serde_json::{Value, json};

use crate::engine::target;
use crate::page::Page;
use crate::story::{self, SHELL};
use crate::tests;

tests![
    => react_marked_before_it_takes_over,
    => react_marked_after,
    => vue_marked_before_it_takes_over,
    => vue_marked_after,
    => svelte_marked_before_it_takes_over,
    => svelte_marked_after,
    => a_page_that_writes_into_a_marked_text,
    => a_page_that_replaces_its_article,
];

/// When the words are marked.
#[derive(Clone, Copy, PartialEq)]
enum Marked {
    Never,
    Before,
    After,
}

/// How many states the articles go through, the first included.
const STATES: usize = 7;

fn react_marked_before_it_takes_over(page: &Page) {
    reads_the_same(page, "react", Marked::Before);
}

fn react_marked_after(page: &Page) {
    reads_the_same(page, "react", Marked::After);
}

fn vue_marked_before_it_takes_over(page: &Page) {
    reads_the_same(page, "vue", Marked::Before);
}

fn vue_marked_after(page: &Page) {
    reads_the_same(page, "vue", Marked::After);
}

fn svelte_marked_before_it_takes_over(page: &Page) {
    reads_the_same(page, "svelte", Marked::Before);
}

fn svelte_marked_after(page: &Page) {
    reads_the_same(page, "svelte", Marked::After);
}

fn reads_the_same(page: &Page, framework: &str, when: Marked) {
    static SAID: Once = Once::new();
    if !target().join("frameworks").join(framework).with_extension("html").exists() {
        SAID.call_once(|| eprintln!("SKIPPED: the pages of frameworks are not made: cargo xtask test makes them"));
        return;
    }
    let expected = texts(page, framework, Marked::Never);
    assert_eq!(expected[0], expected[STATES - 1]);
    assert!(expected.windows(2).all(|pair| pair[0] != pair[1]), "{expected:?}");
    assert_eq!(texts(page, framework, when), expected);
    assert_eq!(page.logs(), [""; 0]);
    // The words are as they were, and marked again.
    page.wait_for(&format!("{PAINTED} === 3 && CSS.highlights.get('variorum-contradict').size > 1"));
}

/// How many marks are painted.
const PAINTED: &str = "document.querySelectorAll('.variorum-stop').length";

/// What the article says in each of its states.
fn texts(page: &Page, framework: &str, when: Marked) -> Vec<Value> {
    page.goto(&format!("/frameworks/{framework}.html"));
    let embed = || {
        story::embed(page, SHELL, &json!({ "src": "/made/whole.json", "article": "article" }));
        story::ready(page);
        assert_eq!(page.eval(PAINTED), json!(3));
        assert_eq!(page.marks(), json!([]));
    };
    if when == Marked::Before {
        embed();
    }
    page.eval("void app.hydrate()");
    page.wait_for("app.show");
    if when == Marked::After {
        embed();
    }
    let text = |state: usize| {
        page.eval(&format!("void app.show({state})"));
        story::stand_still(page);
        page.eval("document.querySelector('article').textContent")
    };
    (0..STATES).map(text).collect()
}

/// No framework is known by this page, so its words are wrapped, at first.
fn a_page_that_writes_into_a_marked_text(page: &Page) {
    let write = "void (ours.data = 'The people in the house were held for nearly four hours, says the mayor now.')";
    let keep = "void (window.ours = document.querySelector('article p').lastChild)";
    page.goto("/plain.html");
    page.eval(keep);
    page.eval(write);
    let expected = page.eval(TEXT);

    page.goto("/plain.html");
    page.eval(keep);
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    assert_eq!(page.marks(), json!(story::MARKS));
    page.eval(write);
    // Put right before the page is drawn: no reader sees half the old sentence.
    assert_eq!(page.eval(TEXT), expected);
    // From now on nothing of the page's is touched.
    page.remember("article");
    page.wait_for(&format!("{PAINTED} === 2"));
    assert_eq!(page.marks(), json!([]));
    assert_eq!(page.changes("article"), [""; 0]);
}

const TEXT: &str = "document.querySelector('article').textContent";

fn a_page_that_replaces_its_article(page: &Page) {
    let replace = "(article => void (article.innerHTML = article.dataset.html.replace('nearly', 'very nearly')))
        (document.querySelector('article'))";
    let keep = "(article => void (article.dataset.html = article.innerHTML))(document.querySelector('article'))";
    page.goto("/plain.html");
    page.eval(keep);
    page.eval(replace);
    let expected = page.eval(TEXT);

    page.goto("/plain.html");
    page.eval(keep);
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    page.eval(replace);
    assert_eq!(page.eval(TEXT), expected);
    page.wait_for("document.querySelectorAll('a.variorum-mark').length === 3");
    assert_eq!(page.eval(TEXT), expected);
    assert_eq!(page.marks(), json!(story::MARKS));
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("!document.querySelector('.variorum-mark')");
    page.eval("document.querySelector('article').normalize()");
    assert_eq!(page.eval(TEXT), expected);
    assert_eq!(page.logs(), [""; 0]);
}

//! Where a policy refuses WebAssembly, the same module as a script shows the same.

use serde_json::{Value, json};

use crate::page::Page;
use crate::story::{self, CLOSED, HELD, MARKS, SHELL, is_open, mark};
use crate::tests;

tests![
    => the_same_is_shown,
    => a_large_page_is_marked,
    => it_can_be_asked_for,
    => a_baked_page_has_its_cards,
];

/// Which of our scripts were loaded.
const SCRIPTS: &str = "performance.getEntriesByType('resource').map(entry => entry.name.split('/').pop())
    .filter(name => /^variorum-.*js$/.test(name)).sort()";

/// Marks, cards and evidence, as text and markup.
fn shown(page: &Page, path: &str) -> Vec<Value> {
    page.goto(path);
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    let mut shown = vec![page.marks()];
    for claim in ["held", "intruders", "entered"] {
        page.eval(&format!("document.querySelector('variorum-dossier').open('{claim}')"));
        page.wait_for("harness.card()?.text");
        shown.push(page.eval("harness.card().element.innerHTML"));
        page.eval("document.querySelector('variorum-dossier').close()");
        page.wait_for(CLOSED);
    }
    shown.push(page.eval("document.querySelector('variorum-dossier').innerHTML"));
    shown
}

fn the_same_is_shown(page: &Page) {
    let expected = shown(page, "/plain.html");
    assert_eq!(page.eval(SCRIPTS), json!(["variorum-page.js"]));
    assert_eq!(expected[0], json!(MARKS));
    assert_eq!(shown(page, "/policy=no-wasm/plain.html"), expected);
    assert_eq!(page.eval(SCRIPTS), json!(["variorum-nowasm.js", "variorum-page.js"]));
}

/// Its text alone is more than the memory that the module starts with.
fn a_large_page_is_marked(page: &Page) {
    page.goto("/policy=no-wasm/large.html");
    let shell =
        "document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: arguments[0] }))";
    page.run(shell, &[json!(SHELL)]);
    let right = "[...document.querySelectorAll('a.variorum-mark')]
        .filter(mark => /^crossing number \\d+ was closed for \\d+ minutes$/.test(mark.textContent)).length";
    page.wait_up_to(4 * story::PATIENCE, &format!("{right} === 1000"));
    assert_eq!(page.eval("document.querySelectorAll('.variorum-mark').length"), 1000);
}

/// A publisher who knows his policy says so, and gets no report of it.
fn it_can_be_asked_for(page: &Page) {
    page.goto("/policy=no-wasm/plain.html");
    story::embed(page, &format!("{SHELL}?nowasm"), &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    assert_eq!(page.marks(), json!(MARKS));
    assert_eq!(page.eval(SCRIPTS), json!(["variorum-nowasm.js", "variorum-page.js"]));
    assert_eq!(page.logs(), [""; 0]);
    let wasm = "performance.getEntriesByType('resource').some(entry => entry.name.endsWith('.wasm'))";
    assert_eq!(page.eval(&format!("[harness.violations, {wasm}]")), json!([[], false]));
}

fn a_baked_page_has_its_cards(page: &Page) {
    page.goto("/policy=no-wasm/baked.html");
    page.wait_for("customElements.get('variorum-dossier')");
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for(&is_open("preview", HELD));
    page.mouse_away();
    page.wait_for(CLOSED);
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
}

//! What goes wrong leaves the article untouched, what stands in the element readable, and says why, once.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::Page;
use crate::story::{self, EVIDENCE, MARKS, PATIENCE, SHELL};
use crate::tests;

tests![
    => shell_is_missing,
    => dossier_is_missing,
    => dossier_is_not_json,
    => dossier_is_too_large,
    => dossier_is_too_deep,
    => dossier_has_another_major_version,
    => dossier_has_another_minor_version,
    => dossier_is_a_draft,
    => draft_is_previewed,
    => dossier_is_withdrawn,
    => dossier_is_broken_in_its_head,
    => dossier_is_broken_in_its_sources,
    => one_claim_is_broken,
    => wasm_is_blocked_by_policy,
    => wasm_is_blocked_and_nothing_stands_in,
    => wasm_is_of_wrong_type,
    => wasm_has_a_wrong_hash,
    => wasm_is_missing,
    => glue_has_a_wrong_hash,
    => glue_is_missing,
    => messages_have_a_wrong_hash,
    => a_file_takes_too_long,
    => source_is_unknown,
    => no_article_where_the_attribute_says,
    => no_article_on_the_page,
];

/// A case: what is embedded where.
struct Case<'a> {
    page: &'a str,
    shell: &'a str,
    attributes: Value,
}

const PLAIN: &str = "/plain.html";

fn plain(attributes: Value) -> Case<'static> {
    Case { page: PLAIN, shell: SHELL, attributes }
}

fn dossier(name: &str) -> Case<'static> {
    plain(json!({ "src": format!("/made/{name}.json") }))
}

fn loaded_by(shell: &str) -> Case<'_> {
    Case { page: PLAIN, shell, attributes: json!({ "src": "/made/whole.json" }) }
}

/// Embeds, and sees the one error of this reason. A fatal one leaves everything as it was.
fn fails(page: &Page, case: Case, reason: &str, fatal: bool) -> Value {
    fails_after(page, "", case, reason, fatal)
}

/// The same in a page that was first arranged by a function body.
fn fails_after(page: &Page, arrange: &str, case: Case, reason: &str, fatal: bool) -> Value {
    page.goto(case.page);
    page.run(arrange, &[]);
    page.remember("body");
    let words = page.words("article");
    story::embed(page, case.shell, &case.attributes);
    page.wait_up_to(PATIENCE, "harness.events.some(event => event.name === 'error')");
    if fatal {
        // What might still be under way is done when the page has been idle.
        page.eval("new Promise(done => setTimeout(done, 100))");
        assert_eq!(page.changes("body"), [""; 0]);
        assert_eq!(page.eval("document.querySelector('variorum-dossier').innerText.trim()"), EVIDENCE);
        assert_eq!(page.eval("document.querySelector('variorum-dossier').firstChild === kept"), true);
        assert_eq!(page.eval("document.querySelectorAll('.variorum-mark, variorum-card').length"), 0);
        assert_eq!(page.words("article"), words);
    } else {
        story::ready(page);
    }
    let events = page.events();
    let errors: Vec<&Value> = events.iter().filter(|event| event["name"] == "error").collect();
    assert_eq!(errors.len(), 1, "{events:?}");
    assert_eq!((&errors[0]["reason"], &errors[0]["fatal"]), (&json!(reason), &json!(fatal)), "{errors:?}");
    assert!(errors[0]["message"].as_str().is_some_and(|message| message.len() > 10), "{errors:?}");
    let logs = page.logs();
    assert_eq!(logs.len(), 1, "{logs:?}");
    assert!(logs[0].starts_with(&format!("warn: variorum: {reason}: ")), "{logs:?}");
    errors[0].clone()
}

/// Embeds, and sees neither an error nor a line in the console.
fn works(page: &Page, case: Case, marks: Value) {
    page.goto(case.page);
    story::embed(page, case.shell, &case.attributes);
    story::ready(page);
    assert_eq!(page.marks(), marks);
    assert_eq!(page.logs(), [""; 0]);
    assert!(page.events().iter().all(|event| event["name"] != "error"), "{:?}", page.events());
}

/// On the demo, whose element has its evidence in the page.
fn shell_is_missing(page: &Page) {
    for path in story::DEMO {
        page.goto(&format!("/bare{path}"));
        let read = page.eval("document.querySelectorAll('variorum-dossier details section.variorum-claim').length");
        assert!(read.as_u64() > Some(3), "{path}: {read}");
    }
}

fn dossier_is_missing(page: &Page) {
    fails(page, dossier("none"), "not-found", true);
}

fn dossier_is_not_json(page: &Page) {
    fails(page, dossier("syntax"), "not-json", true);
}

fn dossier_is_too_large(page: &Page) {
    fails(page, dossier("large"), "too-large", true);
}

fn dossier_is_too_deep(page: &Page) {
    fails(page, dossier("deep"), "too-large", true);
}

fn dossier_has_another_major_version(page: &Page) {
    fails(page, dossier("major"), "version", true);
}

fn dossier_has_another_minor_version(page: &Page) {
    works(page, dossier("minor"), json!(MARKS));
}

fn dossier_is_a_draft(page: &Page) {
    fails(page, dossier("draft"), "draft", true);
}

fn draft_is_previewed(page: &Page) {
    works(page, plain(json!({ "src": "/made/draft.json", "preview": "" })), json!(MARKS));
    page.eval("document.querySelector('variorum-dossier').open('held')");
    let text = page.eval("harness.card().text");
    assert!(text.as_str().is_some_and(|text| text.starts_with("Draft, not for publication")), "{text}");
}

fn dossier_is_withdrawn(page: &Page) {
    works(page, dossier("withdrawn"), json!([]));
    let text = page.eval("document.querySelector('variorum-dossier').innerText");
    assert!(text.as_str().is_some_and(|text| text.contains("The Echo took its report back.")), "{text}");
}

fn dossier_is_broken_in_its_head(page: &Page) {
    let error = fails(page, dossier("head"), "broken", true);
    assert_eq!(error["path"], "title");
}

fn dossier_is_broken_in_its_sources(page: &Page) {
    let error = fails(page, dossier("source"), "broken", true);
    assert_eq!(error["path"], "sources[1].kind");
}

fn one_claim_is_broken(page: &Page) {
    let error = fails(page, dossier("claim"), "broken", false);
    assert_eq!(error["path"], "claims[0].type");
    assert_eq!(page.marks(), json!([MARKS[0], MARKS[2]]));
}

fn wasm_is_blocked_by_policy(page: &Page) {
    let case = Case { page: "/policy=no-wasm/plain.html", ..dossier("whole") };
    fails(page, case, "wasm-blocked", false);
    assert_eq!(page.marks(), json!(MARKS));
}

fn wasm_is_blocked_and_nothing_stands_in(page: &Page) {
    let shell = "/only=variorum-nowasm.js/status=404/variorum/variorum.js";
    fails(page, Case { page: "/policy=no-wasm/plain.html", ..loaded_by(shell) }, "wasm-blocked", true);
}

fn wasm_is_of_wrong_type(page: &Page) {
    fails(page, loaded_by("/only=variorum.wasm/type=text:plain/variorum/variorum.js"), "wasm-type", false);
    assert_eq!(page.marks(), json!(MARKS));
}

fn wasm_has_a_wrong_hash(page: &Page) {
    fails(page, loaded_by("/only=variorum.wasm/altered=1/variorum/variorum.js"), "integrity", true);
}

fn wasm_is_missing(page: &Page) {
    fails(page, loaded_by("/only=variorum.wasm/status=404/variorum/variorum.js"), "not-found", true);
}

fn glue_has_a_wrong_hash(page: &Page) {
    let shell = "/only=variorum-page.js/altered=1/variorum/variorum.js";
    if page.engine() == Engine::WebKit {
        // WebKit does not heed the hash of a module's preload.
        works(page, loaded_by(shell), json!(MARKS));
    } else {
        fails(page, loaded_by(shell), "integrity", true);
    }
}

fn glue_is_missing(page: &Page) {
    fails(page, loaded_by("/only=variorum-page.js/status=404/variorum/variorum.js"), "not-found", true);
}

fn messages_have_a_wrong_hash(page: &Page) {
    fails(page, loaded_by("/only=en.txt/altered=1/variorum/variorum.js"), "integrity", true);
}

/// Twenty seconds are a fifth of one here, by the page's clock; whatever is asked for comes after five fifths.
fn a_file_takes_too_long(page: &Page) {
    let hurry =
        "const [wait, end] = [setTimeout, AbortSignal.timeout], sooner = (millis) => millis < 20000 ? millis : 200;
        window.setTimeout = (act, millis, ...given) => wait(act, sooner(millis), ...given);
        AbortSignal.timeout = (millis) => end.call(AbortSignal, sooner(millis));";
    let fails = |case: Case| {
        let error = fails_after(page, hurry, case, "timeout", true);
        assert!(error["message"].as_str().is_some_and(|message| message.ends_with("does not answer")), "{error}");
    };
    // The second begins in time and stops halfway.
    for manner in ["slow", "halting"] {
        fails(plain(json!({ "src": format!("/{manner}=1000/made/whole.json") })));
    }
    for file in ["variorum.wasm", "variorum-page.js", "en.txt"] {
        fails(loaded_by(&format!("/only={file}/slow=1000/variorum/variorum.js")));
    }
}

fn source_is_unknown(page: &Page) {
    fails(page, plain(json!({ "src": "/made/whole.json", "source": "nobody" })), "no-source", true);
}

fn no_article_where_the_attribute_says(page: &Page) {
    fails(page, plain(json!({ "src": "/made/whole.json", "article": "#none" })), "no-article", true);
}

fn no_article_on_the_page(page: &Page) {
    fails(page, Case { page: "/no-article.html", ..dossier("whole") }, "no-article", true);
}

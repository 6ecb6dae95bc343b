//! The card wherever its words may stand in a page.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::engine::Engine;
use crate::page::{Page, key};
use crate::story::{self, BOTH, CLOSED, HELD, SHELL, is_open, mark};
use crate::tests;

tests![
    => in_transformed_and_clipped_parents,
    => in_a_body_of_any_kind,
    => in_headings_tables_and_captions,
    => in_columns,
    => in_a_scrolling_box,
    => in_parts_that_are_drawn_when_scrolled_to,
    => from_a_hidden_element,
    => in_full_screen,
    => before_and_after_a_modal_dialog,
    => behind_a_modal_dialog,
];

/// Opens the small story with its page arranged by a function body first.
fn open(page: &Page, arrange: &str) {
    page.goto("/plain.html");
    page.run(arrange, &[]);
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
}

/// Waits until the open card stands whole in the viewport, beside the words, and nothing covers it.
fn stands_by(page: &Page, words: &str, place: &str) {
    let lines = format!("[...{}.getClientRects()]", mark(words));
    let card = "harness.card().element.getBoundingClientRect()";
    let reached = "(box => harness.card().element.contains(harness.at(box.x + box.width / 2, box.y + box.height / 2)))
        (harness.card().element.querySelector('.variorum-question').getBoundingClientRect())";
    let stands = format!(
        "((card, lines) =>
             card.left >= 0 && card.right <= innerWidth && card.top >= 0 && card.bottom <= innerHeight && {reached}
             && lines.some(line => Math.abs(Math.max(card.top - line.bottom, line.top - card.bottom) - 8) <= 6
                 && card.left <= line.right && card.right >= line.left))({card}, {lines})"
    );
    let start = Instant::now();
    while page.eval(&stands) != true {
        let late = start.elapsed() > Duration::from_secs(5);
        assert!(!late, "{place}: {} by {}, reached: {}", page.eval(card), page.eval(&lines), page.eval(reached));
    }
}

/// Hovers, clicks, and closes: at each step the card is where it belongs.
fn works(page: &Page, words: &str, place: &str) {
    story::bring(page, words);
    page.mouse_to(page.middle(&mark(words)));
    page.wait_for(&is_open("preview", words));
    stands_by(page, words, place);
    page.click(page.middle(&mark(words)));
    page.wait_for(&is_open("pinned", words));
    stands_by(page, words, place);
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    page.mouse_to((2, 2));
}

/// Zoom in WebKit 2.50, which says where things are in pixels before zooming, where the pointer is and how large the
/// viewport in those after it, and does not say (by `currentCSSZoom`) how many of one make the other.
fn is_beyond(page: &Page, style: &str) -> bool {
    page.engine() == Engine::WebKit && style.starts_with("zoom")
}

fn in_transformed_and_clipped_parents(page: &Page) {
    for style in [
        "transform: translate(60px, 30px)",
        "transform: scale(.8)",
        "overflow: hidden; block-size: 130px; position: relative",
        "overflow: clip; contain: paint",
        "filter: opacity(.9); will-change: transform",
        "perspective: 400px; transform-style: preserve-3d",
        "container-type: inline-size; isolation: isolate; z-index: 1; position: relative",
        "position: fixed; inset: 20px auto auto 20px; inline-size: 600px",
        "zoom: 1.5",
    ] {
        if is_beyond(page, style) {
            continue;
        }
        open(page, &format!("document.querySelector('article').style.cssText = '{style}';"));
        for words in [BOTH, HELD] {
            works(page, words, style);
        }
        assert_eq!(page.logs(), [""; 0], "{style}");
    }
}

/// The card's host stands in the body.
fn in_a_body_of_any_kind(page: &Page) {
    for style in [
        "position: relative; inset-inline-start: 100px; inset-block-start: 20px",
        "overflow: hidden; block-size: 600px",
        "display: grid",
        "transform: translate(30px, 20px)",
        "zoom: 1.25",
    ] {
        if is_beyond(page, style) {
            continue;
        }
        open(page, &format!("document.body.style.cssText = '{style}';"));
        works(page, HELD, style);
        page.run("document.documentElement.scrollTop = 60;", &[]);
        works(page, BOTH, style);
    }
}

fn in_headings_tables_and_captions(page: &Page) {
    for html in [
        "<h2>The people were held for nearly four hours</h2>",
        "<table><caption>Held for nearly four hours</caption><tr><td>One</td></tr></table>",
        "<table><tr><th>Held</th><td>For nearly four hours, it says</td></tr></table>",
        "<div style='display: table'><div style='display: table-cell'>They were held for nearly four hours</div></div>",
        "<figure><svg width=80 height=40></svg><figcaption>Held for nearly four hours</figcaption></figure>",
        "<ol><li>One</li><li>Held for nearly four hours</li></ol>",
        "<dl><dt>How long</dt><dd>They were held for nearly four hours</dd></dl>",
        "<blockquote style='display: flex'><span>They were held for nearly four hours</span></blockquote>",
        "<p style='writing-mode: vertical-rl; block-size: 8em'>They were held for nearly four hours</p>",
    ] {
        open(page, &format!("document.querySelector('article p').outerHTML = `{html}`;"));
        let before = page.eval("document.querySelector('article > :nth-child(2)').localName");
        works(page, HELD, html);
        page.run("document.querySelector('variorum-dossier').remove();", &[]);
        page.wait_for("!document.querySelector('.variorum-mark')");
        assert_eq!(page.eval("document.querySelector('article > :nth-child(2)').localName"), before, "{html}");
    }
}

fn in_columns(page: &Page) {
    page.viewport(1280, 600);
    open(page, "document.body.style.cssText = 'columns: 3; max-width: none; block-size: 300px';");
    for words in [BOTH, HELD, "left with"] {
        works(page, words, "columns");
    }
}

/// The words go, the card goes along.
fn in_a_scrolling_box(page: &Page) {
    open(page, "Object.assign(document.querySelector('article').style, { overflow: 'auto', height: '220px' });");
    works(page, HELD, "");
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    page.run("document.querySelector('article').scrollTop += 30;", &[]);
    stands_by(page, HELD, "");
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    // Opened by a script, words come into their box.
    page.eval("document.querySelector('variorum-dossier').open('computers')");
    page.wait_for(&is_open("pinned", "left with"));
    stands_by(page, "left with", "");
    page.wait_for(&format!(
        "((words, box) => words.top >= box.top && words.bottom <= box.bottom)
         ({}.getClientRects()[0], document.querySelector('article').getBoundingClientRect())",
        mark("left with")
    ));
}

fn in_parts_that_are_drawn_when_scrolled_to(page: &Page) {
    open(
        page,
        "const style = 'content-visibility: auto; contain-intrinsic-block-size: auto 90px; margin-block-start: 900px';
         document.querySelectorAll('article p').forEach(p => (p.style.cssText = style));",
    );
    assert_eq!(page.marks(), json!(story::MARKS));
    for (claim, words) in [("computers", "left with"), ("held", HELD)] {
        page.eval(&format!("document.querySelector('variorum-dossier').open('{claim}')"));
        page.wait_for(&is_open("pinned", words));
        stands_by(page, words, "");
        page.press(&[key::ESCAPE]);
        page.wait_for(CLOSED);
    }
    works(page, BOTH, "");
}

/// A publisher may hide the evidence: its cards are not hidden with it.
fn from_a_hidden_element(page: &Page) {
    for style in ["display: none", "content-visibility: hidden", "visibility: hidden", "opacity: 0; block-size: 0"] {
        page.goto("/plain.html");
        page.run(
            "const box = document.createElement('div');
             box.style.cssText = arguments[0];
             document.querySelector('article').after(box);",
            &[json!(style)],
        );
        story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
        page.run("document.querySelector('article + variorum-dossier + div').append(document.querySelector('variorum-dossier'));", &[]);
        story::ready(page);
        works(page, HELD, style);
    }
}

/// Full screen needs a click of the reader's.
fn in_full_screen(page: &Page) {
    open(
        page,
        "const button = document.createElement('button');
         button.textContent = 'Full screen';
         button.onclick = () => document.querySelector('article').requestFullscreen().catch(error => (window.refused = String(error)));
         document.querySelector('article').append(button);
         document.querySelector('article').style.background = 'white';",
    );
    page.click(page.middle("document.querySelector('article button')"));
    page.wait_for("document.fullscreenElement || window.refused");
    assert_eq!(page.eval("window.refused ?? null"), json!(null));
    story::stand_still(page);
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for(&is_open("preview", HELD));
    stands_by(page, HELD, "full screen");
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    stands_by(page, HELD, "full screen");
    // Esc is the browser's here.
    page.click(page.middle("harness.card().element.querySelector('.variorum-close')"));
    page.wait_for(CLOSED);
    page.run("return document.exitFullscreen();", &[]);
    page.wait_for("!document.fullscreenElement");
    works(page, BOTH, "after full screen");
}

fn before_and_after_a_modal_dialog(page: &Page) {
    open(
        page,
        "document.body.insertAdjacentHTML('beforeend', '<dialog><p>Before you read on: nothing.</p></dialog>');",
    );
    for form in ["preview", "pinned"] {
        if form == "preview" {
            page.mouse_to(page.middle(&mark(HELD)));
        } else {
            page.click(page.middle(&mark(HELD)));
        }
        page.wait_for(&is_open(form, HELD));
        // The page's own dialog comes before the card.
        page.eval("document.querySelector('dialog').showModal()");
        let (x, y) = page.middle("document.querySelector('dialog p')");
        page.wait_for(&format!("harness.at({x}, {y}).localName === 'p'"));
        page.mouse_to((x, y));
        page.wait_for(CLOSED);
        page.eval("document.querySelector('dialog').close()");
        works(page, HELD, "");
    }
}

/// A dialog that had the card in it is closed, or taken out: the next card is the page's again.
fn behind_a_modal_dialog(page: &Page) {
    for gone in ["close()", "remove()"] {
        if gone == "close()" && page.engine() == Engine::WebKit {
            continue; // it hangs itself up, whoever closes the popover
        }
        open(
            page,
            "document.body.insertAdjacentHTML('beforeend', '<dialog></dialog>');
             document.querySelector('dialog').append(document.querySelector('article p'));
             document.querySelector('article').append(document.querySelector('dialog'));
             document.querySelector('dialog').showModal();",
        );
        page.click(page.middle(&mark(HELD)));
        page.wait_for(&is_open("pinned", HELD));
        page.eval(&format!("document.querySelector('dialog').{gone}"));
        page.mouse_to((2, 2));
        works(page, "left with", gone);
        if gone == "close()" {
            page.eval("document.querySelector('dialog').showModal()");
            works(page, HELD, "");
        }
        assert_eq!(page.logs(), [""; 0]);
    }
}

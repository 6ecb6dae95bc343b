//! What works in the evidence: the filter, links to marks and back, the choice to have no marks; what is printed.

use serde_json::json;

use crate::page::{Page, key};
use crate::story::{self, BOTH, CLOSED, HELD, is_open, mark};
use crate::tests;

tests![
    => a_row_leads_to_its_mark,
    => links_to_marks_follow_the_marks,
    => marks_go_and_come_back,
    => the_choice_holds_for_all_elements,
    => the_choice_is_kept_where_that_is_allowed,
    => rows_are_filtered_by_key,
    => a_narrow_table_is_still_a_table,
    => on_paper_all_is_open,
    => the_card_follows_the_text,
    => the_closed_line_is_as_high_as_was_said,
];

/// The button that turns marks off and on.
const CHOICE: &str = "document.querySelector('.variorum-choice')";

fn open_evidence(page: &Page) {
    page.eval("document.querySelector('variorum-dossier details').open = true");
}

/// The link to the mark of a claim, of which there are two: in its row, and at its evidence.
fn back(claim: &str, at: usize) -> String {
    format!("document.querySelectorAll('.variorum-back[data-variorum-claim={claim}]')[{at}]")
}

/// That content made by the style sheet is that of an attribute. Some engines resolve it, some say its name.
fn says(page: &Page, content: &str, attribute: &str, value: &str) {
    let content = page.eval(content);
    let content = content.as_str().unwrap_or_default();
    assert!(content.contains(attribute) || content.contains(value), "{content}");
}

fn a_row_leads_to_its_mark(page: &Page) {
    story::open(page);
    open_evidence(page);
    for (claim, words) in [("held", HELD), ("entered", BOTH), ("intruders", BOTH)] {
        for at in 0..2 {
            page.eval(&format!("{}.scrollIntoView({{ block: 'center', behavior: 'instant' }})", back(claim, at)));
            page.eval(&format!("{}.click()", back(claim, at)));
            page.wait_for(&format!("harness.focused() === {}", mark(words)));
            let seen =
                format!("(box => box.top >= 0 && box.bottom <= innerHeight)({}.getBoundingClientRect())", mark(words));
            page.wait_for(&seen);
        }
    }
    // And back: the card leads to the overview.
    page.eval("document.querySelector('variorum-dossier').open('held')");
    page.wait_for(&is_open("pinned", HELD));
    page.eval("harness.card().element.querySelector('.variorum-all').click()");
    page.wait_for(CLOSED);
    page.wait_for(
        "location.hash === '#variorum-house' && document.querySelector('.variorum-overview').matches(':target')",
    );
    assert_eq!(page.logs(), [""; 0]);
}

fn links_to_marks_follow_the_marks(page: &Page) {
    story::open(page);
    open_evidence(page);
    let shown = "[...document.querySelectorAll('.variorum-table .variorum-back:not([hidden])')].map(link => link.dataset.variorumClaim).sort()";
    assert_eq!(page.eval(shown), json!(["computers", "entered", "held", "intruders"]));
    // Room is kept for those that are hidden.
    let height = page.eval("document.querySelector('.variorum-table').offsetHeight");
    page.eval(&format!("{}.parentElement.firstChild.remove()", mark(HELD)));
    page.eval(&format!("{}.remove()", mark(HELD)));
    page.wait_for(&format!("{}.hidden", back("held", 0)));
    assert_eq!(page.eval("document.querySelector('.variorum-table').offsetHeight"), height);
    assert_eq!(page.eval(shown), json!(["computers", "entered", "intruders"]));
}

fn marks_go_and_come_back(page: &Page) {
    story::open(page);
    open_evidence(page);
    assert_eq!(page.marks(), json!(story::MARKS));
    assert_eq!(page.eval(&format!("{CHOICE}.textContent")), "Turn the underlines off");
    page.eval("document.querySelector('variorum-dossier').open('held')");
    page.wait_for(&is_open("pinned", HELD));
    page.scroll_to(CHOICE);
    page.eval(&format!("{CHOICE}.focus()"));
    page.press(&[key::ENTER]);
    page.wait_for("!document.querySelector('.variorum-mark')");
    page.wait_for(CLOSED);
    // The text is as it was: the same nodes.
    assert_eq!(page.changes("article"), [""; 0]);
    assert_eq!(page.eval(&format!("{CHOICE}.textContent")), "Turn the underlines on");
    assert_eq!(page.eval("document.querySelector('variorum-dossier').open('held')"), json!(false));
    assert_eq!(page.eval("document.querySelectorAll('.variorum-back:not([hidden])').length"), json!(0));
    // What the page adds later is not marked either.
    page.eval("document.querySelector('article').append(document.createElement('hr'))");
    page.pause(600);
    assert_eq!(page.marks(), json!([]));
    page.eval(&format!("{CHOICE}.click()"));
    page.wait_for("document.querySelectorAll('a.variorum-mark').length === 3");
    assert_eq!(page.marks(), json!(story::MARKS));
    assert_eq!(page.eval("localStorage.length"), json!(0), "nothing is kept without being asked");
    assert_eq!(page.logs(), [""; 0]);
}

fn the_choice_holds_for_all_elements(page: &Page) {
    story::open(page);
    story::embed(page, story::SHELL, &json!({ "src": "/made/other.json" }));
    page.wait_for("harness.events.filter(event => event.name === 'ready').length === 2");
    page.eval(&format!("{CHOICE}.click()"));
    page.wait_for("!document.querySelector('.variorum-mark')");
    let labels = "[...document.querySelectorAll('.variorum-choice')].map(button => button.textContent)";
    assert_eq!(page.eval(labels), json!(["Turn the underlines on", "Turn the underlines on"]));
    page.eval("[...document.querySelectorAll('.variorum-choice')].at(-1).click()");
    page.wait_for(&format!("{} && document.querySelectorAll('.variorum-mark').length > 3", mark(HELD)));
}

fn the_choice_is_kept_where_that_is_allowed(page: &Page) {
    let kept = "localStorage.getItem('variorum-marks')";
    story::open_with(page, json!({ "remember": "" }));
    assert_eq!(page.eval(kept), json!(null));
    page.eval(&format!("{CHOICE}.click()"));
    page.wait_for("!document.querySelector('.variorum-mark')");
    assert_eq!(page.eval(kept), "off");
    // On the next page too.
    story::open_with(page, json!({ "remember": "" }));
    assert_eq!(page.marks(), json!([]));
    assert_eq!(page.eval(&format!("{CHOICE}.textContent")), "Turn the underlines on");
    // But not where the publisher has not said so.
    story::open(page);
    assert_eq!(page.marks(), json!(story::MARKS));
    story::open_with(page, json!({ "remember": "" }));
    page.eval(&format!("{CHOICE}.click()"));
    page.wait_for("document.querySelectorAll('a.variorum-mark').length === 3");
    assert_eq!(page.eval("localStorage.length"), json!(0));
}

fn rows_are_filtered_by_key(page: &Page) {
    story::open(page);
    open_evidence(page);
    page.scroll_to("document.querySelector('.variorum-filter')");
    page.eval("document.querySelector('.variorum-filter input').focus()");
    let rows = "[...document.querySelectorAll('.variorum-row')].filter(row => row.checkVisibility()).map(row => row.className.split('-').at(-1))";
    assert_eq!(page.eval(rows), json!(["contradict", "contradict", "agree", "agree"]));
    page.press(&["\u{e015}"]);
    page.wait_for("document.querySelector('[value=contradict]').checked");
    assert_eq!(page.eval(rows), json!(["contradict", "contradict"]));
    page.press(&["\u{e015}"]);
    page.wait_for("document.querySelector('[value=agree]').checked");
    assert_eq!(page.eval(rows), json!(["agree", "agree"]));
    // It is no part of a form around it.
    assert_eq!(page.eval("document.querySelector('.variorum-filter input').form"), json!(null));
}

fn a_narrow_table_is_still_a_table(page: &Page) {
    page.viewport(320, 700);
    story::open(page);
    open_evidence(page);
    assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth"), json!(true));
    let display = "getComputedStyle(document.querySelector('.variorum-row')).display";
    assert_eq!(page.eval(display), "block");
    let roles = |selector: &str| page.role(selector);
    assert_eq!(roles(".variorum-table"), "table");
    assert_eq!(roles(".variorum-row"), "row");
    assert_eq!(roles(".variorum-row th"), "rowheader");
    assert_eq!(roles(".variorum-row td"), "cell");
    assert_eq!(roles(".variorum-table thead th"), "columnheader");
    // Each answer says whose it is.
    let of = "getComputedStyle(document.querySelector('.variorum-row td'), '::before').content";
    says(page, of, "data-variorum-of", "The Globe");
    page.viewport(1280, 800);
    page.wait_for(&format!("{display} === 'table-row'"));
}

fn on_paper_all_is_open(page: &Page) {
    story::open(page);
    // The rules for paper, on the screen.
    page.eval(
        "(() => {
             for (const sheet of document.styleSheets) {
                 const visit = rules => {
                     for (const rule of rules) {
                         if (rule.media?.mediaText === 'print') rule.media.mediaText = 'screen';
                         else if (rule.cssRules) visit(rule.cssRules);
                     }
                 };
                 visit(sheet.cssRules);
             }
         })()",
    );
    page.wait_for("document.querySelector('.variorum-sources').checkVisibility({ contentVisibilityAuto: true })");
    let number = "getComputedStyle([...document.querySelectorAll('.variorum-mark')].at(-1), '::after').content";
    says(page, number, "data-variorum-note", "4");
    let numbers =
        "[...document.querySelectorAll('[data-variorum-note].variorum-mark')].map(mark => mark.dataset.variorumNote)";
    assert_eq!(page.eval(numbers), json!(["3, 2", "1", "4"]));
    let head = "getComputedStyle(document.querySelector('.variorum-head'), '::before').content";
    says(page, head, "data-variorum-note", "1");
    assert_eq!(
        page.eval("document.querySelector('.variorum-timeline ol').getBoundingClientRect().height > 20"),
        json!(true)
    );
    assert_eq!(page.eval("document.querySelector('.variorum-choice').checkVisibility()"), json!(false));
    let address = "getComputedStyle(document.querySelector('.variorum-sources .variorum-out'), '::after').content";
    says(page, address, "href", "globe.example");
}

fn the_closed_line_is_as_high_as_was_said(page: &Page) {
    story::open(page);
    for (root, text) in [("100%", "16px"), ("62.5%", "19px"), ("100%", "33px")] {
        page.run(
            "document.documentElement.style.fontSize = arguments[0];
             document.querySelector('variorum-dossier').style.fontSize = arguments[1];",
            &[json!(root), json!(text)],
        );
        let heights = page.eval(
            "(element => [element.getBoundingClientRect().height, parseFloat(getComputedStyle(element).minBlockSize)])
             (document.querySelector('variorum-dossier'))",
        );
        let height = |at: usize| heights[at].as_f64().expect("a height");
        assert!((height(0) - height(1)).abs() < 0.1 && height(1) >= 40.0, "{root}, {text}: {heights}");
    }
}

fn the_card_follows_the_text(page: &Page) {
    story::open(page);
    let size = |root: &str, text: &str| {
        page.eval("document.querySelector('variorum-dossier').close()");
        page.wait_for(CLOSED);
        page.run(
            "document.documentElement.style.fontSize = arguments[0];
             document.querySelector('variorum-dossier').style.fontSize = arguments[1];",
            &[json!(root), json!(text)],
        );
        page.eval("document.querySelector('variorum-dossier').open('held')");
        page.wait_for(&is_open("pinned", HELD));
        let size = page.eval("parseFloat(getComputedStyle(harness.card().element).fontSize)");
        (size.as_f64().expect("a size") * 100.0).round() / 100.0
    };
    // Whatever the root says: many pages have it at ten pixels.
    assert_eq!(size("62.5%", "19px"), 15.01);
    assert_eq!(size("100%", "40px"), 31.6);
    assert_eq!(size("100%", "12px"), 15.0);
}

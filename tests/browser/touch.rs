//! The card by touch: a sheet at the foot of the screen.

use serde_json::json;

use crate::page::{Page, key};
use crate::story::{self, BOTH, CLOSED, HELD, is_open, mark};
use crate::tests;

tests![
    touch => opens_a_sheet,
    touch => the_first_is_laid_out_while_the_finger_is_down,
    touch => keeps_the_words_in_view,
    touch => tap_outside_closes,
    touch => swipe_closes,
    touch => short_swipe_does_not,
    touch => button_closes,
    touch => turns_between_points,
    touch => escape_closes,
    touch => never_hovers,
];

fn tap(page: &Page, words: &str) {
    page.tap(page.middle(&mark(words)));
    assert_eq!(page.eval("harness.pointers.at(-1)"), "pointerup touch");
}

fn open(page: &Page) {
    page.viewport(390, 700);
    story::open(page);
    tap(page, HELD);
    page.wait_for(&is_open("sheet", HELD));
    settled(page);
}

/// Waits until the sheet stands still.
fn settled(page: &Page) {
    page.wait_for("harness.card().element.getAnimations().length === 0");
}

fn sheet_is_as_it_should_be(page: &Page) {
    settled(page);
    let sheet = "harness.card().element.getBoundingClientRect()";
    let number = |expression: &str| page.eval(expression).as_f64().expect("a number");
    assert!(number(&format!("{sheet}.height")) <= 0.7 * 700.0 + 0.5);
    assert!((number(&format!("{sheet}.bottom")) - 700.0).abs() < 1.0);
    assert_eq!(number(&format!("{sheet}.width")), number("Math.min(document.documentElement.clientWidth, 640)"));
    let mark = "[...document.querySelectorAll('.variorum-open')].map(mark => mark.getBoundingClientRect())";
    assert!(number(&format!("Math.max(...{mark}.map(box => box.bottom))")) <= number(&format!("{sheet}.top")));
    assert!(number(&format!("Math.min(...{mark}.map(box => box.top))")) >= 0.0);
}

fn opens_a_sheet(page: &Page) {
    open(page);
    sheet_is_as_it_should_be(page);
    page.wait_for("harness.focused() === harness.card().element");
    assert_eq!(page.eval("harness.card().element.matches(':modal')"), true);
    assert_eq!(page.eval("location.hash"), "");
    let opened = page.events().into_iter().find(|event| event["name"] == "open").expect("an open event");
    assert_eq!((&opened["by"], &opened["pinned"]), (&"touch".into(), &true.into()));
}

fn the_first_is_laid_out_while_the_finger_is_down(page: &Page) {
    page.viewport(390, 700);
    story::open(page);
    let down = "new PointerEvent('pointerdown', { bubbles: true, composed: true, pointerType: 'touch', pointerId: 7, isPrimary: true })";
    page.eval(&format!("{}.dispatchEvent({down})", mark(HELD)));
    let card = "document.querySelector('variorum-card')?.shadowRoot.querySelector('.card')";
    page.wait_for(&format!("{card}?.querySelector('.variorum-question')?.offsetHeight > 0"));
    assert_eq!(page.eval(CLOSED), true);
    tap(page, HELD);
    page.wait_for(&is_open("sheet", HELD));
    assert_eq!(page.eval(&format!("[{card}.offsetHeight, {card}.childNodes.length]")), json!([0, 0]));
}

fn keeps_the_words_in_view(page: &Page) {
    page.viewport(390, 700);
    story::open(page);
    // The words stand where the sheet will be.
    let top = format!("{}.getBoundingClientRect().top", mark(HELD));
    page.eval(&format!("void (document.querySelector('h1').style.marginTop = 600 - {top} + 'px')"));
    tap(page, HELD);
    page.wait_for(&is_open("sheet", HELD));
    sheet_is_as_it_should_be(page);
    // By the least scrolling.
    let gap =
        format!("harness.card().element.getBoundingClientRect().top - {}.getBoundingClientRect().bottom", mark(HELD));
    let gap = page.eval(&gap).as_f64().expect("a number");
    assert!((8.0..=32.0).contains(&gap), "{gap}");
    // And where the page can't scroll.
    page.eval("document.querySelector('variorum-dossier').close()");
    page.wait_for(CLOSED);
    page.eval(
        "document.querySelectorAll('article ~ *').forEach(e => e.localName === 'variorum-dossier' || e.remove())",
    );
    page.eval("void (document.querySelector('h1').style.marginTop = '0')");
    page.eval("void (document.documentElement.style.overflow = 'hidden')");
    page.eval(&format!("void (document.querySelector('h1').style.marginTop = 350 - {top} + 'px')"));
    tap(page, HELD);
    page.wait_for(&is_open("sheet", HELD));
    sheet_is_as_it_should_be(page);
    let height = page.eval("harness.card().element.offsetHeight").as_f64().expect("a number");
    assert!(height >= 0.4 * 700.0 - 1.0, "{height}");
}

fn tap_outside_closes(page: &Page) {
    open(page);
    page.tap((195, 20));
    page.wait_for(CLOSED);
    page.wait_for(&format!("harness.focused() === {}", mark(HELD)));
    // What lay under the finger was not pressed.
    assert_eq!(page.eval("location.hash"), "");
}

fn swipe_closes(page: &Page) {
    open(page);
    let (x, y) = page.middle("harness.card().element.querySelector('.handle')");
    page.swipe(&[(x, y), (x, y + 60), (x, y + 140)]);
    page.wait_for(CLOSED);
    page.wait_for(&format!("harness.focused() === {}", mark(HELD)));
    // The next one stands where it should.
    tap(page, HELD);
    page.wait_for(&is_open("sheet", HELD));
    sheet_is_as_it_should_be(page);
}

fn short_swipe_does_not(page: &Page) {
    open(page);
    let (x, y) = page.middle("harness.card().element.querySelector('.handle')");
    page.swipe(&[(x, y), (x, y + 30)]);
    page.wait_for("harness.card().element.style.transform === ''");
    assert_eq!(page.eval(&is_open("sheet", HELD)), true);
    sheet_is_as_it_should_be(page);
}

fn button_closes(page: &Page) {
    open(page);
    page.tap(page.middle("harness.card().element.querySelector('.variorum-close')"));
    page.wait_for(CLOSED);
    page.wait_for(&format!("harness.focused() === {}", mark(HELD)));
}

fn turns_between_points(page: &Page) {
    page.viewport(390, 700);
    story::open(page);
    tap(page, BOTH);
    page.wait_for(&is_open("sheet", BOTH));
    settled(page);
    page.wait_for("harness.card().text.includes('Point 1 of 2')");
    page.tap(page.middle("harness.card().element.querySelector('.variorum-next')"));
    page.wait_for("harness.card().text.includes('Point 2 of 2')");
    sheet_is_as_it_should_be(page);
}

fn escape_closes(page: &Page) {
    open(page);
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    page.wait_for(&format!("harness.focused() === {}", mark(HELD)));
    page.pause(700);
    assert_eq!(page.eval(CLOSED), true);
}

/// On a wide screen, too.
fn never_hovers(page: &Page) {
    story::open(page);
    tap(page, HELD);
    page.wait_for(&is_open("sheet", HELD));
    settled(page);
    assert_eq!(page.eval("harness.card().element.getBoundingClientRect().width <= 640"), true);
    page.tap((640, 20));
    page.wait_for(CLOSED);
    page.pause(700);
    assert_eq!(page.eval(CLOSED), true);
}

//! What works in the evidence once the page is live: links to the marks, and the reader's choice to have none.

use super::list::elements;
use super::stage;
use super::widget::Widget;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, Storage};

/// What the choice is kept under, where the publisher allows that it is kept.
const KEPT_AS: &str = "variorum-marks";
const OFF: &str = "off";

thread_local! {
    /// Whether the reader has turned the marks off, for all elements of the page.
    static IS_OFF: Cell<bool> = const { Cell::new(false) };
}

/// Whether the reader wants no marks.
pub fn is_off() -> bool {
    IS_OFF.get()
}

/// Takes up that the reader turned the marks off on an earlier page.
pub fn recall() {
    let kept = storage().and_then(|storage| storage.get_item(KEPT_AS).ok()?);
    if kept.as_deref() == Some(OFF) && !is_off() {
        turn(true);
    }
}

/// `None` where the browser refuses it, as for a page without an origin.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Keeps the choice, if one of the elements allows it.
fn keep(off: bool) {
    if stage::widgets().iter().any(|widget| widget.remembers())
        && let Some(storage) = storage()
    {
        let _ = if off { storage.set_item(KEPT_AS, OFF) } else { storage.remove_item(KEPT_AS) };
    }
}

/// Turns the marks of all elements off, or on again.
fn turn(off: bool) {
    IS_OFF.set(off);
    for widget in stage::widgets() {
        widget.label_choice();
        widget.unmark();
        widget.mark();
    }
}

/// Carries out a click on a control of the evidence. False where it was none.
pub fn clicked(event: &Event, target: &Element) -> bool {
    let is_in = |widget: &Rc<Widget>| widget.element().contains(Some(target));
    let Some(widget) = stage::widgets().into_iter().find(is_in) else { return false };
    widget.complete();
    let closest = |selector: &str| target.closest(selector).ok().flatten();
    if closest(".variorum-choice").is_some() {
        let off = !is_off();
        keep(off);
        turn(off);
        return true;
    }
    let claim = closest(".variorum-back").and_then(|link| link.get_attribute("data-variorum-claim"));
    let shown = claim.is_some_and(|claim| stage::show_mark(&widget, &claim));
    if shown {
        event.prevent_default();
    }
    shown
}

/// What a link leads to has to be there, if it is evidence.
pub fn followed(target: &Element) {
    if target.closest("[href*='#variorum-']").is_ok_and(|link| link.is_some()) {
        complete();
    }
}

/// All evidence has to be there: the page is printed, or words are looked for in it.
pub fn complete() {
    stage::widgets().iter().for_each(|widget| widget.complete());
}

/// Shows the links in an element to marks that stand, and hides the others.
pub fn show_links(element: &Element, is_marked: &dyn Fn(&str) -> bool) {
    for link in elements(element, ".variorum-back").map(JsCast::unchecked_into::<HtmlElement>) {
        let hidden = !link.get_attribute("data-variorum-claim").is_some_and(|claim| is_marked(&claim));
        // Said only where it is news: elements that watch each other would never come to rest.
        if link.hidden() != hidden {
            link.set_hidden(hidden);
        }
    }
}

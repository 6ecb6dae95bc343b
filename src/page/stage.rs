//! One stage for the page: the card, its life, the marks of every element, and one set of delegated listeners.

use super::card::{self, CardBox, Support, rect_of};
use super::event::{self, Opened};
use super::task::now;
use super::widget::Widget;
use crate::view::Action;
use crate::view::life::{By, Card, Effect, Form, Input, Life, MarkId, Over, Point, Rect, Timing};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::WeakMap;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, Event, EventTarget, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// A mark in the page.
#[derive(Clone)]
pub struct Marked {
    /// Whose it is.
    pub widget: Rc<Widget>,
    /// Its claims, worst relation first.
    pub claims: Rc<[usize]>,
    /// Its elements: the mark, then pointer-only ones.
    pub elements: Rc<[Element]>,
}

struct Stage {
    document: Document,
    support: Support,
    card: CardBox,
    life: Life,
    marks: Vec<Option<Marked>>,
    /// From a mark's element to its number.
    ids: WeakMap,
    widgets: Vec<(u32, Rc<Widget>)>,
    next_handle: u32,
    timer: Option<Timeout>,
    /// While it matters where the pointer goes.
    movement: Option<EventListener>,
    /// Where the pointer was last, and of what type the last press was.
    pointer: Point,
    touched: bool,
    swipe: Option<Swipe>,
    _listeners: Vec<EventListener>,
}

/// A finger that pulls at the sheet.
struct Swipe {
    /// Where it began, in pixels from the top.
    start: f64,
    _follow: EventListener,
    _end: EventListener,
}

impl Swipe {
    /// How far down the finger is now, in pixels.
    fn distance(&self, event: &Event) -> f64 {
        (f64::from(event.unchecked_ref::<PointerEvent>().client_y()) - self.start).max(0.0)
    }
}

thread_local! {
    static STAGE: RefCell<Option<Stage>> = const { RefCell::new(None) };
}

/// Lends the stage, or nothing while it is lent already or not there.
fn with<T>(act: impl FnOnce(&mut Stage) -> T) -> Option<T> {
    let (mut act, mut result) = (Some(act), None);
    lend(&mut |stage| result = act.take().map(|act| act(stage)));
    result
}

/// What all uses of [`with`] have in common, once.
fn lend(act: &mut dyn FnMut(&mut Stage)) {
    STAGE.with(|stage| {
        if let Some(stage) = stage.try_borrow_mut().ok().as_mut().and_then(|stage| stage.as_mut()) {
            act(stage);
        }
    });
}

/// Makes the stage if there is none. False where the page has no body.
pub fn ensure(document: &Document, timing: Timing) -> Option<Support> {
    if let Some(support) = with(|stage| stage.support) {
        return Some(support);
    }
    let support = Support::ask(document);
    let card = CardBox::new(document)?;
    let stage = Stage {
        document: document.clone(),
        support,
        life: Life::new(timing),
        marks: Vec::new(),
        ids: WeakMap::new(),
        widgets: Vec::new(),
        next_handle: 1,
        timer: None,
        movement: None,
        pointer: Point::default(),
        touched: false,
        swipe: None,
        _listeners: if support.popover { listeners(document, &card) } else { Vec::new() },
        card,
    };
    STAGE.with(|slot| *slot.borrow_mut() = Some(stage));
    Some(support)
}

/// Adds an element's widget and gives its handle.
pub fn add(widget: Rc<Widget>) -> u32 {
    with(|stage| {
        let handle = stage.next_handle;
        stage.next_handle += 1;
        stage.widgets.push((handle, widget));
        handle
    })
    .unwrap_or(0)
}

/// Adds a mark.
pub fn add_mark(marked: Marked) -> Option<MarkId> {
    with(|stage| {
        let id = stage.marks.len();
        for element in marked.elements.iter() {
            stage.ids.set(element, &JsValue::from(id as u32));
        }
        stage.marks.push(Some(marked));
        id as MarkId
    })
}

/// Forgets a mark; a card that is open on it closes.
pub fn remove_mark(mark: MarkId) {
    input(Input::Removed { mark });
    with(|stage| {
        if let Some(slot) = stage.marks.get_mut(mark as usize) {
            *slot = None;
        }
    });
}

fn widget(handle: u32) -> Option<Rc<Widget>> {
    with(|stage| stage.widgets.iter().find(|(other, _)| *other == handle).map(|(_, widget)| widget.clone())).flatten()
}

/// See [`super::unmount`].
pub fn unmount(handle: u32) {
    let Some(widget) = widget(handle) else { return };
    widget.leave();
    let last = with(|stage| {
        stage.widgets.retain(|(other, _)| *other != handle);
        stage.widgets.is_empty()
    });
    if last == Some(true) {
        let stage = STAGE.with(|slot| slot.try_borrow_mut().ok()?.take());
        if let Some(stage) = stage {
            stage.card.host.remove();
        }
    }
}

/// See [`super::open`].
pub fn open(handle: u32, claim: &str) -> bool {
    let Some(widget) = widget(handle) else { return false };
    let Some(claim) = widget.claim(claim) else { return false };
    let found = with(|stage| {
        stage.marks.iter().enumerate().find_map(|(id, marked)| {
            let marked = marked.as_ref().filter(|marked| Rc::ptr_eq(&marked.widget, &widget))?;
            let at = marked.claims.iter().position(|&other| other == claim)?;
            Some((id as MarkId, at, marked.elements.first()?.clone(), stage.wants_sheet(false)))
        })
    });
    let Some((mark, at, element, sheet)) = found.flatten() else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    input(Input::Activated { mark, by: By::Script, at, sheet });
    true
}

/// See [`super::close`].
pub fn close(handle: u32) {
    let Some(widget) = widget(handle) else { return };
    let open = with(|stage| {
        let card = stage.life.card()?;
        let marked = stage.marks.get(card.mark as usize)?.as_ref()?;
        Rc::ptr_eq(&marked.widget, &widget).then_some(())
    });
    if open.flatten().is_some() {
        input(Input::Dismissed);
    }
}

/// See [`super::refresh`].
pub fn refresh(handle: u32) {
    if let Some(widget) = widget(handle) {
        widget.unmark();
        widget.mark();
    }
}

impl Stage {
    fn mark_at(&self, target: &Element) -> Option<MarkId> {
        let element = target.closest(".variorum-mark").ok()??;
        Some(self.ids.get(&element).as_f64()? as MarkId)
    }

    /// Whether a card is to be a sheet: for fingers, on narrow screens, and where a popover could not be placed.
    fn wants_sheet(&self, touch: bool) -> bool {
        let narrow = self.document.default_view().and_then(|window| window.inner_width().ok()?.as_f64());
        touch || narrow.is_some_and(|width| width < 480.0) || !self.support.anchor
    }
}

impl Marked {
    /// The fragment of a line that a point is in, or the nearest; the first where there is no point.
    fn fragment(&self, at: Option<Point>) -> Option<Rect> {
        let mut best: Option<(f64, Rect)> = None;
        for element in self.elements.iter() {
            let rects = element.get_client_rects();
            for index in 0..rects.length() {
                let Some(rect) = rects.item(index).map(|rect| rect_of(&rect)) else { continue };
                let distance = at.map_or(0.0, |at| {
                    let x = (rect.left - at.x).max(at.x - rect.right).max(0.0);
                    let y = (rect.top - at.y).max(at.y - rect.bottom).max(0.0);
                    x * x + y * y
                });
                if best.is_none_or(|(least, _)| distance < least) {
                    best = Some((distance, rect));
                }
            }
        }
        best.map(|(_, rect)| rect)
    }
}

/// Feeds the card's life and carries out what it answers.
fn input(input: Input) {
    let Some(effects) = with(|stage| stage.life.handle(input, now())) else { return };
    for effect in effects {
        perform(effect);
    }
    let Some((wake, follows)) = with(|stage| (stage.life.wake(), stage.life.follows_pointer())) else { return };
    let timer = wake.map(|wake| Timeout::new((wake - now()).max(0.0).ceil() as u32, || self::input(Input::Tick)));
    with(|stage| {
        stage.timer = timer;
        if follows != stage.movement.is_some() {
            stage.movement = follows.then(|| listen(&stage.document, "pointermove", true, pointer_moved));
        }
    });
}

fn perform(effect: Effect) {
    let parts = |card: Card| {
        with(|stage| {
            let marked = stage.marks.get(card.mark as usize)?.clone()?;
            let at = (card.by == By::Pointer).then_some(stage.pointer);
            Some((stage.card.clone(), marked, at))
        })
        .flatten()
    };
    match effect {
        Effect::Open(card) | Effect::Reform(card) => {
            let Some((shown, marked, at)) = parts(card) else { return };
            let Some(mark) = marked.elements.first() else { return };
            close_marks();
            let content = marked.widget.card(&marked.claims, card.at);
            if matches!(effect, Effect::Open(_)) || card.form == Form::Sheet {
                shown.fill(card.form, &content);
            }
            shown.show(card.form, mark, marked.widget.lang(), marked.widget.is_rtl());
            if card.form == Form::Sheet {
                shown.uncover(&marked.elements);
            } else if let Some(fragment) = marked.fragment(at) {
                shown.place(fragment);
            }
            for element in marked.elements.iter() {
                let _ = element.class_list().add_1("variorum-open");
            }
            let _ = mark.set_attribute("aria-expanded", "true");
        }
        Effect::Turn(card) => {
            let Some((shown, marked, _)) = parts(card) else { return };
            let had_focus = shown.has_focus();
            shown.fill(card.form, &marked.widget.card(&marked.claims, card.at));
            if card.form == Form::Sheet {
                shown.uncover(&marked.elements);
            }
            if had_focus {
                // The button that was pressed is gone with what it stood in.
                shown.focus(card.form);
            }
        }
        Effect::Focus => {
            let Some((shown, form)) = with(|stage| Some((stage.card.clone(), stage.life.card()?.form))).flatten()
            else {
                return;
            };
            shown.focus(form);
        }
        Effect::Close { restore } => {
            let Some(shown) = with(|stage| stage.card.clone()) else { return };
            let had_focus = shown.has_focus();
            let mark = close_marks();
            shown.hide();
            // Chromium would leave focus on the body when a popover in a shadow root closes.
            if let Some(mark) = mark.filter(|_| restore && had_focus) {
                card::focus(&mark);
            }
        }
        Effect::Opened(card) | Effect::Closed(card) => {
            let Some((_, marked, _)) = parts(card) else { return };
            let Some((claim, relation)) = marked.widget.name_of(marked.claims[card.at.min(marked.claims.len() - 1)])
            else {
                return;
            };
            let by = match card.by {
                By::Pointer => "pointer",
                By::Key => "key",
                By::Touch => "touch",
                By::Script => "script",
            };
            let detail = Opened { claim, relation, by, pinned: card.form != Form::Preview };
            let name = if matches!(effect, Effect::Opened(_)) { "variorum-open" } else { "variorum-close" };
            event::dispatch(marked.widget.element(), name, &detail);
        }
    }
}

/// Takes the look of an open mark from whichever has it, and gives that mark.
fn close_marks() -> Option<HtmlElement> {
    let marks = with(|stage| stage.marks.clone())?;
    let mut closed = None;
    for marked in marks.iter().flatten() {
        let Some(mark) = marked.elements.first() else { continue };
        if mark.get_attribute("aria-expanded").is_some_and(|expanded| expanded == "true") {
            let _ = mark.set_attribute("aria-expanded", "false");
            for element in marked.elements.iter() {
                let _ = element.class_list().remove_1("variorum-open");
            }
            closed = mark.clone().dyn_into().ok();
        }
    }
    closed
}

/// What a listener does: a plain function, since each type of closure would bring its own way to JavaScript along.
type Act = fn(&Event);

fn listen(target: &EventTarget, name: &'static str, passive: bool, act: Act) -> EventListener {
    let mut options = EventListenerOptions::run_in_capture_phase();
    options.passive = passive;
    EventListener::new_with_options(target, name, options, act)
}

/// The delegated listeners: nine on the document and window, three in the card.
fn listeners(document: &Document, card: &CardBox) -> Vec<EventListener> {
    let table: [(&EventTarget, _, _, Act); 11] = [
        (document, "pointerover", true, pointer_moved),
        (document, "pointerout", true, pointer_left),
        (document, "pointerdown", true, pressed),
        (document, "click", false, clicked),
        (document, "keydown", false, key_pressed),
        (document, "focusin", true, focused),
        (document, "focusout", true, blurred),
        (document, "scroll", true, scrolled),
        (&card.shadow, "click", false, clicked_in_card),
        (card.popover(), "toggle", true, closed_by_platform),
        (card.sheet(), "close", true, closed_by_platform),
    ];
    let mut all = Vec::new();
    for (target, name, passive, act) in table {
        all.push(listen(target, name, passive, act));
    }
    if let Some(window) = document.default_view() {
        all.push(listen(&window, "resize", true, |_| replace()));
    }
    all
}

/// The pointer left something, perhaps the window altogether.
fn pointer_left(event: &Event) {
    if event.unchecked_ref::<PointerEvent>().related_target().is_none() {
        pointer_at(event.unchecked_ref(), Over::Page);
    }
}

fn blurred(event: &Event) {
    if event.unchecked_ref::<web_sys::FocusEvent>().related_target().is_none() {
        input(Input::Blurred);
    }
}

fn scrolled(_: &Event) {
    input(Input::Scrolled);
    replace();
}

/// The words may stand elsewhere now: the card goes along.
fn replace() {
    let placed = with(|stage| {
        let card = stage.life.card().filter(|card| card.form != Form::Sheet)?;
        let marked = stage.marks.get(card.mark as usize)?.clone()?;
        Some((stage.card.clone(), marked.fragment(None)?))
    });
    if let Some((card, fragment)) = placed.flatten() {
        card.place(fragment);
    }
}

fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn pointer_moved(event: &Event) {
    let Some(target) = target_of(event) else { return };
    let over = with(|stage| {
        if stage.card.is_host(&target) { Over::Card } else { stage.mark_at(&target).map_or(Over::Page, Over::Mark) }
    });
    if let Some(over) = over {
        pointer_at(event.unchecked_ref(), over);
    }
}

fn pointer_at(event: &PointerEvent, over: Over) {
    if event.pointer_type() == "touch" {
        return;
    }
    let at = Point { x: event.client_x().into(), y: event.client_y().into() };
    let card = with(|stage| {
        stage.pointer = at;
        if stage.support.anchor { Some(stage.card.rect()) } else { None }
    });
    if let Some(card) = card.flatten() {
        input(Input::Pointer { over, at, card });
    }
}

fn pressed(event: &Event) {
    let Some(target) = target_of(event) else { return };
    let touched = event.unchecked_ref::<PointerEvent>().pointer_type() == "touch";
    let outside = with(|stage| {
        stage.touched = touched;
        if stage.card.is_host(&target) { None } else { Some(stage.mark_at(&target).is_none()) }
    });
    match outside {
        Some(None) => swipe_began(event),
        Some(Some(true)) => input(Input::PressedOutside),
        _ => {}
    }
}

fn clicked(event: &Event) {
    let click: &MouseEvent = event.unchecked_ref();
    let modified = click.ctrl_key() || click.shift_key() || click.alt_key() || click.meta_key() || click.button() != 0;
    if modified || event.default_prevented() {
        return;
    }
    let Some(target) = target_of(event) else { return };
    let hit = with(|stage| {
        // A click made by a key has no press before it and counts none.
        let touch = click.detail() != 0 && stage.touched;
        Some((stage.mark_at(&target)?, touch, stage.wants_sheet(touch)))
    });
    let Some((mark, touch, sheet)) = hit.flatten() else { return };
    event.prevent_default();
    let by = match (click.detail(), touch) {
        (0, _) => By::Key,
        (_, true) => By::Touch,
        _ => By::Pointer,
    };
    input(Input::Activated { mark, by, at: 0, sheet });
}

fn key_pressed(event: &Event) {
    let key: &KeyboardEvent = event.unchecked_ref();
    match key.key().as_str() {
        "Escape" => {
            let Some(open) = with(|stage| stage.life.card().is_some()) else { return };
            if open {
                // Only the card closes, not a dialog of the page's around it.
                event.prevent_default();
                event.stop_propagation();
            }
            input(Input::Dismissed);
        }
        // Firefox makes a click of Enter that looks like a pointer's.
        "Enter" | " " if !(key.ctrl_key() || key.alt_key() || key.meta_key() || key.shift_key()) => {
            let Some(target) = target_of(event) else { return };
            let hit = with(|stage| Some((stage.mark_at(&target)?, stage.wants_sheet(false)))).flatten();
            if let Some((mark, sheet)) = hit {
                event.prevent_default();
                if !key.repeat() {
                    input(Input::Activated { mark, by: By::Key, at: 0, sheet });
                }
            }
        }
        _ => {}
    }
}

fn focused(event: &Event) {
    let Some(target) = target_of(event) else { return };
    let visible = target.matches(":focus-visible").unwrap_or(false);
    let happened = with(|stage| {
        if stage.card.is_host(&target) {
            return Input::FocusedCard;
        }
        match stage.mark_at(&target) {
            // Without anchor positioning there are no previews.
            Some(mark) => Input::Focused { mark, visible: visible && stage.support.anchor },
            None => Input::Blurred,
        }
    });
    if let Some(happened) = happened {
        input(happened);
    }
}

fn clicked_in_card(event: &Event) {
    let Some(target) = target_of(event) else { return };
    let closest = |selector: &str| target.closest(selector).ok().flatten();
    if let Some(button) = closest("[data-variorum-action]") {
        let action = button.get_attribute("data-variorum-action").unwrap_or_default();
        let turn = with(|stage| {
            let card = stage.life.card()?;
            let claims = stage.marks.get(card.mark as usize)?.as_ref()?.claims.len();
            Some((card.at, claims))
        });
        match (Action::ALL.iter().find(|known| known.name() == action), turn.flatten()) {
            (Some(Action::Close), _) => input(Input::Dismissed),
            (Some(Action::Previous), Some((at, claims))) => input(Input::Turned { at: (at + claims - 1) % claims }),
            (Some(Action::Next), Some((at, claims))) => input(Input::Turned { at: (at + 1) % claims }),
            _ => {}
        }
    } else if closest("a[href^='#']").is_some() {
        // On to the evidence in the page: the card would stand before it.
        input(Input::Dismissed);
    } else if target.matches("dialog").unwrap_or(false) {
        // The sheet's own backdrop counts as the sheet; a press on its padding does not close it.
        let click: &MouseEvent = event.unchecked_ref();
        let rect = rect_of(&target.get_bounding_client_rect());
        if f64::from(click.client_y()) < rect.top
            || f64::from(click.client_x()) < rect.left
            || f64::from(click.client_x()) > rect.right
        {
            input(Input::Dismissed);
        }
    }
}

/// The platform closed the card by its own means (a back gesture, another popover): ours follows.
fn closed_by_platform(_: &Event) {
    let gone = with(|stage| stage.life.card().is_some() && !stage.card.is_shown());
    if gone == Some(true) {
        input(Input::Dismissed);
    }
}

/// A finger on the sheet's handle: pulled down far enough, it closes the sheet.
fn swipe_began(event: &Event) {
    let press: &PointerEvent = event.unchecked_ref();
    // Seen from the document, the target is the card's host.
    let pressed: Option<Element> = event.composed_path().get(0).dyn_into().ok();
    let Some(handle) = pressed.filter(|target| target.matches(".handle").unwrap_or(false)) else { return };
    with(|stage| {
        let sheet = stage.card.sheet();
        stage.swipe = Some(Swipe {
            start: press.client_y().into(),
            _follow: listen(sheet, "pointermove", true, swiped),
            _end: listen(sheet, "pointerup", true, swipe_ended),
        });
    });
    let _ = handle.set_pointer_capture(press.pointer_id());
}

fn swiped(event: &Event) {
    with(|stage| {
        if let Some(swipe) = &stage.swipe {
            let mut shift = String::from("translateY(");
            shift.push_str(&card::pixels(swipe.distance(event)));
            shift.push(')');
            let _ = stage.card.sheet().style().set_property("transform", &shift);
        }
    });
}

fn swipe_ended(event: &Event) {
    let far = with(|stage| {
        let far = stage.swipe.take()?.distance(event) > 80.0;
        if !far {
            let _ = stage.card.sheet().style().remove_property("transform");
        }
        Some(far)
    });
    if far.flatten() == Some(true) {
        input(Input::Dismissed);
    }
}

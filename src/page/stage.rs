//! One stage for the page: the card, its life, the marks of every element, and one set of delegated listeners.

use super::build::Growth;
use super::card::{self, CardBox, Viewport, rect_of};
use super::event;
use super::marked::{Marked, Words};
use super::task::{Task, now};
use super::widget::Widget;
use super::{controls, owner, paint, rehearsal};
use crate::view::Action;
use crate::view::life::{By, Card, Effect, Form, Input, Life, MarkId, Over, Point, TREMOR, Timing};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::WeakMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, EventTarget, KeyboardEvent, MouseEvent, PointerEvent};

struct Stage {
    document: Document,
    card: CardBox,
    life: Life,
    marks: Vec<Option<Marked>>,
    /// From a mark's element to its number.
    ids: WeakMap,
    /// The painted ones, in the order of the page.
    painted: Vec<MarkId>,
    /// The mark that says that its card is open.
    open: Option<Marked>,
    /// What of its content is still to be built, and the time until then.
    growing: Option<(Growth, Timeout)>,
    rehearsal: Rehearsal,
    /// By which fragment of its words the card stands.
    fragment: usize,
    /// The marks that show that they are open, under the pointer or in focus, where this is painted.
    lit: [Option<MarkId>; 3],
    /// When the card's life is to be woken, and what does it.
    timer: Option<(f64, Timeout)>,
    /// While it matters where the pointer goes.
    movement: Option<EventListener>,
    /// Where the pointer was last; where the last press was, and whether it was a finger's.
    pointer: Point,
    pressed: Point,
    touched: bool,
    swipe: Option<Swipe>,
    tap: Option<Tap>,
    _listeners: Vec<EventListener>,
}

/// What a pointer is on.
#[derive(Clone, Copy)]
struct Hit {
    mark: MarkId,
    /// Whether on words that are painted, in an element of the page's.
    painted: bool,
}

/// A finger on painted words. Safari on a phone makes a click only of what it holds to be clickable, which text is not.
struct Tap {
    mark: MarkId,
    _end: EventListener,
    /// Waits for the click.
    patience: Option<Timeout>,
}

/// Whether a card has been laid out in this page.
enum Rehearsal {
    ToCome,
    UnderWay(#[expect(dead_code, reason = "it runs until it is dropped")] Option<Task>),
    Over,
}

/// A rehearsal takes so many milliseconds, or is not worth it.
const REHEARSAL: f64 = 100.0;

/// After so many milliseconds a card's first frame is on the screen.
const AFTER_FRAME: u32 = 50;

/// How long after a tap its click may come, in milliseconds: a browser may wait for a second tap.
const PATIENCE: u32 = 400;

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
    /// The elements' widgets by their handles; some may still wait for an article, and need no stage.
    static WIDGETS: RefCell<Vec<(u32, Rc<Widget>)>> = const { RefCell::new(Vec::new()) };
    static LAST_HANDLE: Cell<u32> = const { Cell::new(0) };
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

/// Makes the stage if there is none. `None` where the page has no body.
pub fn ensure(document: &Document, timing: Timing) -> Option<()> {
    if with(|_| ()).is_some() {
        return Some(());
    }
    let card = CardBox::new(document)?;
    let stage = Stage {
        document: document.clone(),
        life: Life::new(timing),
        marks: Vec::new(),
        ids: WeakMap::new(),
        painted: Vec::new(),
        open: None,
        growing: None,
        rehearsal: Rehearsal::ToCome,
        fragment: 0,
        lit: [None; 3],
        timer: None,
        movement: None,
        pointer: Point::default(),
        pressed: Point::default(),
        touched: false,
        swipe: None,
        tap: None,
        _listeners: if card::is_supported(document) { listeners(document, &card) } else { Vec::new() },
        card,
    };
    STAGE.with(|slot| *slot.borrow_mut() = Some(stage));
    Some(())
}

/// Adds an element's widget and gives its handle.
pub fn add(widget: Rc<Widget>) -> u32 {
    let handle = LAST_HANDLE.get() + 1;
    LAST_HANDLE.set(handle);
    WIDGETS.with_borrow_mut(|widgets| widgets.push((handle, widget)));
    handle
}

/// Adds a mark. If it is painted, it is painted now, and its tab stop comes into the list.
pub fn add_mark(marked: Marked) -> Option<MarkId> {
    let id = with(|stage| {
        let id = stage.marks.len() as MarkId;
        for element in marked.elements() {
            stage.ids.set(element, &JsValue::from(id));
        }
        if let Words::Painted(painted) = &marked.words {
            paint::add(painted.highlight, &painted.ranges);
            let follows = |&other: &MarkId| stage.marked(other).is_some_and(|other| other.follows(&marked));
            let at = stage.painted.iter().position(follows).unwrap_or(stage.painted.len());
            let next =
                stage.painted[at..].iter().filter_map(|&other| stage.marked(other)).find_map(|other| {
                    match &other.words {
                        Words::Painted(next) if Rc::ptr_eq(&other.widget, &marked.widget) => Some(next.entry.clone()),
                        _ => None,
                    }
                });
            marked.widget.add_stop(&painted.entry, next.as_deref());
            stage.painted.insert(at, id);
        }
        stage.marks.push(Some(marked));
        id
    });
    follow_pointer();
    id
}

/// Forgets a mark; a card that is open on it closes. What was painted for it goes.
pub fn remove_mark(mark: MarkId) {
    input(Input::Removed { mark });
    let removed = with(|stage| {
        stage.painted.retain(|&other| other != mark);
        stage.marks.get_mut(mark as usize)?.take()
    });
    if let Some(Marked { words: Words::Painted(painted), .. }) = removed.flatten() {
        paint::remove(painted.highlight, &painted.ranges);
        paint::remove("open", &painted.ranges);
        painted.entry.remove();
    }
    follow_pointer();
}

/// Whether an element is a live mark's, not a copy that the page has made of one.
pub fn knows(element: &Element) -> bool {
    let mark = with(|stage| {
        let id = stage.ids.get(element).as_f64()?;
        stage.marked(id as MarkId).map(drop)
    });
    mark.flatten().is_some()
}

fn widget(handle: u32) -> Option<Rc<Widget>> {
    WIDGETS.with_borrow(|widgets| widgets.iter().find(|(other, _)| *other == handle).map(|(_, widget)| widget.clone()))
}

/// Those of all elements.
pub fn widgets() -> Vec<Rc<Widget>> {
    WIDGETS.with_borrow(|widgets| widgets.iter().map(|(_, widget)| widget.clone()).collect())
}

/// See [`super::unmount`].
pub fn unmount(handle: u32) {
    let Some(widget) = widget(handle) else { return };
    widget.leave();
    let none_left = WIDGETS.with_borrow_mut(|widgets| {
        widgets.retain(|(other, _)| *other != handle);
        widgets.is_empty()
    });
    if none_left {
        let stage = STAGE.with(|slot| slot.try_borrow_mut().ok()?.take());
        if let Some(stage) = stage {
            stage.card.host.remove();
        }
    }
}

/// See [`super::open`].
pub fn open(handle: u32, claim: &str) -> bool {
    let Some((mark, at, marked)) = widget(handle).and_then(|widget| mark_of(&widget, claim)) else { return false };
    marked.reveal();
    let sheet = with(|stage| stage.wants_sheet(false)) == Some(true);
    input(Input::Activated { mark, by: By::Script, at, sheet });
    true
}

/// Scrolls to the mark of a claim and gives it focus. False where the claim has none.
pub fn show_mark(widget: &Rc<Widget>, claim: &str) -> bool {
    let Some((_, _, marked)) = mark_of(widget, claim) else { return false };
    marked.reveal();
    marked.stop().map(card::focus).is_some()
}

/// The first mark of a claim, and which of the mark's claims it is.
fn mark_of(widget: &Rc<Widget>, claim: &str) -> Option<(MarkId, usize, Marked)> {
    let claim = widget.claim(claim)?;
    let found = with(|stage| {
        stage.marks.iter().enumerate().find_map(|(id, marked)| {
            let marked = marked.as_ref().filter(|marked| Rc::ptr_eq(&marked.widget, widget))?;
            let at = marked.claims.iter().position(|&other| other == claim)?;
            Some((id as MarkId, at, marked.clone()))
        })
    });
    found.flatten()
}

/// See [`super::close`].
pub fn close(handle: u32) {
    let Some(widget) = widget(handle) else { return };
    let open = with(|stage| {
        let card = stage.life.card()?;
        Rc::ptr_eq(&stage.marked(card.mark)?.widget, &widget).then_some(())
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
    fn marked(&self, mark: MarkId) -> Option<&Marked> {
        self.marks.get(mark as usize)?.as_ref()
    }

    /// The mark that an element is part of, or the tab stop of.
    fn mark_at(&self, target: &Element) -> Option<MarkId> {
        let element = target.closest(".variorum-mark,.variorum-stop").ok()??;
        Some(self.ids.get(&element).as_f64()? as MarkId)
    }

    /// The mark that an event of a pointer is on: one of its elements, or painted words that stand in `target` itself.
    fn hit(&self, event: &MouseEvent, target: &Element) -> Option<Hit> {
        if let Some(mark) = self.mark_at(target) {
            return Some(Hit { mark, painted: false });
        }
        let at = point_of(event);
        let is_there = |&mark: &MarkId| self.marked(mark).is_some_and(|marked| marked.is_painted_at(target, at));
        self.painted.iter().copied().find(is_there).map(|mark| Hit { mark, painted: true })
    }

    /// Whether a card is to be a sheet: for fingers, and on narrow screens.
    fn wants_sheet(&self, touch: bool) -> bool {
        let narrow = self.document.default_view().and_then(|window| window.inner_width().ok()?.as_f64());
        touch || narrow.is_some_and(|width| width < 480.0)
    }

    /// Has the marks shown that are to be.
    fn light(&mut self) {
        let lit = self.life.lit();
        if lit != self.lit {
            for (marks, on) in [(self.lit, false), (lit, true)] {
                for marked in marks.into_iter().flatten().filter_map(|mark| self.marked(mark)) {
                    marked.set_lit(on);
                }
            }
            self.lit = lit;
        }
    }
}

/// Feeds the card's life and carries out what it answers.
fn input(input: Input) {
    let Some(effects) = with(|stage| stage.life.handle(input, now())) else { return };
    for effect in effects {
        perform(effect);
    }
    with(|stage| {
        let wake = stage.life.wake();
        // Every movement of the pointer comes by here, and few change it.
        if stage.timer.as_ref().map(|(at, _)| *at) != wake {
            stage.timer = wake.map(|at| {
                let wait = (at - now()).max(0.0).ceil() as u32;
                (at, Timeout::new(wait, woken))
            });
        }
        stage.light();
    });
    if let Some(mark) = with(|stage| stage.life.expects(REHEARSAL, now())).flatten() {
        rehearse(mark);
    }
    follow_pointer();
}

/// Has the first card of the page laid out unseen, while there is time before it opens.
fn rehearse(mark: MarkId) {
    let first = with(|stage| {
        let marked = stage.marked(mark).filter(|_| matches!(stage.rehearsal, Rehearsal::ToCome))?;
        Some((stage.card.clone(), marked.clone()))
    });
    if let Some((card, marked)) = first.flatten() {
        let task = rehearsal::begin(card, marked, end_rehearsal);
        with(|stage| stage.rehearsal = Rehearsal::UnderWay(task));
    }
}

/// No card is rehearsed any more.
fn end_rehearsal() {
    with(|stage| stage.rehearsal = Rehearsal::Over);
}

/// It is time, or a little before: browsers count coarsely. Then the same wait begins again.
fn woken() {
    with(|stage| stage.timer = None);
    input(Input::Tick);
}

/// Listens for the pointer's movement while it matters: always, where words are painted.
fn follow_pointer() {
    with(|stage| {
        let follows = stage.life.follows_pointer() || !stage.painted.is_empty();
        if follows != stage.movement.is_some() {
            stage.movement = follows.then(|| listen(&stage.document, "pointermove", true, pointer_moved));
        }
    });
}

fn perform(effect: Effect) {
    let parts = |card: Card| {
        with(|stage| {
            let marked = stage.marked(card.mark)?.clone();
            let at = (card.by == By::Pointer).then_some(stage.pointer);
            Some((stage.card.clone(), marked, at))
        })
        .flatten()
    };
    match effect {
        Effect::Open(card) | Effect::Reform(card) => {
            let Some((shown, marked, at)) = parts(card) else { return };
            let Some(stop) = marked.stop() else { return };
            // All that the browser is asked comes first, while the page stands as it was laid out.
            let nth = at.map_or(0, |at| marked.nearest(at));
            let fragment = marked.fragment(nth).filter(|_| card.form != Form::Sheet);
            let viewport = Viewport::ask();
            let size = card::text_size(marked.widget.element());
            let opens = matches!(effect, Effect::Open(_));
            if opens {
                end_rehearsal();
                shown.rewind();
            }
            shown.suit(&marked, size.as_deref());
            if let Some(fragment) = fragment {
                shown.place(fragment, viewport, !opens, marked.widget.is_rtl());
            }
            with(|stage| stage.fragment = nth);
            shown.hide();
            set_open(Some(&marked));
            let fills = opens || card.form == Form::Sheet;
            let growth = fills.then(|| shown.fill(card.form, marked.widget.card(&marked.claims, card.at))).flatten();
            let leads_in = with(|stage| stage.life.leads_in()) == Some(true);
            shown.show(card.form, leads_in.then_some(stop));
            if fills {
                grow(&shown, card.form, growth);
            }
            if card.form == Form::Sheet {
                shown.uncover(&marked);
            }
        }
        Effect::Turn(card) => {
            let Some((shown, marked, _)) = parts(card) else { return };
            let had_focus = shown.has_focus();
            let growth = shown.fill(card.form, marked.widget.card(&marked.claims, card.at));
            grow(&shown, card.form, growth);
            shown.rewind();
            if card.form == Form::Sheet {
                shown.uncover(&marked);
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
            shown.rewind();
            let marked = set_open(None);
            with(|stage| stage.growing = None);
            shown.hide();
            // Chromium would leave focus on the body when a popover in a shadow root closes.
            if let Some(stop) = marked.as_ref().filter(|_| restore && had_focus).and_then(Marked::stop) {
                card::focus(stop);
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
            let detail = [
                ("claim", claim.into()),
                ("relation", relation.into()),
                ("by", by.into()),
                ("pinned", (card.form != Form::Preview).into()),
            ];
            let name = if matches!(effect, Effect::Opened(_)) { "variorum-open" } else { "variorum-close" };
            event::dispatch(marked.widget.element(), name, &detail);
        }
    }
}

/// Has the shown card filled with what can be seen of it; the rest comes when that is on the screen.
fn grow(shown: &CardBox, form: Form, growth: Option<Growth>) {
    let growth = growth.and_then(|growth| shown.top_up(form, growth));
    let growing = growth.map(|growth| (growth, Timeout::new(AFTER_FRAME, complete)));
    with(|stage| stage.growing = growing);
}

/// Builds what the open card still lacks.
fn complete() {
    if let Some((mut growth, _)) = with(|stage| stage.growing.take()).flatten() {
        growth.grow(usize::MAX);
    }
}

/// Takes the look of an open mark from the one that has it, and gives it to another. The one that had it.
fn set_open(marked: Option<&Marked>) -> Option<Marked> {
    let before = with(|stage| std::mem::replace(&mut stage.open, marked.cloned())).flatten();
    before.iter().for_each(|before| before.set_open(false));
    marked.into_iter().for_each(|marked| marked.set_open(true));
    before
}

/// What a listener does: a plain function, since each type of closure would bring its own way to JavaScript along.
type Act = fn(&Event);

fn listen(target: &EventTarget, name: &'static str, passive: bool, act: Act) -> EventListener {
    let mut options = EventListenerOptions::run_in_capture_phase();
    options.passive = passive;
    EventListener::new_with_options(target, name, options, act)
}

/// Has all evidence built before the page is printed, for as long as it is kept.
pub fn before_print(document: &Document) -> Option<EventListener> {
    document.default_view().map(|window| listen(&window, "beforeprint", true, |_| controls::complete()))
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
        let marked = stage.marked(card.mark)?;
        Some((stage.card.clone(), marked.fragment(stage.fragment)?, marked.widget.is_rtl()))
    });
    if let Some((card, fragment, rtl)) = placed.flatten() {
        card.place(fragment, Viewport::ask(), true, rtl);
    }
}

/// What an event happened to: inside open shadow roots, too, but the card's.
fn target_of(event: &Event) -> Option<Element> {
    let seen: Element = event.target()?.dyn_into().ok()?;
    if with(|stage| stage.card.is_host(&seen)) == Some(true) {
        return Some(seen);
    }
    // An event that is over has no path any more.
    event.composed_path().get(0).dyn_into().ok().or(Some(seen))
}

fn point_of(event: &MouseEvent) -> Point {
    Point { x: event.client_x().into(), y: event.client_y().into() }
}

fn pointer_moved(event: &Event) {
    let Some(target) = target_of(event) else { return };
    let over = with(|stage| {
        if stage.card.is_host(&target) {
            return Over::Card;
        }
        stage.hit(event.unchecked_ref(), &target).map_or(Over::Page, |hit| Over::Mark(hit.mark))
    });
    if let Some(over) = over {
        pointer_at(event.unchecked_ref(), over);
    }
}

fn pointer_at(event: &PointerEvent, over: Over) {
    if event.pointer_type() == "touch" {
        return;
    }
    closed_by_platform(event);
    let at = point_of(event);
    let card = with(|stage| {
        stage.pointer = at;
        stage.card.rect()
    });
    if let Some(card) = card {
        input(Input::Pointer { over, at, card });
    }
}

fn pressed(event: &Event) {
    let Some(target) = target_of(event) else { return };
    let press: &PointerEvent = event.unchecked_ref();
    let touched = press.pointer_type() == "touch";
    let hit = with(|stage| {
        stage.touched = touched;
        stage.pressed = point_of(press);
        if stage.card.is_host(&target) { None } else { Some(stage.hit(press, &target)) }
    });
    if let Some(Some(Some(Hit { mark, .. }))) = hit.filter(|_| touched) {
        // Until the finger is off.
        rehearse(mark);
    }
    match hit {
        Some(None) => swipe_began(event),
        Some(Some(None)) => input(Input::PressedOutside),
        // The reader goes for the link or the button, not for the words in it.
        Some(Some(Some(hit))) if hit.painted && owner::is_control(&target) => input(Input::Dismissed),
        Some(Some(Some(Hit { mark, painted: true }))) if touched => {
            with(|stage| {
                let end = listen(&stage.document, "pointerup", true, tapped);
                stage.tap = Some(Tap { mark, _end: end, patience: None });
            });
        }
        _ => {}
    }
}

/// The finger is off: if it has not moved and no click follows, this was one.
fn tapped(event: &Event) {
    with(|stage| {
        let stayed = stage.pressed.distance(point_of(event.unchecked_ref())) <= TREMOR;
        stage.tap = stage.tap.take().filter(|_| stayed);
        if let Some(tap) = &mut stage.tap {
            tap.patience = Some(Timeout::new(PATIENCE, || {
                if let Some(mark) = with(|stage| Some(stage.tap.take()?.mark)).flatten() {
                    input(Input::Activated { mark, by: By::Touch, at: 0, sheet: true });
                }
            }));
        }
    });
}

fn clicked(event: &Event) {
    let click: &MouseEvent = event.unchecked_ref();
    let modified = click.ctrl_key() || click.shift_key() || click.alt_key() || click.meta_key() || click.button() != 0;
    if modified || event.default_prevented() {
        return;
    }
    plainly_clicked(click);
}

/// See [`super::attend`].
pub fn attend(event: &Event) {
    if event.type_() == "focusin" {
        return focused(event);
    }
    // The press was not seen either.
    let pointer: &PointerEvent = event.unchecked_ref();
    with(|stage| {
        stage.touched = pointer.pointer_type() == "touch";
        stage.pressed = point_of(pointer);
    });
    if event.type_() == "click" {
        plainly_clicked(pointer);
    } else {
        pointer_moved(event);
    }
}

/// A click without a key that gives it another meaning.
fn plainly_clicked(click: &MouseEvent) {
    let event: &Event = click;
    let Some(target) = target_of(event) else { return };
    if controls::clicked(event, &target) {
        return;
    }
    let hit = with(|stage| {
        stage.tap = None;
        // A click made by a key has no press before it and counts none.
        let touch = click.detail() != 0 && stage.touched;
        Some((stage.hit(click, &target)?, touch, stage.wants_sheet(touch), stage.pressed))
    });
    let Some((Hit { mark, painted }, touch, sheet, pressed)) = hit.flatten() else {
        return controls::followed(&target);
    };
    if !painted {
        event.prevent_default();
        reveal(mark);
    } else if owner::is_control(&target) || click.detail() > 1 || pressed.distance(point_of(click)) > TREMOR {
        // They are a link's or a button's, which acts; or the reader selects them.
        return;
    }
    let by = match (click.detail(), touch) {
        (0, _) => By::Key,
        (_, true) => By::Touch,
        _ => By::Pointer,
    };
    input(Input::Activated { mark, by, at: 0, sheet });
}

/// Scrolls to a mark's words, if they are not on screen.
fn reveal(mark: MarkId) {
    let marked = with(|stage| stage.marked(mark).cloned()).flatten();
    if let Some(marked) = marked.filter(|marked| !marked.is_on_screen()) {
        marked.reveal();
    }
}

fn key_pressed(event: &Event) {
    let key: &KeyboardEvent = event.unchecked_ref();
    // It may lead to the end of the card.
    complete();
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
        // The browser is about to look for words in the page.
        "f" if key.ctrl_key() || key.meta_key() => controls::complete(),
        // Firefox makes a click of Enter that looks like a pointer's.
        "Enter" | " " if !(key.ctrl_key() || key.alt_key() || key.meta_key() || key.shift_key()) => {
            let Some(target) = target_of(event) else { return };
            let hit = with(|stage| Some((stage.mark_at(&target)?, stage.wants_sheet(false)))).flatten();
            if let Some((mark, sheet)) = hit {
                event.prevent_default();
                if !key.repeat() {
                    reveal(mark);
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
            // Words that are not on screen have no preview.
            Some(mark) => {
                let is_seen = stage.marked(mark).is_some_and(Marked::is_on_screen);
                Input::Focused { mark, visible: visible && is_seen }
            }
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
            let claims = stage.marked(card.mark)?.claims.len();
            Some((card.at, claims))
        });
        match (Action::ALL.iter().find(|known| known.name() == action), turn.flatten()) {
            (Some(Action::Close), _) => input(Input::Dismissed),
            (Some(Action::Unfold), _) => unfold(&button),
            (Some(Action::Previous), Some((at, claims))) => input(Input::Turned { at: (at + claims - 1) % claims }),
            (Some(Action::Next), Some((at, claims))) => input(Input::Turned { at: (at + 1) % claims }),
            _ => {}
        }
    } else if closest("a[href^='#']").is_some() {
        // On to the evidence in the page: the card would stand before it.
        controls::followed(&target);
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

/// Shows what a button has folded, or folds it again.
fn unfold(button: &Element) {
    let unfolds = button.get_attribute("aria-expanded").as_deref() == Some("false");
    let _ = button.set_attribute("aria-expanded", if unfolds { "true" } else { "false" });
    if let Some(folded) = button.next_element_sibling() {
        let _ = folded.toggle_attribute_with_force("hidden", !unfolds);
    }
}

/// The platform closed the card by its own means (a back gesture, another popover, a dialog around it): ours follows.
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

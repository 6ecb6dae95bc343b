//! The card's elements: one host for the page, in it a popover and a sheet.

use super::build::Growth;
use super::follow;
use super::marked::Marked;
use crate::view::El;
use crate::view::life::{Form, Rect};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{
    CssStyleSheet, Document, DomRect, Element, FocusOptions, HtmlDialogElement, HtmlElement, ShadowRoot,
    ShadowRootInit, ShadowRootMode,
};

#[wasm_bindgen]
extern "C" {
    /// An element with the Popover API, whose `source` the bindings don't have yet.
    type Popover;
    #[wasm_bindgen(method, catch, js_name = showPopover)]
    fn show_popover(this: &Popover, options: &Object) -> Result<(), JsValue>;
    #[wasm_bindgen(method, getter)]
    fn popover(this: &Popover) -> Option<String>;
}

/// The card's style, in few bytes where the bundle is built.
const STYLE: &str = match option_env!("VARIORUM_CARD_STYLE") {
    Some(minified) => minified,
    None => include_str!("card.css"),
};

/// Handles on the card's elements; cloning clones the handles.
#[derive(Clone)]
pub struct CardBox {
    /// `<variorum-card>`.
    pub host: HtmlElement,
    /// What is inside it.
    pub shadow: ShadowRoot,
    popover: HtmlElement,
    sheet: HtmlDialogElement,
    /// Where the sheet's content goes, below its handle.
    inner: HtmlElement,
}

/// What is seen of the page, in pixels.
#[derive(Clone, Copy, Default)]
pub struct Viewport {
    /// How far it is scrolled.
    x: f64,
    y: f64,
    /// Without its scroll bar.
    width: f64,
    height: f64,
}

/// No further than this from the sheet's edge to the marked words, in pixels.
const MARGIN: f64 = 16.0;

/// How many elements of its content a card has when it is shown, and how many are added while there is room. On the bench's
/// page 44 to 54 of 94 come to be seen.
const FIRST: usize = 40;
pub const MORE: usize = 8;

/// The class of a card that is only laid out.
const UNSEEN: &str = "unseen";

/// Whether the browser has the Popover API. Without it marks stay links.
pub fn is_supported(document: &Document) -> bool {
    document.body().is_some_and(|body| Reflect::has(&body, &"showPopover".into()).unwrap_or(false))
}

impl CardBox {
    /// Makes the elements, connected to nothing.
    pub fn new(document: &Document) -> Option<Self> {
        let make = |name: &str, class: &str| {
            let element: HtmlElement = document.create_element(name).ok()?.dyn_into().ok()?;
            element.set_class_name(class);
            Some(element)
        };
        let host = make("variorum-card", "")?;
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
        let sheet = CssStyleSheet::new().ok()?;
        sheet.replace_sync(STYLE).ok()?;
        shadow.set_adopted_style_sheets(&Array::of1(&sheet));
        let popover = make("div", "card")?;
        let sheet = make("dialog", "sheet")?;
        let handle = make("div", "handle")?;
        let inner = make("div", "inner")?;
        for element in [&popover, &sheet] {
            element.set_attribute("part", element.class_name().as_str()).ok()?;
            element.set_attribute("role", "dialog").ok()?;
            element.set_attribute("aria-labelledby", "variorum-card-title").ok()?;
            element.set_tab_index(-1);
        }
        popover.set_attribute("popover", "hint").ok()?;
        sheet.set_attribute("autofocus", "").ok()?;
        sheet.append_child(&handle).ok()?;
        sheet.append_child(&inner).ok()?;
        for element in [&popover, &sheet] {
            shadow.append_child(element).ok()?;
        }
        Some(Self { host, shadow, popover, sheet: sheet.dyn_into().ok()?, inner })
    }

    /// Whether an element is the host: what an event inside it seems to come from, seen from the page.
    pub fn is_host(&self, element: &Element) -> bool {
        element.is_same_node(Some(&self.host))
    }

    /// The popover, whose `toggle` says that the platform closed it.
    pub fn popover(&self) -> &HtmlElement {
        &self.popover
    }

    /// The sheet, whose `close` says the same.
    pub fn sheet(&self) -> &HtmlElement {
        &self.sheet
    }

    /// Puts content in, in place of what was there: at first only as much as most cards show. [`CardBox::top_up`] once it is
    /// shown.
    pub fn fill(&self, form: Form, content: El) -> Option<Growth> {
        let (shown, other) =
            if form == Form::Sheet { (&self.inner, &self.popover) } else { (&self.popover, &self.inner) };
        other.set_text_content(None);
        shown.set_text_content(None);
        let _ = self.popover.class_list().remove_1(UNSEEN);
        let (content, mut growth) = Growth::begin(&self.host.owner_document()?, content)?;
        let is_growing = growth.grow(FIRST);
        let _ = shown.append_child(&content);
        is_growing.then_some(growth)
    }

    /// Adds content until it is more than the card has room for. What is left can't be seen yet.
    pub fn top_up(&self, form: Form, mut growth: Growth) -> Option<Growth> {
        let scroller: &Element = if form == Form::Sheet { &self.sheet } else { &self.popover };
        while scroller.scroll_height() <= scroller.client_height() {
            if !growth.grow(MORE) {
                return None;
            }
        }
        Some(growth)
    }

    /// Scrolls to the beginning of its content.
    pub fn rewind(&self) {
        for scroller in [&self.popover, self.sheet.as_ref()] {
            if scroller.scroll_top() > 0 {
                scroller.set_scroll_top(0);
            }
        }
    }

    /// Makes it fit for the card of a mark: where its words stand, in the size of its type, as [`text_size`] gives it, and in
    /// its language.
    pub fn suit(&self, marked: &Marked, size: Option<&str>) {
        // Text that stands in a shadow root by itself has no element around it.
        if let Some(words) = marked.home().or_else(|| marked.stop().map(|stop| stop.clone().into())) {
            self.come_to(&words);
        }
        for part in [&self.popover, self.sheet.as_ref()] {
            let _ = part.style().set_property("--text", size.unwrap_or_default());
        }
        set(&self.host, "lang", marked.widget.lang());
        set(&self.host, "dir", if marked.widget.is_rtl() { "rtl" } else { "ltr" });
    }

    /// Brings the host to where a card for words can stand: the modal dialog or what is in full screen around them, or
    /// nothing outside of that could be reached.
    fn come_to(&self, words: &Element) {
        let home = words.closest(":modal").ok().flatten();
        let home = home.or_else(|| self.host.owner_document()?.body().map(Element::from));
        let Some(home) = home else { return };
        if self.host.parent_element().is_none_or(|parent| parent != home) {
            follow::catch_up();
            let _ = home.append_child(&self.host);
            follow::disregard();
        }
    }

    /// Begins to lay content out where nobody sees it, empty at first. It stays until [`CardBox::fill`]: to take its box out of
    /// the page and put another in would have the page's own boxes made anew.
    pub fn rehearse(&self, content: El) -> Option<Growth> {
        let (content, growth) = Growth::begin(&self.host.owner_document()?, content)?;
        let _ = self.popover.class_list().add_1(UNSEEN);
        let _ = self.popover.append_child(&content);
        Some(growth)
    }

    /// Has the browser lay it out now.
    pub fn lay_out(&self) {
        self.popover.offset_height();
    }

    /// Shows it in a form. The page's listeners run. `from` is the link from which the Tab key is to lead into it; without
    /// one it is shown faster, since the browser takes that for an anchor and lays out all around it.
    pub fn show(&self, form: Form, from: Option<&Element>) {
        if form == Form::Sheet {
            let _ = self.sheet.style().remove_property("max-block-size");
            let _ = self.sheet.style().remove_property("transform");
            let _ = self.sheet.show_modal();
            return;
        }
        set(&self.popover, "popover", if form == Form::Pinned { "auto" } else { "hint" });
        // An unknown value reads back as manual, which a preview can live with.
        let popover: &Popover = self.popover.unchecked_ref();
        let options = Object::new();
        if let Some(from) = from {
            let _ = Reflect::set(&options, &"source".into(), from);
        }
        let _ = popover.show_popover(&options);
    }

    /// Hides it, whatever its form. The page's listeners run.
    pub fn hide(&self) {
        if self.is_popover_open() {
            let _ = self.popover.hide_popover();
        }
        if self.sheet.open() {
            self.sheet.close();
        }
    }

    /// Whether the browser shows it: one that is open in a dialog that is closed has no box.
    pub fn is_shown(&self) -> bool {
        self.popover.offset_height() + self.sheet.offset_height() > 0
    }

    fn is_popover_open(&self) -> bool {
        self.popover.matches(":popover-open").unwrap_or(false)
    }

    /// Puts the card beside a fragment of a line, where it scrolls with the page; one that only `moves` stays on its side if
    /// it can. In the top layer what is absolute counts from the page's own corner, whatever the host stands in.
    pub fn place(&self, fragment: Rect, viewport: Viewport, moves: bool, rtl: bool) {
        let classes = self.popover.class_list();
        let is_above = is_above(fragment, viewport.height, moves.then(|| classes.contains("above")));
        let _ = classes.toggle_with_force("above", is_above);
        let (edge, room) =
            if is_above { (fragment.top, fragment.top) } else { (fragment.bottom, viewport.height - fragment.bottom) };
        let (start, shift) =
            if rtl { (viewport.width - fragment.right, -viewport.x) } else { (fragment.left, viewport.x) };
        let style = self.popover.style();
        let places = [
            ("--start", start),
            ("--shift", shift),
            ("--block", viewport.y + edge),
            ("--room", room.max(viewport.height / 3.0)),
        ];
        // In a page that is zoomed by its own style, lengths are those of before; boxes are as they are seen.
        let zoom =
            self.host.parent_element().and_then(|home| Reflect::get(&home, &"currentCSSZoom".into()).ok()?.as_f64());
        for (name, value) in places {
            let _ = style.set_property(name, &pixels(value / zoom.unwrap_or(1.0)));
        }
    }

    /// Keeps the marked words in view above the sheet, by the least scrolling.
    pub fn uncover(&self, marked: &Marked) {
        let Some(window) = web_sys::window() else { return };
        let height = Viewport::ask().height;
        // Where its top will be: the box itself may still be on its way up.
        let top = height - f64::from(self.sheet.offset_height());
        let hidden = marked.bottom() + MARGIN - top;
        if hidden > 0.0 {
            window.scroll_by_with_x_and_y(0.0, hidden.ceil());
        }
        // Where the page can't scroll that far, a lower sheet, but never under 40 %.
        if marked.bottom() + MARGIN - top > 1.0 {
            let room = (height - marked.bottom() - MARGIN).max(height * 0.4);
            let _ = self.sheet.style().set_property("max-block-size", &pixels(room));
        }
    }

    /// The open popover's box.
    pub fn rect(&self) -> Option<Rect> {
        self.is_popover_open().then(|| rect_of(&self.popover.get_bounding_client_rect()))
    }

    /// Whether focus is in it.
    pub fn has_focus(&self) -> bool {
        self.shadow.active_element().is_some()
    }

    /// Moves focus to it, without scrolling.
    pub fn focus(&self, form: Form) {
        focus(if form == Form::Sheet { &self.sheet } else { &self.popover });
    }
}

/// Whether a card stands above a fragment: where there is more room; one that stands already (above or not) stays while its
/// side has a third of the viewport. The style sheet could find out by trying both, which takes longer than all the rest of
/// laying a card out.
fn is_above(fragment: Rect, height: f64, stands: Option<bool>) -> bool {
    let (above, below) = (fragment.top, height - fragment.bottom);
    match stands {
        Some(true) => above > below.min(height / 3.0),
        Some(false) => below < above.min(height / 3.0),
        None => above > below,
    }
}

impl Viewport {
    /// Asks the browser; zeros where there is no window.
    pub fn ask() -> Self {
        let ask = || {
            let window = web_sys::window()?;
            let root = window.document()?.document_element()?;
            Some(Self {
                x: window.scroll_x().ok()?,
                y: window.scroll_y().ok()?,
                width: root.client_width().into(),
                // Without scroll bars; but in quirks mode the root is as high as the page.
                height: window.inner_height().ok()?.as_f64()?.min(root.client_height().into()),
            })
        };
        ask().unwrap_or_default()
    }
}

/// The size of the type in an element of the page, in CSS.
pub fn text_size(element: &Element) -> Option<String> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    style.get_property_value("font-size").ok()
}

/// Sets an attribute, if it has another value: each change is one for the styles of all below.
fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}

/// Moves focus without scrolling.
pub fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// A DOM box, in our words.
pub fn rect_of(rect: &DomRect) -> Rect {
    Rect { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
}

/// A length in CSS, by the browser's own formatting: ours for `f64` would cost 9.5 KB.
pub fn pixels(value: f64) -> String {
    let mut text = js_sys::Number::from(value).to_string_with_radix(10).map_or(String::new(), String::from);
    text.push_str("px");
    text
}

//! What goes out to JavaScript: events and results, described by `serde`.

use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// `variorum-ready`.
#[derive(Serialize)]
pub struct Ready {
    /// Claims read.
    pub claims: usize,
    /// Marks in the page.
    pub marks: usize,
    /// The dossier's revision.
    pub revision: u32,
}

/// `variorum-open` and `variorum-close`.
#[derive(Serialize)]
pub struct Opened<'a> {
    /// Which claim.
    pub claim: &'a str,
    /// Its relation.
    pub relation: &'static str,
    /// `pointer`, `key`, `touch` or `script`.
    pub by: &'static str,
    /// Whether it is pinned.
    pub pinned: bool,
}

/// `variorum-missing`.
#[derive(Serialize)]
pub struct Missing<'a> {
    /// Which claim has no mark where one was wanted.
    pub claim: &'a str,
    /// `absent`, `ambiguous`, `changed`; or, where the browser can't paint, `inside-control`, `framework`, `not-painted`.
    pub reason: &'static str,
}

/// One fault, for the shell to report as `variorum-error`.
#[derive(Serialize)]
pub struct Error {
    /// The design's word.
    pub reason: &'static str,
    /// Where in the dossier.
    pub path: Option<String>,
    /// Whether nothing is shown.
    pub fatal: bool,
    /// For a person.
    pub message: String,
}

/// What [`super::mount`] returns.
#[derive(Serialize)]
pub struct Mounted {
    /// 0 where nothing was mounted.
    pub handle: u32,
    /// What went wrong.
    pub faults: Vec<Error>,
}

/// Anything described, as a plain JavaScript value.
pub fn out(value: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(value).unwrap_or(JsValue::NULL)
}

/// Tells the page's listeners. Events bubble, cross shadow roots and can't be cancelled.
pub fn dispatch(element: &Element, name: &str, detail: &impl Serialize) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&out(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = element.dispatch_event(&event);
    }
}

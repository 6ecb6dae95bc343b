//! The page: walking its text, marking it, the card, and one set of delegated listeners for all elements.
//!
//! Everything crosses the boundary as text, plain objects or a handle (a number), never a pointer. No borrow of
//! shared state is held while the page's own code can run: showing a popover, moving focus and dispatching an event
//! all call listeners at once, and those may call us.

mod article;
mod baked;
mod build;
mod card;
mod controls;
mod event;
mod evidence;
mod follow;
mod followed;
mod kerning;
mod list;
mod locate;
mod manner;
mod marked;
mod memory;
mod names;
mod node;
mod options;
mod owner;
mod paint;
mod pieces;
mod rehearsal;
mod run;
mod stage;
mod standing;
mod stretch;
mod task;
mod unicode;
mod walk;
mod watch;
mod widget;
mod wrap;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Element, Event, HtmlElement};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Which messages to fetch for a reader who wants these languages, best first: `{path, integrity}`.
#[wasm_bindgen]
pub fn messages(wanted: Vec<String>) -> JsValue {
    options::messages_for(&wanted)
}

/// Puts a dossier into a page: `{handle, faults: [{reason, path, fatal, message}]}`; handle 0 where a fault is fatal.
#[wasm_bindgen]
pub fn mount(element: HtmlElement, dossier: &JsValue, messages: &str, options: &JsValue) -> JsValue {
    widget::mount(element, dossier, messages, options)
}

/// Takes it out again and leaves the page as it was.
#[wasm_bindgen]
pub fn unmount(handle: u32) {
    stage::unmount(handle);
}

/// Takes up what the reader did last while this was still to be loaded: an event of a pointer, of focus, or a click that
/// was held back.
#[wasm_bindgen]
pub fn attend(event: &Event) {
    stage::attend(event);
}

/// Opens the card of a claim, pinned. False where the claim has no mark.
#[wasm_bindgen]
pub fn open(handle: u32, claim: &str) -> bool {
    stage::open(handle, claim)
}

/// Closes the card, if it is open on a mark of this dossier.
#[wasm_bindgen]
pub fn close(handle: u32) {
    stage::close(handle);
}

/// Looks for the words again and marks them anew.
#[wasm_bindgen]
pub fn refresh(handle: u32) {
    stage::refresh(handle);
}

/// Where words stand under `root`: a promise of the answers, in the order of `selectors` (`[{exact, prefix?, suffix?}]`):
/// `{ranges, score, kind}` or `{refused}`. Changes nothing. Rejects with the reason of `signal` once that is aborted.
#[wasm_bindgen]
pub fn locate(root: Element, selectors: &JsValue, signal: Option<AbortSignal>) -> Promise {
    locate::locate(&root, selectors, signal)
}

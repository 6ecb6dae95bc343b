//! What goes out to JavaScript: events and results, as plain objects. `pkg/variorum.d.ts` says what they hold.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// A plain object of these properties.
pub fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// One fault, for the shell to report as `variorum-error`: the design's word, where in the dossier, whether nothing is shown,
/// and what a person reads.
pub fn fault(reason: &str, path: Option<&str>, fatal: bool, message: &str) -> JsValue {
    object(&[("reason", reason.into()), ("path", path.into()), ("fatal", fatal.into()), ("message", message.into())])
}

/// Tells the page's listeners. Events bubble, cross shadow roots and can't be cancelled.
pub fn dispatch(element: &Element, name: &str, detail: &[(&str, JsValue)]) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&object(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = element.dispatch_event(&event);
    }
}

//! Marks painted over the text by the CSS Custom Highlight API: no node of the page is made, split or changed.
//!
//! The browser's registry has one highlight for each relation, `variorum-contradict` and so on, and `variorum-open` for
//! the marks that show it. All dossiers of a page share them; one that holds no words is taken out again.

use super::pieces::Pieces;
use super::stretch;
use crate::text;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Range};

#[wasm_bindgen]
extern "C" {
    /// `HighlightRegistry` and `Highlight`, which the bindings don't have yet.
    type Registry;
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static REGISTRY: Option<Registry>;
    #[wasm_bindgen(method)]
    fn get(this: &Registry, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method, js_name = delete)]
    fn remove(this: &Registry, name: &str);

    #[derive(Clone)]
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method, js_name = delete)]
    fn remove(this: &Highlight, range: &Range);
    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;
}

/// Whether this browser can.
pub fn is_supported() -> bool {
    REGISTRY.with(Option::is_some)
}

/// Ranges over the words of a mark, one for each stretch of a text node: what stands between is not painted. They are
/// live: of a text that is replaced nothing stays painted, neither the old words nor whatever stands there now.
pub fn ranges(document: &Document, pieces: &Pieces, range: text::Range) -> Vec<Range> {
    let made = stretch::of(pieces, range).into_iter().filter_map(|stretch| {
        let range = document.create_range().ok()?;
        range.set_start(&stretch.node, stretch.start).ok()?;
        range.set_end(&stretch.node, stretch.end).ok()?;
        Some(range)
    });
    made.collect()
}

/// Paints ranges in a highlight: `contradict`, `open` and so on.
pub fn add(name: &str, ranges: &[Range]) {
    highlight(name, &mut |registry, name, highlight| {
        let highlight = highlight.unwrap_or_else(|| {
            let made = Highlight::new();
            registry.set(name, &made);
            made
        });
        ranges.iter().for_each(|range| highlight.add(range));
    });
}

/// Takes them out again.
pub fn remove(name: &str, ranges: &[Range]) {
    highlight(name, &mut |registry, name, highlight| {
        let Some(highlight) = highlight else { return };
        ranges.iter().for_each(|range| highlight.remove(range));
        if highlight.size() == 0 {
            registry.remove(name);
        }
    });
}

fn highlight(name: &str, act: &mut dyn FnMut(&Registry, &str, Option<Highlight>)) {
    REGISTRY.with(|registry| {
        if let Some(registry) = registry {
            let name = String::from("variorum-") + name;
            act(registry, &name, registry.get(&name));
        }
    });
}

//! What elements are, by their names: a table that the browser looks into, so that no name is copied.

use crate::text::{BESIDE, BREAKING, NOT_TEXT};
use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

/// Words end at its edges.
pub const BREAKS: u32 = 1;
/// It is no part of the article that it stands in.
pub const BESIDE_ARTICLE: u32 = 2;
/// It holds no text to be read.
pub const NO_TEXT: u32 = 4;

#[wasm_bindgen]
extern "C" {
    /// From an element's name to the sum of what it is.
    #[derive(Clone)]
    pub type Names;
    /// 0 of a name that is not in it.
    #[wasm_bindgen(method, structural, indexing_getter)]
    pub fn kind_of(this: &Names, name: &JsString) -> u32;
}

thread_local! {
    static NAMES: Names = Names::make();
}

impl Names {
    /// The table, made once.
    pub fn get() -> Names {
        NAMES.with(Names::clone)
    }

    fn make() -> Names {
        // Without a prototype: the page may have added to that.
        let names: Names = Object::<JsValue>::create(JsValue::NULL.unchecked_ref()).unchecked_into();
        let add = |name: &str, kind: u32| {
            let name = JsString::from(name);
            let _ = Reflect::set(&names, &name, &(names.kind_of(&name) | kind).into());
        };
        BREAKING.iter().for_each(|name| add(name, BREAKS));
        BESIDE.split(',').chain(["article"]).for_each(|name| add(name, BESIDE_ARTICLE));
        NOT_TEXT.split(',').for_each(|name| add(name, NO_TEXT));
        names
    }
}

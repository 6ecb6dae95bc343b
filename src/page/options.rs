//! What the element's attributes ask for.

use super::event::object;
use super::manner::Manner;
use crate::dossier::Relation;
use crate::view::life::Timing;
use crate::view::{self, messages};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The attributes, in Rust.
pub struct Options {
    /// The host that the dossier comes from, as [`view::origin`] has it.
    pub origin: String,
    /// Selector of the article.
    pub article: Option<String>,
    /// Which source the page is.
    pub source: Option<String>,
    /// Which relations to mark; all where `None`.
    pub show: Option<Vec<Relation>>,
    /// How words are marked.
    pub marks: Manner,
    /// Whether the overview is part of the evidence.
    pub overview: bool,
    /// The revision whose marks and evidence stand in the page already.
    pub baked: Option<u32>,
    /// A draft may be shown.
    pub preview: bool,
    /// Whether the reader's choice to have no marks may be kept in the browser.
    pub remember: bool,
    /// The card's delays.
    pub timing: Timing,
}

impl Options {
    /// Reads a plain object; what is absent or of another type counts as not given.
    pub fn read(value: &JsValue) -> Self {
        let get = |name: &str| Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED);
        let text = |name: &str| get(name).as_string().filter(|text| !text.is_empty());
        let relation = |name: &str| {
            let all = [Relation::Contradict, Relation::Differ, Relation::Nuance, Relation::Agree, Relation::Single];
            all.into_iter().find(|relation| relation.name() == name)
        };
        let timing = get("timing");
        let delay = |name: &str, default: f64| {
            Reflect::get(&timing, &name.into()).ok().and_then(|value| value.as_f64()).unwrap_or(default)
        };
        let usual = Timing::default();
        // An attribute that is there is true, whatever it says.
        let flag = |name: &str| get(name).as_bool().unwrap_or_else(|| get(name).is_string());
        Self {
            origin: view::origin(&text("src").unwrap_or_default()).into(),
            article: text("article"),
            source: text("source"),
            show: text("show").map(|names| names.split_ascii_whitespace().filter_map(relation).collect()),
            marks: match text("marks").as_deref() {
                Some("text") => Manner::Text,
                Some("paint") => Manner::Paint,
                _ => Manner::Auto,
            },
            overview: text("overview").is_none_or(|overview| overview != "none"),
            baked: text("baked").and_then(|revision| revision.parse().ok()),
            preview: flag("preview"),
            remember: flag("remember"),
            timing: Timing {
                rest: delay("rest", usual.rest),
                switch: delay("switch", usual.switch),
                grace: delay("grace", usual.grace),
                corridor: delay("corridor", usual.corridor),
                seen: delay("seen", usual.seen),
            },
        }
    }
}

/// `en=sha256-…;ko=sha256-…`: the files that were built with this wasm; English unchecked where none were.
const BUILT: &str = match option_env!("VARIORUM_MESSAGES") {
    Some(files) => files,
    None => "",
};

/// The file of messages for a reader who wants these languages: `{path, integrity}`.
pub fn messages_for(wanted: &[String]) -> JsValue {
    let files: Vec<(&str, &str)> = BUILT.split(';').filter_map(|file| file.split_once('=')).collect();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    let available: Vec<&str> = files.iter().map(|file| file.0).collect();
    let (lang, integrity) = files.get(messages::choose(&wanted, &available)).copied().unwrap_or(("en", ""));
    let mut path = String::from("messages/");
    path.push_str(lang);
    path.push_str(".txt");
    object(&[("path", path.into()), ("integrity", integrity.into())])
}

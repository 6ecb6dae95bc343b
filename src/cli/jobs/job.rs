//! What is to be done, and with what.

use crate::input::{Input, Text};
use crate::page::Source;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::path::Path;

/// One job of a command, whose own options are `O`.
pub struct Job<O> {
    /// The page, if there is one: a file, or what it holds.
    pub page: Option<Source>,
    /// The dossier, if it is named: a file, or the dossier itself.
    dossier: Option<Value>,
    pub options: O,
}

/// Why nothing came of something: a word for machines, if it has one, and a sentence.
pub struct Failed(pub Option<&'static str>, pub String);

impl From<String> for Failed {
    fn from(why: String) -> Self {
        Failed(None, why)
    }
}

/// Reads a job; and what it calls itself, whatever else is wrong with it.
pub fn read<O: DeserializeOwned>(line: &[u8]) -> (Option<Value>, Result<Job<O>, Failed>) {
    let none = |why: String| Failed(Some("job"), format!("this is no job: {why}"));
    let mut fields: Map<String, Value> = match serde_json::from_slice(line) {
        Ok(fields) => fields,
        Err(error) => return (None, Err(none(told(&error)))),
    };
    let id = fields.remove("id");
    let page = match (fields.remove("page"), fields.remove("html")) {
        (None, None) => None,
        (Some(Value::String(file)), None) => Some(Source::File(file.into())),
        (None, Some(Value::String(html))) => Some(Source::Html(html)),
        _ => return (id, Err(none("it has either `page`, the name of a file, or `html`, a text".into()))),
    };
    let dossier = fields.remove("dossier");
    let options = serde_json::from_value(fields.into()).map_err(|error| none(told(&error)));
    (id, options.map(|options| Job { page, dossier, options }))
}

/// What a parser says, without the line, which is always the first.
fn told(error: &serde_json::Error) -> String {
    let said = error.to_string();
    match said.split_once(" at line 1 ") {
        Some((said, column)) => format!("{said}, {column}"),
        None => said,
    }
}

impl<O> Job<O> {
    /// The page, which there has to be.
    pub fn page(&self) -> Result<&Source, Failed> {
        let none = || Failed(Some("job"), "this is no job: it has neither `page` nor `html`".into());
        self.page.as_ref().ok_or_else(none)
    }

    /// The dossier that it names, with its file, if it has one.
    pub fn dossier(&self) -> Result<Option<(Option<&Path>, Input)>, Failed> {
        Ok(match &self.dossier {
            None => None,
            Some(Value::String(path)) => Some((Some(Path::new(path)), Input::open(Path::new(path))?)),
            Some(dossier) => Some((None, Input::json(Text { name: "dossier".into(), text: dossier.to_string() }))),
        })
    }
}

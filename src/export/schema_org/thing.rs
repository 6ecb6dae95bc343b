//! Things and their properties, as JSON-LD.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// A graph of things.
#[derive(Serialize)]
pub struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    things: Vec<Thing>,
}

/// Its properties, in the order written.
#[derive(Default)]
pub struct Thing(Vec<(&'static str, Value)>);

/// What a property holds.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Value {
    Words(String),
    Thing(Thing),
    Things(Vec<Thing>),
}

impl Graph {
    pub(super) fn new(things: Vec<Thing>) -> Self {
        Graph { context: "https://schema.org", things }
    }

    /// On lines, for people.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("strings can be written") + "\n"
    }

    /// As an element of a page, whatever the texts in it are.
    pub fn script(&self) -> String {
        let json = serde_json::to_string(self).expect("strings can be written");
        // Outside of strings JSON has no `<`.
        format!("<script type=\"application/ld+json\">{}</script>", json.replace('<', "\\u003c"))
    }
}

impl Thing {
    /// One of a type.
    pub fn new(kind: &str) -> Self {
        Thing::default().with("@type", kind)
    }

    /// One that is described elsewhere.
    pub fn at(id: String) -> Self {
        Thing::default().with("@id", id)
    }

    /// With a property, unless there is nothing in it.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let is_empty = match &value {
            Value::Words(words) => words.is_empty(),
            Value::Thing(thing) => thing.0.is_empty(),
            Value::Things(things) => things.is_empty(),
        };
        if !is_empty {
            self.0.push((name, value));
        }
        self
    }
}

impl Serialize for Thing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl From<&str> for Value {
    fn from(words: &str) -> Self {
        Value::Words(words.to_owned())
    }
}

impl From<String> for Value {
    fn from(words: String) -> Self {
        Value::Words(words)
    }
}

impl From<Option<String>> for Value {
    fn from(words: Option<String>) -> Self {
        Value::Words(words.unwrap_or_default())
    }
}

impl From<Thing> for Value {
    fn from(thing: Thing) -> Self {
        Value::Thing(thing)
    }
}

impl From<Vec<Thing>> for Value {
    fn from(things: Vec<Thing>) -> Self {
        Value::Things(things)
    }
}

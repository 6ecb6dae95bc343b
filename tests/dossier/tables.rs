//! The fixtures of `tests/dossier/`, read.

use serde_json::Value as Json;
use variorum::dossier::{Node, parse_json, parse_toml};

/// Good dossiers by file name; those in JSON as JSON too.
pub fn good() -> Vec<(String, Node, Option<Json>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder("good")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 5, "{files:?}");
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".toml") {
            (name, parse_toml(&text).unwrap(), None)
        } else {
            (name, parse_json(&text).unwrap(), Some(serde_json::from_str(&text).unwrap()))
        }
    };
    files.into_iter().map(read).collect()
}

/// One of them.
pub fn named_good(name: &str) -> Node {
    good().into_iter().find(|(file, ..)| file == name).unwrap().1
}

/// The good dossier that the tables edit.
pub fn base() -> Json {
    serde_json::from_str(include_str!("good/every-type.json")).unwrap()
}

/// One edit of [`base`], and what comes of it.
pub struct Edit {
    /// The edit, for messages.
    pub what: String,
    pub edited: Json,
    /// The path of the one fault.
    pub fault: String,
    pub lenient: Lenient,
}

/// What a reader's page makes of an edited dossier.
pub enum Lenient {
    Ignored,
    LeavesOut(Vec<String>),
    Fatal(String),
}

/// A table of edits. Each is an object: `at` (a JSON pointer), with `put` (a value), `out` (true), or `long` (a
/// string of so many letters); then `fault`, or `lenient` ("ignored", a reason, or the claims left out).
pub fn edits(table: &str) -> Vec<Edit> {
    let text = std::fs::read_to_string(folder(&format!("{table}.json"))).unwrap();
    let rows: Vec<Json> = serde_json::from_str(&text).unwrap();
    let read = |row: &Json| {
        let mut edited = base();
        let value = match (&row["put"], row["long"].as_u64()) {
            (_, Some(length)) => Some("x".repeat(length as usize).into()),
            (_, None) if row["out"] == true => None,
            (put, None) => Some(put.clone()),
        };
        edit_at(&mut edited, row["at"].as_str().unwrap(), value);
        let lenient = match &row["lenient"] {
            Json::String(word) if word == "ignored" => Lenient::Ignored,
            Json::String(reason) => Lenient::Fatal(reason.clone()),
            ids => Lenient::LeavesOut(serde_json::from_value(ids.clone()).unwrap_or_default()),
        };
        Edit { what: row.to_string(), edited, fault: row["fault"].as_str().unwrap_or_default().to_owned(), lenient }
    };
    rows.iter().map(read).collect()
}

/// Puts a value at a JSON pointer (`-` is after a list's last item), or takes out what stands there.
pub fn edit_at(json: &mut Json, at: &str, value: Option<Json>) {
    let (parent, name) = at.rsplit_once('/').unwrap();
    match (json.pointer_mut(parent).unwrap_or_else(|| panic!("{at}")), value) {
        (Json::Object(fields), Some(value)) => drop(fields.insert(name.to_owned(), value)),
        (Json::Object(fields), None) => drop(fields.remove(name).unwrap_or_else(|| panic!("{at}"))),
        (Json::Array(items), Some(value)) if name == "-" => items.push(value),
        (Json::Array(items), Some(value)) => items[name.parse::<usize>().unwrap()] = value,
        (Json::Array(items), None) => drop(items.remove(name.parse().unwrap())),
        _ => panic!("{at} is in nothing"),
    }
}

/// Strings to try at each place, by JSON pointer.
pub fn strings() -> Vec<(String, Vec<String>)> {
    let text = include_str!("strings.json");
    let table: serde_json::Map<String, Json> = serde_json::from_str(text).unwrap();
    table.into_iter().map(|(at, strings)| (at, serde_json::from_value(strings).unwrap())).collect()
}

/// Names and words of the format, so that made-up trees get past its first gates.
pub const NAMES: &[&str] = &[
    "variorum",
    "id",
    "lang",
    "title",
    "status",
    "article",
    "publisher",
    "modified",
    "sources",
    "claims",
    "changes",
    "derived",
    "ext",
    "name",
    "kind",
    "url",
    "note",
    "seen",
    "derives",
    "from",
    "how",
    "file",
    "path",
    "question",
    "type",
    "unit",
    "zone",
    "anchors",
    "exact",
    "element",
    "refinedBy",
    "relation",
    "resolution",
    "readings",
    "source",
    "mode",
    "value",
    "attributedTo",
    "quotes",
    "was",
    "is",
    "min",
    "max",
    "hedge",
    "words",
    "scope",
    "unclear",
    "items",
    "not",
    "key",
    "near",
    "n",
    "text",
    "date",
    "by",
    "why",
    "until",
    "start",
    "end",
    "1.0",
    "2.0",
    "a",
    "en",
    "published",
    "draft",
    "news",
    "duration",
    "count",
    "quantity",
    "yesno",
    "list",
    "silent",
    "cites",
    "rewrites",
    "PT4H",
    "2019",
    "2019-02-22",
    "T15:00",
    "2019-02-22T15:00:00Z",
    "https://a.example/",
    "unknown",
    "yes",
];

fn folder(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dossier").join(name)
}

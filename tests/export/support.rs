//! Dossiers to export, and the ways in which they are.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use variorum::compare::compare;
use variorum::dossier::{Dossier, Node, Strictness, parse_json, parse_toml};
use variorum::export::Addresses;
use variorum::export::csv::csv;
use variorum::export::markdown::markdown;
use variorum::export::schema_org::schema_org;
use variorum::export::web_annotation::web_annotation;
use variorum::view::{Context, messages};

/// Where the article of a dossier stands that does not say so.
const BASE: &str = "https://desk.example/story";

/// A dossier without faults, as it was written and as it was read.
pub struct Story {
    pub name: String,
    pub node: Node,
    pub dossier: Dossier,
}

impl Story {
    pub fn new(name: &str, node: Node) -> Self {
        let (dossier, faults) = Dossier::read(&node, Strictness::Strict);
        assert_eq!(faults, [], "{name}");
        Story { name: name.into(), dossier: dossier.unwrap_or_else(|| panic!("{name}")), node }
    }

    pub fn of_file(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let parsed =
            if path.extension().is_some_and(|it| it == "toml") { parse_toml(&text) } else { parse_json(&text) };
        Self::new(&path.display().to_string(), parsed.unwrap_or_else(|fault| panic!("{}: {fault:?}", path.display())))
    }

    pub fn of_json(json: &Value) -> Self {
        Self::new("generated", parse_json(&json.to_string()).expect("JSON"))
    }

    /// What `export` makes of it.
    fn exported<T>(&self, export: impl FnOnce(&Context, &Addresses) -> T) -> T {
        let comparisons: Vec<_> = self.dossier.claims.iter().map(|claim| compare(&self.dossier, claim)).collect();
        let messages = messages::embedded(&self.dossier.lang);
        let context = Context::new(&self.dossier, &comparisons, &messages);
        export(&context, &Addresses::new(&self.dossier, Some(BASE)))
    }

    pub fn annotations(&self) -> String {
        self.exported(|context, addresses| web_annotation(&self.node, context, addresses)).expect("absolute addresses")
    }

    pub fn graph(&self) -> Value {
        serde_json::from_str(&self.exported(schema_org).json()).expect("JSON")
    }

    pub fn script(&self) -> String {
        self.exported(schema_org).script()
    }

    pub fn csv(&self) -> String {
        self.exported(|context, addresses| csv(&self.node, context, addresses))
    }

    pub fn markdown(&self) -> String {
        self.exported(markdown)
    }
}

/// Every dossier at hand: of the demo, of the format's tests, and, where it is, the one that the format was drafted with.
pub fn stories() -> Vec<Story> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = ["www/madrid/dossier.toml", "www/gaon/dossier.toml", "tests/view/story.toml"]
        .map(|file| root.join(file))
        .into();
    let good = fs::read_dir(root.join("tests/dossier/good")).expect("a folder").flatten().map(|entry| entry.path());
    // Words alone are values once `build` has read them.
    files.extend(good.filter(|path| !path.ends_with("printed.toml")));
    match std::env::var("VARIORUM_SHARED") {
        Ok(shared) => files.push(Path::new(&shared).join("dossier/dossier.example.json")),
        Err(_) => skipped("VARIORUM_SHARED is not set"),
    }
    files.iter().map(|file| Story::of_file(file)).collect()
}

/// Past the harness, which shows nothing of tests that pass.
pub fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "SKIPPED: {why}");
}

/// A tree as plain data: places and the order of fields left aside.
pub fn plain(node: &Node) -> Value {
    serde_json::to_value(node).expect("plain data")
}

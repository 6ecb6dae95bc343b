//! Reading a dossier as an editor keeps it: TOML or JSON, with every fault.

use super::finding::Shown;
use super::printed::{self, Printed, Understood};
use annotate_snippets::Renderer;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use variorum::check::{Code, Finding};
use variorum::dossier::{self, Dossier, Node, Place, Reason, Span, Strictness};
use variorum::export::import;

/// A text and what to call it.
pub struct Text {
    /// The file as the user named it.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// What became of a dossier's text.
pub struct Input {
    /// The text.
    pub text: Text,
    /// Its tree, if its syntax is right.
    pub node: Option<Node>,
    /// What could be read of it.
    pub dossier: Option<Dossier>,
    /// The printed words that were read as values.
    pub understood: Vec<Understood>,
    /// All that is wrong.
    pub findings: Vec<Finding>,
}

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    /// A dossier, in one of the two ways of writing it.
    Toml,
    Json,
    /// Annotations, of which a dossier is to be made.
    Annotations,
}

/// More than any dossier within the limits takes, comments included; less than would fill the memory.
const MAX_BYTES: u64 = 4 << 20;

impl Input {
    /// Reads a file. What is wrong in it is a finding; that it can't be had at all is misuse.
    pub fn open(path: &Path) -> Result<Self, String> {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("toml") => Self::file(path, Syntax::Toml),
            Some("json") => Self::file(path, Syntax::Json),
            _ => Err(format!("{}: a dossier's name ends in .toml or .json", path.display())),
        }
    }

    /// Reads a file of annotations: its tree, and no dossier yet.
    pub fn annotations(path: &Path) -> Result<Self, String> {
        Self::file(path, Syntax::Annotations)
    }

    fn file(path: &Path, syntax: Syntax) -> Result<Self, String> {
        let name = path.display().to_string();
        let misuse = |why: &dyn std::fmt::Display| format!("{name}: {why}");
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
            .map_err(|error| misuse(&error))?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(misuse(&"more than 4 MiB: this is no dossier"));
        }
        Ok(match String::from_utf8(bytes) {
            Ok(text) => Self::read(Text { name, text }, syntax),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let message = "This byte is not UTF-8: save the file as UTF-8.".into();
                let span = Span { start: at as u32, end: at as u32 };
                let place = Place { path: String::new(), span };
                let finding = Finding::new(Code::NotUtf8, place, message).with_reason(Reason::Broken);
                Self::unreadable(Text { name, text }, finding)
            }
        })
    }

    /// Reads TOML that is part of the program.
    pub fn embedded(name: &str, toml: &str) -> Self {
        Self::read(Text { name: name.into(), text: toml.into() }, Syntax::Toml)
    }

    /// Reads JSON that was handed over.
    pub fn json(text: Text) -> Self {
        Self::read(text, Syntax::Json)
    }

    fn read(mut text: Text, syntax: Syntax) -> Self {
        // Editors on Windows write a byte order mark; no parser wants it.
        if text.text.starts_with('\u{feff}') {
            text.text.drain(..'\u{feff}'.len_utf8());
        }
        let parsed = match syntax {
            Syntax::Toml => dossier::parse_toml(&text.text),
            Syntax::Json => dossier::parse_json(&text.text),
            Syntax::Annotations => import::read(&text.text),
        };
        match parsed {
            Err(fault) => Self::unreadable(text, Finding::from(&fault)),
            Ok(node) if syntax == Syntax::Annotations => {
                Self { text, node: Some(node), dossier: None, understood: Vec::new(), findings: Vec::new() }
            }
            Ok(mut node) => {
                let (Printed { understood, mut findings }, strictness) = match syntax {
                    Syntax::Toml => (printed::read(&mut node), Strictness::Authoring),
                    _ => (Printed::default(), Strictness::Strict),
                };
                let (dossier, faults) = Dossier::read(&node, strictness);
                findings.extend(faults.iter().map(Finding::from));
                Self { text, node: Some(node), dossier, understood, findings }
            }
        }
    }

    fn unreadable(text: Text, finding: Finding) -> Self {
        Self { text, node: None, dossier: None, understood: Vec::new(), findings: vec![finding] }
    }

    /// All that is wrong, in the order of the text.
    pub fn in_order(&self) -> impl Iterator<Item = Shown<'_>> {
        let mut findings: Vec<_> = self.findings.iter().collect();
        findings.sort_by_key(|finding| (finding.place.span.start, &finding.place.path));
        findings.into_iter().map(|finding| Shown { finding, text: &self.text })
    }

    /// What is wrong first, in one sentence with its place; for those who can't be told all.
    pub fn first_fault(&self) -> String {
        let first = self.in_order().next().map(|shown| shown.in_one_line());
        first.unwrap_or_else(|| format!("{}: it can't be read", self.text.name))
    }

    /// The same, as a terminal without colours shows it.
    pub fn told(&self) -> String {
        let shown =
            self.in_order().map(|shown| anstream::adapter::strip_str(&shown.drawn(&Renderer::plain())).to_string());
        shown.collect::<Vec<_>>().join("\n\n")
    }
}

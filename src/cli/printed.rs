//! Values that an editor wrote as the printed words: `value = "nearly four hours"`.
//!
//! The library's grammar of prose reads them, and what it makes of them takes their place in the tree, as if the editor
//! had written the long form. What it can't read is a finding that says why, and what to write instead.

use super::finding::visible;
use super::input::Text;
use std::collections::HashMap;
use variorum::check::{Code, Finding};
use variorum::dossier::{self, ClaimKind, Dossier, Node, NodeKind, Reason, Span, Value, line_column};
use variorum::prose::{WhyNot, understand};
use variorum::view::format;
use variorum::view::messages::Messages;

/// What became of the printed words of a dossier.
#[derive(Default)]
pub struct Printed {
    /// Those that were read.
    pub understood: Vec<Understood>,
    /// One finding for each that could not be.
    pub findings: Vec<Finding>,
}

/// Words that were read.
pub struct Understood {
    span: Span,
    words: String,
    place: Place,
    /// What the words stand for, as TOML.
    long: String,
}

/// Where a value is: numbers of the claim, of its reading, and of the earlier value of that, if it is one.
#[derive(Clone, Copy)]
struct Place {
    claim: usize,
    reading: usize,
    was: Option<usize>,
}

/// Puts values in the place of all words that can be read.
pub fn read(dossier: &mut Node) -> Printed {
    let mut printed = Printed::default();
    let lang = dossier.str("lang").unwrap_or_default().to_owned();
    let langs = languages(dossier);
    for (c, claim) in items(dossier, "claims").iter_mut().enumerate() {
        let Some(kind) = claim.str("type").and_then(ClaimKind::of_name) else { continue };
        let unit = claim.str("unit").map(str::to_owned);
        for (r, reading) in items(claim, "readings").iter_mut().enumerate() {
            let source = reading.str("source").and_then(|source| langs.get(source));
            let asked = Asked { kind, unit: unit.as_deref(), lang: source.unwrap_or(&lang) };
            printed.value(reading, &asked, Place { claim: c, reading: r, was: None });
            for (w, was) in items(reading, "was").iter_mut().enumerate() {
                printed.value(was, &asked, Place { claim: c, reading: r, was: Some(w) });
            }
        }
    }
    printed
}

impl Printed {
    /// Reads the value of a reading, or of what it was, if it is words alone.
    fn value(&mut self, holder: &mut Node, asked: &Asked, place: Place) {
        let Some(value) = holder.get_mut("value") else { return };
        let Some(words) = value.as_str().map(str::to_owned) else { return };
        let span = value.span;
        match asked.read(&words) {
            Ok(read) => {
                let fields = read.fields().unwrap_or_default();
                self.understood.push(Understood { span, long: toml(&fields), place, words: words.clone() });
                value.kind = long_form(fields, words, value.span);
            }
            Err(why) => {
                let message = format!("These words alone are not understood: {why}.");
                let finding = Finding::new(Code::Printed, dossier::Place { path: place.path(), span }, message);
                self.findings.push(finding.with_reason(Reason::Broken).with_help(asked.instead(&words)));
            }
        }
    }
}

impl Place {
    /// Steps from the top of the dossier to the value.
    fn path(&self) -> String {
        let Place { claim, reading, was } = self;
        let was = was.map_or(String::new(), |was| format!(".was[{was}]"));
        format!("claims[{claim}].readings[{reading}]{was}.value")
    }
}

/// The language of each source that has its own, by id.
fn languages(dossier: &Node) -> HashMap<String, String> {
    let sources = dossier.get("sources").map_or(&[][..], Node::items);
    let pair = |source: &Node| Some((source.str("id")?.to_owned(), source.str("lang")?.to_owned()));
    sources.iter().filter_map(pair).collect()
}

/// What words are to be read as.
struct Asked<'a> {
    kind: ClaimKind,
    unit: Option<&'a str>,
    lang: &'a str,
}

impl Asked<'_> {
    fn read(&self, words: &str) -> Result<Value, WhyNot> {
        understand(words, self.kind, self.unit, self.lang)
    }

    /// What to write where words are not enough.
    fn instead(&self, words: &str) -> String {
        let words = toml::Value::from(words);
        let (form, with) = match self.kind {
            ClaimKind::Duration => (
                format!(r#"{{ is = "PT4H", words = {words} }}"#),
                "the length of time (`PT4H` four hours, `PT30M` half an hour, `P2W` two weeks) and, where it is hedged, \
                 `hedge = \"nearly\"` or another hedge",
            ),
            ClaimKind::Count => (
                format!("{{ is = 4, words = {words} }}"),
                "the number and, where it is hedged, `hedge = \"at-least\"` or another hedge",
            ),
            ClaimKind::Quantity => (
                format!("{{ is = 2.3, words = {words} }}"),
                "the figure in the claim's unit and, where it is hedged, `hedge = \"about\"` or another hedge",
            ),
            ClaimKind::Date => (
                format!(r#"{{ is = "2019-02-22", words = {words} }}"#),
                "the day, the month (`2019-02`), the year (`2019`) or the time of day (`T15:00`)",
            ),
            ClaimKind::YesNo => (format!(r#"{{ is = "yes", words = {words} }}"#), "`yes`, `no` or `unclear`"),
            ClaimKind::Name | ClaimKind::Text => {
                (format!("{{ is = {words} }}"), "a `key` as well where another reading says the same in other words")
            }
            ClaimKind::List => (format!(r#"{{ items = ["…", "…"], words = {words} }}"#), "each thing by name"),
        };
        format!("Write: `value = {form}`, with {with}.")
    }
}

impl Understood {
    /// `file:line:column: “nearly four hours” is read as nearly 4 hours`, then what to write for the same. `None` where the
    /// dossier lacks the claim, which then has a fault.
    pub fn told(&self, text: &Text, dossier: &Dossier, messages: &Messages) -> Option<String> {
        let claim = dossier.claims.get(self.place.claim)?;
        let reading = claim.readings.get(self.place.reading)?;
        let answer = match self.place.was {
            Some(was) => &reading.was.get(was)?.answer,
            None => reading.answer.as_ref()?,
        };
        let card = format::answer(messages, claim, answer).words;
        let (line, column) = line_column(&text.text, self.span.start as usize);
        let Understood { words, long, .. } = self;
        Some(format!("{}:{line}:{column}: “{}” is read as {card}: {long}", text.name, visible(words)))
    }
}

/// The long form with these fields.
fn long_form(fields: Vec<(&'static str, NodeKind)>, words: String, span: Span) -> NodeKind {
    let words = ("words", NodeKind::String(words));
    let field = |(name, kind): (&str, NodeKind)| (name.to_owned(), span, Node { kind, span });
    NodeKind::Object(fields.into_iter().chain([words]).map(field).collect())
}

/// The fields as an editor writes them.
fn toml(fields: &[(&'static str, NodeKind)]) -> String {
    let field = |(name, kind): &(&str, NodeKind)| match kind {
        NodeKind::Number(number) => format!("{name} = {number}"),
        NodeKind::String(text) => format!("{name} = {}", toml::Value::from(text.as_str())),
        _ => format!("{name} = true"),
    };
    format!("{{ {} }}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
}

fn items<'a>(node: &'a mut Node, name: &str) -> &'a mut [Node] {
    node.get_mut(name).map_or(&mut [][..], Node::items_mut)
}

//! What goes out, in the W3C's words: <https://www.w3.org/TR/annotation-model/>.

use crate::dossier::Node;
use serde::Serialize;

/// All annotations of a dossier, with the dossier's head and sources.
#[derive(Serialize)]
pub struct Collection<'a> {
    #[serde(rename = "@context")]
    pub context: (&'a str, Terms),
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'a str,
    pub label: &'a str,
    pub creator: Agent<'a>,
    pub generator: Agent<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// The tree without what the annotations hold.
    pub dossier: Node,
    pub total: usize,
    pub first: Page<'a>,
}

/// Our own terms: what is in them is data in a format of its own.
#[derive(Serialize)]
pub struct Terms {
    #[serde(rename = "@version")]
    pub version: f32,
    pub dossier: Term,
    pub anchor: Term,
    pub reading: Term,
    pub quote: Term,
}

#[derive(Serialize)]
pub struct Term {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub kind: &'static str,
}

#[derive(Serialize)]
pub struct Agent<'a> {
    #[serde(rename = "type")]
    pub kind: &'a str,
    pub name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homepage: Option<String>,
}

#[derive(Serialize)]
pub struct Page<'a> {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'a str,
    #[serde(rename = "partOf")]
    pub part_of: String,
    #[serde(rename = "startIndex")]
    pub start_index: usize,
    pub items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
pub struct Annotation<'a> {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'a str,
    pub motivation: &'a str,
    pub body: Vec<Body<'a>>,
    pub target: Target,
}

#[derive(Serialize)]
#[serde(tag = "type")]
pub enum Body<'a> {
    /// The claim.
    SpecificResource { source: String, purpose: &'a str },
    /// What a source answers, in words and as the dossier has it.
    TextualBody { value: String, format: &'a str, language: String, purpose: &'a str, reading: Node },
}

#[derive(Serialize)]
pub struct Target {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub selector: Vec<Selector>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Node>,
}

/// As of when, and where that is kept.
#[derive(Serialize)]
pub struct State {
    #[serde(rename = "type")]
    pub kind: &'static str,
    #[serde(rename = "sourceDate", skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cached: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
pub enum Selector {
    #[serde(rename = "TextQuoteSelector")]
    TextQuote {
        exact: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        prefix: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        suffix: Option<String>,
    },
    /// In code points of the saved text, the end exclusive.
    #[serde(rename = "TextPositionSelector")]
    TextPosition { start: i64, end: i64 },
    #[serde(rename = "FragmentSelector")]
    Fragment {
        value: String,
        #[serde(rename = "conformsTo")]
        conforms_to: &'static str,
        #[serde(rename = "refinedBy", skip_serializing_if = "Option::is_none")]
        refined_by: Option<Box<Selector>>,
    },
}

//! A dossier as annotations in the W3C's Web Annotation Data Model, in JSON-LD.
//!
//! Every anchor is an annotation that links words of the article to a claim; every quote one that says of words of a
//! source which claim they speak to and what they answer. What the W3C has no words for stands in four terms of our own,
//! each a JSON literal in the dossier's format: nothing of it is said twice, and a processor drops none of it.

mod model;

use super::Addresses;
use crate::dossier::{Dossier, Node, Source, whole};
use crate::view::format::{self, Phrase};
use crate::view::{Context, Key};
use jiff::Timestamp;
use model::{Agent, Annotation, Body, Collection, Page, Selector, State, Target, Term, Terms};

/// The W3C's context, in which its own terms stand.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The name that stands before our own terms.
const TERMS: &str = "https://variorum.example/ns#";

/// The fields of a quote that its selectors say.
const SELECTED: &[&str] = &["exact", "prefix", "suffix", "start", "end"];

/// The annotations, as JSON. `node` is the tree that the context's dossier was read from, without faults.
///
/// `None` where the addresses are not absolute: annotations stand apart from the page that they speak of.
pub fn web_annotation(node: &Node, context: &Context, addresses: &Addresses) -> Option<String> {
    if !addresses.are_absolute() {
        return None;
    }
    let annotated = Annotated { context, addresses, sources: items(node, "sources") };
    let collection = annotated.collection(node);
    Some(serde_json::to_string_pretty(&collection).expect("strings and numbers can be written") + "\n")
}

struct Annotated<'a> {
    context: &'a Context<'a>,
    addresses: &'a Addresses<'a>,
    /// As they are written.
    sources: &'a [Node],
}

impl<'a> Annotated<'a> {
    fn collection(&self, node: &Node) -> Collection<'a> {
        let dossier: &Dossier = self.context.dossier;
        let items: Vec<_> =
            items(node, "claims").iter().enumerate().flat_map(|(at, claim)| self.claim(at, claim)).collect();
        let id = self.addresses.claim("") + "/annotations";
        let publisher = &dossier.publisher;
        let homepage = publisher.url.as_ref().map(|url| self.addresses.resolved(url));
        let term = |name: &str| Term { id: format!("{TERMS}{name}"), kind: "@json" };
        let terms = Terms {
            version: 1.1,
            dossier: term("dossier"),
            anchor: term("anchor"),
            reading: term("reading"),
            quote: term("quote"),
        };
        Collection {
            context: (CONTEXT, terms),
            kind: "AnnotationCollection",
            label: dossier.title.in_language(&dossier.lang).1,
            creator: Agent { kind: "Organization", name: &publisher.name, homepage },
            generator: Agent {
                kind: "Software",
                name: concat!("Variorum ", env!("CARGO_PKG_VERSION")),
                homepage: None,
            },
            modified: utc(&dossier.modified),
            dossier: head(node),
            total: items.len(),
            first: Page { id: format!("{id}/1"), kind: "AnnotationPage", part_of: id.clone(), start_index: 0, items },
            id,
        }
    }

    /// What a claim is marked at, and what each source says on it.
    fn claim(&self, at: usize, node: &Node) -> Vec<Annotation<'a>> {
        let claim = &self.context.dossier.claims[at];
        let id = self.addresses.claim(&claim.id);
        let mut out = Vec::new();
        for (nth, anchor) in items(node, "anchors").iter().enumerate() {
            let body = Body::SpecificResource { source: id.clone(), purpose: "linking" };
            let target = Target {
                kind: "SpecificResource",
                source: self.addresses.article().to_owned(),
                state: None,
                selector: selector(anchor).into_iter().collect(),
                anchor: rest(anchor, &["exact", "prefix", "suffix", "element", "refinedBy"]),
                quote: None,
            };
            out.push(Annotation {
                id: format!("{id}/anchors/{}", nth + 1),
                kind: "Annotation",
                motivation: "linking",
                body: vec![body],
                target,
            });
        }
        for (nth, (node, reading)) in items(node, "readings").iter().zip(&claim.readings).enumerate() {
            let Phrase { words, lang } = match reading.answer {
                Some(_) => format::reading(self.context.messages, claim, reading),
                None => Phrase { words: self.context.messages.get(Key::Silent).to_owned(), lang: None },
            };
            let body = || {
                let identified = Body::SpecificResource { source: id.clone(), purpose: "identifying" };
                let described = Body::TextualBody {
                    value: words.clone(),
                    format: "text/plain",
                    language: lang.clone().unwrap_or_else(|| self.context.messages.lang().to_owned()),
                    purpose: "describing",
                    reading: node.without(&["quotes"]),
                };
                vec![identified, described]
            };
            let mut annotate = |quote: Option<&Node>, number: usize| {
                out.push(Annotation {
                    id: format!("{id}/readings/{}/{number}", nth + 1),
                    kind: "Annotation",
                    motivation: "identifying",
                    body: body(),
                    target: self.target(reading.source, quote),
                });
            };
            let quotes = items(node, "quotes");
            if quotes.is_empty() {
                annotate(None, 1);
            }
            quotes.iter().enumerate().for_each(|(at, quote)| annotate(Some(quote), at + 1));
        }
        out
    }

    /// Words of a source; all of it, where it says nothing.
    fn target(&self, at: usize, quote: Option<&Node>) -> Target {
        let source: &Source = &self.context.dossier.sources[at];
        let position = quote.and_then(|quote| {
            let number = |name| whole(quote.get(name)?.as_number()?);
            Some(Selector::TextPosition { start: number("start")?, end: number("end")? })
        });
        Target {
            kind: "SpecificResource",
            source: self.addresses.page(source).unwrap_or_else(|| self.addresses.described(at)),
            state: self.state(at),
            selector: quote.and_then(selector).into_iter().chain(position).collect(),
            anchor: None,
            quote: quote.and_then(|quote| rest(quote, SELECTED)),
        }
    }

    fn state(&self, at: usize) -> Option<State> {
        let cached = self.context.dossier.sources[at].archived.as_ref().map(|url| self.addresses.resolved(url));
        // A day alone is no moment, and the W3C has room for moments only.
        let date = self.sources[at].str("accessed").and_then(utc);
        (cached.is_some() || date.is_some()).then_some(State { kind: "TimeState", date, cached })
    }
}

/// The tree without what becomes annotations.
fn head(node: &Node) -> Node {
    let mut head = node.clone();
    for claim in head.get_mut("claims").map(Node::items_mut).unwrap_or_default() {
        let has_anchors = !items(claim, "anchors").is_empty();
        *claim = claim.without(if has_anchors { &["anchors", "readings"] } else { &["readings"] });
    }
    head
}

/// What selects the words of an anchor or a quote.
fn selector(node: &Node) -> Option<Selector> {
    let string = |name| node.str(name).map(str::to_owned);
    if let Some(value) = string("element") {
        // Fragments of HTML, as the W3C has them identified.
        let conforms_to = "http://tools.ietf.org/rfc/rfc3236";
        let refined_by = node.get("refinedBy").and_then(selector).map(Box::new);
        return Some(Selector::Fragment { value, conforms_to, refined_by });
    }
    let (prefix, suffix) = (string("prefix"), string("suffix"));
    Some(Selector::TextQuote { exact: string("exact")?, prefix, suffix })
}

/// What is left without these fields, if anything is.
fn rest(node: &Node, names: &[&str]) -> Option<Node> {
    Some(node.without(names)).filter(|rest| !rest.fields().is_empty())
}

/// A moment in UTC with a `Z`, as the W3C asks for it.
fn utc(moment: &str) -> Option<String> {
    moment.parse::<Timestamp>().ok().map(|moment| moment.to_string())
}

fn items<'n>(node: &'n Node, name: &str) -> &'n [Node] {
    node.get(name).map_or(&[], Node::items)
}

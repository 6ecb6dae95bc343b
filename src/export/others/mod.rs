//! Annotations that know nothing of dossiers, as a draft: what Hypothesis and other tools export.

mod annotation;

use super::import::{Imported, LeftOut, annotations, field};
use crate::dossier::{Node, id_of, is_url, unused_id};
use annotation::{address, comment, cut, host, quote, quoted, shown, tag, title};
use std::collections::HashSet;

/// What an editor is to fill in.
const BLANK: &str = "…";

/// The most characters of a name, of an address, of other words.
const NAME: usize = 160;
const URL: usize = 2048;
const WORDS: usize = 600;

/// The most sources, points, readings of a point, quotes of a reading.
const SOURCES: usize = 40;
const POINTS: usize = 60;
const READINGS: usize = 40;
const QUOTES: usize = 4;

/// A dossier in the making.
#[derive(Default)]
pub(super) struct Draft {
    sources: Vec<Source>,
    /// Their ids.
    ids: HashSet<String>,
    points: Vec<Point>,
    left_out: Vec<LeftOut>,
}

struct Source {
    id: String,
    /// What annotations call it: its address, for the most part.
    called: String,
    title: Option<String>,
}

/// What is annotated with one tag.
struct Point {
    /// Empty for annotations without any.
    tag: String,
    readings: Vec<Reading>,
}

struct Reading {
    source: usize,
    /// Objects of the dossier.
    quotes: Vec<Node>,
    /// What the annotators wrote.
    comments: Vec<String>,
}

impl Draft {
    /// Takes all annotations of a file; notes those that can't be taken.
    pub fn add_all(&mut self, file: usize, node: &Node) {
        for annotation in annotations(node) {
            if let Err(why) = self.add(annotation) {
                self.left_out.push(LeftOut { file, span: annotation.span, why: why.into() });
            }
        }
    }

    fn add(&mut self, annotation: &Node) -> Result<(), &'static str> {
        let targets = field(annotation, "target");
        let target = targets.first().ok_or("it has no target")?;
        if targets.len() > 1 {
            return Err("it has several targets: split it");
        }
        let selectors = field(target, "selector");
        let quoted = selectors.iter().find_map(quoted).ok_or("it selects no words: no TextQuoteSelector")?;
        let quote = quote(quoted)?;
        let called = address(target).or(annotation.str("uri")).ok_or("its target has no source")?;
        let source = self.source(called, title(annotation))?;
        self.put(tag(annotation), source, quote, comment(annotation))
    }

    /// The source of this address, new or known.
    fn source(&mut self, called: &str, title: Option<String>) -> Result<usize, &'static str> {
        if let Some(at) = self.sources.iter().position(|source| source.called == called) {
            let known = &mut self.sources[at].title;
            *known = known.take().or(title);
            return Ok(at);
        }
        if self.sources.len() == SOURCES {
            return Err("a dossier has room for 40 sources, and there are more");
        }
        let id = unused_id(&id_of(host(called).unwrap_or_default(), "source"), &mut self.ids);
        self.sources.push(Source { id, called: called.to_owned(), title });
        Ok(self.sources.len() - 1)
    }

    /// Puts a quote where its tag belongs.
    fn put(&mut self, tag: String, source: usize, quote: Node, comment: Option<String>) -> Result<(), &'static str> {
        let point = match self.points.iter().position(|point| point.tag == tag) {
            Some(at) => at,
            None if self.points.len() == POINTS => {
                return Err("a dossier has room for 60 points, and there are more tags");
            }
            None => {
                self.points.push(Point { tag, readings: Vec::new() });
                self.points.len() - 1
            }
        };
        let readings = &mut self.points[point].readings;
        let at = match readings.iter().position(|reading| reading.source == source) {
            Some(at) => at,
            None if readings.len() == READINGS => return Err("a point has room for 40 readings, and there are more"),
            None => {
                readings.push(Reading { source, quotes: Vec::new(), comments: Vec::new() });
                readings.len() - 1
            }
        };
        let reading = &mut readings[at];
        if reading.quotes.len() == QUOTES {
            return Err("there are four quotes of this source on this point already");
        }
        reading.quotes.push(quote);
        reading.comments.extend(comment);
        Ok(())
    }

    /// The draft, if anything was taken.
    pub fn finish(self, id: &str, now: &str) -> Option<Imported> {
        if self.points.is_empty() {
            return None;
        }
        let mut ids = HashSet::new();
        let claim = |point: &Point| point.claim(&unused_id(&id_of(&point.tag, "point"), &mut ids), &self.sources);
        let claims = self.points.iter().map(claim);
        let node = Node::object([
            ("variorum", Node::string("1.0")),
            ("id", Node::string(id)),
            ("lang", Node::string("en")),
            ("title", Node::string(BLANK)),
            ("status", Node::string("draft")),
            ("publisher", Node::object([("name", Node::string(BLANK))])),
            ("modified", Node::string(now)),
            ("sources", Node::array(self.sources.iter().map(Source::node))),
            ("claims", Node::array(claims)),
        ]);
        Some(Imported { node, is_draft: true, left_out: self.left_out })
    }
}

impl Source {
    fn node(&self) -> Node {
        let host = host(&self.called);
        let mut node = Node::object([
            ("id", Node::string(&self.id)),
            ("name", Node::string(cut(host.unwrap_or(BLANK), NAME))),
            ("kind", Node::string("other")),
        ]);
        if let Some(title) = &self.title {
            node.add_field("title", Node::string(title));
        }
        if host.is_some() && is_url(&self.called) && self.called.chars().count() <= URL {
            node.add_field("url", Node::string(&self.called));
        } else {
            node.add_field("note", Node::string(cut(&format!("Annotated as {}", shown(&self.called)), WORDS)));
        }
        node
    }
}

impl Point {
    fn claim(&self, id: &str, sources: &[Source]) -> Node {
        let question = if self.tag.is_empty() { BLANK } else { &self.tag };
        Node::object([
            ("id", Node::string(id)),
            ("question", Node::string(cut(question, WORDS))),
            ("type", Node::string("text")),
            ("readings", Node::array(self.readings.iter().map(|reading| reading.node(sources)))),
        ])
    }
}

impl Reading {
    fn node(&self, sources: &[Source]) -> Node {
        let mut node = Node::object([
            ("source", Node::string(&sources[self.source].id)),
            ("value", Node::object([("is", Node::string(BLANK))])),
            ("quotes", Node::array(self.quotes.iter().cloned())),
        ]);
        if !self.comments.is_empty() {
            node.add_field("note", Node::string(cut(&self.comments.join(" · "), WORDS)));
        }
        node
    }
}

//! Annotations that know nothing of dossiers, as a draft: what Hypothesis and other tools export.

use super::import::{Imported, LeftOut, annotations, field};
use crate::dossier::{Node, id_of, is_hidden, is_url, unused_id};
use std::collections::HashSet;

/// What an editor is to fill in.
const BLANK: &str = "…";

/// The most characters of a quote, of the words beside it, of a note, of a title.
const QUOTE: usize = 600;
const CONTEXT: usize = 80;
const NOTE: usize = 600;
const TITLE: usize = 300;

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
            ("name", Node::string(cut(host.unwrap_or(BLANK), 160))),
            ("kind", Node::string("other")),
        ]);
        if let Some(title) = &self.title {
            node.push("title", Node::string(title));
        }
        if host.is_some() && is_url(&self.called) && self.called.chars().count() <= 2048 {
            node.push("url", Node::string(&self.called));
        } else {
            node.push("note", Node::string(cut(&format!("Annotated as {}", shown(&self.called)), NOTE)));
        }
        node
    }
}

impl Point {
    fn claim(&self, id: &str, sources: &[Source]) -> Node {
        let question = if self.tag.is_empty() { BLANK } else { &self.tag };
        Node::object([
            ("id", Node::string(id)),
            ("question", Node::string(cut(question, NOTE))),
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
            node.push("note", Node::string(cut(&self.comments.join(" · "), NOTE)));
        }
        node
    }
}

/// The selector of words, or the one that refines another.
fn quoted(selector: &Node) -> Option<&Node> {
    match selector.str("exact") {
        Some(_) => Some(selector),
        None => field(selector, "refinedBy").iter().find_map(quoted),
    }
}

/// A quote as a dossier has it.
fn quote(selector: &Node) -> Result<Node, &'static str> {
    let exact = selector.str("exact").unwrap_or_default();
    if exact.trim().is_empty() {
        return Err("its quote is empty");
    }
    if exact.chars().count() > QUOTE {
        return Err("its quote has more than 600 characters: annotate less");
    }
    if exact.chars().any(is_hidden) {
        return Err("its quote has characters that show nothing: annotate the words anew");
    }
    let mut quote = Node::object([("exact", Node::string(exact))]);
    let beside = |name| selector.str(name).filter(|words| !words.chars().any(is_hidden));
    if let Some(prefix) = beside("prefix").filter(|words| !words.is_empty()) {
        let skipped = prefix.chars().count().saturating_sub(CONTEXT);
        quote.push("prefix", Node::string(prefix.chars().skip(skipped).collect::<String>()));
    }
    if let Some(suffix) = beside("suffix").filter(|words| !words.is_empty()) {
        quote.push("suffix", Node::string(cut(suffix, CONTEXT)));
    }
    Ok(quote)
}

/// What a target is a part of.
fn address(target: &Node) -> Option<&str> {
    let source = target.get("source")?;
    source.as_str().or(source.str("id"))
}

/// The title of what is annotated, as Hypothesis has it.
fn title(annotation: &Node) -> Option<String> {
    let title = field(annotation.get("document")?, "title").first()?.as_str()?;
    Some(cut(&shown(title), TITLE)).filter(|title| !title.is_empty())
}

/// The first tag: of Hypothesis, else a body for tagging.
fn tag(annotation: &Node) -> String {
    let tags = field(annotation, "tags").iter().filter_map(Node::as_str);
    let bodies = field(annotation, "body").iter().filter(|body| is_tag(body)).filter_map(|body| body.str("value"));
    tags.chain(bodies).map(shown).find(|tag| !tag.is_empty()).unwrap_or_default()
}

/// What the annotator wrote.
fn comment(annotation: &Node) -> Option<String> {
    let texts = annotation.str("text").into_iter().chain(annotation.str("bodyValue"));
    let bodies = field(annotation, "body").iter().filter(|body| !is_tag(body));
    let words = texts.chain(bodies.filter_map(|body| body.as_str().filter(|it| !is_url(it)).or(body.str("value"))));
    Some(words.map(shown).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")).filter(|it| !it.is_empty())
}

fn is_tag(body: &Node) -> bool {
    field(body, "purpose").iter().any(|purpose| purpose.as_str() == Some("tagging"))
}

/// The host of an address of the web, without `www.`.
fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty() && scheme.starts_with("http"))?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// Words on one line, without characters that show nothing.
fn shown(words: &str) -> String {
    let words: String = words.chars().filter(|c| !is_hidden(*c)).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cut(words: &str, most: usize) -> String {
    words.chars().take(most).collect()
}

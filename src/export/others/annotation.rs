//! What one annotation says, as far as a draft has room for it.

use crate::dossier::{Node, is_hidden, is_url};
use crate::export::import::field;

/// The most characters of a quote, of the words beside it, of a title.
const QUOTE: usize = 600;
const CONTEXT: usize = 80;
const TITLE: usize = 300;

/// The selector of words, or the one that refines another.
pub fn quoted(selector: &Node) -> Option<&Node> {
    match selector.str("exact") {
        Some(_) => Some(selector),
        None => field(selector, "refinedBy").iter().find_map(quoted),
    }
}

/// A quote as a dossier has it.
pub fn quote(selector: &Node) -> Result<Node, &'static str> {
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
        quote.add_field("prefix", Node::string(prefix.chars().skip(skipped).collect::<String>()));
    }
    if let Some(suffix) = beside("suffix").filter(|words| !words.is_empty()) {
        quote.add_field("suffix", Node::string(cut(suffix, CONTEXT)));
    }
    Ok(quote)
}

/// What a target is a part of.
pub fn address(target: &Node) -> Option<&str> {
    let source = target.get("source")?;
    source.as_str().or(source.str("id"))
}

/// The title of what is annotated, as Hypothesis has it.
pub fn title(annotation: &Node) -> Option<String> {
    let title = field(annotation.get("document")?, "title").first()?.as_str()?;
    Some(cut(&shown(title), TITLE)).filter(|title| !title.is_empty())
}

/// The first tag: of Hypothesis, else a body for tagging.
pub fn tag(annotation: &Node) -> String {
    let tags = field(annotation, "tags").iter().filter_map(Node::as_str);
    let bodies = field(annotation, "body").iter().filter(|body| is_tag(body)).filter_map(|body| body.str("value"));
    tags.chain(bodies).map(shown).find(|tag| !tag.is_empty()).unwrap_or_default()
}

/// What the annotator wrote.
pub fn comment(annotation: &Node) -> Option<String> {
    let texts = annotation.str("text").into_iter().chain(annotation.str("bodyValue"));
    let bodies = field(annotation, "body").iter().filter(|body| !is_tag(body));
    let words = texts.chain(bodies.filter_map(|body| body.as_str().filter(|it| !is_url(it)).or(body.str("value"))));
    Some(words.map(shown).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")).filter(|it| !it.is_empty())
}

fn is_tag(body: &Node) -> bool {
    field(body, "purpose").iter().any(|purpose| purpose.as_str() == Some("tagging"))
}

/// The host of an address of the web, without `www.`.
pub fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty() && scheme.starts_with("http"))?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// Words on one line, without characters that show nothing.
pub fn shown(words: &str) -> String {
    let words: String = words.chars().filter(|c| !is_hidden(*c)).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn cut(words: &str, most: usize) -> String {
    words.chars().take(most).collect()
}

//! The evidence, written into the demo's pages, so that without JavaScript there is something to read; and with its marks,
//! for pages that are baked.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, ensure};
use serde_json::{Map, Value, json};
use variorum::compare::compare;
use variorum::dossier::{Claim, Dossier, Strictness, parse_json};
use variorum::view::html::to_html;
use variorum::view::{Context, baked, mark, messages};

const OPEN: &str = "<variorum-dossier ";
const CLOSE: &str = "</variorum-dossier>";

/// A page of the demo with the evidence in its element. `page` is its file, which the dossier's address starts from.
pub fn insert(html: &str, page: &Path) -> Result<String> {
    let Some(start) = html.find(OPEN) else { return Ok(html.to_owned()) };
    let end = html.find(CLOSE).context("the element has no end")?;
    let tag = html[start..end].strip_suffix('>').context("the element is not empty")?;
    let src = attribute(tag, "src").context("the element has no src")?;
    let file = page.parent().unwrap_or(Path::new("")).join(src);
    let json = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
    let lang = attribute(tag, "lang").or(attribute(html, "lang")).unwrap_or("en");
    Ok([&html[..end], &written(&json, attribute(tag, "source"), lang)?, &html[end..]].concat())
}

/// The evidence of a built dossier as HTML, on the page of one of its sources perhaps.
fn written(json: &str, source: Option<&str>, lang: &str) -> Result<String> {
    with_context(json, source, lang, |context| baked(context, true))
}

/// Does something with a built dossier, on the page of one of its sources perhaps.
fn with_context<T>(json: &str, source: Option<&str>, lang: &str, act: impl FnOnce(&Context) -> T) -> Result<T> {
    let node = parse_json(json).map_err(|fault| anyhow!("{}", fault.message()))?;
    let (dossier, faults) = Dossier::read(&node, Strictness::Lenient);
    ensure!(faults.is_empty(), "the dossier has faults: {faults:?}");
    let dossier = dossier.context("no dossier")?;
    let comparisons: Vec<_> = dossier.claims.iter().map(|claim| compare(&dossier, claim)).collect();
    let messages = messages::embedded(lang);
    let page = source.and_then(|id| dossier.sources.iter().position(|source| source.id == id));
    ensure!(page.is_some() == source.is_some(), "the dossier has no source {source:?}");
    Ok(act(&Context { dossier: &dossier, comparisons: &comparisons, messages: &messages, page, preview: false }))
}

/// What a baked page has of dossiers: a list of them comes in, as JSON; for each there goes out what stands in its element
/// (`evidence`), and by claim its mark without words (`marks`).
pub fn bake(input: &str) -> Result<String> {
    let dossiers: Vec<Value> = serde_json::from_str(input)?;
    let of_one = |dossier: &Value| {
        with_context(&dossier.to_string(), None, "en", |context| {
            let mark = |(at, claim): (usize, &Claim)| (claim.id.clone(), to_html(&mark(context, &[at], false)).into());
            let marks: Map<String, Value> = context.dossier.claims.iter().enumerate().map(mark).collect();
            json!({ "evidence": baked(context, true), "marks": marks })
        })
    };
    Ok(Value::Array(dossiers.iter().map(of_one).collect::<Result<_>>()?).to_string())
}

/// The value of the first attribute of this name. The demo's pages are our own: always with double quotes.
fn attribute<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = html.split_once(&format!(" {name}=\""))?;
    after.split('"').next()
}

//! `variorum locate`: where a dossier's quotes stand on a saved page.

use super::finding::{Report, visible};
use super::input::Input;
use super::saved::is_text;
use super::{Failure, print};
use serde::Serialize;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use variorum::anchor::{Found, Kind, Refused};
use variorum::compare::compare;
use variorum::dossier::{Dossier, Selector, SourceIndex};
use variorum::saved::Page;
use variorum::text::Range;
use variorum::view::marking::{Spot, spots};

#[derive(clap::Args)]
pub struct Arguments {
    /// The saved page: HTML, or text (.txt, .md)
    #[arg(long, value_name = "FILE")]
    page: PathBuf,
    /// The dossier: a .toml or .json file
    #[arg(long, value_name = "FILE")]
    dossier: PathBuf,
    /// The source of the dossier that this page is [default: what the page's own element says; else an article]
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// CSS selector of the article in the page [default: as in a browser]
    #[arg(long, value_name = "SELECTOR")]
    article: Option<String>,
    /// Write one JSON object a line
    #[arg(long)]
    json: bool,
}

/// What became of one spot.
#[derive(Serialize)]
struct Located<'a> {
    page: &'a str,
    claim: &'a str,
    /// What was sought: words, or all that an element holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<Quote<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    element: Option<&'a str>,
    /// `exact`, `folded`, `near`, `changed`; of a whole element, `exact`. Nothing where it is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    /// 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f32>,
    /// `absent` or `ambiguous`.
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<&'static str>,
    /// In the order of the page.
    places: Vec<Stands>,
}

/// W3C `TextQuoteSelector`.
#[derive(Serialize)]
struct Quote<'a> {
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

/// A place, and the words there.
#[derive(Serialize)]
struct Stands {
    /// From 1.
    line: u32,
    /// Characters from 1.
    column: u32,
    words: String,
}

/// More than any page is long. Bytes.
pub const MAX_PAGE: u64 = 64 << 20;

/// Longer words are shown by their beginning and end. Characters.
const SHOWN: usize = 100;

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let name = arguments.page.display().to_string();
    let input = Input::open(&arguments.dossier)?;
    // Faults are no reason not to look: what could be read of the dossier can be found.
    Report::default().tell(&input)?;
    let Some(dossier) = &input.dossier else { return Err(Failure::Faults) };
    let (text, page) = read(&arguments.page, arguments.article.as_deref()).map_err(|why| format!("{name}: {why}"))?;
    let source = source(dossier, arguments.source.as_deref().or(page.source.as_deref()))?;

    let comparisons: Vec<_> = dossier.claims.iter().map(|claim| compare(dossier, claim)).collect();
    let spots = spots(dossier, &comparisons, source, None);
    if spots.is_empty() {
        anstream::eprintln!("{}: nothing is to be marked on such a page", arguments.dossier.display());
    }
    let mut all_found = input.findings.is_empty();
    for (spot, result) in spots.iter().zip(page.find(&spots)) {
        all_found &= matches!(&result, Ok(found) if found.kind != Kind::Changed);
        let position = |range: &Range| page.position(&text, range.start);
        let located = Located::new(&name, dossier, &page, spot, &result, &position);
        print(&if arguments.json { located.json() } else { located.lines() })?;
    }
    if all_found { Ok(()) } else { Err(Failure::Faults) }
}

/// Reads a page. An error is one sentence.
pub fn read(path: &Path, article: Option<&str>) -> Result<(String, Page), String> {
    let size = fs::metadata(path).map_err(|error| error.to_string())?.len();
    if size > MAX_PAGE {
        return Err("more than 64 MiB: this is no page".into());
    }
    let text = fs::read_to_string(path).map_err(|error| match error.kind() {
        ErrorKind::InvalidData => "not UTF-8: save it as UTF-8".into(),
        _ => error.to_string(),
    })?;
    let page = match (is_text(path), article) {
        (true, Some(_)) => return Err("a text has no elements: --article is for HTML".into()),
        (true, None) => Page::plain(&text),
        (false, _) => Page::html(&text, article).map_err(|why| visible(&why.to_string()))?,
    };
    Ok((text, page))
}

fn source(dossier: &Dossier, id: Option<&str>) -> Result<Option<SourceIndex>, String> {
    let Some(id) = id else { return Ok(None) };
    let ids = || dossier.sources.iter().map(|source| source.id.as_str());
    match ids().position(|other| other == id) {
        Some(index) => Ok(Some(index)),
        None => {
            Err(format!("the dossier has no source `{}`: it has {}", visible(id), ids().collect::<Vec<_>>().join(", ")))
        }
    }
}

impl<'a> Located<'a> {
    fn new(
        name: &'a str,
        dossier: &'a Dossier,
        page: &Page,
        spot: &Spot<'a>,
        result: &Result<Found, Refused>,
        position: &dyn Fn(&Range) -> (u32, u32),
    ) -> Self {
        let found = result.as_ref().ok();
        let ranges = found.map_or(&[][..], |found| &found.ranges);
        let stands = |range: &Range| {
            let (line, column) = position(range);
            Stands { line, column, words: page.index.text(*range) }
        };
        Located {
            page: name,
            claim: &dossier.claims[spot.claim].id,
            quote: spot.selector.map(|Selector { exact, prefix, suffix }| Quote { exact, prefix, suffix }),
            element: spot.element,
            kind: found.map(|found| found.kind.name()),
            score: found.map(|found| found.score),
            refused: result.as_ref().err().map(|refused| refused.name()),
            places: ranges.iter().map(stands).collect(),
        }
    }

    fn json(&self) -> String {
        serde_json::to_string(self).expect("strings and numbers can be written") + "\n"
    }

    /// For a person: `page:line: claim: kind score`, the words, and what was sought where that is not the same.
    fn lines(&self) -> String {
        let Located { page, claim, .. } = self;
        let sought = match (&self.quote, self.element) {
            (Some(quote), _) => quoted(quote.exact),
            (None, element) => format!("all of #{}", visible(element.unwrap_or_default())),
        };
        if let Some(refused) = self.refused {
            return format!("{page}: {claim}: {refused}: {sought}\n");
        }
        let as_sought = self.kind == Some(Kind::Exact.name());
        let sought = if as_sought { String::new() } else { format!(", sought {sought}") };
        let kind = self.kind.unwrap_or_default();
        let score = self.score.unwrap_or_default();
        let line = |Stands { line, column, words }: &Stands| {
            format!("{page}:{line}:{column}: {claim}: {kind} {score:.2} {}{sought}\n", quoted(words))
        };
        self.places.iter().map(line).collect()
    }
}

/// Words on one line, the middle of long ones left out, without what a terminal would obey.
pub fn quoted(words: &str) -> String {
    let words: Vec<char> = words.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    let shown: String = match words.len().checked_sub(SHOWN) {
        None | Some(0) => words.iter().collect(),
        Some(_) => words[..SHOWN / 2].iter().chain(&[' ', '…', ' ']).chain(&words[words.len() - SHOWN / 2..]).collect(),
    };
    format!("`{}`", visible(&shown))
}

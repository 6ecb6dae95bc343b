//! `variorum locate`: where a dossier's quotes stand on a saved page.

mod jobs;

use super::finding::{Report, visible};
use super::input::Input;
use super::page::Source;
use super::{Failure, print};
use serde::Serialize;
use std::num::NonZero;
use std::path::PathBuf;
use variorum::anchor::{Found, Kind, Refused};
use variorum::compare::compare;
use variorum::dossier::{Dossier, Selector, SourceIndex};
use variorum::saved::Page;
use variorum::text::Range;
use variorum::view::marking::{Spot, spots};

#[derive(clap::Args)]
pub struct Arguments {
    /// The saved page: HTML, or text (.txt, .md)
    #[arg(long, value_name = "FILE", required_unless_present = "jsonl", conflicts_with = "jsonl")]
    page: Option<PathBuf>,
    /// The dossier: a .toml or .json file
    #[arg(long, value_name = "FILE", required_unless_present = "jsonl", conflicts_with = "jsonl")]
    dossier: Option<PathBuf>,
    /// The source of the dossier that this page is [default: what the page's own element says; else an article]
    #[arg(long, value_name = "ID", conflicts_with = "jsonl")]
    source: Option<String>,
    /// CSS selector of the article in the page [default: as in a browser]
    #[arg(long, value_name = "SELECTOR", conflicts_with = "jsonl")]
    article: Option<String>,
    /// Write one JSON object a line
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,
    #[command(flatten)]
    jobs: crate::jobs::Jsonl,
    /// How many jobs to work on at once [default: one]
    #[arg(long, value_name = "NUMBER", requires = "jsonl")]
    threads: Option<NonZero<usize>>,
}

/// What became of one spot.
#[derive(Serialize)]
struct Located {
    #[serde(skip_serializing_if = "String::is_empty")]
    page: String,
    claim: String,
    /// What was sought: words, or all that an element holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<Quote>,
    #[serde(skip_serializing_if = "Option::is_none")]
    element: Option<String>,
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
struct Quote {
    exact: String,
    prefix: String,
    suffix: String,
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

/// Longer words are shown by their beginning and end. Characters.
const SHOWN: usize = 100;

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (Some(page), Some(file)) = (&arguments.page, &arguments.dossier) else { return jobs::run(arguments) };
    let input = Input::open(file)?;
    // Faults are no reason not to look: what could be read of the dossier can be found.
    Report::default().tell(&input)?;
    let Some(dossier) = &input.dossier else { return Err(Failure::Faults) };
    let page = Source::File(page.clone());
    let all = locate(&page, dossier, arguments.source.as_deref(), arguments.article.as_deref())?;
    if all.is_empty() {
        anstream::eprintln!("{}: nothing is to be marked on such a page", file.display());
    }
    for located in &all {
        print(&if arguments.json { located.json() } else { located.lines() })?;
    }
    let all_found = input.findings.is_empty() && all.iter().all(Located::is_found);
    if all_found { Ok(()) } else { Err(Failure::Faults) }
}

/// Looks for all that is to be marked on a page.
fn locate(
    page: &Source,
    dossier: &Dossier,
    source: Option<&str>,
    article: Option<&str>,
) -> Result<Vec<Located>, String> {
    let name = page.name();
    let (text, page) = page.read(article).map_err(|why| page.blame(&why))?;
    let source = source_of(dossier, source.or(page.source.as_deref()))?;
    let comparisons: Vec<_> = dossier.claims.iter().map(|claim| compare(dossier, claim)).collect();
    let spots = spots(dossier, &comparisons, source, None);
    let position = |range: &Range| page.position(&text, range.start);
    let located = |(spot, result): (&Spot, _)| {
        Located::new(&name, &dossier.claims[spot.claim].id, &page, spot, &result, &position)
    };
    Ok(spots.iter().zip(page.find(&spots)).map(located).collect())
}

fn source_of(dossier: &Dossier, id: Option<&str>) -> Result<Option<SourceIndex>, String> {
    let Some(id) = id else { return Ok(None) };
    let ids = || dossier.sources.iter().map(|source| source.id.as_str());
    match ids().position(|other| other == id) {
        Some(index) => Ok(Some(index)),
        None => {
            Err(format!("the dossier has no source `{}`: it has {}", visible(id), ids().collect::<Vec<_>>().join(", ")))
        }
    }
}

impl Located {
    fn new(
        name: &str,
        claim: &str,
        page: &Page,
        spot: &Spot,
        result: &Result<Found, Refused>,
        position: &dyn Fn(&Range) -> (u32, u32),
    ) -> Self {
        let found = result.as_ref().ok();
        let ranges = found.map_or(&[][..], |found| &found.ranges);
        let stands = |range: &Range| {
            let (line, column) = position(range);
            Stands { line, column, words: page.index.text(*range) }
        };
        let quote = |Selector { exact, prefix, suffix }: &Selector| Quote {
            exact: exact.clone(),
            prefix: prefix.clone(),
            suffix: suffix.clone(),
        };
        Located {
            page: name.into(),
            claim: claim.into(),
            quote: spot.selector.map(quote),
            element: spot.element.map(Into::into),
            kind: found.map(|found| found.kind.name()),
            score: found.map(|found| found.score),
            refused: result.as_ref().err().map(|refused| refused.name()),
            places: ranges.iter().map(stands).collect(),
        }
    }

    /// Whether it is where it was sought, and so may be marked.
    fn is_found(&self) -> bool {
        self.kind.is_some_and(|kind| kind != Kind::Changed.name())
    }

    fn json(&self) -> String {
        serde_json::to_string(self).expect("strings and numbers can be written") + "\n"
    }

    /// For a person: `page:line: claim: kind score`, the words, and what was sought where that is not the same.
    fn lines(&self) -> String {
        let Located { page, claim, .. } = self;
        let sought = match (&self.quote, &self.element) {
            (Some(quote), _) => quoted(&quote.exact),
            (None, element) => format!("all of #{}", visible(element.as_deref().unwrap_or_default())),
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

//! What there is to see, and what a check finds in it, each thing with the page that shows it.

use super::place::{self, Place, Words};
use super::site::{Article, Shown, Site};
use super::sources::{self, pages};
use crate::check::{Done, counted};
use serde::Serialize;
use std::sync::Arc;
use variorum::check::{Code, Finding};
use variorum::dossier::SourceIndex;
use variorum::saved::Page;

/// The list, as it is now.
pub struct List {
    /// What pages show, in a word.
    pub state: String,
    /// The dossier that they show; or what is wrong, if there is none yet.
    pub shown: Result<Arc<Shown>, String>,
    /// The dossier as it is on disk, checked; or why it can't be had.
    pub done: Result<Done, String>,
    /// The pages, the article first.
    pub entries: Vec<Entry>,
}

/// A page in the list.
pub struct Entry {
    /// Where it is served.
    pub address: String,
    /// What it is called.
    pub name: String,
    /// More about it; or why it can't be shown.
    pub about: Result<String, String>,
    of: Of,
}

/// What a page is of.
enum Of {
    Article(Option<Box<Article>>),
    /// The saved text of a file, by its path in the dossier.
    Report {
        path: String,
        text: String,
    },
}

/// What a page is asked to show.
#[derive(Serialize)]
struct Asked<'a> {
    #[serde(flatten)]
    shown: &'a place::Shown<'a>,
    /// What to show where the words are not in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<String>,
}

impl List {
    /// Of a site.
    pub fn of(site: &Site) -> Self {
        let (shown, done) = (site.shown(), site.checked());
        let article = match site.article() {
            Ok(None) => None,
            Ok(article) => Some(Entry::article(article, Ok(String::new()))),
            Err(why) => Some(Entry::article(None, Err(why))),
        };
        let reports = shown.iter().flat_map(|shown| reports(site, shown));
        let entries = article.into_iter().chain(reports).collect();
        List { state: site.state().pages, shown, done, entries }
    }

    /// Where a finding's place is seen: the address of the page, and what to show there, as JSON. Nothing of what no page
    /// shows.
    pub fn place(&self, finding: &Finding) -> (Option<String>, Option<String>) {
        let dossier = self.done.as_ref().ok().and_then(|done| done.input.node.as_ref());
        let Some(Place { source, shown }) = dossier.and_then(|dossier| Place::of(finding, dossier)) else {
            return (None, None);
        };
        let Some(entry) = self.entry(source).filter(|entry| entry.about.is_ok()) else { return (None, None) };
        let asked = shown.map(|shown| {
            let nearest = match &shown {
                place::Shown::Words(words) if matches!(finding.code, Code::QuoteAbsent | Code::AnchorAbsent) => {
                    entry.of.nearest(words)
                }
                _ => None,
            };
            serde_json::to_string(&Asked { shown: &shown, nearest }).expect("it is plain data")
        });
        (Some(entry.address.clone()), asked)
    }

    /// The page of a source's text; of the article, or where there is none, the first.
    fn entry(&self, source: Option<SourceIndex>) -> Option<&Entry> {
        let Some(source) = source else { return self.entries.first() };
        let file = self.shown.as_ref().ok()?.dossier.sources.get(source)?.file.as_ref()?;
        self.entries.iter().find(|entry| matches!(&entry.of, Of::Report { path, .. } if *path == file.path))
    }
}

impl Entry {
    fn article(article: Option<Article>, about: Result<String, String>) -> Self {
        Entry { address: "/article".into(), name: "The article".into(), about, of: Of::Article(article.map(Box::new)) }
    }
}

fn reports(site: &Site, shown: &Shown) -> Vec<Entry> {
    let claims = &shown.dossier.claims;
    let readings = |source: SourceIndex| {
        let read = claims.iter().filter(|claim| claim.readings.iter().any(|it| it.source == source));
        if claims.is_empty() { String::new() } else { counted(read.count(), "reading") }
    };
    let entry = |page: &sources::Page| {
        let (about, text) = match site.saved_text(page.file) {
            Ok(text) => (Ok(readings(page.index)), text),
            Err(why) => (Err(format!("No page of {}: {why}.", page.name)), String::new()),
        };
        let of = Of::Report { path: page.file.path.clone(), text };
        Entry { address: page.address(), name: page.source.name.clone(), about, of }
    };
    pages(&shown.dossier).iter().map(entry).collect()
}

impl Of {
    /// What is most like words in its text.
    fn nearest(&self, words: &Words) -> Option<String> {
        match self {
            Of::Article(article) => article.as_ref()?.page.nearest(&words.selector()),
            Of::Report { text, .. } => Page::plain(text).nearest(&words.selector()),
        }
    }
}

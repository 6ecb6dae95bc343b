//! The saved texts of sources, as they are handed in.

use super::code::Code;
use super::here::Here;
use super::page::Page;
use super::{Check, FillValue};
use crate::anchor::{Kind, Wanted, locate};
use crate::dossier::{File, Selector};
use crate::text::{Place, Range};
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

/// Saved texts by the path that `file.path` names, or why they can't be had.
pub type Texts = BTreeMap<String, Result<Saved, Unread>>;

/// A saved text.
pub struct Saved {
    /// What it says.
    pub page: Page,
    /// Of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// Why a saved text can't be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not there, or can't be read: why.
    Missing(String),
    /// It lies outside of the dossier's folder.
    Outside,
    /// It is larger than any report.
    TooLarge,
    /// It is not UTF-8.
    NotUtf8,
    /// It is a page in which no article can be read: why.
    NoArticle(String),
}

impl Display for Unread {
    fn fmt(&self, to: &mut Formatter) -> fmt::Result {
        to.write_str(match self {
            Unread::Missing(why) | Unread::NoArticle(why) => why,
            Unread::Outside => "it leads out of the dossier's folder",
            Unread::TooLarge => "it is larger than 16 MiB, and no report is",
            Unread::NotUtf8 => "it is not UTF-8",
        })
    }
}

impl Check<'_> {
    /// Finds what is wrong with a source's file as such.
    pub(super) fn file(&mut self, here: &Here, file: &File, text: Option<&Result<Saved, Unread>>) {
        let (path, at) = (&file.path, here.at("file").at("path"));
        let unread = match text {
            Some(Ok(saved)) => return self.hash(here, file, saved),
            Some(Err(unread)) => unread,
            None => &Unread::Missing("it was not looked for".into()),
        };
        let code = match unread {
            Unread::Missing(_) => Code::TextMissing,
            Unread::Outside => Code::TextOutside,
            Unread::TooLarge => Code::TextTooLarge,
            Unread::NotUtf8 => Code::TextNotUtf8,
            Unread::NoArticle(_) => Code::TextNoArticle,
        };
        self.find(code, &at, format!("{path}: {unread}."));
    }

    fn hash(&mut self, here: &Here, file: &File, saved: &Saved) {
        let at = here.at("file");
        match &file.sha256 {
            None => self.fill(&at, "sha256", FillValue::Words(saved.sha256.clone())),
            Some(sha256) if *sha256 != saved.sha256 => {
                let message = format!("{} is not the file that it was: it has another hash now.", file.path);
                self.find(Code::TextChanged, &at.at("sha256"), message);
            }
            Some(_) => {}
        }
    }

    /// The part of a file that is a source's; `None` for all of it. What bounds it and is not there is found, and then
    /// nothing bounds it.
    pub(super) fn part(&mut self, here: &Here, file: &File, page: &Page) -> Option<Range> {
        if file.from.is_none() && file.to.is_none() {
            return None;
        }
        let everything =
            Range { start: Place { piece: 0, offset: 0 }, end: Place { piece: u32::MAX, offset: u32::MAX } };
        let mut part = everything;
        let at = here.at("file");
        for (field, words) in [("from", &file.from), ("to", &file.to)] {
            let Some(words) = words else { continue };
            match self.first(page, words, part) {
                Some(found) if field == "from" => part.start = found.start,
                Some(found) => part.end = found.end,
                None => {
                    let message = format!("These words do not stand in {}.", file.path);
                    self.find(Code::TextPart, &at.at(field), message);
                }
            }
        }
        Some(part)
    }

    /// The first place of words in a part of a text.
    fn first(&mut self, page: &Page, words: &str, within: Range) -> Option<Range> {
        let selector = Selector { exact: words.into(), ..Selector::default() };
        let wanted = [Wanted { selector: &selector, all: true, within: Some(within) }];
        let found = locate(&page.index, self.unicode, &wanted).pop()?.ok()?;
        matches!(found.kind, Kind::Exact | Kind::Folded).then(|| found.ranges.first().copied())?
    }
}

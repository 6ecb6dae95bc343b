//! Why a page is not baked.

use crate::saved::{NoArticle, NotText, TooDeep};
use std::error::Error;
use std::fmt;

/// Why a page was left as it is. Says in one sentence what to do.
#[derive(Debug)]
pub struct Refusal(pub(super) Why);

#[derive(Debug)]
pub(super) enum Why {
    Draft,
    NotText(NotText),
    /// Read and written back, it would be other bytes.
    NotReversible(&'static str),
    TooDeep(TooDeep),
    NoSelector(String),
    NoElement(Option<String>),
    SeveralElements(usize),
    NotClosed(u32),
    NoArticle(NoArticle),
    NoSource {
        id: String,
        known: Vec<String>,
    },
    /// What tells.
    Framework(String),
    /// The line of the element.
    Misplaced(u32),
    Edited,
}

impl Refusal {
    /// A word for machines: `draft`, `encoding`, `too-deep`, `no-element`, `no-article`, `no-source`, `framework`,
    /// `misplaced` or `edited`.
    pub fn reason(&self) -> &'static str {
        match &self.0 {
            Why::Draft => "draft",
            Why::NotText(_) | Why::NotReversible(_) => "encoding",
            Why::TooDeep(_) => "too-deep",
            Why::NoSelector(_) | Why::NoElement(_) | Why::SeveralElements(_) => "no-element",
            Why::NoArticle(_) => "no-article",
            Why::NoSource { .. } => "no-source",
            Why::Framework(_) => "framework",
            Why::NotClosed(_) | Why::Misplaced(_) => "misplaced",
            Why::Edited => "edited",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match &self.0 {
            Why::Draft => {
                write!(f, "the dossier is a draft: once it has been reviewed, its `status` is `published`")
            }
            Why::NotText(why) => write!(f, "{why}"),
            Why::NotReversible(name) => {
                write!(f, "as {name} it would not be written back byte for byte: save it as UTF-8")
            }
            Why::TooDeep(why) => write!(f, "{why}"),
            Why::NoSelector(wanted) => write!(f, "`{wanted}` is no CSS selector"),
            Why::NoElement(Some(wanted)) => write!(f, "no <variorum-dossier> in it matches `{wanted}`"),
            Why::NoElement(None) => write!(
                f,
                "no <variorum-dossier> in it: put <variorum-dossier src=\"…\"></variorum-dossier> where the evidence is \
                 to stand"
            ),
            Why::SeveralElements(number) => {
                write!(f, "{number} <variorum-dossier> in it: say which with --element, as a CSS selector")
            }
            Why::NotClosed(line) => {
                write!(
                    f,
                    "the <variorum-dossier> in line {line} has no end: write </variorum-dossier> behind what stands in it, and close that too"
                )
            }
            Why::NoArticle(why) => write!(f, "{why}"),
            Why::NoSource { id, known } => {
                write!(f, "its element names the source `{id}`; the dossier has {}", known.join(", "))
            }
            Why::Framework(sign) => write!(
                f,
                "{sign} tells that a framework takes its article over, and marks in the text would break that: bake \
                 the evidence alone with --evidence-only; marks are then painted in the page"
            ),
            Why::Misplaced(line) => write!(
                f,
                "the <variorum-dossier> in line {line} stands where its evidence would change the markup around it, in a \
                 paragraph or behind a link that is not closed: put it somewhere else"
            ),
            Why::Edited => write!(
                f,
                "it has been edited since it was baked, and what was put in can't be told apart: take it from its source again"
            ),
        }
    }
}

impl Error for Refusal {}

impl From<Why> for Refusal {
    fn from(why: Why) -> Self {
        Refusal(why)
    }
}

impl From<TooDeep> for Refusal {
    fn from(why: TooDeep) -> Self {
        Why::TooDeep(why).into()
    }
}

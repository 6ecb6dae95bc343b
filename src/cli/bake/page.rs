//! One page: read, baked or undone, written.

use super::Arguments;
use super::dossiers::{self, Dossiers};
use super::files::PageFile;
use crate::finding::visible;
use crate::jobs::Failed;
use crate::locate::quoted;
use crate::page::bytes;
use crate::write::write;
use serde::Serialize;
use std::fs;
use std::path::{Path, PathBuf};
use variorum::bake::{Missing, Options, Refusal, addresses, bake, undo};
use variorum::dossier::Dossier;

/// Where a page goes.
pub enum Target {
    /// Where it came from.
    InPlace,
    File(PathBuf),
    /// To whoever asked, as text.
    Text,
}

/// What became of a page.
#[derive(Default, Serialize)]
pub struct Outcome {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub page: String,
    /// `written`, `unchanged` (it is there already, as it should be), `skipped` (it has no element), `refused`.
    pub status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub out: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    pub marks: usize,
    pub missing: Vec<NotMarked>,
    /// A word and a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// What could not be marked.
#[derive(Serialize)]
pub struct NotMarked {
    pub claim: String,
    pub reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    pub words: String,
}

/// What is made of a page.
pub struct Made {
    pub bytes: Vec<u8>,
    pub marks: usize,
    pub missing: Vec<NotMarked>,
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Self {
        Failed(Some(refusal.reason()), refusal.to_string())
    }
}

impl NotMarked {
    fn new(missing: Missing, dossier: &Dossier) -> Self {
        let Missing { claim, reason, at, words } = missing;
        let claim = dossier.claims[claim].id.clone();
        NotMarked { claim, reason, line: at.map(|(line, _)| line), column: at.map(|(_, column)| column), words }
    }

    /// For a person: `page:line:column: claim: reason: words`.
    pub fn line(&self, page: &str) -> String {
        let place = self.line.zip(self.column).map(|(line, column)| format!("{line}:{column}:")).unwrap_or_default();
        format!("{page}:{place} {}: {}: {}", self.claim, self.reason, quoted(&self.words))
    }
}

impl Outcome {
    pub fn refused(page: String, Failed(reason, error): Failed) -> Self {
        Outcome { page, status: "refused", reason, error: Some(visible(&error)), ..Self::default() }
    }

    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("strings and numbers can be written") + "\n"
    }
}

/// Does all of it.
pub fn work(page: &PageFile, target: &Target, dossiers: &Dossiers, arguments: &Arguments) -> Outcome {
    let name = page.path.display().to_string();
    if page.is_outside {
        let why = "a link to a file outside of the folder is not followed: name that file itself".to_owned();
        return Outcome::refused(name, why.into());
    }
    let done = bytes(&page.path).map_err(Failed::from).and_then(|before| {
        if !page.is_named && !mentions(&before) {
            return Ok(Outcome { page: name.clone(), status: "skipped", ..Outcome::default() });
        }
        let options = Options {
            element: arguments.element.as_deref(),
            evidence_only: arguments.evidence_only,
            json_ld: arguments.json_ld,
        };
        let made = match dossiers {
            _ if arguments.undo => undone(&before, options.element)?,
            Dossiers::Named(dossier) => baked(&before, dossier, &options)?,
            Dossiers::Loaded(root) => with_its_own(page, root.as_deref(), &before, &options)?,
        };
        deliver(&name, &before, made, target)
    });
    done.unwrap_or_else(|failed| Outcome::refused(name, failed))
}

/// Whether the name of the element stands in a page, if not all of its bytes are next to each other: in UTF-16.
fn mentions(page: &[u8]) -> bool {
    const NAME: &[u8] = b"variorum-dossier";
    let says = |page: &[u8]| page.windows(NAME.len()).any(|part| part.eq_ignore_ascii_case(NAME));
    match page {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            says(&page.iter().copied().filter(|&byte| byte != 0).collect::<Vec<_>>())
        }
        _ => says(page),
    }
}

pub fn undone(page: &[u8], element: Option<&str>) -> Result<Made, Failed> {
    Ok(Made { bytes: undo(page, element)?, marks: 0, missing: Vec::new() })
}

pub fn baked(page: &[u8], dossier: &Dossier, options: &Options) -> Result<Made, Failed> {
    let baked = bake(page, dossier, options)?;
    let missing = baked.missing.into_iter().map(|it| NotMarked::new(it, dossier)).collect();
    Ok(Made { bytes: baked.bytes, marks: baked.marks, missing })
}

/// With the dossiers that the page's elements load, one after the other.
pub fn with_its_own(page: &PageFile, root: Option<&Path>, before: &[u8], options: &Options) -> Result<Made, Failed> {
    let mut made = Made { bytes: before.to_owned(), marks: 0, missing: Vec::new() };
    let mut sources = addresses(before, options.element)?;
    sources.dedup();
    if sources.is_empty() {
        return Err("its element has no `src`: name the dossier with --dossier".to_owned().into());
    }
    for address in sources {
        let dossier = dossiers::read(&dossiers::file(page, root, &address)?)?;
        let escaped: String =
            address.chars().flat_map(|c| ['\\', c].into_iter().skip(usize::from(c.is_alphanumeric()))).collect();
        let selector = format!("variorum-dossier[src=\"{escaped}\"]");
        let next = baked(&made.bytes, &dossier, &Options { element: Some(&selector), ..*options })?;
        made.bytes = next.bytes;
        made.marks += next.marks;
        made.missing.extend(next.missing);
    }
    Ok(made)
}

/// Writes what was made, unless it stands there already.
pub fn deliver(name: &str, before: &[u8], made: Made, target: &Target) -> Result<Outcome, Failed> {
    let Made { bytes, marks, missing } = made;
    let mut outcome = Outcome { page: name.into(), status: "written", marks, missing, ..Outcome::default() };
    let file = match target {
        Target::Text => {
            let html = String::from_utf8(bytes).map_err(|_| "it is not UTF-8: write it to a file".to_owned())?;
            outcome.status = if html.as_bytes() == before { "unchanged" } else { "written" };
            return Ok(Outcome { html: Some(html), ..outcome });
        }
        Target::InPlace => Path::new(name),
        Target::File(file) => file,
    };
    if fs::read(file).is_ok_and(|there| there == bytes) {
        outcome.status = "unchanged";
    } else {
        let failed = |error: std::io::Error| format!("{}: {error}", file.display());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        write(file, &bytes).map_err(failed)?;
    }
    outcome.out = Some(file.display().to_string());
    Ok(outcome)
}

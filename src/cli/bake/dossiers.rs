//! Where a page's dossier comes from.

use super::files::PageFile;
use crate::finding::{Report, visible};
use crate::input::Input;
use std::path::{Path, PathBuf};
use variorum::dossier::{Dossier, Status};

/// The one that was named; or those that pages load, found on disk.
pub enum Dossiers {
    Named(Box<Dossier>),
    /// What the address `/` stands for, if that was said.
    Loaded(Option<PathBuf>),
}

impl Dossiers {
    /// What is wrong with a dossier that was named is told at once.
    pub fn new(named: Option<&Path>, root: Option<&Path>) -> Result<Self, crate::Failure> {
        let Some(path) = named else { return Ok(Dossiers::Loaded(root.map(Into::into))) };
        let input = Input::open(path)?;
        match input.dossier {
            Some(dossier) if input.findings.is_empty() && dossier.status == Status::Draft => {
                let why = "a draft is not for readers: once it has been reviewed, write `published` as its status";
                Err(format!("{}: {why}", path.display()).into())
            }
            Some(dossier) if input.findings.is_empty() => Ok(Dossiers::Named(Box::new(dossier))),
            _ => {
                Report::default().tell(&input)?;
                Err(crate::Failure::Faults)
            }
        }
    }
}

/// Reads a dossier without faults; else says what to do.
pub fn read(path: &Path) -> Result<Dossier, String> {
    sound(Input::open(path)?)
}

/// A dossier without faults; else what the first is.
pub fn sound(input: Input) -> Result<Dossier, String> {
    match input.dossier {
        Some(dossier) if input.findings.is_empty() => Ok(dossier),
        _ => Err(input.first_fault()),
    }
}

/// The file that a page loads from an address: relative to the page, or to the root. It is never outside of that.
pub fn file(page: &PageFile, root: Option<&Path>, address: &str) -> Result<PathBuf, String> {
    let shown = visible(address);
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let root = root.unwrap_or(&page.folder);
    let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
    if path.starts_with("//") || path.split('/').next().is_some_and(|first| first.contains(':')) {
        return Err(format!("its element loads `{shown}`, which is no file: name the dossier with --dossier"));
    }
    let file = match path.strip_prefix('/') {
        Some(path) => root.join(path),
        None => page.path.parent().unwrap_or(Path::new("")).join(path),
    };
    let (real, real_root) = (file.canonicalize(), root.canonicalize());
    match (real, real_root) {
        (Ok(real), Ok(root)) if real.starts_with(&root) => Ok(file),
        (Ok(_), Ok(_)) => Err(format!(
            "its element loads `{shown}`, which is outside of {}: name a wider folder with --root, or the dossier with --dossier",
            root.display()
        )),
        _ => Err(format!(
            "its element loads `{shown}`, and there is no {}: say with --root what / stands for, or name the dossier with --dossier",
            file.display()
        )),
    }
}

//! What a preview is made of. Files are read anew for every request, so that an edit shows on the next reload.

use crate::bundle::Bundle;
use crate::input::Input;
use crate::saved;
use std::path::{Path, PathBuf};
use variorum::check::Unread;
use variorum::dossier::{self, Dossier, Source, SourceIndex};

/// The demo's dossier, part of the program.
const DEMO: &str = include_str!("../../../www/madrid/dossier.toml");

/// One dossier, its reports, and the bundle that shows them.
pub struct Site {
    /// The dossier's file; `None`: the demo's, which is part of the program.
    pub dossier: Option<PathBuf>,
    /// Where saved texts are, whatever folders the dossier names; `None`: where the dossier says, from its own folder.
    pub reports: Option<PathBuf>,
    /// What is served below `/variorum/`.
    pub bundle: Bundle,
    /// On 127.0.0.1.
    pub port: u16,
}

impl Site {
    /// The dossier as it is now.
    pub fn input(&self) -> Result<Input, String> {
        match &self.dossier {
            Some(path) => Input::open(path),
            None => Ok(Input::embedded("madrid/dossier.toml", DEMO)),
        }
    }

    /// Whether a request was meant for this server: a page elsewhere whose name was made to point at
    /// 127.0.0.1 says its own name here.
    pub fn is_called(&self, host: Option<&str>) -> bool {
        host.and_then(|host| host.rsplit_once(':')).is_some_and(|(name, port)| {
            (name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost")) && port.parse() == Ok(self.port)
        })
    }

    /// The saved text of a source, or why it can't be had.
    pub fn saved_text(&self, file: &dossier::File) -> Result<String, String> {
        let path = file.path.as_str();
        let (folder, path) = match (&self.reports, &self.dossier) {
            (Some(folder), _) => (folder.as_path(), name_of(path)),
            (None, Some(dossier)) => (dossier.parent().unwrap_or(Path::new("")), path),
            (None, None) => {
                return Err("the demo's reports are not part of the program: name their folder with --reports".into());
            }
        };
        let bytes = saved::read(folder, path).map_err(|unread| unread.to_string())?;
        String::from_utf8(bytes).map_err(|_| Unread::NotUtf8.to_string())
    }
}

/// A source with a page of its own.
pub struct Page<'a> {
    /// The name of its saved text, without folders.
    pub name: &'a str,
    /// Its position in the dossier.
    pub index: SourceIndex,
    /// The source.
    pub source: &'a Source,
    /// Its saved text.
    pub file: &'a dossier::File,
}

/// The sources that have a page: those with a saved text (`.txt`), and of several in one file the first, since the
/// page of an article with readers' comments below it is the article's.
pub fn pages(dossier: &Dossier) -> Vec<Page<'_>> {
    let mut pages: Vec<Page<'_>> = Vec::new();
    for (index, source) in dossier.sources.iter().enumerate() {
        let Some(file) = &source.file else { continue };
        let name = name_of(&file.path);
        if name.ends_with(".txt") && pages.iter().all(|other| other.name != name) {
            pages.push(Page { name, index, source, file });
        }
    }
    pages
}

/// The last part of a path with `/` between folders.
fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

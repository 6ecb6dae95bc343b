//! The sources of a dossier that have a page, and their files.

use variorum::dossier::{Dossier, File, Source, SourceIndex};

/// The files that a dossier names.
pub fn files(dossier: &Dossier) -> impl Iterator<Item = &File> {
    dossier.sources.iter().filter_map(|source| source.file.as_ref())
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
    pub file: &'a File,
}

impl Page<'_> {
    /// Where it is served.
    pub fn address(&self) -> String {
        format!("/report/{}", self.name)
    }
}

/// The sources that have a page: those with a saved text, and of several in one file the first, since the
/// page of an article with readers' comments below it is the article's.
pub fn pages(dossier: &Dossier) -> Vec<Page<'_>> {
    let mut pages: Vec<Page<'_>> = Vec::new();
    for (index, source) in dossier.sources.iter().enumerate() {
        let Some(file) = &source.file else { continue };
        let name = name_of(&file.path);
        if pages.iter().all(|other| other.name != name) {
            pages.push(Page { name, index, source, file });
        }
    }
    pages
}

/// The last part of a path with `/` between folders.
pub fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

//! Pages, and texts without markup: where they are read from.

use super::finding::visible;
use super::saved::is_text;
use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use variorum::saved::{Decoded, Page};

/// More than any page or any report is long. Bytes.
pub const MAX: u64 = 16 << 20;

/// Where a page is to be had.
pub enum Source {
    File(PathBuf),
    /// HTML that was handed over.
    Html(String),
}

impl Source {
    /// What to call it; nothing, if it is no file.
    pub fn name(&self) -> String {
        self.path().map(|path| path.display().to_string()).unwrap_or_default()
    }

    /// What is wrong with it, after its name, if it has one.
    pub fn blame(&self, why: &str) -> String {
        self.path().map_or_else(|| why.to_owned(), |path| format!("{}: {why}", path.display()))
    }

    pub fn path(&self) -> Option<&Path> {
        match self {
            Source::File(path) => Some(path),
            Source::Html(_) => None,
        }
    }

    /// All of it. An error is one sentence.
    pub fn bytes(&self) -> Result<Cow<'_, [u8]>, String> {
        match self {
            Source::File(path) => Ok(bytes(path)?.into()),
            Source::Html(html) => Ok(html.as_bytes().into()),
        }
    }

    /// Its text, and what is read there: of HTML the article, by the selector or as in a browser. An error is one sentence.
    pub fn read(&self, article: Option<&str>) -> Result<(String, Page), String> {
        if self.path().is_some_and(is_text) {
            if article.is_some() {
                return Err("a text has no elements: --article is for HTML".into());
            }
            let text = String::from_utf8(self.bytes()?.into()).map_err(|_| "not UTF-8: save it as UTF-8")?;
            let page = Page::plain(&text);
            return Ok((text, page));
        }
        let text = Decoded::read(&self.bytes()?).map_err(|why| why.to_string())?.text;
        let page = Page::html(&text, article).map_err(|why| visible(&why.to_string()))?;
        Ok((text, page))
    }
}

/// Reads a page whole.
pub fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(MAX + 1).read_to_end(&mut bytes)).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > MAX { Err("more than 16 MiB: this is no page".into()) } else { Ok(bytes) }
}

//! Saved texts, below the folder of their dossier and nowhere else.

use super::page::MAX;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use variorum::check::Unread;
use variorum::saved::{Decoded, Page};

/// The bytes of a file that a dossier names, `/` between folders. Links are followed, but not out of the folder.
pub fn read(folder: &Path, path: &str) -> Result<Vec<u8>, Unread> {
    let missing = |error: std::io::Error| Unread::Missing(without_code(&error));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let folder = fs::canonicalize(folder).map_err(missing)?;
    let path = fs::canonicalize(folder.join(path)).map_err(missing)?;
    if !path.starts_with(&folder) {
        return Err(Unread::Outside);
    }
    if !path.is_file() {
        return Err(Unread::Missing("it is no file".into()));
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(MAX + 1).read_to_end(&mut bytes)).map_err(missing)?;
    if bytes.len() as u64 > MAX { Err(Unread::TooLarge) } else { Ok(bytes) }
}

/// A saved text.
pub fn text(bytes: Vec<u8>) -> Result<String, Unread> {
    String::from_utf8(bytes).map_err(|_| Unread::NotUtf8)
}

/// A saved page, and what is to be read of it.
pub fn page(bytes: &[u8]) -> Result<(String, Page), Unread> {
    let html = Decoded::read(bytes).map_err(|_| Unread::NotUtf8)?.text;
    let page = Page::report(&html).map_err(|why| Unread::NoArticle(why.to_string()))?;
    Ok((html, page))
}

/// Whether a file of this name is text; else it is HTML.
pub fn is_text(path: &Path) -> bool {
    matches!(path.extension().and_then(|ending| ending.to_str()), Some("txt" | "md"))
}

/// What the system says, without its number for it.
fn without_code(error: &std::io::Error) -> String {
    let said = error.to_string();
    said.split(" (os error").next().unwrap_or(&said).to_owned()
}

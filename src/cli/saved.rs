//! Saved texts, below the folder of their dossier and nowhere else.

use super::page::MAX;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use variorum::check::Unread;

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

/// Whether a file of this name is text; else it is HTML.
pub fn is_text(path: &Path) -> bool {
    matches!(path.extension().and_then(|ending| ending.to_str()), Some("txt" | "md"))
}

/// What the system says, without its number for it.
fn without_code(error: &std::io::Error) -> String {
    let said = error.to_string();
    said.split(" (os error").next().unwrap_or(&said).to_owned()
}

//! `variorum.toml`: a newsroom's own rules.

use crate::finding::visible;
use std::fs;
use std::path::{Path, PathBuf};
use variorum::check::House;
use variorum::dossier::{line_column, parse_toml};

/// The rules for dossiers of a folder: of the nearest `variorum.toml` in it or above. Without one, none. An error is one
/// sentence, with its place.
pub fn of(folder: &Path) -> Result<House, String> {
    let Some(file) = nearest(folder) else { return Ok(House::default()) };
    let name = file.display();
    let text = fs::read_to_string(&file).map_err(|error| format!("{name}: {error}"))?;
    let at = |byte: u32, message: &str| {
        let (line, column) = line_column(&text, byte as usize);
        format!("{name}:{line}:{column}: {}", visible(message))
    };
    let node = parse_toml(&text).map_err(|fault| at(fault.place().span.start, fault.message()))?;
    House::read(&node).map_err(|(place, message)| at(place.span.start, &message))
}

fn nearest(folder: &Path) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let folder = folder.canonicalize().ok()?;
    folder.ancestors().map(|folder| folder.join("variorum.toml")).find(|file| file.is_file())
}

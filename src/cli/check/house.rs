//! `variorum.toml`: a newsroom's own rules.

use crate::finding::visible;
use std::fs;
use std::path::{Path, PathBuf};
use variorum::check::House;
use variorum::dossier::{line_column, parse_toml};

/// The rules for a dossier: of the nearest `variorum.toml` in its folder or above. Without one, none. An error is one
/// sentence, with its place.
pub fn of(dossier: &Path) -> Result<House, String> {
    let Some(file) = nearest(dossier) else { return Ok(House::default()) };
    let name = file.display();
    let text = fs::read_to_string(&file).map_err(|error| format!("{name}: {error}"))?;
    let at = |byte: u32, message: &str| {
        let (line, column) = line_column(&text, byte as usize);
        format!("{name}:{line}:{column}: {}", visible(message))
    };
    let node = parse_toml(&text).map_err(|fault| at(fault.place().span.start, fault.message()))?;
    House::read(&node).map_err(|(place, message)| at(place.span.start, &message))
}

fn nearest(dossier: &Path) -> Option<PathBuf> {
    let folder = dossier.canonicalize().ok()?;
    folder.ancestors().skip(1).map(|folder| folder.join("variorum.toml")).find(|file| file.is_file())
}

//! The saved texts that a dossier names, read.

use crate::saved;
use sha2::{Digest, Sha256};
use std::path::Path;
use variorum::check::{self, Saved, Texts, Unread};
use variorum::dossier::Dossier;
use variorum::text::Native;

/// Reads them, each once. `bytes` gives those of a file, by the path that the dossier names.
pub fn read(dossier: &Dossier, bytes: &dyn Fn(&str) -> Result<Vec<u8>, Unread>) -> Texts {
    let mut texts = Texts::new();
    for named in dossier.sources.iter().filter_map(|source| source.file.as_ref()) {
        texts.entry(named.path.clone()).or_insert_with(|| saved_text(&named.path, bytes(&named.path)?));
    }
    texts
}

fn saved_text(path: &str, bytes: Vec<u8>) -> Result<Saved, Unread> {
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let page = if saved::is_text(Path::new(path)) {
        check::Page::plain(&saved::text(bytes)?, &mut Native)
    } else {
        let (html, page) = saved::page(&bytes)?;
        page.to_check(&html)
    };
    Ok(Saved { page, sha256 })
}

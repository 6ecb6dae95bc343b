//! The words of the interface: compiled for pages, and their patterns generated from CLDR.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, anyhow};
use variorum::view::messages::compile;

use crate::{cldr, setup, sh};

/// The compiled text of each language in `messages`.
pub fn compiled() -> Result<BTreeMap<String, String>> {
    let folder = sh::root().join("messages");
    let mut texts = BTreeMap::new();
    for language in languages()? {
        let read =
            |file: &str| fs::read_to_string(folder.join(file)).with_context(|| format!("can't read messages/{file}"));
        let (words, patterns) = (read(&format!("{language}.toml"))?, read(&format!("cldr/{language}.toml"))?);
        let text = compile(&words, &patterns).map_err(|why| anyhow!("messages/{language}.toml: {why}"))?;
        texts.insert(language, text);
    }
    Ok(texts)
}

/// Generates `messages/cldr` and `src/prose/language/cldr` anew. The packages they are taken from are large, and nothing
/// else needs them.
pub fn generate() -> Result<()> {
    setup::for_messages()?;
    let languages = languages()?;
    let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
    cldr::generate(&setup::cldr_modules(), &languages, &sh::root().join("messages/cldr"))?;
    cldr::abbreviations(&setup::cldr_modules(), PROSE, &sh::root().join("src/prose/language/cldr"))
}

/// The languages whose sentences are told apart.
const PROSE: &[&str] = &["de", "en", "es", "fr", "pt"];

/// The languages that have words.
fn languages() -> Result<Vec<String>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(sh::root().join("messages"))? {
        let name = entry?.file_name();
        languages.extend(name.to_str().and_then(|name| name.strip_suffix(".toml")).map(str::to_owned));
    }
    languages.sort();
    Ok(languages)
}

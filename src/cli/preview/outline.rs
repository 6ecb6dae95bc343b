//! A dossier that is only begun: its reports can be shown before there is anything to compare.

use variorum::dossier::{Dossier, File, Node, Source, Text};

/// The sources that a tree has, as far as they are written; a dossier without claims. `None` where it has none.
pub fn outline(dossier: &Node) -> Option<Dossier> {
    let sources = dossier.get("sources")?.items();
    let lang = dossier.str("lang").unwrap_or("en");
    let title = dossier.str("title").unwrap_or("…");
    (!sources.is_empty()).then(|| Dossier {
        lang: lang.into(),
        title: Text(vec![(lang.into(), title.into())]),
        sources: sources.iter().map(|written| source(written, lang)).collect(),
        ..Dossier::default()
    })
}

fn source(written: &Node, lang: &str) -> Source {
    let words = |name: &str| written.str(name).map(str::to_owned);
    let id = words("id").unwrap_or_default();
    Source {
        name: words("name").unwrap_or_else(|| id.clone()),
        id,
        title: words("title"),
        lang: words("lang").unwrap_or_else(|| lang.into()),
        file: written.get("file").and_then(file),
        ..Source::default()
    }
}

fn file(written: &Node) -> Option<File> {
    let words = |name: &str| written.str(name).map(str::to_owned);
    Some(File { path: words("path")?, sha256: None, from: words("from"), to: words("to") })
}

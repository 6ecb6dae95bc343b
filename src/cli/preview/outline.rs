//! A dossier that is only begun: its reports can be shown before there is anything to compare.

use variorum::dossier::{Dossier, File, Node, Source, Text};

/// The sources that a tree has, as far as they are written; a dossier without claims. `None` where it has none.
pub fn outline(dossier: &Node) -> Option<Dossier> {
    let sources = dossier.get("sources")?.items();
    let lang = words(dossier, "lang").unwrap_or_else(|| "en".into());
    let title = words(dossier, "title").or(words(dossier, "id")).unwrap_or_default();
    (!sources.is_empty()).then(|| Dossier {
        title: Text(vec![(lang.clone(), title)]),
        sources: sources.iter().map(|written| source(written, &lang)).collect(),
        lang,
        ..Dossier::default()
    })
}

fn source(written: &Node, lang: &str) -> Source {
    let id = words(written, "id").unwrap_or_default();
    Source {
        name: words(written, "name").unwrap_or_else(|| id.clone()),
        id,
        title: words(written, "title"),
        lang: words(written, "lang").unwrap_or_else(|| lang.into()),
        file: written.get("file").and_then(file),
        ..Source::default()
    }
}

fn file(written: &Node) -> Option<File> {
    Some(File { path: words(written, "path")?, sha256: None, from: words(written, "from"), to: words(written, "to") })
}

/// What is written in a field, unless it is still to be filled in.
fn words(written: &Node, name: &str) -> Option<String> {
    written.str(name).filter(|words| *words != "…").map(str::to_owned)
}

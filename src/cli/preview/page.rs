//! The preview's pages: a list, and each report as a plain article.

use super::report::Report;
use super::site::Page;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use variorum::dossier::{Dossier, Status};

/// What the list says of one report.
pub struct Entry<'a> {
    /// The name under which it is served.
    pub name: &'a str,
    /// The source's name.
    pub source: &'a str,
    /// How many claims it has a reading of.
    pub readings: usize,
    /// Why it can't be shown, if so.
    pub missing: Option<String>,
}

/// The list of pages. The title comes with its language; `told`: the dossier's faults as the terminal shows them.
pub fn list((lang, title): (&str, &str), article: bool, entries: &[Entry<'_>], told: &str) -> Markup {
    let body = html! {
        header class="masthead" { a href="/" { "Preview" } }
        main {
            h1 lang=(lang) { (title) }
            @if !told.is_empty() {
                p { "The dossier has faults. Pages show what can be read of it." }
                pre { (told) }
            }
            ul {
                @if article {
                    li { a href="/article" { "The article" } }
                }
                @for entry in entries {
                    li {
                        @if let Some(why) = &entry.missing {
                            (entry.source) ": no page of " code { (entry.name) } ", " (why)
                        } @else {
                            a href={ "/report/" (entry.name) } { (entry.source) } ", readings of " (entry.readings) " claims"
                        }
                    }
                }
                @if entries.is_empty() {
                    li { "No source names a saved text: give it file.path, the name of a .txt file." }
                }
            }
            p { a href="/dossier.json" { "The dossier as readers get it" } }
        }
    };
    document("en", "list", title, html! {}, body)
}

/// A report with the widget on it. `evidence` is HTML.
pub fn report(page: &Page<'_>, dossier: &Dossier, report: &Report<'_>, evidence: &str) -> Markup {
    let source = page.source;
    let headline = report.headline.or(source.title.as_deref()).unwrap_or(&source.name);
    let head = html! {
        link rel="stylesheet" href="/variorum/variorum.css";
        script type="module" src="/variorum/variorum.js" {}
    };
    let body = html! {
        header class="masthead" {
            a href="/" { "Preview" } " "
            span { (source.name) }
        }
        main {
            aside class="note" lang="en" {
                p { "The saved text of this report as it stands in " code { (page.name) } "." }
            }
            article {
                header {
                    h1 { (headline) }
                }
                @for paragraph in &report.paragraphs {
                    p { (paragraph) }
                }
                variorum-dossier src="/dossier.json" article="article" source=(source.id)
                    preview[dossier.status == Status::Draft] {
                    (PreEscaped(evidence))
                }
            }
            @if !report.rest.is_empty() {
                section class="comments" {
                    h2 lang="en" { "In the same file, not part of this report" }
                    @for paragraph in &report.rest {
                        p { (paragraph) }
                    }
                }
            }
        }
    };
    document(&source.lang, "report", headline, head, body)
}

fn document(lang: &str, class: &str, title: &str, head: Markup, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="icon" href="/icon.svg";
                link rel="stylesheet" href="/newspaper.css";
                (head)
            }
            body class=(class) { (body) }
        }
    }
}

//! Plain pages for texts: of each report, and of an article without markup.

use super::report::Report;
use super::sources::Page;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use variorum::dossier::{Dossier, Status};

/// A text as a page.
pub struct Plain<'a> {
    /// BCP 47 tag.
    pub lang: &'a str,
    /// Who speaks.
    pub name: &'a str,
    /// Where the text is from.
    pub file: &'a str,
    /// The headline, where the text has none of its own.
    pub title: &'a str,
    /// The source that it is; `None`: the article.
    pub source: Option<&'a str>,
    /// Its parts.
    pub report: Report<'a>,
}

impl<'a> Plain<'a> {
    /// A source's.
    pub fn report(page: &Page<'a>, text: &'a str) -> Self {
        let Page { name: file, source, .. } = *page;
        let report = Report::new(text, page.file.from.as_deref(), page.file.to.as_deref());
        let title = source.title.as_deref().unwrap_or(&source.name);
        Plain { lang: &source.lang, name: &source.name, file, title, source: Some(&source.id), report }
    }

    /// The article's.
    pub fn article(dossier: &'a Dossier, file: &'a str, text: &'a str) -> Self {
        let (lang, title) = dossier.title.in_language(&dossier.lang);
        Plain { lang, name: &dossier.publisher.name, file, title, source: None, report: Report::new(text, None, None) }
    }

    /// The page, with the widget on it. `evidence` is HTML.
    pub fn page(&self, dossier: &Dossier, evidence: &str) -> String {
        let Plain { lang, name, file, title, source, report } = self;
        let headline = report.headline.unwrap_or(title);
        let head = html! {
            link rel="stylesheet" href="/variorum/variorum.css";
            script type="module" src="/variorum/variorum.js" {}
            script type="module" src="/preview/page.js" {}
        };
        let body = html! {
            header class="masthead" { b { (name) } }
            main {
                aside class="note" lang="en" {
                    p { "The saved text as it stands in " code { (file) } "." }
                }
                article {
                    header {
                        h1 { (headline) }
                    }
                    @for paragraph in &report.paragraphs {
                        p { (paragraph) }
                    }
                    @if !dossier.claims.is_empty() {
                        variorum-dossier src="/dossier.json" article="article" source=[source]
                            preview[dossier.status == Status::Draft] {
                            (PreEscaped(evidence))
                        }
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
        document(lang, headline, head, body).into_string()
    }
}

/// A page that says why there is nothing to see: a sentence, or lines as a terminal shows them.
pub fn nothing(title: &str, why: &str) -> Markup {
    let body = html! {
        main {
            h1 { (title) }
            @if why.contains('\n') { pre { (why) } } @else { p { (why) } }
        }
    };
    document("en", title, html! { script type="module" src="/preview/page.js" {} }, body)
}

/// A page in the style of a newspaper.
pub fn document(lang: &str, title: &str, head: Markup, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="icon" href="/preview/icon.svg";
                link rel="stylesheet" href="/preview/newspaper.css";
                (head)
            }
            body class="report" { (body) }
        }
    }
}

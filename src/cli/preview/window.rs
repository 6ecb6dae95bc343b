//! The preview's own window: the pages, what was found, and a frame that shows a page as readers see it.

use super::list::{Entry, List};
use super::page::document;
use crate::finding::Shown;
use maud::{DOCTYPE, Markup, html};
use variorum::check::{Code, Severity};

/// How a page is looked at: the word for it, and what it is called.
const VIEWS: &[(&str, &str)] = &[("full", "Full width"), ("phone", "Phone"), ("no-scripts", "No JavaScript")];

/// The window, around the list.
pub fn window(list: &List) -> Markup {
    let shown = list.shown.as_ref().map(|shown| &shown.dossier);
    let title = shown.map_or("", |dossier| dossier.title.in_language(&dossier.lang).1);
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Preview: " (title) }
                link rel="icon" href="/preview/icon.svg";
                link rel="stylesheet" href="/preview/preview.css";
                script type="module" src="/preview/preview.js" {}
            }
            body {
                div id="panel" { (panel(list)) }
                main {
                    form id="views" {
                        fieldset {
                            legend { "View" }
                            @for (view, name) in VIEWS {
                                label { input type="radio" name="view" value=(view) checked[*view == "full"]; span { (name) } }
                            }
                        }
                        p id="told" role="status" {}
                        a id="alone" target="_blank" { "Open by itself" }
                    }
                    div id="stage" data-view="full" {}
                }
            }
        }
    }
}

/// Pages and findings.
pub fn panel(list: &List) -> Markup {
    html! {
        div data-state=(list.state) {
            header {
                p class="brand" { "Preview" }
                @match &list.shown {
                    Ok(shown) => {
                        @let dossier = &shown.dossier;
                        @let (lang, title) = dossier.title.in_language(&dossier.lang);
                        h1 lang=(lang) { (title) }
                        @if !dossier.claims.is_empty() {
                            p class="status" { (dossier.status.name()) ", revision " (dossier.revision) }
                        }
                    }
                    Err(_) => { h1 { "A dossier that can’t be read yet" } }
                }
            }
            @if let Some(why) = outdated(list) { p class="broken" { (why) } }
            (pages(&list.entries))
            (findings(list))
        }
    }
}

/// Why the pages do not show the dossier as it is.
fn outdated(list: &List) -> Option<&'static str> {
    let is_readable = list.done.as_ref().is_ok_and(|done| done.input.dossier.is_some());
    let shown = list.shown.as_ref().ok().filter(|_| !is_readable)?;
    Some(match shown.dossier.claims.is_empty() {
        true => "There is nothing to compare yet. The reports are shown without marks.",
        false => "The dossier can’t be read as it is now. The pages show it as it last could be.",
    })
}

fn pages(entries: &[Entry]) -> Markup {
    html! {
        nav aria-label="Pages" {
            ul {
                @for Entry { address, name, about, .. } in entries {
                    li {
                        @match about {
                            Ok(about) => { a href=(address) { span { (name) } " " small { (about) } } }
                            Err(why) => { span { (name) } " " small { (why) } }
                        }
                    }
                }
            }
            @if entries.is_empty() {
                p {
                    "There is no page to show. Name the article with --article, or give a source the "
                    code { "file.path" } " of its saved text."
                }
            }
        }
    }
}

fn findings(list: &List) -> Markup {
    html! {
        section aria-labelledby="found" {
            h2 id="found" { "What " code { "check" } " finds" }
            @match &list.done {
                Ok(done) => {
                    p class="sum" { (done.found()) }
                    ol { @for shown in done.input.in_order() { (finding(list, &shown)) } }
                }
                Err(why) => { p class="broken" { (why) } }
            }
        }
    }
}

fn finding(list: &List, shown: &Shown) -> Markup {
    let finding = shown.finding;
    let ((line, column), code) = (shown.start(), finding.code.id());
    let (page, place) = list.place(finding);
    let file = shown.text.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let severity = match finding.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
    };
    html! {
        li class=(finding.severity.name()) {
            p class="about" {
                b { (severity) } " "
                a href={ "/preview/codes#" (code) } { (code) } " "
                code title=(shown.text.name) { (file) ":" (line) ":" (column) }
            }
            details data-key={ (code) " " (finding.place.path) } data-page=[page] data-place=[place] {
                summary { (prose(&finding.message)) }
                (excerpt(shown))
            }
            @if let Some(help) = shown.told_help() {
                p class="help" { (prose(help)) }
            }
        }
    }
}

/// A sentence in which what is to be typed stands between backticks.
fn prose(sentence: &str) -> Markup {
    html! {
        @for (nth, part) in sentence.split('`').enumerate() {
            @if nth % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// The lines of the dossier in which something was found, five at most, with what was found marked.
fn excerpt(shown: &Shown) -> Markup {
    let (text, span) = (shown.text.text.as_str(), shown.bytes());
    let first = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let lines = text[first..].split_inclusive('\n').scan(first, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let lines = lines.take_while(|(start, _)| *start < span.end.max(first + 1)).take(5);
    html! {
        pre {
            @for ((start, line), number) in lines.zip(shown.start().0..) {
                @let within = |byte: usize| byte.clamp(start, start + line.trim_end().len()) - start;
                @let (from, to) = (within(span.start), within(span.end));
                span class="number" aria-hidden="true" { (number) }
                (line[..from]) mark { (line[from..to]) } (line[to..].trim_end()) "\n"
            }
        }
    }
}

/// All that can be found, from the table that the program itself uses.
pub fn codes() -> Markup {
    let body = html! {
        main {
            h1 { "What " code { "check" } " finds" }
            @for code in Code::ALL {
                section id=(code.id()) {
                    h2 { (code.id()) " " (code.name()) }
                    p { (prose(code.means())) " " (prose(code.why())) }
                    p { (prose(code.todo())) }
                }
            }
        }
    };
    document("en", "What check finds", html! {}, body)
}

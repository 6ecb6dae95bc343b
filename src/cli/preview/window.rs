//! The preview's own window: the pages, what was found, and a frame that shows a page as readers see it.

use super::page::document;
use super::place::{self, Place, Words};
use crate::check::Done;
use crate::finding::Shown;
use maud::{DOCTYPE, Markup, html};
use serde::Serialize;
use variorum::check::{Code, Severity};
use variorum::dossier::{Dossier, Node};

/// How a page is looked at: the word for it, and what it is called.
const VIEWS: &[(&str, &str)] = &[("full", "Full width"), ("phone", "Phone"), ("no-scripts", "No JavaScript")];

/// A page in the list.
pub struct Entry {
    /// Where it is served.
    pub address: String,
    /// What it is called.
    pub name: String,
    /// More about it; or why it can't be shown.
    pub about: Result<String, String>,
}

/// What the list is made from.
pub struct List<'a> {
    /// What pages show, in a word.
    pub state: &'a str,
    /// The dossier that they show; or what is wrong, if none could be read yet.
    pub shown: Result<&'a Dossier, &'a str>,
    /// The dossier as it is now, checked.
    pub done: &'a Result<Done, String>,
    /// The pages, the article first.
    pub entries: &'a [Entry],
    /// The page of a source, by its position, or of the article.
    pub page_of: &'a dyn Fn(Option<usize>) -> Option<String>,
    /// What is most like words in one of them.
    pub nearest: &'a dyn Fn(Option<usize>, &Words) -> Option<String>,
}

/// What a page is asked to show.
#[derive(Serialize)]
struct Asked<'a> {
    #[serde(flatten)]
    shown: &'a place::Shown<'a>,
    /// What to show where the words are not in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<String>,
}

/// The window, around the list.
pub fn window(title: &str, list: &Markup) -> Markup {
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
                div id="panel" { (list) }
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

impl List<'_> {
    /// Pages and findings.
    pub fn markup(&self) -> Markup {
        let broken = self.done.as_ref().map_or(true, |done| done.input.dossier.is_none());
        html! {
            div data-state=(self.state) {
                header {
                    p class="brand" { "Preview" }
                    @match self.shown {
                        Ok(dossier) => {
                            @let (lang, title) = dossier.title.in_language(&dossier.lang);
                            h1 lang=(lang) { (title) }
                            p class="status" { (dossier.status.name()) ", revision " (dossier.revision) }
                        }
                        Err(_) => { h1 { "A dossier that can’t be read yet" } }
                    }
                }
                @if broken && self.shown.is_ok() {
                    p class="broken" { "The dossier can’t be read as it is now. The pages show it as it last could be." }
                }
                nav aria-label="Pages" {
                    ul {
                        @for Entry { address, name, about } in self.entries {
                            li {
                                @match about {
                                    Ok(about) => { a href=(address) { span { (name) } " " small { (about) } } }
                                    Err(why) => { span { (name) } " " small { (why) } }
                                }
                            }
                        }
                    }
                    @if self.entries.is_empty() {
                        p { "There is no page to show. Name the article with --article, or give a source the " code { "file.path" } " of its saved text." }
                    }
                }
                section aria-labelledby="found" {
                    h2 id="found" { "What " code { "check" } " finds" }
                    @match self.done {
                        Ok(done) => {
                            p class="sum" { (done.found()) }
                            ol { @for shown in done.input.in_order() { (self.finding(&shown, done.input.node.as_ref())) } }
                        }
                        Err(why) => { p class="broken" { (why) } }
                    }
                }
            }
        }
    }

    fn finding(&self, shown: &Shown, dossier: Option<&Node>) -> Markup {
        let finding = shown.finding;
        let ((line, column), code) = (shown.start(), finding.code.id());
        let place = dossier.and_then(|dossier| Place::of(finding, dossier));
        let page = place.as_ref().and_then(|place| (self.page_of)(place.source));
        let asked =
            place.as_ref().and_then(|place| Some(self.asked(place.source, place.shown.as_ref()?, finding.code)));
        let file = shown.text.name.rsplit(['/', '\\']).next();
        let severity = match finding.severity {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
        };
        html! {
            li class=(finding.severity.name()) {
                p class="about" {
                    b { (severity) } " "
                    a href={ "/preview/codes#" (code) } { (code) } " "
                    code title=(shown.text.name) { (file.unwrap_or_default()) ":" (line) ":" (column) }
                }
                details data-key={ (code) " " (finding.place.path) } data-page=[page] data-place=[asked] {
                    summary { (prose(&finding.message)) }
                    (excerpt(shown))
                }
                @if let Some(help) = shown.told_help() {
                    p class="help" { (prose(help)) }
                }
            }
        }
    }

    /// As JSON.
    fn asked(&self, source: Option<usize>, shown: &place::Shown, code: Code) -> String {
        let nearest = match shown {
            place::Shown::Words(words) if matches!(code, Code::QuoteAbsent | Code::AnchorAbsent) => {
                (self.nearest)(source, words)
            }
            _ => None,
        };
        serde_json::to_string(&Asked { shown, nearest }).expect("it is plain data")
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

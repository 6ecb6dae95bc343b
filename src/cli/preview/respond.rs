//! What is answered to which request.

use super::page;
use super::report::Report;
use super::site::{Site, pages};
use crate::input::Input;
use crate::readers;
use std::borrow::Cow;
use variorum::compare::compare;
use variorum::dossier::{Dossier, SourceIndex, Status};
use variorum::view::html::to_html;
use variorum::view::{self, Context, messages};

/// The demo's article, part of the program.
const ARTICLE: &str = include_str!("../../../www/madrid/index.html");
/// The style of all pages.
const NEWSPAPER: &str = include_str!("../../../www/newspaper.css");
const ICON: &str = include_str!("../../../www/icon.svg");

/// What was asked for. Method is GET or HEAD.
pub struct Request<'a> {
    /// The `Host` header.
    pub host: Option<&'a str>,
    /// As in the request line: path and query.
    pub target: &'a str,
}

/// What is answered.
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Media type.
    pub kind: &'static str,
    /// Content.
    pub body: Cow<'static, [u8]>,
}

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";
const CSS: &str = "text/css; charset=utf-8";

impl Response {
    /// Plain words.
    pub fn text(status: u16, words: impl Into<String>) -> Self {
        Self { status, kind: "text/plain; charset=utf-8", body: words.into().into_bytes().into() }
    }

    fn ok(kind: &'static str, body: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { status: 200, kind, body: body.into() }
    }

    fn page(markup: maud::Markup) -> Self {
        Self::ok(HTML, markup.into_string().into_bytes())
    }

    fn not_found() -> Self {
        Self::text(404, "nothing here; the list of pages is at /")
    }
}

/// Answers a request. Knows no socket.
pub fn respond(site: &Site, request: Request<'_>) -> Response {
    if !site.is_called(request.host) {
        return Response::text(421, "this server is 127.0.0.1 and nobody else");
    }
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    if let Some(response) = fixed(site, path) {
        return response;
    }
    let input = match site.input() {
        Ok(input) => input,
        Err(why) => return Response::text(500, why),
    };
    match path {
        "/" => list(site, &input),
        "/dossier.json" => match &input.node {
            Some(node) => Response::ok(JSON, readers::json(node).into_bytes()),
            None => Response::text(500, input.told()),
        },
        "/article" if site.dossier.is_none() => article(&input),
        _ => match path.strip_prefix("/report/") {
            Some(name) => report(site, &input, name),
            None => Response::not_found(),
        },
    }
}

/// What does not depend on the dossier.
fn fixed(site: &Site, path: &str) -> Option<Response> {
    match path {
        "/newspaper.css" => Some(Response::ok(CSS, NEWSPAPER.as_bytes())),
        "/icon.svg" => Some(Response::ok("image/svg+xml", ICON.as_bytes())),
        _ => path.strip_prefix("/variorum/").map(|name| bundled(site, name)),
    }
}

fn list(site: &Site, input: &Input) -> Response {
    let Some(dossier) = &input.dossier else {
        return Response::page(page::list(("en", "Preview"), false, &[], &input.told()));
    };
    let read = |index| dossier.claims.iter().filter(|claim| claim.readings.iter().any(|r| r.source == index)).count();
    let entries: Vec<_> = pages(dossier)
        .iter()
        .map(|page| page::Entry {
            name: page.name,
            source: &page.source.name,
            readings: read(page.index),
            missing: site.saved_text(page.file).err(),
        })
        .collect();
    let title = dossier.title.in_language(&dossier.lang);
    Response::page(page::list(title, site.dossier.is_none(), &entries, &input.told()))
}

fn report(site: &Site, input: &Input, name: &str) -> Response {
    let Some(dossier) = &input.dossier else { return Response::text(500, input.told()) };
    let Some(page) = pages(dossier).into_iter().find(|page| page.name == name) else { return Response::not_found() };
    match site.saved_text(page.file) {
        Ok(text) => {
            let report = Report::new(&text, page.file);
            let evidence = evidence(dossier, Some(page.index), &page.source.lang);
            Response::page(page::report(&page, dossier, &report, &evidence))
        }
        Err(why) => Response::text(404, format!("{name}: {why}")),
    }
}

/// The demo's article, with the evidence in its element.
fn article(input: &Input) -> Response {
    let evidence = input.dossier.as_ref().map(|dossier| evidence(dossier, None, &dossier.lang)).unwrap_or_default();
    let end = ARTICLE.find("</variorum-dossier>").unwrap_or(ARTICLE.len());
    Response::ok(HTML, [&ARTICLE[..end], &evidence, &ARTICLE[end..]].concat().into_bytes())
}

/// What stands in the element until it is live: the evidence, in the language that the element will find.
fn evidence(dossier: &Dossier, page: Option<SourceIndex>, lang: &str) -> String {
    let comparisons: Vec<_> = dossier.claims.iter().map(|claim| compare(dossier, claim)).collect();
    let languages: Vec<_> = messages::LANGUAGES.iter().map(|(tag, ..)| *tag).collect();
    let messages = messages::embedded(languages[messages::choose(&[lang, &dossier.lang], &languages)]);
    let preview = dossier.status == Status::Draft;
    let context = Context { dossier, comparisons: &comparisons, messages: &messages, page, preview };
    to_html(&view::evidence(&context, true))
}

fn bundled(site: &Site, name: &str) -> Response {
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => CSS,
        Some("json") => JSON,
        _ => "text/plain; charset=utf-8",
    };
    match site.bundle.iter().find(|(other, _)| *other == name) {
        Some((_, bytes)) => Response::ok(kind, *bytes),
        None => Response::not_found(),
    }
}

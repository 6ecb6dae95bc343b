//! What is answered to which request.

use super::article::{baked, with_widget};
use super::list::List;
use super::page::Plain;
use super::response::{OF_PUBLISHER, Response, STRICT};
use super::site::Site;
use super::sources::pages;
use super::window;
use crate::http::media_type;
use crate::readers;
use percent_encoding::percent_decode_str;
use std::path::Path;
use variorum::compare::compare;
use variorum::dossier::{Dossier, SourceIndex, Status};
use variorum::view::html::to_html;
use variorum::view::{self, Context, messages};

/// Of the preview itself, by address: part of the program.
const OWN: &[(&str, &str)] = &[
    ("/preview/changes.js", include_str!("window/changes.js")),
    ("/preview/icon.svg", include_str!("../../../www/icon.svg")),
    ("/preview/newspaper.css", include_str!("../../../www/newspaper.css")),
    ("/preview/page.js", include_str!("window/page.js")),
    ("/preview/preview.css", include_str!("window/preview.css")),
    ("/preview/preview.js", include_str!("window/preview.js")),
];

/// Of the demo's article.
const DEMO: &[(&str, &str)] = &[
    ("/icon.svg", include_str!("../../../www/icon.svg")),
    ("/newspaper.css", include_str!("../../../www/newspaper.css")),
    ("/themes.js", include_str!("../../../www/themes.js")),
    ("/themes/broadsheet.css", include_str!("../../../www/themes/broadsheet.css")),
    ("/themes/evening.css", include_str!("../../../www/themes/evening.css")),
    ("/themes/plain.css", include_str!("../../../www/themes/plain.css")),
];

/// What was asked for. Method is GET or HEAD.
pub struct Request<'a> {
    /// The `Host` header.
    pub host: Option<&'a str>,
    /// As in the request line: path and query.
    pub target: &'a str,
}

/// Answers a request. Knows no socket.
pub fn respond(site: &Site, request: Request<'_>) -> Response {
    if !site.is_called(request.host) {
        return Response::text(421, "this server is 127.0.0.1 and nobody else");
    }
    let (path, query) = request.target.split_once('?').unwrap_or((request.target, ""));
    let path = percent_decode_str(path).decode_utf8_lossy();
    let own = OWN.iter().chain(DEMO.iter().filter(|_| site.named.dossier.is_none()));
    if let Some((name, text)) = own.into_iter().find(|(name, _)| *name == path) {
        return Response::ok(media_type(Path::new(name)), text.as_bytes());
    }
    if let Some(name) = path.strip_prefix("/variorum/") {
        let file = site.bundle.iter().find(|(other, _)| *other == name);
        return file.map_or_else(
            || Response::not_found(&path),
            |(_, bytes)| Response::ok(media_type(Path::new(name)), *bytes),
        );
    }
    let is_baked = query == "baked";
    match path.as_ref() {
        "/" => Response::page(window::window(&List::of(site))),
        "/preview/list" => Response::page(window::panel(&List::of(site))),
        "/preview/codes" => Response::page(window::codes()),
        "/dossier.json" => match site.shown() {
            Ok(shown) => Response::ok("application/json", readers::json(&shown.node).into_bytes()),
            Err(told) => Response::text(500, told),
        },
        "/article" => article(site, is_baked),
        path => match path.strip_prefix("/report/") {
            Some(name) => report(site, name, is_baked),
            None => beside_article(site, path),
        },
    }
}

fn article(site: &Site, is_baked: bool) -> Response {
    let (article, shown) = match (site.article(), site.shown()) {
        (Ok(Some(article)), Ok(shown)) => (article, shown),
        (Ok(None), _) => return Response::not_found("/article"),
        (Err(why), _) => return Response::nothing(500, "The article can’t be read", &why),
        (_, Err(told)) => return Response::unreadable(&told),
    };
    let dossier = &shown.dossier;
    let page = |evidence: &str| match article.is_html {
        true if dossier.claims.is_empty() => article.text.clone(),
        true => with_widget(&article.text, dossier, evidence),
        false => Plain::article(dossier, &article.name, &article.text).page(dossier, evidence),
    };
    let policy = if site.named.article.is_some() { OF_PUBLISHER } else { STRICT };
    Response { policy, ..Response::page(with_evidence(page, dossier, None, is_baked)) }
}

fn report(site: &Site, name: &str, is_baked: bool) -> Response {
    let shown = match site.shown() {
        Ok(shown) => shown,
        Err(told) => return Response::unreadable(&told),
    };
    let dossier = &shown.dossier;
    let Some(page) = pages(dossier).into_iter().find(|page| page.name == name) else {
        return Response::not_found(&format!("/report/{name}"));
    };
    match site.saved_text(page.file) {
        Ok(text) => {
            let plain = Plain::report(&page, &text);
            let make = |evidence: &str| plain.page(dossier, evidence);
            Response::page(with_evidence(make, dossier, Some(page.index), is_baked))
        }
        Err(why) => Response::nothing(404, &page.source.name, &format!("No page of {name}: {why}.")),
    }
}

/// A page with the evidence in it: as it is loaded, or as `bake` makes it.
fn with_evidence(
    page: impl Fn(&str) -> String,
    dossier: &Dossier,
    source: Option<SourceIndex>,
    is_baked: bool,
) -> String {
    if is_baked {
        return baked(page(""), dossier);
    }
    if dossier.claims.is_empty() {
        return page("");
    }
    let lang = source.and_then(|source| dossier.sources.get(source)).map_or(&dossier.lang, |source| &source.lang);
    page(&evidence(dossier, source, lang))
}

/// What stands in the element until it is live: the evidence, in the language that the element will find.
fn evidence(dossier: &Dossier, page: Option<SourceIndex>, lang: &str) -> String {
    let comparisons: Vec<_> = dossier.claims.iter().map(|claim| compare(dossier, claim)).collect();
    let languages: Vec<_> = messages::LANGUAGES.iter().map(|(tag, ..)| *tag).collect();
    let messages = messages::embedded(languages[messages::choose(&[lang, &dossier.lang], &languages)]);
    let preview = dossier.status == Status::Draft;
    let context = Context { page, preview, ..Context::new(dossier, &comparisons, &messages) };
    to_html(&view::evidence(&context, true))
}

/// What the publisher's page is made of: styles, pictures, fonts, scripts. Nothing else in its folder is anybody's business.
fn beside_article(site: &Site, path: &str) -> Response {
    let kind = media_type(Path::new(path));
    let is_part = ["text/css", "text/javascript", "image/", "font/"].iter().any(|part| kind.starts_with(part));
    let file = is_part.then(|| site.beside_article(path.trim_start_matches('/'))).flatten();
    file.map_or_else(|| Response::not_found(path), |bytes| Response::ok(kind, bytes))
}

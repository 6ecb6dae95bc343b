//! What the preview's server has at which address. Files are read anew for every request, so that an edit shows
//! on the next reload.

use super::page;
use super::report::Report;
use crate::bundle::Bundle;
use crate::input::Input;
use crate::readers;
use std::borrow::Cow;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use variorum::compare::compare;
use variorum::dossier::{self, Dossier, Source, SourceIndex, Status};
use variorum::view::html::to_html;
use variorum::view::{self, Context, messages};

/// The demo, part of the program.
const DEMO: &str = include_str!("../../../www/madrid/dossier.toml");
const ARTICLE: &str = include_str!("../../../www/madrid/index.html");
const ICON: &str = include_str!("../../../www/icon.svg");
/// The style of all pages.
const NEWSPAPER: &str = include_str!("../../../www/newspaper.css");

/// One dossier, its reports, and the bundle that shows them.
pub struct Site {
    /// The dossier's file; `None`: the demo's, which is part of the program.
    dossier: Option<PathBuf>,
    /// Where saved texts are, whatever folders the dossier names; `None`: where the dossier says, from its own folder.
    reports: Option<PathBuf>,
    bundle: Bundle,
    port: u16,
}

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

/// More than any report is long.
const MAX_REPORT: u64 = 4 << 20;

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

impl Site {
    /// A site on `127.0.0.1:port`.
    pub fn new(dossier: Option<PathBuf>, reports: Option<PathBuf>, bundle: Bundle, port: u16) -> Result<Self, String> {
        if let Some(folder) = reports.as_ref().filter(|folder| !folder.is_dir()) {
            return Err(format!("{}: no such folder", folder.display()));
        }
        Ok(Self { dossier, reports, bundle, port })
    }

    /// The dossier as it is now.
    pub fn input(&self) -> Result<Input, String> {
        match &self.dossier {
            Some(path) => Input::open(path),
            None => Ok(Input::embedded("madrid/dossier.toml", DEMO)),
        }
    }

    /// Whether a request was meant for this server: a page elsewhere whose name was made to point at
    /// 127.0.0.1 says its own name here.
    fn is_called(&self, host: Option<&str>) -> bool {
        host.and_then(|host| host.rsplit_once(':')).is_some_and(|(name, port)| {
            (name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost")) && port.parse() == Ok(self.port)
        })
    }

    /// The saved text of a source, or why it can't be had.
    fn saved_text(&self, file: &dossier::File) -> Result<String, String> {
        let path = file.path.as_str();
        let (folder, path) = match (&self.reports, &self.dossier) {
            (Some(folder), _) => (folder.as_path(), Path::new(name_of(path))),
            (None, Some(dossier)) => (dossier.parent().unwrap_or(Path::new("")), Path::new(path)),
            (None, None) => {
                return Err("the demo's reports are not part of the program: name their folder with --reports".into());
            }
        };
        let folder = fs::canonicalize(if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
        let folder = folder.map_err(|error| error.to_string())?;
        let path = fs::canonicalize(folder.join(path)).map_err(|error| error.to_string())?;
        if !path.starts_with(&folder) {
            return Err("it leads out of the folder".into());
        }
        if !path.is_file() {
            return Err("not a file".into());
        }
        let mut text = String::new();
        let file = File::open(path).map_err(|error| error.to_string())?;
        file.take(MAX_REPORT + 1).read_to_string(&mut text).map_err(|error| error.to_string())?;
        if text.len() as u64 > MAX_REPORT { Err("more than 4 MiB".into()) } else { Ok(text) }
    }
}

/// A source with a page of its own.
struct Page<'a> {
    /// The name of its saved text, without folders.
    name: &'a str,
    index: SourceIndex,
    source: &'a Source,
    file: &'a dossier::File,
}

/// The sources that have a page: those with a saved text (`.txt`), and of several in one file the first, since the
/// page of an article with readers' comments below it is the article's.
fn pages(dossier: &Dossier) -> Vec<Page<'_>> {
    let mut pages: Vec<Page<'_>> = Vec::new();
    for (index, source) in dossier.sources.iter().enumerate() {
        let Some(file) = &source.file else { continue };
        let name = name_of(&file.path);
        if name.ends_with(".txt") && pages.iter().all(|other| other.name != name) {
            pages.push(Page { name, index, source, file });
        }
    }
    pages
}

/// The last part of a path with `/` between folders.
fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Answers a request. Knows no socket.
pub fn respond(site: &Site, request: Request<'_>) -> Response {
    if !site.is_called(request.host) {
        return Response::text(421, "this server is 127.0.0.1 and nobody else");
    }
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    let input = match site.input() {
        Ok(input) => input,
        Err(why) => return Response::text(500, why),
    };
    match path {
        "/" => list(site, &input),
        "/newspaper.css" => Response::ok(CSS, NEWSPAPER.as_bytes()),
        "/icon.svg" => Response::ok("image/svg+xml", ICON.as_bytes()),
        "/dossier.json" => match &input.node {
            Some(node) => Response::ok(JSON, readers::json(node).into_bytes()),
            None => Response::text(500, input.told()),
        },
        "/article" if site.dossier.is_none() => article(&input),
        _ => match (path.strip_prefix("/variorum/"), path.strip_prefix("/report/")) {
            (Some(name), _) => bundled(site, name),
            (_, Some(name)) => report(site, &input, name),
            _ => Response::not_found(),
        },
    }
}

fn list(site: &Site, input: &Input) -> Response {
    let Some(dossier) = &input.dossier else { return Response::page(page::list("Preview", false, &[], &input.told())) };
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
    let (_, title) = dossier.title.in_language(&dossier.lang);
    Response::page(page::list(title, site.dossier.is_none(), &entries, &input.told()))
}

fn report(site: &Site, input: &Input, name: &str) -> Response {
    let Some(dossier) = &input.dossier else { return Response::text(500, input.told()) };
    let Some(page) = pages(dossier).into_iter().find(|page| page.name == name) else { return Response::not_found() };
    match site.saved_text(page.file) {
        Ok(text) => {
            let report = Report::new(&text, page.file);
            Response::page(page::report(
                name,
                dossier,
                page.source,
                &report,
                &evidence(dossier, Some(page.index), &page.source.lang),
            ))
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

/// What stands in the element until it is live: the evidence, in the language of the page if there are messages
/// for it.
fn evidence(dossier: &Dossier, page: Option<SourceIndex>, lang: &str) -> String {
    let comparisons: Vec<_> = dossier.claims.iter().map(|claim| compare(dossier, claim)).collect();
    let messages = messages::embedded(lang);
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

//! `variorum preview`: a dossier's article and reports on this machine's loopback address, each with its marks, and what a
//! check finds beside them. What is saved shows at once.

mod article;
mod list;
mod outline;
mod page;
mod place;
mod report;
mod respond;
mod response;
mod site;
mod sources;
#[cfg(test)]
mod tests;
mod watch;
mod window;

use super::finding::Report;
use super::http::{Body, serve, whole};
use super::{Failure, bundle, print};
use hyper::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST};
use hyper::{Method, Request, Response};
use respond::respond;
use site::{Named, Site};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process;
use std::sync::Arc;
use watch::{Listeners, watch};

#[derive(clap::Args)]
pub struct Arguments {
    /// The dossier, .toml or .json [default: the demo's]
    dossier: Option<PathBuf>,
    /// The article: a saved page (HTML) with what lies beside it, or a text (.txt, .md)
    #[arg(long, value_name = "PAGE")]
    article: Option<PathBuf>,
    /// The folder of the reports' saved texts [default: the dossier's own]
    #[arg(long, value_name = "DIR")]
    reports: Option<PathBuf>,
    /// Port on 127.0.0.1 [default: 7878, or any that is free]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
}

/// Tried first, so that a page stays open across runs.
const PORT: u16 = 7878;

/// Said with every answer.
const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
];

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if let Some(folder) = arguments.reports.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(format!("{}: no such folder", folder.display()).into());
    }
    if let Some(file) = arguments.article.as_ref().filter(|file| !file.is_file()) {
        return Err(format!("{}: no such file", file.display()).into());
    }
    let bundle = bundle::bundle()?;
    let listener = listen(arguments.port)?;
    let port = listener.local_addr().map_err(text)?.port();
    let Arguments { dossier, article, reports, .. } = arguments;
    let named = Named { dossier: dossier.clone(), article: article.clone(), reports: reports.clone() };
    let site = Arc::new(Site::new(named, bundle, port));
    // Faults are no reason not to serve: the page leaves out the claims that they are in, and editing goes on.
    Report::default().tell(&site.input()?)?;
    site.article()?;
    let listeners = Arc::new(Listeners::default());
    if let Err(why) = watch(&site, &listeners) {
        anstream::eprintln!("saved files can't be watched: load pages anew to see what has changed ({why})");
    }

    // An interrupt is how one ends a preview: nothing failed, and nothing is to be put away.
    ctrlc::set_handler(|| process::exit(0)).map_err(text)?;
    let address = format!("http://127.0.0.1:{port}/");
    print(&format!("{address}\n"))?;
    if !arguments.no_open {
        // The address has been printed: where no browser opens, nothing is lost.
        let _ = open::that_detached(&address);
    }
    Ok(serve(listener, move |request| answer(&site, &listeners, &request)).map_err(text)?)
}

fn listen(wanted: Option<u16>) -> Result<TcpListener, String> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match wanted {
        Some(port) => bind(port).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => format!(
                "port {port} is in use, perhaps by another preview: name another one, or leave out --port for one that is free"
            ),
            _ => format!("127.0.0.1:{port}: {error}"),
        }),
        None => bind(PORT).or_else(|_| bind(0)).map_err(text),
    }
}

fn answer(site: &Site, listeners: &Listeners, request: &Request<()>) -> Response<Body> {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let target = request.uri().path_and_query().map_or("", |target| target.as_str());
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let builder = HEADERS.iter().fold(Response::builder(), |builder, (name, value)| builder.header(*name, *value));
    let response = if is_read && target == "/preview/changes" && site.is_called(host) {
        builder.header(CONTENT_TYPE, "text/event-stream").body(listeners.join(&site.state().files))
    } else {
        let answer = match is_read {
            true => respond(site, respond::Request { host, target }),
            false => response::Response::text(405, "only GET and HEAD"),
        };
        let builder = builder.status(answer.status).header(CONTENT_TYPE, answer.kind);
        builder.header(CONTENT_SECURITY_POLICY, answer.policy).body(whole(answer.body.into_owned()))
    };
    response.expect("our headers are right")
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

//! `variorum preview`: a dossier's reports on this machine's loopback address, each with its marks.

mod page;
mod report;
mod respond;
mod site;
#[cfg(test)]
mod tests;

use super::finding::Report;
use super::http::{Body, serve, whole};
use super::{Failure, bundle, print};
use hyper::header::{CONTENT_TYPE, HOST};
use hyper::{Method, Request, Response};
use respond::respond;
use site::Site;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process;
use std::sync::Arc;

#[derive(clap::Args)]
pub struct Arguments {
    /// The dossier, .toml or .json [default: the demo's]
    dossier: Option<PathBuf>,
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

/// Said with every answer. The page's own policy is the strict one that publishers have.
const HEADERS: &[(&str, &str)] = &[
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
         img-src 'self'; base-uri 'none'; form-action 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
];

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if let Some(folder) = arguments.reports.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(format!("{}: no such folder", folder.display()).into());
    }
    let bundle = bundle::bundle()?;
    let listener = listen(arguments.port)?;
    let port = listener.local_addr().map_err(text)?.port();
    let site = Site { dossier: arguments.dossier.clone(), reports: arguments.reports.clone(), bundle, port };
    // Faults are no reason not to serve: the page leaves out the claims that they are in, and editing goes on.
    Report::default().tell(&site.input()?)?;

    // An interrupt is how one ends a preview: nothing failed, and nothing is to be put away.
    ctrlc::set_handler(|| process::exit(0)).map_err(text)?;
    let address = format!("http://127.0.0.1:{port}/");
    print(&format!("{address}\n"))?;
    if !arguments.no_open {
        // The address has been printed: where no browser opens, nothing is lost.
        let _ = open::that_detached(&address);
    }
    let site = Arc::new(site);
    Ok(serve(listener, move |request| answer(&site, &request)).map_err(text)?)
}

fn listen(wanted: Option<u16>) -> Result<TcpListener, String> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match wanted {
        Some(port) => bind(port).map_err(|error| format!("127.0.0.1:{port}: {error}")),
        None => bind(PORT).or_else(|_| bind(0)).map_err(text),
    }
}

fn answer(site: &Site, request: &Request<()>) -> Response<Body> {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let target = request.uri().path_and_query().map_or("", |target| target.as_str());
    let answer = match *request.method() {
        Method::GET | Method::HEAD => respond(site, respond::Request { host, target }),
        _ => respond::Response::text(405, "only GET and HEAD"),
    };
    let headers = HEADERS.iter().copied().chain([(CONTENT_TYPE.as_str(), answer.kind)]);
    let builder = Response::builder().status(answer.status);
    let builder = headers.fold(builder, |builder, (name, value)| builder.header(name, value));
    builder.body(whole(answer.body.into_owned())).expect("our headers are right")
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

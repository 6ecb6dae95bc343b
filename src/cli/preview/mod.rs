//! `variorum preview`: a dossier's reports on this machine's loopback address, each with its marks.

mod page;
mod report;
mod respond;
mod site;
#[cfg(test)]
mod tests;

use super::finding::Report;
use super::{Failure, bundle, print};
use respond::{Request, Response, respond};
use site::Site;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::{process, thread};
use tiny_http::{Header, Method, Server, StatusCode};

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

    let server = Server::from_listener(listener, None).map_err(text)?;
    // An interrupt is how one ends a preview: nothing failed, and nothing is to be put away.
    ctrlc::set_handler(|| process::exit(0)).map_err(text)?;
    let address = format!("http://127.0.0.1:{port}/");
    print(&format!("{address}\n"))?;
    if !arguments.no_open {
        // The address has been printed: where no browser opens, nothing is lost.
        let _ = open::that_detached(&address);
    }
    thread::scope(|scope| {
        for request in server.incoming_requests() {
            // On its own thread, so that a browser that stops reading holds up nobody; one that hangs up early is
            // its own affair.
            scope.spawn(|| drop(answer(&site, request)));
        }
    });
    Ok(())
}

fn listen(wanted: Option<u16>) -> Result<TcpListener, String> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match wanted {
        Some(port) => bind(port).map_err(|error| format!("127.0.0.1:{port}: {error}")),
        None => bind(PORT).or_else(|_| bind(0)).map_err(text),
    }
}

fn answer(site: &Site, request: tiny_http::Request) -> io::Result<()> {
    let host = request.headers().iter().find(|header| header.field.equiv("Host")).map(|header| header.value.as_str());
    let response = match request.method() {
        Method::Get | Method::Head => respond(site, Request { host, target: request.url() }),
        _ => Response::text(405, "only GET and HEAD"),
    };
    let headers = HEADERS.iter().copied().chain([("Content-Type", response.kind)]);
    let headers = headers.filter_map(|(name, value)| Header::from_bytes(name, value).ok()).collect();
    let length = response.body.len();
    let body = io::Cursor::new(response.body);
    request.respond(tiny_http::Response::new(StatusCode(response.status), headers, body, Some(length), None))
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

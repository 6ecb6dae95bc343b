//! The server that the tests load pages from, on loopback: the demo, the tests' own pages, and addresses that misbehave.

use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tiny_http::{Request, Response, Server};

use crate::engine::target;
use crate::serve::{Found, find, header, media_type};
use crate::story;

/// Put first into every page.
const HARNESS: &str = include_str!("harness.js");

/// Starts it; where it is, without a slash at the end.
pub fn start() -> String {
    let server = Arc::new(Server::http("127.0.0.1:0").expect("loopback has a free port"));
    let address = server.server_addr().to_ip().expect("it listens on loopback");
    for _ in 0..8 {
        let server = Arc::clone(&server);
        thread::spawn(move || server.incoming_requests().for_each(respond));
    }
    format!("http://{address}")
}

/// How an answer misbehaves. Written as first steps of the address: `/slow=500/type=text:plain/…` is the file `/…`, after
/// half a second, said to be plain text; `/bare/…` is a page as it was before it was given our shell. `only=NAME` limits the steps after it to the files of that name, so that a
/// script at such an address finds one of its neighbours changed: a script asks for them at an address like its own.
#[derive(Default)]
struct Manners {
    status: Option<u16>,
    media_type: Option<String>,
    policy: Option<&'static str>,
    /// Another byte at the end than the file has.
    altered: bool,
    /// A page without our shell, as it was before it was given one.
    bare: bool,
}

/// A policy of a site that allows no WebAssembly.
const NO_WASM: &str = "script-src 'self'; object-src 'none'; base-uri 'none'";

/// A policy as strict as the widget has to bear.
const STRICT: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; \
                      require-trusted-types-for 'script'";

fn respond(request: Request) {
    let mut manners = Manners::default();
    let address = request.url().to_owned();
    let mut path = address.as_str();
    let mut meant = true;
    while let Some((step, rest)) = path[1..].split_once('/') {
        match step.split_once('=') {
            None if step == "bare" => manners.bare = true,
            Some(("only", name)) => meant = address.ends_with(name),
            Some((_, _)) if !meant => {}
            Some(("altered", _)) => manners.altered = true,
            Some(("slow", millis)) => thread::sleep(Duration::from_millis(millis.parse().unwrap_or_default())),
            Some(("status", status)) => manners.status = status.parse().ok(),
            Some(("type", kind)) => manners.media_type = Some(kind.replace(':', "/")),
            Some(("policy", "no-wasm")) => manners.policy = Some(NO_WASM),
            Some(("policy", "strict")) => manners.policy = Some(STRICT),
            _ => break,
        }
        path = &path[path.len() - rest.len() - 1..];
    }
    let mut answer = answer(path);
    if manners.altered {
        answer.bytes.push(b'\n');
    }
    if manners.bare {
        let page = String::from_utf8_lossy(&answer.bytes).replace("<script type=\"module\"", "<script type=\"none\"");
        answer.bytes = page.into_bytes();
    }
    let media_type = manners.media_type.unwrap_or(answer.media_type);
    let status = manners.status.unwrap_or(answer.status);
    let mut response =
        Response::from_data(answer.bytes).with_status_code(status).with_header(header("Content-Type", &media_type));
    response.add_header(header("Cache-Control", "no-store"));
    if let Some(policy) = manners.policy {
        response.add_header(header("Content-Security-Policy", policy));
    }
    if let Some(location) = answer.location {
        response.add_header(header("Location", &location));
    }
    // The browser may have gone on to another page.
    let _ = request.respond(response);
}

struct Answer {
    status: u16,
    media_type: String,
    location: Option<String>,
    bytes: Vec<u8>,
}

impl Answer {
    fn new(status: u16, media_type: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Answer { status, media_type: media_type.to_owned(), location: None, bytes: bytes.into() }
    }
}

/// What stands at a path: of the harness, among the tests' pages, or in the demo.
fn answer(path: &str) -> Answer {
    if path == "/harness.js" {
        return Answer::new(200, "text/javascript", HARNESS);
    }
    if let Some(made) = path.strip_prefix("/made/").and_then(story::file) {
        return Answer::new(200, "application/json", made);
    }
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/pages");
    let found = match find(&pages, path) {
        Found::Nothing => find(&target().join("demo"), path),
        found => found,
    };
    match found {
        Found::Nothing => Answer::new(404, "text/plain", "not found"),
        Found::Folder(address) => Answer { location: Some(address), ..Answer::new(301, "text/plain", "") },
        Found::File(file) => {
            let media_type = media_type(&file);
            let mut bytes = std::fs::read(&file).unwrap_or_default();
            if media_type.starts_with("text/html") {
                bytes = with_harness(&bytes);
            }
            Answer::new(200, media_type, bytes)
        }
    }
}

/// The page with the harness as first script.
fn with_harness(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let head = page.find("<head>").expect("a page has a <head>") + "<head>".len();
    format!("{}<script src=\"/harness.js\"></script>{}", &page[..head], &page[head..]).into_bytes()
}

//! The server that the tests load pages from, on loopback: the demo, the tests' own pages, and addresses that misbehave.

use std::env;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use http_body_util::Either;
use http_body_util::channel::Channel;
use hyper::body::{Bytes, Frame};
use hyper::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use hyper::{Request, Response};

use crate::driver::Program;
use crate::engine::target;
use crate::http::{Body, media_type, serve, whole};
use crate::large;
use crate::serve::{Found, find};
use crate::story;

/// Put first into every page.
const HARNESS: &str = include_str!("harness.js");

/// Where the reports are, on which the demo's article rests. They are others' texts, so not in this repository.
pub fn reports() -> Option<PathBuf> {
    let reports = PathBuf::from(env::var_os("VARIORUM_SHARED")?).join("reports");
    reports.is_dir().then_some(reports)
}

/// The command line's preview, running.
pub struct Preview {
    /// Ends with this value.
    _program: Program,
    /// Where it is, without a slash at the end.
    pub address: String,
}

/// Of the demo's dossier, on its reports; started by the first test that asks for a report.
static PREVIEW: Mutex<Option<Preview>> = Mutex::new(None);

impl Preview {
    /// With these arguments.
    pub fn start<'a>(arguments: impl IntoIterator<Item = &'a Path>) -> Option<Self> {
        let mut variorum = Command::new(env!("CARGO_BIN_EXE_variorum"));
        variorum.args(["preview", "--no-open", "--port=0"]).args(arguments);
        let mut child = variorum.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let mut address = String::new();
        let read = BufReader::new(child.stdout.take()?).read_line(&mut address);
        let preview =
            Self { _program: Program::from(child), address: address.trim_end_matches(['/', '\n']).to_owned() };
        read.is_ok().then_some(preview)
    }
}

/// Ends what was started along the way.
pub fn stop() {
    *PREVIEW.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

/// Starts it; where it is, without a slash at the end.
pub fn start() -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("loopback has a free port");
    let address = listener.local_addr().expect("a bound listener has an address");
    thread::spawn(|| serve(listener, |request| respond(&request)));
    format!("http://{address}")
}

/// How an answer misbehaves. Written as first steps of the address: `/slow=500/type=text:plain/…` is the file `/…`, after
/// half a second, said to be plain text. `only=NAME` limits the steps after it to the files of that name, so that a
/// script at such an address finds one of its neighbours changed: a script asks for them at an address like its own.
#[derive(Default)]
struct Manners {
    status: Option<u16>,
    media_type: Option<String>,
    policy: Option<&'static str>,
    /// A page without our shell, as it was before it was given one.
    bare: bool,
    /// Another byte at the end than the file has.
    altered: bool,
    /// Pages of other hosts may read it.
    shared: bool,
    /// How long it stops halfway.
    halt: Option<Duration>,
}

/// A policy of a site that allows no WebAssembly.
const NO_WASM: &str = "script-src 'self'; object-src 'none'; base-uri 'none'";

/// A policy as strict as the widget has to bear.
const STRICT: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; \
                      require-trusted-types-for 'script'";

/// A policy by nonces, for those who trust no address.
const NONCES: &str = "default-src 'none'; script-src 'nonce-n' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self'";

fn respond(request: &Request<()>) -> Response<Body> {
    let mut manners = Manners::default();
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    let mut path = address;
    let mut meant = true;
    while let Some((step, rest)) = path[1..].split_once('/') {
        match step.split_once('=').or(Some((step, ""))) {
            Some(("bare", "")) => manners.bare = true,
            Some(("shared", "")) => manners.shared = true,
            Some(("only", name)) => meant = address.ends_with(name),
            Some(_) if !meant && step.contains('=') => {}
            Some(("altered", _)) => manners.altered = true,
            Some(("slow", millis)) => thread::sleep(of_millis(millis)),
            Some(("halting", millis)) => manners.halt = Some(of_millis(millis)),
            Some(("status", status)) => manners.status = status.parse().ok(),
            Some(("type", kind)) => manners.media_type = Some(kind.replace(':', "/")),
            Some(("policy", "no-wasm")) => manners.policy = Some(NO_WASM),
            Some(("policy", "nonces")) => manners.policy = Some(NONCES),
            Some(("policy", "strict")) => manners.policy = Some(STRICT),
            _ => break,
        }
        path = &path[path.len() - rest.len() - 1..];
    }
    let mut answer = answer(path);
    if manners.bare {
        let page = String::from_utf8_lossy(&answer.bytes).replace("<script type=\"module\"", "<script type=\"none\"");
        answer.bytes = page.into_bytes();
    }
    if manners.altered {
        answer.bytes.push(b'\n');
    }
    let media_type = manners.media_type.unwrap_or(answer.media_type);
    let status = manners.status.unwrap_or(answer.status);
    let mut response =
        Response::builder().status(status).header(CONTENT_TYPE, media_type).header(CACHE_CONTROL, "no-store");
    if let Some(policy) = manners.policy {
        response = response.header(CONTENT_SECURITY_POLICY, policy);
    }
    if let Some(location) = answer.location {
        response = response.header(LOCATION, location);
    }
    if manners.shared {
        response = response.header(ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    let body = match manners.halt {
        Some(halt) => in_halves(answer.bytes, halt),
        None => whole(answer.bytes),
    };
    response.body(body).expect("headers here are ASCII")
}

fn of_millis(written: &str) -> Duration {
    Duration::from_millis(written.parse().unwrap_or_default())
}

/// A body whose second half comes so long after the first.
fn in_halves(bytes: Vec<u8>, halt: Duration) -> Body {
    let (mut sender, body) = Channel::new(2);
    thread::spawn(move || {
        let bytes = Bytes::from(bytes);
        let (first, second) = (bytes.slice(..bytes.len() / 2), bytes.slice(bytes.len() / 2..));
        // Whoever asked may be gone.
        let _ = sender.try_send(Frame::data(first));
        thread::sleep(halt);
        let _ = sender.try_send(Frame::data(second));
    });
    Either::Right(body)
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
    if path == "/axe.js" {
        let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("xtask/node/node_modules/axe-core/axe.min.js");
        return Answer::new(200, "text/javascript", std::fs::read(axe).unwrap_or_default());
    }
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/pages");
    if path == "/baked.html" {
        let plain = std::fs::read_to_string(pages.join("plain.html")).unwrap_or_default();
        return Answer::new(200, "text/html; charset=utf-8", with_harness(&story::baked(&plain)));
    }
    if let "/large.html" | "/large-baked.html" = path {
        let page = large::page(path.contains("baked"));
        return Answer::new(200, "text/html; charset=utf-8", with_harness(page.as_bytes()));
    }
    let found = match (find(&pages, path), path.strip_prefix("/frameworks")) {
        (Found::Nothing, Some(path)) => find(&target().join("frameworks"), path),
        (Found::Nothing, None) => find(&target().join("demo"), path),
        (found, _) => found,
    };
    match found {
        Found::Nothing => previewed(path).unwrap_or_else(|| Answer::new(404, "text/plain", "not found")),
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

/// What the preview has: the pages of reports, and what only they load.
fn previewed(path: &str) -> Option<Answer> {
    let is_style = path.starts_with("/preview/") && !path.ends_with(".js");
    if !path.starts_with("/report/") && path != "/dossier.json" && !is_style {
        return None;
    }
    let address = {
        let mut preview = PREVIEW.lock().unwrap_or_else(PoisonError::into_inner);
        if preview.is_none() {
            *preview = Preview::start([Path::new("--reports"), &reports()?]);
        }
        preview.as_ref()?.address.clone()
    };
    let mut response = ureq::get(format!("{address}{path}")).call().ok()?;
    let media_type = response.headers().get("content-type")?.to_str().ok()?.to_owned();
    let mut bytes = response.body_mut().read_to_vec().ok()?;
    if media_type.starts_with("text/html") {
        bytes = with_harness(&bytes);
    }
    Some(Answer::new(200, &media_type, bytes))
}

/// The page with the harness as first script.
fn with_harness(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let head = page.find("<head>").expect("a page has a <head>") + "<head>".len();
    format!("{}<script nonce=\"n\" src=\"/harness.js\"></script>{}", &page[..head], &page[head..]).into_bytes()
}

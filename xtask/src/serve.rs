//! Files of a folder over HTTP. Used by the demo, and by the browser tests, which include this file.

use std::fs;
use std::path::{Component, Path, PathBuf};

use tiny_http::{Header, Request, Response};

/// What an address below a folder stands for.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// This file.
    File(PathBuf),
    /// A folder, asked for without its closing slash: this is the address with it.
    Folder(String),
    /// Nothing.
    Nothing,
}

/// Finds the file for the address `url` (a path, perhaps with a query) below `root`.
pub fn find(root: &Path, url: &str) -> Found {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let below = Path::new(path.trim_start_matches('/'));
    if below.components().any(|part| !matches!(part, Component::Normal(_))) {
        return Found::Nothing;
    }
    let mut file = root.join(below);
    if file.is_dir() {
        if !path.ends_with('/') {
            return Found::Folder(format!("{path}/"));
        }
        file.push("index.html");
    }
    if file.is_file() { Found::File(file) } else { Found::Nothing }
}

/// Answers a request with a file below `root`.
pub fn respond(request: Request, root: &Path) {
    let answer = match find(root, request.url()) {
        Found::File(file) => fs::read(&file).map(|bytes| (200, header("Content-Type", media_type(&file)), bytes)),
        Found::Folder(address) => Ok((301, header("Location", &address), Vec::new())),
        Found::Nothing => Ok((404, header("Content-Type", "text/plain"), b"not found".to_vec())),
    };
    let (status, first, bytes) =
        answer.unwrap_or_else(|error| (500, header("Content-Type", "text/plain"), error.to_string().into_bytes()));
    let response = Response::from_data(bytes).with_status_code(status).with_header(first);
    // Whoever asked may have gone; that is no fault of ours.
    let _ = request.respond(response.with_header(header("Cache-Control", "no-cache")));
}

/// A header of ASCII text.
pub fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("headers here are ASCII")
}

/// The media type by a file's ending.
pub fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("txt" | "ts" | "toml") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

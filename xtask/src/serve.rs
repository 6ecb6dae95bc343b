//! Files of a folder over HTTP. Used by the demo, and by the browser tests, which include this file.

use std::fs;
use std::path::{Component, Path, PathBuf};

use hyper::Response;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};

use crate::http::{Body, media_type, whole};

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

/// Answers a request for `url` with a file below `root`.
pub fn respond(url: &str, root: &Path) -> Response<Body> {
    let (status, header, value, bytes) = match find(root, url) {
        Found::File(file) => match fs::read(&file) {
            Ok(bytes) => (200, CONTENT_TYPE, media_type(&file).to_owned(), bytes),
            Err(error) => (500, CONTENT_TYPE, "text/plain".into(), error.to_string().into_bytes()),
        },
        Found::Folder(address) => (301, LOCATION, address, Vec::new()),
        Found::Nothing => (404, CONTENT_TYPE, "text/plain".into(), b"not found".to_vec()),
    };
    let response = Response::builder().status(status).header(header, value).header(CACHE_CONTROL, "no-cache");
    response.body(whole(bytes)).expect("headers here are ASCII")
}

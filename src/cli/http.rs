//! HTTP/1.1 for pages on this machine: the preview's, and, by including this file, the demo's and the browser tests'.

use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::runtime;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

/// What is answered: all of it at once, or as it comes.
pub type Body = Either<Full<Bytes>, Channel<Bytes>>;

/// A body that is there.
pub fn whole(bytes: impl Into<Bytes>) -> Body {
    Either::Left(Full::new(bytes.into()))
}

/// Answers all requests, each on a thread of its own, so that one who waits keeps nobody else waiting. Connections are
/// kept as long as browsers want. An answer that panics closes its connection.
///
/// # Errors
/// If it can't begin; once begun, it does not end.
pub fn serve<A>(listener: TcpListener, answer: A) -> io::Result<()>
where
    A: Fn(Request<()>) -> Response<Body> + Clone + Send + Sync + 'static,
{
    listener.set_nonblocking(true)?;
    runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        loop {
            match listener.accept().await {
                Ok((stream, _)) => drop(tokio::spawn(converse(stream, answer.clone()))),
                // The caller has gone, or there are too many of them: neither lasts.
                Err(_) => sleep(Duration::from_millis(50)).await,
            }
        }
    })
}

/// Answers the requests of one connection.
async fn converse<A>(stream: TcpStream, answer: A)
where
    A: Fn(Request<()>) -> Response<Body> + Clone + Send + Sync + 'static,
{
    let service = service_fn(|request: Request<Incoming>| {
        let answer = answer.clone();
        spawn_blocking(move || answer(request.map(drop)))
    });
    // A browser that hangs up early is its own affair.
    let _ = stream.set_nodelay(true);
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
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
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("gif") => "image/gif",
        Some("woff") => "font/woff",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

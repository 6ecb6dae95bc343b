//! The demo: the pages of `www` with the bundle, as a publisher would have them on a server.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result, anyhow};
use tiny_http::Server;

use crate::{bundle, serve, setup, sh};

/// Builds the demo; with `serving`, serves it until interrupted.
pub fn run(serving: bool) -> Result<()> {
    setup::for_bundle()?;
    bundle::build()?;
    let folder = assemble()?;
    if !serving {
        eprintln!("The demo is in {}", folder.display());
        return Ok(());
    }
    // An interrupt is how one ends the demo: nothing failed.
    ctrlc::set_handler(|| process::exit(0))?;
    let listener = (8000..8100)
        .find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok())
        .context("no port from 8000 to 8099 is free")?;
    let address = listener.local_addr()?;
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!(error))?;
    println!("The demo is at http://{address}/madrid/ (Ctrl-C ends it)");
    for request in server.incoming_requests() {
        serve::respond(request, &folder);
    }
    Ok(())
}

/// Puts the demo together in `target/demo`, from what has been built.
pub fn assemble() -> Result<PathBuf> {
    let folder = sh::target().join("demo");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    if sh::root().join("www").exists() {
        copy(&sh::root().join("www"), &folder)?;
    }
    copy(&sh::root().join("pkg/dist"), &folder.join("variorum"))?;
    Ok(folder)
}

/// Copies a folder with all below it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("can't read {}", from.display()))? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to).with_context(|| format!("can't copy {}", from.display()))?;
        }
    }
    Ok(())
}

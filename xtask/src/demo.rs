//! The demo: the pages of `www` with the bundle, as a publisher would have them on a server.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result};
use variorum::view::messages::LANGUAGES;

use crate::{bundle, http, serve, setup, sh};

/// Builds the demo; with `serving`, serves it until interrupted.
pub fn run(serving: bool) -> Result<()> {
    setup::for_bundle()?;
    bundle::build()?;
    let folder = sh::step("demo", assemble)?;
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
    println!("The demo is at http://{address}/madrid/ (Ctrl-C ends it)");
    http::serve(listener, move |request| serve::respond(request.uri().path(), &folder))?;
    Ok(())
}

/// Puts the demo together in `target/demo`, from the bundle and `www`: dossiers built, evidence in the pages.
pub fn assemble() -> Result<PathBuf> {
    let folder = sh::target().join("demo");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy(&sh::root().join("pkg/dist"), &folder.join("variorum"))?;
    copy(&sh::root().join("www"), &folder)?;

    in_each_language(&folder.join("madrid"))?;
    let files = files(&folder)?;
    for dossier in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "toml")) {
        sh::run(sh::cargo().args(["run", "--quiet", "--bin=variorum", "--", "build"]).arg(dossier))?;
        fs::remove_file(dossier)?;
    }
    let evidence = ["run", "--quiet", "--bin=variorum", "--", "bake", "--in-place", "--evidence-only"];
    sh::run(sh::cargo().args(evidence).arg(&folder))?;
    Ok(folder)
}

/// The article in `folder` once more for each language of the card, in a folder of the language's name.
fn in_each_language(folder: &Path) -> Result<()> {
    let html = fs::read_to_string(folder.join("index.html"))?;
    for (language, ..) in LANGUAGES {
        let page = html.replace(" src=\"dossier.json\"", &format!(" src=\"../dossier.json\" lang=\"{language}\""));
        let folder = folder.join(language);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), page)?;
    }
    Ok(())
}

/// Copies a folder with all below it. What can only be read can be written once it is copied.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let copied = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(copied.parent().unwrap_or(to))?;
        let bytes = fs::read(&file).with_context(|| format!("can't copy {}", file.display()))?;
        fs::write(&copied, bytes)?;
    }
    Ok(())
}

/// All files in a folder and below.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("can't read {}", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files.extend(self::files(&entry.path())?);
        } else {
            files.push(entry.path());
        }
    }
    Ok(files)
}

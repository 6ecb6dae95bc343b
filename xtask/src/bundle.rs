//! The browser bundle, `pkg/dist`: what a page downloads, made from `src`, `pkg` and `messages`.
//!
//! Integrity goes down a chain: the messages' hashes into the wasm, those of wasm and glue into the shell. So they are
//! made in this order, each only once it is final.

#[path = "../../build/stamp.rs"]
mod stamp;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};
use wasm_bindgen_cli_support::Bindgen;

use crate::{setup, sh};

/// The glue's name without its ending.
const GLUE: &str = "variorum-page";

/// What the module may use, one by one: with `--all-features` wasm-opt makes modules that Chromium refuses.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// A bundle that stands in `pkg/dist`.
pub struct Bundle {
    /// Its folder.
    pub dist: PathBuf,
    /// Whether wasm-opt and the minifier worked on it. If not, its sizes mean nothing.
    pub optimised: bool,
}

/// Makes the bundle, unless the one there was made from the same things.
pub fn build() -> Result<Bundle> {
    let dist = sh::root().join("pkg/dist");
    let optimised = tool("wasm-opt").is_some() && tool("esbuild").is_some();
    let stamp = stamp(optimised)?;
    if fs::read_to_string(dist.join("stamp")).is_ok_and(|there| there == stamp) && unoptimised_wasm().exists() {
        eprintln!("── bundle: up to date");
    } else {
        sh::step("bundle", || make(&dist, &stamp))?;
    }
    if !optimised {
        eprintln!(
            "note: the bundle is not optimised, and larger than it should be: install node (20 or newer) with npm"
        );
    }
    Ok(Bundle { dist, optimised })
}

/// The module as the glue maker left it, with the names of its functions.
pub fn unoptimised_wasm() -> PathBuf {
    work().join(format!("{GLUE}_bg.wasm"))
}

/// Runs wasm-opt as for the bundle. `None` if it is not installed.
pub fn optimise(from: &Path, to: &Path, keep_names: bool) -> Option<Result<()>> {
    let mut command = tool("wasm-opt")?;
    command.arg("-Oz").args(WASM_FEATURES).args(keep_names.then_some("-g")).arg(from).arg("-o").arg(to);
    Some(sh::run(&mut command))
}

/// Where the steps leave what they hand on.
fn work() -> PathBuf {
    sh::target().join("bundle")
}

/// A program that npm installed.
fn tool(name: &str) -> Option<Command> {
    let file = setup::node_modules().join(".bin").join(name);
    (file.exists() && sh::which("node").is_some()).then(|| sh::program(file))
}

/// What `pkg/dist/stamp` says of a bundle made now. Its first line is for `build.rs`.
fn stamp(optimised: bool) -> Result<String> {
    let mut tools = stamp::Fnv::new();
    tools.part(include_bytes!("bundle.rs"));
    for file in ["Cargo.lock", "Cargo.toml", "xtask/node/package-lock.json"] {
        tools.part(&fs::read(sh::root().join(file))?);
    }
    Ok(format!("sources={}\ntools={}\noptimised={optimised}\n", stamp::sources(sh::root())?, tools.hex()))
}

fn make(dist: &Path, stamp: &str) -> Result<()> {
    // Whatever goes wrong from here on, no stamp vouches for what stands there.
    for folder in [dist.to_owned(), work()] {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
    }
    let messages = messages(&dist.join("messages"))?;
    compile(&messages)?;

    let wasm = dist.join("variorum.wasm");
    optimise(&unoptimised_wasm(), &wasm, false)
        .unwrap_or_else(|| Ok(fs::copy(unoptimised_wasm(), &wasm).map(drop)?))?;
    let glue = format!("{GLUE}.js");
    minify(&work().join(&glue), &dist.join(&glue))?;

    let pkg = sh::root().join("pkg");
    if pkg.join("variorum.js").exists() {
        let mut shell = fs::read_to_string(pkg.join("variorum.js"))?;
        for (placeholder, file) in [("__GLUE_INTEGRITY__", &dist.join(&glue)), ("__WASM_INTEGRITY__", &wasm)] {
            ensure!(shell.contains(placeholder), "pkg/variorum.js has no {placeholder}");
            shell = shell.replace(placeholder, &integrity(&fs::read(file)?));
        }
        fs::write(work().join("variorum.js"), shell)?;
        minify(&work().join("variorum.js"), &dist.join("variorum.js"))?;
        minify(&pkg.join("variorum.css"), &dist.join("variorum.css"))?;
        fs::copy(pkg.join("variorum.d.ts"), dist.join("variorum.d.ts"))?;
    }
    Ok(fs::write(dist.join("stamp"), stamp)?)
}

/// Compiles the messages into `folder`; the hash of each, by language.
fn messages(folder: &Path) -> Result<BTreeMap<String, String>> {
    fs::create_dir_all(folder)?;
    Ok(BTreeMap::new())
}

/// Compiles the library for the page, and makes its glue.
fn compile(messages: &BTreeMap<String, String>) -> Result<()> {
    let messages: Vec<String> = messages.iter().map(|(language, hash)| format!("{language}={hash}")).collect();
    let mut cargo = sh::cargo();
    cargo.args(["build", "--lib", "--no-default-features", "--profile=wasm", "--target=wasm32-unknown-unknown"]);
    sh::run(cargo.env("VARIORUM_MESSAGES", messages.join(";")))?;
    Bindgen::new()
        .input_path(sh::target().join("wasm32-unknown-unknown/wasm/variorum.wasm"))
        .out_name(GLUE)
        .web(true)?
        .typescript(false)
        // The shell says where the module is, always.
        .omit_default_module_path(true)
        .demangle(true)
        .generate(work())
        .context("can't make the glue")
}

/// Writes a script or style sheet in few bytes; as it is, where the minifier is not installed.
fn minify(from: &Path, to: &Path) -> Result<()> {
    let Some(mut command) = tool("esbuild") else { return Ok(fs::copy(from, to).map(drop)?) };
    let outfile = format!("--outfile={}", to.display());
    sh::run(command.arg(from).args(["--minify", "--target=es2022", "--charset=utf8", "--log-level=warning", &outfile]))
}

/// What an `integrity` attribute says of these bytes.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

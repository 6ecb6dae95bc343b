//! The browser bundle, `pkg/dist`: what a page downloads, made from `src`, `pkg` and `messages`.
//!
//! Integrity goes down a chain: the messages' hashes into the wasm, that of the module as a script into the glue, those
//! of wasm and glue into the shell. So they are made in this order, each only once it is final.

#[path = "../../build/stamp.rs"]
mod stamp;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use crate::{messages, nowasm, setup, sh, silence};

/// The glue's name without its ending.
pub const GLUE: &str = "variorum-page";

/// The same functions as glue and module have, in one script without WebAssembly.
pub const NOWASM: &str = "variorum-nowasm.js";

/// What the module may use, one by one: with `--all-features` wasm-opt makes modules that Chromium refuses.
pub const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What wasm-opt does, apart from the names. Measured by brotli, of 90.7 KB: without inlining large functions at their
/// only call -2.9 (their variables take longer numbers, and what is alike looks less so); in the order of their names,
/// which puts what is alike together, -0.5; until nothing changes, -0.2. The lowest kilobyte is the end of the stack.
const OPTIMISATIONS: &[&str] = &[
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size=20",
    "--low-memory-unused",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
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
    let names = if keep_names { "-g" } else { "--strip-debug" };
    command.args(OPTIMISATIONS).args(WASM_FEATURES).arg(names).arg(from).arg("-o").arg(to);
    Some(sh::run(&mut command))
}

/// Where the steps leave what they hand on.
pub fn work() -> PathBuf {
    sh::target().join("bundle")
}

/// A program that npm installed.
pub fn tool(name: &str) -> Option<Command> {
    let file = setup::node_modules().join(".bin").join(name);
    (file.exists() && sh::which("node").is_some()).then(|| sh::program(file))
}

/// What `pkg/dist/stamp` says of a bundle made now. Its first line is for `build.rs`.
fn stamp(optimised: bool) -> Result<String> {
    let mut tools = stamp::Fnv::new();
    tools.part(include_bytes!("bundle.rs"));
    tools.part(include_bytes!("data.rs"));
    tools.part(include_bytes!("nowasm.rs"));
    tools.part(include_bytes!("silence.rs"));
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
    let module = compile(&messages)?;
    let (script, wasm) = glue(Module::from_buffer(&module)?)?;
    fs::write(unoptimised_wasm(), wasm)?;
    let wasm = dist.join("variorum.wasm");
    optimise(&unoptimised_wasm(), &wasm, false)
        .unwrap_or_else(|| Ok(fs::copy(unoptimised_wasm(), &wasm).map(drop)?))?;
    let pkg = sh::root().join("pkg");
    let mut start = fs::read_to_string(pkg.join("start.js"))?;
    if let Some(nowasm) = nowasm::script(&module) {
        fs::write(work().join(NOWASM), nowasm?)?;
        minify(&work().join(NOWASM), &dist.join(NOWASM))?;
        fill_in(&mut start, "__NOWASM_INTEGRITY__", &dist.join(NOWASM))?;
    }
    let glue = format!("{GLUE}.js");
    fs::write(work().join(&glue), script + &start)?;
    minify(&work().join(&glue), &dist.join(&glue))?;

    let mut shell = fs::read_to_string(pkg.join("variorum.js"))?;
    fill_in(&mut shell, "__GLUE_INTEGRITY__", &dist.join(&glue))?;
    fill_in(&mut shell, "__WASM_INTEGRITY__", &wasm)?;
    fs::write(work().join("variorum.js"), shell)?;
    minify(&work().join("variorum.js"), &dist.join("variorum.js"))?;
    minify(&pkg.join("variorum.css"), &dist.join("variorum.css"))?;
    fs::copy(pkg.join("variorum.d.ts"), dist.join("variorum.d.ts"))?;
    Ok(fs::write(dist.join("stamp"), stamp)?)
}

/// Writes the compiled messages into `folder`; for the wasm, the hash of each: `en=sha256-…;ko=sha256-…`.
fn messages(folder: &Path) -> Result<String> {
    fs::create_dir_all(folder)?;
    let mut hashes = Vec::new();
    for (language, text) in messages::compiled()? {
        hashes.push(format!("{language}={}", integrity(text.as_bytes())));
        fs::write(folder.join(language).with_extension("txt"), text)?;
    }
    Ok(hashes.join(";"))
}

/// Compiles the library for the page.
fn compile(messages: &str) -> Result<Vec<u8>> {
    let mut cargo = sh::cargo();
    cargo.args(["build", "--lib", "--no-default-features", "--profile=wasm", "--target=wasm32-unknown-unknown"]);
    // Panics name files; where this machine keeps its crates is nobody's business, and bytes.
    let crates = home().join("registry/src");
    let crates = format!("--remap-path-prefix={}=", crates.display());
    // A stack of 256 KiB in place of 1 MiB: of what stands behind it, each address in the code is a byte shorter.
    let stack = "-Clink-arg=-zstack-size=262144";
    // Each piece of data by itself, so that those which only panics name can be forgotten.
    let apart = "-Clink-arg=--no-merge-data-segments";
    // A browser runs a page's first search in code that it has hardly optimised: what we inline takes a fifth off that,
    // for 4.7 KB after brotli. Five, the usual of "z", leaves even the next character of a text to a call; "s" gains
    // hardly more and costs 11.2 KB.
    let inline = "-Cllvm-args=-inline-threshold=60";
    cargo.arg(format!(
        "--config=target.wasm32-unknown-unknown.rustflags=[{crates:?}, {stack:?}, {apart:?}, {inline:?}]"
    ));
    let style = work().join("card.css");
    minify(&sh::root().join("src/page/card.css"), &style)?;
    sh::run(cargo.env("VARIORUM_MESSAGES", messages).env("VARIORUM_CARD_STYLE", fs::read_to_string(style)?))?;
    Ok(fs::read(sh::target().join("wasm32-unknown-unknown/wasm/variorum.wasm"))?)
}

/// The script between a module and the page, and the module as the script wants it.
pub fn glue(mut module: Module) -> Result<(String, Vec<u8>)> {
    silence::silence(&mut module);
    let mut output = Bindgen::new()
        .input_module(GLUE, module)
        .web(true)?
        .typescript(false)
        // The shell says where the module is, always.
        .omit_default_module_path(true)
        .demangle(true)
        .generate_output()
        .context("can't make the glue")?;
    let glue = output.js().to_owned();
    let module = output.wasm_mut();

    // The names by which glue and module know each other end in hashes, which no compression makes shorter: 4 KB after
    // brotli. Short ones say as much.
    let mut short = BTreeMap::new();
    for (number, import) in module.imports.iter_mut().enumerate() {
        let name = letters(number);
        short.insert(std::mem::replace(&mut import.name, name.clone()), name);
        ensure!(import.module == format!("./{GLUE}_bg.js"), "an import from {}", import.module);
        import.module = "_".into();
    }
    let hashed = module.exports.iter_mut().filter(|export| export.name.starts_with("wasm_bindgen__"));
    for (number, export) in hashed.enumerate() {
        let name = format!("_{}", letters(number));
        short.insert(std::mem::replace(&mut export.name, name.clone()), name);
    }
    let glue = rename(&glue, &short).replace(&format!("\"./{GLUE}_bg.js\""), "\"_\"");
    Ok((glue, module.emit_wasm()))
}

/// `a` to `z`, then `ba`, `bb`, …
fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'a' + (number % 26) as u8);
        number /= 26;
        if number == 0 {
            break;
        }
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// A script with whole words replaced.
fn rename(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::new();
    let mut rest = script;
    while let Some(start) = rest.find(is_word) {
        let end = rest[start..].find(|c| !is_word(c)).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        out.push_str(&rest[..start]);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = &rest[end..];
    }
    out + rest
}

/// Cargo's folder for what it fetches.
fn home() -> PathBuf {
    let default = || Path::new(&env::var_os("HOME").unwrap_or_default()).join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(default, PathBuf::from)
}

/// Writes a script or style sheet in few bytes; as it is, where the minifier is not installed.
fn minify(from: &Path, to: &Path) -> Result<()> {
    let Some(mut command) = tool("esbuild") else { return Ok(fs::copy(from, to).map(drop)?) };
    let outfile = format!("--outfile={}", to.display());
    sh::run(command.arg(from).args(["--minify", "--target=es2022", "--charset=utf8", "--log-level=warning", &outfile]))
}

/// Writes a file's integrity in place of what stands for it in a script.
fn fill_in(script: &mut String, placeholder: &str, file: &Path) -> Result<()> {
    ensure!(script.contains(placeholder), "no {placeholder} to fill in");
    *script = script.replace(placeholder, &integrity(&fs::read(file)?));
    Ok(())
}

/// What an `integrity` attribute says of these bytes. No compression makes a hash shorter, so it is the shortest that browsers
/// take.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_differ() {
        let names: Vec<String> = (0..1000).map(letters).collect();
        assert_eq!((&*names[0], &*names[25], &*names[26], &*names[700]), ("a", "z", "ba", "bay"));
        assert_eq!(names.iter().collect::<std::collections::BTreeSet<_>>().len(), 1000);
    }

    #[test]
    fn only_whole_words_are_renamed() {
        let names = BTreeMap::from([("__wbg_get".into(), "a".into())]);
        assert_eq!(rename("{__wbg_get: x.__wbg_get()}, __wbg_get_2;", &names), "{a: x.a()}, __wbg_get_2;");
    }
}

//! What a machine must have: found out, named together with the command that installs it, and installed.
//!
//! What stays inside the project's folder or its toolchain is installed without asking. Packages of the system are
//! installed as root and where `CI` is set; on a person's own machine the person is asked, or told.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use anyhow::{Result, bail};

use crate::sh;

const WASM: &str = "wasm32-unknown-unknown";

/// The engines that the browser tests know.
pub const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Debian's packages: a name, what shows that it is there (a program, or a file), the one engine that needs it.
const DEBIAN: &[(&str, &str, Option<&str>)] = &[
    ("nodejs", "node", None),
    ("npm", "npm", None),
    ("chromium", "chromium", Some("chromium")),
    ("chromium-driver", "chromedriver", Some("chromium")),
    ("firefox-esr", "firefox-esr", Some("firefox")),
    ("webkit2gtk-driver", "WebKitWebDriver", Some("webkit")),
    ("xvfb", "Xvfb", Some("webkit")),
    // Without them, text that is not Latin is boxes of other widths.
    ("fonts-noto-core", "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", None),
    ("fonts-noto-cjk", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", None),
];

/// Something that is not there.
struct Missing {
    what: String,
    /// Each is tried until one succeeds.
    commands: Vec<Vec<String>>,
    /// Whether installing it changes more than the project's folder and toolchain.
    system: bool,
}

impl Missing {
    fn new(what: &str, commands: &[&[&str]]) -> Self {
        let commands = commands.iter().map(|words| words.iter().map(|word| word.to_string()).collect()).collect();
        Missing { what: what.to_owned(), commands, system: false }
    }
}

/// What the bundle needs: the target; and, where node is there, the optimiser.
pub fn for_bundle() -> Result<()> {
    provide(wasm_target)?;
    if sh::which("npm").is_some() {
        provide(node_packages)?;
    }
    Ok(())
}

/// What the tests need besides, in the given engines.
pub fn for_tests(engines: &[&str]) -> Result<()> {
    provide(wasm_target)?;
    provide(rust_components)?;
    provide(|| debian_packages(engines))?;
    provide(node_packages)?;
    if engines.contains(&"firefox") {
        provide(geckodriver)?;
    }
    Ok(())
}

/// Installs what `find` misses, then looks again.
fn provide(find: impl Fn() -> Option<Missing>) -> Result<()> {
    let Some(missing) = find() else { return Ok(()) };
    eprintln!("missing: {}; to install:", missing.what);
    for (i, command) in missing.commands.iter().enumerate() {
        eprintln!("    {}{}", if i == 0 { "" } else { "or: " }, command.join(" "));
    }
    if missing.system && !may_change_system()? {
        bail!("{} is missing: install it and call again", missing.what);
    }
    for words in &missing.commands {
        if let Err(error) = sh::run(sh::program(&words[0]).args(&words[1..])) {
            eprintln!("{error:#}");
        } else if find().is_none() {
            return Ok(());
        }
    }
    bail!("{} could not be installed", missing.what)
}

/// Root and CI may; a person is asked.
fn may_change_system() -> Result<bool> {
    if is_root() || env::var_os("CI").is_some() {
        return Ok(true);
    }
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    eprint!("Run it now? [y/N] ");
    io::stderr().flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(answer.trim().eq_ignore_ascii_case("y"))
}

fn is_root() -> bool {
    sh::output(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

fn wasm_target() -> Option<Missing> {
    let libraries = sh::output(sh::program("rustc").args(["--print", "target-libdir", "--target", WASM]));
    let there = libraries.is_some_and(|folder| Path::new(&folder).is_dir());
    (!there).then(|| Missing::new("Rust's standard library for WebAssembly", &[&["rustup", "target", "add", WASM]]))
}

fn rust_components() -> Option<Missing> {
    let there = ["fmt", "clippy"].iter().all(|name| sh::output(sh::lints().args([name, "--version"])).is_some());
    (!there).then(|| Missing::new("rustfmt and clippy", &[&["rustup", "component", "add", "rustfmt", "clippy"]]))
}

fn debian_packages(engines: &[&str]) -> Option<Missing> {
    let wanted = DEBIAN.iter().filter(|(_, _, engine)| engine.is_none_or(|engine| engines.contains(&engine)));
    let there = |sign: &str| if sign.starts_with('/') { Path::new(sign).exists() } else { sh::which(sign).is_some() };
    let packages: Vec<&str> = wanted.filter(|(_, sign, _)| !there(sign)).map(|(package, ..)| *package).collect();
    if packages.is_empty() {
        return None;
    }
    let sudo = if is_root() { "" } else { "sudo " };
    let install = format!(
        "{sudo}apt-get update -q && {sudo}env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends {}",
        packages.join(" ")
    );
    let mut missing = Missing::new(&format!("from Debian: {}", packages.join(", ")), &[&["sh", "-c", &install]]);
    missing.system = true;
    Some(missing)
}

/// What generating the messages' patterns needs.
pub fn for_messages() -> Result<()> {
    provide(|| debian_packages(&[]))?;
    provide(|| npm_packages("xtask/cldr", "CLDR's files"))
}

/// What the harness in `folder` needs, which compares engines in a browser.
pub fn for_harness(folder: &Path) -> Result<()> {
    provide(|| npm_packages(&folder.to_string_lossy(), "the engines to compare with"))
}

/// Where npm puts the programs that `xtask/node` asks for.
pub fn node_modules() -> PathBuf {
    sh::root().join("xtask/node/node_modules")
}

/// Where npm puts CLDR's files.
pub fn cldr_modules() -> PathBuf {
    sh::root().join("xtask/cldr/node_modules")
}

fn node_packages() -> Option<Missing> {
    npm_packages(
        "xtask/node",
        "wasm-opt, esbuild, and what tests are judged by: axe-core, frameworks, a JSON-LD processor, schema.org",
    )
}

/// What the `package.json` in `folder` asks for.
fn npm_packages(folder: &str, what: &str) -> Option<Missing> {
    let changed = |file: &str| {
        let file = sh::root().join(folder).join(file);
        fs::metadata(file).and_then(|meta| meta.modified()).ok()
    };
    // npm writes the first when it has installed all of the second.
    let installed = changed("node_modules/.package-lock.json");
    let there = installed.is_some() && installed >= changed("package-lock.json");
    let install = ["npm", "ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"];
    (!there).then(|| Missing::new(what, &[&install]))
}

fn geckodriver() -> Option<Missing> {
    let tools = sh::tools().display().to_string();
    let install = ["cargo", "install", "geckodriver", "--root", &tools, "--locked"];
    // A lock file can name versions that a lagging registry does not have yet.
    (sh::which("geckodriver").is_none()).then(|| Missing::new("geckodriver", &[&install, &install[..5]]))
}

//! The three engines, and how each is started.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use serde_json::{Value, json};

use crate::driver::{Program, Session, free_port};

/// A browser engine that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Debian's Chromium.
    Chromium,
    /// Firefox ESR.
    Firefox,
    /// WebKitGTK: what Safari's engine does, on a machine without Safari.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// As test names and `VARIORUM_ENGINES` say it.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// Whether its driver can make touches. WebKitGTK's turns them into mouse events without a word.
    pub fn touches(self) -> bool {
        self != Engine::WebKit
    }

    /// Starts driver and browser.
    pub fn start(self) -> Result<Session, String> {
        let port = free_port();
        let mut programs = Vec::new();
        let (mut driver, capabilities) = match self {
            Engine::Chromium => (
                command("chromedriver", &[&format!("--port={port}")]),
                json!({ "goog:chromeOptions": { "binary": which("chromium"), "args": CHROMIUM } }),
            ),
            Engine::Firefox => (
                // System access lets a test say what the system prefers: dark, less motion.
                command(
                    "geckodriver",
                    &["--port", &port.to_string(), "--websocket-port", "0", "--allow-system-access"],
                ),
                json!({ "moz:firefoxOptions": { "binary": which("firefox-esr"), "args": ["-headless"] } }),
            ),
            Engine::WebKit => {
                let display = display(&mut programs)?;
                let mut driver = command("WebKitWebDriver", &[&format!("--port={port}")]);
                driver.env("DISPLAY", display).env("GDK_BACKEND", "x11").env("XDG_CONFIG_HOME", bare_toolkit()?);
                // In full screen a window is nothing but its page, and resizes all the same.
                let args = json!(["--automation", "--full-screen"]);
                (driver, json!({ "webkitgtk:browserOptions": { "args": args } }))
            }
        };
        programs.insert(0, Program::start(&mut driver, &logs().join(format!("{}.log", self.name())))?);
        Session::open(port, programs, &with_timeouts(capabilities))
    }
}

/// What Chromium needs to run as root, and to call nobody.
const CHROMIUM: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    // Pictures are compared: letters and colours are not to depend on the machine's screen.
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--disable-lcd-text",
];

fn with_timeouts(mut capabilities: Value) -> Value {
    capabilities["timeouts"] = json!({ "script": 30_000, "pageLoad": 30_000 });
    capabilities
}

/// Starts an X server for the engine that can't do without; the display's name.
fn display(programs: &mut Vec<Program>) -> Result<String, String> {
    let (mut reader, writer) = std::io::pipe().map_err(|error| error.to_string())?;
    // It picks a free display, says which on standard output, and keeps quiet from then on.
    let mut server = command("Xvfb", &["-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"]);
    let child = server.stdin(Stdio::null()).stdout(writer).stderr(Stdio::null()).spawn();
    programs.push(Program::from(child.map_err(|error| format!("can't start Xvfb: {error}"))?));
    drop(server);
    let mut number = String::new();
    let mut byte = [0];
    while reader.read(&mut byte).is_ok_and(|read| read == 1) && byte[0] != b'\n' {
        number.push(byte[0] as char);
    }
    if number.is_empty() { Err("Xvfb opened no display".into()) } else { Ok(format!(":{number}")) }
}

/// A configuration in which GTK's controls take no room. Else those of the hidden tool bar keep a window 334 pixels wide.
fn bare_toolkit() -> Result<PathBuf, String> {
    let folder = logs().join("gtk");
    let style = "* { min-width: 0; padding: 0; margin: 0; font-size: 1px; -gtk-icon-transform: scale(0); }";
    let write = || -> io::Result<()> {
        fs::create_dir_all(folder.join("gtk-3.0"))?;
        fs::write(folder.join("gtk-3.0/gtk.css"), style)
    };
    write().map_err(|error| error.to_string())?;
    Ok(folder)
}

fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(which(program));
    command.args(args);
    command
}

/// Where a program stands: among those that `cargo xtask setup` built, or on the path.
fn which(program: &str) -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = [target().join("tools/bin")].into_iter().chain(env::split_paths(&path));
    let found = folders.map(|folder| folder.join(program)).find(|file| file.is_file());
    found.unwrap_or_else(|| panic!("{program} is missing: cargo xtask setup installs it"))
}

/// Where drivers' logs and pictures of failed tests go.
pub fn logs() -> PathBuf {
    target().join("browser")
}

/// Cargo's folder for what is built.
pub fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is a folder of Cargo's")
}

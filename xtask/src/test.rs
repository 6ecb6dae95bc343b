//! Every check that the project makes of itself, cheapest first.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::{bundle, demo, frameworks, setup, sh, size};

/// What `cargo xtask test` was asked for.
pub struct Options<'a> {
    engines: Vec<&'a str>,
    only: Option<&'a str>,
}

impl<'a> Options<'a> {
    /// From the command line; `None` if it can't be understood.
    pub fn parse(mut args: &[&'a str]) -> Option<Self> {
        let mut options = Options { engines: setup::ENGINES.to_vec(), only: None };
        loop {
            match args {
                [] => return Some(options),
                ["--engine", engine, rest @ ..] if setup::ENGINES.contains(engine) => {
                    options.engines = vec![engine];
                    args = rest;
                }
                ["--only", name, rest @ ..] => {
                    options.only = Some(name);
                    args = rest;
                }
                _ => return None,
            }
        }
    }

    /// Whether all was asked for.
    fn all(&self) -> bool {
        self.only.is_none() && self.engines.len() == setup::ENGINES.len()
    }
}

/// Sets up what is missing, then tests. What fails is told again at the end; the rest is tested all the same.
pub fn run(options: &Options) -> Result<()> {
    sh::step("set-up", || setup::for_tests(&options.engines))?;
    let mut failed = Vec::new();
    let mut check = |name: &'static str, work: &dyn Fn() -> Result<()>| {
        if let Err(error) = sh::step(name, work) {
            eprintln!("── {error:#}");
            failed.push(name);
        }
    };
    if options.all() {
        check("format", &|| sh::run(sh::lints().args(["fmt", "--all", "--check"])));
    }
    bundle::build()?;
    sh::step("demo", demo::assemble)?;
    frameworks::build()?;
    if options.all() {
        check("lints", &lints);
        check("unit, property, schema and command line tests", &|| sh::run(sh::cargo().args(["test", "--workspace"])));
        check("size", &|| size::run(0));
    }
    check("browser tests", &|| sh::run(browser_tests(&options.engines).args(options.only)));
    ensure!(failed.is_empty(), "failed: {}", failed.join("; "));
    Ok(())
}

/// The browser tests' program, which the pictures come from too.
pub fn browser_tests(engines: &[&str]) -> Command {
    let mut cargo = sh::cargo();
    cargo.args(["test", "--features=browser", "--test=browser", "--"]).env("VARIORUM_ENGINES", engines.join(","));
    cargo
}

/// Clippy, on both faces: the page's is compiled only for the page.
fn lints() -> Result<()> {
    let native: &[&str] = &["--workspace", "--all-targets", "--features=browser"];
    let page: &[&str] = &["--lib", "--no-default-features", "--target=wasm32-unknown-unknown"];
    for what in [native, page] {
        sh::run(sh::lints().arg("clippy").args(what).args(["--", "-Dwarnings"]))?;
    }
    Ok(())
}

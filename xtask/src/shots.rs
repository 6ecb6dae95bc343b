//! The pictures in `docs/shots`: taken by the browser tests' program, of the demo.

use anyhow::Result;

use crate::{bundle, demo, setup, sh, test};

const ENGINE: &[&str] = &["chromium"];

/// Takes all pictures anew.
pub fn run() -> Result<()> {
    setup::for_tests(ENGINE)?;
    bundle::build()?;
    demo::assemble()?;
    let folder = sh::root().join("docs/shots");
    sh::run(test::browser_tests(ENGINE).env("VARIORUM_SHOTS", &folder))?;
    eprintln!("The pictures are in {}", folder.display());
    Ok(())
}

//! The pages in which the browser tests watch frameworks at work: `target/frameworks`, made by node.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::Result;

use crate::sh;

const SOURCES: &str = "tests/browser/frameworks";
const SCRIPT: &str = "xtask/node/frameworks.mjs";

/// Makes the pages, unless those there are newer than all that they are made from.
pub fn build() -> Result<()> {
    let target = sh::target().join("frameworks");
    let made = modified(&target.join("vue.html"));
    let sources = [SOURCES, SCRIPT, "xtask/node/package-lock.json"].map(|path| newest(&sh::root().join(path)));
    if made.is_some() && made >= sources.into_iter().max().flatten() {
        return Ok(());
    }
    fs::create_dir_all(&target)?;
    sh::step("pages of frameworks", || sh::run(sh::program("node").args([SCRIPT, SOURCES]).arg(&target)))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|meta| meta.modified()).ok()
}

/// When a file, or whatever is in a folder, was last changed.
fn newest(path: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.map(|entry| newest(&entry.path())).fold(modified(path), Option::max)
}

//! Harnesses that compare Variorum with others in a browser: in the folder that `VARIORUM_SHARED` names, with our adapter
//! from `benches/`.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Result, ensure};

use crate::{bundle, demo, setup, sh};

/// What a harness needs.
pub struct Harness {
    name: &'static str,
    /// `VARIORUM_SHARED`.
    pub shared: PathBuf,
    pub chromium: PathBuf,
}

/// A harness of our own, ready to run.
pub struct Prepared {
    /// Where it is.
    pub folder: PathBuf,
    /// The bundle.
    pub dist: PathBuf,
}

impl Harness {
    /// The harness of this name, or why it can't be had.
    pub fn find(name: &'static str) -> Result<Self, &'static str> {
        let shared = env::var_os("VARIORUM_SHARED").map(PathBuf::from).ok_or("VARIORUM_SHARED is not set")?;
        let shared = fs::canonicalize(shared).map_err(|_| "VARIORUM_SHARED is no folder")?;
        if !shared.join("bench").join(name).join("run.mjs").is_file() {
            return Err("there is no such harness in VARIORUM_SHARED");
        }
        if sh::which("node").is_none() || sh::which("npm").is_none() {
            return Err("node and npm are missing");
        }
        let chromium = sh::which("chromium").ok_or("chromium is missing")?;
        Ok(Harness { name, shared, chromium })
    }

    /// Builds the bundle, copies the harness, puts our adapter into its folder `adapters`, installs what it needs.
    pub fn prepare(&self, adapters: &str) -> Result<Prepared> {
        setup::for_bundle()?;
        let bundle = bundle::build()?;
        ensure!(bundle.optimised, "wasm-opt is missing: the comparison is of the optimised bundle");
        let folder = sh::target().join("bench").join(self.name);
        demo::copy(&self.shared.join("bench").join(self.name), &folder)?;
        for file in fs::read_dir(sh::root().join("benches").join(self.name))? {
            let file = file?;
            if file.file_name().to_string_lossy().starts_with("variorum.") {
                fs::copy(file.path(), folder.join(adapters).join(file.file_name()))?;
            }
        }
        setup::for_harness(&folder)?;
        Ok(Prepared { folder, dist: bundle.dist })
    }
}

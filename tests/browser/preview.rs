//! `variorum preview` on the real reports, as a program beside the tests.

use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, path::PathBuf};

use crate::driver::{Program, free_port};
use crate::engine::logs;

/// A preview under way. It ends with this value.
pub struct Preview {
    /// Where it is, without a slash at the end.
    pub address: String,
    _program: Program,
}

/// Starts it; nothing where the reports are not there to be shown.
pub fn start() -> Option<Preview> {
    let Some(shared) = env::var_os("VARIORUM_SHARED") else {
        eprintln!("SKIPPED: VARIORUM_SHARED is not set");
        return None;
    };
    let port = free_port();
    let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
    command.arg("preview").arg("--reports").arg(PathBuf::from(shared).join("reports"));
    command.args(["--no-open", "--port", &port.to_string()]);
    let program = Program::start(&mut command, &logs().join(format!("preview-{port}.log")));
    let preview = Preview {
        address: format!("http://127.0.0.1:{port}"),
        _program: program.unwrap_or_else(|error| panic!("{error}")),
    };
    let start = Instant::now();
    while let Err(error) = ureq::get(format!("{}/dossier.json", preview.address)).call() {
        assert!(start.elapsed() < Duration::from_secs(20), "the preview does not answer: {error}");
        sleep(Duration::from_millis(50));
    }
    Some(preview)
}

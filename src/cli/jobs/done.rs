//! Which jobs an earlier run has done.

use serde::Deserialize;
use serde_json::Value;
use std::collections::HashSet;
use std::fs::File;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufRead, BufReader, ErrorKind};
use std::path::Path;

/// The jobs that have a result.
#[derive(Default)]
pub struct Done {
    /// Hashes, 64 bits each: of a million jobs two are alike once in ten million runs.
    keys: HashSet<u64>,
    state: RandomState,
    /// Killed in the middle of a line, a run leaves a part of it, which the next result is not to go on with.
    pub is_cut: bool,
}

/// What tells a job from others.
#[derive(Deserialize)]
struct Key {
    line: u64,
    id: Option<Value>,
}

impl Done {
    /// Reads results. That there are none yet is no fault: the first run is asked for in the words of the next.
    pub fn read(path: &Path) -> Result<Self, String> {
        let failed = |error: io::Error| format!("{}: {error}", path.display());
        match File::open(path) {
            Ok(file) => Self::of(BufReader::new(file)).map_err(failed),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(failed(error)),
        }
    }

    fn of(mut results: impl BufRead) -> io::Result<Self> {
        let (mut done, mut line) = (Self::default(), Vec::new());
        while results.read_until(b'\n', &mut line)? > 0 {
            done.is_cut = !line.ends_with(b"\n");
            // Of what was cut nothing is known.
            if let Ok(Key { line, id }) = serde_json::from_slice(&line) {
                done.keys.insert(done.key(id.as_ref(), line));
            }
            line.clear();
        }
        Ok(done)
    }

    /// Whether a job is done: the one of this id; without one, that of this line.
    pub fn has(&self, id: Option<&Value>, line: u64) -> bool {
        !self.keys.is_empty() && self.keys.contains(&self.key(id, line))
    }

    fn key(&self, id: Option<&Value>, line: u64) -> u64 {
        match id {
            Some(id) => self.state.hash_one(id.to_string()),
            None => self.state.hash_one(line),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_done() {
        let check = |results: &str, expected: [bool; 4], is_cut: bool| {
            let done = Done::of(results.as_bytes()).unwrap();
            let ids = [(None, 1), (None, 2), (Some(json!("a")), 1), (Some(json!(7)), 9)];
            assert_eq!(
                (ids.map(|(id, line)| done.has(id.as_ref(), line)), done.is_cut),
                (expected, is_cut),
                "{results}"
            );
        };
        check("", [false; 4], false);
        check("{\"line\":1,\"status\":\"written\"}\n", [true, false, false, false], false);
        check("{\"line\":5,\"id\":\"a\",\"html\":\"x\"}\n{\"line\":2}\n", [false, true, true, false], false);
        check("{\"line\":1,\"id\":7}\n\n{\"line\":2,\"stat", [false, false, false, true], true);
        check("{\"line\":1,\"id\":7}\n{\"line\":2,\"stat\n{\"line\":2}\n", [false, true, false, true], false);
    }
}

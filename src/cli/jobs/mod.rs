//! `--jsonl`: jobs from standard input, a line each, and a result for each on standard output. Whatever a publisher runs
//! batches with can hand them on; docs/scale.md shows some.

mod done;
mod job;
mod lines;

pub use job::{Failed, Job};

use super::finding::visible;
use super::{Failure, send};
use done::Done;
use lines::Lines;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::io::{self, BufReader};
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::thread;

#[derive(clap::Args)]
pub struct Jsonl {
    /// Read jobs from standard input, one JSON object a line, and write a result for each: docs/scale.md has their fields
    #[arg(long)]
    pub jsonl: bool,
    /// What an earlier run wrote: jobs that have a result in it are left out
    #[arg(long, value_name = "FILE", requires = "jsonl")]
    done: Option<PathBuf>,
}

/// A line of the results.
#[derive(Serialize)]
struct Answer<R> {
    /// That of the job, from 1.
    line: u64,
    /// Whatever the job calls itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(flatten)]
    result: Ended<R>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Ended<R> {
    Done(R),
    Refused {
        status: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<&'static str>,
        error: String,
    },
}

/// Works until there are no more jobs, or nobody reads the results. What is wrong with a job is told in its result: all is
/// well if each has one.
pub fn run<O: DeserializeOwned, R: Serialize>(
    options: &Jsonl,
    threads: Option<NonZero<usize>>,
    work: impl Fn(&Job<O>) -> Result<R, Failed> + Sync,
) -> Result<(), Failure> {
    let done = options.done.as_deref().map(Done::read).transpose()?.unwrap_or_default();
    if done.is_cut {
        send("\n")?;
    }
    let lines = Mutex::new(Lines::new(BufReader::new(io::stdin())));
    let worker = || -> Result<(), String> {
        loop {
            let next = lines.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((line, text)) = next.map_err(|error| format!("standard input: {error}"))? else { return Ok(()) };
            let (id, job) = text.map_or_else(|failed| (None, Err(failed)), |text| job::read(&text));
            if done.has(id.as_ref(), line) {
                continue;
            }
            let result = job.and_then(|job| carry_out(&work, &job)).map_or_else(Ended::from, Ended::Done);
            let answer = serde_json::to_string(&Answer { line, id, result }).expect("plain data can be written");
            if !send(&(answer + "\n"))? {
                return Ok(());
            }
        }
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads.map_or(1, NonZero::get)).map(|_| scope.spawn(worker)).collect();
        let mut ended = worker();
        for other in others {
            ended = ended.and(other.join().unwrap_or_else(|_| Err("a worker broke down".into())));
        }
        ended
    })?;
    Ok(())
}

/// One page of a million that breaks the program is a page of which that is told.
fn carry_out<O, R>(work: impl Fn(&Job<O>) -> Result<R, Failed>, job: &Job<O>) -> Result<R, Failed> {
    let broken = |_| Err(Failed(Some("broken"), "variorum broke down over it: please report that".into()));
    catch_unwind(AssertUnwindSafe(|| work(job))).unwrap_or_else(broken)
}

impl<R> From<Failed> for Ended<R> {
    fn from(Failed(reason, error): Failed) -> Self {
        Ended::Refused { status: "refused", reason, error: visible(&error) }
    }
}

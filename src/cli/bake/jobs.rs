//! Jobs from standard input, a line each: whatever a publisher runs batches with can hand them on, and begin again where it
//! stopped, since what is baked already is left alone.

use super::dossiers;
use super::files::PageFile;
use super::page::{Failed, Made, Outcome, Target, baked, deliver, read, undone, with_its_own};
use crate::locate::MAX_PAGE;
use crate::{Failure, print};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, BufRead, BufReader, Read, Stdin};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use variorum::bake::Options;
use variorum::dossier::{Dossier, Strictness, parse_json};

/// What is to be done with one page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Job {
    /// Its file,
    page: Option<PathBuf>,
    /// or what it holds.
    html: Option<String>,
    /// A file, or the dossier itself; without it, what the page's element loads.
    dossier: Option<Value>,
    /// Where to write; without it the result holds the page.
    out: Option<PathBuf>,
    #[serde(default)]
    undo: bool,
    #[serde(default)]
    evidence_only: bool,
    #[serde(default)]
    json_ld: bool,
    element: Option<String>,
    root: Option<PathBuf>,
}

/// What became of it, and of which line.
#[derive(Serialize)]
struct Done {
    line: u64,
    #[serde(flatten)]
    outcome: Outcome,
}

/// A line with a page in it is longer than the page: each of its bytes may take six.
const MAX_LINE: u64 = 6 * MAX_PAGE;

/// Works until there are no more lines. A line that can't be read is a result like any other.
pub fn run(threads: usize) -> Result<(), Failure> {
    let lines = Mutex::new(Lines { input: BufReader::new(io::stdin()), number: 0 });
    let all_well = AtomicBool::new(true);
    let work = || -> Result<(), String> {
        loop {
            let next = lines.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((line, text)) = next.map_err(|error| format!("standard input: {error}"))? else { return Ok(()) };
            if text.trim_ascii().is_empty() {
                continue;
            }
            let outcome = job(&text);
            if outcome.status == "refused" || !outcome.missing.is_empty() {
                all_well.store(false, Ordering::Relaxed);
            }
            print(
                &(serde_json::to_string(&Done { line, outcome }).expect("strings and numbers can be written") + "\n"),
            )?;
        }
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        for other in others {
            done = done.and(other.join().unwrap_or_else(|_| Err("a worker broke down".into())));
        }
        done
    })?;
    if all_well.into_inner() { Ok(()) } else { Err(Failure::Faults) }
}

/// Standard input, line by line.
struct Lines {
    input: BufReader<Stdin>,
    number: u64,
}

impl Lines {
    fn next(&mut self) -> io::Result<Option<(u64, Vec<u8>)>> {
        let mut text = Vec::new();
        (&mut self.input).take(MAX_LINE).read_until(b'\n', &mut text)?;
        self.number += 1;
        // The rest of a line that is too long; it is no JSON then.
        if text.len() as u64 == MAX_LINE && !text.ends_with(b"\n") {
            self.input.skip_until(b'\n')?;
        }
        Ok((!text.is_empty()).then_some((self.number, text)))
    }
}

fn job(line: &[u8]) -> Outcome {
    let job: Job = match serde_json::from_slice(line) {
        Ok(job) => job,
        Err(error) => return Outcome::refused(String::new(), Failed(Some("job"), format!("this is no job: {error}"))),
    };
    let name = job.page.as_ref().map(|page| page.display().to_string()).unwrap_or_default();
    done(&job, &name).unwrap_or_else(|failed| Outcome::refused(name, failed))
}

fn done(job: &Job, name: &str) -> Result<Outcome, Failed> {
    let before = match (&job.page, &job.html) {
        (Some(page), None) => read(page)?,
        (None, Some(html)) => html.clone().into_bytes(),
        _ => return Err(Failed(Some("job"), "this is no job: it has either `page` or `html`".into())),
    };
    let options = Options { element: job.element.as_deref(), evidence_only: job.evidence_only, json_ld: job.json_ld };
    let made = make(job, &before, &options)?;
    let target = job.out.clone().map_or(Target::Text, Target::File);
    deliver(name, &before, made, &target)
}

fn make(job: &Job, before: &[u8], options: &Options) -> Result<Made, Failed> {
    match &job.dossier {
        _ if job.undo => undone(before, options.element),
        Some(Value::String(path)) => baked(before, &dossiers::read(Path::new(path))?, options),
        Some(dossier) => baked(before, &inline(dossier)?, options),
        None => {
            let path = job.page.clone().unwrap_or_default();
            let folder = path.parent().unwrap_or(Path::new("")).to_owned();
            let page = PageFile { relative: path.clone(), path, folder, is_named: true, is_outside: false };
            with_its_own(&page, job.root.as_deref(), before, options)
        }
    }
}

fn inline(dossier: &Value) -> Result<Dossier, String> {
    let node = parse_json(&dossier.to_string()).map_err(|fault| fault.message().to_owned())?;
    let (dossier, faults) = Dossier::read(&node, Strictness::Strict);
    match (dossier, faults.first()) {
        (Some(dossier), None) => Ok(dossier),
        (_, fault) => {
            let fault = fault.map(|fault| format!("{}: {}", fault.place().path, fault.message()));
            Err(format!("its dossier: {}", fault.unwrap_or_default()))
        }
    }
}

//! Dossiers that are checked as jobs say.

use super::{Arguments, Done};
use crate::Failure;
use crate::finding::Line;
use crate::jobs::{self, Failed, Job};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use variorum::check::Severity;

/// What a job says beside dossier and page, which here is the article.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// Where the saved texts are and the newsroom's rules; without it, the folder of the dossier's file, else this one.
    folder: Option<PathBuf>,
}

/// What came of it.
#[derive(Serialize)]
struct Outcome {
    /// `faults` or, without any findings but warnings, `sound`.
    status: &'static str,
    /// How many quotes were looked for.
    quotes: usize,
    findings: Vec<Line>,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    jobs::run(&arguments.jobs, arguments.threads, work)
}

fn work(job: &Job<Asked>) -> Result<Outcome, Failed> {
    let none = || Failed(Some("job"), "this is no job: it has no `dossier`".into());
    let (file, input) = job.dossier()?.ok_or_else(none)?;
    let folder = job.options.folder.as_deref().or(file.and_then(Path::parent)).unwrap_or(Path::new(""));
    let article = job.page.as_ref().map(super::article).transpose()?;
    let Done { input, checked } = Done::in_folder(input, folder, article.as_ref())?;
    let is_sound = input.findings.iter().all(|finding| finding.severity < Severity::Error);
    Ok(Outcome {
        status: if is_sound { "sound" } else { "faults" },
        quotes: checked.map_or(0, |checked| checked.quotes),
        findings: input.in_order().map(|shown| shown.line()).collect(),
    })
}

//! Quotes that are looked for as jobs say.

use super::{Arguments, Located, locate};
use crate::Failure;
use crate::jobs::{self, Failed, Job};
use serde::{Deserialize, Serialize};

/// What a job says beside page and dossier.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    source: Option<String>,
    article: Option<String>,
}

/// What came of it.
#[derive(Serialize)]
struct Outcome {
    /// `found`, or `missing` where something is not to be marked.
    status: &'static str,
    spots: Vec<Located>,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    jobs::run(&arguments.jobs, arguments.threads, work)
}

fn work(job: &Job<Asked>) -> Result<Outcome, Failed> {
    let Asked { source, article } = &job.options;
    let none = || Failed(Some("job"), "this is no job: it has no `dossier`".into());
    let (_, input) = job.dossier()?.ok_or_else(none)?;
    let faults = || Failed(Some("dossier"), input.first_fault());
    let dossier = input.dossier.as_ref().ok_or_else(faults)?;
    let page = job.page()?;
    let spots = locate(page, dossier, source.as_deref(), article.as_deref())?;
    let status = if spots.iter().all(Located::is_found) { "found" } else { "missing" };
    Ok(Outcome { status, spots })
}

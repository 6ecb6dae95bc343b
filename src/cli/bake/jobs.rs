//! Pages that are baked as jobs say.

use super::files::PageFile;
use super::page::{Made, Outcome, Target, baked, deliver, undone, with_its_own};
use super::{Arguments, dossiers};
use crate::Failure;
use crate::jobs::{self, Failed};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use variorum::bake::Options;

/// What a job says beside page and dossier. Without a dossier, the page's element loads it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Asked {
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

type Job = jobs::Job<Asked>;

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    jobs::run(&arguments.jobs, arguments.threads, work)
}

fn work(job: &Job) -> Result<Outcome, Failed> {
    let page = job.page()?;
    let before = page.bytes()?;
    let made = make(job, page.path(), &before)?;
    let target = job.options.out.clone().map_or(Target::Text, Target::File);
    deliver(&page.name(), &before, made, &target)
}

fn make(job: &Job, page: Option<&Path>, before: &[u8]) -> Result<Made, Failed> {
    let Asked { element, evidence_only, json_ld, root, .. } = &job.options;
    let options = Options { element: element.as_deref(), evidence_only: *evidence_only, json_ld: *json_ld };
    if job.options.undo {
        return undone(before, options.element);
    }
    if let Some((_, input)) = job.dossier()? {
        let dossier = dossiers::sound(input).map_err(|why| Failed(Some("dossier"), why))?;
        return baked(before, &dossier, &options);
    }
    let path = page.unwrap_or(Path::new("")).to_owned();
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    let page = PageFile { relative: path.clone(), path, folder, is_named: true, is_outside: false };
    with_its_own(&page, root.as_deref(), before, &options)
}

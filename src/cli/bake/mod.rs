//! `variorum bake`: marks and evidence put into pages on disk, and taken out again.

mod dossiers;
mod files;
mod jobs;
mod page;

use super::finding::visible;
use super::{Failure, print};
use dossiers::Dossiers;
use files::PageFile;
use indicatif::{ProgressBar, ProgressStyle};
use page::{Outcome, Target};
use std::collections::BTreeMap;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

#[derive(clap::Args)]
pub struct Arguments {
    /// Pages: HTML files, folders of them, or patterns such as 'site/**/*.html'
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl", value_name = "PAGE")]
    pages: Vec<PathBuf>,
    /// The dossier: a .toml or .json file [default: the file that the page's own element loads]
    #[arg(long, value_name = "FILE", conflicts_with = "jsonl")]
    dossier: Option<PathBuf>,
    /// Where to write: a file (- is standard output), or a folder for several pages
    #[arg(short, long, value_name = "PATH", conflicts_with_all = ["in_place", "jsonl"])]
    output: Option<PathBuf>,
    /// Write each page where it stands
    #[arg(long, conflicts_with = "jsonl")]
    in_place: bool,
    /// Take out what was baked: the pages are as they were, byte for byte
    #[arg(long, conflicts_with_all = ["dossier", "evidence_only", "json_ld", "jsonl"])]
    undo: bool,
    /// Put in the evidence and leave the marks to the page that runs
    #[arg(long, conflicts_with = "jsonl")]
    evidence_only: bool,
    /// Put in what readers see in schema.org's vocabulary, too
    #[arg(long, conflicts_with = "jsonl")]
    json_ld: bool,
    /// CSS selector of the element, on pages that have several
    #[arg(long, value_name = "SELECTOR", conflicts_with = "jsonl")]
    element: Option<String>,
    /// What the address / stands for: dossiers that pages load are looked for in this folder and nowhere else
    /// [default: the folder named, or that of the page]
    #[arg(long, value_name = "FOLDER", conflicts_with = "jsonl")]
    root: Option<PathBuf>,
    #[command(flatten)]
    jobs: crate::jobs::Jsonl,
    /// Write what became of each page to standard output, one JSON object a line
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,
    /// How many pages to work on at once [default: as many as there are cores; for jobs, one]
    #[arg(long, value_name = "NUMBER")]
    threads: Option<NonZero<usize>>,
}

/// How a run over pages ended, by pages.
#[derive(Default)]
struct Sum {
    written: usize,
    unchanged: usize,
    skipped: usize,
    refused: usize,
    marks: usize,
    missing: usize,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.jobs.jsonl {
        return jobs::run(arguments);
    }
    if arguments.output.is_none() && !arguments.in_place {
        return Err("say where to write: -o FILE, or --in-place".to_owned().into());
    }
    let pages = files::find(&arguments.pages)?;
    let alone = pages.len() == 1 && pages[0].is_named;
    let to_output = arguments.output.as_ref().is_some_and(|output| output.as_os_str() == "-");
    if to_output && (!alone || arguments.json) {
        return Err("standard output takes one page, and no --json beside it".to_owned().into());
    }
    let dossiers = Dossiers::new(arguments.dossier.as_deref(), arguments.root.as_deref())?;
    let work = |page: &PageFile| {
        let target = match &arguments.output {
            None => Target::InPlace,
            Some(_) if to_output => Target::Text,
            Some(file) if alone && !file.is_dir() => Target::File(file.clone()),
            Some(folder) => Target::File(folder.join(&page.relative)),
        };
        page::work(page, &target, &dossiers, arguments)
    };
    let bar = progress(pages.len());
    let mut sum = Sum::default();
    let told = in_parallel(&pages, arguments.threads, work, |outcome| {
        bar.inc(1);
        sum.add(&outcome);
        bar.suspend(|| tell(&outcome, alone, arguments.json))
    });
    bar.finish_and_clear();
    told?;
    if !alone {
        anstream::eprintln!("{sum}");
    }
    sum.end()
}

/// Does the same with every page, on several threads, and tells of each in their order.
fn in_parallel<T: Send>(
    pages: &[PageFile],
    threads: Option<NonZero<usize>>,
    work: impl Fn(&PageFile) -> T + Sync,
    mut tell: impl FnMut(T) -> Result<(), String>,
) -> Result<(), String> {
    let threads = threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        // What is done waits for what comes before it, but not for long.
        let (send, receive) = mpsc::sync_channel(4 * threads);
        for _ in 0..threads.min(pages.len()) {
            let (send, next, work) = (send.clone(), &next, &work);
            scope.spawn(move || {
                while let Some((at, page)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, pages.get(at)?)))
                {
                    if send.send((at, work(page))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        let (mut waiting, mut at) = (BTreeMap::new(), 0);
        for (nth, done) in receive {
            waiting.insert(nth, done);
            while let Some(done) = waiting.remove(&at) {
                tell(done)?;
                at += 1;
            }
        }
        Ok(())
    })
}

fn progress(pages: usize) -> ProgressBar {
    if pages < 2 {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} pages, {eta} left");
    ProgressBar::new(pages as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// What became of a page: for a machine all of it, for a person what is to be looked at, and more where it is the only one.
fn tell(outcome: &Outcome, alone: bool, json: bool) -> Result<(), String> {
    if json {
        return print(&outcome.json());
    }
    let Outcome { page, status, out, error, missing, marks, html, .. } = outcome;
    if let Some(error) = error {
        anstream::eprintln!("{page}: {}", visible(error));
    }
    missing.iter().for_each(|it| anstream::eprintln!("{}", it.line(page)));
    if let Some(out) = out.as_ref().filter(|_| alone) {
        anstream::eprintln!("{out}: {status} (marks: {marks}, not marked: {})", missing.len());
    }
    html.iter().try_for_each(|html| print(html))
}

impl Sum {
    fn add(&mut self, outcome: &Outcome) {
        match outcome.status {
            "written" => self.written += 1,
            "unchanged" => self.unchanged += 1,
            "skipped" => self.skipped += 1,
            _ => self.refused += 1,
        }
        self.marks += outcome.marks;
        self.missing += outcome.missing.len();
    }

    fn end(&self) -> Result<(), Failure> {
        match (self.refused, self.missing) {
            (0, 0) => Ok(()),
            (0, _) => Err(Failure::Faults),
            _ => Err(Failure::Told),
        }
    }
}

impl std::fmt::Display for Sum {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Sum { written, unchanged, skipped, refused, marks, missing } = self;
        let pages = written + unchanged + skipped + refused;
        write!(f, "pages: {pages} (written: {written}, unchanged: {unchanged}, without an element: {skipped}, ")?;
        write!(f, "refused: {refused}), marks: {marks}, not marked: {missing}")
    }
}

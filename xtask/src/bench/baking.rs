//! A thousand pages, baked by the command line: by several threads of one process, and by several workers on a list of
//! jobs.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{digits, table, time};
use crate::sh;

/// How many pages, how long, with how many claims.
const PAGES: usize = 1_000;
const BYTES: usize = 30_000;
const CLAIMS: usize = 12;

/// Each way is measured so often, in turn; the fastest is told, since nothing but other work makes one slower.
const ROUNDS: usize = 3;

/// At once.
const AT_ONCE: [usize; 2] = [1, 2];

/// Runs all of it: a table.
pub fn run() -> Result<String> {
    sh::run(sh::cargo().args(["build", "--release", "--quiet", "--bin=variorum"]))?;
    let variorum = sh::target().join("release/variorum");
    let folder = sh::target().join("bench/baking");
    let pages = folder.join("pages");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let numbers = [PAGES, BYTES, CLAIMS].map(|number| number.to_string());
    let stories = ["run", "--release", "--quiet", "--package=benches", "--bin=stories", "--"];
    sh::run(sh::cargo().args(stories).arg(&pages).args(numbers))?;
    let out = folder.join("out");
    let jobs = jobs(&pages, &out)?;

    let mut best = [[f64::INFINITY; AT_ONCE.len()]; 2];
    for _ in 0..ROUNDS {
        for (nth, number) in AT_ONCE.into_iter().enumerate() {
            let threads = || finish(vec![by_threads(&variorum, &pages, &out, number)]);
            let workers = || finish(by_workers(&variorum, &jobs, &folder, number)?);
            for (way, work) in [&threads as &dyn Fn() -> Result<f64>, &workers].into_iter().enumerate() {
                if out.exists() {
                    fs::remove_dir_all(&out)?;
                }
                best[way][nth] = best[way][nth].min(work()?);
            }
        }
    }
    let row = |(name, [one, two]): (&str, [f64; 2])| {
        let each = time(one / PAGES as f64);
        vec![name.to_owned(), time(one), time(two), digits(one / two), each]
    };
    let rows = ["threads of one process", "processes with `--jsonl`"].into_iter().zip(best).map(row);
    Ok(table(&["1 000 pages of 30 KB, 12 claims each, from disk to disk", "1", "2", "×", "a page"], rows))
}

/// A job for each page.
fn jobs(pages: &Path, out: &Path) -> Result<Vec<String>> {
    let mut jobs = Vec::new();
    for story in fs::read_dir(pages)? {
        let folder = story?.path();
        for page in fs::read_dir(&folder)? {
            let page = page?.path();
            if page.extension().is_some_and(|ending| ending == "html") {
                let out = out.join(page.file_name().context("a page has a name")?);
                jobs.push(json!({ "page": page, "dossier": folder.join("dossier.json"), "out": out }).to_string());
            }
        }
    }
    ensure!(jobs.len() == PAGES, "{} pages", jobs.len());
    Ok(jobs)
}

fn by_threads(variorum: &Path, pages: &Path, out: &Path, threads: usize) -> Command {
    let mut command = sh::program(variorum);
    command.arg("bake").arg(pages).arg("-o").arg(out).args(["--threads", &threads.to_string()]);
    command
}

fn by_workers(variorum: &Path, jobs: &[String], folder: &Path, workers: usize) -> Result<Vec<Command>> {
    let worker = |nth: usize| {
        let list: PathBuf = folder.join(format!("jobs-{nth}.jsonl"));
        let own: Vec<_> = jobs.iter().skip(nth).step_by(workers).map(String::as_str).collect();
        File::create(&list)?.write_all(own.join("\n").as_bytes())?;
        let mut command = sh::program(variorum);
        command.args(["bake", "--jsonl"]).stdin(File::open(&list)?);
        Ok(command)
    };
    (0..workers).map(worker).collect()
}

/// Runs these at once: nanoseconds until the last has ended.
fn finish(commands: Vec<Command>) -> Result<f64> {
    let start = Instant::now();
    let spawn = |mut command: Command| command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let running = commands.into_iter().map(spawn).collect::<Result<Vec<_>, _>>()?;
    for mut process in running {
        ensure!(process.wait()?.success(), "not all pages were baked");
    }
    Ok(start.elapsed().as_nanos() as f64)
}

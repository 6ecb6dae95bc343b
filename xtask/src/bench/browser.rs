//! Variorum's `locate` among its peers, in Chromium, on real pages: the harness in the folder that `VARIORUM_SHARED`
//! names, with our adapter.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::harness::{Harness, Prepared};
use super::{digits, table};
use crate::sh;

/// What an engine is called that does nothing: what it takes, the harness takes.
const FLOOR: &str = "null";

const OURS: &str = "variorum";

/// Those that take minutes a page see every third page only.
const SLOW: &str = "text-fragments=3,apache-fallback=3";

/// Categories of quotes that are not in the page. All others are.
const ABSENT: [&str; 2] = ["absent", "absent-near"];

/// Runs all engines on all pages: one table.
pub fn run(harness: &Harness) -> Result<String> {
    let Prepared { folder, dist } = harness.prepare("engines")?;
    let engines = folder.join("engines");
    let results = folder.join("results.json");
    let mut node = sh::program("node");
    node.current_dir(&folder)
        .arg("run.mjs")
        .args(["--engines", &names(&engines)?.join(",")])
        .args(["--limit", SLOW])
        .arg("--static")
        .arg(&dist)
        .arg("--out")
        .arg(&results)
        .env("CHROME", &harness.chromium)
        .env("PAGES_DIR", harness.shared.join("pages"));
    sh::run(&mut node)?;
    told(&serde_json::from_str(&fs::read_to_string(&results)?)?)
}

/// The engines whose files are there, ours last.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(entry?.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort_by_key(|name| (name == OURS, name.clone()));
    Ok(names)
}

/// What one engine did on all its pages.
#[derive(Default)]
struct Engine {
    pages: usize,
    failed: usize,
    /// Quotes that are in their pages: all, found where they are, found elsewhere.
    present: usize,
    right: usize,
    wrong: usize,
    /// By category of [`ABSENT`]: all, and those found all the same.
    absent: BTreeMap<String, (usize, usize)>,
    /// Milliseconds, by page: all quotes in one call.
    batch: BTreeMap<String, f64>,
    /// Of the processor in it.
    processor: Vec<f64>,
    /// The longest time without a pause.
    longest: Vec<f64>,
}

impl Engine {
    /// From the part of the results that is about it.
    fn new(pages: &Value) -> Result<Self> {
        let mut engine = Engine::default();
        for (name, page) in pages.as_object().context("no pages")? {
            engine.pages += 1;
            if page.get("error").is_some() {
                engine.failed += 1;
                continue;
            }
            for single in page["singles"].as_array().context("no answers")? {
                let (category, answer) = (single["cat"].as_str().unwrap_or_default(), single["res"].as_str());
                if ABSENT.contains(&category) {
                    let (all, found) = engine.absent.entry(category.into()).or_default();
                    *all += 1;
                    *found += usize::from(answer == Some("false"));
                } else {
                    engine.present += 1;
                    engine.right += usize::from(answer == Some("ok"));
                    engine.wrong += usize::from(answer == Some("wrong"));
                }
            }
            engine.batch.extend(page["batchMs"].as_f64().map(|batch| (name.clone(), batch)));
            engine.processor.extend(page["cpuMs"].as_f64());
            engine.longest.extend(page["longestMs"].as_f64());
        }
        Ok(engine)
    }

    /// How many times as long as another it takes for a page's batch: the median over the pages that both have seen.
    fn times_as_long(&self, other: &Engine) -> f64 {
        let ratio = |(page, batch): (&String, &f64)| Some(batch / other.batch.get(page)?);
        quantile(&self.batch.iter().filter_map(ratio).collect::<Vec<_>>(), 0.5)
    }
}

/// The share of values, from 0 to 1, up to which it is asked: the value there.
fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (share * sorted.len() as f64) as usize;
    sorted.get(at.min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "–".into() } else { format!("{:.1}", 100.0 * part as f64 / whole as f64) }
}

/// The results as a table.
fn told(results: &Value) -> Result<String> {
    let mut engines = Vec::new();
    for (name, engine) in results["engines"].as_object().context("no engines")? {
        engines.push((name.as_str(), Engine::new(&engine["pages"])?));
    }
    let find = |wanted: &str| engines.iter().find(|(name, _)| *name == wanted).map(|(_, engine)| engine);
    let ours = find(OURS).context("no results of ours")?;
    let floor = find(FLOOR).map_or(0.0, |engine| quantile(&engine.processor, 0.5));
    let times = |values: &[f64], floor: f64| {
        let at = |share| digits((quantile(values, share) - floor).max(0.0));
        format!("{} / {}", at(0.5), at(0.95))
    };
    let row = |(name, engine): &(&str, Engine)| {
        let absent = |category: &str| {
            let (all, found) = engine.absent.get(category).copied().unwrap_or_default();
            percent(found, all)
        };
        vec![
            if *name == OURS { "**Variorum**".into() } else { (*name).to_owned() },
            engine.pages.to_string(),
            engine.failed.to_string(),
            percent(engine.right, engine.present),
            percent(engine.wrong, engine.present),
            absent(ABSENT[0]),
            absent(ABSENT[1]),
            times(&engine.batch.values().copied().collect::<Vec<_>>(), 0.0),
            digits(engine.times_as_long(ours)),
            times(&engine.processor, floor),
            times(&engine.longest, 0.0),
        ]
    };
    let head = [
        "engine",
        "pages",
        "failed",
        "found %",
        "wrong place %",
        "absent, anchored %",
        "rewritten, anchored %",
        "a page's batch, ms",
        "× Variorum",
        "processor, ms",
        "longest block, ms",
    ];
    let rows = engines.iter().filter(|(name, _)| *name != FLOOR).map(row);
    Ok(format!(
        "Chromium, {} real pages, {} quotes that are in them and {} that are not; one run, the engines in turn on each \
         page. Times are median / 95th percentile; the processor's without what the harness itself takes.\n\n{}",
        ours.pages,
        ours.present,
        ours.absent.values().map(|(all, _)| all).sum::<usize>(),
        table(&head, rows)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn results_are_told() {
        let page = |answers: &[(&str, &str)], batch: f64| {
            let singles: Vec<_> = answers.iter().map(|(cat, res)| json!({"cat": cat, "res": res})).collect();
            json!({"singles": singles, "batchMs": batch, "cpuMs": batch + 1.0, "longestMs": batch / 2.0})
        };
        let answers = [("exact", "ok"), ("typo", "wrong"), ("absent", "ok"), ("absent", "false")];
        let told = told(&json!({"engines": {
            "null": {"pages": {"a": page(&[("exact", "miss")], 0.0)}},
            "peer": {"pages": {"a": page(&answers, 30.0), "b": {"error": "timeout"}}},
            "variorum": {"pages": {"a": page(&[("exact", "ok"), ("absent-near", "ok")], 3.0)}},
        }}));
        let told = told.expect("a table");
        let check = |row: &str| assert!(told.contains(row), "{told}");
        check("| peer | 2 | 1 | 50.0 | 50.0 | 50.0 | – | 30.0 / 30.0 | 10.0 | 30.0 / 30.0 | 15.0 / 15.0 |\n");
        check("| **Variorum** | 1 | 0 | 100.0 | 0.0 | – | 0.0 | 3.00 / 3.00 | 1.00 | 3.00 / 3.00 | 1.50 / 1.50 |\n");
        assert!(!told.contains("null"), "{told}");
    }

    #[test]
    fn quantiles() {
        let check = |values: &[f64], share: f64, expected: f64| assert_eq!(quantile(values, share), expected);
        check(&[3.0, 1.0, 2.0], 0.5, 2.0);
        check(&[3.0, 1.0, 2.0], 0.95, 3.0);
        check(&[1.0], 1.0, 1.0);
    }
}

//! How long a large page keeps a slow machine from answering: the browser tests' program measures, in Chromium.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::table;
use crate::{bundle, demo, setup, sh, test};

const ENGINE: &[&str] = &["chromium"];

/// Measures: a table.
pub fn run() -> Result<String> {
    setup::for_tests(ENGINE)?;
    bundle::build()?;
    demo::assemble()?;
    let file = sh::target().join("bench/tasks.json");
    fs::create_dir_all(file.parent().context("it has a folder")?)?;
    sh::run(test::browser_tests(ENGINE).env("VARIORUM_TASKS", &file))?;
    told(&serde_json::from_str(&fs::read_to_string(&file)?)?)
}

/// Milliseconds above which a task is long. The browser tells of no others.
const LONG: f64 = 50.0;

/// The results as a table.
fn told(results: &Value) -> Result<String> {
    let row = |result: &Value| {
        let tasks: Vec<f64> = result["tasks"].as_array()?.iter().filter_map(Value::as_f64).collect();
        let longest = tasks.iter().copied().reduce(f64::max);
        let page = match result["page"].as_str()? {
            "alone" => "without Variorum",
            "large" => "marked here",
            _ => "baked",
        };
        Some(vec![
            page.to_owned(),
            result["phase"].as_str()?.to_owned(),
            tasks.iter().filter(|task| **task >= LONG).count().to_string(),
            longest.map_or("–".into(), |longest| format!("{longest:.0}")),
        ])
    };
    let rows = results.as_array().context("no results")?;
    let megabytes = rows.first().and_then(|row| row["article"].as_f64()).unwrap_or_default() / 1e6;
    let rows =
        rows.iter().map(|result| row(result).context("a result without its tasks")).collect::<Result<Vec<_>>>()?;
    let head = ["page", "while", "tasks over 50 ms", "the longest, ms"];
    Ok(format!(
        "Chromium, the processor 4 × slowed; an article of {megabytes:.1} MB, 1 000 marks, 17 elements.\n\n{}",
        table(&head, rows)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn results_are_told() {
        let told = told(&json!([
            { "page": "alone", "article": 1_040_000, "phase": "a word split", "tasks": [21.0, 30.4] },
            { "page": "large", "article": 1_040_000, "phase": "marked", "tasks": [51.0, 63.2] },
            { "page": "large-baked", "article": 1_100_000, "phase": "first card", "tasks": [] },
        ]));
        let told = told.expect("a table");
        let check = |row: &str| assert!(told.contains(row), "{told}");
        check("an article of 1.0 MB");
        check("| without Variorum | a word split | 0 | 30 |\n");
        check("| marked here | marked | 2 | 63 |\n");
        check("| baked | first card | 0 | – |\n");
    }
}

//! The benches of the core, run by Criterion, told as tables and plots.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::plot::{Panel, svg};
use super::{digits, table, time};
use crate::sh;

/// What one bench came to.
pub struct Measured {
    group: String,
    /// Of the benches in a group that differ in two things, the first.
    function: String,
    /// The other, or the only one.
    value: String,
    /// Nanoseconds.
    median: f64,
    /// How much is worked on in that time.
    bytes: Option<f64>,
}

/// Runs those of a name.
pub fn run(name: &str) -> Result<Vec<Measured>> {
    let folder = sh::target().join("bench/criterion");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    sh::run(sh::cargo().args(["bench", "--package=benches", "--bench", name]).env("CRITERION_HOME", &folder))?;
    let mut measured = Vec::new();
    read(&folder, &mut measured)?;
    // Folders come in any order.
    measured.sort_by(|a, b| (&a.group, &a.function).cmp(&(&b.group, &b.function)));
    Ok(measured)
}

/// Reads the results in a folder and below.
fn read(folder: &Path, measured: &mut Vec<Measured>) -> Result<()> {
    let json = |name: &str| -> Result<Value> {
        let file = folder.join(name);
        let text = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
        Ok(serde_json::from_str(&text)?)
    };
    if folder.ends_with("new") {
        let (bench, estimates) = (json("benchmark.json")?, json("estimates.json")?);
        let text = |name: &str| bench[name].as_str().unwrap_or_default().to_owned();
        measured.push(Measured {
            group: text("group_id"),
            function: text("function_id"),
            value: text("value_str"),
            median: estimates["median"]["point_estimate"].as_f64().context("a bench without a median")?,
            bytes: bench["throughput"]["Bytes"].as_f64(),
        });
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(&path, measured)?;
        }
    }
    Ok(())
}

/// The benches of a group by their values, as numbers, ascending; with nanoseconds.
fn points(all: &[Measured], group: &str, function: &str) -> Vec<(f64, f64)> {
    let those = all.iter().filter(|one| one.group == group && one.function == function);
    let mut points: Vec<_> = those.filter_map(|one| Some((one.value.parse().ok()?, one.median))).collect();
    points.sort_by(|a: &(f64, f64), b| a.0.total_cmp(&b.0));
    points
}

/// All results but the plots.
pub fn tables(all: &[Measured]) -> Result<String> {
    let index = all.iter().filter(|one| one.group == "index");
    let index = index.map(|one| {
        // Bytes a nanosecond are GB/s.
        let speed = one.bytes.unwrap_or_default() / one.median * 1e3;
        vec![one.function.clone(), digits(speed)]
    });
    let exact = points(all, "exact", "").into_iter().map(|(count, median)| vec![spaced(count), time(median)]);
    let lengths = ["40", "80", "160", "320"];
    let near = lengths.map(|length| {
        // Ten quotes at a time.
        let times = points(all, "near", length).into_iter().map(|(_, median)| time(median / 10.0));
        [length.to_owned()].into_iter().chain(times).collect()
    });
    let article = all.iter().find(|one| one.group == "article").context("no bench of an article")?;
    let growth = |group: &str, unit: fn(f64) -> String| {
        points(all, group, "")
            .into_iter()
            .map(move |(size, median)| vec![unit(size), time(median), time(median / size)])
    };
    Ok([
        "Invented text; of every bench the median. A browser's own work, walking the page, is not in it.".to_owned(),
        table(&["index over 1 MB of text", "MB/s"], index),
        table(&["quotes that stand as they are in 1 MB", "all of them"], exact),
        table(&["length of a quote, edited, in 100 KB", "one edit", "5 %", "10 %"], near),
        format!("An article of 1 MB and 1 000 quotes, half of them absent, index included: {}.", time(article.median)),
        "How the cost grows; half of the quotes are absent, a quarter edited:".into(),
        "![Time by length of the page and by number of quotes, on logarithmic axes](anchoring-growth.svg)".into(),
        table(&["page, index included, 40 quotes", "time", "a byte"], growth("page", bytes)),
        table(&["quotes, page of 100 KB, index made before", "time", "a quote"], growth("quotes", spaced)),
    ]
    .map(|part| part.trim_end().to_owned())
    .join("\n\n"))
}

/// What a check came to.
pub fn check(all: &[Measured]) -> String {
    let those = all.iter().filter(|one| one.group == "check");
    let rows = those.map(|one| vec![one.function.clone(), time(one.median)]).collect::<Vec<_>>();
    let table = table(&["60 claims, 40 sources of 8 KB each, 300 quotes", "from TOML to findings"], rows);
    format!("Invented text; of every bench the median. *Edited*: one quote in eight is not as it stands.\n\n{table}")
}

/// What baking came to.
pub fn baking(all: &[Measured]) -> String {
    let names = [("fresh", "baked"), ("again", "baked again"), ("undone", "undone")];
    let row = |(name, told): (&str, &str)| {
        let times = points(all, "bake", name).into_iter().map(|(_, median)| time(median));
        [told.to_owned()].into_iter().chain(times).collect()
    };
    let table = table(&["a page with 12 claims", "of 30 KB", "of 300 KB"], names.map(row));
    format!("Invented text; of every bench of one page the median, without the disk.\n\n{table}")
}

/// The plots.
pub fn growth(all: &[Measured]) -> Result<String> {
    let panel = |title, group: &str, unit| -> Result<Panel> {
        let points = points(all, group, "");
        Panel::new(title, points, unit).with_context(|| format!("no benches of {group}"))
    };
    Ok(svg(&[
        panel("by length of the page, 40 quotes", "page", bytes)?,
        panel("by number of quotes, page of 100 KB", "quotes", spaced)?,
    ]))
}

fn bytes(bytes: f64) -> String {
    if bytes < 1e6 { format!("{} KB", bytes / 1e3) } else { format!("{} MB", bytes / 1e6) }
}

/// A whole number, its thousands apart.
fn spaced(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut spaced = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            spaced.push('\u{a0}');
        }
        spaced.push(digit);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let check = |number: f64, expected: &str| assert_eq!(spaced(number), expected);
        check(1.0, "1");
        check(1_000.0, "1\u{a0}000");
        check(1_234_567.0, "1\u{a0}234\u{a0}567");
    }
}

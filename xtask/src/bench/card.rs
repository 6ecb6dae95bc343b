//! The card among those of others, in Chromium: what a page with many marks costs, how fast a card opens, and whether it
//! behaves.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::harness::{Harness, Prepared};
use super::{digits, table};
use crate::sh;

const OURS: &str = "variorum";

/// What the harness calls a page without a widget.
const FLOOR: &str = "none";

/// What a probe asks, by the harness's names: it is passed where one of these answers is right.
struct Probe {
    name: &'static str,
    asked: &'static [&'static str],
    right: fn(&str) -> bool,
}

fn is_yes(answer: &str) -> bool {
    answer.starts_with("yes")
}

const PROBES: [Probe; 15] = [
    Probe { name: "opens by hovering", asked: &["hover opens"], right: is_yes },
    Probe { name: "the pointer can go into it", asked: &["hoverable"], right: is_yes },
    Probe { name: "stays while the pointer does", asked: &["persistent"], right: is_yes },
    Probe { name: "Esc closes it while hovered", asked: &["dismissible"], right: is_yes },
    Probe {
        name: "opens by keyboard",
        asked: &["keyboard focus opens", "Enter on trigger", "keyboard path via disclosure"],
        right: |answer| is_yes(answer) || answer == "opens",
    },
    Probe {
        name: "Tab reaches its links",
        asked: &["Tab from trigger", "keyboard path via disclosure"],
        right: |answer| is_yes(answer),
    },
    Probe { name: "Esc gives focus back", asked: &["Esc from inside"], right: is_yes },
    Probe { name: "opens by a tap", asked: &["touch tap opens"], right: is_yes },
    Probe { name: "has a role and a name", asked: &["card AX role/name"], right: |answer| answer.ends_with("(named)") },
    Probe { name: "does not move where less motion is preferred", asked: &["prefers-reduced"], right: |a| a == "none" },
    Probe { name: "fits 320 × 568", asked: &["reflow 320x568"], right: is_yes },
    Probe { name: "bears hostile styles of the page", asked: &["isolation"], right: |answer| answer == "isolated" },
    Probe {
        name: "opens under a policy of nonces that allows no WebAssembly, without a violation",
        asked: &["strict CSP"],
        right: |answer| answer.starts_with("0 / opens"),
    },
    Probe { name: "read without JavaScript", asked: &["no JavaScript"], right: is_yes },
    Probe { name: "printed", asked: &["print"], right: is_yes },
];

/// Fewer repetitions, and no slowed processor.
const QUICK: [&str; 4] = ["--reps=2", "--opens=20", "--n=1000", "--cpu=1"];

/// Runs all widgets: two tables.
pub fn run(harness: &Harness, quick: bool) -> Result<String> {
    let prepared = harness.prepare("adapters")?;
    let results = prepared.folder.join("results");
    fs::create_dir_all(&results)?;
    let script = |name: &str| {
        let Prepared { folder, dist } = &prepared;
        let mut node = sh::program("node");
        node.current_dir(folder).args([name, "--tag=all"]).args(if quick { QUICK.as_slice() } else { &[] });
        node.env("CHROMIUM", &harness.chromium).env("VARIORUM_DIST", dist);
        sh::run(node.env("VARIORUM_XTASK", std::env::current_exe()?))
    };
    script("run.mjs")?;
    script("behave.mjs")?;
    let read = |file: &Path| -> Result<Value> {
        let text = fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))?;
        Ok(serde_json::from_str(&text)?)
    };
    told(&read(&results.join("all.json"))?, &read(&results.join("behave-all.json"))?)
}

/// The middle value, and others by their share from 0 to 1, of the numbers in a list.
fn quantile(list: &Value, share: f64) -> Option<f64> {
    let mut sorted: Vec<f64> = list.as_array()?.iter().filter_map(Value::as_f64).collect();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    sorted.get((share * last as f64).round() as usize).copied()
}

fn number(value: Option<f64>) -> String {
    // Memory may have become less.
    value.map_or("–".into(), |value| digits(value.max(0.0)))
}

/// The results as tables, ours last.
fn told(speed: &Value, behaviour: &Value) -> Result<String> {
    let widgets = speed["adapters"].as_object().context("no widgets")?;
    let mut ids: Vec<&str> = widgets.keys().map(String::as_str).filter(|&id| id != FLOOR).collect();
    ids.sort_by_key(|&id| (id == OURS, id));
    let name = |id: &str| {
        let name = widgets[id]["name"].as_str().unwrap_or(id);
        if id == OURS { format!("**{name}**") } else { name.to_owned() }
    };
    let speeds = ids.iter().map(|&id| {
        let widget = &widgets[id];
        let init = |key: &str, of: &str| {
            let runs = widget["init"][key].as_array()?;
            quantile(&runs.iter().map(|run| run[of].clone()).collect(), 0.5)
        };
        let open = |key: &str, of: &str, share: f64| quantile(&widget["open"][key][of], share);
        let opening = |key: &str| {
            let times = [open(key, "warm", 0.5), open(key, "warm", 0.95), open(key, "work", 0.5)];
            times.map(number).join(" / ")
        };
        vec![
            name(id),
            format!("{} / {}", number(init("1000@1x", "init")), number(init("1000@4x", "init"))),
            number(widget["heap"]["initKB"].as_f64()),
            number(widget["heap"]["listeners"].as_f64()),
            number(init("1000@1x", "cls")),
            opening("1x"),
            opening("4x"),
            number(open("1x", "cold", 0.5)),
        ]
    });
    let speeds = table(
        &[
            "widget",
            "1 000 marks: init, ms (4 × slowed)",
            "heap, KB",
            "listeners",
            "layout shift",
            "card, event to frame: median / p95 / CPU, ms",
            "4 × slowed",
            "first of a page",
        ],
        speeds,
    );
    let passes = |id: &str, probe: &Probe| {
        let answers = behaviour[id].as_object()?;
        let said = |answer: &Value| match answer {
            Value::Bool(true) => "yes".to_owned(),
            other => other.as_str().unwrap_or("no").to_owned(),
        };
        let mut asked = answers.iter().filter(|(key, _)| probe.asked.iter().any(|asked| key.starts_with(asked)));
        Some(asked.any(|(_, answer)| (probe.right)(&said(answer))))
    };
    let mark = |passed: Option<bool>| passed.map_or("–", |passed| if passed { "yes" } else { "no" }).to_owned();
    let rows = PROBES.iter().map(|probe| {
        let answers = ids.iter().map(|id| mark(passes(id, probe)));
        [probe.name.to_owned()].into_iter().chain(answers).collect()
    });
    let passed = ids.iter().map(|id| PROBES.iter().filter(|probe| passes(id, probe) == Some(true)).count().to_string());
    let sum: Vec<String> = ["passed".to_owned()].into_iter().chain(passed).collect();
    let names: Vec<String> = ids.iter().map(|id| name(id)).collect();
    let head: Vec<&str> = ["probe"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let chromium = speed["chromium"].as_str().unwrap_or("Chromium");
    Ok(format!(
        "{chromium}; one run, the widgets in turn, all with the same content; delays are 0. \
         CPU is that of one opening: script, style and layout.\n\n{speeds}\n{}",
        table(&head, rows.chain([sum]))
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn results_are_told() {
        let init = json!([{ "init": 3.0, "cls": 0.0 }, { "init": 1.0, "cls": 0.0 }, { "init": 2.0, "cls": 0.5 }]);
        let speed = json!({ "chromium": "Chrome/1", "adapters": {
            "variorum": { "name": "Variorum", "heap": { "initKB": -3.0, "listeners": 3 },
                "init": { "1000@1x": init }, "open": { "1x": { "warm": [17.0, 16.0, 30.0], "work": [2.5], "cold": [] } } },
            "peer": { "name": "Peer" },
            "none": { "name": "nothing" },
        }});
        let behaviour = json!({
            "variorum": { "hover opens": true, "card AX role/name while open": "dialog (named)", "no JavaScript: x": true },
            "peer": { "hover opens": false, "print: y": "NO" },
        });
        let told = told(&speed, &behaviour).expect("tables");
        let check = |row: &str| assert!(told.contains(row), "{told}");
        check("| **Variorum** | 2.00 / – | 0.00 | 3.00 | 0.00 | 17.0 / 30.0 / 2.50 | – / – / – | – |\n");
        check("| probe | Peer | **Variorum** |\n");
        check("| opens by hovering | no | yes |\n");
        check("| passed | 0 | 3 |\n");
        assert!(!told.contains("nothing"), "{told}");
    }
}

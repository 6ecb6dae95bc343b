//! What the project measures of its speed, written into `docs/performance.md`.

mod baking;
mod browser;
mod card;
mod harness;
mod native;
mod plot;
mod tasks;

use std::fs;
use std::thread;

use anyhow::{Context, Error, Result};

use crate::sh;
use harness::Harness;

/// Finding words: the benches of the core; then, unless `native_only`, Variorum among its peers in a browser, where
/// this machine has what that takes.
pub fn anchoring(native_only: bool) -> Result<()> {
    let results = sh::step("native benches", || native::run("anchoring"))?;
    fs::write(sh::root().join("docs/anchoring-growth.svg"), native::growth(&results)?)?;
    write("anchoring", &native::tables(&results)?)?;
    if native_only {
        return Ok(());
    }
    match Harness::find("anchoring") {
        Ok(harness) => write("anchoring in a browser", &sh::step("browser benches", || browser::run(&harness))?),
        Err(why) => {
            eprintln!("note: not measured in a browser: {why}");
            Ok(())
        }
    }
}

/// A dossier as large as they get, checked.
pub fn check() -> Result<()> {
    let results = sh::step("bench of check", || native::run("check"))?;
    write("check", &native::check(&results))
}

/// Pages baked: one, again, undone; and a thousand, by several at once.
pub fn baking() -> Result<()> {
    let results = sh::step("bench of baking", || native::run("baking"))?;
    let many = sh::step("a thousand pages", baking::run)?;
    write("baking", &format!("{}\n{many}", native::baking(&results)))
}

/// The card among those of others, in a browser; and long tasks of a large page.
pub fn card(quick: bool) -> Result<()> {
    let harness = Harness::find("card").map_err(Error::msg)?;
    write("card", &sh::step("cards", || card::run(&harness, quick))?)?;
    tasks()
}

/// Long tasks of a large page alone.
pub fn tasks() -> Result<()> {
    write("long tasks", &sh::step("a large page", tasks::run)?)
}

/// Puts results into `docs/performance.md`, between the two marks of this name; the rest of the file stays.
fn write(name: &str, results: &str) -> Result<()> {
    let file = sh::root().join("docs/performance.md");
    let text = fs::read_to_string(&file).with_context(|| format!("can't read {}", file.display()))?;
    let text = replaced(&text, name, &format!("{}\n\n{results}", machine()))
        .with_context(|| format!("{} has no marks for {name}", file.display()))?;
    fs::write(&file, text)?;
    eprintln!("{name}: written to {}", file.display());
    Ok(())
}

/// A text with what stands between two marks replaced; `None` where they are not there.
fn replaced(text: &str, name: &str, by: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- begin: {name} -->\n"), format!("<!-- end: {name} -->\n"));
    let from = text.find(&begin)? + begin.len();
    let to = from + text[from..].find(&end)?;
    Some([&text[..from], by.trim_end(), "\n", &text[to..]].concat())
}

/// When and on what.
fn machine() -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").ok().and_then(|info| {
        let line = info.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    let cpu = cpu.or_else(|| sh::output(sh::program("sysctl").args(["-n", "machdep.cpu.brand_string"])));
    let date = sh::output(sh::program("date").arg("+%F"));
    let cores = thread::available_parallelism().map_or(1, |cores| cores.get());
    let known = |fact: Option<String>| fact.unwrap_or_else(|| "unknown".into());
    format!("Measured on {} on {}, {cores} cores.", known(date), known(cpu))
}

/// A time in nanoseconds, in the unit that suits it.
fn in_unit(nanoseconds: f64) -> (f64, &'static str) {
    match nanoseconds {
        ns if ns < 1e3 => (ns, "ns"),
        ns if ns < 1e6 => (ns / 1e3, "µs"),
        ns if ns < 1e9 => (ns / 1e6, "ms"),
        ns => (ns / 1e9, "s"),
    }
}

/// A time in nanoseconds, with three digits or a few more.
fn time(nanoseconds: f64) -> String {
    let (value, unit) = in_unit(nanoseconds);
    format!("{} {unit}", digits(value))
}

/// A number that is not negative, with three digits or a few more.
fn digits(value: f64) -> String {
    let decimals = match value {
        value if value < 10.0 => 2,
        value if value < 100.0 => 1,
        _ => 0,
    };
    format!("{value:.decimals$}")
}

/// A table of Markdown.
fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|&cell| cell.into()).collect();
    let rule = format!("|{}\n", "---|".repeat(head.len()));
    line(&head) + &rule + &rows.into_iter().map(|row| line(&row)).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_the_marks() {
        let text = "# A\n<!-- begin: x -->\nold\nold\n<!-- end: x -->\nrest\n";
        let check =
            |name: &str, expected: Option<&str>| assert_eq!(replaced(text, name, "new\n\n").as_deref(), expected);
        check("x", Some("# A\n<!-- begin: x -->\nnew\n<!-- end: x -->\nrest\n"));
        check("y", None);
    }

    #[test]
    fn times() {
        let check = |nanoseconds: f64, expected: &str| assert_eq!(time(nanoseconds), expected);
        check(0.5, "0.50 ns");
        check(12_345.0, "12.3 µs");
        check(123_456_789.0, "123 ms");
        check(2e9, "2.00 s");
    }
}

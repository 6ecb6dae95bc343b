//! How fast a dossier is checked: `cargo bench --package benches --bench check`, or, told in docs/performance.md,
//! `cargo xtask bench check`.

use criterion::Criterion;
use invented::{LATIN, Page};
use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;
use variorum::check::{self, House, Saved, Texts, check};
use variorum::dossier::{Dossier, Selector, Strictness, parse_toml};
use variorum::text::Native;

/// As many as a dossier may have.
const SOURCES: usize = 40;
const CLAIMS: usize = 60;

/// Readings of each claim, each with a quote.
const READINGS: usize = 5;

/// Bytes of a report.
const REPORT: usize = 8_000;

/// Characters of a quote.
const QUOTE: usize = 80;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    let reports: Vec<_> = (0..SOURCES).map(|seed| Page::new(&LATIN, REPORT, seed as u64)).collect();
    let texts: Vec<_> = reports.iter().map(Page::text).collect();
    let mut group = criterion.benchmark_group("check");
    // All quotes as they stand; of each report's one in eight edited, which takes a closer look.
    for (name, every) in [("sound", usize::MAX), ("edited", 8)] {
        let dossier = dossier(&reports, every);
        group.bench_function(name, |bench| bench.iter(|| black_box(run(&dossier, &texts))));
    }
    group.finish();
    criterion.final_summary();
}

/// Everything from the text of a dossier to what is found in it, but for the disk.
fn run(dossier: &str, texts: &[String]) -> usize {
    let node = parse_toml(dossier).expect("TOML");
    let (dossier, faults) = Dossier::read(&node, Strictness::Authoring);
    assert!(faults.is_empty(), "{faults:?}");
    let saved = |(source, text): (usize, &String)| {
        let page = check::Page::plain(text, &mut Native);
        (format!("{source}.txt"), Ok(Saved { page, sha256: "0".repeat(64) }))
    };
    let texts: Texts = texts.iter().enumerate().map(saved).collect();
    check(&node, &dossier.expect("a dossier"), &texts, None, &House::default(), &mut Native).findings.len()
}

/// A dossier on these reports, whose quotes are from them; of each report's, one in so many is edited.
fn dossier(reports: &[Page], every: usize) -> String {
    let count = CLAIMS * READINGS / SOURCES + 1;
    let quotes = |report: &Page| -> Vec<Selector> {
        let (as_they_stand, edited) = (report.quotes(count, QUOTE, 0), report.quotes(count, QUOTE, 4));
        let either = as_they_stand.into_iter().zip(edited).enumerate();
        either.map(|(at, (quote, edited))| if (at + 1) % every == 0 { edited } else { quote }).collect()
    };
    let mut quotes: Vec<_> = reports.iter().map(|report| quotes(report).into_iter()).collect();
    let mut text = String::from(
        "variorum = '1.0'\nid = 'bench'\nlang = 'en'\ntitle = 'A bench'\nstatus = 'published'\n\
         modified = 2026-06-10T08:00:00Z\npublisher.name = 'Post'\n",
    );
    for source in 0..SOURCES {
        let entry = format!(
            "id = 's{source}'\nname = 'S{source}'\nkind = 'news'\nurl = '/{source}'\nfile.path = '{source}.txt'"
        );
        writeln!(text, "[[sources]]\n{entry}").expect("a string takes all");
    }
    for claim in 0..CLAIMS {
        writeln!(text, "[[claims]]\nid = 'c{claim}'\nquestion = 'How many?'\ntype = 'count'")
            .expect("a string takes all");
        for reading in 0..READINGS {
            let source = (claim * READINGS + reading) % SOURCES;
            let Selector { exact, prefix, suffix } = quotes[source].next().expect("enough quotes");
            let quote = format!("{{ exact = '''{exact}''', prefix = '''{prefix}''', suffix = '''{suffix}''' }}");
            let entry = format!("source = 's{source}'\nvalue = {{ is = {reading} }}\nquotes = [{quote}]");
            writeln!(text, "[[claims.readings]]\n{entry}").expect("a string takes all");
        }
    }
    text
}

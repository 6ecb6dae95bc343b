//! How fast pages are baked: `cargo bench --package benches --bench baking`.

use criterion::{BatchSize, Criterion, SamplingMode, Throughput};
use invented::{LATIN, Page};
use serde_json::json;
use std::hint::black_box;
use std::thread;
use std::time::Duration;
use variorum::bake::{Options, bake, undo};
use variorum::dossier::{Dossier, Strictness, parse_json};

/// Bytes of the text of a usual article with what stands around it.
const USUAL: usize = 30_000;

/// Claims of a usual dossier.
const CLAIMS: usize = 12;

/// Pages that are baked one after the other, or by two at once.
const PAGES: usize = 1_000;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    let mut group = criterion.benchmark_group("bake");
    group.sampling_mode(SamplingMode::Flat);
    for bytes in [USUAL, 10 * USUAL] {
        let (page, dossier) = story(bytes, 1);
        let baked = bake(&page, &dossier, &Options::default()).expect("the page can be baked").bytes;
        group.throughput(Throughput::Bytes(page.len() as u64));
        group.bench_function(format!("{bytes}/fresh"), |bencher| {
            bencher.iter(|| black_box(bake(&page, &dossier, &Options::default())));
        });
        group.bench_function(format!("{bytes}/again"), |bencher| {
            bencher.iter(|| black_box(bake(&baked, &dossier, &Options::default())));
        });
        group.bench_function(format!("{bytes}/undone"), |bencher| bencher.iter(|| black_box(undo(&baked, None))));
    }
    let stories: Vec<_> = (0..10).map(|seed| story(USUAL, seed)).collect();
    for threads in [1, 2] {
        group.bench_function(format!("{PAGES} pages/{threads}"), |bencher| {
            bencher.iter_batched(|| (), |()| many(&stories, threads), BatchSize::PerIteration);
        });
    }
    group.finish();
    criterion.final_summary();
}

/// Bakes a thousand pages, shared out among threads.
fn many(stories: &[(Vec<u8>, Dossier)], threads: usize) {
    thread::scope(|scope| {
        for first in 0..threads {
            scope.spawn(move || {
                for nth in (first..PAGES).step_by(threads) {
                    let (page, dossier) = &stories[nth % stories.len()];
                    let _ = black_box(bake(page, dossier, &Options::default()));
                }
            });
        }
    });
}

/// A page and a dossier whose anchors stand in it.
fn story(bytes: usize, seed: u64) -> (Vec<u8>, Dossier) {
    let page = Page::new(&LATIN, bytes, seed);
    let claim = |(nth, quote): (usize, variorum::dossier::Selector)| {
        json!({
            "id": format!("c{nth}"), "question": "How long did it last?", "type": "duration",
            "anchors": [{ "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix }],
            "readings": [
                { "source": "globe", "mode": "states", "value": { "is": "PT4H", "words": "four hours" },
                  "quotes": [{ "exact": "It lasted for four hours" }] },
                { "source": "echo", "mode": "states", "value": { "is": "PT2H", "words": "two hours" },
                  "quotes": [{ "exact": "It was over after two hours" }] }
            ]
        })
    };
    let claims: Vec<_> = page.quotes(CLAIMS, 60, 0).into_iter().enumerate().map(claim).collect();
    let dossier = json!({
        "variorum": "1.0", "id": "story", "lang": "en", "title": "A story", "status": "published",
        "publisher": { "name": "The desk" }, "modified": "2026-01-02T12:00:00Z", "claims": claims,
        "sources": [
            { "id": "globe", "name": "The Globe", "kind": "news", "note": "Read on paper." },
            { "id": "echo", "name": "The Echo", "kind": "news", "note": "Read on paper." }
        ]
    });
    let node = parse_json(&dossier.to_string()).expect("it is JSON");
    let (dossier, faults) = Dossier::read(&node, Strictness::Lenient);
    (page.html().into_bytes(), dossier.unwrap_or_else(|| panic!("{faults:?}")))
}

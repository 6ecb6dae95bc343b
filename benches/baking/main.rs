//! How fast a page is baked: `cargo bench --package benches --bench baking`; with a thousand of them, by threads and by
//! workers, told in docs/performance.md: `cargo xtask bench baking`.

use criterion::{BenchmarkId, Criterion, SamplingMode};
use invented::{LATIN, Page};
use std::hint::black_box;
use std::time::Duration;
use variorum::bake::{Options, bake, undo};
use variorum::dossier::{Dossier, Strictness, parse_json};

/// Bytes of the text of a usual article with what stands around it.
const USUAL: usize = 30_000;

/// Claims of a usual dossier.
const CLAIMS: usize = 12;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    let mut group = criterion.benchmark_group("bake");
    group.sampling_mode(SamplingMode::Flat);
    for bytes in [USUAL, 10 * USUAL] {
        let page = Page::new(&LATIN, bytes, 1);
        let (page, dossier) = (page.html().into_bytes(), read(&page.dossier(CLAIMS)));
        let baked = bake(&page, &dossier, &Options::default()).expect("the page can be baked").bytes;
        let mut bench = |name: &str, work: &dyn Fn()| {
            group.bench_function(BenchmarkId::new(name, bytes), |bencher| bencher.iter(work));
        };
        bench("fresh", &|| drop(black_box(bake(&page, &dossier, &Options::default()))));
        bench("again", &|| drop(black_box(bake(&baked, &dossier, &Options::default()))));
        bench("undone", &|| drop(black_box(undo(&baked, None))));
    }
    group.finish();
    criterion.final_summary();
}

fn read(json: &str) -> Dossier {
    let node = parse_json(json).expect("it is JSON");
    let (dossier, faults) = Dossier::read(&node, Strictness::Strict);
    dossier.unwrap_or_else(|| panic!("{faults:?}"))
}

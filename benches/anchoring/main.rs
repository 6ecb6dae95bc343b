//! How fast words are found: `cargo bench --package benches`, or, with a table and plots made from it,
//! `cargo xtask bench anchoring`.

use criterion::{BatchSize, BenchmarkGroup, BenchmarkId, Criterion, SamplingMode, Throughput, measurement::WallTime};
use invented::{ARABIC, CYRILLIC, HAN, LATIN, Page};
use std::hint::black_box;
use std::time::Duration;
use variorum::anchor::{Wanted, locate};
use variorum::dossier::Selector;
use variorum::text::{Index, Native};

const KB: usize = 1_000;
const MB: usize = 1_000 * KB;

/// The length of a usual quote, in characters.
const USUAL: usize = 80;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    index(&mut criterion);
    exact(&mut criterion);
    near(&mut criterion);
    article(&mut criterion);
    growth(&mut criterion);
    criterion.final_summary();
}

/// A group whose benches run as often as each has time for.
fn group<'c>(criterion: &'c mut Criterion, name: &str) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sampling_mode(SamplingMode::Flat);
    group
}

/// All that a page's walk leaves to the core.
fn index(criterion: &mut Criterion) {
    let mut group = group(criterion, "index");
    for script in [LATIN, CYRILLIC, ARABIC, HAN] {
        let page = Page::new(&script, MB, 1);
        group.throughput(Throughput::Bytes(page.bytes() as u64));
        group.bench_function(script.name, |bencher| bencher.iter(|| black_box(page.index())));
    }
}

/// Quotes that stand in a page of 1 MB as they are.
fn exact(criterion: &mut Criterion) {
    let mut group = group(criterion, "exact");
    let page = Page::new(&LATIN, MB, 1);
    for count in [1, 100, 1_000] {
        bench_quotes(&mut group, BenchmarkId::from_parameter(count), &page, &page.quotes(count, USUAL, 0));
    }
}

/// Ten quotes that stand in a page of 100 KB with edits: by their length, with one edit, 5 % and 10 % of them.
fn near(criterion: &mut Criterion) {
    let mut group = group(criterion, "near");
    let page = Page::new(&LATIN, 100 * KB, 1);
    for length in [40, USUAL, 160, 320] {
        for edits in [1, length / 20, length / 10] {
            let id = BenchmarkId::new(length.to_string(), edits);
            bench_quotes(&mut group, id, &page, &page.quotes(10, length, edits));
        }
    }
}

/// All of it on a long article: 1 MB, 1 000 quotes, every other of another page.
fn article(criterion: &mut Criterion) {
    let mut group = group(criterion, "article");
    let page = Page::new(&LATIN, MB, 1);
    let quotes = half_absent(&page, 1_000);
    group.bench_function("1 MB, 1000 quotes", |bencher| bencher.iter(|| find(&page.index(), &quotes)));
}

/// How the cost grows: by the page's length, all of it, with 40 quotes; and by the quotes on a page of 100 KB.
fn growth(criterion: &mut Criterion) {
    let mut pages = group(criterion, "page");
    for bytes in [10 * KB, 30 * KB, 100 * KB, 300 * KB, MB, 3 * MB, 10 * MB] {
        let page = Page::new(&LATIN, bytes, 1);
        let quotes = half_absent(&page, 40);
        pages.bench_function(BenchmarkId::from_parameter(bytes), |bencher| {
            bencher.iter(|| find(&page.index(), &quotes));
        });
    }
    pages.finish();
    let mut quotes = group(criterion, "quotes");
    let page = Page::new(&LATIN, 100 * KB, 1);
    for count in [1, 10, 30, 100, 300, 1_000, 2_000] {
        bench_quotes(&mut quotes, BenchmarkId::from_parameter(count), &page, &half_absent(&page, count));
    }
}

/// Quotes of which every other is of another page, in the same words; of those that are not, every other has edits.
fn half_absent(page: &Page, count: usize) -> Vec<Selector> {
    let other = Page::new(&LATIN, 100 * KB, 2).quotes(count, USUAL, 0);
    let (exact, near) = (page.quotes(count, USUAL, 0), page.quotes(count, USUAL, 3));
    let mixed = exact.into_iter().zip(near).zip(other).enumerate();
    mixed.map(|(nth, ((exact, near), other))| [exact, other.clone(), near, other][nth % 4].clone()).collect()
}

fn bench_quotes(group: &mut BenchmarkGroup<WallTime>, id: BenchmarkId, page: &Page, quotes: &[Selector]) {
    // An index may learn from the first search.
    group.bench_function(id, |bencher| {
        bencher.iter_batched(|| page.index(), |index| find(&index, quotes), BatchSize::LargeInput);
    });
}

fn find(index: &Index, quotes: &[Selector]) {
    let wanted: Vec<_> = quotes.iter().map(|selector| Wanted { selector, all: false, within: None }).collect();
    black_box(locate(index, &mut Native, &wanted));
}

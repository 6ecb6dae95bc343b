//! Pages as publishers make them, each baked with quotes that are taken from it.

use super::support::{anchor, dossier, marked, pages, tree};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;
use std::io::Write;
use std::thread;
use variorum::bake::{Options, bake, undo};
use variorum::saved::Page;
use variorum::text::{Native, fold};

/// Quotes taken from each page.
const QUOTES: usize = 12;

/// The paragraphs of a page, in words. Links and buttons have no marks, and are not asked for any.
fn paragraphs(page: &str) -> Vec<Vec<String>> {
    let html = Html::parse_document(page);
    let [paragraph, control] = ["p", "a[href],button,label,summary"].map(|it| Selector::parse(it).expect(it));
    let is_plain = |it: &ElementRef| {
        let mut around = it.ancestors().filter_map(ElementRef::wrap);
        it.select(&control).next().is_none() && !around.any(|it| control.matches(&it))
    };
    let words = |it: ElementRef| {
        it.text().collect::<String>().replace(['{', '}'], "").split_whitespace().map(Into::into).collect()
    };
    html.select(&paragraph).filter(is_plain).map(words).filter(|words: &Vec<String>| words.len() > 12).collect()
}

/// A stretch of two to nine words, with some words of context, as an anchor.
fn quote(paragraphs: &[Vec<String>], random: &mut impl FnMut(usize) -> usize) -> serde_json::Value {
    let words = &paragraphs[random(paragraphs.len())];
    let length = 2 + random(8);
    let start = random(words.len() - length);
    let [before, exact, after] =
        [&words[start.saturating_sub(4)..start], &words[start..start + length], &words[start + length..][..1]];
    anchor(&format!("{} {{{}}} {}", before.join(" "), exact.join(" "), after.join(" ")))
}

/// What came of some pages.
#[derive(Default)]
struct Sum {
    pages: usize,
    marks: usize,
    missing: BTreeMap<&'static str, usize>,
}

impl Sum {
    fn add(&mut self, name: &str, source: &str) {
        // Whose article is a framework's is asked for marks all the same: here it is about markup.
        let end = source.rfind("</body").unwrap_or(source.len());
        let with = |article: &str| {
            let element = format!("<variorum-dossier src=d.json{article} marks=text><p>Soon</p></variorum-dossier>");
            [&source[..end], &element, &source[end..]].concat()
        };
        let own = with("");
        let (page, read) = match Page::html(&own, None) {
            Ok(read) => (own, read),
            Err(_) => (with(" article=body"), Page::html(source, Some("body")).expect("a body")),
        };
        let is_read = |words: &Vec<String>| read.index.folded().contains(&fold(&mut Native, &words.join(" ")));
        let paragraphs: Vec<_> = paragraphs(&page).into_iter().filter(is_read).collect();
        if paragraphs.is_empty() {
            return;
        }
        let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let mut random = |below: usize| rng.next_u32() as usize % below;
        let quotes: Vec<_> = (0..QUOTES).map(|_| quote(&paragraphs, &mut random)).collect();
        let dossier = dossier(quotes.clone());
        let baked = bake(page.as_bytes(), &dossier, &Options::default()).unwrap_or_else(|why| panic!("{name}: {why}"));
        let made = std::str::from_utf8(&baked.bytes).expect("UTF-8");

        assert!(undo(&baked.bytes, None).expect(name) == page.as_bytes(), "{name} is not undone");
        let again = bake(&baked.bytes, &dossier, &Options::default()).expect(name);
        assert!(again == baked, "{name} is not the same twice");
        assert!(tree(made) == tree(&page), "{name} is another tree");

        // Every mark has the words of a quote, or more where quotes overlap.
        let folded = |words: &str| fold(&mut Native, words).replace(' ', "");
        let all = marked(made);
        assert_eq!(all.len(), baked.marks, "{name}");
        for mark in &all {
            let words = folded(&mark.replace('|', ""));
            let quoted = |quote: &serde_json::Value| words.contains(&folded(quote["exact"].as_str().expect("words")));
            assert!(quotes.iter().any(quoted), "{name}: {mark}");
        }
        baked.missing.iter().for_each(|it| *self.missing.entry(it.reason).or_default() += 1);
        self.pages += 1;
        self.marks += baked.marks;
    }
}

#[test]
fn real_pages() {
    let Some(all) = pages() else { return };
    let some = |nth: usize| {
        let mut sum = Sum::default();
        all.iter().skip(nth).step_by(2).for_each(|(name, source)| sum.add(name, source));
        sum
    };
    let [one, other] = thread::scope(|scope| {
        let some = &some;
        [0, 1].map(|nth| scope.spawn(move || some(nth))).map(|it| it.join().expect("a sum"))
    });
    let (pages, marks) = (one.pages + other.pages, one.marks + other.marks);
    let told = format!("{pages} pages, {marks} marks, {:?} {:?}", one.missing, other.missing);
    let _ = writeln!(std::io::stderr(), "{told}");
    assert!(pages > 25 && marks > 250, "{told}");
    assert!(!one.missing.contains_key("absent") && !other.missing.contains_key("absent"), "{told}");
}

/// Each gives a report to check quotes against, whether it says which its article is or not.
#[test]
fn real_reports() {
    let Some(pages) = pages() else { return };
    let lengths: Vec<_> =
        pages.iter().map(|(_, page)| Page::report(page).map_or(0, |page| page.index.folded().len())).collect();
    assert!(lengths.len() > 30 && lengths.iter().all(|&length| length > 800), "{lengths:?}");
}

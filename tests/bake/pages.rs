//! Pages as publishers make them, each baked with quotes that are taken from it.

use super::support::{anchor, dossier, marked, tree};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use std::io::Write;
use std::path::Path;
use variorum::bake::{Options, bake, undo};
use variorum::saved::Page;
use variorum::text::{Native, fold};

/// Quotes taken from each page.
const QUOTES: usize = 12;

/// A stretch of a text of two to nine words, with some words of context, as an anchor.
fn quote(words: &[&str], random: &mut impl FnMut(usize) -> usize) -> Option<serde_json::Value> {
    let length = 2 + random(8);
    let start = random(words.len().checked_sub(length + 12)?) + 6;
    let [before, exact, after] =
        [&words[start - 6..start], &words[start..start + length], &words[start + length..][..6]];
    let joined = |words: &[&str]| words.join(" ");
    let fits = exact.concat().len() < 200 && before.concat().len().max(after.concat().len()) < 70;
    fits.then(|| anchor(&format!("{} {{{}}} {}", joined(before), joined(exact), joined(after))))
}

#[test]
fn real_pages() {
    let Ok(shared) = std::env::var("VARIORUM_SHARED") else {
        // Not captured, unlike `eprintln!`.
        let _ = writeln!(std::io::stderr(), "SKIPPED: VARIORUM_SHARED is not set");
        return;
    };
    let (mut pages, mut marks, mut missing) = (0, 0, std::collections::BTreeMap::<&str, usize>::new());
    for folder in std::fs::read_dir(Path::new(&shared).join("pages")).expect("pages").flatten() {
        let Ok(source) = std::fs::read_to_string(folder.path().join("source.html")) else { continue };
        let name = folder.path().display().to_string();
        // Whose article is a framework's is asked for marks all the same: here it is about markup.
        let element = "<variorum-dossier src=d.json article=body marks=text><p>Soon</p></variorum-dossier>";
        let end = source.rfind("</body").unwrap_or(source.len());
        let page = [&source[..end], element, &source[end..]].concat();

        let read = Page::html(&page, Some("body")).expect("a body");
        let text = read.index.folded().replace(['{', '}'], " ");
        let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let mut random = |below: usize| rng.next_u32() as usize % below.max(1);
        let quotes: Vec<_> = (0..QUOTES).filter_map(|_| quote(&words, &mut random)).collect();
        if quotes.is_empty() {
            continue;
        }
        let dossier = dossier(quotes.clone());
        let baked = bake(page.as_bytes(), &dossier, &Options::default()).unwrap_or_else(|why| panic!("{name}: {why}"));
        let made = std::str::from_utf8(&baked.bytes).expect("UTF-8");

        assert!(undo(&baked.bytes, None).expect(&name) == page.as_bytes(), "{name} is not undone");
        let again = bake(&baked.bytes, &dossier, &Options::default()).expect(&name);
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
        baked.missing.iter().for_each(|it| *missing.entry(it.reason).or_default() += 1);
        pages += 1;
        marks += baked.marks;
    }
    let _ = writeln!(std::io::stderr(), "{pages} pages, {marks} marks, {missing:?}");
    assert!(pages > 30 && marks > 200, "{pages} pages, {marks} marks, {missing:?}");
    assert_eq!(missing.get("absent"), None, "quotes of the page itself");
}

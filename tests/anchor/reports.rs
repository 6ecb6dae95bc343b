//! The real reports: every quote that an editor verified is found where the editor found it, and nowhere else.

use serde_json::Value;
use std::path::PathBuf;
use variorum::anchor::{Kind, Refused, Wanted, locate};
use variorum::dossier::Selector;
use variorum::text::{Index, Native, Place, Range};

struct Quote {
    report: String,
    selector: Selector,
    /// Code points of the report's text.
    start: usize,
    end: usize,
}

fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("VARIORUM_SHARED").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("SKIPPED: VARIORUM_SHARED is not set");
    }
    folder
}

fn quotes(points: &Value) -> Vec<Quote> {
    let mut quotes = Vec::new();
    for point in points.as_array().into_iter().flatten() {
        for (report, reading) in point["reports"].as_object().into_iter().flatten() {
            for quote in reading["quotes"].as_array().into_iter().flatten() {
                let words = |name: &str| quote[name].as_str().unwrap_or_default().to_string();
                let number = |name: &str| quote[name].as_u64().expect("an offset") as usize;
                quotes.push(Quote {
                    // Comments are kept in the file of their article.
                    report: report.trim_end_matches("-comments").into(),
                    selector: Selector { exact: words("exact"), prefix: words("prefix"), suffix: words("suffix") },
                    start: number("start"),
                    end: number("end"),
                });
            }
        }
    }
    quotes
}

/// Each line of a report a block.
fn index(text: &str) -> Index {
    let mut unicode = Native;
    let mut builder = Index::builder(&mut unicode);
    for line in text.split('\n') {
        builder.piece(line);
        builder.block_break();
    }
    builder.finish()
}

/// The place of a code point of a text whose lines are pieces.
fn place(text: &str, code_point: usize) -> Place {
    let before: String = text.chars().take(code_point).collect();
    let line = before.rsplit('\n').next().unwrap_or_default();
    Place { piece: before.matches('\n').count() as u32, offset: line.encode_utf16().count() as u32 }
}

#[test]
fn every_quote_is_found_where_it_stands() {
    let Some(shared) = shared() else { return };
    let read = |name: String| std::fs::read_to_string(shared.join("reports").join(&name)).expect(&name);
    let points: Value = serde_json::from_str(&read("points.json".into())).expect("JSON");
    let quotes = quotes(&points);
    assert!(quotes.len() >= 50, "only {} quotes", quotes.len());

    for report in ["intelnews", "wapo", "scmp"] {
        let text = read(format!("{report}.txt"));
        let index = index(&text);
        let bare: Vec<_> = quotes
            .iter()
            .map(|quote| Selector { exact: quote.selector.exact.clone(), ..Selector::default() })
            .collect();
        let with = |selector| Wanted { selector, all: false, within: None };
        let wanted: Vec<_> = quotes.iter().map(|quote| with(&quote.selector)).chain(bare.iter().map(with)).collect();
        let results = locate(&index, &mut Native, &wanted);
        for (at, (quote, result)) in quotes.iter().chain(&quotes).zip(results).enumerate() {
            let words = &quote.selector.exact;
            if quote.report != report {
                assert_eq!(result, Err(Refused::Absent), "{words:?} in {report}");
                continue;
            }
            // Without its context a quote may be one of several, but is never put at another.
            let times = text.to_lowercase().matches(&words.to_lowercase()).count();
            if times > 1 && at >= quotes.len() {
                assert_eq!(result, Err(Refused::Ambiguous), "{words:?} in {report}");
                continue;
            }
            let found = result.unwrap_or_else(|refused| panic!("{words:?} in {report}: {refused:?}"));
            let expected = Range { start: place(&text, quote.start), end: place(&text, quote.end) };
            assert_eq!(found.ranges, [expected], "{words:?} in {report}");
            assert_eq!((found.kind, found.score), (Kind::Exact, 1.0), "{words:?} in {report}");
            assert_eq!(&index.text(expected), words);
        }
    }
}

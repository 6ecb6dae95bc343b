//! Tables of pages and quotes.

use crate::page::{page, scattered, selector};
use variorum::anchor::{Kind, Refused, Wanted, locate};
use variorum::text::Native;

/// What it shows, a page with what should be found drawn on it, a quote, how it should be found.
pub type Row<'a> = (&'a str, &'a str, &'a str, Result<Kind, Refused>);

/// Looks for each quote in its page, and in the same page in pieces of one character.
pub fn check(rows: &[Row]) {
    let mut failures = String::new();
    for &(name, drawing, quote, expected) in rows {
        for drawing in [String::from(drawing), scattered(drawing)] {
            let (page, selector) = (page(&drawing), selector(quote));
            let wanted = [Wanted { selector: &selector, all: false, within: None }];
            let result = locate(&page.index, &mut Native, &wanted).remove(0);
            let told = result.as_ref().map(|found| found.kind).map_err(|&refused| refused);
            let ranges = result.map(|found| found.ranges).unwrap_or_default();
            if told != expected || ranges != page.drawn {
                let texts: Vec<_> = ranges.iter().map(|&range| page.index.text(range)).collect();
                failures +=
                    &format!("\n{name}: {quote:?} in {drawing:.200?}\n    {told:?}, not {expected:?}: {texts:?}");
                break;
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

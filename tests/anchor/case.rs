//! A page and a quote as one text, for files and for what a fuzzer makes up.

use crate::pieces::{holds, joined, same};
use variorum::dossier::Selector;

/// Reads a case: the first line is the quote, `prefix{exact}suffix` or exact alone; what follows is the page, `|` an
/// inline edge, `¶` a block edge or `<br>`. Every text is a case.
fn read(case: &str) -> (Selector, Vec<(String, bool)>) {
    let (quote, page) = case.split_once('\n').unwrap_or((case, ""));
    let (prefix, rest) = quote.split_once('{').unwrap_or(("", quote));
    let (exact, suffix) = rest.split_once('}').unwrap_or((rest, ""));
    let piece = |text: &str| (text.trim_end_matches(['|', '¶']).into(), text.ends_with('¶'));
    let pieces = page.split_inclusive(['|', '¶']).map(piece).collect();
    (Selector { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }, pieces)
}

/// Whatever the case: nothing panics, and what is found obeys the laws.
pub fn obeys(case: &str) {
    let (selector, pieces) = read(case);
    for all in [false, true] {
        holds(&pieces, &selector, all);
        same(&pieces, &joined(&pieces), &selector, all);
    }
}

//! The words right before and after a quote, by which it is told from its like and found again.

use super::page::Page;
use crate::dossier::is_hidden;
use crate::text::{Range, Unicode, fold};

/// Characters of context that a quote is given: a few words.
const LENGTH: usize = 32;

/// The prefix and the suffix that belong to a place: whole words of its block, up to the length that quotes are given.
pub(super) fn context(page: &Page, range: Range) -> (String, String) {
    let (before, after) = page.block(range);
    (last_words(&on_one_line(before)), first_words(&on_one_line(after)))
}

/// Each run of white space as one space.
fn on_one_line(text: &str) -> String {
    let mut line = String::new();
    // What a dossier may not hold is nothing to find words by.
    for c in text.chars().filter(|c| !is_hidden(*c)) {
        match c.is_whitespace() {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(c),
        }
    }
    line
}

/// Whether these words stand right before a place, and those right after; folded. Empty ones do.
pub(super) fn stand_beside(
    page: &Page,
    unicode: &mut dyn Unicode,
    range: Range,
    prefix: &str,
    suffix: &str,
) -> (bool, bool) {
    let (before, after) = page.beside(range, 4 * prefix.len().max(suffix.len()) + 64);
    let mut folded = |words: &str| fold(unicode, words);
    (folded(&before).ends_with(&folded(prefix)), folded(&after).starts_with(&folded(suffix)))
}

/// The end of a text, from where a word begins. (In scripts without spaces every character may begin one.)
fn last_words(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().rev().nth(LENGTH) else { return text.to_owned() };
    let tail = &text[cut..];
    let start = tail.find(char::is_whitespace).unwrap_or(tail.chars().next().map_or(0, char::len_utf8));
    tail[start..].trim_start().to_owned()
}

/// The beginning of a text, up to where a word ends.
fn first_words(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(LENGTH) else { return text.to_owned() };
    let head = &text[..cut];
    if text[cut..].starts_with(char::is_whitespace) {
        return head.trim_end().to_owned();
    }
    let end = head.rfind(char::is_whitespace).unwrap_or(cut);
    head[..end].trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words() {
        let check = |text: &str, last: &str, first: &str| {
            assert_eq!((last_words(text).as_str(), first_words(text).as_str()), (last, first), "{text}");
        };
        check("", "", "");
        check("kept for ", "kept for ", "kept for ");
        check(
            "The passengers of the ferry were kept aboard for hours",
            "ferry were kept aboard for hours",
            "The passengers of the ferry were",
        );
        check(&"배".repeat(40), &"배".repeat(32), &"배".repeat(32));
    }
}

//! Quotes that stop right beside a word which changes what they say.

use super::Check;
use super::code::Code;
use super::missed::quoted;
use super::page::Page;
use super::quotes::Sought;
use crate::anchor::is_negation;
use crate::text::{Range, fold};

impl Check<'_> {
    /// Finds a negation right before or after a quote, in the same sentence.
    pub(super) fn cut(&mut self, quote: &Sought, path: &str, page: &Page, range: Range) {
        let exact = &quote.selector.exact;
        let (before, after) = page.block(range);
        let last = before.split_whitespace().next_back().filter(|word| !ends_sentence(word));
        let next = after.split_whitespace().next().filter(|_| !ends_sentence(exact));
        for (side, word) in [("before", last), ("after", next)] {
            let Some(word) = word.filter(|word| self.changes_meaning(word)) else { continue };
            let message =
                format!("Right {side} these words {path} has {}, which may change what they say.", quoted(word));
            self.find(Code::QuoteCut, &quote.here.at("exact"), message);
        }
    }

    /// Whether a word beside a quote denies it.
    fn changes_meaning(&mut self, word: &str) -> bool {
        let word = fold(self.unicode, word);
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'');
        // "isn't", "wasn't"
        is_negation(bare) || bare.ends_with("n't")
    }
}

/// Whether a sentence ends with this word, a quotation mark or bracket after it or not.
fn ends_sentence(word: &str) -> bool {
    word.trim_end_matches(['"', '\'', '”', '’', '»', ')'])
        .ends_with(['.', '!', '?', ':', ';', '…', '。', '！', '？', '؟'])
}

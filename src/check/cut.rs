//! Quotes that stop right beside a word which changes what they say.

use super::Check;
use super::code::Code;
use super::missed::quoted;
use super::page::Page;
use super::quotes::Sought;
use crate::anchor::is_negation;
use crate::dossier::{Answer, Claim, Reading};
use crate::prose::understand;
use crate::text::{Range, fold};

/// How many words beside a figure may change it: "in the range of".
const FEW: usize = 3;

impl Check<'_> {
    /// Finds a negation or a hedge right before or after a quote, in the same sentence.
    pub(super) fn cut(&mut self, quote: &Sought, path: &str, page: &Page, range: Range) {
        let exact = &quote.selector.exact;
        let (before, after) = page.block(range);
        let mut last: Vec<&str> =
            before.split_whitespace().rev().take_while(|word| !ends_sentence(word)).take(FEW).collect();
        last.reverse();
        let next: Vec<&str> = match ends_sentence(exact) {
            true => Vec::new(),
            false => after.split_whitespace().take(FEW).collect(),
        };
        let hedged = |words: &[&str], is_before| {
            quote.proves.and_then(|(claim, reading)| self.hedge(claim, reading, exact, words, is_before))
        };
        let hedges = (hedged(&last, true), hedged(&next, false));
        for (side, word, hedge) in [("before", last.last(), hedges.0), ("after", next.first(), hedges.1)] {
            let word = word.filter(|word| self.changes_meaning(word)).map(|word| (*word).to_owned());
            let Some(words) = hedge.or(word) else { continue };
            let message =
                format!("Right {side} these words {path} has {}, which may change what they say.", quoted(&words));
            self.find(Code::QuoteCut, &quote.here.at("exact"), message);
        }
    }

    /// Of some words beside a quote those, nearest to it, with which the figure at its edge is another: "nearly" before
    /// "four hours", "or more" after it.
    fn hedge(&self, claim: &Claim, reading: &Reading, exact: &str, beside: &[&str], is_before: bool) -> Option<String> {
        let Some(Answer { words: Some(words), .. }) = &reading.answer else { return None };
        let lang = &self.dossier.sources.get(reading.source)?.lang;
        let (exact, printed) = (exact.trim().to_lowercase(), words.trim().to_lowercase());
        if !(if is_before { exact.starts_with(&printed) } else { exact.ends_with(&printed) }) {
            return None;
        }
        let ends = |c: char| c.is_ascii_punctuation();
        let read = |words: &str| understand(words, claim.kind, claim.unit.as_deref(), lang).ok();
        let alone = read(words)?;
        (1..=beside.len()).find_map(|count| {
            let hedge = if is_before { &beside[beside.len() - count..] } else { &beside[..count] }.join(" ");
            let whole = if is_before { format!("{hedge} {words}") } else { format!("{words} {hedge}") };
            let is_another = read(whole.trim_end_matches(ends)).is_some_and(|value| value != alone);
            is_another.then(|| hedge.trim_end_matches(ends).to_owned())
        })
    }

    /// Whether a word beside a quote denies it, or takes its certainty away.
    fn changes_meaning(&mut self, word: &str) -> bool {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        // "May" alone is a month.
        if bare == "May" {
            return false;
        }
        let folded = fold(self.unicode, bare);
        // "isn't", "wasn't"
        is_negation(&folded) || folded.ends_with("n't") || HEDGES.binary_search(&bare.to_lowercase().as_str()).is_ok()
    }
}

/// Whether a sentence ends with this word, a quotation mark or bracket after it or not.
fn ends_sentence(word: &str) -> bool {
    let word = word.trim_end_matches(['"', '\'', '”', '’', '»', ')']);
    word.ends_with(['.', '!', '?', ':', ';', '…', '。', '！', '？', '؟'])
}

/// Words that say how sure a statement is, in the languages that the negations are known of. In small letters; sorted.
#[rustfmt::skip]
const HEDGES: &[&str] = &[
    "alegadamente", "allegedly", "angeblich", "aparentemente", "apparemment", "apparently", "could", "eventuell",
    "hardly", "kaum", "likely", "may", "maybe", "might", "mutmaßlich", "möglicherweise", "perhaps", "peut-être",
    "posiblemente", "possibly", "possivelmente", "presumably", "presuntamente", "probablement", "probablemente",
    "probably", "provavelmente", "prétendument", "purportedly", "quizá", "quizás", "reportedly", "seemingly",
    "supostamente", "supposedly", "supuestamente", "talvez", "unlikely", "vermutlich", "vielleicht",
    "vraisemblablement", "wahrscheinlich", "wohl", "вероятно", "возможно", "предположительно", "якобы",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hedges_are_sorted() {
        assert!(HEDGES.is_sorted());
    }
}

//! Whether what a source is said to have changed is gone from its text.

use super::Check;
use super::code::Code;
use super::context::stand_beside;
use super::missed::lines;
use super::page::Page;
use super::quotes::Sought;
use super::seek::{Outcome, seek};

impl Check<'_> {
    /// Finds what a source said before it changed its text and says still, word for word, in the context that is given.
    /// That is all that can be known: the text of then is not saved.
    pub(super) fn stands_still(&mut self, was: &[Sought], path: &str, page: &Page) {
        let outcomes = seek(page, self.unicode, was);
        for (quote, outcome) in was.iter().zip(outcomes) {
            let mut ranges = match outcome {
                Outcome::Stands(found) => found.ranges,
                Outcome::Several(ranges) => ranges,
                _ => continue,
            };
            let (prefix, suffix) = (&quote.selector.prefix, &quote.selector.suffix);
            ranges.retain(|range| stand_beside(page, self.unicode, *range, prefix, suffix) == (true, true));
            if !ranges.is_empty() {
                let lines = lines(page, &ranges);
                let message = format!("These words are said to have been changed, but {path} still has them, {lines}.");
                self.find(Code::WasStands, &quote.here.at("exact"), message);
            }
        }
    }
}

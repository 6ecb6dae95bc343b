//! What is put into a text, and where.

use std::ops::Range;

/// Insertions into a text. Those at one place keep their order.
#[derive(Clone, Default)]
pub struct Edits(Vec<(usize, String)>);

impl Edits {
    /// Puts in `words` before this byte.
    pub fn insert(&mut self, at: usize, words: impl Into<String>) {
        self.0.push((at, words.into()));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The text with all of it in; and where in it each insertion begins, in the order in which they were made.
    pub fn apply(&self, text: &str) -> (String, Vec<usize>) {
        let mut order: Vec<usize> = (0..self.0.len()).collect();
        order.sort_by_key(|&nth| self.0[nth].0);
        let added: usize = self.0.iter().map(|(_, words)| words.len()).sum();
        let (mut out, mut from) = (String::with_capacity(text.len() + added), 0);
        let mut begins = vec![0; order.len()];
        for nth in order {
            let (at, words) = &self.0[nth];
            out.push_str(&text[from..*at]);
            begins[nth] = out.len();
            out.push_str(words);
            from = *at;
        }
        out.push_str(&text[from..]);
        (out, begins)
    }
}

/// A text without these stretches, which don't overlap.
pub fn without(text: &str, mut gone: Vec<Range<usize>>) -> String {
    gone.sort_by_key(|range| range.start);
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for range in gone {
        out.push_str(&text[from..range.start.max(from)]);
        from = range.end.max(from);
    }
    out.push_str(&text[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_and_out() {
        let mut edits = Edits::default();
        for (at, words) in [(3, "]"), (1, "["), (3, "("), (4, ")"), (0, "<")] {
            edits.insert(at, words);
        }
        let (with, begins) = edits.apply("abcd");
        assert_eq!((with.as_str(), begins.as_slice()), ("<a[bc](d)", &[5, 2, 6, 8, 0][..]));
        let gone = begins.into_iter().map(|at| at..at + 1).collect();
        assert_eq!(without(&with, gone), "abcd");
    }
}

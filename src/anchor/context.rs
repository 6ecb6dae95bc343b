//! How much of a quote's context stands beside a place.

use crate::text::{is_letter, is_word};

/// One side of a place, compared outwards from it.
#[derive(Clone, Copy, Default)]
pub(super) struct Side {
    /// Bytes of context given, white space not counted.
    pub given: usize,
    /// How many of them, next to the place, stand there.
    pub agreed: usize,
    /// At least the nearest word agrees as a whole, or what is given of it. Punctuation alone is no word.
    pub word: bool,
}

impl Side {
    /// Compares the folded text before a place with a folded prefix.
    pub fn before(page: &str, prefix: &str) -> Side {
        Side::compare(&mut page.chars().rev(), &mut prefix.chars().rev(), prefix)
    }

    /// Compares the folded text after a place with a folded suffix.
    pub fn after(page: &str, suffix: &str) -> Side {
        Side::compare(&mut page.chars(), &mut suffix.chars(), suffix)
    }

    /// Both are read away from the place. White space is passed over, since at block edges one tool writes it and
    /// another doesn't.
    fn compare(page: &mut dyn Iterator<Item = char>, given: &mut dyn Iterator<Item = char>, context: &str) -> Side {
        let mut side = Side { given: context.len() - context.matches(' ').count(), ..Side::default() };
        let (mut page, mut given) = (Steps { text: page, letter: false }, Steps { text: given, letter: false });
        // Something of a word has agreed; it is a whole word as soon as one ends.
        let mut begun = false;
        loop {
            match (page.next(), given.next()) {
                (Some((a, edge_a)), Some((b, edge_b))) if a == b => {
                    side.word |= begun && (edge_a || edge_b);
                    side.agreed += a.len_utf8();
                    begun |= is_word(a);
                }
                (a, b) => {
                    let edge = |step: Option<(char, bool)>| step.is_none_or(|(_, edge)| edge);
                    side.word |= begun && (b.is_none() || edge(a) && edge(b));
                    return side;
                }
            }
        }
    }

    /// All that is given stands there.
    pub fn fits(self) -> bool {
        self.agreed == self.given
    }
}

/// Characters other than spaces, and of each whether a word ends before it.
struct Steps<'t> {
    text: &'t mut dyn Iterator<Item = char>,
    letter: bool,
}

impl Iterator for Steps<'_> {
    type Item = (char, bool);

    fn next(&mut self) -> Option<(char, bool)> {
        loop {
            let c = self.text.next()?;
            if c == ' ' {
                self.letter = false;
                continue;
            }
            let letter = is_letter(c);
            let edge = !(letter && self.letter);
            self.letter = letter;
            return Some((c, edge));
        }
    }
}

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
    /// Compares folded text with folded context; `page` and `given` read away from the place. White space is
    /// passed over, since at block edges one tool writes it and another doesn't.
    pub fn new(page: impl Iterator<Item = char>, given: impl Iterator<Item = char> + Clone) -> Side {
        let mut side = Side { given: given.clone().filter(|&c| c != ' ').map(char::len_utf8).sum(), ..Side::default() };
        let (mut page, mut given) = (Steps::new(page), Steps::new(given));
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
struct Steps<I> {
    text: I,
    letter: bool,
}

impl<I> Steps<I> {
    fn new(text: I) -> Self {
        Steps { text, letter: false }
    }
}

impl<I: Iterator<Item = char>> Iterator for Steps<I> {
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

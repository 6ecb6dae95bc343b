//! Where stretches of four characters stand: cheap evidence of where an edited quote may be.

use super::search::{Host, STRIDE};

/// Characters of a gram. Three are too common to tell places apart; five lose more of a quote to each edit.
const LENGTH: u32 = 4;

/// Factor of the polynomial that a gram is hashed to: odd, its bits well mixed.
const FACTOR: u32 = 0x9E37_79B1;

/// Where each gram of a text stands, by hash. Grams of one hash are not told apart: strangers are few, and a place needs
/// several grams anyway.
#[derive(Default)]
pub(super) struct Grams {
    /// For each hash, what there is of it.
    slots: Vec<Slot>,
    /// In the order of the text.
    all: Vec<Gram>,
    roller: Roller,
}

/// The grams of one hash.
#[derive(Clone, Copy, Default)]
struct Slot {
    /// The last of them: its number in `all` and one more, 0 for none.
    last: u32,
    count: u32,
}

#[derive(Clone, Copy)]
struct Gram {
    /// The byte of the text at which it begins.
    start: u32,
    /// The one before it of the same hash, numbered likewise.
    before: u32,
}

impl Grams {
    /// Goes on reading `text`, which must be the same each time; `true` when all is read, `false` where the host
    /// paused.
    pub fn advance(&mut self, text: &str, host: &mut dyn Host) -> bool {
        if self.slots.is_empty() {
            self.slots = vec![Slot::default(); text.len().next_power_of_two().max(256)];
            self.all.reserve(text.len());
        }
        while (self.roller.read as usize) < text.len() {
            let from = self.roller.read as usize;
            let to = text.floor_char_boundary(from + STRIDE);
            let Grams { slots, all, roller } = self;
            roller.read(&text[from..to], |hash, start| {
                let at = slot(hash, slots.len());
                let slot = &mut slots[at];
                all.push(Gram { start, before: slot.last });
                *slot = Slot { last: all.len() as u32, count: slot.count + 1 };
            });
            if host.pauses() {
                return false;
            }
        }
        true
    }

    /// Tells for each gram of `pattern` the byte of the pattern at which it begins, and its places in the text, last
    /// first; no more than `most`, and none where there are more.
    pub fn look_up(&self, pattern: &str, most: usize, tell: &mut dyn FnMut(u32, &[u32])) {
        let mut places = Vec::with_capacity(most);
        Roller::default().read(pattern, |hash, start| {
            places.clear();
            let slot = self.slots.get(slot(hash, self.slots.len())).copied().unwrap_or_default();
            let mut next = if slot.count as usize > most { 0 } else { slot.last };
            while let Some(gram) = next.checked_sub(1).and_then(|at| self.all.get(at as usize)) {
                places.push(gram.start);
                next = gram.before;
            }
            tell(start, &places);
        });
    }
}

/// Which of so many slots, a power of two.
fn slot(hash: u32, slots: usize) -> usize {
    // The upper bits of a product depend on all of the lower ones.
    (hash.wrapping_mul(0x85EB_CA6B) >> 8) as usize & slots.wrapping_sub(1)
}

/// A hash of the last four characters, rolled on (Karp and Rabin).
#[derive(Default)]
struct Roller {
    /// The last characters and the bytes they began at, oldest first from `at`.
    last: [(u32, u32); LENGTH as usize],
    count: u32,
    hash: u32,
    /// Bytes read.
    read: u32,
}

impl Roller {
    /// Reads on; tells the hash of every gram that ends here, and the byte at which it begins.
    fn read(&mut self, text: &str, mut tell: impl FnMut(u32, u32)) {
        const OLDEST: u32 = FACTOR.wrapping_pow(LENGTH);
        for c in text.chars() {
            let at = (self.count % LENGTH) as usize;
            let (oldest, _) = self.last[at];
            self.hash = self.hash.wrapping_mul(FACTOR).wrapping_add(c as u32);
            self.hash = self.hash.wrapping_sub(oldest.wrapping_mul(OLDEST));
            self.last[at] = (c as u32, self.read);
            self.read += c.len_utf8() as u32;
            self.count += 1;
            if self.count >= LENGTH {
                tell(self.hash, self.last[(self.count % LENGTH) as usize].1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, gram: &str, expected: &[u32]) {
        let mut grams = Grams::default();
        assert!(grams.advance(text, &mut ()));
        let mut found: Vec<u32> = Vec::new();
        grams.look_up(gram, 1000, &mut |_, places| found.extend(places.iter().rev()));
        // Of one hash may be others; of the same characters must be all.
        found.retain(|&at| text[at as usize..].starts_with(gram));
        assert_eq!(found, expected, "{gram:?} in {text:?}");
    }

    #[test]
    fn tells_every_place() {
        check("", "four", &[]);
        check("fou", "four", &[]);
        check("four", "four", &[0]);
        check("fourfour", "four", &[0, 4]);
        check("aaaaaa", "aaaa", &[0, 1, 2]);
        check("네 시간 네 시간", "네 시간", &[0, 11]);
        let long = "held for four hours, ".repeat(500);
        let all: Vec<u32> = (0..500).map(|at| at * 21 + 9).collect();
        check(&long, "four", &all);
    }
}

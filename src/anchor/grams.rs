//! Where stretches of four characters stand: cheap evidence of where an edited quote may be.

use super::search::{Host, STRIDE};

/// Characters of a gram. Three are too common to tell places apart; five lose more of a quote to each edit.
const LENGTH: u32 = 4;

/// Factor of the polynomial that a gram is hashed to: odd, its bits well mixed.
const FACTOR: u32 = 0x9E37_79B1;

/// Where each gram of a text stands, by hash. Grams of one hash are not told apart: at two slots a byte
/// strangers are few, and a place needs several grams anyway.
#[derive(Default)]
pub(super) struct Grams {
    /// For each slot, where its places end in `places`; of the slot before, where they begin.
    ends: Vec<u32>,
    /// Bytes of the text at which grams begin, by slot, descending in each.
    places: Vec<u32>,
    /// Bits of a hash that are kept.
    bits: u32,
    step: Step,
}

/// How far the index is.
#[derive(Default)]
enum Step {
    #[default]
    New,
    /// Grams up to here have been counted, into `ends`.
    Counting(Roller, usize),
    /// Grams up to here have their places.
    Placing(Roller, usize),
    Done,
}

impl Grams {
    /// Goes on reading `text`, which must be the same each time; `true` when all is read, `false` where the host
    /// paused. Two passes: how many of each, then where (a counting sort).
    pub fn advance(&mut self, text: &str, host: &mut dyn Host) -> bool {
        loop {
            match &mut self.step {
                Step::New => {
                    self.bits = (text.len() as u32 * 2).next_power_of_two().ilog2().clamp(8, 22);
                    self.ends = vec![0; 1 << self.bits];
                    self.step = Step::Counting(Roller::default(), 0);
                }
                Step::Counting(roller, at) if *at < text.len() => {
                    let end = text.floor_char_boundary(*at + STRIDE).max(*at + 1);
                    let bits = self.bits;
                    let ends = &mut self.ends;
                    roller.read(&text[*at..end], |hash, _| ends[slot(hash, bits)] += 1);
                    *at = end;
                }
                Step::Counting(..) => {
                    let mut sum = 0;
                    for end in &mut self.ends {
                        sum += *end;
                        *end = sum;
                    }
                    self.places = vec![0; sum as usize];
                    self.step = Step::Placing(Roller::default(), 0);
                }
                Step::Placing(roller, at) if *at < text.len() => {
                    let end = text.floor_char_boundary(*at + STRIDE).max(*at + 1);
                    let bits = self.bits;
                    let (ends, places) = (&mut self.ends, &mut self.places);
                    roller.read(&text[*at..end], |hash, start| {
                        let end = &mut ends[slot(hash, bits)];
                        *end -= 1;
                        places[*end as usize] = start;
                    });
                    *at = end;
                }
                Step::Placing(..) => {
                    // Filling has moved each end to where its slot begins; the next one's is where it ends.
                    self.ends.push(self.places.len() as u32);
                    self.step = Step::Done;
                }
                Step::Done => return true,
            }
            if host.pauses() {
                return false;
            }
        }
    }

    /// Tells for each gram of `pattern` the byte of the pattern at which it begins, and all places of it in the text.
    pub fn look_up(&self, pattern: &str, tell: &mut dyn FnMut(u32, &[u32])) {
        Roller::default().read(pattern, |hash, start| {
            let slot = slot(hash, self.bits);
            if let (Some(&from), Some(&to)) = (self.ends.get(slot), self.ends.get(slot + 1)) {
                tell(start, &self.places[from as usize..to as usize]);
            }
        });
    }
}

fn slot(hash: u32, bits: u32) -> usize {
    // The upper bits of a product depend on all of the lower ones.
    (hash.wrapping_mul(0x85EB_CA6B) >> (32 - bits)) as usize
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
        grams.look_up(gram, &mut |_, places| found.extend(places.iter().rev()));
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

//! What happens to sentences between the day when they are quoted and today.

/// Ordinary words, to replace others with.
const WORDS: &[&str] =
    &["garden", "quickly", "yellow", "window", "carried", "around", "under", "really", "paper", "simple"];

/// Numbers that look random and are the same every time: SplitMix64.
pub struct Random(pub u64);

impl Random {
    /// One of the numbers below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ bits >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ bits >> 31) % bound as u64) as usize
    }
}

/// A sentence as it was before the page was edited; `None` if it has nothing to edit in this way.
pub type Edit = fn(&mut Random, &str) -> Option<String>;

/// The sentence itself.
pub fn none(_: &mut Random, text: &str) -> Option<String> {
    Some(text.into())
}

/// Other quotes, dashes and spaces, and here and there a soft hyphen.
pub fn typography(random: &mut Random, text: &str) -> Option<String> {
    let mut out = String::new();
    for c in text.chars() {
        out.push(match c {
            '"' | '“' | '”' => ['"', '“', '”', '„', '«'][random.below(5)],
            '\'' | '’' | '‘' => ['\'', '’', '‘'][random.below(3)],
            '-' | '–' | '—' => ['-', '–', '—', '‑'][random.below(4)],
            ' ' => [' ', '\u{A0}', '\u{2009}', '\n'][random.below(4)],
            c => c,
        });
        if c.is_ascii_lowercase() && random.below(20) == 0 {
            out.push('\u{AD}');
        }
    }
    Some(out)
}

/// One to three letters substituted, inserted, deleted or swapped.
pub fn typos(random: &mut Random, text: &str) -> Option<String> {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..1 + random.below(3) {
        let inside = |&at: &usize| letters[at - 1].is_lowercase() && letters[at].is_lowercase();
        let places: Vec<usize> = (1..letters.len()).filter(inside).collect();
        let at = *places.get(random.below(places.len().max(1)))?;
        let other = char::from(b'a' + random.below(26) as u8);
        match random.below(4) {
            0 => letters[at] = other,
            1 => letters.insert(at, other),
            2 => drop(letters.remove(at)),
            _ => letters.swap(at - 1, at),
        }
    }
    Some(letters.into_iter().collect())
}

/// A tenth of the words, and at least one, replaced, inserted before, or deleted.
pub fn some_words(random: &mut Random, text: &str) -> Option<String> {
    let mut words: Vec<&str> = text.split(' ').collect();
    for _ in 0..words.len().div_ceil(10) {
        let (at, other) = (random.below(words.len()), WORDS[random.below(WORDS.len())]);
        match random.below(3) {
            0 => words[at] = other,
            1 => words.insert(at, other),
            _ => drop(words.remove(at)),
        }
    }
    (words.len() >= 8).then(|| words.join(" "))
}

/// Six words of ten are others.
pub fn most_words(random: &mut Random, text: &str) -> Option<String> {
    let mut words: Vec<&str> = text.split(' ').collect();
    let mut kept: Vec<usize> = (0..words.len()).collect();
    for _ in 0..(words.len() * 6).div_ceil(10) {
        let at = kept.swap_remove(random.below(kept.len()));
        words[at] = WORDS[random.below(WORDS.len())];
    }
    (words.len() >= 8).then(|| words.join(" "))
}

/// Another digit for each digit.
pub fn digits(random: &mut Random, text: &str) -> Option<String> {
    let other = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_digit((digit + 1 + random.below(9) as u32) % 10, 10).unwrap_or(c),
        None => c,
    };
    let changed: String = text.chars().map(other).collect();
    (changed != text).then_some(changed)
}

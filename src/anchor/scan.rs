//! All needles in one pass over a text: the automaton of Aho and Corasick, over bytes.

/// Where nothing has been read yet.
const ROOT: u32 = 0;

/// What has been read fits this far into one or more needles.
#[derive(Clone, Copy, Default)]
struct State {
    /// The states that read one byte further: so many, from here on.
    children: (u32, u32),
    /// Where to go on if none of them reads the next byte: at the longest proper end of what has been read that
    /// some needle begins with.
    fail: u32,
    /// The needle that has been read.
    needle: Option<u32>,
    /// The nearest state on the way of `fail` that has read a needle; the root if none has.
    shorter: u32,
}

/// Needles made ready: costs as much as they are long, and nothing per needle while scanning.
pub(super) struct Automaton {
    needles: Vec<String>,
    states: Vec<State>,
    /// The byte that each state has read last; apart, so that children are looked through quickly.
    bytes: Vec<u8>,
    /// The children of the root, by byte: most of a text is read there. The root itself where there is none.
    roots: [u32; 256],
    /// Where reading stands.
    state: u32,
}

impl Automaton {
    /// Of needles that are sorted, each once, none empty.
    pub fn new(needles: Vec<String>) -> Self {
        let (states, bytes) = (vec![State::default()], vec![0]);
        let mut this = Automaton { needles: Vec::new(), states, bytes, roots: [ROOT; 256], state: ROOT };
        // Breadth first, so that `fail` leads to states that are complete. Each state with the needles that begin
        // as it has read, and how much that is.
        let mut spans = vec![(0, needles.len(), 0)];
        let mut at = 0;
        while let Some(&(mut from, to, depth)) = spans.get(at) {
            if this.states[at].needle.is_some() {
                from += 1;
            }
            let first = this.states.len() as u32;
            while from < to {
                let byte = needles[from].as_bytes()[depth];
                let same = needles[from..to].partition_point(|needle| needle.as_bytes()[depth] == byte);
                let fail = if depth == 0 { ROOT } else { this.next(this.states[at].fail, byte) };
                let found = this.states[fail as usize];
                this.states.push(State {
                    children: (0, 0),
                    fail,
                    needle: (needles[from].len() == depth + 1).then_some(from as u32),
                    shorter: if found.needle.is_some() { fail } else { found.shorter },
                });
                this.bytes.push(byte);
                spans.push((from, from + same, depth + 1));
                from += same;
            }
            let children = (first, this.states.len() as u32);
            this.states[at].children = children;
            if depth == 0 {
                (children.0..children.1).for_each(|child| this.roots[this.bytes[child as usize] as usize] = child);
            }
            at += 1;
        }
        this.needles = needles;
        this
    }

    /// Which needle this is.
    pub fn needle(&self, text: &str) -> Option<usize> {
        self.needles.binary_search_by(|needle| needle.as_str().cmp(text)).ok()
    }

    /// Reads on. Tells every place where a needle ends: which one, and how many of these bytes have been read then;
    /// ascending for each needle.
    pub fn read(&mut self, text: &[u8], mut tell: impl FnMut(usize, usize)) {
        for (at, &byte) in text.iter().enumerate() {
            self.state = self.next(self.state, byte);
            let mut found = self.state;
            while found != ROOT {
                let State { needle, shorter, .. } = self.states[found as usize];
                if let Some(needle) = needle {
                    tell(needle as usize, at + 1);
                }
                found = shorter;
            }
        }
    }

    fn next(&self, mut state: u32, byte: u8) -> u32 {
        while state != ROOT {
            let State { children: (first, end), fail, .. } = self.states[state as usize];
            let children = &self.bytes[first as usize..end as usize];
            if let Some(child) = children.iter().position(|&other| other == byte) {
                return first + child as u32;
            }
            state = fail;
        }
        self.roots[byte as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, needles: &[&str]) {
        let mut found = Vec::new();
        let mut automaton = Automaton::new(needles.iter().map(|&needle| needle.into()).collect());
        // In two steps, cut anywhere.
        let (first, second) = text.as_bytes().split_at(text.len() / 2);
        automaton.read(first, |needle, end| found.push((needle, end - needles[needle].len())));
        let before = first.len();
        automaton.read(second, |needle, end| found.push((needle, before + end - needles[needle].len())));
        found.sort_by_key(|&(needle, _)| needle);
        let expected: Vec<_> = needles
            .iter()
            .enumerate()
            .flat_map(|(at, needle)| {
                (0..text.len())
                    .filter(|&start| text.as_bytes()[start..].starts_with(needle.as_bytes()))
                    .map(move |start| (at, start))
            })
            .collect();
        assert_eq!(found, expected, "{needles:?} in {text:?}");
    }

    #[test]
    fn tells_every_place() {
        check("", &["a"]);
        check("abc", &[]);
        check("abcd", &["abcd", "abcde", "b", "bc", "bcd", "bd", "d"]);
        check("she sells hers", &["he", "hers", "his", "s", "she", "shells"]);
        check("aaaaa", &["a", "aa", "aaa", "aaaaaa"]);
        check("день и ночь", &["ень", "и", "ночь", "очи", "ь"]);
    }

    proptest! {
        #[test]
        fn as_one_by_one(text in "[abé]{0,40}", needles in prop::collection::btree_set("[abé]{1,6}", 0..12)) {
            check(&text, &needles.iter().map(|needle| &**needle).collect::<Vec<_>>());
        }
    }
}

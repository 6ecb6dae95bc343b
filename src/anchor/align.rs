//! How far two texts are apart, many columns of the table at once.

/// A pattern made ready: Myers' bit-parallel edit distance ("A fast bit-vector algorithm for approximate string matching
/// based on dynamic programming", JACM 46, 1999), in blocks of 64 as Hyyrö (2003) has them. Counts characters.
pub(super) struct Pattern {
    /// The distinct characters of the pattern other than ASCII, and their row in `rows`.
    others: Vec<(char, u32)>,
    /// The row of each ASCII character; 0 has no bit set.
    ascii: [u32; 128],
    /// For each row and block, at which places of the pattern its character stands.
    rows: Vec<u64>,
    blocks: usize,
    length: u32,
}

/// How far a pattern is from a text, in characters.
#[derive(Clone, Copy, Default)]
pub(super) struct Apart {
    /// Of the pattern.
    pub given: u32,
    /// Inserted, lost or changed.
    pub edits: u32,
}

/// The differences between neighbours down one column of a block: where the lower is one more, where one less.
#[derive(Clone, Copy)]
struct Block {
    more: u64,
    less: u64,
}

impl Pattern {
    /// Reads a pattern.
    pub fn new(pattern: &mut dyn Iterator<Item = char>) -> Self {
        let pattern: Vec<char> = pattern.collect();
        let blocks = pattern.len().div_ceil(64);
        let mut this = Pattern {
            others: Vec::new(),
            ascii: [0; 128],
            rows: vec![0; blocks],
            blocks,
            length: pattern.len() as u32,
        };
        for (at, &c) in pattern.iter().enumerate() {
            let mut row = this.row(c);
            if row == 0 {
                row = (this.rows.len() / blocks) as u32;
                this.rows.resize(this.rows.len() + blocks, 0);
                match this.ascii.get_mut(c as usize) {
                    Some(slot) => *slot = row,
                    None => this.others.push((c, row)),
                }
            }
            this.rows[row as usize * blocks + at / 64] |= 1 << (at % 64);
        }
        this
    }

    /// Characters of it.
    pub fn length(&self) -> u32 {
        self.length
    }

    /// How far all of it is from what a text begins with, read forwards, or ends with, read backwards; however much of
    /// the text that is.
    pub fn beside(&self, text: &str, way: Way) -> Apart {
        // More of the text can't bring it nearer than leaving the pattern out.
        let most = 2 * self.length as usize;
        let text = match way {
            Way::Forwards => text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at]),
            Way::Backwards => text.char_indices().rev().nth(most).map_or(text, |(at, _)| &text[at..]),
        };
        let least = self.steps(text, way, false).iter().map(|step| step.edits).min();
        Apart { given: self.length, edits: least.map_or(self.length, |least| least.min(self.length)) }
    }

    /// How far it is from all of a text.
    pub fn edits(&self, text: &str) -> u32 {
        self.steps(text, Way::Forwards, false).last().map_or(self.length, |step| step.edits)
    }

    fn row(&self, c: char) -> u32 {
        match self.ascii.get(c as usize) {
            Some(&row) => row,
            None => self.others.iter().find(|&&(other, _)| other == c).map_or(0, |&(_, row)| row),
        }
    }

    /// After each character of `text`, how far the pattern is from what has been read: from its nearest end (`anywhere`,
    /// for searching) or from all of it. Read backwards, the pattern must have been given backwards.
    pub fn steps(&self, text: &str, way: Way, anywhere: bool) -> Vec<Step> {
        let mut steps = Vec::with_capacity(text.len());
        let mut column =
            Column { blocks: vec![Block { more: !0, less: 0 }; self.blocks], edits: self.length, anywhere };
        match way {
            Way::Forwards => {
                for (at, c) in text.char_indices() {
                    steps.push(Step { edits: column.read(self, c), at: at + c.len_utf8() });
                }
            }
            Way::Backwards => {
                for (at, c) in text.char_indices().rev() {
                    steps.push(Step { edits: column.read(self, c), at });
                }
            }
        }
        steps
    }
}

/// Which way a text is read.
#[derive(Clone, Copy)]
pub(super) enum Way {
    Forwards,
    Backwards,
}

/// Where reading stands.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// How far the pattern is, in characters.
    pub edits: u32,
    /// The byte of the text that has been reached.
    pub at: usize,
}

/// One column of the table.
struct Column {
    blocks: Vec<Block>,
    /// At its foot.
    edits: u32,
    anywhere: bool,
}

impl Column {
    /// Goes on by one character of the text.
    fn read(&mut self, pattern: &Pattern, c: char) -> u32 {
        if pattern.blocks == 0 {
            self.edits += u32::from(!self.anywhere);
            return self.edits;
        }
        let row = pattern.row(c) as usize * pattern.blocks;
        // What comes down from above the first block: nothing where anywhere will do, else one more a character.
        let (mut more, mut less) = (u64::from(!self.anywhere), 0);
        let (mut up, mut down) = (0, 0);
        for (block, &same) in self.blocks.iter_mut().zip(&pattern.rows[row..row + pattern.blocks]) {
            let vertical = same | block.less;
            let same = same | less;
            let diagonal = ((same & block.more).wrapping_add(block.more) ^ block.more) | same;
            up = block.less | !(diagonal | block.more);
            down = block.more & diagonal;
            let (above, below) = (up << 1 | more, down << 1 | less);
            (more, less) = (up >> 63, down >> 63);
            block.more = below | !(vertical | above);
            block.less = above & vertical;
        }
        let last = (pattern.length - 1) % 64;
        self.edits = self.edits + (up >> last & 1) as u32 - (down >> last & 1) as u32;
        self.edits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The table itself, row by row (Sellers 1980; Wagner and Fischer 1974 where not `anywhere`).
    fn table(pattern: &[char], text: &[char], anywhere: bool) -> Vec<u32> {
        let mut column: Vec<u32> = (0..=pattern.len() as u32).collect();
        let step = |(at, &c): (usize, &char)| {
            let mut diagonal = column[0];
            column[0] = if anywhere { 0 } else { at as u32 + 1 };
            for (row, &p) in pattern.iter().enumerate() {
                let best = (diagonal + u32::from(p != c)).min(column[row] + 1).min(column[row + 1] + 1);
                diagonal = std::mem::replace(&mut column[row + 1], best);
            }
            column[pattern.len()]
        };
        text.iter().enumerate().map(step).collect()
    }

    fn check(pattern: &str, text: &str) {
        let (mut characters, mut read): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
        let (ready, turned) = (Pattern::new(&mut pattern.chars()), Pattern::new(&mut pattern.chars().rev()));
        let edits = |steps: Vec<Step>| steps.iter().map(|step| step.edits).collect::<Vec<_>>();
        for (pattern, way) in [(ready, Way::Forwards), (turned, Way::Backwards)] {
            for anywhere in [true, false] {
                let told = edits(pattern.steps(text, way, anywhere));
                assert_eq!(told, table(&characters, &read, anywhere), "{characters:?} in {text:?}");
            }
            characters.reverse();
            read.reverse();
        }
    }

    #[test]
    fn as_the_table_has_it() {
        check("", "abc");
        check("abc", "");
        check("four", "held for nearly four hours");
        check("네 시간", "세 시간 네시간");
        check(&"a".repeat(64), &"a".repeat(70));
        check(&"ab".repeat(64), &"ba".repeat(70));
    }

    proptest! {
        #[test]
        fn as_the_table_has_it_always(pattern in "[abcдé]{0,200}", text in "[abcдé]{0,80}") {
            check(&pattern, &text);
        }
    }
}

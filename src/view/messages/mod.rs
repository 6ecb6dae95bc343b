//! The words of the interface, by language.
//!
//! Two files make a language: `messages/LANG.toml`, written by hand, and `messages/cldr/LANG.toml`, generated from
//! CLDR (numbers, plurals, units, dates). `compile` checks them against the list of keys and makes the small text
//! that a page fetches; [`Messages::parse`] reads it. The same text serves both faces, so that baked equals live.

#[cfg(feature = "editor")]
mod compile;
mod key;
mod plural;

#[cfg(feature = "editor")]
pub use compile::{LANGUAGES, compile, embedded};
pub use key::Key;
pub use plural::Printed;

/// First words of a compiled text; its language follows. The number rises when the layout changes; that the list of
/// keys is the same, the integrity hash of the file vouches for.
const STAMP: &str = "variorum-messages 1 ";

/// Parts forms, items and rules within a line.
const PART: u8 = b'\t';

/// The messages of one language.
#[derive(Clone, Debug)]
pub struct Messages {
    /// The compiled text: the stamp with the language, a line for each [`Key`], one for each unit (its code, then its
    /// forms).
    text: String,
    /// Where each line ends, in bytes.
    ends: Vec<usize>,
}

impl Messages {
    /// Reads a compiled text. `None` where it is none, or one of another layout.
    pub fn parse(compiled: &str) -> Option<Self> {
        let text = String::from(compiled);
        let mut ends = Vec::new();
        for (at, byte) in text.bytes().enumerate() {
            if byte == b'\n' {
                ends.push(at);
            }
        }
        (text.starts_with(STAMP) && ends.len() > Key::COUNT).then_some(Self { text, ends })
    }

    /// A line, counted from 0.
    fn line(&self, at: usize) -> &str {
        let start = if at == 0 { STAMP.len() } else { self.ends[at - 1] + 1 };
        self.ends.get(at).and_then(|&end| self.text.get(start..end)).unwrap_or_default()
    }

    /// Their language, a BCP 47 tag.
    pub fn lang(&self) -> &str {
        self.line(0)
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.get(Key::Direction) == "rtl"
    }

    /// The words of a message without forms; of one with several items, all of them, parted by tabs.
    pub fn get(&self, key: Key) -> &str {
        self.line(key as usize + 1)
    }

    /// A message with its values in place, in the order of the key's names.
    pub fn fill(&self, key: Key, values: &[&str]) -> String {
        fill(self.get(key), values)
    }

    /// One of several items, counted from 0; empty where there is none.
    pub fn item(&self, key: Key, at: usize) -> &str {
        part(self.get(key), at)
    }

    /// The form of a message that fits a number, not filled in.
    pub fn form(&self, key: Key, number: Printed) -> &str {
        self.form_of(self.get(key), number)
    }

    /// The pattern for so many of a unit, by its UCUM or ISO 4217 code. `None` for a unit without words.
    pub fn unit(&self, code: &str, number: Printed) -> Option<&str> {
        let mut units = (Key::COUNT + 1..self.ends.len()).map(|at| self.line(at));
        let (_, forms) = units.find_map(|line| cut(line, PART).filter(|(other, _)| *other == code))?;
        Some(self.form_of(forms, number))
    }

    fn form_of<'a>(&self, forms: &'a str, number: Printed) -> &'a str {
        let form = part(forms, plural::form(self.get(Key::Plural), number));
        // Arabic says "two hours" in one word: "1–2 hours" takes the form of any number, the last.
        let loses_number = number.ends_range && cut(form, b'{').is_none();
        match forms.bytes().rposition(|byte| byte == PART) {
            Some(before) if loses_number => forms.get(before + 1..).unwrap_or_default(),
            _ => form,
        }
    }
}

/// One of the parts of a line, counted from 0; empty where there is none.
fn part(line: &str, at: usize) -> &str {
    let mut rest = line;
    for _ in 0..at {
        rest = cut(rest, PART).map_or("", |(_, after)| after);
    }
    cut(rest, PART).map_or(rest, |(part, _)| part)
}

/// A pattern with its values in place, in the order of the key's names; one that is missing leaves nothing.
pub(super) fn fill(pattern: &str, values: &[&str]) -> String {
    let mut out = String::new();
    pieces(pattern, &mut |words, value| {
        out.push_str(words);
        if let Some(value) = value.and_then(|value| values.get(value)) {
            out.push_str(value);
        }
    });
    out
}

/// Hands over a pattern in pieces: words, and which value follows them; none after the last words.
pub(super) fn pieces(pattern: &str, each: &mut dyn FnMut(&str, Option<usize>)) {
    let mut rest = pattern;
    while let Some((words, after)) = cut(rest, b'{') {
        let (name, after) = cut(after, b'}').unwrap_or((after, ""));
        each(words, name.bytes().next().map(|byte| usize::from(byte.wrapping_sub(b'0'))));
        rest = after;
    }
    each(rest, None);
}

/// What stands before and after a byte of ASCII. (The searchers of `str` are made for long texts, and many times the
/// code; so is an index that may panic, which brings the machinery of formatting with it.)
pub(super) fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Which of the `available` languages serves a reader who asks for `wanted`, best first, by RFC 4647 lookup; English
/// where none fits, and the first where there is no English.
pub fn choose(wanted: &[&str], available: &[&str]) -> usize {
    let have = |tag: &str| available.iter().position(|other| other.eq_ignore_ascii_case(tag));
    for range in wanted {
        let mut range = *range;
        loop {
            if let Some(at) = have(range) {
                return at;
            }
            let Some(end) = range.bytes().rposition(|byte| byte == b'-') else { break };
            range = range.get(..end).unwrap_or_default();
            // A single letter only introduces what followed it: it goes too.
            if range.len() >= 2 && range.as_bytes()[range.len() - 2] == b'-' {
                range = range.get(..range.len() - 2).unwrap_or_default();
            }
        }
    }
    have("en").unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills() {
        let check = |pattern: &str, expected: &str| assert_eq!(fill(pattern, &["3", "{0}"]), expected, "{pattern}");
        check("{0} reports", "3 reports");
        check("says {1} ({0})", "says {0} (3)");
        check("no {7} value", "no  value");
        check("open {0", "open 3");
        check("", "");
    }

    #[test]
    fn parts() {
        let check = |at: usize, expected: &str| assert_eq!(part("one\ttwo\t", at), expected);
        check(0, "one");
        check(1, "two");
        check(2, "");
        check(9, "");
    }

    #[test]
    fn chooses() {
        let check = |wanted: &[&str], expected: &str| {
            let available = ["de", "en", "ko", "zh-Hant"];
            assert_eq!(available[choose(wanted, &available)], expected, "{wanted:?}");
        };
        check(&["ko"], "ko");
        check(&["KO-kr"], "ko");
        check(&["de-CH-1996"], "de");
        check(&["zh-Hant-TW"], "zh-Hant");
        check(&["zh"], "en");
        check(&["fr", "ko"], "ko");
        check(&["fr"], "en");
        check(&["de-x-private"], "de");
        check(&[], "en");
        assert_eq!(choose(&["fr"], &["ko", "ja"]), 0);
    }

    #[test]
    fn refuses_what_is_no_messages() {
        for text in ["", "<!doctype html>", "variorum-messages 0 en\n", "variorum-messages 1 en\nltr\n"] {
            assert!(Messages::parse(text).is_none(), "{text}");
        }
    }
}

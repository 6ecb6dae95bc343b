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
const PART: char = '\t';

/// The messages of one language.
#[derive(Clone, Debug)]
pub struct Messages {
    lang: String,
    /// A line for each [`Key`], then one for each unit: its code, then its forms.
    lines: Vec<String>,
}

impl Messages {
    /// Reads a compiled text. `None` where it is none, or one of another layout.
    pub fn parse(compiled: &str) -> Option<Self> {
        let mut lines = compiled.lines();
        let lang = lines.next()?.strip_prefix(STAMP)?.to_owned();
        let lines: Vec<String> = lines.map(String::from).collect();
        (lines.len() >= Key::COUNT).then_some(Self { lang, lines })
    }

    /// Their language, a BCP 47 tag.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.get(Key::Direction) == "rtl"
    }

    /// The words of a message without forms; of one with several items, all of them, parted by tabs.
    pub fn get(&self, key: Key) -> &str {
        &self.lines[key as usize]
    }

    /// A message with its names replaced by values.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// One of several items, counted from 0; empty where there is none.
    pub fn item(&self, key: Key, at: usize) -> &str {
        self.get(key).split(PART).nth(at).unwrap_or_default()
    }

    /// The form of a message that fits a number, not filled in.
    pub fn form(&self, key: Key, number: Printed) -> &str {
        self.form_of(self.get(key), number)
    }

    /// The pattern for so many of a unit, by its UCUM or ISO 4217 code. `None` for a unit without words.
    pub fn unit(&self, code: &str, number: Printed) -> Option<&str> {
        let forms = self.lines[Key::COUNT..].iter().find_map(|line| line.strip_prefix(code)?.strip_prefix(PART))?;
        Some(self.form_of(forms, number))
    }

    fn form_of<'a>(&self, forms: &'a str, number: Printed) -> &'a str {
        let at = plural::form(self.get(Key::Plural), number);
        forms.split(PART).nth(at).unwrap_or_default()
    }
}

/// A pattern with each `{name}` replaced by its value; a name without a value leaves nothing.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    fill_with(pattern, &mut out, &mut |name, out| {
        if let Some((_, value)) = values.iter().find(|(other, _)| *other == name) {
            out.push_str(value);
        }
    });
    out
}

/// As [`fill`], the values written by a function.
pub(super) fn fill_with(pattern: &str, out: &mut String, write: &mut dyn FnMut(&str, &mut String)) {
    for (words, name) in pieces(pattern) {
        out.push_str(words);
        if let Some(name) = name {
            write(name, out);
        }
    }
}

/// A pattern in pieces: words, and the name that follows them; none after the last words.
pub(super) fn pieces(pattern: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(pattern);
    std::iter::from_fn(move || {
        let now = rest?;
        let Some((words, after)) = now.split_once('{') else {
            rest = None;
            return Some((now, None));
        };
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        rest = Some(after);
        Some((words, Some(name)))
    })
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
            let Some(cut) = range.rfind('-') else { break };
            range = &range[..cut];
            // A single letter only introduces what followed it: it goes too.
            if range.len() >= 2 && range.as_bytes()[range.len() - 2] == b'-' {
                range = &range[..range.len() - 2];
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
        let check = |pattern: &str, expected: &str| {
            assert_eq!(fill(pattern, &[("n", "3"), ("x", "{n}")]), expected, "{pattern}");
        };
        check("{n} reports", "3 reports");
        check("says {x} ({n})", "says {n} (3)");
        check("no {other} name", "no  name");
        check("open {n", "open 3");
        check("", "");
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
        for text in ["", "<!doctype html>", "variorum-messages 0 en\n", "variorum-messages 1 en\nltr"] {
            assert!(Messages::parse(text).is_none(), "{text}");
        }
    }
}

//! Words that do not stand where they should: how that is told.

use super::Check;
use super::code::Code;
use super::context::{context, stand_beside};
use super::page::Page;
use super::quotes::Sought;
use super::seek::Outcome;
use crate::anchor::{self, Found, compare};
use crate::text::{Range, Unicode};

/// The codes of what can become of words that are looked for.
pub(super) struct Codes {
    pub absent: Code,
    pub near: Code,
    pub changed: Code,
    pub ambiguous: Code,
}

impl Check<'_> {
    /// Finds words that are not word for word, and once, in `there`.
    pub(super) fn missed(&mut self, codes: &Codes, sought: &Sought, there: &str, page: &Page, outcome: &Outcome) {
        let exact = sought.here.at("exact");
        match outcome {
            Outcome::Stands(_) => {}
            Outcome::Near(found) => {
                let message = format!("Not word for word in {there}; {}.", found_instead(page, found, sought));
                self.find(codes.near, &exact, message);
            }
            Outcome::Changed(found) => {
                let message = format!("In {there} it says something else; {}.", found_instead(page, found, sought));
                self.find(codes.changed, &exact, message);
            }
            Outcome::Several(ranges) => {
                let times = if ranges.len() == 2 { "twice".into() } else { format!("{} times", ranges.len()) };
                let message = format!("These words stand in {there} {times}: {}.", lines(page, ranges));
                let help = told_apart(page, self.unicode, ranges);
                self.find_with_help(codes.ambiguous, &exact, message, help);
            }
            Outcome::Estranged(ranges) => {
                let lines = lines(page, ranges);
                let message = format!(
                    "Alone these words stand in {there} ({lines}), but not between what `prefix` and `suffix` give."
                );
                let help = told_apart(page, self.unicode, ranges);
                self.find_with_help(codes.absent, &exact, message, help);
            }
            Outcome::SeveralNear => {
                self.find(codes.absent, &exact, format!("Not in {there}, though several passages are like it."));
            }
            Outcome::Absent => {
                let like = match nearest(page, self.unicode, sought) {
                    Some(like) => format!("; {like}"),
                    None => ", nor anything like it".into(),
                };
                self.find(codes.absent, &exact, format!("Not in {there}{like}."));
            }
        }
    }
}

/// How many of several things are told.
const TOLD: usize = 3;

/// What was found instead of words.
fn found_instead(page: &Page, found: &Found, sought: &Sought) -> String {
    let range = found.ranges.first().copied();
    range.map_or_else(String::new, |range| like(page, range, found.score, sought))
}

/// What is most like words that stand nowhere.
fn nearest(page: &Page, unicode: &mut dyn Unicode, sought: &Sought) -> Option<String> {
    let (range, share) = anchor::nearest(&page.index, unicode, &sought.wanted())?;
    Some(like(page, page.index.snap(range), share, sought))
}

/// "nearest, 92 %, line 31: “…” (the text has “two”, not “four”)".
fn like(page: &Page, range: Range, share: f32, sought: &Sought) -> String {
    let text = page.index.text(range);
    let difference = difference(&sought.selector.exact, &text).map(|words| format!(" ({words})")).unwrap_or_default();
    format!("nearest, {}, line {}: {}{difference}", percent(share), page.line(range), quoted(&text))
}

/// What to add to words that stand at several places, so that they stand at one.
fn told_apart(page: &Page, unicode: &mut dyn Unicode, ranges: &[Range]) -> String {
    const NTH: [&str; TOLD] = ["the first", "the second", "the third"];
    let mut told = Vec::new();
    for (nth, &range) in NTH.iter().zip(ranges) {
        let (prefix, suffix) = context(page, range);
        let mut tells = |prefix: &str, suffix: &str| {
            let mut others = ranges.iter().filter(|other| **other != range);
            others.all(|other| !matches!(stand_beside(page, unicode, *other, prefix, suffix), (true, true)))
        };
        let fields = if ranges.len() == 1 || tells(&prefix, "") {
            field("prefix", &prefix)
        } else if tells("", &suffix) {
            field("suffix", &suffix)
        } else {
            format!("{}, {}", field("prefix", &prefix), field("suffix", &suffix))
        };
        told.push(format!("for {nth} (line {}) write `{fields}`", page.line(range)));
    }
    let mut help = told.join("; ");
    if let Some(first) = help.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    help + "."
}

/// As TOML has it, and JSON nearly.
fn field(name: &str, words: &str) -> String {
    format!("{name} = \"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

/// What differs between a quote and what a text has: "the text has “two”, not “four”". Nothing where words are written
/// without spaces, or little is the same.
fn difference(quote: &str, text: &str) -> Option<String> {
    let (a, b) = (words(quote), words(text));
    let (shared, hunks) = compare(&a, &b);
    if hunks.is_empty() || hunks.len() > TOLD || shared * 2 < a.len() {
        return None;
    }
    let told = hunks.into_iter().map(|(from, to)| match (a[from].join(" "), b[to].join(" ")) {
        (ours, theirs) if ours.is_empty() => format!("has “{theirs}” besides"),
        (ours, theirs) if theirs.is_empty() => format!("lacks “{ours}”"),
        (ours, theirs) => format!("has “{theirs}”, not “{ours}”"),
    });
    Some(format!("the text {}", told.collect::<Vec<_>>().join("; it ")))
}

/// What stands between white space, without the punctuation around it.
fn words(text: &str) -> Vec<&str> {
    let bare = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|word| !word.is_empty()).collect()
}

/// Longer passages are told by their beginning and end. Characters.
const SHOWN: usize = 160;

/// Words on one line, in quotation marks, the middle of long ones left out.
pub(super) fn quoted(words: &str) -> String {
    let words: Vec<char> = words.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    let shown: String = if words.len() > SHOWN {
        words[..SHOWN / 2].iter().chain(&[' ', '…', ' ']).chain(&words[words.len() - SHOWN / 2..]).collect()
    } else {
        words.into_iter().collect()
    };
    format!("“{shown}”")
}

/// "line 3", "lines 3, 9 and 12"; of many the first few.
pub(super) fn lines(page: &Page, ranges: &[Range]) -> String {
    let mut lines: Vec<String> = ranges.iter().take(TOLD + 1).map(|range| page.line(*range).to_string()).collect();
    lines.dedup();
    if ranges.len() > TOLD + 1 {
        return format!("lines {}, …", lines.join(", "));
    }
    match lines.pop() {
        Some(last) if lines.is_empty() => format!("line {last}"),
        Some(last) => format!("lines {} and {last}", lines.join(", ")),
        None => String::new(),
    }
}

/// A share as an editor reads it; never all of it.
fn percent(score: f32) -> String {
    format!("{} %", ((score * 100.0).round() as u32).min(99))
}

//! Several times a figure, in the words that a language has for it: "several hours", "dozens of metres", "millions".

use super::super::messages::{Key, Messages, Printed, cut, fill};
use super::{push_plain, unit_key};
use crate::dossier::Unit;

/// The pattern of a figure without a unit.
pub const BARE: &str = "{0}";

/// What follows words for several is what follows this number: Arabic and Slavic languages have a form for few.
pub fn few() -> Printed {
    Printed::whole(5)
}

/// Several times a length of time. `None` where the language has no words for it.
pub fn of_time(messages: &Messages, n: u32, unit: Unit) -> Option<String> {
    let at = match (n, unit) {
        (1, _) => unit as usize,
        (10, Unit::Year) => unit as usize + 1,
        _ => return of(messages, n.into(), messages.form(unit_key(unit), few()), ""),
    };
    Some(messages.item(Key::Several, at).into())
}

/// Several times a number of what `pattern` counts: it takes a figure and `unit`. `None` where the language has no words
/// for it.
pub fn of(messages: &Messages, n: u64, pattern: &str, unit: &str) -> Option<String> {
    let mut figure = String::new();
    push_plain(n, 1, &mut figure);
    let mut at = 0;
    while messages.item(Key::Dozens, at) != figure {
        if messages.item(Key::Dozens, at).is_empty() {
            return None;
        }
        at += 3;
    }
    if pattern == BARE {
        return Some(messages.item(Key::Dozens, at + 1).into());
    }
    let words = messages.item(Key::Dozens, at + 2);
    if !pattern.starts_with('{') {
        // The figure stands inside the unit's words: "섭씨 수십도".
        return Some(fill(pattern, &[fill(words, &[]).trim(), unit]));
    }
    let noun = fill(pattern, &["", unit]);
    let noun = noun.trim();
    Some(match cut(words, b'{') {
        // French: "dizaines d’heures", but "dizaines de mètres".
        Some((elided, _)) if elided.ends_with('’') && !noun.starts_with(['a', 'e', 'h', 'o']) => {
            let mut words = String::from(elided);
            words.pop();
            words.push_str("e ");
            words.push_str(noun);
            words
        }
        _ => fill(words, &[noun]),
    })
}

//! Several times a figure, in the words that a language has for it: "several hours", "dozens of metres", "millions".

use super::super::messages::{Key, Messages, Printed};
use super::{in_unit, push_plain};
use crate::dossier::Unit;

/// The number whose form follows words for several: Arabic and Slavic languages have one for few.
pub fn few() -> Printed {
    Printed::whole(5)
}

/// Where in its list a language has words for several times a number.
pub fn position(messages: &Messages, n: u64) -> Option<usize> {
    let mut figure = String::new();
    push_plain(n, 1, &mut figure);
    let mut at = 0;
    loop {
        match messages.item(Key::Dozens, at) {
            "" => return None,
            number if number == figure => return Some(at),
            _ => at += 3,
        }
    }
}

/// Those words before what is counted, [`few`] of it; alone where that is empty.
pub fn of(messages: &Messages, at: usize, counted: &str) -> String {
    let counted = counted.trim();
    let words = messages.item(Key::Dozens, at + if counted.is_empty() { 1 } else { 2 });
    // French: "dizaines d’heures", but "dizaines de mètres".
    match words.strip_suffix("’") {
        Some(stem) if !matches!(counted.as_bytes(), [b'a' | b'e' | b'h' | b'o', ..]) => {
            String::from(stem) + "e " + counted
        }
        _ => String::from(words) + counted,
    }
}

/// Several times a length of time. `None` where the language has no words for it.
pub fn of_time(messages: &Messages, n: u32, unit: Unit) -> Option<String> {
    let at = match (n, unit) {
        (1, _) => unit as usize,
        (10, Unit::Year) => unit as usize + 1,
        _ => return position(messages, n.into()).map(|at| of(messages, at, &in_unit(messages, few(), "", unit))),
    };
    Some(messages.item(Key::Several, at).into())
}

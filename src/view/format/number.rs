//! Numbers, grouped and in the digits of a language. Without `core::fmt`, which would cost the reader's bundle more
//! than all of this room.

use super::super::messages::{Key, Messages, Printed, fill};
use crate::dossier::Decimal;

/// A whole number: "2,300".
pub fn integer(messages: &Messages, n: u64) -> String {
    let mut plain = String::new();
    push_plain(n, 1, &mut plain);
    let size = |at| usize::from(messages.item(Key::Grouping, at).bytes().next().unwrap_or(b'0') & 15);
    let (last, further, least) = (size(0), size(1), size(2));
    let mut out = String::new();
    for (at, digit) in plain.bytes().enumerate() {
        let left = plain.len() - at;
        let starts_group = left == last || left > last && (left - last).checked_rem(further) == Some(0);
        if starts_group && at > 0 && plain.len() >= last + least {
            out.push_str(messages.get(Key::Group));
        }
        push_digit(messages, digit, &mut out);
    }
    out
}

/// A decimal: "-1,204.5".
pub fn decimal(messages: &Messages, x: Decimal) -> String {
    let printed = printed(x);
    let mut out = String::new();
    if x.parts().0 < 0 {
        out.push_str(messages.get(Key::Minus));
    }
    out.push_str(&integer(messages, printed.whole));
    if printed.places > 0 {
        out.push_str(messages.get(Key::Decimal));
        push_number(messages, printed.fraction, printed.places.into(), &mut out);
    }
    out
}

/// What plural rules look at.
pub(super) fn printed(x: Decimal) -> Printed {
    let (units, places) = x.parts();
    let one = 10u64.pow(u32::from(places));
    Printed { places, fraction: units.unsigned_abs() % one, ..Printed::whole(units.unsigned_abs() / one) }
}

/// A message that counts: "3 reports".
pub fn count(messages: &Messages, key: Key, n: usize) -> String {
    count_of(messages, key, n, "")
}

/// A message that counts who says something: "3 say yes".
pub(in crate::view) fn count_of(messages: &Messages, key: Key, n: usize, x: &str) -> String {
    let n = n as u64;
    fill(messages.form(key, Printed::whole(n)), &[&integer(messages, n), x])
}

/// Digits 0 to 9, `least` of them at least, without groups.
pub(in crate::view) fn push_plain(n: u64, least: usize, out: &mut String) {
    if n >= 10 || least > 1 {
        push_plain(n / 10, least.saturating_sub(1), out);
    }
    out.push(char::from(b'0' + (n % 10) as u8));
}

/// The same in the digits of the language.
pub(super) fn push_number(messages: &Messages, n: u64, least: usize, out: &mut String) {
    let mut plain = String::new();
    push_plain(n, least, &mut plain);
    for digit in plain.bytes() {
        push_digit(messages, digit, out);
    }
}

fn push_digit(messages: &Messages, digit: u8, out: &mut String) {
    out.extend(messages.get(Key::Digits).chars().nth(usize::from(digit & 15)));
}

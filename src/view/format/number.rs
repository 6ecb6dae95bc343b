//! Numbers, grouped and in the digits of a language. Without `core::fmt`, which would cost the reader's bundle more
//! than all of this room.

use super::super::messages::{Key, Messages, Printed, fill};
use crate::dossier::Decimal;

/// A whole number: "2,300".
pub fn integer(messages: &Messages, n: u64) -> String {
    let mut plain = String::new();
    push_digits(n, &mut plain);
    let size = |at| messages.item(Key::Grouping, at).bytes().fold(0, |n, b| n * 10 + usize::from(b & 15));
    let (last, further, least) = (size(0), size(1).max(1), size(2));
    let grouped = plain.len() >= last + least;
    let mut out = String::new();
    for (at, digit) in plain.chars().enumerate() {
        let left = plain.len() - at;
        if grouped && at > 0 && left >= last && (left - last).is_multiple_of(further) {
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
        let mut digits = String::new();
        push_digits(printed.fraction, &mut digits);
        for _ in digits.len()..usize::from(printed.places) {
            push_digit(messages, '0', &mut out);
        }
        digits.chars().for_each(|digit| push_digit(messages, digit, &mut out));
    }
    out
}

/// What plural rules look at.
pub(super) fn printed(x: Decimal) -> Printed {
    let (units, places) = x.parts();
    let one = 10u64.pow(u32::from(places));
    Printed { whole: units.unsigned_abs() / one, places, fraction: units.unsigned_abs() % one }
}

/// A message that counts: "3 reports".
pub fn count(messages: &Messages, key: Key, n: usize) -> String {
    count_of(messages, key, n, "")
}

/// A message that counts who says something: "3 say yes".
pub(in crate::view) fn count_of(messages: &Messages, key: Key, n: usize, x: &str) -> String {
    let n = n as u64;
    fill(messages.form(key, Printed::whole(n)), &[("n", &integer(messages, n)), ("x", x)])
}

/// Its decimal digits, 0 to 9, without groups.
pub(in crate::view) fn push_digits(n: u64, out: &mut String) {
    if n >= 10 {
        push_digits(n / 10, out);
    }
    out.push(char::from(b'0' + (n % 10) as u8));
}

pub(super) fn push_digit(messages: &Messages, digit: char, out: &mut String) {
    out.extend(messages.get(Key::Digits).chars().nth(usize::from(digit as u8 & 15)));
}

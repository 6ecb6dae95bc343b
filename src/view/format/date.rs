//! Dates by the precision they are written with, and as machines read them.

use super::super::messages::{Key, Messages, fill_with};
use super::number::push_digits;
use crate::dossier::{Date, Time};

/// "18 March 2019", "March 2017", "2017", "3:00 pm", or a day with a time. The offset from UTC is said where it is
/// not `zone`, the claim's (minutes ahead of UTC).
pub fn date(messages: &Messages, date: Date, zone: Option<i16>) -> String {
    let day = match (date.year, date.month, date.day) {
        (None, ..) => None,
        (_, None, _) => Some(Key::Year),
        (.., None) => Some(Key::Month),
        _ => Some(Key::Day),
    };
    let words = |key| write(messages, date, key);
    let day = day.map(words);
    let Some(time) = date.time else { return day.unwrap_or_default() };
    let mut clock = words(if time.second.is_some() { Key::Second } else { Key::Minute });
    if let Some(offset) = time.offset.filter(|_| time.offset != zone) {
        let mut ahead = String::new();
        if offset != 0 {
            push_offset(offset, &mut ahead);
        }
        clock = messages.fill(Key::Zone, &[("x", &clock), ("zone", &ahead)]);
    }
    match day {
        Some(day) => messages.fill(Key::DayTime, &[("day", &day), ("time", &clock)]),
        None => clock,
    }
}

/// "18 March", for a scale.
pub fn day(messages: &Messages, date: Date) -> String {
    write(messages, date, Key::DayOfMonth)
}

fn write(messages: &Messages, date: Date, pattern: Key) -> String {
    let mut out = String::new();
    fill_with(messages.get(pattern), &mut out, &mut |field, out| push_field(messages, date, field, out));
    out
}

/// One field of a CLDR date pattern.
fn push_field(messages: &Messages, date: Date, field: &str, out: &mut String) {
    let time = date.time.unwrap_or(Time { hour: 0, minute: 0, second: None, offset: None });
    let twelve = if time.hour.is_multiple_of(12) { 12 } else { time.hour % 12 };
    let month = date.month.unwrap_or(1);
    let number = match field {
        "MMMM" | "LLLL" => {
            let names = if field == "MMMM" { Key::Months } else { Key::MonthsAlone };
            return out.push_str(messages.item(names, usize::from(month) - 1));
        }
        "a" => return out.push_str(messages.item(Key::Halves, usize::from(time.hour >= 12))),
        "y" => date.year.unwrap_or(0),
        "M" | "MM" => month.into(),
        "d" | "dd" => date.day.unwrap_or(1).into(),
        "h" | "hh" => twelve.into(),
        "H" | "HH" => time.hour.into(),
        "mm" => time.minute.into(),
        _ => time.second.unwrap_or(0).into(),
    };
    let mut plain = String::new();
    if field.len() == 2 && number < 10 {
        plain.push('0');
    }
    push_digits(number.into(), &mut plain);
    plain.chars().for_each(|digit| super::number::push_digit(messages, digit, out));
}

/// As HTML's `datetime` takes it: `2019`, `2019-03`, `2019-03-18`, `2019-03-18T15:00+01:00`, `15:00`.
pub fn iso(date: Date) -> String {
    let mut out = String::new();
    if let Some(year) = date.year {
        for least in [1000, 100, 10] {
            if year < least {
                out.push('0');
            }
        }
        push_digits(year.into(), &mut out);
    }
    for part in [date.month, date.day].into_iter().flatten() {
        out.push('-');
        push_two(part, &mut out);
    }
    if let Some(time) = date.time {
        if date.year.is_some() {
            out.push('T');
        }
        push_two(time.hour, &mut out);
        for part in [Some(time.minute), time.second].into_iter().flatten() {
            out.push(':');
            push_two(part, &mut out);
        }
        // A time of day alone has no offset in HTML.
        match time.offset.filter(|_| date.year.is_some()) {
            Some(0) => out.push('Z'),
            Some(offset) => push_offset(offset, &mut out),
            None => {}
        }
    }
    out
}

fn push_offset(minutes: i16, out: &mut String) {
    out.push(if minutes < 0 { '-' } else { '+' });
    push_two((minutes.unsigned_abs() / 60) as u8, out);
    out.push(':');
    push_two((minutes.unsigned_abs() % 60) as u8, out);
}

fn push_two(n: u8, out: &mut String) {
    if n < 10 {
        out.push('0');
    }
    push_digits(n.into(), out);
}

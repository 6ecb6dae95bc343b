//! Dates by the precision they are written with, and as machines read them.

use super::super::messages::{Key, Messages, pieces};
use super::number::{push_number, push_plain};
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
        clock = messages.fill(Key::Zone, &[&clock, &ahead]);
    }
    match day {
        Some(day) => messages.fill(Key::DayTime, &[&day, &clock]),
        None => clock,
    }
}

/// "18 March", for a scale.
pub fn day(messages: &Messages, date: Date) -> String {
    write(messages, date, Key::DayOfMonth)
}

fn write(messages: &Messages, date: Date, pattern: Key) -> String {
    let mut out = String::new();
    pieces(messages.get(pattern), &mut |words, field| {
        out.push_str(words);
        if let Some(field) = field {
            push_field(messages, date, field, &mut out);
        }
    });
    out
}

/// One field of a CLDR date pattern, by its position in `messages::key::DATE_FIELDS`.
fn push_field(messages: &Messages, date: Date, field: usize, out: &mut String) {
    let time = date.time.unwrap_or(Time { hour: 0, minute: 0, second: None, offset: None });
    let month = date.month.unwrap_or(1);
    let number = match field {
        0 => date.year.unwrap_or(0),
        1 | 2 => month.into(),
        3 => return out.push_str(messages.item(Key::Months, usize::from(month) - 1)),
        4 => return out.push_str(messages.item(Key::MonthsAlone, usize::from(month) - 1)),
        5 | 6 => date.day.unwrap_or(1).into(),
        7 | 8 => (u16::from(time.hour) + 11) % 12 + 1,
        9 | 10 => time.hour.into(),
        11 => time.minute.into(),
        12 => time.second.unwrap_or(0).into(),
        _ => return out.push_str(messages.item(Key::Halves, usize::from(time.hour / 12))),
    };
    let has_two_digits = matches!(field, 2 | 6 | 8 | 10 | 11 | 12);
    push_number(messages, number.into(), if has_two_digits { 2 } else { 1 }, out);
}

/// As HTML's `datetime` takes it, without the time of day: `2019`, `2019-03`, `2019-03-18`. Empty without a year.
pub fn iso(date: Date) -> String {
    let mut out = String::new();
    if let Some(year) = date.year {
        push_plain(year.into(), 4, &mut out);
        for part in [date.month, date.day].into_iter().flatten() {
            out.push('-');
            push_plain(part.into(), 2, &mut out);
        }
    }
    out
}

fn push_offset(minutes: i16, out: &mut String) {
    out.push(if minutes < 0 { '-' } else { '+' });
    push_plain(u64::from(minutes.unsigned_abs() / 60), 2, out);
    out.push(':');
    push_plain(u64::from(minutes.unsigned_abs() % 60), 2, out);
}

//! The scale that values stand on, and its ticks.

use crate::compare::Extent;
use crate::dossier::{ClaimKind, Date, Decimal, Time};
use crate::view::format;
use crate::view::messages::{Key, Messages, Printed, fill};

const MINUTE: f64 = 60.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// From one value to another, in the unit of [`crate::compare::extent`].
pub(super) struct Scale {
    from: f64,
    to: f64,
}

impl Scale {
    /// One that shows all figures and as far as their words stretch, with room for what has no end. `None` where there
    /// is nothing to tell apart.
    pub(super) fn new(kind: ClaimKind, extents: &[Extent]) -> Option<Self> {
        let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut has_start, mut has_end) = (true, true);
        for extent in extents {
            for interval in [extent.figure, extent.core, extent.outer] {
                for x in [interval.from, interval.to] {
                    if x == f64::NEG_INFINITY {
                        has_start = false;
                    } else if x == f64::INFINITY {
                        has_end = false;
                    } else {
                        (from, to) = (from.min(x), to.max(x));
                    }
                }
            }
        }
        let room = (to - from) / 8.0;
        let (is_date, is_length) = (kind == ClaimKind::Date, kind == ClaimKind::Duration);
        // From nought, unless all values crowd together far away from it.
        if is_length || !is_date && from >= 0.0 && from < to / 2.0 {
            from = 0.0;
        } else if !is_date || !has_start {
            from -= room;
        }
        if !has_end {
            to += room;
        }
        // "About none" stretches below none in its figures only.
        if kind == ClaimKind::Count {
            from = from.max(0.0);
        }
        (from < to).then_some(Self { from, to })
    }

    /// Where a value stands: 0 at the start, 1 at the end; beyond them for what is off the scale.
    pub(super) fn share(&self, x: f64) -> f64 {
        (x - self.from) / (self.to - self.from)
    }

    /// A few round values and their words.
    pub(super) fn ticks(&self, messages: &Messages, kind: ClaimKind) -> Vec<(f64, String)> {
        let (step, unit) = self.steps(kind);
        // Three tenths is 3 / 10; 3 × 0.1 is a little more.
        let parts = (1.0 / step).round();
        let mut out = Vec::new();
        for n in (self.from / step).ceil() as i64..=(self.to / step).floor() as i64 {
            let x = if step < 1.0 { n as f64 / parts } else { n as f64 * step };
            if let Some(words) = unit.words(messages, x) {
                out.push((x, words));
            }
        }
        out
    }

    /// How far one tick may stand from the next, and what its words count.
    fn steps(&self, kind: ClaimKind) -> (f64, Unit) {
        let span = self.to - self.from;
        match kind {
            ClaimKind::Duration => {
                // The largest unit that gives two ticks or more.
                let mut unit = LENGTHS[0];
                for next in LENGTHS {
                    if self.to >= 2.0 * next.0 {
                        unit = next;
                    }
                }
                let (seconds, key) = unit;
                let rough = span / seconds / 5.0;
                // Minutes and seconds go by quarters.
                let by_sixty = seconds < HOUR && rough > 5.0;
                let step = if by_sixty { (rough / 15.0).ceil() * 15.0 } else { round_step(rough, 1.0) };
                (step * seconds, Unit::Length(seconds, key))
            }
            ClaimKind::Date => {
                // Three at most: their words are long.
                let rough = span / 2.5;
                if rough >= 28.0 * DAY {
                    let months = rough / (28.0 * DAY);
                    let step = match months {
                        ..=3.0 => months.ceil(),
                        ..=6.0 => 6.0,
                        _ => 12.0 * round_step(months / 12.0, 1.0),
                    };
                    return (DAY, Unit::Months(step as i32));
                }
                let mut step = (rough / DAY).ceil() * DAY;
                for minutes in [720.0, 360.0, 180.0, 120.0, 60.0, 30.0, 20.0, 10.0, 5.0, 2.0, 1.0] {
                    // One tick makes no scale.
                    if (self.to / step).floor() - (self.from / step).ceil() < 1.0 {
                        step = minutes * MINUTE;
                    }
                }
                (step, Unit::Moment)
            }
            ClaimKind::Count => (round_step(span / 5.0, 1.0), Unit::Number),
            _ => (round_step(span / 5.0, 1e-9), Unit::Number),
        }
    }
}

/// What the words of a tick count.
enum Unit {
    /// Just how many.
    Number,
    /// Of so many seconds each, with their message.
    Length(f64, Key),
    /// Days where they begin, else times of day.
    Moment,
    /// Months where they begin, every so many; years if that is whole years.
    Months(i32),
}

/// Lengths of time with their messages, shortest first.
const LENGTHS: [(f64, Key); 7] = [
    (1.0, Key::ShortSeconds),
    (MINUTE, Key::ShortMinutes),
    (HOUR, Key::ShortHours),
    (DAY, Key::ShortDays),
    (7.0 * DAY, Key::ShortWeeks),
    (2_629_746.0, Key::ShortMonths),
    (31_556_952.0, Key::ShortYears),
];

impl Unit {
    /// The words for a value; `None` where it is no tick.
    fn words(&self, messages: &Messages, x: f64) -> Option<String> {
        if let Unit::Number = self {
            return Some(format::decimal(messages, Decimal::new(x)));
        }
        if let Unit::Length(seconds, key) = self {
            let whole = (x / seconds).round() as u64;
            let pattern = messages.form(*key, Printed::whole(whole));
            return Some(fill(pattern, &[&format::integer(messages, whole)]));
        }
        let days = (x / DAY).floor();
        let minutes = ((x - days * DAY) / MINUTE) as u32;
        let (year, month, day) = civil(days as i64);
        let mut date = Date { year: Some(year as u16), month: Some(month), day: None, time: None };
        if let Unit::Months(step) = self {
            if day != 1 || (year * 12 + i32::from(month) - 1) % step != 0 {
                return None;
            }
            date.month = date.month.filter(|_| *step < 12);
            return Some(format::date(messages, date, None));
        }
        if minutes == 0 {
            date.day = Some(day);
            return Some(format::day(messages, date));
        }
        let time = Time { hour: (minutes / 60) as u8, minute: (minutes % 60) as u8, second: None, offset: None };
        Some(format::date(messages, Date { year: None, month: None, day: None, time: Some(time) }, None))
    }
}

/// 1, 2 or 5 times a power of ten, `rough` or the next above it, at least `least` (itself such a power).
fn round_step(rough: f64, least: f64) -> f64 {
    let mut power = least;
    loop {
        for step in [power, 2.0 * power, 5.0 * power] {
            if step >= rough || power > 1e15 {
                return step;
            }
        }
        power *= 10.0;
    }
}

/// Year, month and day of so many days since 1970. Years begin in March here, so that the leap day is their last.
fn civil(days: i64) -> (i32, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    ((year + era * 400 + next) as i32, month as u8, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::messages::embedded;

    #[test]
    fn calendar() {
        let check = |days: i64, expected: (i32, u8, u8)| assert_eq!(civil(days), expected, "{days}");
        check(0, (1970, 1, 1));
        check(-1, (1969, 12, 31));
        check(58, (1970, 2, 28));
        check(11_016, (2000, 2, 29));
        check(17_949, (2019, 2, 22));
        check(-719_528, (0, 1, 1));
    }

    #[test]
    fn steps() {
        let check = |rough: f64, least: f64, expected: f64| {
            assert!((round_step(rough, least) / expected - 1.0).abs() < 1e-9, "{rough}");
        };
        check(0.3, 1.0, 1.0);
        check(1.0, 1.0, 1.0);
        check(1.2, 1.0, 2.0);
        check(4.5, 1.0, 5.0);
        check(70.0, 1.0, 100.0);
        check(0.03, 1e-9, 0.05);
    }

    #[test]
    fn ticks() {
        let messages = embedded("en");
        let check = |kind: ClaimKind, from: f64, to: f64, expected: &[&str]| {
            let scale = Scale { from, to };
            let ticks = scale.ticks(&messages, kind);
            assert_eq!(ticks.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>(), expected, "{from} to {to}");
            assert!(ticks.iter().all(|&(x, _)| (0.0..=1.0).contains(&scale.share(x))));
        };
        check(ClaimKind::Duration, 0.0, 4.0 * HOUR, &["0h", "1h", "2h", "3h", "4h"]);
        check(ClaimKind::Duration, 0.0, 117.0 * MINUTE, &["0m", "30m", "60m", "90m"]);
        check(ClaimKind::Duration, 0.0, 9.0 * DAY, &["0d", "2d", "4d", "6d", "8d"]);
        check(ClaimKind::Duration, 0.0, 45.0, &["0s", "15s", "30s", "45s"]);
        let day = |days: i64| days as f64 * DAY;
        check(ClaimKind::Date, day(17_949), day(17_955), &["22 February", "25 February", "28 February"]);
        check(
            ClaimKind::Date,
            day(17_949) + 14.0 * HOUR,
            day(17_949) + 17.0 * HOUR,
            &["2:00\u{202f}pm", "4:00\u{202f}pm"],
        );
        check(
            ClaimKind::Date,
            day(17_949) - 6.0 * HOUR,
            day(17_949) + 19.0 * HOUR,
            &["22 February", "12:00\u{202f}pm"],
        );
        check(ClaimKind::Date, day(17_167), day(17_532), &["January 2017", "July 2017", "January 2018"]);
        check(ClaimKind::Date, day(14_000), day(18_000), &["2010", "2015"]);
    }
}

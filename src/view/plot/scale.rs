//! The scale that values stand on, and its ticks.

use crate::compare::Extent;
use crate::dossier::{Claim, ClaimKind, Date, Decimal, Time};
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
    pub(super) fn new(claim: &Claim, extents: &[Extent]) -> Option<Self> {
        let ends = || {
            let intervals = extents.iter().flat_map(|extent| [extent.figure, extent.core, extent.outer]);
            intervals.flat_map(|interval| [interval.from, interval.to]).filter(|x| x.is_finite())
        };
        let (mut from, mut to) = (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max));
        let is_open = |infinite: f64| extents.iter().any(|e| e.outer.from == infinite || e.outer.to == infinite);
        let room = (to - from) / 8.0;
        let from_zero = match claim.kind {
            ClaimKind::Duration => true,
            ClaimKind::Date => false,
            // From nought, unless all values crowd together far away from it.
            _ => from >= 0.0 && from < to / 2.0,
        };
        if from_zero {
            from = 0.0;
        } else if claim.kind != ClaimKind::Date || is_open(f64::NEG_INFINITY) {
            from -= room;
        }
        if is_open(f64::INFINITY) {
            to += room;
        }
        (from < to).then_some(Self { from, to })
    }

    /// Where a value stands: 0 at the start, 1 at the end; beyond them for what is off the scale.
    pub(super) fn share(&self, x: f64) -> f64 {
        (x - self.from) / (self.to - self.from)
    }

    /// A few round values and their words.
    pub(super) fn ticks(&self, messages: &Messages, claim: &Claim) -> Vec<(f64, String)> {
        match claim.kind {
            ClaimKind::Duration => self.lengths(messages),
            ClaimKind::Date => self.dates(messages),
            _ => {
                let least = if claim.kind == ClaimKind::Count { 1.0 } else { 1e-9 };
                let step = round_step((self.to - self.from) / 5.0, least);
                self.multiples(step).map(|x| (x, format::decimal(messages, Decimal::new(x)))).collect()
            }
        }
    }

    fn multiples(&self, step: f64) -> impl Iterator<Item = f64> {
        let (first, last) = ((self.from / step).ceil() as i64, (self.to / step).floor() as i64);
        // Three tenths is 3 / 10; 3 × 0.1 is a little more.
        let parts = (1.0 / step).round();
        (first..=last).map(move |n| if step < 1.0 { n as f64 / parts } else { n as f64 * step })
    }

    fn lengths(&self, messages: &Messages) -> Vec<(f64, String)> {
        // The largest unit that gives two ticks or more.
        let units = [
            (31_556_952.0, Key::ShortYears),
            (2_629_746.0, Key::ShortMonths),
            (7.0 * DAY, Key::ShortWeeks),
            (DAY, Key::ShortDays),
            (HOUR, Key::ShortHours),
            (MINUTE, Key::ShortMinutes),
        ];
        let fits = units.into_iter().find(|(seconds, _)| self.to >= 2.0 * seconds);
        let (seconds, key) = fits.unwrap_or((1.0, Key::ShortSeconds));
        let rough = (self.to - self.from) / seconds / 5.0;
        let by_sixty = matches!(key, Key::ShortMinutes | Key::ShortSeconds) && rough > 5.0;
        let step = if by_sixty { (rough / 15.0).ceil() * 15.0 } else { round_step(rough, 1.0) };
        self.multiples(step * seconds)
            .map(|x| {
                let whole = (x / seconds).round() as u64;
                let pattern = messages.form(key, Printed::whole(whole));
                (x, fill(pattern, &[("n", &format::integer(messages, whole))]))
            })
            .collect()
    }

    fn dates(&self, messages: &Messages) -> Vec<(f64, String)> {
        const MONTH: f64 = 28.0 * DAY;
        // Three at most: their words are long.
        let rough = (self.to - self.from) / 2.5;
        if rough < MONTH {
            let steps = [1.0, 5.0, 15.0, 30.0, 60.0, 120.0, 180.0, 360.0, 720.0].map(|minutes| minutes * MINUTE);
            let step = steps.into_iter().find(|&step| step >= rough);
            let step = step.unwrap_or_else(|| (rough / DAY).ceil() * DAY);
            let write = |x| {
                let date = moment(x);
                (x, if date.time.is_some() { format::date(messages, date, None) } else { format::day(messages, date) })
            };
            return self.multiples(step).map(write).collect();
        }
        let months = if rough < 12.0 * MONTH {
            [1, 2, 3, 6].into_iter().find(|&n| f64::from(n) * MONTH >= rough).unwrap_or(12)
        } else {
            12 * (round_step(rough / (12.0 * MONTH), 1.0) as i32)
        };
        let days = (self.from / DAY).ceil() as i64..=(self.to / DAY).floor() as i64;
        days.map(|day| (day, civil(day)))
            .filter(|(_, (year, month, day))| *day == 1 && (year * 12 + i32::from(*month) - 1) % months == 0)
            .map(|(at, (year, month, _))| {
                let month = (months < 12).then_some(month);
                let date = Date { year: Some(year as u16), month, day: None, time: None };
                (at as f64 * DAY, format::date(messages, date, None))
            })
            .collect()
    }
}

/// The date of a tick: a day where it begins, else a time of day.
fn moment(x: f64) -> Date {
    let minutes = (x.rem_euclid(DAY) / MINUTE).round() as u32;
    if minutes == 0 {
        let (year, month, day) = civil((x / DAY).floor() as i64);
        return Date { year: Some(year as u16), month: Some(month), day: Some(day), time: None };
    }
    let time = Time { hour: (minutes / 60) as u8, minute: (minutes % 60) as u8, second: None, offset: None };
    Date { year: None, month: None, day: None, time: Some(time) }
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
        let check = |kind: &str, from: f64, to: f64, expected: &[&str]| {
            let scale = Scale { from, to };
            let ticks = match kind {
                "date" => scale.dates(&messages),
                _ => scale.lengths(&messages),
            };
            assert_eq!(ticks.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>(), expected, "{from} to {to}");
            assert!(ticks.iter().all(|&(x, _)| (0.0..=1.0).contains(&scale.share(x))));
        };
        check("duration", 0.0, 4.0 * HOUR, &["0h", "1h", "2h", "3h", "4h"]);
        check("duration", 0.0, 117.0 * MINUTE, &["0m", "30m", "60m", "90m"]);
        check("duration", 0.0, 9.0 * DAY, &["0d", "2d", "4d", "6d", "8d"]);
        check("duration", 0.0, 45.0, &["0s", "15s", "30s", "45s"]);
        let day = |days: i64| days as f64 * DAY;
        check("date", day(17_949), day(17_955), &["22 February", "25 February", "28 February"]);
        check("date", day(17_949) + 14.0 * HOUR, day(17_949) + 17.0 * HOUR, &["2:00\u{202f}pm", "4:00\u{202f}pm"]);
        check("date", day(17_949) - 6.0 * HOUR, day(17_949) + 19.0 * HOUR, &["22 February", "12:00\u{202f}pm"]);
        check("date", day(17_167), day(17_532), &["January 2017", "July 2017", "January 2018"]);
        check("date", day(14_000), day(18_000), &["2010", "2015"]);
    }
}

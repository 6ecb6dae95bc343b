//! Dates and times of day as intervals of seconds since 1970.

use super::amounts::relate_extents;
use super::interval::{Extent, Interval};
use crate::dossier::{Answer, Bounds, Claim, Date, Hedge, Relation, Value};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Which clock dates are read on.
#[derive(Clone, Copy)]
enum Clock {
    /// Each on its own, whatever its offset.
    AsShown,
    /// All on that of the claim's zone (UTC where it has none), which also supplies a missing offset.
    Common(Option<i16>),
}

/// How two dates relate; `zone` is the claim's.
///
/// Where every date of both has an offset, its own or the claim's, moments are compared, else what the clocks
/// show. A time of day without a date takes the date of the other side, or a neighbouring day where that brings the
/// two together: a little before and a little after midnight are close. Against a date that gives no time of day
/// neither can be held against the other: a nuance.
pub(super) fn relate(a: &Bounds<Date>, b: &Bounds<Date>, zone: Option<i16>) -> Relation {
    let (day_a, day_b) = (first_day(a), first_day(b));
    if day_a.is_none() && !has_time(b) || day_b.is_none() && !has_time(a) {
        return Relation::Nuance;
    }
    let clock = if has_offset(a, zone) && has_offset(b, zone) { Clock::Common(zone) } else { Clock::AsShown };
    let day = day_a.or(day_b).unwrap_or(0);
    let (placed_a, placed_b) = (place(a, day, clock, 0), place(b, day, clock, 0));
    let mut relation = relate_extents(&placed_a, &placed_b);
    let is_bounded = |extent: &Extent| extent.outer.from.is_finite() && extent.outer.to.is_finite();
    if (day_a.is_none() || day_b.is_none()) && is_bounded(&placed_a) && is_bounded(&placed_b) {
        // It does not matter which of the two is moved: only their distance counts.
        for shift in [-DAY, DAY] {
            relation = relation.min(relate_extents(&place(a, day, clock, shift), &placed_b));
        }
    }
    relation
}

/// Where an answer stands on the claim's clock, for a plot. A time of day without a date stands on the first date
/// that any reading gives, on 1 January 1970 where none does.
pub(super) fn extent(claim: &Claim, bounds: &Bounds<Date>) -> Extent {
    let dates = claim.readings.iter().filter_map(|reading| match &reading.answer {
        Some(Answer { value: Value::Date(bounds), .. }) => first_day(bounds),
        _ => None,
    });
    let clock = if claim.zone.is_some() { Clock::Common(claim.zone) } else { Clock::AsShown };
    place(bounds, { dates }.next().unwrap_or(0), clock, 0)
}

/// What makes two dates the same value: whether they have offsets and a day, and what they cover. Unlike a
/// comparison it does not depend on the other side.
pub(super) fn identity(bounds: &Bounds<Date>, zone: Option<i16>) -> (bool, bool, Extent) {
    let has_offset = has_offset(bounds, zone);
    let clock = if has_offset { Clock::Common(zone) } else { Clock::AsShown };
    (has_offset, first_day(bounds).is_some(), place(bounds, 0, clock, 0))
}

/// The intervals of a date. `day` (days since 1970) is for times of day without a date; all is moved by `shift`
/// seconds.
fn place(bounds: &Bounds<Date>, day: i64, clock: Clock, shift: i64) -> Extent {
    let day = first_day(bounds).unwrap_or(day);
    let span = |date: &Date, years: i64| {
        let (start, next) = date.period(day, years);
        let shift = shift + clock.shift(date);
        (start + shift, next + shift)
    };
    let between = |from: i64, to: i64| Interval::closed(from as f64, to as f64).below();
    let [first, last] = ends(bounds);
    let (mut from, mut to) = (span(first, 0).0, span(last, 0).1);
    // "From 22:00 to 2:00" ends on the day after.
    if to <= from && last.year.is_none() {
        to += DAY;
    } else if to <= from && first.year.is_none() {
        from -= DAY;
    }
    let figure = between(from, to);
    Extent::plain(match bounds {
        Bounds::Between(..) | Bounds::Is(_, Hedge::Exact) => figure,
        Bounds::Min(_) | Bounds::Is(_, Hedge::AtLeast) => Interval { to: f64::INFINITY, ..figure },
        Bounds::Max(_) | Bounds::Is(_, Hedge::AtMost) => {
            Interval { from: f64::NEG_INFINITY, from_open: true, ..figure }
        }
        Bounds::Is(_, Hedge::Before | Hedge::Under) => Interval::closed(f64::NEG_INFINITY, figure.from).below(),
        Bounds::Is(_, Hedge::After | Hedge::Over) => Interval::closed(figure.to, f64::INFINITY),
        // "Nearly" and "dozens" say no more of a date than "about".
        Bounds::Is(date, Hedge::About | Hedge::Nearly | Hedge::Plural) => {
            let (years, near, far) = match (date.time, date.day, date.month) {
                (Some(_), ..) => (0, 30 * MINUTE, 2 * HOUR),
                (_, Some(_), _) => (0, DAY, 3 * DAY),
                (.., Some(_)) => (0, 15 * DAY, 45 * DAY),
                _ => (1, 0, 0),
            };
            let around = |years: i64, width: i64| {
                let (start, next) = span(date, years);
                between(start - width, next + width)
            };
            return Extent { figure, core: around(years, near), outer: around(2 * years, far) };
        }
    })
}

impl Clock {
    /// What takes a date from its own clock to this one, in seconds.
    fn shift(self, date: &Date) -> i64 {
        let Clock::Common(zone) = self else { return 0 };
        let common = zone.unwrap_or(0);
        i64::from(common - offset(date, zone).unwrap_or(common)) * MINUTE
    }
}

fn ends(bounds: &Bounds<Date>) -> [&Date; 2] {
    match bounds {
        Bounds::Is(date, _) | Bounds::Min(date) | Bounds::Max(date) => [date, date],
        Bounds::Between(first, last) => [first, last],
    }
}

/// The first day that is written, in days since 1970; `None` where there are times of day only.
fn first_day(bounds: &Bounds<Date>) -> Option<i64> {
    let date = ends(bounds).into_iter().find(|date| date.year.is_some())?;
    let without_time = Date { time: None, ..*date };
    Some(without_time.period(0, 0).0 / DAY)
}

fn has_time(bounds: &Bounds<Date>) -> bool {
    ends(bounds).into_iter().any(|date| date.time.is_some())
}

fn has_offset(bounds: &Bounds<Date>, zone: Option<i16>) -> bool {
    ends(bounds).into_iter().all(|date| offset(date, zone).is_some())
}

/// Minutes ahead of UTC.
fn offset(date: &Date, zone: Option<i16>) -> Option<i16> {
    date.time.and_then(|time| time.offset).or(zone)
}

//! Dates as they are printed, which may leave out what a reader knows.

use super::language::Part;
use crate::dossier::{Bounds, Date, Time};

/// A date as printed: what a reader knows anyway, the year above all, may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintedDate {
    /// The year.
    pub year: Option<u16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// The time of day, on the local clock.
    pub time: Option<Time>,
}

impl PrintedDate {
    /// The date, if nothing is missing that dossiers need and the calendar has it.
    pub fn whole(self) -> Option<Date> {
        let Self { year, month, day, time } = self;
        let has_gap = year.is_none() && (month.is_some() || day.is_some())
            || month.is_none() && day.is_some()
            || year.is_some() && day.is_none() && time.is_some();
        let date = Date { year, month, day, time };
        (!has_gap && self != Self::default() && Date::parse(&date.to_string()) == Some(date)).then_some(date)
    }

    /// Whether a date says the same, as far as this one goes, and no more: only what is larger than all that is printed
    /// may be missing here.
    pub(super) fn fits(self, date: Date) -> bool {
        let time = |time: Time| (time.hour, time.minute, time.second);
        let has_time = self.time.is_some();
        let has_day = self.day.is_some() || has_time;
        let has_month = self.month.is_some() || has_day;
        (self.year == date.year || self.year.is_none() && has_month)
            && (self.month == date.month || self.month.is_none() && has_day)
            && (self.day == date.day || self.day.is_none() && has_time)
            && self.time.map(time) == date.time.map(time)
    }

    /// A part of this month or year, as a range: thirds of a month, which share a day where they meet; of a year four
    /// months for early, five for mid, four for late, and its last three for its end.
    pub(super) fn part(self, part: Part) -> Option<Bounds<Self>> {
        let days = |first, last| Bounds::Between(Self { day: Some(first), ..self }, Self { day: Some(last), ..self });
        let months =
            |first, last| Bounds::Between(Self { month: Some(first), ..self }, Self { month: Some(last), ..self });
        // Of February in a year that is not said, as many as it can have.
        let has = |day: &u8| Self { day: Some(*day), year: self.year.or(Some(2000)), ..self }.whole().is_some();
        let last_day = || (28..=31).rev().find(has);
        Some(match (self.month, part) {
            (None, Part::Early) => months(1, 4),
            (None, Part::Mid) => months(4, 9),
            (None, Part::Late) => months(9, 12),
            (None, Part::End) => months(10, 12),
            (Some(_), Part::Early) => days(1, 10),
            (Some(_), Part::Mid) => days(10, 20),
            (Some(_), Part::Late | Part::End) => days(20, last_day()?),
        })
    }
}

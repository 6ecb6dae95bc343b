//! Dates as reports print them: a year, a month, a day, a moment, or a time of day alone.

use super::cursor::Cursor;

/// A time of day on the 24-hour clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59, where written.
    pub second: Option<u8>,
    /// Minutes ahead of UTC, where written (`Z` is 0).
    pub offset: Option<i16>,
}

/// A point in time; what is written states the precision. Read from ISO 8601 (EDTF level 0) or from `T15:00`, a
/// time of day without a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Date {
    /// `None` for a time of day alone; then `month` and `day` are `None` too.
    pub year: Option<u16>,
    /// 1 to 12, where written.
    pub month: Option<u8>,
    /// 1 to 31, where written.
    pub day: Option<u8>,
    /// Where written; then either the day or no part of a date is.
    pub time: Option<Time>,
}

impl Date {
    /// Reads `2019`, `2019-02`, `2019-02-22`, `2019-02-22T15:00[:00][Z|±hh:mm]` or `T15:00[:00][Z|±hh:mm]`.
    /// `None` for anything else, days that no calendar has (31 April) included.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = Cursor::new(text);
        let mut date = Self { year: None, month: None, day: None, time: None };
        if !text.starts_with('T') {
            let year = rest.number(4, 9_999)?;
            date.year = Some(year);
            if rest.eat(b'-') {
                let month = rest.number(2, 12).filter(|&month| month > 0)? as u8;
                date.month = Some(month);
                if rest.eat(b'-') {
                    date.day = Some(rest.number(2, days_in(year, month)).filter(|&day| day > 0)? as u8);
                }
            }
        }
        if rest.eat(b'T') {
            date.time = Some(Time::take(&mut rest)?);
        }
        let precise = date.time.is_none() || date.year.is_none() || date.day.is_some();
        (precise && rest.is_empty()).then_some(date)
    }

    /// The time that it covers, `[start, next)` in seconds since 1970 on its own clock. A time of day alone is one of
    /// `day`, in days since 1970; a year comes with so many `years` on either side of it.
    pub(crate) fn period(&self, day: i64, years: i64) -> (i64, i64) {
        let (start, next) = match (self.year.map(i64::from), self.month.map(i64::from), self.day) {
            (None, ..) => (day, day + 1),
            (Some(year), None, _) => (days(year - years, 1, 1), days(year + 1 + years, 1, 1)),
            (Some(year), Some(month), None) => (days(year, month, 1), days(year, month + 1, 1)),
            (Some(year), Some(month), Some(day)) => {
                let day = days(year, month, i64::from(day));
                (day, day + 1)
            }
        };
        match self.time {
            None => (start * DAY, next * DAY),
            Some(time) => {
                let minute = start * DAY + i64::from(time.hour) * 3_600 + i64::from(time.minute) * 60;
                match time.second {
                    None => (minute, minute + 60),
                    Some(second) => (minute + i64::from(second), minute + i64::from(second) + 1),
                }
            }
        }
    }

    /// Whether anything lies between the start of this and the end of another. Instants are compared where both have
    /// an offset, else clocks; times of day may pass midnight, but never go with a date.
    pub(crate) fn can_precede(&self, other: &Self) -> bool {
        let ahead = |date: &Self| date.time.and_then(|time| time.offset).map(i64::from);
        let (own, others) = ahead(self).zip(ahead(other)).unwrap_or_default();
        match (self.year, other.year) {
            (Some(_), Some(_)) => self.period(0, 0).0 - own * 60 < other.period(0, 0).1 - others * 60,
            (own, other) => own == other,
        }
    }
}

impl Time {
    fn take(rest: &mut Cursor) -> Option<Self> {
        let hour = rest.number(2, 23)? as u8;
        rest.next().filter(|byte| *byte == b':')?;
        let minute = rest.number(2, 59)? as u8;
        let second = if rest.eat(b':') { Some(rest.number(2, 59)? as u8) } else { None };
        Some(Self { hour, minute, second, offset: rest.offset()? })
    }
}

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Days from 1 January 1970; month 13 is the next January. Years begin in March here, so that the leap day is
/// their last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap_days + (153 * month + 2) / 5 + day - 719_469
}

/// Days in a month of the Gregorian calendar.
fn days_in(year: u16, month: u8) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads() {
        for right in [
            "2019",
            "2019-02",
            "2019-02-22",
            "2020-02-29",
            "2019-02-22T15:00",
            "2019-02-22T15:00:59Z",
            "2019-02-22T15:00+01:00",
            "2019-02-22T15:00-05:30",
            "T15:00",
            "T23:59:59Z",
        ] {
            assert!(Date::parse(right).is_some(), "{right}");
        }
        for wrong in [
            "",
            "19",
            "2019-2",
            "2019-13",
            "2019-00",
            "2019-02-30",
            "2019-02-29",
            "2019-04-31",
            "2019-02-22-01",
            "2019T15:00",
            "2019-02T15:00",
            "T",
            "T24:00",
            "T15",
            "T15:60",
            "T15:00:60",
            "T15:00+1",
            "2019-02-22T15:00ZZ",
            "T15:00+24:00",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Date::parse("T15:00-05:30").unwrap().time.unwrap().offset, Some(-330));
    }

    #[test]
    fn ranges() {
        let check = |min: &str, max: &str, expected: bool| {
            let (min, max) = (Date::parse(min).unwrap(), Date::parse(max).unwrap());
            assert_eq!(min.can_precede(&max), expected, "{min:?} to {max:?}");
        };
        check("2017", "2017", true);
        check("2017-03", "2017", true);
        check("2017", "2017-03", true);
        check("2017", "2016-12", false);
        check("2017-12-31", "2018", true);
        check("2016-02-29", "2016-03-01", true);
        check("2016-03-01", "2016-02-29", false);
        check("2017-01-01T00:00", "2016-12-31", false);
        check("2019-02-22T15:00", "2019-02-22T14:59:59", false);
        check("2019-02-22T15:00:30", "2019-02-22T15:00", true);
        check("2019-02-22T15:00Z", "2019-02-22T15:30+01:00", false);
        check("2019-02-22T15:00", "2019-02-22T15:30+01:00", true);
        check("T22:00", "T02:00", true);
        check("T15:00", "T16:00", true);
        check("T15:00", "2019", false);
    }

    #[test]
    fn calendar() {
        let check = |text: &str, start: i64, seconds: i64| {
            assert_eq!(Date::parse(text).unwrap().period(7, 0), (start, start + seconds), "{text}");
        };
        check("1970", 0, 365 * DAY);
        check("1970-01-01", 0, DAY);
        check("2000", 946_684_800, 366 * DAY);
        check("2019-02", 1_548_979_200, 28 * DAY);
        check("2020-02", 1_580_515_200, 29 * DAY);
        check("1900-02", -2_206_310_400, 28 * DAY);
        check("2019-12", 1_575_158_400, 31 * DAY);
        check("2019-02-22", 1_550_793_600, DAY);
        check("2019-02-22T15:00", 1_550_847_600, 60);
        check("2019-02-22T15:00:30Z", 1_550_847_630, 1);
        check("T15:00", 7 * DAY + 15 * 3_600, 60);
        check("0000", -62_167_219_200, 366 * DAY);
    }
}

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

    /// Whether anything lies between the start of this period and the end of another. Instants are compared where
    /// both have an offset, else clocks; a time of day and a date never go together.
    pub(super) fn can_precede(self, other: Self) -> bool {
        // The less precise of two holds the other, if they are equal as far as it goes.
        let (a, b) = (self.as_precise_as(other), other.as_precise_as(self));
        let ahead = |date: Self| date.time.and_then(|time| time.offset).map(i64::from);
        let (behind_a, behind_b) = ahead(a).zip(ahead(b)).unwrap_or_default();
        self.year.is_some() == other.year.is_some() && a.start() - behind_a * 60 <= b.start() - behind_b * 60
    }

    /// Without the parts that the other does not write.
    fn as_precise_as(self, other: Self) -> Self {
        let cut = |time: Time, to: Time| Time { second: time.second.and(to.second).and(time.second), ..time };
        Self {
            year: self.year,
            month: self.month.filter(|_| other.month.is_some()),
            day: self.day.filter(|_| other.day.is_some()),
            time: self.time.zip(other.time).map(|(time, to)| cut(time, to)),
        }
    }

    /// Seconds from a fixed day to its start, on its own clock.
    fn start(self) -> i64 {
        let (month, day) = (i64::from(self.month.unwrap_or(1)), i64::from(self.day.unwrap_or(1)));
        // Years begin in March here, so that the day that leaps is the last.
        let year = i64::from(self.year.unwrap_or(0)) - i64::from(month < 3);
        let days = year * 365 + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + ((month + 9) % 12 * 153 + 2) / 5
            + day;
        let time = self.time.map_or(0, |time| {
            i64::from(time.hour) * 3_600 + i64::from(time.minute) * 60 + i64::from(time.second.unwrap_or(0))
        });
        days * 86_400 + time
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
            assert_eq!(min.can_precede(max), expected, "{min:?} to {max:?}");
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
        check("T15:00", "T14:00", false);
        check("T15:00", "T16:00", true);
        check("T15:00", "2019", false);
    }
}

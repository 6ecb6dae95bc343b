//! Dates as reports print them: a year, a month, a day, a moment, or a time of day alone.

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
        let (day, time) = match text.split_once('T') {
            Some((day, time)) => (day, Some(Time::parse(time)?)),
            None => (text, None),
        };
        let mut parts = day.split('-');
        let mut next = |width: usize| match parts.next() {
            None => Some(None),
            Some(part) => number(part, width).map(Some),
        };
        let (year, month, date) = if day.is_empty() { (None, None, None) } else { (next(4)?, next(2)?, next(2)?) };
        if parts.next().is_some() && !day.is_empty() {
            return None;
        }
        let exists = match (year, month, date) {
            (None, ..) => time.is_some(),
            (Some(_), None, _) => time.is_none(),
            (Some(_), Some(month), None) => time.is_none() && (1..=12).contains(&month),
            (Some(year), Some(month), Some(date)) => {
                (1..=12).contains(&month) && date >= 1 && date <= u16::from(days_in(year, month as u8))
            }
        };
        exists.then_some(Self { year, month: month.map(|m| m as u8), day: date.map(|d| d as u8), time })
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
    fn parse(text: &str) -> Option<Self> {
        let (clock, offset) = match text.find(['Z', '+', '-']) {
            None => (text, None),
            Some(at) if &text[at..] == "Z" => (&text[..at], Some(0)),
            Some(at) => {
                let (hours, minutes) = text[at + 1..].split_once(':')?;
                let ahead = clock_number(hours, 24)? as i16 * 60 + clock_number(minutes, 60)? as i16;
                (&text[..at], Some(if text[at..].starts_with('-') { -ahead } else { ahead }))
            }
        };
        let mut parts = clock.split(':');
        let hour = clock_number(parts.next()?, 24)?;
        let minute = clock_number(parts.next()?, 60)?;
        let second = parts.next().map(|part| clock_number(part, 60)).map_or(Some(None), |s| s.map(Some))?;
        parts.next().is_none().then_some(Self { hour, minute, second, offset })
    }
}

fn clock_number(text: &str, below: u16) -> Option<u8> {
    number(text, 2).filter(|&n| n < below).map(|n| n as u8)
}

fn number(text: &str, width: usize) -> Option<u16> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.bytes().fold(0, |n, b| n * 10 + u16::from(b - b'0')))
}

/// Days in a month of the Gregorian calendar.
fn days_in(year: u16, month: u8) -> u8 {
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

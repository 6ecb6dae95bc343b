//! ISO 8601 durations, in whole units, kept as written.

use super::cursor::Cursor;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months, of 30.436875 days (the Gregorian mean).
    Month,
    /// Years, of 365.2425 days.
    Year,
}

impl Unit {
    /// All units, longest first: the order in which they are written.
    pub const ALL: [Unit; 7] = [Unit::Year, Unit::Month, Unit::Week, Unit::Day, Unit::Hour, Unit::Minute, Unit::Second];

    /// Its length in seconds.
    pub fn seconds(self) -> f64 {
        match self {
            Unit::Second => 1.0,
            Unit::Minute => 60.0,
            Unit::Hour => 3_600.0,
            Unit::Day => 86_400.0,
            Unit::Week => 604_800.0,
            Unit::Month => 2_629_746.0,
            Unit::Year => 31_556_952.0,
        }
    }
}

/// A length of time as written: `PT1H57M`, `P2W`. It knows which units were written, so that the smallest of them is
/// known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Of each of [`Unit::ALL`], 0 where it was not written.
    numbers: [u32; 7],
    /// Which were written: a bit for each.
    written: u8,
}

impl Duration {
    /// Reads ISO 8601: integers of at most nine digits, weeks alone, at least one part. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = Cursor::new(text);
        let mut duration = Self::default();
        let mut number = None;
        let mut has_time = false;
        rest.next().filter(|byte| *byte == b'P')?;
        for (unit, into) in duration.numbers.iter_mut().enumerate() {
            if unit == 4 {
                has_time = number.is_none() && rest.eat(b'T');
                if !has_time {
                    break;
                }
            }
            number = number.or_else(|| rest.whole());
            if let Some(whole) = number
                && rest.eat(b"YMWDHMS"[unit])
            {
                *into = whole;
                duration.written |= 1 << unit;
                number = None;
            }
        }
        let written = duration.written;
        let has_parts = if has_time { written >> 4 != 0 } else { written != 0 };
        let weeks_alone = written & 4 == 0 || written == 4;
        (number.is_none() && rest.is_empty() && has_parts && weeks_alone).then_some(duration)
    }

    /// One of these parts; weeks alone, numbers of at most nine digits, at least one part.
    #[cfg(feature = "editor")]
    pub(crate) fn new(parts: Vec<(u32, Unit)>) -> Option<Self> {
        let mut duration = Self::default();
        for &(number, unit) in &parts {
            let at = Unit::ALL.iter().position(|other| *other == unit)?;
            (duration.numbers[at], duration.written) = (number, duration.written | 1 << at);
        }
        Self::parse(&duration.to_string())
    }

    /// The parts written, longest unit first.
    pub fn parts(self) -> impl Iterator<Item = (u32, Unit)> {
        let all = self.numbers.into_iter().zip(Unit::ALL).enumerate();
        all.filter_map(move |(unit, part)| (self.written >> unit & 1 == 1).then_some(part))
    }

    /// Its length in seconds.
    pub fn seconds(self) -> f64 {
        self.numbers.into_iter().zip(Unit::ALL).map(|(number, unit)| f64::from(number) * unit.seconds()).sum()
    }

    /// The smallest unit written.
    pub fn smallest(self) -> Unit {
        self.parts().last().map_or(Unit::Second, |(_, unit)| unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads() {
        let check = |text: &str, expected: Option<(f64, Unit)>| {
            assert_eq!(Duration::parse(text).map(|d| (d.seconds(), d.smallest())), expected, "{text}");
        };
        check("PT4H", Some((14_400.0, Unit::Hour)));
        check("PT1H57M", Some((7_020.0, Unit::Minute)));
        check("P2W", Some((1_209_600.0, Unit::Week)));
        check("P1DT12H", Some((129_600.0, Unit::Hour)));
        check("PT0S", Some((0.0, Unit::Second)));
        check("PT999999999S", Some((999_999_999.0, Unit::Second)));
        for wrong in [
            "",
            "P",
            "PT",
            "4H",
            "PT4",
            "P1H",
            "PT1M1H",
            "P1W2D",
            "PT1.5H",
            "-PT1H",
            "P1DT",
            "PT1HT1M",
            "PT9999999999H",
        ] {
            check(wrong, None);
        }
    }
}

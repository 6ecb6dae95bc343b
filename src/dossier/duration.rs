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

/// A length of time as written: `PT1H57M`, `P2W`. Parts that were not written are `None`, so that the smallest
/// unit written is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    parts: [Option<u32>; 7],
}

impl Duration {
    /// Reads ISO 8601: integers of at most nine digits, weeks alone, at least one part. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = Cursor::new(text);
        rest.next().filter(|byte| *byte == b'P')?;
        let mut parts = [None; 7];
        // The first unit that may still come, and the first that may not.
        let (mut next, mut end) = (0, 4);
        while !rest.is_empty() {
            if end == 4 && rest.eat(b'T') {
                (next, end) = (4, 7);
            }
            let (mut number, mut digits) = (0, 0);
            let mut letter = rest.next()?;
            while letter.is_ascii_digit() && digits < 9 {
                number = number * 10 + u32::from(letter - b'0');
                digits += 1;
                letter = rest.next()?;
            }
            if digits == 0 {
                return None;
            }
            let unit = next + b"YMWDHMS".get(next..end)?.iter().position(|unit| *unit == letter)?;
            parts[unit] = Some(number);
            next = unit + 1;
        }
        let weeks_alone = parts[2].is_none() || parts.iter().flatten().count() == 1;
        (next > 0 && weeks_alone).then_some(Self { parts })
    }

    /// The parts written, longest unit first.
    pub fn parts(self) -> impl Iterator<Item = (u32, Unit)> {
        self.parts.into_iter().zip(Unit::ALL).filter_map(|(part, unit)| Some((part?, unit)))
    }

    /// Its length in seconds.
    pub fn seconds(self) -> f64 {
        self.parts().map(|(number, unit)| f64::from(number) * unit.seconds()).sum()
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

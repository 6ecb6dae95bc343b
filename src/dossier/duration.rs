//! ISO 8601 durations, in whole units, kept as written.

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
        let mut rest = text.strip_prefix('P')?.bytes();
        let mut parts = [None; 7];
        let (mut in_time, mut last) = (false, None);
        let (mut digits, mut width) = (None, 0);
        while let Some(byte) = rest.next() {
            match byte {
                b'0'..=b'9' if width == 9 => return None,
                b'0'..=b'9' => {
                    width += 1;
                    digits = Some(digits.unwrap_or(0) * 10 + u32::from(byte - b'0'));
                }
                b'T' if !in_time && digits.is_none() => {
                    in_time = true;
                    if rest.len() == 0 {
                        return None;
                    }
                }
                _ => {
                    let unit = match (byte, in_time) {
                        (b'Y', false) => 0,
                        (b'M', false) => 1,
                        (b'W', false) => 2,
                        (b'D', false) => 3,
                        (b'H', true) => 4,
                        (b'M', true) => 5,
                        (b'S', true) => 6,
                        _ => return None,
                    };
                    if last.is_some_and(|last| last >= unit) {
                        return None;
                    }
                    last = Some(unit);
                    parts[unit] = Some(digits.take()?);
                    width = 0;
                }
            }
        }
        let weeks_alone = parts[2].is_none() || parts.iter().flatten().count() == 1 && !in_time;
        (digits.is_none() && last.is_some() && weeks_alone).then_some(Self { parts })
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

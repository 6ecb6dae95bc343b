//! Exact decimal numbers, as far as prose has them.

use crate::dossier::Decimal;

/// A number from 0: `units × 10^-places`, without trailing zeros after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    units: u64,
    places: u32,
}

impl Number {
    pub(super) const fn new(units: u64, places: u32) -> Self {
        Self { units, places }
    }

    /// So many hundredths.
    pub(super) fn hundredths(hundredths: u64) -> Self {
        Self::new(hundredths, 2).reduced()
    }

    /// Reads digits as a language prints them: `point` stands before a fraction, one of `groups` between groups of
    /// three. `None` for anything that it would not print so, and for three zeros behind the point: where another
    /// language was translated from, they are thousands.
    pub(super) fn parse(digits: &str, point: char, groups: &str) -> Option<Self> {
        let (whole, fraction) = digits.split_once(point).unwrap_or((digits, ""));
        let mut parts = whole.split(|c| groups.contains(c));
        let first = parts.next()?;
        let mut figures = first.to_owned();
        for part in parts {
            if part.len() != 3 || first.is_empty() || first.len() > 3 {
                return None;
            }
            figures.push_str(part);
        }
        figures.push_str(fraction);
        let is_plain = figures.len() <= 18 && figures.bytes().all(|byte| byte.is_ascii_digit());
        let is_whole = !digits.contains(point) || !fraction.is_empty() && fraction != "000";
        let units = figures.parse().ok().filter(|_| is_plain && is_whole)?;
        Some(Self { units, places: fraction.len() as u32 }.reduced())
    }

    /// The sum.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let units = |number: Self| number.units.checked_mul(10u64.checked_pow(places - number.places)?);
        Some(Self { units: units(self)?.checked_add(units(other)?)?, places }.reduced())
    }

    /// So many times as much.
    pub(super) fn times(self, factor: u64) -> Option<Self> {
        Some(Self { units: self.units.checked_mul(factor)?, places: self.places }.reduced())
    }

    /// The whole part, and what is left.
    pub(super) fn split(self) -> (u64, Self) {
        let one = 10u64.pow(self.places);
        (self.units / one, Self { units: self.units % one, places: self.places }.reduced())
    }

    /// The number, if it has no fraction.
    pub(super) fn whole(self) -> Option<u64> {
        (self.places == 0).then_some(self.units)
    }

    /// The number as dossiers have it, if it is within their limits.
    pub(super) fn decimal(self) -> Option<Decimal> {
        // Both are exact as `f64`, and so the quotient is the nearest one to the number.
        let value = self.units as f64 / 10f64.powi(self.places as i32);
        (self.units < 1 << 53 && value <= 1e15).then(|| Decimal::new(value))
    }

    /// Whether it is less.
    pub(super) fn is_below(self, other: Self) -> bool {
        let scaled = |number: Self, by: u32| u128::from(number.units) * 10u128.pow(by);
        scaled(self, other.places) < scaled(other, self.places)
    }

    fn reduced(mut self) -> Self {
        while self.places > 0 && self.units.is_multiple_of(10) {
            self.units /= 10;
            self.places -= 1;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits() {
        let check = |text: &str, expected: Option<(u64, u32)>| {
            let number = Number::parse(text, '.', ",\u{A0}\u{202F}");
            assert_eq!(number.map(|number| (number.units, number.places)), expected, "{text}");
        };
        check("41", Some((41, 0)));
        check("200,000", Some((200_000, 0)));
        check("2\u{202F}000\u{202F}000", Some((2_000_000, 0)));
        check("2.30", Some((23, 1)));
        check("1,234.5", Some((12_345, 1)));
        check("3.00", Some((3, 0)));
        check("3.000", None);
        check("1,23", None);
        check("1234,567", None);
        check("22.2.2019", None);
        check("1'000", None);
        check("9999999999999999999", None);
    }

    #[test]
    fn arithmetic() {
        let half = Number::new(5, 1);
        assert_eq!(Number::new(2, 0).plus(half), Some(Number::new(25, 1)));
        assert_eq!(half.plus(half), Some(Number::new(1, 0)));
        assert_eq!(Number::new(23, 1).times(1_000_000), Some(Number::new(2_300_000, 0)));
        assert_eq!(Number::new(25, 1).split(), (2, half));
        assert_eq!(Number::new(23, 1).decimal(), Some(Decimal::new(2.3)));
        assert_eq!(Number::new(u64::MAX, 0).times(2), None);
        assert!(half.is_below(Number::new(1, 0)) && !half.is_below(half));
    }
}

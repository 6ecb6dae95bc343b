//! Decimal numbers as people print them.

/// A number as printed: `units × 10^-scale`, in lowest terms (no trailing zero after the point).
///
/// Exists because formatting and parsing `f64` would cost the reader's bundle 9.5 KB, and because the rules of
/// comparison ask for the last digit that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i64,
    scale: u8,
}

impl Decimal {
    /// The shortest decimal of at most nine places that reads back as `x`; the nearest one where none does.
    ///
    /// `x` is finite and at most 10^15 in size: the reader has judged it.
    pub fn new(x: f64) -> Self {
        let mut power = 1.0;
        for scale in 0..=9u8 {
            let units = (x * power).round();
            if units / power == x || scale == 9 || units.abs() > 9e17 {
                return Self { units: units as i64, scale };
            }
            power *= 10.0;
        }
        unreachable!("the loop returns at scale 9")
    }

    /// The number.
    pub fn value(self) -> f64 {
        // Exact, as all powers of ten below 10^23 are. (`powi` costs more bytes.)
        self.units as f64 / (0..self.scale).fold(1.0, |power, _| power * 10.0)
    }

    /// All its digits without the point, with sign, and how many of them stand after the point.
    pub fn parts(self) -> (i64, u8) {
        (self.units, self.scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortest() {
        let check = |x: f64, expected: (i64, u8)| {
            assert_eq!(Decimal::new(x).parts(), expected, "{x}");
            assert_eq!(Decimal::new(x).value(), x);
        };
        check(0.0, (0, 0));
        check(2.3, (23, 1));
        check(2_300_000.0, (2_300_000, 0));
        check(-0.05, (-5, 2));
        check(0.1, (1, 1));
        check(1e15, (1_000_000_000_000_000, 0));
    }
}

//! Intervals of numbers, and the three that a figure in a report stands for.

/// A stretch of the number line; never empty.
///
/// An end may be infinite, and then is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Where it begins; may be −∞.
    pub from: f64,
    /// Where it ends; may be +∞.
    pub to: f64,
    /// Whether `from` itself lies outside.
    pub from_open: bool,
    /// Whether `to` itself lies outside.
    pub to_open: bool,
}

impl Interval {
    /// From one to the other, both included; an infinite end is open all the same. Ends the wrong way round (as those
    /// of a range of times may be, once on one clock) are put right.
    pub(super) fn closed(from: f64, to: f64) -> Self {
        let (from, to) = (rounded(from.min(to)), rounded(from.max(to)));
        Self { from, to, from_open: from == f64::NEG_INFINITY, to_open: to == f64::INFINITY }
    }

    /// One number.
    pub(super) fn point(x: f64) -> Self {
        Self::closed(x, x)
    }

    /// The same without its first number; a point stays what it is, so that nothing is ever empty.
    pub(super) fn above(self) -> Self {
        Self { from_open: self.from < self.to || self.from_open, ..self }
    }

    /// The same without its last number; a point stays what it is.
    pub(super) fn below(self) -> Self {
        Self { to_open: self.from < self.to || self.to_open, ..self }
    }

    /// Whether some number lies in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.reaches(other) && other.reaches(self)
    }

    /// Whether every number of it lies in the other.
    pub fn is_inside(&self, other: &Self) -> bool {
        (self.from > other.from || self.from == other.from && (self.from_open || !other.from_open))
            && (self.to < other.to || self.to == other.to && (self.to_open || !other.to_open))
    }

    /// Whether it begins before the other is over.
    fn reaches(&self, other: &Self) -> bool {
        self.from < other.to || self.from == other.to && !self.from_open && !other.to_open
    }
}

/// What a figure in a report stands for. `core` lies within `outer`; the figure need not ("over 400").
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The figure as said.
    pub figure: Interval,
    /// What its words plainly cover.
    pub core: Interval,
    /// The furthest that its words stretch.
    pub outer: Interval,
}

impl Extent {
    /// One that means just what it says.
    pub(super) fn plain(interval: Interval) -> Self {
        Self { figure: interval, core: interval, outer: interval }
    }
}

/// To 45 binary digits, so that 3 + 0.6 and 3.6 are one number whichever way they were come by. What is that large
/// that it would lose whole ones is left alone.
fn rounded(x: f64) -> f64 {
    const LARGE: f64 = (1u64 << 44) as f64;
    if x.abs() < LARGE { f64::from_bits((x.to_bits() + 0x80) & !0xFF) } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching() {
        let check = |a: Interval, b: Interval, overlap: bool| {
            assert_eq!((a.overlaps(&b), b.overlaps(&a)), (overlap, overlap), "{a:?} {b:?}");
        };
        let all = Interval::closed(f64::NEG_INFINITY, f64::INFINITY);
        let (low, high) = (Interval::closed(1.0, 2.0), Interval::closed(2.0, 3.0));
        check(low, high, true);
        check(low.below(), high, false);
        check(low, high.above(), false);
        check(low, Interval::closed(1.5, 1.6), true);
        check(low, Interval::closed(4.0, 5.0), false);
        check(low, all, true);
        check(Interval::closed(f64::NEG_INFINITY, 1.0), Interval::closed(1.0, f64::INFINITY), true);
        check(Interval::closed(3.0, 3.0 + 0.2 * 3.0), Interval::closed(3.6, 9.0), true);
        check(Interval::closed(0.1 + 0.2, 0.4), Interval::closed(0.2, 0.3), true);
    }

    #[test]
    fn inside() {
        let check = |a: Interval, b: Interval, inside: bool| assert_eq!(a.is_inside(&b), inside, "{a:?} {b:?}");
        let all = Interval::closed(f64::NEG_INFINITY, f64::INFINITY);
        let whole = Interval::closed(1.0, 3.0);
        check(whole, whole, true);
        check(whole.below(), whole, true);
        check(whole, whole.below(), false);
        check(whole.above(), whole.above(), true);
        check(whole, all, true);
        check(all, whole, false);
        check(Interval::point(1.0), whole.above(), false);
    }

    #[test]
    fn never_empty() {
        assert_eq!(Interval::closed(3.0, 2.0), Interval::closed(2.0, 3.0));
        assert_eq!(Interval::point(2.0).above().below(), Interval::point(2.0));
        assert_eq!(Interval::point(9_007_199_254_740_991.0).from, 9_007_199_254_740_991.0);
    }
}

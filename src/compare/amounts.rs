//! Durations, counts and quantities as intervals.

use super::interval::{Extent, Interval};
use crate::dossier::{Bounds, Claim, Decimal, Duration, Hedge, Relation, UnitOfValue, Value};

/// A duration (in seconds), a count or a quantity (in its unit), as said.
pub(super) struct Amount<'a> {
    pub(super) extent: Extent,
    /// The unit of a quantity.
    unit: Unit<'a>,
    /// The one number said; of "dozens" the smallest meant. `None` for a range.
    number: Option<f64>,
    manner: Manner,
}

/// The unit of an amount.
#[derive(Clone, Copy, PartialEq)]
enum Unit<'a> {
    /// This one; `None` where the claim has none.
    Stated(Option<&'a str>),
    /// Not stated by the source; probably this one.
    Unstated(&'a str),
}

/// What hedges do to a number, as far as the steps of [`Amount::relate`] ask.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    /// "four", "about four".
    Plain,
    /// "at least four".
    Floor,
    /// "up to four".
    Ceiling,
    /// "nearly four", "four to six".
    Other,
}

/// A number with what prose leaves out of it.
#[derive(Clone, Copy)]
struct Figure {
    x: f64,
    /// The number stands for anything from `x - half` to `x + half`.
    half: f64,
}

/// What widths depend on besides the number.
struct Scale {
    /// How wide "about" and "nearly" are, 0 to 1.
    tolerance: f64,
    /// The least width of "about": one, where things are counted.
    least: f64,
    /// Whether there are amounts below zero.
    signed: bool,
}

impl<'a> Amount<'a> {
    /// `None` for a value of another type.
    pub(super) fn new(claim: &'a Claim, value: &'a Value) -> Option<Self> {
        let scale = |least, signed| Scale { tolerance: claim.tolerance, least, signed };
        let stated = Unit::Stated(claim.unit.as_deref());
        Some(match value {
            Value::Duration(bounds) => Self::bounded(*bounds, Figure::of_duration, scale(0.0, false), stated),
            Value::Count(bounds) => Self::bounded(*bounds, Figure::of_count, scale(1.0, false), stated),
            Value::Quantity { amount, unit } => {
                let unit = match unit {
                    None => stated,
                    Some(UnitOfValue::Stated(unit)) => Unit::Stated(Some(unit)),
                    Some(UnitOfValue::Unstated(unit)) => Unit::Unstated(unit),
                };
                Self::bounded(*amount, Figure::of_quantity, scale(0.0, true), unit)
            }
            _ => return None,
        })
    }

    /// Whether it is in the claim's own unit, and so stands on one scale with the others.
    pub(super) fn is_in_unit_of(&self, claim: &Claim) -> bool {
        self.unit == Unit::Stated(claim.unit.as_deref())
    }

    /// Whether both have the same bounds, in the same unit.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.unit == other.unit && self.extent == other.extent
    }

    /// How two amounts relate: the seven steps, in their order.
    pub(super) fn relate(&self, other: &Self) -> Relation {
        if self.is_same(other) {
            return Relation::Agree;
        }
        let (a, b) = (&self.extent, &other.extent);
        if self.unit != other.unit || matches!(self.unit, Unit::Unstated(_)) {
            return match none_against_some(a, b) || none_against_some(b, a) {
                true => Relation::Contradict,
                false => Relation::Differ,
            };
        }
        let same_number = self.number.is_some() && self.number == other.number;
        if same_number && self.number != Some(0.0) && (self.manner == Manner::Plain || other.manner == Manner::Plain) {
            return Relation::Nuance;
        }
        let facing =
            matches!((self.manner, other.manner), (Manner::Floor, Manner::Ceiling) | (Manner::Ceiling, Manner::Floor));
        match relate_extents(a, b) {
            Relation::Nuance if same_number && facing => Relation::Differ,
            relation => relation,
        }
    }

    fn bounded<T>(bounds: Bounds<T>, figure: fn(T) -> Figure, scale: Scale, unit: Unit<'a>) -> Self {
        let (figure, hedge) = match bounds {
            Bounds::Is(value, hedge) => (figure(value), hedge),
            Bounds::Min(value) => (figure(value), Hedge::AtLeast),
            Bounds::Max(value) => (figure(value), Hedge::AtMost),
            Bounds::Between(min, max) => {
                let extent = Extent::plain(Interval::closed(figure(min).x, figure(max).x));
                return Self { extent, unit, number: None, manner: Manner::Other };
            }
        };
        let (extent, manner) = figure.hedged(hedge, scale);
        let number = if hedge == Hedge::Plural { 2.0 * figure.x } else { figure.x };
        Self { extent, unit, number: Some(number), manner }
    }
}

/// The steps that ask for nothing but intervals: 1, 4, 6 and 7.
pub(super) fn relate_extents(a: &Extent, b: &Extent) -> Relation {
    if a == b {
        Relation::Agree
    } else if !a.outer.overlaps(&b.outer) {
        Relation::Contradict
    } else if a.figure.is_inside(&b.core) || b.figure.is_inside(&a.core) {
        Relation::Nuance
    } else {
        Relation::Differ
    }
}

/// Whether `none` is exactly zero and `some` is more: that contradicts in whatever units.
fn none_against_some(none: &Extent, some: &Extent) -> bool {
    let zero = Interval::point(0.0);
    none.outer == zero && some.outer.from >= 0.0 && !some.outer.overlaps(&zero)
}

impl Figure {
    fn of_duration(value: Duration) -> Self {
        let x = value.seconds();
        Self { x, half: if x == 0.0 { 0.0 } else { value.smallest().seconds() / 2.0 } }
    }

    fn of_count(value: u64) -> Self {
        Self { x: value as f64, half: 0.0 }
    }

    /// Half a unit of the last digit that is not a trailing zero: "2.3 million" may be 2 349 000.
    fn of_quantity(value: Decimal) -> Self {
        let x = value.value();
        let (mut units, scale) = value.parts();
        if units == 0 {
            return Self { x, half: 0.0 };
        }
        let mut half: f64 = 0.5;
        while units % 10 == 0 {
            units /= 10;
            half *= 10.0;
        }
        for _ in 0..scale {
            half /= 10.0;
        }
        Self { x, half: half.min(x.abs() * 0.05) }
    }

    /// The intervals of a hedged figure. Widths are those of its size, the direction is that of the number line;
    /// only "nearly" looks towards zero, as people do who say "nearly five below".
    fn hedged(self, hedge: Hedge, scale: Scale) -> (Extent, Manner) {
        let Self { x, half } = self;
        let size = x.abs();
        let near = (size * scale.tolerance / 4.0).max(half).max(scale.least);
        let far = (size * scale.tolerance).max(near);
        let around = |width: f64| Interval::closed(x - width, x + width);
        let up_to = |from: f64| Interval::closed(from, x);
        let from_on = |to: f64| Interval::closed(x, to);

        // A floor or a ceiling answers only near itself. Near zero there is nothing to measure "near" by.
        let floor = || {
            let outer = from_on(f64::INFINITY);
            (if x == 0.0 { outer } else { from_on(x + size) }, outer)
        };
        // "Up to five" is some, not none.
        let ceiling = || match (x > 0.0, scale.signed) {
            (true, _) => (up_to(x / 2.0), up_to(0.0).above()),
            (false, false) => (up_to(x), up_to(x)),
            (false, true) => {
                let outer = up_to(f64::NEG_INFINITY);
                (if x == 0.0 { outer } else { up_to(x - size / 2.0) }, outer)
            }
        };

        let mut figure = Interval::point(x);
        let ((core, outer), manner) = match hedge {
            Hedge::Exact => {
                figure = around(half).below();
                ((figure, figure), Manner::Plain)
            }
            Hedge::About => ((around(near), around(far)), Manner::Plain),
            Hedge::Nearly if x > 0.0 => ((up_to(x - near).below(), up_to(x - far).below()), Manner::Other),
            Hedge::Nearly if x < 0.0 => ((from_on(x + near).above(), from_on(x + far).above()), Manner::Other),
            Hedge::Nearly => ((around(near), around(far)), Manner::Other),
            Hedge::Over | Hedge::After => {
                let (core, outer) = floor();
                ((core.above(), outer.above()), Manner::Floor)
            }
            Hedge::AtLeast => (floor(), Manner::Floor),
            Hedge::AtMost => (ceiling(), Manner::Ceiling),
            Hedge::Under | Hedge::Before => {
                let (core, outer) = ceiling();
                ((core.below(), outer.below()), Manner::Ceiling)
            }
            Hedge::Plural => {
                let least = 2.0 * x;
                figure = Interval::point(least);
                let outer = Interval::closed(least, f64::INFINITY);
                let core = Interval::closed(least, least + 18.0 * size).below();
                ((if x == 0.0 { outer } else { core }, outer), Manner::Floor)
            }
        };
        (Extent { figure, core, outer }, manner)
    }
}

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
        let mut scale = Scale { tolerance: claim.tolerance, least: 0.0, signed: false };
        let mut unit_of_value = &None;
        let bounds = match value {
            Value::Duration(bounds) => figures(bounds, Figure::of_duration),
            Value::Count(bounds) => {
                scale.least = 1.0;
                figures(bounds, Figure::of_count)
            }
            Value::Quantity { amount, unit } => {
                scale.signed = true;
                unit_of_value = unit;
                figures(amount, Figure::of_quantity)
            }
            _ => return None,
        };
        let unit = match unit_of_value {
            None => Unit::Stated(claim.unit.as_deref()),
            Some(UnitOfValue::Stated(unit)) => Unit::Stated(Some(unit)),
            Some(UnitOfValue::Unstated(unit)) => Unit::Unstated(unit),
        };
        Some(Self::bounded(bounds, scale, unit))
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

    fn bounded(bounds: Bounds<Figure>, scale: Scale, unit: Unit<'a>) -> Self {
        let (figure, hedge) = match bounds {
            Bounds::Is(figure, hedge) => (figure, hedge),
            Bounds::Min(figure) => (figure, Hedge::AtLeast),
            Bounds::Max(figure) => (figure, Hedge::AtMost),
            Bounds::Between(min, max) => {
                let extent = Extent::plain(Interval::closed(min.x, max.x));
                return Self { extent, unit, number: None, manner: Manner::Other };
            }
        };
        let (extent, manner) = figure.hedged(hedge, scale);
        let number = if hedge == Hedge::Plural { 2.0 * figure.x } else { figure.x };
        Self { extent, unit, number: Some(number), manner }
    }
}

/// Of any type that a figure can be made of.
fn figures<T: Copy>(bounds: &Bounds<T>, figure: impl Fn(T) -> Figure) -> Bounds<Figure> {
    match *bounds {
        Bounds::Is(value, hedge) => Bounds::Is(figure(value), hedge),
        Bounds::Between(min, max) => Bounds::Between(figure(min), figure(max)),
        Bounds::Min(value) => Bounds::Min(figure(value)),
        Bounds::Max(value) => Bounds::Max(figure(value)),
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
        let mut figure = Interval::point(x);
        // Where core and outer begin and end; whether they begin and end just short of it.
        let (mut from, mut to) = ((x, x), (x, x));
        let (mut above, mut below) = (false, false);
        let manner = match hedge {
            Hedge::Exact => {
                figure = Interval::closed(x - half, x + half).below();
                return (Extent::plain(figure), Manner::Plain);
            }
            Hedge::About | Hedge::Nearly => {
                let is_nearly = hedge == Hedge::Nearly;
                (above, below) = (is_nearly && x < 0.0, is_nearly && x > 0.0);
                if !above {
                    from = (x - near, x - far);
                }
                if !below {
                    to = (x + near, x + far);
                }
                if is_nearly { Manner::Other } else { Manner::Plain }
            }
            // A floor or a ceiling answers only near itself; near zero there is nothing to measure "near" by.
            Hedge::Over | Hedge::After | Hedge::AtLeast => {
                above = hedge != Hedge::AtLeast;
                to = (if x == 0.0 { f64::INFINITY } else { x + size }, f64::INFINITY);
                Manner::Floor
            }
            Hedge::Under | Hedge::Before | Hedge::AtMost => {
                below = hedge != Hedge::AtMost;
                let least = if scale.signed && x <= 0.0 { f64::NEG_INFINITY } else { 0.0 };
                from = (if x == 0.0 { least } else { x - size / 2.0 }, least);
                Manner::Ceiling
            }
            Hedge::Plural => {
                figure = Interval::point(2.0 * x);
                from = (2.0 * x, 2.0 * x);
                to = (if x == 0.0 { f64::INFINITY } else { from.0 + 18.0 * size }, f64::INFINITY);
                below = true;
                Manner::Floor
            }
        };
        let mut core = Interval::closed(from.0, to.0);
        let mut outer = Interval::closed(from.1, to.1);
        if above {
            (core, outer) = (core.above(), outer.above());
        }
        if below {
            (core, outer) = (core.below(), outer.below());
        }
        if manner == Manner::Ceiling {
            // "Up to five" is some, not none.
            outer = outer.above();
        }
        (Extent { figure, core, outer }, manner)
    }
}

//! Lengths of time as prose puts them: "an hour and a half", "1.5 days", "two decades".

use super::number::Number;
use crate::dossier::{Duration, Unit};

/// A length of time in whole units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    /// Of each of [`Unit::ALL`].
    numbers: [u64; 7],
    /// The unit first named, and how many of [`Unit`] it is.
    first: (Unit, u32),
    /// The smallest unit named.
    last: Unit,
}

impl Length {
    /// One of a unit that is `times` of a plain one.
    pub(super) fn one(unit: Unit, times: u32) -> Self {
        let mut one = Self { numbers: [0; 7], first: (unit, times), last: unit };
        one.numbers[place(unit)] = u64::from(times);
        one
    }

    /// One of the unit first named.
    pub(super) fn first_unit(self) -> Self {
        Self::one(self.first.0, self.first.1)
    }

    /// So many of its first unit; a fraction becomes smaller units, if it does without a rest.
    pub(super) fn of(self, number: Number) -> Option<Self> {
        let (mut unit, times) = self.first;
        let mut length = Self { numbers: [0; 7], ..self };
        let (whole, mut rest) = number.times(u64::from(times))?.split();
        length.numbers[place(unit)] = whole;
        while rest != Number::new(0, 0) {
            let (smaller, factor) = smaller(unit)?;
            let whole;
            (whole, rest) = rest.times(factor)?.split();
            length.numbers[place(smaller)] = whole;
            (unit, length.last) = (smaller, smaller);
        }
        Some(length)
    }

    /// The two together; the second is of smaller units.
    pub(super) fn and(mut self, other: Self) -> Option<Self> {
        if other.first.0 >= self.last {
            return None;
        }
        for (number, more) in self.numbers.iter_mut().zip(other.numbers) {
            *number += more;
        }
        self.last = other.last;
        Some(self)
    }

    /// As dossiers write it: weeks stand alone there, or are days.
    pub(super) fn duration(self) -> Option<Duration> {
        let Self { mut numbers, last, .. } = self;
        let (week, day) = (place(Unit::Week), place(Unit::Day));
        if numbers.iter().enumerate().any(|(unit, number)| unit != week && *number > 0) {
            numbers[day] += 7 * numbers[week];
            numbers[week] = 0;
        }
        let parts = numbers.into_iter().zip(Unit::ALL).filter(|(number, unit)| *number > 0 || *unit == last);
        let parts = parts.filter(|(number, unit)| *number > 0 || *unit != Unit::Week || numbers == [0; 7]);
        Duration::new(
            parts.map(|(number, unit)| Some((u32::try_from(number).ok()?, unit))).collect::<Option<Vec<_>>>()?,
        )
    }
}

fn place(unit: Unit) -> usize {
    Unit::ALL.iter().position(|other| *other == unit).unwrap_or_default()
}

/// The next smaller unit that a unit is a fixed number of.
fn smaller(unit: Unit) -> Option<(Unit, u64)> {
    Some(match unit {
        Unit::Year => (Unit::Month, 12),
        Unit::Week => (Unit::Day, 7),
        Unit::Day => (Unit::Hour, 24),
        Unit::Hour => (Unit::Minute, 60),
        Unit::Minute => (Unit::Second, 60),
        Unit::Month | Unit::Second => return None,
    })
}

//! Values as a dossier writes them: what the reader reads, the other way round.

use super::{Bounds, Date, Decimal, Duration, Hedge, NodeKind, Unit, UnitOfValue, Value};
use std::fmt::{self, Display, Formatter};

impl Display for Duration {
    /// ISO 8601: `PT1H30M`.
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str("P")?;
        let mut is_time = false;
        for (number, unit) in self.parts() {
            if unit < Unit::Day && !is_time {
                f.write_str("T")?;
                is_time = true;
            }
            let letter = match unit {
                Unit::Year => 'Y',
                Unit::Month | Unit::Minute => 'M',
                Unit::Week => 'W',
                Unit::Day => 'D',
                Unit::Hour => 'H',
                Unit::Second => 'S',
            };
            write!(f, "{number}{letter}")?;
        }
        Ok(())
    }
}

impl Display for Date {
    /// ISO 8601, to the precision that it has: `2019-02`, `2019-02-22T15:00`, `T15:00`.
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        if let Some(year) = self.year {
            write!(f, "{year:04}")?;
        }
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}", time.hour, time.minute)?;
        if let Some(second) = time.second {
            write!(f, ":{second:02}")?;
        }
        match time.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        }
    }
}

impl Value {
    /// The fields of a figure, a date, a yes or no, or of what is unclear, in the order in which they are written.
    /// `None` for names, texts and lists, and for words that were not read.
    pub fn fields(&self) -> Option<Vec<(&'static str, NodeKind)>> {
        let text = |text: String| NodeKind::String(text);
        Some(match self {
            Value::Duration(bounds) => bounds.fields(|duration| text(duration.to_string())),
            Value::Count(bounds) => bounds.fields(|count| NodeKind::Number(count as f64)),
            Value::Quantity { amount, unit } => {
                let mut fields = amount.fields(|amount: Decimal| NodeKind::Number(amount.value()));
                fields.extend(unit.as_ref().map(|unit| match unit {
                    UnitOfValue::Stated(unit) => ("unit", text(unit.clone())),
                    UnitOfValue::Unstated(unit) => ("unit", text(format!("?{unit}"))),
                }));
                fields
            }
            Value::Date(bounds) => bounds.fields(|date| text(date.to_string())),
            Value::YesNo(yes) => vec![("is", text(if *yes { "yes" } else { "no" }.to_owned()))],
            Value::Unclear => vec![("unclear", NodeKind::Bool(true))],
            Value::Name(_) | Value::List { .. } | Value::Text(_) | Value::Printed(_) => return None,
        })
    }
}

impl<T: Copy> Bounds<T> {
    fn fields(self, kind: impl Fn(T) -> NodeKind) -> Vec<(&'static str, NodeKind)> {
        match self {
            Bounds::Is(figure, Hedge::Exact) => vec![("is", kind(figure))],
            Bounds::Is(figure, hedge) => {
                vec![("is", kind(figure)), ("hedge", NodeKind::String(hedge.name().to_owned()))]
            }
            Bounds::Between(min, max) => vec![("min", kind(min)), ("max", kind(max))],
            Bounds::Min(min) => vec![("min", kind(min))],
            Bounds::Max(max) => vec![("max", kind(max))],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_as_read() {
        for written in ["PT1H57M", "P2W", "P1DT12H", "P1Y6M", "PT0S"] {
            assert_eq!(Duration::parse(written).unwrap().to_string(), written);
        }
        for written in ["2019", "2019-02", "2019-02-22", "2019-02-22T15:00", "T15:00:59Z", "2019-02-22T15:00-05:30"] {
            assert_eq!(Date::parse(written).unwrap().to_string(), written);
        }
    }
}

//! A short notation for what was read, so that a test is a line of a table: `TYPE [HEDGE] FIGURE [UNIT]`, of a range
//! `TYPE FROM..TO [UNIT]`.

use variorum::dossier::{Bounds, Hedge, Value};
use variorum::prose::{Meaning, PrintedDate};

/// A figure in running text. A date may lack parts: `--02-22` has no year.
pub fn meaning(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Duration(bounds) => format!("duration {}", figure(bounds, |duration| duration.to_string())),
        Meaning::Count(bounds) => format!("count {}", figure(bounds, u64::to_string)),
        Meaning::Quantity { amount, unit } => {
            format!("quantity {} {unit}", figure(amount, |amount| amount.value().to_string()))
        }
        Meaning::Date(bounds) => format!("date {}", figure(bounds, printed)),
    }
}

/// The value of a claim in `unit`.
pub fn value(value: &Value, unit: &str) -> String {
    match value {
        Value::Duration(bounds) => meaning(&Meaning::Duration(*bounds)),
        Value::Count(bounds) => meaning(&Meaning::Count(*bounds)),
        Value::Quantity { amount, .. } => {
            format!("quantity {} {unit}", figure(amount, |amount| amount.value().to_string()))
        }
        Value::Date(bounds) => format!("date {}", figure(bounds, |date| date.to_string())),
        Value::YesNo(yes) => format!("yesno {}", if *yes { "yes" } else { "no" }),
        other => panic!("{other:?}"),
    }
}

fn figure<T>(bounds: &Bounds<T>, show: impl Fn(&T) -> String) -> String {
    match bounds {
        Bounds::Is(x, Hedge::Exact) => show(x),
        Bounds::Is(x, hedge) => format!("{} {}", hedge.name(), show(x)),
        Bounds::Between(from, to) => format!("{}..{}", show(from), show(to)),
        Bounds::Min(x) => format!("{}..", show(x)),
        Bounds::Max(x) => format!("..{}", show(x)),
    }
}

fn printed(date: &PrintedDate) -> String {
    if let Some(whole) = date.whole() {
        return whole.to_string();
    }
    let part = |part: Option<u8>| part.map_or("-".to_owned(), |part| format!("{part:02}"));
    let year = date.year.map_or("-".to_owned(), |year| year.to_string());
    let time = date.time.map_or(String::new(), |time| format!("T{:02}:{:02}", time.hour, time.minute));
    format!("{year}-{}-{}{time}", part(date.month), part(date.day))
}

//! Values in words, as card, evidence and overview print them. The same code serves both faces.

mod date;
mod number;

pub use date::{date, day, iso};
pub(super) use number::push_digits;
pub use number::{count, decimal, integer};

use super::messages::{Key, Messages, Printed, fill};
use crate::dossier::{Answer, Bounds, Claim, Duration, Hedge, Item, Reading, Text, Unit, UnitOfValue, Value};

/// Words and the language they are in, where that is known: the newsroom's words may stand in another language than
/// the messages, a name in any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The words.
    pub words: String,
    /// Their BCP 47 tag, where it is not that of the messages.
    pub lang: Option<String>,
}

/// The newsroom's words in the language of the messages, or whichever is there.
pub fn text(messages: &Messages, text: &Text) -> Phrase {
    let (tag, words) = text.in_language(messages.lang());
    let lang = (!tag.eq_ignore_ascii_case(messages.lang())).then(|| tag.to_owned());
    Phrase { words: words.to_owned(), lang }
}

/// What a reading answers: the newsroom's `label` where there is one, else its answer. Empty where it is silent.
pub fn reading(messages: &Messages, claim: &Claim, reading: &Reading) -> Phrase {
    match (&reading.label, &reading.answer) {
        (Some(label), _) => text(messages, label),
        (None, Some(answer)) => self::answer(messages, claim, answer),
        (None, None) => Phrase { words: String::new(), lang: None },
    }
}

/// A value with its scope: "no (officially)".
pub fn answer(messages: &Messages, claim: &Claim, answer: &Answer) -> Phrase {
    let mut phrase = match &answer.value {
        Value::Text(item) => text(messages, &item.is),
        other => Phrase { words: value(messages, claim, other), lang: None },
    };
    if let Some(scope) = &answer.scope {
        phrase.words = fill(messages.get(Key::Scope), &[("x", &phrase.words), ("scope", scope)]);
    }
    phrase
}

fn value(messages: &Messages, claim: &Claim, value: &Value) -> String {
    match value {
        Value::Unclear => messages.get(Key::Open).into(),
        Value::YesNo(yes) => messages.get(if *yes { Key::Yes } else { Key::No }).into(),
        Value::Duration(bounds) => durations(messages, *bounds),
        Value::Count(bounds) => counts(messages, *bounds),
        Value::Quantity { amount, unit } => quantities(messages, *amount, unit.as_ref(), claim.unit.as_deref()),
        Value::Date(bounds) => {
            let words = map(*bounds, |day| date(messages, day, claim.zone));
            match words {
                // Nothing is "at least March": one bound alone says where time is open.
                Bounds::Min(x) => fill(messages.get(Key::From), &[("x", &x)]),
                Bounds::Max(x) => fill(messages.get(Key::To), &[("x", &x)]),
                other => hedged(messages, other, Key::DateRange),
            }
        }
        Value::Name(item) => item.is.clone(),
        Value::List { items, not, complete } => things(messages, items, not, *complete),
        Value::Text(item) => text(messages, &item.is).words,
        Value::Printed(words) => words.clone(),
    }
}

/// Applies a function to whichever figures there are.
fn map<T, U>(bounds: Bounds<T>, mut f: impl FnMut(T) -> U) -> Bounds<U> {
    match bounds {
        Bounds::Is(x, hedge) => Bounds::Is(f(x), hedge),
        Bounds::Between(a, b) => Bounds::Between(f(a), f(b)),
        Bounds::Min(x) => Bounds::Min(f(x)),
        Bounds::Max(x) => Bounds::Max(f(x)),
    }
}

/// Figures that are words already, with their hedge in words.
fn hedged(messages: &Messages, bounds: Bounds<String>, range: Key) -> String {
    let (key, x) = match bounds {
        Bounds::Between(a, b) => return fill(messages.get(range), &[("a", &a), ("b", &b)]),
        Bounds::Min(x) => (Key::AtLeast, x),
        Bounds::Max(x) => (Key::AtMost, x),
        Bounds::Is(x, Hedge::Exact) => return x,
        Bounds::Is(x, hedge) => (hedge_key(hedge), x),
    };
    fill(messages.get(key), &[("x", &x)])
}

fn hedge_key(hedge: Hedge) -> Key {
    match hedge {
        Hedge::Nearly => Key::Nearly,
        Hedge::Over => Key::Over,
        Hedge::AtLeast => Key::AtLeast,
        Hedge::AtMost => Key::AtMost,
        Hedge::Plural => Key::Times,
        Hedge::Under => Key::Under,
        Hedge::Before => Key::Before,
        Hedge::After => Key::After,
        Hedge::Exact | Hedge::About => Key::About,
    }
}

fn durations(messages: &Messages, bounds: Bounds<Duration>) -> String {
    if let Bounds::Between(a, b) = bounds {
        let single = |duration: Duration| duration.parts().next().filter(|_| duration.parts().count() == 1);
        if let (Some((a, unit)), Some((b, same))) = (single(a), single(b))
            && unit == same
        {
            // "3–4 hours", not "3 hours – 4 hours".
            let figures = between(messages, &integer(messages, a.into()), &integer(messages, b.into()));
            return in_unit(messages, b, &figures, unit);
        }
    }
    hedged(messages, map(bounds, |duration| length(messages, duration)), Key::DateRange)
}

/// "1 hour 57 minutes".
pub fn length(messages: &Messages, duration: Duration) -> String {
    let mut out = String::new();
    for (number, unit) in duration.parts() {
        let part = in_unit(messages, number, &integer(messages, number.into()), unit);
        out = match out.is_empty() {
            true => part,
            false => fill(messages.get(Key::ListUnits), &[("a", &out), ("b", &part)]),
        };
    }
    out
}

fn in_unit(messages: &Messages, number: u32, figures: &str, unit: Unit) -> String {
    let key = match unit {
        Unit::Year => Key::Years,
        Unit::Month => Key::DurationMonths,
        Unit::Week => Key::Weeks,
        Unit::Day => Key::Days,
        Unit::Hour => Key::Hours,
        Unit::Minute => Key::Minutes,
        Unit::Second => Key::Seconds,
    };
    let printed = Printed { whole: number.into(), ..Printed::default() };
    fill(messages.form(key, printed), &[("n", figures)])
}

fn counts(messages: &Messages, bounds: Bounds<u64>) -> String {
    if let Bounds::Is(n, Hedge::Plural) = bounds {
        let mut plain = String::new();
        number::push_digits(n, &mut plain);
        let mut words = messages.get(Key::Dozens).split('\t');
        while let (Some(number), Some(word)) = (words.next(), words.next()) {
            if number == plain {
                return word.into();
            }
        }
    }
    hedged(messages, map(bounds, |n| integer(messages, n)), Key::NumberRange)
}

fn quantities(
    messages: &Messages,
    bounds: Bounds<crate::dossier::Decimal>,
    of_value: Option<&UnitOfValue>,
    of_claim: Option<&str>,
) -> String {
    let (unit, presumed) = match of_value {
        Some(UnitOfValue::Stated(unit)) => (unit.as_str(), false),
        Some(UnitOfValue::Unstated(unit)) => (unit.as_str(), true),
        None => (of_claim.unwrap_or_default(), false),
    };
    let with_unit = |figures: &str, last| match messages.unit(unit, number::printed(last)) {
        Some(pattern) => fill(pattern, &[("n", figures)]),
        None if unit.is_empty() || unit == "1" => figures.to_owned(),
        None => fill(messages.get(Key::NumberUnit), &[("n", figures), ("unit", unit)]),
    };
    let words = if let Bounds::Between(a, b) = bounds {
        with_unit(&between(messages, &decimal(messages, a), &decimal(messages, b)), b)
    } else {
        hedged(messages, map(bounds, |x| with_unit(&decimal(messages, x), x)), Key::NumberRange)
    };
    if presumed { fill(messages.get(Key::Presumed), &[("x", &words)]) } else { words }
}

fn between(messages: &Messages, a: &str, b: &str) -> String {
    fill(messages.get(Key::NumberRange), &[("a", a), ("b", b)])
}

fn things(messages: &Messages, items: &[Item<String>], not: &[Item<String>], complete: bool) -> String {
    let names = |items: &[Item<String>]| {
        let each = items.iter().map(|item| match item.n {
            Some(n) => fill(messages.get(Key::Number), &[("x", &item.is), ("n", &integer(messages, n))]),
            None => item.is.clone(),
        });
        list(messages, &each.collect::<Vec<_>>())
    };
    let mut words = names(items);
    if complete {
        words = fill(messages.get(Key::Complete), &[("x", &words)]);
    }
    if !not.is_empty() {
        words = fill(messages.get(Key::Not), &[("x", &words), ("y", &names(not))]);
    }
    words
}

/// "A, B and C".
pub fn list(messages: &Messages, items: &[String]) -> String {
    let Some((last, before)) = items.split_last() else { return String::new() };
    let mut out = String::new();
    for (at, item) in before.iter().enumerate() {
        out = match at {
            0 => item.clone(),
            1 => fill(messages.get(Key::ListStart), &[("a", &out), ("b", item)]),
            _ => fill(messages.get(Key::ListMiddle), &[("a", &out), ("b", item)]),
        };
    }
    match before.len() {
        0 => last.clone(),
        1 => fill(messages.get(Key::ListTwo), &[("a", &out), ("b", last)]),
        _ => fill(messages.get(Key::ListEnd), &[("a", &out), ("b", last)]),
    }
}

/// Parts joined by a pattern of two: [`Key::Comma`] or [`Key::Semicolon`].
pub fn join(messages: &Messages, pattern: Key, parts: &[String]) -> String {
    let join = |a: String, b: &String| fill(messages.get(pattern), &[("a", &a), ("b", b)]);
    parts.split_first().map_or_else(String::new, |(first, rest)| rest.iter().fold(first.clone(), join))
}

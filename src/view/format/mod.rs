//! Values in words, as card, evidence and overview print them. The same code serves both faces.

mod date;
mod number;
mod several;

pub use date::{date, day, iso};
pub(super) use number::count_of;
pub(super) use number::push_plain;
pub use number::{count, decimal, integer};

use super::messages::{Key, Messages, Printed, fill};
use crate::dossier::{
    Answer, Bounds, Claim, Date, Decimal, Duration, Hedge, Item, Reading, Text, Unit, UnitOfValue, Value,
};

/// Words and the language they are in, where that is known: the newsroom's words may stand in another language than
/// the messages, a name in any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The words.
    pub words: String,
    /// Their BCP 47 tag, where it is not that of the messages.
    pub lang: Option<String>,
}

impl Phrase {
    /// The words as they stand inside a sentence of the messages.
    pub(super) fn inline(&self, messages: &Messages) -> String {
        match self.lang {
            Some(_) => isolate(messages, &self.words),
            None => self.words.clone(),
        }
    }
}

/// Words from elsewhere as they stand inside a sentence of the messages: where either is written from right to left,
/// between Unicode's isolates, so that neither turns the other's punctuation and figures round.
pub(super) fn isolate(messages: &Messages, words: &str) -> String {
    // Hebrew, Arabic and their neighbours, then forms of their letters for display, then further scripts.
    const RTL: [(char, char); 5] = [
        ('\u{590}', '\u{8ff}'),
        ('\u{fb1d}', '\u{fdff}'),
        ('\u{fe70}', '\u{fefc}'),
        ('\u{10800}', '\u{10fff}'),
        ('\u{1e800}', '\u{1efff}'),
    ];
    let is_rtl = |c| RTL.iter().any(|&(first, last)| first <= c && c <= last);
    let mut out = String::from(words);
    if messages.is_rtl() || words.chars().any(is_rtl) {
        out.insert(0, '\u{2068}');
        out.push('\u{2069}');
    }
    out
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
    let words = match &answer.value {
        Value::Unclear => messages.get(Key::Open).into(),
        Value::YesNo(yes) => messages.get(if *yes { Key::Yes } else { Key::No }).into(),
        Value::Duration(bounds) => durations(messages, *bounds),
        Value::Count(bounds) => counts(messages, *bounds),
        Value::Quantity { amount, unit } => quantities(messages, *amount, unit.as_ref(), claim),
        Value::Date(bounds) => dates(messages, *bounds, claim),
        Value::Name(item) => isolate(messages, &item.is),
        Value::List { items, not, complete } => things(messages, items, not, *complete),
        Value::Text(item) => {
            let mut phrase = text(messages, &item.is);
            phrase.words = scoped(messages, phrase.words, answer.scope.as_deref());
            return phrase;
        }
        Value::Printed(words) => words.clone(),
    };
    Phrase { words: scoped(messages, words, answer.scope.as_deref()), lang: None }
}

fn scoped(messages: &Messages, words: String, scope: Option<&str>) -> String {
    match scope {
        Some(scope) => messages.fill(Key::Scope, &[&words, &isolate(messages, scope)]),
        None => words,
    }
}

/// How figures stand in a sentence, apart from what they are: one or two, and the pattern around them.
enum Frame {
    /// As it is.
    Plain,
    /// With words around it: "nearly {x}".
    Hedged(Key),
    /// From the first to the second.
    Range,
}

impl Frame {
    /// The frame of a figure or two; where there is one only, it stands for both.
    fn of<T: Copy>(bounds: Bounds<T>) -> (Self, T, T) {
        match bounds {
            Bounds::Between(a, b) => (Frame::Range, a, b),
            Bounds::Min(x) => (Frame::Hedged(Key::AtLeast), x, x),
            Bounds::Max(x) => (Frame::Hedged(Key::AtMost), x, x),
            Bounds::Is(x, hedge) => (Frame::hedge(hedge), x, x),
        }
    }

    fn hedge(hedge: Hedge) -> Self {
        Frame::Hedged(match hedge {
            Hedge::Exact => return Frame::Plain,
            Hedge::About => Key::About,
            Hedge::Nearly => Key::Nearly,
            Hedge::Over => Key::Over,
            Hedge::AtLeast => Key::AtLeast,
            Hedge::AtMost => Key::AtMost,
            Hedge::Plural => Key::Times,
            Hedge::Under => Key::Under,
            Hedge::Before => Key::Before,
            Hedge::After => Key::After,
        })
    }

    /// Figures that are words already, framed; `range` is the pattern of two.
    fn fill(self, messages: &Messages, a: String, b: &str, range: Key) -> String {
        match self {
            Frame::Plain => a,
            Frame::Hedged(key) => messages.fill(key, &[&a]),
            Frame::Range => messages.fill(range, &[&a, b]),
        }
    }
}

/// The form of a hedge that fits a date: what is about a figure may not be about a time ("environ", but "vers 2017"), and
/// of days many languages speak with an article ("avant le 18 mars").
pub(super) fn hedge_of_date(hedge: Key, date: Date) -> Key {
    match hedge {
        Key::About if date.day.is_none() => Key::AboutDate,
        _ if date.day.is_none() => hedge,
        Key::About => Key::AboutDay,
        Key::Before => Key::BeforeDay,
        Key::After => Key::AfterDay,
        _ => hedge,
    }
}

fn dates(messages: &Messages, bounds: Bounds<Date>, claim: &Claim) -> String {
    let (frame, a, b) = Frame::of(bounds);
    let frame = match (bounds, frame) {
        // Nothing is "at least March": one bound alone says where time is open.
        (Bounds::Min(_), _) => Frame::Hedged(Key::From),
        (Bounds::Max(_), _) => Frame::Hedged(Key::To),
        (_, Frame::Hedged(key)) => Frame::Hedged(hedge_of_date(key, a)),
        (_, frame) => frame,
    };
    frame.fill(messages, date(messages, a, claim.zone), &date(messages, b, claim.zone), Key::DateRange)
}

fn durations(messages: &Messages, bounds: Bounds<Duration>) -> String {
    if let Bounds::Is(duration, Hedge::Plural) = bounds
        && let Some((n, unit)) = single(duration)
        && let Some(words) = several::of_time(messages, n, unit)
    {
        return words;
    }
    let (frame, a, b) = Frame::of(bounds);
    if let (Frame::Range, Some((from, unit)), Some((to, same))) = (&frame, single(a), single(b))
        && unit == same
    {
        // "3–4 hours", not "3 hours – 4 hours".
        let figures =
            frame.fill(messages, integer(messages, from.into()), &integer(messages, to.into()), Key::NumberRange);
        return in_unit(messages, Printed::whole(to.into()).ending_range(), &figures, unit);
    }
    frame.fill(messages, length(messages, a), &length(messages, b), Key::DateRange)
}

/// The only part of a duration, if it has one only.
fn single(duration: Duration) -> Option<(u32, Unit)> {
    let mut parts = duration.parts();
    let first = parts.next();
    first.filter(|_| parts.next().is_none())
}

/// "1 hour 57 minutes".
fn length(messages: &Messages, duration: Duration) -> String {
    let mut out = String::new();
    for (number, unit) in duration.parts() {
        let part = in_unit(messages, Printed::whole(number.into()), &integer(messages, number.into()), unit);
        out = match out.is_empty() {
            true => part,
            false => messages.fill(Key::ListUnits, &[&out, &part]),
        };
    }
    out
}

fn in_unit(messages: &Messages, number: Printed, figures: &str, unit: Unit) -> String {
    let key = match unit {
        Unit::Year => Key::Years,
        Unit::Month => Key::DurationMonths,
        Unit::Week => Key::Weeks,
        Unit::Day => Key::Days,
        Unit::Hour => Key::Hours,
        Unit::Minute => Key::Minutes,
        Unit::Second => Key::Seconds,
    };
    fill(messages.form(key, number), &[figures])
}

fn counts(messages: &Messages, bounds: Bounds<u64>) -> String {
    if let Bounds::Is(n, Hedge::Plural) = bounds
        && let Some(at) = several::position(messages, n)
    {
        return several::of(messages, at, "");
    }
    let (frame, a, b) = Frame::of(bounds);
    frame.fill(messages, integer(messages, a), &integer(messages, b), Key::NumberRange)
}

fn quantities(messages: &Messages, bounds: Bounds<Decimal>, of_value: Option<&UnitOfValue>, claim: &Claim) -> String {
    let (unit, presumed) = match of_value {
        Some(UnitOfValue::Stated(unit)) => (unit.as_str(), false),
        Some(UnitOfValue::Unstated(unit)) => (unit.as_str(), true),
        None => (claim.unit.as_deref().unwrap_or_default(), false),
    };
    let (frame, a, b) = Frame::of(bounds);
    let several = match bounds {
        Bounds::Is(x, Hedge::Plural) if x.parts().1 == 0 => several::position(messages, x.parts().0 as u64),
        _ => None,
    };
    // "3–4 metres", but "about 3 metres": a range takes the unit once, a hedge stands before all.
    let (figures, number, frame) = match frame {
        _ if several.is_some() => (String::new(), several::few(), frame),
        Frame::Range => {
            let figures = frame.fill(messages, decimal(messages, a), &decimal(messages, b), Key::NumberRange);
            (figures, number::printed(b).ending_range(), Frame::Plain)
        }
        other => (decimal(messages, a), number::printed(b), other),
    };
    let words = match messages.unit(unit, number) {
        Some(pattern) => fill(pattern, &[&figures]),
        None if unit.is_empty() || unit == "1" => figures,
        None => messages.fill(Key::NumberUnit, &[&figures, unit]),
    };
    let words = match several {
        Some(at) => several::of(messages, at, &words),
        None => frame.fill(messages, words, "", Key::NumberRange),
    };
    if presumed { messages.fill(Key::Presumed, &[&words]) } else { words }
}

fn things(messages: &Messages, items: &[Item<String>], not: &[Item<String>], complete: bool) -> String {
    let mut words = names(messages, items);
    if complete {
        words = messages.fill(Key::Complete, &[&words]);
    }
    if !not.is_empty() {
        words = messages.fill(Key::Not, &[&words, &names(messages, not)]);
    }
    words
}

/// "A, B and C", each with its number where it has one.
fn names(messages: &Messages, items: &[Item<String>]) -> String {
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        let mut name = isolate(messages, &item.is);
        if let Some(n) = item.n {
            name = messages.fill(Key::Number, &[&name, &integer(messages, n)]);
        }
        let key = match (at, items.len() - at) {
            (0, _) => {
                out = name;
                continue;
            }
            (1, 1) => Key::ListTwo,
            (_, 1) => Key::ListEnd,
            (1, _) => Key::ListStart,
            _ => Key::ListMiddle,
        };
        out = messages.fill(key, &[&out, &name]);
    }
    out
}

/// Parts joined by a pattern of two: [`Key::Comma`] or [`Key::Semicolon`].
pub(super) fn join(messages: &Messages, pattern: Key, parts: &[String]) -> String {
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        out = if at == 0 { part.clone() } else { messages.fill(pattern, &[&out, part]) };
    }
    out
}

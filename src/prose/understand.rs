//! The printed words of one value, read whole.

use super::amount::Read;
use super::language::Language;
use super::scan::Scan;
use super::token::{Kind, Token, tokens};
use super::why::{Why, WhyNot};
use super::{Meaning, PrintedDate};
use crate::dossier::{Bounds, ClaimKind, Hedge, UnitOfValue, Value};
use std::ops::Range;

/// What words say, before it is asked whether a dossier can hold it.
enum Said {
    Figure(Meaning),
    YesNo(bool),
    /// A figure, yet what it comes to is not clear.
    Unclear,
}

/// The value that printed words come to, as one of `kind`; a quantity is read in the claim's `unit` alone. `lang` is the
/// BCP 47 tag of the words.
///
/// All of the words have to be understood: an error where something is left over that could change the value.
pub fn understand(words: &str, kind: ClaimKind, unit: Option<&str>, lang: &str) -> Result<Value, WhyNot> {
    let because = |kind| WhyNot { kind, span: 0..words.len() };
    match said(words, kind, unit, lang)? {
        Said::Figure(Meaning::Duration(bounds)) => Ok(Value::Duration(bounds)),
        Said::Figure(Meaning::Count(bounds)) => Ok(Value::Count(bounds)),
        Said::Figure(Meaning::Quantity { amount, unit: own }) if Some(own) == unit => {
            Ok(Value::Quantity { amount, unit: None })
        }
        Said::Figure(Meaning::Quantity { unit, .. }) => Err(because(Why::OtherUnit(unit))),
        Said::Figure(Meaning::Date(bounds)) => {
            let whole = |date: PrintedDate| {
                let has_year = date.year.is_some() || date.month.is_none() && date.day.is_none();
                let why = if has_year { Why::NoSuchDay } else { Why::NoYear };
                date.whole().ok_or_else(|| because(why))
            };
            let bounds = match bounds {
                Bounds::Is(date, hedge) => Bounds::Is(whole(date)?, hedge),
                Bounds::Between(from, to) => Bounds::Between(whole(from)?, whole(to)?),
                Bounds::Min(from) => Bounds::Min(whole(from)?),
                Bounds::Max(to) => Bounds::Max(whole(to)?),
            };
            match bounds {
                Bounds::Between(from, to) if !from.can_precede(&to) => Err(because(Why::Backwards)),
                bounds => Ok(Value::Date(bounds)),
            }
        }
        Said::YesNo(yes) => Ok(Value::YesNo(yes)),
        Said::Unclear => Err(because(Why::Unclear)),
    }
}

/// Whether a value is what its printed words say; `None` where they can't be read, or say nothing about such a value.
///
/// Of a date, parts that are not among the words may be anything: "22 February" fits that day of every year. A
/// duration may be written in other units of the same length.
pub fn agrees(value: &Value, words: &str, unit: Option<&str>, lang: &str) -> Option<bool> {
    let kind = match value {
        Value::Duration(_) => ClaimKind::Duration,
        Value::Count(_) => ClaimKind::Count,
        Value::Quantity { .. } => ClaimKind::Quantity,
        Value::Date(_) => ClaimKind::Date,
        Value::YesNo(_) => ClaimKind::YesNo,
        Value::Unclear | Value::Name(_) | Value::List { .. } | Value::Text(_) | Value::Printed(_) => return None,
    };
    let asked = match value {
        Value::Quantity { unit: Some(UnitOfValue::Stated(own)), .. } => Some(own.as_str()),
        _ => unit,
    };
    Some(match (said(words, kind, asked, lang).ok()?, value) {
        (Said::Figure(Meaning::Duration(said)), Value::Duration(typed)) => {
            same(said, *typed, |a, b| a.seconds() == b.seconds())
        }
        (Said::Figure(Meaning::Count(said)), Value::Count(typed)) => same(said, *typed, |a, b| a == b),
        (Said::Figure(Meaning::Quantity { amount: said, unit: code }), Value::Quantity { amount, unit: own }) => {
            let is_stated = !matches!(own, Some(UnitOfValue::Unstated(_)));
            is_stated && asked == Some(code) && same(said, *amount, |a, b| a == b)
        }
        (Said::Figure(Meaning::Date(said)), Value::Date(typed)) => same(said, *typed, PrintedDate::fits),
        (Said::YesNo(said), Value::YesNo(typed)) => said == *typed,
        _ => return None,
    })
}

/// Whether two are bounded alike. "At least" and a minimum alone are one.
fn same<A: Copy, B: Copy>(a: Bounds<A>, b: Bounds<B>, is_same: impl Fn(A, B) -> bool) -> bool {
    match (plain(a), plain(b)) {
        (Bounds::Is(a, hedge), Bounds::Is(b, other)) => hedge == other && is_same(a, b),
        (Bounds::Between(a, c), Bounds::Between(b, d)) => is_same(a, b) && is_same(c, d),
        _ => false,
    }
}

fn plain<T: Copy>(bounds: Bounds<T>) -> Bounds<T> {
    match bounds {
        Bounds::Min(x) => Bounds::Is(x, Hedge::AtLeast),
        Bounds::Max(x) => Bounds::Is(x, Hedge::AtMost),
        other => other,
    }
}

/// Reads words that are asked to be of one type.
fn said(words: &str, kind: ClaimKind, unit: Option<&str>, lang: &str) -> Result<Said, WhyNot> {
    let because = |kind| WhyNot { kind, span: 0..words.len() };
    if matches!(kind, ClaimKind::Name | ClaimKind::List | ClaimKind::Text) {
        return Err(because(Why::Type(kind)));
    }
    let Some(language) = Language::of(lang) else { return Err(because(Why::Language(lang.to_owned()))) };
    let mut all = tokens(words);
    all.retain(|token| !matches!(token.word.as_str(), "“" | "”" | "\"" | "„" | "«" | "»" | "‘" | "'"));
    let scan = Scan { tokens: &all, language, unit };
    let left_over = |tokens: Range<usize>| {
        let span = scan.span(tokens);
        WhyNot { kind: Why::LeftOver(words[span.clone()].to_owned()), span }
    };
    let mut start = 0;
    loop {
        match scan.said(start, kind) {
            Some((said, end)) => {
                let end = scan.idle(end);
                return if end == all.len() { Ok(said) } else { Err(left_over(end..all.len())) };
            }
            None => match language.idle.skip(scan.from(start)).max(language.one.skip(scan.from(start))) {
                0 => break,
                length => start += length,
            },
        }
    }
    if kind == ClaimKind::Quantity
        && let Some(Read { meaning: Some(Meaning::Count(_)), .. }) = scan.amount(start)
    {
        return Err(because(Why::NoUnit));
    }
    let later = (start + 1..all.len()).find(|&at| scan.said(at, kind).is_some());
    Err(later.map_or_else(|| because(Why::NoFigure(kind)), |later| left_over(start..later)))
}

impl Scan<'_> {
    /// What is said from a place on as a value of a type, and the place after it.
    fn said(&self, start: usize, kind: ClaimKind) -> Option<(Said, usize)> {
        let unclear = |read: &Read| read.meaning.is_none().then_some((Said::Unclear, self.tokens.len()));
        match kind {
            ClaimKind::Date => self.date(start).map(|(bounds, end)| (Said::Figure(Meaning::Date(bounds)), end)),
            ClaimKind::YesNo => {
                self.language.yes_no.longest(self.from(start)).map(|(yes, length)| (Said::YesNo(yes), start + length))
            }
            ClaimKind::Count => {
                let none = self.language.none.skip(self.from(start));
                if none > 0 {
                    return Some((Said::Figure(Meaning::Count(Bounds::Is(0, Hedge::Exact))), start + none));
                }
                let read = self.amount(start)?;
                let Some(Meaning::Count(mut bounds)) = read.meaning else { return unclear(&read) };
                let mut end = self.things(read.end);
                // "Ten people or more".
                if let Bounds::Is(count, Hedge::Exact) = bounds
                    && let Some((hedge, length)) = self.language.after.longest(self.from(end))
                {
                    bounds = Bounds::Is(count, hedge);
                    end += length;
                }
                Some((Said::Figure(Meaning::Count(bounds)), end))
            }
            _ => {
                let read = self.amount(start)?;
                let Some(meaning) = read.meaning else { return unclear(&read) };
                (meaning.kind() == kind).then_some((Said::Figure(meaning), read.end))
            }
        }
    }

    /// The place after the name of what is counted: a few words, none of which says how words stand to each other.
    fn things(&self, start: usize) -> usize {
        const MOST: usize = 4;
        if self.language.counters.are_known() {
            return start;
        }
        let is_name = |token: &&Token| token.kind == Kind::Word && !self.is_closed(token);
        start + self.from(start).iter().take(MOST).take_while(is_name).count()
    }

    /// The place after words that change nothing.
    fn idle(&self, mut at: usize) -> usize {
        loop {
            match self.language.idle.skip(self.from(at)) {
                0 => return at,
                length => at += length,
            }
        }
    }
}

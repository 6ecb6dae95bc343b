//! The grammar of dates and times of day.

use super::PrintedDate;
use super::scan::Scan;
use super::token::{Kind, Token};
use crate::dossier::{Bounds, Hedge, Time};

impl Scan<'_> {
    /// The date that begins at a place, hedges included, and the place after it.
    pub(super) fn date(&self, start: usize) -> Option<(Bounds<PrintedDate>, usize)> {
        let dates = &self.language.dates;
        let opens = self.language.range.skip(self.from(start));
        if let Some(found) = self.dates(start + opens, opens > 0) {
            return Some(found);
        }
        let (hedge, at) = match dates.hedges.longest(self.from(start)) {
            Some((hedge, length)) => (hedge, start + length),
            None => (Hedge::Exact, start),
        };
        if let Some((part, length)) = dates.parts.longest(self.from(at)) {
            let at = at + length;
            let at = at + dates.between.skip(self.from(at));
            let (whole, end) = self.day(at).filter(|(date, _)| date.day.is_none() && hedge == Hedge::Exact)?;
            return Some((whole.part(part)?, end));
        }
        if let Some(decade) = self.decade(at).filter(|_| hedge == Hedge::Exact) {
            return Some(decade);
        }
        let (date, end) = self.point(at)?;
        Some((Bounds::Is(date, hedge), end))
    }

    /// A range of dates. What only one end says is said of both: "9 to 11 March", "March 9–11, 2019".
    fn dates(&self, start: usize, opened: bool) -> Option<(Bounds<PrintedDate>, usize)> {
        let (mut first, at) = self.point(start).or_else(|| self.day_alone(start))?;
        let joint = self.joint(at, opened);
        let (mut last, mut end) =
            self.point(at + joint).or_else(|| self.day_alone(at + joint)).filter(|_| joint > 0)?;
        let alone = |date: PrintedDate| date.month.is_none() && date.day.is_some();
        if alone(last) {
            last.month = Some(first.month?);
            let at = end + self.language.dates.between.skip(self.from(end));
            if let Some((year, after)) = self.year(at).filter(|_| first.year.is_none()) {
                (last.year, end) = (Some(year), after);
            }
        }
        if alone(first) && last.day.is_none() {
            return None;
        }
        if first.day.is_some() == last.day.is_some() && first.time.is_some() == last.time.is_some() {
            first.month = first.month.or(last.month);
            first.year = first.year.or(last.year.filter(|_| first.month.is_some()));
        }
        Some((Bounds::Between(first, last), end))
    }

    /// The number of a day without its month.
    fn day_alone(&self, start: usize) -> Option<(PrintedDate, usize)> {
        let (day, at) = self.number(start, 2).filter(|(day, _)| (1..=31).contains(day))?;
        let end = at + self.language.dates.ordinals.skip(self.from(at));
        Some((PrintedDate { day: Some(day as u8), ..Default::default() }, end))
    }

    /// The ten years of "the 1990s".
    fn decade(&self, start: usize) -> Option<(Bounds<PrintedDate>, usize)> {
        let (year, at) = self.number(start, 4).filter(|(year, _)| year.is_multiple_of(10))?;
        let length = self.language.dates.decade.skip(self.from(at));
        let year_of = |year| PrintedDate { year: Some(year), ..Default::default() };
        (length > 0).then(|| (Bounds::Between(year_of(year), year_of(year + 9)), at + length))
    }

    /// A year, which no letter clings to.
    fn year(&self, at: usize) -> Option<(u16, usize)> {
        let clings = |token: &Token| token.glued && token.kind == Kind::Word;
        let ends = !self.tokens.get(at + 1).is_some_and(clings);
        self.number(at, 4).filter(|(year, _)| ends && (1000..3000).contains(year))
    }

    /// A day, month or year, a time of day, or both.
    fn point(&self, start: usize) -> Option<(PrintedDate, usize)> {
        if let Some((time, end)) = self.time(start) {
            let at = end + self.language.dates.at.skip(self.from(end));
            return match self.day(at).filter(|(date, _)| date.day.is_some()) {
                Some((date, end)) => Some((PrintedDate { time: Some(time), ..date }, end)),
                None => Some((PrintedDate { time: Some(time), ..Default::default() }, end)),
            };
        }
        let (date, end) = self.day(start)?;
        let at = end + self.language.dates.at.skip(self.from(end));
        match self.time(at).filter(|_| date.day.is_some()) {
            Some((time, end)) => Some((PrintedDate { time: Some(time), ..date }, end)),
            None => Some((date, end)),
        }
    }

    /// A day with its month, with or without the year; a month with its year; a year.
    fn day(&self, start: usize) -> Option<(PrintedDate, usize)> {
        let language = self.language;
        let between = |at: usize| at + language.dates.between.skip(self.from(at));
        if let Some(found) = self.iso(start).or_else(|| self.dotted(start)) {
            return Some(found);
        }
        let mut at = start;
        at += language.dates.weekdays.skip(self.from(at));
        at = if at > start { between(at) } else { at };
        let mut date = PrintedDate::default();
        if let Some((day, end)) = self.day_alone(at)
            && let Some((month, length)) = language.dates.months.longest(self.from(between(end)))
        {
            (date.day, date.month, at) = (day.day, Some(month), between(end) + length);
        } else if let Some((month, length)) = language.dates.months.longest(self.from(at)) {
            (date.month, at) = (Some(month), at + length);
            if let Some((day, end)) = self.day_alone(between(at)) {
                (date.day, at) = (day.day, end);
            }
        }
        let year_at = if date.month.is_some() { between(at) } else { at };
        match self.year(year_at) {
            Some((year, end)) => (date.year, at) = (Some(year), end),
            None if date.month.is_none() => return None,
            None => {}
        }
        Some((date, at))
    }

    /// `2019-02-22`.
    fn iso(&self, start: usize) -> Option<(PrintedDate, usize)> {
        let hyphen = |at: usize| self.tokens.get(at).is_some_and(|token| token.word == "-" && token.glued);
        let (year, at) = self.number(start, 4).filter(|(_, at)| hyphen(*at))?;
        let (month, at) = self.number(at + 1, 2).filter(|(_, at)| hyphen(*at))?;
        let (day, at) = self.number(at + 1, 2)?;
        let is_month = (1..=12).contains(&month) && (1..=31).contains(&day);
        let date = PrintedDate { year: Some(year), month: Some(month as u8), day: Some(day as u8), time: None };
        is_month.then_some((date, at))
    }

    /// `22.2.2019`, where a language prints dates so.
    fn dotted(&self, start: usize) -> Option<(PrintedDate, usize)> {
        let token = self.tokens.get(start).filter(|_| self.language.dates.dotted)?;
        let mut parts = token.word.split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let date = PrintedDate {
            year: Some(year.parse().ok().filter(|_| year.len() == 4)?),
            month: Some(month.parse().ok().filter(|month| (1..=12).contains(month))?),
            day: Some(day.parse().ok().filter(|day| (1..=31).contains(day))?),
            time: None,
        };
        parts.next().is_none().then_some((date, start + 1))
    }

    /// A time of day. Of a clock with twelve hours, one that says which half it means.
    fn time(&self, start: usize) -> Option<(Time, usize)> {
        let language = self.language;
        let time = |hour: u16, minute: u16| Time { hour: hour as u8, minute: minute as u8, second: None, offset: None };
        if let Some((hour, length)) = language.dates.twelve.longest(self.from(start)) {
            return Some((time(hour.into(), 0), start + length));
        }
        let (hour, minute, at) = self.clock(start)?;
        if let Some((half, length)) = language.dates.halves.longest(self.from(at)) {
            let is_hour = (1..=12).contains(&hour);
            return is_hour.then(|| (time(hour % 12 + u16::from(half), minute.unwrap_or(0)), at + length));
        }
        let clock = language.dates.clock.skip(self.from(at));
        let leading_zero = self.tokens[start].word.starts_with('0');
        let is_clear = !language.dates.twelve_hours || hour > 12 || leading_zero;
        let is_time = minute.is_some() && !self.tokens[start].word.contains('.') || clock > 0;
        (is_time && is_clear && hour < 24).then(|| (time(hour, minute.unwrap_or(0)), at + clock))
    }

    /// Hours and, where they are printed, minutes: "3", "15:04", "3.30".
    fn clock(&self, start: usize) -> Option<(u16, Option<u16>, usize)> {
        let token = self.tokens.get(start).filter(|token| token.kind == Kind::Digits)?;
        let minutes = |digits: &str| digits.parse().ok().filter(|minute| digits.len() == 2 && *minute < 60);
        if let Some((hour, minute)) = token.word.split_once('.') {
            return Some((hour.parse().ok()?, Some(minutes(minute)?), start + 1));
        }
        let (hour, end) = self.number(start, 2)?;
        let colon = self.language.dates.colon.skip(self.from(end));
        match self.tokens.get(end + colon).filter(|_| colon > 0).and_then(|token| minutes(&token.word)) {
            Some(minute) => Some((hour, Some(minute), end + colon + 1)),
            None => Some((hour, None, end)),
        }
    }

    /// Digits alone, at most so many; of years exactly four.
    fn number(&self, at: usize, digits: usize) -> Option<(u16, usize)> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Digits)?;
        let length = token.word.len();
        let fits = if digits == 4 { length == 4 } else { length <= digits };
        Some((token.word.parse().ok().filter(|_| fits)?, at + 1))
    }
}

//! When each report appeared, and what it said then.

use super::format::{self, Phrase};
use super::messages::Key;
use super::writer::Writer;
use super::{Attr, Context, Tag, claim, fragment, overview};
use crate::dossier::{ClaimIndex, Date, Mode, Reading, SourceIndex};

/// Something that happened to a report.
#[derive(Debug)]
pub struct Event {
    /// As ISO 8601 writes it, or what sorts after all dates where none is known.
    when: String,
    source: SourceIndex,
    /// The day on which it changed its text; `None` where it appeared.
    changed: Option<Date>,
}

/// Writes the timeline, closed, without what happened.
pub(super) fn frame(to: &mut Writer) {
    to.open_fold("timeline", &mut |to| to.say(Key::Timeline));
    to.leaf(Tag::Ol, "", "");
    to.close_fold();
}

/// How many steps from what the timeline stands in, each to the last child, lead to where its events stand.
pub(super) const EVENTS: usize = 2;

/// Writes what happened to a report, and what it said then.
pub(super) fn event(to: &mut Writer, event: &Event) {
    to.open(Tag::Li, "");
    match event.changed {
        None => to.open_source(event.source),
        Some(day) => {
            to.open(Tag::P, "source");
            to.pattern(Key::Changed, &mut |to, _| to.name(event.source));
            to.text(" · ");
            to.day(day);
        }
    }
    to.close();
    to.open(Tag::Ul, "");
    said(to, event);
    to.close();
    to.close();
}

/// All that happened: first what came first, and what has no date last. Nothing where no report was read.
pub(super) fn events(context: &Context) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut add = |source: SourceIndex, date: Option<Date>, is_change: bool| {
        let when = date.map_or("~".into(), format::iso);
        let changed = date.filter(|_| is_change);
        let is_known = |other: &Event| other.source == source && other.changed == changed;
        if !events.iter().any(is_known) {
            let at = events.iter().position(|other| other.when > when).unwrap_or(events.len());
            events.insert(at, Event { when, source, changed });
        }
    };
    for source in overview::columns(context, false) {
        add(source, context.source(source).published, false);
    }
    for at in context.compared() {
        for reading in &context.dossier.claims[at].readings {
            for was in &reading.was {
                // Claims may give the moment or the day: it is one change, shown by its day.
                add(reading.source, Some(Date { time: None, ..was.until }), true);
            }
        }
    }
    events
}

/// What the report said when that happened, claim by claim: at first all of it, later what it changed.
fn said(to: &mut Writer, event: &Event) {
    let context = to.context;
    let messages = context.messages;
    for at in context.compared() {
        let (claim, _) = context.claim(at);
        for reading in claim.readings.iter().filter(|reading| reading.source == event.source) {
            if reading.mode == Mode::Silent {
                continue;
            }
            let now = format::reading(messages, claim, reading);
            let former = |n: usize| format::answer(messages, claim, &reading.was[n].answer);
            let Some(day) = event.changed else {
                let first = reading.was.len().checked_sub(1).map_or(now, former);
                line(to, at, reading, &mut |to| to.speak(Tag::Span, "then", &first));
                continue;
            };
            for (n, was) in reading.was.iter().enumerate() {
                if (Date { time: None, ..was.until }) == day {
                    // Newest first: what came after stands before it.
                    let after: Phrase = if n == 0 { now.clone() } else { former(n - 1) };
                    line(to, at, reading, &mut |to| {
                        to.pattern(Key::Formerly, &mut |to, value| match value {
                            0 => to.speak(Tag::Span, "then", &after),
                            _ => to.speak(Tag::S, "", &former(n)),
                        });
                    });
                }
            }
        }
    }
}

/// A claim's question, the answer to it, and on whose word.
fn line(to: &mut Writer, at: ClaimIndex, reading: &Reading, answer: &mut dyn FnMut(&mut Writer)) {
    let (claim, _) = to.context.claim(at);
    let question = format::text(to.context.messages, &claim.question);
    to.open(Tag::Li, "");
    to.open(Tag::A, "");
    to.put(Attr::Href, fragment::link_to(to.context.dossier, &claim.id));
    if let Some(lang) = &question.lang {
        to.in_language(lang);
    }
    to.text(&question.words);
    to.close();
    to.text(" ");
    answer(to);
    let voice = claim::voice(&to.context, reading);
    if !voice.is_empty() {
        to.text(" · ");
        to.text(&voice);
    }
    to.close();
}

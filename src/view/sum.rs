//! The distribution of answers in one sentence.

use super::Context;
use super::format::{self, count, join};
use super::messages::{Key, Messages};
use crate::compare::{Group, ReadingIndex};
use crate::dossier::{ClaimIndex, Mode, SourceIndex, Value};

/// "3 reports, 1 known origin, 1 not stated: 1 says nearly 4 hours, 1 says 2 hours, 1 does not say."
///
/// What counts is sources, not readings, and of them reports only; readers' comments get a sentence of their own.
pub(super) fn distribution(context: &Context, at: ClaimIndex) -> String {
    let (claim, comparison) = context.claim(at);
    let messages = context.messages;
    let all: Vec<ReadingIndex> = (0..claim.readings.len()).collect();
    let reports = distinct(context, at, &all, true, None);

    let mut head = count(messages, Key::Reports, reports.len());
    if !comparison.groups.is_empty() {
        let known = match comparison.origins.known.len() {
            0 => messages.get(Key::NoOrigin).into(),
            known => count(messages, Key::Origins, known),
        };
        head = messages.fill(Key::Comma, &[&head, &known]);
        if comparison.origins.unknown > 0 {
            let unknown = count(messages, Key::NotStated, comparison.origins.unknown);
            head = messages.fill(Key::Comma, &[&head, &unknown]);
        }
    }

    let mut list = answers(context, at, true);
    let silent = distinct(context, at, &comparison.silent, true, None).len();
    let mut twice = 0;
    for &source in &reports {
        let gives = |group: &&Group| group.readings.iter().any(|&reading| claim.readings[reading].source == source);
        twice += usize::from(comparison.groups.iter().filter(gives).count() > 1);
    }
    for (key, n) in [(Key::DoesNotSay, silent), (Key::Twice, twice)] {
        if n > 0 {
            list.push(count(messages, key, n));
        }
    }
    let mut sentence = messages.fill(Key::Sentence, &[&head, &join_apart(messages, &list)]);
    let comments = answers(context, at, false);
    if !comments.is_empty() {
        sentence.push(' ');
        sentence.push_str(&messages.fill(Key::Comments, &[&join_apart(messages, &comments)]));
    }
    sentence
}

/// With commas; with semicolons where commas stand inside of an answer.
fn join_apart(messages: &Messages, parts: &[String]) -> String {
    let has_commas = parts.iter().any(|part| part.contains([',', '،', '、', '，']));
    join(messages, if has_commas { Key::Semicolon } else { Key::Comma }, parts)
}

/// For each group, how many sources say so and how many suggest it: of reports, or of all others.
fn answers(context: &Context, at: ClaimIndex, reports: bool) -> Vec<String> {
    let mut list = Vec::new();
    let (claim, comparison) = context.claim(at);
    let messages = context.messages;
    for group in &comparison.groups {
        let first = &claim.readings[group.readings[0]];
        let is_open =
            first.answer.as_ref().is_some_and(|answer| answer.value == Value::Unclear) && first.label.is_none();
        for (suggested, key) in [(false, Key::Says), (true, Key::Suggests)] {
            let n = distinct(context, at, &group.readings, reports, Some(suggested)).len();
            if n > 0 {
                let key = if is_open { Key::LeavesOpen } else { key };
                let x = format::reading(messages, claim, first).inline(messages);
                list.push(format::count_of(messages, key, n, &x));
            }
        }
    }
    list
}

/// The sources of some readings, each once: reports, or all others; where asked for, of readings that suggest their
/// answer, or of those that don't.
pub(super) fn distinct(
    context: &Context,
    at: ClaimIndex,
    readings: &[ReadingIndex],
    reports: bool,
    suggested: Option<bool>,
) -> Vec<SourceIndex> {
    let mut sources = Vec::new();
    for &reading in readings {
        let reading = &context.dossier.claims[at].readings[reading];
        let fits = suggested.is_none_or(|suggested| (reading.mode == Mode::Suggests) == suggested);
        let source = reading.source;
        if fits && context.source(source).is_report() == reports && !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

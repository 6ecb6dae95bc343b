//! The distribution of answers in one sentence.

use super::Context;
use super::format::{self, count, join};
use super::messages::{Key, Messages, Printed, fill};
use crate::compare::ReadingIndex;
use crate::dossier::{ClaimIndex, Mode, SourceIndex, Value};

/// "3 reports, 1 known origin, 1 not stated: 1 says nearly 4 hours, 1 says 2 hours, 1 does not say."
///
/// What counts is sources, not readings, and of them reports only; readers' comments get a sentence of their own.
pub(super) fn distribution(context: &Context, at: ClaimIndex) -> String {
    let (claim, comparison) = context.claim(at);
    let messages = context.messages;
    let all = || 0..claim.readings.len();
    let reports = distinct(context, at, all(), true);

    let mut head = vec![count(messages, Key::Reports, reports.len())];
    if !comparison.groups.is_empty() {
        head.push(origins(context, at));
        if comparison.origins.unknown > 0 {
            head.push(count(messages, Key::NotStated, comparison.origins.unknown));
        }
    }

    let mut list = answers(context, at, true);
    let silent = distinct(context, at, comparison.silent.iter().copied(), true).len();
    if silent > 0 {
        list.push(count(messages, Key::DoesNotSay, silent));
    }
    let several = |source: &&SourceIndex| {
        comparison.groups.iter().filter(|g| g.readings.iter().any(|&r| claim.readings[r].source == **source)).count()
            > 1
    };
    let twice = reports.iter().filter(several).count();
    if twice > 0 {
        list.push(count(messages, Key::Twice, twice));
    }
    let mut sentence = fill(
        messages.get(Key::Sentence),
        &[("head", &join(messages, Key::Comma, &head)), ("list", &join_apart(messages, &list))],
    );
    let comments = answers(context, at, false);
    if !comments.is_empty() {
        sentence.push(' ');
        sentence.push_str(&fill(messages.get(Key::Comments), &[("list", &join_apart(messages, &comments))]));
    }
    sentence
}

/// With commas; with semicolons where commas stand inside of an answer.
fn join_apart(messages: &Messages, parts: &[String]) -> String {
    let has_commas = parts.iter().any(|part| part.contains([',', '،', '、']));
    join(messages, if has_commas { Key::Semicolon } else { Key::Comma }, parts)
}

/// "1 known origin".
pub(super) fn origins(context: &Context, at: ClaimIndex) -> String {
    match context.comparisons[at].origins.known.len() {
        0 => context.messages.get(Key::NoOrigin).into(),
        known => count(context.messages, Key::Origins, known),
    }
}

/// For each group, how many sources say so and how many suggest it: of reports, or of all others.
fn answers(context: &Context, at: ClaimIndex, reports: bool) -> Vec<String> {
    let (claim, comparison) = context.claim(at);
    let mut out = Vec::new();
    for group in &comparison.groups {
        for (suggested, key) in [(false, Key::Says), (true, Key::Suggests)] {
            let readings = || {
                let readings = group.readings.iter().copied();
                readings.filter(|&r| (claim.readings[r].mode == Mode::Suggests) == suggested)
            };
            let n = distinct(context, at, readings(), reports).len();
            let Some(first) = readings().next().filter(|_| n > 0) else { continue };
            let first = &claim.readings[first];
            let open = first.answer.as_ref().is_some_and(|answer| answer.value == Value::Unclear);
            let words = if open && first.label.is_none() {
                count(context.messages, Key::LeavesOpen, n)
            } else {
                let number = Printed { whole: n as u64, ..Printed::default() };
                let x = format::reading(context.messages, claim, first).words;
                let n = format::integer(context.messages, n as u64);
                fill(context.messages.form(key, number), &[("n", &n), ("x", &x)])
            };
            out.push(words);
        }
    }
    out
}

/// The sources of some readings, each once: reports, or all others.
pub(super) fn distinct(
    context: &Context,
    at: ClaimIndex,
    readings: impl Iterator<Item = ReadingIndex>,
    reports: bool,
) -> Vec<SourceIndex> {
    let mut sources: Vec<SourceIndex> = readings
        .map(|reading| context.dossier.claims[at].readings[reading].source)
        .filter(|&source| context.dossier.sources[source].is_report() == reports)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}

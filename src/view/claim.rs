//! One claim, as card and evidence both show it: value and quote before outlet, attribution and hedge kept.

use super::format::{self, Phrase, count};
use super::messages::{Key, fill};
use super::parts::{day, el, fill_el, link_out, name, newsroom, relation, relation_words, speak, written_day};
use super::{Attr, Context, El, Tag, fragment, plot, sum};
use crate::compare::{Comparison, Group, ReadingIndex};
use crate::dossier::{
    AttributionKind, ChangeKind, Claim, ClaimIndex, ClaimState, From, Mode, Quote, Reading, Relation, SourceIndex,
    SourceState, Translator,
};

/// Adds to a header what the card says first: the relation, the question (into `heading`), the distribution.
pub(super) fn head(context: &Context, at: ClaimIndex, mut header: El, heading: El) -> El {
    let (claim, comparison) = context.claim(at);
    let question = speak(heading.class("variorum-question"), format::text(context.messages, &claim.question));
    if claim.state == ClaimState::Withdrawn {
        return header.child(question);
    }
    header.push(relation(comparison.relation, standing(context, claim, comparison)));
    header.push(question);
    header.child(el(Tag::P, "variorum-summary").say(sum::distribution(context, at)))
}

/// How the reports stand to each other; where it takes readers' comments to make it so, that is said.
fn standing(context: &Context, claim: &Claim, comparison: &Comparison) -> String {
    let words = context.messages.get(relation_words(comparison.relation));
    let is_report = |at: ReadingIndex| context.dossier.sources[claim.readings[at].source].is_report();
    let among_reports = comparison.pairs.iter().filter(|pair| is_report(pair.a) && is_report(pair.b));
    let worst = among_reports.map(|pair| pair.relation).max().unwrap_or(Relation::Single);
    if claim.relation.is_none() && worst < comparison.relation {
        return fill(context.messages.get(Key::WithComments), &[("relation", words)]);
    }
    words.into()
}

/// Adds what follows the header: plot, groups, who is silent, origins, notes and changes.
pub(super) fn body(context: &Context, at: ClaimIndex, mut root: El) -> El {
    let (claim, comparison) = context.claim(at);
    let messages = context.messages;
    if claim.state == ClaimState::Withdrawn {
        root.push(el(Tag::P, "variorum-note").say(messages.get(Key::ThisClaimWithdrawn)));
        return changes(context, at, root);
    }
    root = root.children(plot::plot(context, at));
    root = root.children(comparison.groups.iter().map(|shared| group(context, at, shared)));
    root = root.children(silent(context, claim, &comparison.silent));
    root.push(origins(context, at));
    let notes = [
        (Key::Override, claim.relation.as_ref().map(|judgement| &judgement.why), None),
        (Key::Settled, claim.resolution.as_ref().map(|r| &r.text), claim.resolution.as_ref().map(|r| r.date)),
    ];
    for (key, text, date) in notes {
        let Some(text) = text else { continue };
        root.push(fill_el(el(Tag::P, "variorum-note"), messages.get(key), &mut |field| match (field, date) {
            ("date", Some(date)) => day(messages, date),
            _ => newsroom(messages, text),
        }));
    }
    if let Some(note) = &claim.note {
        root.push(speak(el(Tag::P, "variorum-note"), format::text(messages, note)));
    }
    changes(context, at, root)
}

/// Readings that give one answer: the answer, then who gives it and how.
fn group(context: &Context, at: ClaimIndex, group: &Group) -> El {
    let (claim, _) = context.claim(at);
    let messages = context.messages;
    let shared = format::reading(messages, claim, &claim.readings[group.readings[0]]);
    let mut value = speak(el(Tag::P, "variorum-value"), shared.clone());
    let reports = sum::distinct(context, at, group.readings.iter().copied(), true).len();
    if reports > 1 {
        value.push(El::text(" "));
        value.push(el(Tag::Span, "variorum-count").say(count(messages, Key::Reports, reports)));
    }
    let readings = group.readings.iter().map(|&r| reading(context, claim, &claim.readings[r], &shared));
    el(Tag::Div, "variorum-group").child(value).children(readings)
}

/// What one source says: its quotes, then its name, and on whose word.
fn reading(context: &Context, claim: &Claim, reading: &Reading, shared: &Phrase) -> El {
    let messages = context.messages;
    let mut root = el(Tag::Div, "variorum-reading");
    // Answers that count as one may be worded apart: another scope, another spelling.
    let own = format::reading(messages, claim, reading);
    if own != *shared {
        root.push(speak(el(Tag::P, "variorum-own"), own));
    }
    let lang = &context.dossier.sources[reading.source].lang;
    let words = reading.answer.as_ref().and_then(|answer| answer.words.as_deref());
    root = root.children(reading.quotes.iter().flat_map(|q| quote(context, q, lang, words)));
    let mut line = source(context, reading.source);
    if context.page == Some(reading.source) {
        line.push(El::text(" "));
        line.push(el(Tag::Span, "variorum-here").say(messages.get(Key::Here)));
    } else {
        let carries = |quote: &&Quote| words.is_some_and(|words| quote.selector.exact.contains(words));
        let shown = reading.quotes.iter().find(carries).or(reading.quotes.first());
        if let Some((address, archived)) = fragment::address(&context.dossier.sources[reading.source]) {
            let href = shown.map_or_else(|| address.into(), |quote| fragment::at_words(address, &quote.selector));
            let key = if archived { Key::ReadArchived } else { Key::Read };
            line.push(El::text(" "));
            line.push(link_out(href, messages.get(key)));
        }
    }
    root.push(line);
    root.push(el(Tag::P, "variorum-voice").say(voice(context, reading)));
    if let Some(note) = &reading.note {
        root.push(speak(el(Tag::P, "variorum-note"), format::text(messages, note)));
    }
    for was in &reading.was {
        let before = format::answer(messages, claim, &was.answer);
        let line = fill_el(El::new(Tag::P), messages.get(Key::Until), &mut |field| match field {
            "date" => day(messages, was.until),
            _ => speak(El::new(Tag::S), before.clone()),
        });
        let words = was.answer.words.as_deref();
        root.push(
            el(Tag::Div, "variorum-was")
                .child(line)
                .children(was.quotes.iter().flat_map(|q| quote(context, q, lang, words)))
                .child(speak(El::new(Tag::P), format::text(messages, &was.why))),
        );
    }
    root
}

/// A quote in its own language, the words that carry the value emphasised; then its translation.
fn quote(context: &Context, quote: &Quote, lang: &str, words: Option<&str>) -> Vec<El> {
    let exact = quote.selector.exact.as_str();
    let mut block = el(Tag::Blockquote, "variorum-quote").with(Attr::Lang, String::from(lang)).with(Attr::Dir, "auto");
    // It begins within a sentence.
    if exact.chars().next().is_some_and(char::is_lowercase) {
        block.push(El::text("… "));
    }
    match words.filter(|words| !words.is_empty()).and_then(|words| exact.split_once(words).map(|sides| (words, sides)))
    {
        Some((words, (before, after))) => {
            let sides = [El::text(before), el(Tag::Mark, "variorum-words").say(words), El::text(after)];
            block = block.children(sides.into_iter().filter(|side| *side != El::text("")));
        }
        None => block.push(El::text(exact)),
    }
    let mut out = vec![block];
    if let Some(speaker) = &quote.speaker {
        out.push(el(Tag::P, "variorum-speaker").say("– ").child(El::new(Tag::Bdi).say(speaker.as_str())));
    }
    if let Some(translation) = &quote.translation {
        let by = match translation.by {
            Translator::Newsroom => Key::ByNewsroom,
            Translator::Source => Key::BySource,
            Translator::Machine => Key::ByMachine,
        };
        out.push(
            el(Tag::P, "variorum-translation")
                .child(newsroom(context.messages, &translation.text))
                .say(" · ")
                .child(el(Tag::Span, "variorum-translator").say(context.messages.get(by))),
        );
    }
    out
}

/// Name, date and state of a source.
pub(super) fn source(context: &Context, at: SourceIndex) -> El {
    let source = &context.dossier.sources[at];
    let messages = context.messages;
    let mut line = el(Tag::P, "variorum-source").child(name(context, at));
    if let Some(date) = source.published {
        line.push(El::text(" · "));
        line.push(match source.published_inferred {
            true => fill_el(El::new(Tag::Span), messages.get(Key::About), &mut |_| day(messages, date)),
            false => day(messages, date),
        });
    }
    let state = match source.state {
        SourceState::Live => None,
        SourceState::Updated => Some(Key::StateUpdated),
        SourceState::Corrected => Some(Key::StateCorrected),
        SourceState::Retracted => Some(Key::StateRetracted),
        SourceState::Unavailable => Some(Key::StateUnavailable),
    };
    if let Some(state) = state {
        line.push(El::text(" · "));
        line.push(el(Tag::Span, "variorum-state").say(messages.get(state)));
    }
    line
}

/// On whose word, and how sure: "Suggested, not stated · Said by the victims, by way of the police".
fn voice(context: &Context, reading: &Reading) -> String {
    let messages = context.messages;
    let suggested = (reading.mode == Mode::Suggests).then(|| String::from(messages.get(Key::Suggested)));
    match (suggested, according(context, reading)) {
        (Some(suggested), Some(according)) => suggested + " · " + &according,
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => messages.get(Key::Own).into(),
    }
}

/// On whose word, where it is not the source's own: "Said by the victims, by way of the police".
pub(super) fn according(context: &Context, reading: &Reading) -> Option<String> {
    let messages = context.messages;
    // The innermost voice speaks; each one further out passes it on.
    let mut names = reading.attributed_to.iter().rev().map(|by| format::text(messages, &by.name).words);
    let first = names.next()?;
    let chain = names.fold(first, |x, y| fill(messages.get(Key::Via), &[("x", &x), ("y", &y)]));
    let key = match (&reading.from, reading.attributed_to.last()?.kind) {
        (From::Unknown, _) => Key::Relayed,
        (_, AttributionKind::Named | AttributionKind::Unnamed) => Key::Said,
        _ => Key::According,
    };
    Some(fill(messages.get(key), &[("x", &chain)]))
}

/// Which reports were read and say nothing.
fn silent(context: &Context, claim: &Claim, silent: &[ReadingIndex]) -> Option<El> {
    let readings = silent.iter().map(|&at| &claim.readings[at]);
    let mut reports = readings.filter(|reading| context.dossier.sources[reading.source].is_report()).peekable();
    reports.peek()?;
    let each = reports.map(|reading| {
        let item = El::new(Tag::Li).child(source(context, reading.source));
        match &reading.note {
            Some(note) => item.child(speak(el(Tag::P, "variorum-note"), format::text(context.messages, note))),
            None => item,
        }
    });
    let list = El::new(Tag::Ul).children(each);
    Some(el(Tag::Div, "variorum-silent").child(El::new(Tag::P).say(context.messages.get(Key::Silent))).child(list))
}

/// On which origins all of it rests.
fn origins(context: &Context, at: ClaimIndex) -> El {
    let (claim, comparison) = context.claim(at);
    let messages = context.messages;
    let mut line = el(Tag::P, "variorum-origins");
    if claim.readings.iter().all(|reading| reading.mode == Mode::Silent) {
        return line;
    }
    if comparison.origins.known.is_empty() {
        line.push(El::text(messages.get(Key::NoKnownOrigin)));
    } else {
        line = fill_el(line, messages.get(Key::KnownOrigins), &mut |_| {
            let mut names = El::new(Tag::Span);
            for (at, &origin) in comparison.origins.known.iter().enumerate() {
                if at > 0 {
                    names.push(El::text(fill(messages.get(Key::Comma), &[])));
                }
                names.push(name(context, origin));
            }
            names
        });
    }
    if comparison.origins.unknown > 0 {
        line.push(El::text(" · "));
        line.push(El::text(count(messages, Key::NotStated, comparison.origins.unknown)));
    }
    line
}

/// What was changed about this claim after it was published.
fn changes(context: &Context, at: ClaimIndex, mut root: El) -> El {
    let messages = context.messages;
    for change in context.dossier.changes.iter().filter(|change| change.claims.contains(&at)) {
        let key = match change.kind {
            ChangeKind::Published => continue,
            ChangeKind::Addition => Key::Addition,
            ChangeKind::Update => Key::Update,
            ChangeKind::Correction => Key::Correction,
            ChangeKind::Clarification => Key::Clarification,
            ChangeKind::Withdrawal => Key::Withdrawal,
        };
        root.push(fill_el(el(Tag::P, "variorum-change"), messages.get(key), &mut |field| match field {
            "date" => written_day(messages, &change.date),
            _ => newsroom(messages, &change.text),
        }));
    }
    root
}

/// Adds how the dossier was compared, and where to report an error.
pub(super) fn about(context: &Context, mut root: El) -> El {
    let dossier = context.dossier;
    let messages = context.messages;
    if let Some(method) = &dossier.method {
        root.push(speak(El::new(Tag::P), format::text(messages, method)));
    }
    if let Some(drafted) = &dossier.drafted {
        let mut line = fill(messages.get(Key::Drafted), &[("tool", &drafted.tool)]);
        if let Some(by) = &drafted.reviewed_by {
            line.push(' ');
            line.push_str(&fill(messages.get(Key::Reviewed), &[("name", by)]));
        }
        root.push(El::new(Tag::P).say(line));
    }
    let links = [(&dossier.publisher.contact, Key::ReportError), (&dossier.publisher.corrections, Key::Corrections)];
    for (href, key) in links {
        if let Some(href) = href.as_ref().filter(|href| fragment::is_safe(href)) {
            root.push(El::new(Tag::P).child(link_out(href.clone(), messages.get(key))));
        }
    }
    root
}

//! The overview: the table of all claims by all sources.

use super::format::{self, Phrase};
use super::messages::{Key, fill};
use super::parts::{class_of, el, name, relation, relation_word, speak};
use super::{Attr, Context, El, Tag, claim, fragment};
use crate::dossier::{ClaimIndex, Mode, Reading, SourceIndex};

/// A table with a row for each claim and a column for each report that was read, and for readers' comments where
/// they speak.
pub fn overview(context: &Context) -> El {
    let messages = context.messages;
    let columns = columns(context);
    let column = |&source: &SourceIndex| El::new(Tag::Th).with(Attr::Scope, "col").child(name(context, source));
    let head = El::new(Tag::Tr)
        .child(El::new(Tag::Th).with(Attr::Scope, "col").say(messages.get(Key::Point)))
        .children(columns.iter().map(column));
    let rows = context.compared().map(|at| row(context, at, &columns));
    el(Tag::Table, "variorum-table")
        .child(El::new(Tag::Caption).say(messages.get(Key::Caption)))
        .child(El::new(Tag::Thead).child(head))
        .child(El::new(Tag::Tbody).children(rows))
}

/// Reports with a reading of any claim, silent ones included.
pub(super) fn reports(context: &Context) -> Vec<SourceIndex> {
    (0..context.dossier.sources.len())
        .filter(|&source| context.dossier.sources[source].is_report())
        .filter(|&source| readings_of(context, source).next().is_some())
        .collect()
}

fn columns(context: &Context) -> Vec<SourceIndex> {
    let speaks = |&source: &SourceIndex| readings_of(context, source).any(|reading| reading.mode != Mode::Silent);
    let others = (0..context.dossier.sources.len()).filter(|&source| !context.dossier.sources[source].is_report());
    reports(context).into_iter().chain(others.filter(speaks)).collect()
}

fn readings_of<'a>(context: &'a Context, source: SourceIndex) -> impl Iterator<Item = &'a Reading> {
    let claims = context.compared().map(|at| &context.dossier.claims[at]);
    claims.flat_map(|claim| &claim.readings).filter(move |reading| reading.source == source)
}

fn row(context: &Context, at: ClaimIndex, columns: &[SourceIndex]) -> El {
    let (own, comparison) = context.claim(at);
    let href = String::from("#") + &fragment::fragment_id(context.dossier, &own.id);
    let link = El::new(Tag::A).with(Attr::Href, href);
    let point = El::new(Tag::Th)
        .with(Attr::Scope, "row")
        .child(speak(link, format::text(context.messages, &own.question)))
        .child(relation(comparison.relation, context.messages.get(relation_word(comparison.relation))));
    El::new(Tag::Tr)
        .class(class_of("variorum-row", comparison.relation))
        .child(point)
        .children(columns.iter().map(|&source| cell(context, at, source)))
}

fn cell(context: &Context, at: ClaimIndex, source: SourceIndex) -> El {
    let messages = context.messages;
    let (own, _) = context.claim(at);
    let mut readings = own.readings.iter().filter(|reading| reading.source == source).peekable();
    if readings.peek().is_none() {
        return el(Tag::Td, "variorum-unread").say(messages.get(Key::CellUnread));
    }
    if readings.clone().all(|reading| reading.mode == Mode::Silent) {
        return el(Tag::Td, "variorum-unsaid").say(messages.get(Key::CellSilent));
    }
    let each = readings.filter(|reading| reading.mode != Mode::Silent).map(|reading| {
        let value = format::reading(messages, own, reading);
        let words = match reading.mode {
            Mode::Suggests => fill(messages.get(Key::CellSuggested), &[("x", &value.words)]),
            _ => value.words,
        };
        let cell = speak(El::new(Tag::P), Phrase { words, lang: value.lang });
        // A report that passes on what someone says has not said it.
        let voice = claim::according(context, reading).map(|words| el(Tag::P, "variorum-voice").say(words));
        [Some(cell), voice]
    });
    El::new(Tag::Td).children(each.flatten().flatten())
}

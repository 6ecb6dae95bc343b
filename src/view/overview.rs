//! The overview: the table of all claims by all sources.

use super::messages::Key;
use super::writer::Writer;
use super::{Attr, Context, El, Tag, claim, format, fragment};
use crate::dossier::{ClaimIndex, Mode, Relation, SourceIndex};

/// A table with a row for each claim and a column for each report that was read, and for readers' comments where
/// they speak.
pub fn overview(context: &Context) -> El {
    let mut to = Writer::new(context, false);
    table(&mut to);
    to.finish()
}

pub(super) fn table(to: &mut Writer) {
    let context = to.context;
    let columns = columns(&context, false);
    to.open(Tag::Table, "table");
    to.leaf_of(Tag::Caption, "", Key::Caption);
    to.open(Tag::Thead, "");
    to.open(Tag::Tr, "");
    to.open(Tag::Th, "");
    to.set(Attr::Scope, "col");
    to.say(Key::Point);
    to.close();
    for &source in &columns {
        to.open(Tag::Th, "");
        to.set(Attr::Scope, "col");
        to.name(source);
        to.close();
    }
    to.close();
    to.close();
    to.open(Tag::Tbody, "");
    for at in context.compared() {
        row(to, at, &columns);
    }
    to.close();
}

/// Reports with a reading of any claim, silent ones included; unless `reports_only`, then others that speak.
pub(super) fn columns(context: &Context, reports_only: bool) -> Vec<SourceIndex> {
    let sources = &context.dossier.sources;
    let mut has_part = vec![false; sources.len()];
    for at in context.compared() {
        for reading in &context.dossier.claims[at].readings {
            let is_report = sources[reading.source].is_report();
            has_part[reading.source] |= is_report || !reports_only && reading.mode != Mode::Silent;
        }
    }
    let mut out = Vec::new();
    for are_reports in [true, false] {
        for (at, source) in sources.iter().enumerate() {
            if has_part[at] && source.is_report() == are_reports {
                out.push(at);
            }
        }
    }
    out
}

fn row(to: &mut Writer, at: ClaimIndex, columns: &[SourceIndex]) {
    let (claim, comparison) = to.context.claim(at);
    let relation = comparison.relation;
    to.open_as(Tag::Tr, "row", relation);
    to.open(Tag::Th, "");
    to.set(Attr::Scope, "row");
    to.open(Tag::A, "");
    to.put(Attr::Href, fragment::link_to(to.context.dossier, &claim.id));
    to.newsroom(Tag::Span, "", &claim.question);
    to.close();
    to.relation(
        relation,
        to.context.messages.get(match relation {
            Relation::Contradict => Key::BriefContradict,
            Relation::Differ => Key::BriefDiffer,
            Relation::Nuance => Key::BriefNuance,
            Relation::Agree => Key::BriefAgree,
            Relation::Single => Key::BriefSingle,
        }),
    );
    to.close();
    for &source in columns {
        cell(to, at, source);
    }
    to.close();
}

fn cell(to: &mut Writer, at: ClaimIndex, source: SourceIndex) {
    let messages = to.context.messages;
    let (claim, _) = to.context.claim(at);
    let readings = || claim.readings.iter().filter(|reading| reading.source == source);
    if readings().next().is_none() {
        return to.leaf_of(Tag::Td, "unread", Key::CellUnread);
    }
    if readings().all(|reading| reading.mode == Mode::Silent) {
        return to.leaf_of(Tag::Td, "unsaid", Key::CellSilent);
    }
    to.open(Tag::Td, "");
    for reading in readings().filter(|reading| reading.mode != Mode::Silent) {
        let value = format::reading(messages, claim, reading);
        if reading.mode == Mode::Suggests {
            to.open(Tag::P, "");
            to.pattern(Key::CellSuggested, &mut |to, _| to.words(&value));
            to.close();
        } else {
            to.speak(Tag::P, "", &value);
        }
        // A report that passes on what someone says has not said it.
        if let Some(voice) = claim::according(&to.context, reading) {
            to.leaf(Tag::P, "voice", &voice);
        }
    }
    to.close();
}

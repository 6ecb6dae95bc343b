//! The overview: the table of all claims by all sources.

use super::evidence::back;
use super::messages::Key;
use super::writer::Writer;
use super::{Attr, Context, El, Tag, claim, format, fragment};
use crate::dossier::{ClaimIndex, Mode, Relation, SourceIndex};

/// A table with a row for each claim, contradictions first, and a column for each report that was read, and for readers'
/// comments where they speak; above it a choice of one relation.
pub fn overview(context: &Context) -> El {
    let mut to = Writer::new(context, false);
    to.open(Tag::Div, "overview");
    head(&mut to);
    let mut whole = to.finish();
    for at in RELATIONS.into_iter().flat_map(|relation| of_relation(context, relation)) {
        let mut to = Writer::new(context, false);
        row(&mut to, at);
        whole.push_below(ROWS, to.finish());
    }
    whole
}

/// How many steps from the overview, each to the last child, lead to what its rows stand in.
pub(super) const ROWS: usize = 3;

/// So many reports fit beside each other wherever rows are no blocks. A table of more is scrolled by itself, not the page.
const FITTING: usize = 5;

/// The relations, what matters most first: so are the rows.
pub(super) const RELATIONS: [Relation; 5] =
    [Relation::Contradict, Relation::Differ, Relation::Nuance, Relation::Agree, Relation::Single];

/// Writes all but the rows.
pub(super) fn head(to: &mut Writer) {
    let context = to.context;
    let columns = columns(&context, false);
    filter(to);
    if columns.len() > FITTING {
        to.open(Tag::Div, "scroll");
        to.set(Attr::Role, "region");
        to.set(Attr::Tabindex, "0");
        to.put(Attr::AriaLabel, context.messages.get(Key::Caption).into());
    } else {
        to.open(Tag::Div, "");
    }
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
    to.leaf(Tag::Tbody, "", "");
    to.close();
    to.close();
}

/// The claims of a relation, in the dossier's order.
pub(super) fn of_relation(context: &Context, relation: Relation) -> Vec<ClaimIndex> {
    context.compared().filter(|&at| context.comparisons[at].relation == relation).collect()
}

/// A choice of one relation or all, where there are several. The style sheet leaves out the other rows, so that it
/// works without a script.
fn filter(to: &mut Writer) {
    let context = to.context;
    let counts = RELATIONS.map(|relation| of_relation(&context, relation).len());
    let all = counts.iter().sum();
    if counts.contains(&all) {
        return;
    }
    to.open(Tag::Fieldset, "filter");
    to.leaf_of(Tag::Legend, "", Key::Filter);
    option(to, "", Key::Every, all);
    for (relation, count) in RELATIONS.into_iter().zip(counts) {
        if count > 0 {
            option(to, relation.name(), brief(relation), count);
        }
    }
    to.close();
}

fn option(to: &mut Writer, value: &'static str, key: Key, count: usize) {
    let messages = to.context.messages;
    to.open(Tag::Label, "");
    to.open(Tag::Input, "");
    to.set(Attr::Type, "radio");
    to.put(Attr::Name, fragment::fragment_id(to.context.dossier, ".show"));
    to.set(Attr::Value, value);
    // No part of a form that the page may have around us.
    to.set(Attr::Form, "");
    if value.is_empty() {
        to.set(Attr::Checked, "");
    }
    to.close();
    to.text(&messages.fill(Key::Number, &[messages.get(key), &format::integer(messages, count as u64)]));
    to.close();
}

/// A relation in a word.
fn brief(relation: Relation) -> Key {
    match relation {
        Relation::Contradict => Key::BriefContradict,
        Relation::Differ => Key::BriefDiffer,
        Relation::Nuance => Key::BriefNuance,
        Relation::Agree => Key::BriefAgree,
        Relation::Single => Key::BriefSingle,
    }
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

/// Writes the row of a claim.
pub(super) fn row(to: &mut Writer, at: ClaimIndex) {
    let (claim, comparison) = to.context.claim(at);
    let relation = comparison.relation;
    to.open_as(Tag::Tr, "row", relation);
    to.open(Tag::Th, "");
    to.set(Attr::Scope, "row");
    to.open(Tag::A, "");
    to.put(Attr::Href, fragment::link_to(to.context.dossier, &claim.id));
    to.newsroom(Tag::Span, "", &claim.question);
    to.close();
    to.relation(relation, to.context.messages.get(brief(relation)));
    back(to, at);
    to.close();
    for source in columns(&to.context, false) {
        cell(to, at, source);
    }
    to.close();
}

fn cell(to: &mut Writer, at: ClaimIndex, source: SourceIndex) {
    let messages = to.context.messages;
    let (claim, _) = to.context.claim(at);
    let readings = || claim.readings.iter().filter(|reading| reading.source == source);
    let missing = match readings().next() {
        None => Some(("unread", Key::CellUnread)),
        Some(_) if readings().all(|reading| reading.mode == Mode::Silent) => Some(("unsaid", Key::CellSilent)),
        Some(_) => None,
    };
    to.open(Tag::Td, missing.map_or("", |(class, _)| class));
    // Where rows become blocks, the column's name stands in each cell.
    to.put(Attr::Of, to.context.source(source).name.clone());
    if let Some((_, key)) = missing {
        to.say(key);
    }
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

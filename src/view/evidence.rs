//! The evidence: the same content as plain elements in the page.

use super::format::{self, count};
use super::messages::{Key, fill};
use super::parts::{class_of, el, fill_el, link_out, name, newsroom, speak, written_day};
use super::{Attr, Context, El, Tag, claim, fragment, overview};
use crate::dossier::{ChangeKind, How, Relation, SourceIndex, SourceKind, Status};

/// The evidence of a dossier: one closed `details` with the overview (where asked for), every claim, and the
/// sources. Of a withdrawn dossier one line, with date and reason.
pub fn evidence(context: &Context, with_overview: bool) -> El {
    let dossier = context.dossier;
    let messages = context.messages;
    let framed = |el: El| {
        el.with(Attr::Lang, String::from(messages.lang())).with(Attr::Dir, String::from(messages.get(Key::Direction)))
    };
    if dossier.status == Status::Withdrawn {
        return framed(withdrawn(context));
    }
    let mut root = framed(el(Tag::Details, "variorum-evidence")).child(El::new(Tag::Summary).say(summary(context)));
    // The target of "all points" stands inside: a browser opens the `details` around a target, not the target itself.
    let mut start = el(Tag::Div, "variorum-overview").with(Attr::Id, fragment::fragment_id(dossier, ""));
    if context.is_draft() {
        start.push(el(Tag::P, "variorum-draft").say(messages.get(Key::Draft)));
    }
    if with_overview {
        start.push(overview::overview(context));
    }
    root.push(start);
    for at in context.claims() {
        let (own, comparison) = context.claim(at);
        let header = claim::head(context, at, el(Tag::Div, "variorum-head"), El::new(Tag::H3));
        let section = El::new(Tag::Section)
            .class(class_of("variorum-claim", comparison.relation))
            .with(Attr::Id, fragment::fragment_id(dossier, &own.id))
            .child(header);
        root.push(claim::body(context, at, section));
    }
    let about = el(Tag::Section, "variorum-about").child(El::new(Tag::H3).say(messages.get(Key::Method)));
    root.child(sources(context)).child(claim::about(context, about))
}

/// "12 points compared across 3 reports; 5 contradict".
fn summary(context: &Context) -> String {
    let messages = context.messages;
    let compared: Vec<_> = context.compared().collect();
    let contradict = compared.iter().filter(|&&at| context.comparisons[at].relation == Relation::Contradict).count();
    let key = if contradict > 0 { Key::ComparedDisputed } else { Key::Compared };
    fill(
        messages.get(key),
        &[
            ("points", &count(messages, Key::Points, compared.len())),
            ("reports", &count(messages, Key::Reports, overview::reports(context).len())),
            ("contradict", &count(messages, Key::Contradicted, contradict)),
        ],
    )
}

fn withdrawn(context: &Context) -> El {
    let dossier = context.dossier;
    let change =
        dossier.changes.iter().filter(|change| change.kind == ChangeKind::Withdrawal && change.claims.is_empty());
    let change = change.max_by_key(|change| change.date.as_str());
    fill_el(el(Tag::P, "variorum-withdrawn"), context.messages.get(Key::Withdrawn), &mut |field| match field {
        "date" => written_day(context.messages, change.map_or(&dossier.modified, |change| &change.date)),
        _ => change.map_or(El::text(""), |change| newsroom(context.messages, &change.text)),
    })
}

/// Every source: what it is, how it was obtained, what it draws on.
fn sources(context: &Context) -> El {
    let items = (0..context.dossier.sources.len()).map(|at| source(context, at));
    el(Tag::Section, "variorum-sources")
        .child(El::new(Tag::H3).say(context.messages.get(Key::Sources)))
        .child(El::new(Tag::Ul).children(items))
}

fn source(context: &Context, at: SourceIndex) -> El {
    let messages = context.messages;
    let source = &context.dossier.sources[at];
    let mut line = claim::source(context, at);
    if source.kind == SourceKind::Comments {
        line.push(El::text(" · "));
        line.push(El::text(messages.get(Key::CommentsKind)));
    }
    if !source.seen {
        line.push(El::text(" · "));
        line.push(El::text(messages.get(Key::Unseen)));
    }
    let mut item = El::new(Tag::Li).child(line);
    let title = source.title.as_deref();
    match (fragment::address(source), title) {
        (Some((address, archived)), title) => {
            let words = title.unwrap_or(messages.get(if archived { Key::ReadArchived } else { Key::Read }));
            let link = link_out(address.into(), words);
            let link =
                if title.is_some() { link.with(Attr::Lang, source.lang.clone()).with(Attr::Dir, "auto") } else { link };
            item.push(El::new(Tag::P).child(link));
        }
        (None, Some(title)) => {
            item.push(El::new(Tag::P).with(Attr::Lang, source.lang.clone()).with(Attr::Dir, "auto").say(title));
        }
        (None, None) => {}
    }
    if let Some(note) = &source.note {
        item.push(speak(el(Tag::P, "variorum-note"), format::text(messages, note)));
    }
    for step in &source.derives {
        let key = match step.how {
            How::Republishes => Key::Republishes,
            How::Translates => Key::Translates,
            How::Rewrites => Key::Rewrites,
            How::Cites => Key::Cites,
        };
        let mut line = fill_el(el(Tag::P, "variorum-derives"), messages.get(key), &mut |_| name(context, step.from));
        if let Some(note) = &step.note {
            line.push(El::text(" · "));
            line.push(newsroom(messages, note));
        }
        item.push(line);
    }
    item
}

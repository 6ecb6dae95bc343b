//! The evidence: the same content as plain elements in the page.

use super::format::{count, join};
use super::messages::Key;
use super::writer::Writer;
use super::{Attr, Context, El, Tag, fragment, note, overview, timeline};
use crate::dossier::{
    ChangeKind, ClaimIndex, ClaimState, How, Relation, Source, SourceIndex, SourceKind, SourceState, Status,
};

/// The evidence of a dossier: one closed `details` with the overview (where asked for), every claim, and the
/// sources. Of a withdrawn dossier one line, with date and reason.
pub fn evidence(context: &Context, with_overview: bool) -> El {
    let mut whole = frame(context, with_overview);
    for part in parts(context, with_overview) {
        whole.push_below(part.depth(), part.el(context));
    }
    whole
}

/// What of the evidence is made at one stroke, so that many claims never hold a page up.
#[derive(Debug)]
pub enum Part {
    /// A row of the overview.
    Row(ClaimIndex),
    /// The timeline, without what happened.
    Timeline,
    /// What happened to a report.
    Event(timeline::Event),
    /// A claim.
    Claim(ClaimIndex),
    /// The list of sources.
    Sources,
    /// How it was compared.
    About,
}

/// What stands from the beginning: the line, and the overview without its rows.
pub fn frame(context: &Context, with_overview: bool) -> El {
    let dossier = context.dossier;
    let mut to = Writer::new(context, false);
    if dossier.status == Status::Withdrawn {
        withdrawn(&mut to);
        return to.finish();
    }
    to.open(Tag::Details, "evidence");
    to.in_messages_language();
    to.leaf(Tag::Summary, "", &summary(context));
    // The target of "all points" stands inside: a browser opens the `details` around a target, not the target itself.
    to.open(Tag::Div, "overview");
    to.put(Attr::Id, fragment::fragment_id(dossier, ""));
    if context.is_draft() {
        to.leaf_of(Tag::P, "draft", Key::Draft);
    }
    if with_overview {
        overview::head(&mut to);
    }
    to.finish()
}

/// All that comes into the frame, in this order.
pub fn parts(context: &Context, with_overview: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    if context.dossier.status == Status::Withdrawn {
        return parts;
    }
    if with_overview {
        for relation in overview::RELATIONS {
            for at in overview::of_relation(context, relation) {
                parts.push(Part::Row(at));
            }
        }
        let events = timeline::events(context);
        if !events.is_empty() {
            parts.push(Part::Timeline);
        }
        for event in events {
            parts.push(Part::Event(event));
        }
    }
    for at in context.claims() {
        parts.push(Part::Claim(at));
    }
    parts.push(Part::Sources);
    parts.push(Part::About);
    parts
}

impl Part {
    /// How many steps from the frame, each to the last child, lead to where it is put, at the end.
    pub fn depth(&self) -> usize {
        match self {
            Part::Row(_) => 1 + overview::ROWS,
            Part::Timeline => 1,
            Part::Event(_) => 1 + timeline::EVENTS,
            Part::Claim(_) | Part::Sources | Part::About => 0,
        }
    }

    /// The part itself.
    pub fn el(&self, context: &Context) -> El {
        let mut to = Writer::new(context, false);
        match self {
            Part::Row(at) => overview::row(&mut to, *at),
            Part::Timeline => timeline::frame(&mut to),
            Part::Event(event) => timeline::event(&mut to, event),
            Part::Claim(at) => claim(&mut to, *at),
            Part::Sources => {
                to.open(Tag::Section, "sources");
                to.leaf_of(Tag::H3, "", Key::Sources);
                to.open(Tag::Ul, "");
                for at in 0..context.dossier.sources.len() {
                    source(&mut to, at);
                }
            }
            Part::About => {
                to.open(Tag::Section, "about");
                to.leaf_of(Tag::H3, "", Key::Method);
                to.about();
            }
        }
        to.finish()
    }
}

fn claim(to: &mut Writer, at: ClaimIndex) {
    let context = to.context;
    let (claim, comparison) = context.claim(at);
    to.open_as(Tag::Section, "claim", comparison.relation);
    to.put(Attr::Id, fragment::fragment_id(context.dossier, &claim.id));
    to.open(Tag::Div, "head");
    to.put(Attr::Note, note(&context, &[at]));
    to.claim_head(at, Tag::H3, "");
    if claim.state != ClaimState::Withdrawn {
        back(to, at);
    }
    to.close();
    to.claim_body(at);
}

/// A link back to a claim's mark. Hidden: who marks the claim shows it.
pub(super) fn back(to: &mut Writer, at: ClaimIndex) {
    let (claim, _) = to.context.claim(at);
    to.open(Tag::A, "back");
    to.put(Attr::Href, String::from("#") + &fragment::mark_id(to.context.dossier, &claim.id));
    to.put(Attr::Claim, claim.id.clone());
    to.set(Attr::Hidden, "");
    to.say(Key::InArticle);
    to.close();
}

/// "12 points compared across 3 reports; 5 contradicted".
fn summary(context: &Context) -> String {
    let messages = context.messages;
    let (mut points, mut contradicted) = (0, 0);
    for at in context.compared() {
        points += 1;
        contradicted += usize::from(context.comparisons[at].relation == Relation::Contradict);
    }
    let points = count(messages, Key::Points, points);
    let reports = count(messages, Key::Reports, overview::columns(context, true).len());
    let disputed = count(messages, Key::Contradicted, contradicted);
    let key = if contradicted > 0 { Key::ComparedDisputed } else { Key::Compared };
    messages.fill(key, &[&points, &reports, &disputed])
}

fn withdrawn(to: &mut Writer) {
    let dossier = to.context.dossier;
    // The last entry that says so, by date.
    let entries =
        dossier.changes.iter().filter(|change| change.kind == ChangeKind::Withdrawal && change.claims.is_empty());
    let entry = entries.max_by_key(|change| change.date.as_str());
    to.open(Tag::P, "withdrawn");
    to.in_messages_language();
    to.pattern(Key::Withdrawn, &mut |to, value| match (value, entry) {
        (0, Some(entry)) => to.newsroom(Tag::Span, "", &entry.text),
        (0, None) => {}
        (_, Some(entry)) => to.written_day(&entry.date),
        (_, None) => to.written_day(&dossier.modified),
    });
}

/// One source: what it is, how it was obtained, what it draws on.
fn source(to: &mut Writer, at: SourceIndex) {
    let messages = to.context.messages;
    let source = to.context.source(at);
    to.open(Tag::Li, "");
    to.open_source(at);
    if source.kind == SourceKind::Comments {
        to.text(" · ");
        to.say(Key::CommentsKind);
    }
    if !source.seen {
        to.text(" · ");
        to.say(Key::Unseen);
    }
    to.close();
    found(to, source);
    if !source.by.is_empty() {
        to.open(Tag::P, "by");
        to.pattern(Key::Authors, &mut |to, _| to.leaf(Tag::Bdi, "", &join(messages, Key::Comma, &source.by)));
        to.close();
    }
    if let Some(day) = source.accessed {
        to.open(Tag::P, "by");
        to.pattern(Key::Accessed, &mut |to, _| to.day(day));
        to.close();
    }
    if let Some(note) = &source.note {
        to.newsroom(Tag::P, "note", note);
    }
    for step in &source.derives {
        let key = match step.how {
            How::Republishes => Key::Republishes,
            How::Translates => Key::Translates,
            How::Rewrites => Key::Rewrites,
            How::Cites => Key::Cites,
        };
        to.open(Tag::P, "derives");
        to.pattern(key, &mut |to, _| to.name(step.from));
        if let Some(note) = &step.note {
            to.text(" · ");
            to.newsroom(Tag::Span, "", note);
        }
        to.close();
    }
    to.close();
}

/// Its title, and where it is found.
fn found(to: &mut Writer, source: &Source) {
    let messages = to.context.messages;
    if let Some((address, archived)) = fragment::address(source) {
        let plain = messages.get(if archived { Key::ReadArchived } else { Key::Read });
        let lang = source.title.is_some().then_some(source.lang.as_str());
        to.open(Tag::P, "");
        to.link_out(address, source.title.as_deref().unwrap_or(plain), lang);
        to.close();
    } else if let Some(title) = &source.title {
        to.open(Tag::P, "");
        to.in_language(&source.lang);
        to.text(title);
        to.close();
    }
    // The address is the page's own: the copy is there for when it has changed.
    if let Some(copy) = source.archived.as_ref().filter(|copy| fragment::is_safe(copy))
        && source.url.is_some()
        && source.state != SourceState::Unavailable
    {
        to.open(Tag::P, "");
        to.link_out(copy, messages.get(Key::ReadArchived), None);
        to.close();
    }
}

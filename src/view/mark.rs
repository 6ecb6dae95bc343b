//! A mark's own elements, and the tab stop of a mark that is painted.

use super::writer::Writer;
use super::{Attr, Context, El, Tag, fragment, mark_label, note};
use crate::dossier::{ClaimIndex, Dossier, Relation};

/// What the link of a mark has besides where a card can open: it is a button then.
pub const LIVE: [(Attr, &str); 3] =
    [(Attr::Role, "button"), (Attr::AriaHaspopup, "dialog"), (Attr::AriaExpanded, "false")];

/// The link that a mark is, without its words, which are the page's own. It leads to the evidence of the first of
/// `claims`, and the evidence back to it; where a card can open (`live`) it is a button that opens it. Where none can
/// yet, it names its claims if they are several: [`claims_of`] reads them back.
pub fn mark(context: &Context, claims: &[ClaimIndex], live: bool) -> El {
    let mut to = Writer::new(context, false);
    link(&mut to, "mark", claims, live);
    if !live {
        let claim = claims.first().map_or("", |&claim| &context.dossier.claims[claim].id);
        to.put(Attr::Id, fragment::mark_id(context.dossier, claim));
    }
    if !live && claims.len() > 1 {
        let mut ids = String::new();
        for &claim in claims {
            ids.push_str(if ids.is_empty() { "" } else { " " });
            ids.push_str(&context.dossier.claims[claim].id);
        }
        to.put(Attr::Claims, ids);
    }
    to.finish()
}

/// What a mark is where it goes on in another element: for the pointer only.
pub fn mark_further(context: &Context, claims: &[ClaimIndex]) -> El {
    let mut to = Writer::new(context, false);
    to.open_as(Tag::Span, "mark", context.worst(claims));
    to.finish()
}

/// The tab stop of a painted mark, an entry of [`stops`]: the same link, named by the marked words.
pub fn stop(context: &Context, claims: &[ClaimIndex], words: &str, live: bool) -> El {
    let mut to = Writer::new(context, false);
    to.open(Tag::Li, "");
    link(&mut to, "stop", claims, live);
    to.put(Attr::Note, note(context, claims));
    to.text(words);
    to.finish()
}

/// The list of tab stops, empty.
pub fn stops(context: &Context) -> El {
    let mut to = Writer::new(context, false);
    to.open(Tag::Ul, "stops");
    to.finish()
}

/// The texts that marks are described by, one for each relation, hidden.
pub fn mark_labels(context: &Context) -> El {
    let mut to = Writer::new(context, false);
    to.open(Tag::Div, "");
    to.set(Attr::Hidden, "");
    to.put(Attr::Lang, context.messages.lang().into());
    for relation in [Relation::Contradict, Relation::Differ, Relation::Nuance, Relation::Agree, Relation::Single] {
        to.open(Tag::Span, "");
        to.put(Attr::Id, label_id(context.dossier, relation));
        to.text(&mark_label(context, relation));
        to.close();
    }
    to.finish()
}

fn link(to: &mut Writer, class: &'static str, claims: &[ClaimIndex], live: bool) {
    let (dossier, relation) = (to.context.dossier, to.context.worst(claims));
    to.open_as(Tag::A, class, relation);
    let claim = claims.first().map_or("", |&claim| &dossier.claims[claim].id);
    to.put(Attr::Href, fragment::link_to(dossier, claim));
    to.put(Attr::AriaDescribedby, label_id(dossier, relation));
    if live {
        LIVE.iter().for_each(|&(attr, value)| to.set(attr, value));
    }
}

/// The claims of a mark that stands in a page, from its `href` and its [`Attr::Claims`]; none where it is another
/// dossier's.
pub fn claims_of(dossier: &Dossier, href: &str, several: Option<&str>) -> Vec<ClaimIndex> {
    let first = href.strip_prefix(&fragment::link_to(dossier, "")).and_then(|rest| rest.strip_prefix('.'));
    let Some(first) = first else { return Vec::new() };
    let ids = several.unwrap_or(first).split(' ');
    ids.filter_map(|id| dossier.claims.iter().position(|claim| claim.id == id)).collect()
}

/// The id of the text that marks of a relation are described by.
fn label_id(dossier: &Dossier, relation: Relation) -> String {
    // Two dots: no claim has such a fragment.
    let mut id = fragment::fragment_id(dossier, ".");
    id.push_str(relation.name());
    id
}

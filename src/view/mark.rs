//! What is read out after a mark's words.

use super::messages::{Key, fill};
use super::parts::relation_words;
use super::{Attr, Context, El, Tag, fragment};
use crate::dossier::Relation;

const RELATIONS: [Relation; 5] =
    [Relation::Contradict, Relation::Differ, Relation::Nuance, Relation::Agree, Relation::Single];

/// "Reports contradict each other. Shows what each says."
pub fn description(context: &Context, relation: Relation) -> String {
    let words = context.messages.get(relation_words(relation));
    fill(context.messages.get(Key::MarkDescription), &[("relation", words)])
}

/// The id of that text. Two points: no claim has such an id.
pub fn description_id(dossier: &str, relation: Relation) -> String {
    fragment::claim_id(dossier, ".") + relation.name()
}

/// The texts that marks are described by, once for each relation, hidden: for `aria-describedby` alone.
pub fn descriptions(context: &Context) -> El {
    let each = RELATIONS.into_iter().map(|relation| {
        El::new(Tag::Span)
            .with(Attr::Id, description_id(&context.dossier.id, relation))
            .say(description(context, relation))
    });
    El::new(Tag::Div).with(Attr::Hidden, "").with(Attr::Lang, String::from(context.messages.lang())).children(each)
}

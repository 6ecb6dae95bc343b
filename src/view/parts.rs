//! Small pieces that card, evidence and overview are put together from.

use super::format::{self, Phrase};
use super::messages::{Key, Messages, fill, pieces};
use super::{Attr, Context, El, Tag, icon};
use crate::dossier::{Date, Relation, SourceIndex, Text};

/// An element with a class.
pub(super) fn el(tag: Tag, class: &'static str) -> El {
    El::new(tag).class(class)
}

/// With words whose language may not be that of the messages.
pub(super) fn speak(el: El, phrase: Phrase) -> El {
    let el = match phrase.lang {
        Some(lang) => el.with(Attr::Lang, lang).with(Attr::Dir, "auto"),
        None => el,
    };
    el.say(phrase.words)
}

/// A span in the newsroom's words.
pub(super) fn newsroom(messages: &Messages, text: &Text) -> El {
    speak(El::new(Tag::Span), format::text(messages, text))
}

/// With a pattern whose names stand for elements.
pub(super) fn fill_el(mut el: El, pattern: &str, write: &mut dyn FnMut(&str) -> El) -> El {
    for (words, name) in pieces(pattern) {
        if !words.is_empty() {
            el.push(El::text(words));
        }
        if let Some(name) = name {
            el.push(write(name));
        }
    }
    el
}

/// A relation in words, with its sign.
pub(super) fn relation(relation: Relation, words: impl Into<String>) -> El {
    el(Tag::P, "variorum-relation").child(icon::sign(relation)).child(El::new(Tag::Span).say(words))
}

/// How reports stand to each other, as a sentence.
pub(super) fn relation_words(relation: Relation) -> Key {
    match relation {
        Relation::Contradict => Key::Contradict,
        Relation::Differ => Key::Differ,
        Relation::Nuance => Key::Nuance,
        Relation::Agree => Key::Agree,
        Relation::Single => Key::Single,
    }
}

/// What is read out after a mark's words: "Reports contradict each other. Shows what each says."
pub fn mark_label(context: &Context, relation: Relation) -> String {
    let words = context.messages.get(relation_words(relation));
    fill(context.messages.get(Key::MarkDescription), &[("relation", words)])
}

/// A relation in one word.
pub(super) fn relation_word(relation: Relation) -> Key {
    match relation {
        Relation::Contradict => Key::BriefContradict,
        Relation::Differ => Key::BriefDiffer,
        Relation::Nuance => Key::BriefNuance,
        Relation::Agree => Key::BriefAgree,
        Relation::Single => Key::BriefSingle,
    }
}

/// `base variorum-RELATION`, for the colour of what is inside.
pub(super) fn class_of(base: &str, relation: Relation) -> String {
    let mut class = String::from(base);
    class.push_str(" variorum-");
    class.push_str(relation.name());
    class
}

/// The name of a source in its own language and direction.
pub(super) fn name(context: &Context, source: SourceIndex) -> El {
    let source = &context.dossier.sources[source];
    let el = el(Tag::Bdi, "variorum-name");
    let el = match source.lang.eq_ignore_ascii_case(context.messages.lang()) {
        true => el,
        false => el.with(Attr::Lang, source.lang.clone()),
    };
    el.say(source.name.as_str())
}

/// A date for people and for machines.
pub(super) fn time(messages: &Messages, date: Date, zone: Option<i16>) -> El {
    El::new(Tag::Time).with(Attr::Datetime, format::iso(date)).say(format::date(messages, date, zone))
}

/// A date without its time of day, where it has both.
pub(super) fn day(messages: &Messages, date: Date) -> El {
    time(messages, Date { time: date.time.filter(|_| date.year.is_none()), ..date }, None)
}

/// A date that the dossier keeps as it was written; as it is where it can't be read.
pub(super) fn written_day(messages: &Messages, written: &str) -> El {
    match Date::parse(written) {
        Some(date) => day(messages, date),
        None => El::text(written),
    }
}

/// A link that leaves the page.
pub(super) fn link_out(href: String, words: &str) -> El {
    el(Tag::A, "variorum-out")
        .with(Attr::Href, href)
        .with(Attr::Rel, "noopener")
        .with(Attr::Target, "_blank")
        .say(words)
}

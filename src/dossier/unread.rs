//! What only an editor's check looks at: fields that no page has a use for, names that the format does not have,
//! and readings that say a thing twice.

use super::walk::{NOWHERE, Walk};
use super::words::{COUNT, DOMAIN, ID, LINK, MOMENT, PATH, POSITIVE, SHA256};
use super::*;

impl Walk<'_> {
    fn is_lenient(&self) -> bool {
        self.strictness == Strictness::Lenient
    }

    pub(super) fn unread_head(&mut self) {
        if self.is_lenient() {
            return;
        }
        self.word("$schema", &LINK);
        self.word("created", &MOMENT);
        self.object("derived", &mut None, Self::derived);
        self.unread_extensions();
    }

    pub(super) fn unread_source(&mut self, it: &mut Source) {
        if self.is_lenient() {
            return;
        }
        self.object("file", &mut it.file, |walk, it| {
            walk.open("path");
            walk.string("path", &PATH, &mut it.path);
            walk.maybe_string("sha256", &SHA256, &mut it.sha256);
            walk.maybe_words("from", 300, &mut it.from);
            walk.maybe_words("to", 300, &mut it.to);
            walk.close();
        });
        self.unread_extensions();
    }

    pub(super) fn unread_claim(&mut self, readings: &[Reading]) {
        if self.is_lenient() {
            return;
        }
        self.unread_extensions();
        let Some(back) = self.go("readings") else { return };
        for (index, (item, it)) in self.here.items().iter().zip(readings).enumerate() {
            let in_one_voice = |other: &Reading| other.source == it.source && other.attributed_to == it.attributed_to;
            if it.source != NOWHERE && readings[..index].iter().any(in_one_voice) {
                let back = self.go_item(index, item);
                self.remark("source", item.span, Kind::SameVoice);
                self.back(back);
            }
        }
        self.back(back);
    }

    /// Reads where a quote stands in the saved text.
    pub(super) fn unread_position(&mut self) {
        if self.is_lenient() {
            return;
        }
        let (start, end) = (self.number("start", &COUNT), self.number("end", &POSITIVE));
        for (one, other) in [("start", "end"), ("end", "start")] {
            if self.here.get(one).is_some() {
                self.need(other);
            }
        }
        if start.zip(end).is_some_and(|(start, end)| start >= end) {
            self.fault(Kind::StartEnd, "");
        }
    }

    /// Reads `ext`: anything, under reverse domain names.
    pub(super) fn unread_extensions(&mut self) {
        if self.is_lenient() {
            return;
        }
        let Some(back) = self.go("ext") else { return };
        self.is_object();
        let fields = self.here.fields();
        self.within(fields.len(), 0, 16);
        for (name, ..) in fields.iter().filter(|(name, ..)| !DOMAIN.passes(name)) {
            self.fault_at(name, Kind::Name, DOMAIN.write);
        }
        self.twice();
        self.back(back);
    }

    /// Reads what `build` computed, as far as the schema says how it looks. Nobody uses it: it is computed again.
    fn derived(&mut self, _: &mut ()) {
        self.open("tool of claims");
        self.words("tool", 60, &mut String::new());
        self.word("of", &SHA256);
        self.list("claims", (0, 60), &mut Vec::new(), Self::derived_claim);
        self.close();
    }

    fn derived_claim(&mut self, _: &mut ()) {
        self.open("id relation origins groups");
        self.word("id", &ID);
        self.one_of("relation", Relation::NAMES);
        self.number("origins", &COUNT);
        self.list("groups", (0, 40), &mut Vec::new(), Self::derived_group);
        self.list("pairs", (0, 780), &mut Vec::new(), Self::derived_pair);
        self.close();
    }

    fn derived_group(&mut self, _: &mut ()) {
        self.open("label sources origins");
        self.words("label", 200, &mut String::new());
        self.strings("sources", (1, 40), Some(&ID), &mut Vec::new());
        self.number("origins", &POSITIVE);
        self.close();
    }

    /// Two sources and how they relate.
    fn derived_pair(&mut self, _: &mut ()) {
        let is_id = |node: &Node| node.as_str().is_some_and(|id| ID.passes(id));
        let is_relation = |node: &Node| {
            node.as_str().is_some_and(|name| Relation::NAMES.split_ascii_whitespace().any(|other| other == name))
        };
        if !matches!(self.here.items(), [a, b, relation] if is_id(a) && is_id(b) && is_relation(relation)) {
            self.fault(Kind::Pair, "");
        }
    }

    /// Notes fields that were not asked for, and names that stand twice. Neither leaves anything out.
    pub(super) fn strange(&mut self, asked: &[&'static str]) {
        if self.is_lenient() {
            return;
        }
        for (name, span, _) in self.here.fields() {
            if !asked.contains(&name.as_str()) {
                self.remark(name, *span, Kind::Unknown);
                self.ask(name, asked);
            }
        }
        self.twice();
    }

    pub(super) fn twice(&mut self) {
        if self.is_lenient() {
            return;
        }
        let fields = self.here.fields();
        for (index, (name, span, _)) in fields.iter().enumerate() {
            if fields[..index].iter().any(|(other, ..)| other == name) {
                self.remark(name, *span, Kind::FieldTwice);
            }
        }
    }
}

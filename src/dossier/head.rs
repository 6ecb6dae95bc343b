//! Reading a dossier's head, its sources, and what was changed.

use super::circle::{is_on_circle, set_of};
use super::walk::{NAME, NOWHERE, Walk};
use super::words::{CONTACT, DATE, ID, LANG, MOMENT, REVISION, URL, VERSION, minor};
use super::*;

impl<'n> Walk<'n> {
    pub(super) fn dossier(&mut self, it: &mut Dossier) {
        self.open("variorum id lang title status publisher modified sources claims");
        it.minor = self.word("variorum", &VERSION).and_then(minor).unwrap_or_default();
        self.string("id", &ID, &mut it.id);
        self.string("lang", &LANG, &mut it.lang);
        self.text("title", &mut it.title);
        self.pick("status", &mut it.status);
        if let Some(back) = self.go("article") {
            self.article(&mut it.article);
            self.back(back);
        }
        if let Some(back) = self.go("publisher") {
            self.publisher(&mut it.publisher);
            self.back(back);
        }
        self.string("modified", &MOMENT, &mut it.modified);
        it.revision = self.number("revision", &REVISION).map_or(1, |number| number as u32);
        self.strings("by", (1, 12), None, &mut it.by);
        self.maybe_text("method", &mut it.method);
        self.object("drafted", &mut it.drafted, Self::drafted);
        // Claims refer to sources, changes to claims: they are read in this order.
        self.all_sources(&mut it.sources);
        self.all_claims(&mut it.claims);
        self.all_changes(&mut it.changes);
        #[cfg(feature = "editor")]
        self.unread_head();
        self.close();
    }

    fn article(&mut self, it: &mut Article) {
        self.open("");
        self.maybe_string("url", &URL, &mut it.url);
        self.maybe_text("headline", &mut it.headline);
        self.close();
    }

    fn publisher(&mut self, it: &mut Publisher) {
        self.open("name");
        self.words("name", NAME, &mut it.name);
        self.maybe_string("url", &URL, &mut it.url);
        self.maybe_string("corrections", &URL, &mut it.corrections);
        self.maybe_string("contact", &CONTACT, &mut it.contact);
        self.close();
    }

    fn drafted(&mut self, it: &mut Drafted) {
        self.open("tool");
        if self.is_published {
            self.need("reviewedBy");
        }
        self.words("tool", 60, &mut it.tool);
        self.maybe_string("date", &MOMENT, &mut it.date);
        self.maybe_words("reviewedBy", NAME, &mut it.reviewed_by);
        self.close();
    }

    fn all_sources(&mut self, sources: &mut Vec<Source>) {
        self.list("sources", (1, MAX_SOURCES), sources, Self::source);
        for (at, source) in sources.iter().enumerate() {
            if !source.seen {
                self.unseen |= set_of([at]);
            }
            let made_from = source.derives.iter().filter(|step| step.how != How::Cites).map(|step| step.from);
            self.derives.push(set_of(made_from));
        }
        let Some(back) = self.go("sources") else { return };
        for (at, source) in self.sources.iter().enumerate().take(self.derives.len()) {
            if is_on_circle(at, &[], &self.derives) {
                let back = self.go_item(at, source);
                self.fault_at("derives", Kind::MadeInCircle, "");
                self.back(back);
            }
        }
        self.back(back);
    }

    fn source(&mut self, it: &mut Source) {
        self.open("id name kind");
        self.unique(self.sources);
        self.string("id", &ID, &mut it.id);
        self.words("name", NAME, &mut it.name);
        self.maybe_words("title", 300, &mut it.title);
        self.maybe_string("url", &URL, &mut it.url);
        self.maybe_string("archived", &URL, &mut it.archived);
        self.strings("by", (1, 12), None, &mut it.by);
        it.published = self.date("published", &DATE);
        it.published_inferred = self.one_of("publishedBasis", "stated inferred") == Some(1);
        it.updated = self.date("updated", &DATE);
        it.accessed = self.date("accessed", &DATE);
        it.lang.push_str(self.word("lang", &LANG).unwrap_or(self.lang));
        self.pick("kind", &mut it.kind);
        it.seen = true;
        self.flag("seen", &mut it.seen);
        self.list("derives", (0, 12), &mut it.derives, Self::derivation);
        self.pick("status", &mut it.state);
        self.maybe_text("note", &mut it.note);
        #[cfg(feature = "editor")]
        self.unread_source(it);
        if it.seen && self.lacks("url") && self.lacks("note") {
            self.fault(Kind::NoAddress, "");
        }
        if self.here.get("publishedBasis").is_some() {
            self.need("published");
        }
        self.close();
    }

    fn derivation(&mut self, it: &mut Derivation) {
        self.open("from how");
        self.reference("from", &mut it.from);
        self.pick("how", &mut it.how);
        self.maybe_text("note", &mut it.note);
        self.close();
    }

    /// Reads the changes; one of nothing but claims that were left out is left out too.
    fn all_changes(&mut self, changes: &mut Vec<Change>) {
        let Some(back) = self.go("changes") else { return };
        for (index, item) in self.items(0, 200).iter().enumerate() {
            let back = self.go_item(index, item);
            let mut change = Change::default();
            if self.change(&mut change) {
                changes.push(change);
            }
            self.back(back);
        }
        self.back(back);
    }

    fn change(&mut self, it: &mut Change) -> bool {
        let mut named = Vec::new();
        self.open("date kind text");
        self.string("date", &MOMENT, &mut it.date);
        self.pick("kind", &mut it.kind);
        self.references("claims", (1, 60), self.claims, &mut named);
        self.text("text", &mut it.text);
        self.close();
        for at in &named {
            match self.kept.get(*at) {
                Some(kept) if *kept != NOWHERE => it.claims.push(*kept),
                _ => {}
            }
        }
        named.is_empty() || !it.claims.is_empty()
    }
}

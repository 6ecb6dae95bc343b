//! Reading claims: their readings, the values of those, and the rules across them.

use super::circle::{holds, is_on_circle};
use super::walk::{NAME, NOWHERE, Walk};
use super::words::{COUNT, DATE, DURATION, ELEMENT, ID, POSITIVE, QUANTITY, TOLERANCE, WHEN, ZONE, slug, zone};
use super::*;

/// The most characters of a value's printed words.
const PRINTED: usize = 80;

impl<'n> Walk<'n> {
    /// Reads the claims; those with a fault are left out.
    pub(super) fn all_claims(&mut self, claims: &mut Vec<Claim>) {
        let Some(back) = self.go("claims") else { return };
        for (index, item) in self.items(1, MAX_CLAIMS).iter().enumerate() {
            let back = self.go_item(index, item);
            let mut claim = Claim::default();
            (self.in_claim, self.is_broken) = (true, false);
            self.claim(&mut claim);
            self.in_claim = false;
            self.kept.push(if self.is_broken { NOWHERE } else { claims.len() });
            if !self.is_broken {
                claims.push(claim);
            }
            self.back(back);
        }
        self.back(back);
    }

    fn claim(&mut self, it: &mut Claim) {
        self.open("id question type readings");
        self.unique(self.claims);
        self.string("id", &ID, &mut it.id);
        self.text("question", &mut it.question);
        self.kind = self.one_of("type", ClaimKind::NAMES).and_then(|at| ClaimKind::ALL.get(at)).copied();
        it.kind = self.kind.unwrap_or_default();
        self.maybe_words("unit", 24, &mut it.unit);
        self.maybe_text("of", &mut it.of);
        it.zone = self.word("zone", &ZONE).and_then(zone);
        self.pick("status", &mut it.state);
        self.list("anchors", (0, 12), &mut it.anchors, Self::anchor);
        self.maybe_text("note", &mut it.note);
        self.flag("exclusive", &mut it.exclusive);
        it.tolerance = self.number("tolerance", &TOLERANCE).unwrap_or(0.2);
        self.object("relation", &mut it.relation, Self::relation);
        self.object("resolution", &mut it.resolution, Self::resolution);
        self.list("readings", (1, 40), &mut it.readings, Self::reading);
        if self.kind == Some(ClaimKind::Quantity) {
            self.need("unit");
        } else if self.kind.is_some() {
            self.needless("unit", "only a quantity has one");
        }
        if self.kind.is_some_and(|kind| kind != ClaimKind::Date) {
            self.needless("zone", "only a date has one");
        }
        if it.state == ClaimState::Draft && self.is_published {
            self.needless("status", "a published dossier has no claim in draft");
        }
        if it.state == ClaimState::Settled {
            self.need("resolution");
        }
        self.circle(&it.readings);
        #[cfg(feature = "editor")]
        self.unread_claim(&it.readings);
        self.close();
    }

    /// Faults information that goes round in a circle: this source has it from that one, and that one from this.
    fn circle(&mut self, readings: &[Reading]) {
        let Some(back) = self.go("readings") else { return };
        for (index, (item, it)) in self.here.items().iter().zip(readings).enumerate() {
            // A circle of `derives` alone is a fault of the sources.
            if it.from != From::Unstated && is_on_circle(it.source, readings, &self.derives) {
                let back = self.go_item(index, item);
                self.fault_at("from", Kind::RestsInCircle, "");
                self.back(back);
            }
        }
        self.back(back);
    }

    fn anchor(&mut self, it: &mut Anchor) {
        self.open("");
        *it = if self.here.get("element").is_some() {
            let (mut id, mut refined_by) = (String::new(), None);
            self.string("element", &ELEMENT, &mut id);
            self.object("refinedBy", &mut refined_by, |walk, it| {
                walk.open("");
                walk.selector(300, it);
                walk.close();
            });
            Anchor::Element { id, refined_by }
        } else {
            let (mut selector, mut all) = (Selector::default(), false);
            self.selector(300, &mut selector);
            self.flag("all", &mut all);
            Anchor::Words { selector, all }
        };
        self.close();
    }

    fn selector(&mut self, most: usize, it: &mut Selector) {
        self.need("exact");
        self.words("exact", most, &mut it.exact);
        self.context("prefix", &mut it.prefix);
        self.context("suffix", &mut it.suffix);
    }

    fn relation(&mut self, it: &mut Override) {
        self.open("is why");
        self.pick("is", &mut it.is);
        self.text("why", &mut it.why);
        self.close();
    }

    fn resolution(&mut self, it: &mut Resolution) {
        self.open("text date");
        self.text("text", &mut it.text);
        it.date = self.date("date", &DATE).unwrap_or_default();
        self.references("sources", (1, 8), self.sources, &mut it.sources);
        self.close();
    }

    fn reading(&mut self, it: &mut Reading) {
        self.open("source");
        self.reference("source", &mut it.source);
        self.pick("mode", &mut it.mode);
        self.object("value", &mut it.answer, Self::answer);
        self.maybe_text("label", &mut it.label);
        if self.here.get("attributedTo").is_some_and(|node| matches!(node.kind, NodeKind::Array(_))) {
            self.list("attributedTo", (1, 8), &mut it.attributed_to, Self::attribution);
        } else {
            let mut one = None;
            self.object("attributedTo", &mut one, Self::attribution);
            it.attributed_to.extend(one);
        }
        if self.here.str("from").is_some() {
            self.one_of("from", "unknown");
            it.from = From::Unknown;
        } else if self.here.get("from").is_some() {
            let mut sources = Vec::new();
            self.references("from", (0, 8), self.sources, &mut sources);
            it.from = From::Sources(sources);
        }
        self.list("quotes", (1, 4), &mut it.quotes, Self::quote);
        self.maybe_text("note", &mut it.note);
        self.list("was", (1, 8), &mut it.was, Self::was);
        if self.here.str("mode") == Some("silent") {
            for name in "value quotes attributedTo label".split_ascii_whitespace() {
                self.needless(name, "a silent source has none");
            }
        } else {
            self.need("value");
            self.need("quotes");
        }
        if it.mode == Mode::Attributes {
            self.need("attributedTo");
        }
        if holds(self.unseen, it.source) {
            self.needless("source", "a source that was not seen has no reading");
        }
        #[cfg(feature = "editor")]
        self.unread_extensions();
        self.close();
    }

    fn attribution(&mut self, it: &mut Attribution) {
        self.open("name kind");
        self.text("name", &mut it.name);
        self.pick("kind", &mut it.kind);
        self.close();
    }

    fn quote(&mut self, it: &mut Quote) {
        self.open("");
        self.selector(600, &mut it.selector);
        self.object("translation", &mut it.translation, Self::translation);
        self.maybe_words("speaker", NAME, &mut it.speaker);
        #[cfg(feature = "editor")]
        self.unread_position();
        self.close();
    }

    fn translation(&mut self, it: &mut Translation) {
        self.open("text by");
        self.text("text", &mut it.text);
        self.pick("by", &mut it.by);
        self.close();
    }

    fn was(&mut self, it: &mut Was) {
        self.open("value until why");
        if let Some(back) = self.go("value") {
            self.answer(&mut it.answer);
            self.back(back);
        }
        self.list("quotes", (1, 4), &mut it.quotes, Self::quote);
        it.until = self.date("until", &DATE).unwrap_or_default();
        self.text("why", &mut it.why);
        self.close();
    }

    fn answer(&mut self, it: &mut Answer) {
        #[cfg(feature = "editor")]
        if self.strictness == Strictness::Authoring && self.here.as_str().is_some() {
            it.value = Value::Printed(self.as_words(PRINTED).to_owned());
            return;
        }
        // The type says which fields a value has: without one nothing more can be judged.
        let Some(kind) = self.kind else {
            self.is_object();
            return;
        };
        self.open("");
        self.maybe_words("words", PRINTED, &mut it.words);
        self.maybe_words("scope", 60, &mut it.scope);
        self.value(kind, &mut it.value);
        self.close();
    }

    fn value(&mut self, kind: ClaimKind, it: &mut Value) {
        let mut is_unclear = false;
        self.flag("unclear", &mut is_unclear);
        let here = self.here;
        let given = |name| here.get(name).is_some();
        if given("unclear") && !is_unclear {
            self.needless("unclear", "it is true, or not there");
        }
        let (answer, beside) = match kind {
            ClaimKind::Duration | ClaimKind::Count | ClaimKind::Date => ("is", "hedge"),
            ClaimKind::Quantity => ("is", "hedge unit"),
            ClaimKind::YesNo => ("is", ""),
            ClaimKind::Name | ClaimKind::Text => ("is", "key near"),
            ClaimKind::List => ("items", "not complete"),
        };
        let is_range = beside.starts_with("hedge") && (given("min") || given("max"));
        match (given(answer), is_range, given("unclear")) {
            (true, false, false) => {}
            (false, true, false) => self.needless("hedge", "a range has none"),
            (false, false, true) => {
                for name in beside.split_ascii_whitespace() {
                    self.needless(name, "`unclear` stands with `words` and `scope` alone");
                }
            }
            (false, false, false) => self.need(answer),
            _ => self.fault(Kind::Mixed, ""),
        }
        match kind {
            ClaimKind::Duration => {
                let take = |walk: &mut Self, name| Duration::parse(walk.word(name, &DURATION)?);
                self.bounds(take, |a, b| a.seconds() <= b.seconds(), Value::Duration, it);
            }
            ClaimKind::Count => {
                let take = |walk: &mut Self, name| walk.number(name, &COUNT).map(|number| number as u64);
                self.bounds(take, |a, b| a <= b, Value::Count, it);
            }
            ClaimKind::Quantity => {
                let take = |walk: &mut Self, name| walk.number(name, &QUANTITY).map(Decimal::new);
                let quantity = |amount| Value::Quantity { amount, unit: None };
                self.bounds(take, |a, b| a.value() <= b.value(), quantity, it);
                let mut written = None;
                self.maybe_words("unit", 24, &mut written);
                if let (Value::Quantity { unit, .. }, Some(written)) = (&mut *it, written) {
                    *unit = Some(match written.strip_prefix('?') {
                        Some(probable) => UnitOfValue::Unstated(probable.to_owned()),
                        None => UnitOfValue::Stated(written),
                    });
                }
            }
            ClaimKind::Date => {
                self.bounds(|walk, name| walk.date(name, &WHEN), |a, b| a.can_precede(&b), Value::Date, it);
            }
            ClaimKind::YesNo => {
                if let Some(at @ (0 | 1)) = self.one_of("is", "no yes unclear") {
                    *it = Value::YesNo(at == 1);
                }
            }
            ClaimKind::Name => {
                *it = Value::Name(Item::default());
                if let Value::Name(item) = it {
                    self.named(item);
                }
            }
            ClaimKind::List => {
                *it = Value::List { items: Vec::new(), not: Vec::new(), complete: false };
                if let Value::List { items, not, complete } = it {
                    self.list("items", (1, 40), items, Self::item);
                    self.list("not", (1, 40), not, Self::item);
                    self.flag("complete", complete);
                }
            }
            ClaimKind::Text => {
                *it = Value::Text(Item::default());
                if let Value::Text(item) = it {
                    self.text("is", &mut item.is);
                    let words = item.is.0.first().map_or("", |(_, words)| words);
                    self.keys(words, &mut item.key, &mut item.near);
                }
            }
        }
        if is_unclear {
            *it = Value::Unclear;
        }
    }

    /// Reads a figure or a range, and judges the range.
    fn bounds<T: Copy>(
        &mut self,
        take: fn(&mut Self, &'static str) -> Option<T>,
        is_ordered: fn(T, T) -> bool,
        value: fn(Bounds<T>) -> Value,
        it: &mut Value,
    ) {
        let hedge = self.hedge();
        let bounds = match (take(self, "is"), take(self, "min"), take(self, "max")) {
            (Some(is), ..) => Bounds::Is(is, hedge),
            (None, Some(min), Some(max)) => {
                if !is_ordered(min, max) {
                    self.fault(Kind::MinMax, "");
                }
                Bounds::Between(min, max)
            }
            (None, Some(min), None) => Bounds::Min(min),
            (None, None, Some(max)) => Bounds::Max(max),
            (None, None, None) => return,
        };
        *it = value(bounds);
    }

    fn hedge(&mut self) -> Hedge {
        // Two belong to both, and so are in the middle.
        let (skipped, names) = match self.kind {
            Some(ClaimKind::Date) => (6, "exact about before after"),
            _ => (0, "nearly over at-least at-most plural under exact about"),
        };
        let found = self.one_of("hedge", names).and_then(|at| Hedge::ALL.get(at + skipped));
        found.copied().unwrap_or_default()
    }

    /// An item of a list: its name alone, or with more.
    fn item(&mut self, it: &mut Item<String>) {
        if self.here.as_str().is_some() {
            it.is.push_str(self.as_words(NAME));
            it.key = slug(&it.is);
            return;
        }
        self.open("is");
        it.n = self.number("n", &POSITIVE).map(|number| number as u64);
        self.named(it);
        self.close();
    }

    fn named(&mut self, it: &mut Item<String>) {
        self.words("is", NAME, &mut it.is);
        self.keys(&it.is, &mut it.key, &mut it.near);
    }

    /// Reads the key by which an answer is compared, and those that it fits with.
    fn keys(&mut self, is: &str, key: &mut String, near: &mut Vec<String>) {
        self.string("key", &ID, key);
        if key.is_empty() {
            *key = slug(is);
        }
        self.strings("near", (1, 12), Some(&ID), near);
    }
}

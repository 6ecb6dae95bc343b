//! The one walk that judges: over a tree, by the grammar, and by the rules that no table can say.
//!
//! It collects every fault and builds nothing; what it let pass, `build` can read without asking again.

use super::grammar::{Field, Form, MOST_SOURCES, Need, PRINTED_WORDS, Shape};
use super::words;
use super::{ClaimKind, Date, Duration, Fault, Node, NodeKind, Place, Reason, Span, Strictness};

/// What the walk found.
pub(super) struct Verdict {
    pub(super) faults: Vec<Fault>,
    /// Nothing can be built.
    pub(super) fatal: bool,
    /// Per claim, whether it has to be left out.
    pub(super) broken: Vec<bool>,
}

/// Judges a whole dossier.
pub(super) fn judge(root: &Node, strictness: Strictness) -> Verdict {
    let list = |name| root.get(name).map_or(&[][..], Node::items);
    let mut judge = Judge {
        root,
        sources: list("sources"),
        claims: list("claims"),
        strictness,
        path: String::new(),
        claim: None,
        kind: None,
        derives: Vec::new(),
        verdict: Verdict { faults: Vec::new(), fatal: false, broken: vec![false; list("claims").len()] },
    };
    match root.get("variorum") {
        // Of another major version nothing is known, so nothing else is judged.
        Some(version) if version.as_str().is_some_and(words::is_other_major) => {
            judge.path.push_str("variorum");
            let message = "This is another major version of the format; this program reads 1.x.";
            judge.report(version.span, Reason::Version, message.to_owned());
        }
        _ => {
            judge.derives = judge.derivations();
            judge.node(root, Shape::Dossier);
        }
    }
    judge.verdict
}

struct Judge<'n> {
    root: &'n Node,
    sources: &'n [Node],
    claims: &'n [Node],
    strictness: Strictness,
    /// Of the node being judged.
    path: String,
    /// The claim being judged: its faults are not fatal.
    claim: Option<usize>,
    /// Its type.
    kind: Option<ClaimKind>,
    /// Per source, the set of sources that it was made from, plain citing aside.
    derives: Vec<u64>,
    verdict: Verdict,
}

impl<'n> Judge<'n> {
    /// Judges what stands at the path.
    fn node(&mut self, node: &'n Node, shape: Shape) {
        let shape = match shape {
            Shape::Value if self.strictness.takes_printed_words() && node.as_str().is_some() => PRINTED_WORDS,
            _ => shape,
        };
        match shape {
            Shape::Claim => self.kind = node.str("type").and_then(ClaimKind::named),
            // A value is an object even where its claim's type, and so its fields, are not known.
            Shape::Value if self.kind.is_none() && !matches!(node.kind, NodeKind::Object(_)) => {
                return self.fault(node.span, &["Write a value in braces."]);
            }
            _ => {}
        }
        let Some(form) = shape.form(node, self.kind) else { return };
        match (form, &node.kind) {
            (Form::Word { passes, most, write }, kind) => match kind {
                NodeKind::String(text) if passes(text) && text.chars().count() <= most => self.reference(node, shape),
                _ => self.fault(node.span, &["Write ", write, "."]),
            },
            (Form::Words { least, most }, NodeKind::String(text)) => {
                let length = text.chars().count();
                if length < least {
                    self.fault(node.span, &["Write something here, or leave the field out."]);
                } else if length > most {
                    self.fault(node.span, &["Shorten this to ", &number(most), " characters."]);
                } else if text.contains(words::is_hidden) {
                    self.fault(node.span, &["Take out the characters that are invisible or turn the direction."]);
                }
            }
            (Form::Words { .. }, _) => self.fault(node.span, &["Write words in quotation marks."]),
            (Form::OneOf(names), kind) => match kind {
                NodeKind::String(text) if names.contains(&text.as_str()) => {}
                _ => {
                    let meant = self.meant(node.as_str().unwrap_or_default(), names);
                    self.fault(node.span, &["Write one of: ", &names.join(", "), ".", &meant]);
                }
            },
            (Form::Bool { or_false }, kind) => match kind {
                NodeKind::Bool(true) => {}
                NodeKind::Bool(false) if or_false => {}
                _ if or_false => self.fault(node.span, &["Write true or false, without quotation marks."]),
                _ => self.fault(node.span, &["Write true, or leave the field out."]),
            },
            (Form::Number { least, most, whole, write }, kind) => match *kind {
                NodeKind::Number(x) if x >= least && x <= most && (!whole || x.trunc() == x) => {}
                _ => self.fault(node.span, &["Write ", write, "."]),
            },
            (Form::List { of, least, most, distinct }, NodeKind::Array(items)) => {
                if items.len() < least {
                    self.fault(node.span, &["Give one at least, or leave the field out."]);
                } else if items.len() > most {
                    self.fault(node.span, &["Give ", &number(most), " at most."]);
                }
                for (index, item) in items.iter().enumerate().take(most) {
                    if of == Shape::Claim {
                        self.claim = Some(index);
                    }
                    let length = self.enter_item(index);
                    self.node(item, of);
                    if distinct && items[..index].iter().any(|other| other.kind == item.kind) {
                        self.fault(item.span, &["Take this out: it stands here twice."]);
                    }
                    self.path.truncate(length);
                }
                if of == Shape::Claim {
                    self.claim = None;
                }
            }
            (Form::List { .. }, _) => self.fault(node.span, &["Write a list in square brackets."]),
            (Form::Object { own, common }, NodeKind::Object(fields)) => {
                self.fields(node, own);
                self.fields(node, common);
                self.strange(fields, own, common);
                self.rules(node, shape);
            }
            (Form::Map { name, value, least, most }, NodeKind::Object(fields)) => {
                if fields.len() < least {
                    self.fault(node.span, &["Give one at least, or leave the field out."]);
                } else if fields.len() > most {
                    self.fault(node.span, &["Give ", &number(most), " at most."]);
                }
                for (key, span, field) in fields.iter().take(most) {
                    let length = self.enter(key);
                    if let Some(Form::Word { passes, most, write }) = name.form(field, None)
                        && (!passes(key) || key.chars().count() > most)
                    {
                        self.fault(*span, &["Name this with ", write, "."]);
                    }
                    self.node(field, value);
                    self.path.truncate(length);
                }
                self.twice(fields);
                self.rules(node, shape);
            }
            (Form::Object { .. } | Form::Map { .. }, _) => {
                self.fault(node.span, &["Write fields with names here, in braces or a table."]);
            }
            #[cfg(feature = "editor")]
            (Form::Row(shapes), kind) => match kind {
                NodeKind::Array(items) if items.len() == shapes.len() => {
                    for (index, (item, shape)) in items.iter().zip(shapes).enumerate() {
                        let length = self.enter_item(index);
                        self.node(item, *shape);
                        self.path.truncate(length);
                    }
                }
                _ => self.fault(node.span, &["Give ", &number(shapes.len()), " items."]),
            },
            #[cfg(feature = "editor")]
            (Form::Anything, _) => {}
        }
    }

    /// Judges the fields of an object that the grammar names.
    fn fields(&mut self, node: &'n Node, fields: &'static [Field]) {
        for field in fields {
            match node.get(field.name) {
                #[cfg(feature = "editor")]
                Some(_) if field.need == Need::Unread && self.strictness == Strictness::Lenient => {}
                Some(value) => {
                    let length = self.enter(field.name);
                    self.node(value, field.shape);
                    self.path.truncate(length);
                }
                None if field.need == Need::Must => self.missing(node, field.name),
                None => {}
            }
        }
    }

    /// The rules of an object that no table can say. A part that is broken was reported; what depends on it is
    /// not judged.
    fn rules(&mut self, node: &'n Node, shape: Shape) {
        match shape {
            Shape::Dossier => self.dossier(node),
            Shape::Text | Shape::Named => self.text(node),
            Shape::Source => self.source(node),
            Shape::Claim => self.claim(node),
            Shape::Reading => self.reading(node),
            Shape::Value => self.value(node),
            Shape::Quote => self.quote(node),
            _ => {}
        }
    }

    fn dossier(&mut self, node: &'n Node) {
        if let Some(drafted) = node.get("drafted")
            && matches!(drafted.kind, NodeKind::Object(_))
            && self.is_published()
            && drafted.get("reviewedBy").is_none()
        {
            let length = self.enter("drafted");
            self.fault(drafted.span, &["Add `reviewedBy`: a machine drafted this and it is published."]);
            self.path.truncate(length);
        }
        let circle = on_a_cycle(&self.derives);
        if circle != 0 {
            let at = circle.trailing_zeros() as usize;
            let length = self.enter("sources");
            self.enter_item(at);
            self.enter("derives");
            self.fault(self.sources[at].span, &["Cut the circle: what this was made from was made from it."]);
            self.path.truncate(length);
        }
    }

    fn text(&mut self, node: &'n Node) {
        if let Some(lang) = self.root.str("lang").filter(|lang| words::is_lang(lang))
            && !node.fields().iter().any(|(tag, ..)| tag.eq_ignore_ascii_case(lang))
        {
            self.fault(node.span, &["Add the words in the dossier's own language: `", lang, "`."]);
        }
    }

    fn source(&mut self, node: &'n Node) {
        self.unique(node, self.sources);
        let seen = !matches!(node.get("seen"), Some(Node { kind: NodeKind::Bool(false), .. }));
        if seen && node.get("url").is_none() && node.get("note").is_none() {
            self.fault(node.span, &["Add `url`, or a `note` that says how it was obtained."]);
        }
        if node.get("publishedBasis").is_some() && node.get("published").is_none() {
            self.missing(node, "published");
        }
    }

    fn claim(&mut self, node: &'n Node) {
        self.unique(node, self.claims);
        let is = |kind| self.kind == Some(kind);
        let (quantity, date) = (is(ClaimKind::Quantity), is(ClaimKind::Date));
        match node.get("unit") {
            None if quantity => self.missing(node, "unit"),
            Some(_) if !quantity => self.needless(node, "unit", "only a quantity has one"),
            _ => {}
        }
        if !date {
            self.needless(node, "zone", "only a date has one");
        }
        match node.str("status") {
            Some("settled") if node.get("resolution").is_none() => self.missing(node, "resolution"),
            Some("draft") if self.is_published() => {
                self.needless(node, "status", "a published dossier has no claim in draft");
            }
            _ => {}
        }
        let readings = node.get("readings").map_or(&[][..], Node::items);
        #[cfg(feature = "editor")]
        if self.strictness != Strictness::Lenient {
            self.same_voice(readings);
        }
        self.circle(readings);
    }

    /// Faults information that goes round in a circle: this source had it from that one, and that one from this.
    fn circle(&mut self, readings: &'n [Node]) {
        let mut rests = self.derives.clone();
        let mut spoken = 0;
        for reading in readings {
            let Some(source) = reading.get("source").map_or(0, |id| self.bit(id)).checked_ilog2() else { continue };
            let at = source as usize;
            let from = match reading.get("from") {
                None => self.derives[at],
                Some(from) => from.items().iter().fold(0, |set, from| set | self.bit(from)),
            };
            rests[at] = from | if spoken >> at & 1 == 1 { rests[at] } else { 0 };
            spoken |= 1 << at;
        }
        // A circle of `derives` alone is a fault of the sources.
        let circle = on_a_cycle(&rests);
        let closes = |reading: &&Node| {
            reading.get("from").is_some() && reading.get("source").is_some_and(|id| self.bit(id) & circle != 0)
        };
        if circle != 0
            && let Some((index, reading)) = readings.iter().enumerate().find(|(_, reading)| closes(reading))
        {
            let length = self.enter("readings");
            self.enter_item(index);
            self.enter("from");
            self.fault(reading.span, &["Cut the circle: what this rests on rests on it."]);
            self.path.truncate(length);
        }
    }

    fn reading(&mut self, node: &'n Node) {
        let mode = node.str("mode");
        if mode == Some("silent") {
            for name in ["value", "quotes", "attributedTo", "label"] {
                self.needless(node, name, "a silent source has none");
            }
        } else {
            for name in ["value", "quotes"] {
                if node.get(name).is_none() {
                    self.missing(node, name);
                }
            }
            if mode == Some("attributes") && node.get("attributedTo").is_none() {
                self.missing(node, "attributedTo");
            }
        }
        if let Some(source) = node.str("source").and_then(|id| self.sources.iter().find(|s| s.str("id") == Some(id)))
            && matches!(source.get("seen"), Some(Node { kind: NodeKind::Bool(false), .. }))
        {
            self.needless(node, "source", "a source that was not seen has no reading");
        }
    }

    fn value(&mut self, node: &'n Node) {
        let has = |name| node.get(name).is_some();
        let answer = if self.kind == Some(ClaimKind::List) { "items" } else { "is" };
        let range = has("min") || has("max");
        match (has(answer), range, has("unclear")) {
            (true, false, false) | (false, true, false) => {}
            (false, false, true) => {
                for name in ["hedge", "unit", "key", "near", "not", "complete"] {
                    self.needless(node, name, "`unclear` stands alone, with `words` and `scope` at most");
                }
            }
            (false, false, false) => self.missing(node, answer),
            _ => self.fault(node.span, &["Give one of `is`, `min` or `max`, and `unclear`: not two of them."]),
        }
        if range && !has("is") && !has("unclear") {
            self.needless(node, "hedge", "only `is` is hedged");
        }
        if let (Some(min), Some(max)) = (node.get("min"), node.get("max"))
            && self.is_empty_range(min, max)
        {
            self.fault(node.span, &["Let `min` come before `max`."]);
        }
    }

    /// Whether nothing lies between two bounds.
    fn is_empty_range(&self, min: &Node, max: &Node) -> bool {
        if let (Some(min), Some(max)) = (min.as_number(), max.as_number()) {
            return min > max;
        }
        let (Some(min), Some(max)) = (min.as_str(), max.as_str()) else { return false };
        match self.kind {
            Some(ClaimKind::Duration) => match (Duration::parse(min), Duration::parse(max)) {
                (Some(min), Some(max)) => min.seconds() > max.seconds(),
                _ => false,
            },
            Some(ClaimKind::Date) => match (Date::parse(min), Date::parse(max)) {
                (Some(min), Some(max)) => !min.can_precede(max),
                _ => false,
            },
            _ => false,
        }
    }

    fn quote(&mut self, node: &'n Node) {
        match (node.get("start"), node.get("end")) {
            (Some(_), None) => self.missing(node, "end"),
            (None, Some(_)) => self.missing(node, "start"),
            (Some(start), Some(end)) => {
                if let (Some(start), Some(end)) = (start.as_number(), end.as_number())
                    && start >= end
                {
                    self.fault(node.span, &["Let `start` come before `end`."]);
                }
            }
            _ => {}
        }
    }

    /// Judges a word that names a source or a claim.
    fn reference(&mut self, node: &'n Node, shape: Shape) {
        let (list, what) = match shape {
            Shape::SourceRef => (self.sources, "source"),
            Shape::ClaimRef => (self.claims, "claim"),
            _ => return,
        };
        let Some(id) = node.as_str() else { return };
        if position(list, id).is_none() {
            let ids: Vec<&str> = list.iter().filter_map(|item| item.str("id")).collect();
            // A reader's page leaves broken claims out: a change that names one is not broken for that.
            let left_out = shape == Shape::ClaimRef && self.verdict.broken.contains(&true);
            if self.strictness != Strictness::Lenient || !left_out {
                let meant = self.meant(id, &ids);
                self.fault(node.span, &["No ", what, " has the id `", id, "`.", &meant]);
            }
        }
    }

    /// Faults an id that an earlier item of the list has.
    fn unique(&mut self, node: &'n Node, list: &'n [Node]) {
        if let Some(id) = node.get("id")
            && let Some(words) = id.as_str()
            && position(list, words).is_some_and(|first| !std::ptr::eq(&list[first], node))
        {
            let length = self.enter("id");
            self.fault(id.span, &["Choose another id: one before has `", words, "`."]);
            self.path.truncate(length);
        }
    }

    /// What the sources were made from, as sets.
    fn derivations(&self) -> Vec<u64> {
        let made_from = |source: &Node| {
            let derives = source.get("derives").map_or(&[][..], Node::items);
            let made = derives.iter().filter(|step| step.str("how") != Some("cites"));
            made.filter_map(|step| step.get("from")).fold(0, |set, from| set | self.bit(from))
        };
        self.sources.iter().take(MOST_SOURCES).map(made_from).collect()
    }

    /// The set that holds the source of that id alone.
    fn bit(&self, id: &Node) -> u64 {
        id.as_str().and_then(|id| position(self.sources, id)).filter(|&at| at < MOST_SOURCES).map_or(0, |at| 1 << at)
    }

    fn is_published(&self) -> bool {
        self.root.str("status") == Some("published")
    }

    fn missing(&mut self, node: &Node, name: &str) {
        self.fault(node.span, &["Add `", name, "`: it is missing."]);
    }

    /// Faults a field that may not stand here, if it does.
    fn needless(&mut self, node: &Node, name: &str, why: &str) {
        if let Some(field) = node.get(name) {
            let length = self.enter(name);
            self.fault(field.span, &["Take this out: ", why, "."]);
            self.path.truncate(length);
        }
    }

    fn fault(&mut self, span: Span, message: &[&str]) {
        self.report(span, Reason::Broken, message.concat());
    }

    fn report(&mut self, span: Span, reason: Reason, message: String) {
        match self.claim {
            Some(claim) => self.verdict.broken[claim] = true,
            None => self.verdict.fatal = true,
        }
        let place = Place { path: self.path.clone(), span };
        self.verdict.faults.push(Fault::new(place, reason, self.claim.is_none(), message));
    }

    /// Goes to a field; gives the length to cut the path to on the way back.
    fn enter(&mut self, name: &str) -> usize {
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        length
    }

    /// Goes to an item; gives the length to cut the path to on the way back.
    fn enter_item(&mut self, index: usize) -> usize {
        let length = self.path.len();
        self.path.push('[');
        self.path.push_str(&number(index));
        self.path.push(']');
        length
    }
}

/// What only an editor's check sees. None of it keeps a dossier from being read.
#[cfg(feature = "editor")]
impl<'n> Judge<'n> {
    /// Faults fields that the grammar does not name, and names that stand twice.
    fn strange(&mut self, fields: &'n [(String, Span, Node)], own: &'static [Field], common: &'static [Field]) {
        if self.strictness == Strictness::Lenient {
            return;
        }
        let names: Vec<&str> = own.iter().chain(common).map(|field| field.name).collect();
        for (name, span, _) in fields {
            if !names.contains(&name.as_str()) {
                let meant = self.meant(name, &names);
                self.remark(name, *span, &["No field here is called `", name, "`.", &meant]);
            }
        }
        self.twice(fields);
    }

    fn twice(&mut self, fields: &'n [(String, Span, Node)]) {
        if self.strictness == Strictness::Lenient {
            return;
        }
        for (index, (name, span, _)) in fields.iter().enumerate() {
            if fields[..index].iter().any(|(other, ..)| other == name) {
                self.remark(name, *span, &["Take this out: `", name, "` stands here twice."]);
            }
        }
    }

    /// Faults a second reading of one source in one voice: it says the same thing twice, or contradicts itself.
    fn same_voice(&mut self, readings: &'n [Node]) {
        let same_voice = |a: &Node, b: &Node| {
            same(a.get("source"), b.get("source")) && same(a.get("attributedTo"), b.get("attributedTo"))
        };
        for (index, reading) in readings.iter().enumerate() {
            if readings[..index].iter().any(|other| same_voice(other, reading)) {
                let length = self.enter("readings");
                let message = "Merge this into the reading before: the same source, in the same voice.";
                self.enter_item(index);
                self.remark("source", reading.span, &[message]);
                self.path.truncate(length);
            }
        }
    }

    /// A fault that leaves nothing out.
    fn remark(&mut self, name: &str, span: Span, message: &[&str]) {
        let length = self.enter(name);
        let place = Place { path: self.path.clone(), span };
        self.verdict.faults.push(Fault::new(place, Reason::Broken, false, message.concat()));
        self.path.truncate(length);
    }

    fn meant(&self, word: &str, names: &[&str]) -> String {
        match super::nearest::nearest(word, names) {
            Some(name) => [" Did you mean `", name, "`?"].concat(),
            None => String::new(),
        }
    }
}

/// Whether two nodes say the same, wherever they stand.
#[cfg(feature = "editor")]
fn same(a: Option<&Node>, b: Option<&Node>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return a.is_none() && b.is_none() };
    match (&a.kind, &b.kind) {
        (NodeKind::Array(one), NodeKind::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| same(Some(a), Some(b)))
        }
        (NodeKind::Object(one), NodeKind::Object(other)) => {
            one.len() == other.len() && one.iter().all(|(name, _, a)| same(Some(a), b.get(name)))
        }
        (a, b) => a == b,
    }
}

/// A reader's page ignores what it does not know, and guesses at nothing.
#[cfg(not(feature = "editor"))]
impl<'n> Judge<'n> {
    fn strange(&mut self, _: &'n [(String, Span, Node)], _: &'static [Field], _: &'static [Field]) {}

    fn twice(&mut self, _: &'n [(String, Span, Node)]) {}

    fn meant(&self, _: &str, _: &[&str]) -> &'static str {
        ""
    }
}

/// Where the item of that id stands in a list.
fn position(list: &[Node], id: &str) -> Option<usize> {
    list.iter().position(|item| item.str("id") == Some(id))
}

/// The sources that are reached from themselves, following sets of sources.
fn on_a_cycle(edges: &[u64]) -> u64 {
    let mut reached = edges.to_vec();
    for middle in 0..reached.len() {
        let beyond = reached[middle];
        for set in &mut reached {
            if *set >> middle & 1 == 1 {
                *set |= beyond;
            }
        }
    }
    reached.iter().enumerate().fold(0, |circle, (at, set)| circle | set & 1 << at)
}

/// A number in digits.
fn number(n: usize) -> String {
    let mut text = if n > 9 { number(n / 10) } else { String::new() };
    text.push(char::from(b'0' + (n % 10) as u8));
    text
}

//! What the walk over a tree is made of: going to fields, judging what stands there, noting faults.
//!
//! A method that reads a field leaves its target alone where the field is absent or broken; broken ones are noted.
//! The walk goes on with whatever it can go on with, so that all faults are found at once. What was made from
//! broken parts is thrown away by those who read claims and the dossier.
//!
//! Targets are written in place, and a message has one gap at most: calls stay small, which are the part of a
//! reader's bundle that grows with every field of the format.

#[cfg(feature = "editor")]
use super::Span;
use super::words::{self, LANG, Pattern, Range};
use super::{ClaimKind, Date, Fault, Kind, Named, Node, NodeKind, Place, Reason, Strictness, Text};

/// A walk over one dossier.
pub(super) struct Walk<'n> {
    #[cfg_attr(not(feature = "editor"), expect(dead_code, reason = "a page knows one strictness"))]
    pub(super) strictness: Strictness,
    /// The node where the walk is.
    pub(super) here: &'n Node,
    /// The way there.
    path: String,
    /// The dossier's own language, as written.
    pub(super) lang: &'n str,
    pub(super) is_published: bool,
    /// As written: a reference is a position in these.
    pub(super) sources: &'n [Node],
    pub(super) claims: &'n [Node],
    /// The sources that are known only through others, as a set.
    pub(super) unseen: u64,
    /// Per source, the set of those that it was made from, plain citing aside.
    pub(super) derives: Vec<u64>,
    /// Per claim as written, its position among those that were kept.
    pub(super) kept: Vec<usize>,
    /// The type of the claim being read.
    pub(super) kind: Option<ClaimKind>,
    /// Whether a claim is being read: its faults are not fatal.
    pub(super) in_claim: bool,
    /// Whether a fault was noted in this claim.
    pub(super) is_broken: bool,
    /// Whether nothing can be given.
    pub(super) is_fatal: bool,
    pub(super) faults: Vec<Fault>,
    /// Per object that the walk is in, the fields that were asked for.
    #[cfg(feature = "editor")]
    pub(super) asked: Vec<Vec<&'static str>>,
}

/// The way back from where the walk went.
pub(super) struct Back<'n> {
    here: &'n Node,
    path: usize,
}

/// Where what is read goes. (One loop serves all lists: one for each type would be a tenth of the reader.)
trait Target<'n> {
    fn read(&mut self, walk: &mut Walk<'n>);
}

/// Another item of a list, and how to read it.
struct Many<'a, 'n, T>(&'a mut Vec<T>, fn(&mut Walk<'n>, &mut T));

impl<'n, T: Default> Target<'n> for Many<'_, 'n, T> {
    fn read(&mut self, walk: &mut Walk<'n>) {
        let mut item = T::default();
        (self.1)(walk, &mut item);
        self.0.push(item);
    }
}

/// What may be there, and how to read it.
struct One<'a, 'n, T>(&'a mut Option<T>, fn(&mut Walk<'n>, &mut T));

impl<'n, T: Default> Target<'n> for One<'_, 'n, T> {
    fn read(&mut self, walk: &mut Walk<'n>) {
        (self.1)(walk, self.0.insert(T::default()));
    }
}

/// A position that no list has: of a reference that is broken.
pub(super) const NOWHERE: usize = usize::MAX;

/// The most characters of a name.
pub(super) const NAME: usize = 160;
/// The most characters of the newsroom's own words.
const TEXT: usize = 600;
/// The most characters of the context of a quote.
const CONTEXT: usize = 80;

impl<'n> Walk<'n> {
    pub(super) fn new(root: &'n Node, strictness: Strictness) -> Self {
        Self {
            strictness,
            here: root,
            path: String::new(),
            lang: root.str("lang").unwrap_or_default(),
            is_published: root.str("status") == Some("published"),
            sources: root.get("sources").map_or(&[], Node::items),
            claims: root.get("claims").map_or(&[], Node::items),
            unseen: 0,
            derives: Vec::new(),
            kept: Vec::new(),
            kind: None,
            in_claim: false,
            is_broken: false,
            is_fatal: false,
            faults: Vec::new(),
            #[cfg(feature = "editor")]
            asked: Vec::new(),
        }
    }

    /// Begins the object where the walk is, which has to have these fields.
    pub(super) fn open(&mut self, needed: &str) {
        #[cfg(feature = "editor")]
        self.asked.push(Vec::new());
        if self.is_object() {
            for name in needed.split_ascii_whitespace() {
                self.need(name);
            }
        }
    }

    /// Ends the object that was begun last: fields that were not asked for are unknown.
    pub(super) fn close(&mut self) {
        #[cfg(feature = "editor")]
        if let Some(asked) = self.asked.pop() {
            self.strange(&asked);
        }
    }

    /// Goes to a field; gives the way back. `None`, and no going, where it is not there.
    pub(super) fn go(&mut self, name: &'static str) -> Option<Back<'n>> {
        #[cfg(feature = "editor")]
        if let Some(asked) = self.asked.last_mut() {
            asked.push(name);
        }
        let node = self.here.get(name)?;
        Some(self.step(name, node))
    }

    /// Goes to an item of the list where the walk is.
    pub(super) fn go_item(&mut self, index: usize, item: &'n Node) -> Back<'n> {
        let back = Back { here: self.here, path: self.path.len() };
        self.path.push('[');
        self.path.push_str(&digits(index));
        self.path.push(']');
        self.here = item;
        back
    }

    fn step(&mut self, name: &str, node: &'n Node) -> Back<'n> {
        let back = Back { here: self.here, path: self.path.len() };
        if back.path > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        self.here = node;
        back
    }

    pub(super) fn back(&mut self, back: Back<'n>) {
        self.here = back.here;
        self.path.truncate(back.path);
    }

    /// The items of the list where the walk is: so many of them.
    pub(super) fn items(&mut self, least: usize, most: usize) -> &'n [Node] {
        let NodeKind::Array(items) = &self.here.kind else {
            self.fault(Kind::List, "");
            return &[];
        };
        self.within(items.len(), least, most);
        items.get(..most).unwrap_or(items)
    }

    /// Reads a list of objects.
    pub(super) fn list<T: Default>(
        &mut self,
        name: &'static str,
        (least, most): (usize, usize),
        into: &mut Vec<T>,
        read: fn(&mut Self, &mut T),
    ) {
        self.read_list(name, least, most, &mut Many(into, read));
    }

    fn read_list(&mut self, name: &'static str, least: usize, most: usize, target: &mut dyn Target<'n>) {
        let Some(back) = self.go(name) else { return };
        for (index, item) in self.items(least, most).iter().enumerate() {
            let back = self.go_item(index, item);
            target.read(self);
            self.back(back);
        }
        self.back(back);
    }

    /// Reads an object.
    pub(super) fn object<T: Default>(&mut self, name: &'static str, into: &mut Option<T>, read: fn(&mut Self, &mut T)) {
        self.read_object(name, &mut One(into, read));
    }

    fn read_object(&mut self, name: &'static str, target: &mut dyn Target<'n>) {
        let Some(back) = self.go(name) else { return };
        target.read(self);
        self.back(back);
    }

    /// Reads a string of a pattern.
    pub(super) fn word(&mut self, name: &'static str, pattern: &Pattern) -> Option<&'n str> {
        let back = self.go(name)?;
        let word = self.as_word(pattern);
        self.back(back);
        word
    }

    /// As [`Walk::word`], into a field that has to be there.
    pub(super) fn string(&mut self, name: &'static str, pattern: &Pattern, into: &mut String) {
        into.push_str(self.word(name, pattern).unwrap_or_default());
    }

    /// As [`Walk::word`], into a field that may be there.
    pub(super) fn maybe_string(&mut self, name: &'static str, pattern: &Pattern, into: &mut Option<String>) {
        if let Some(word) = self.word(name, pattern) {
            into.insert(String::new()).push_str(word);
        }
    }

    /// Reads words that a person wrote, into a field that has to be there.
    pub(super) fn words(&mut self, name: &'static str, most: usize, into: &mut String) {
        let Some(back) = self.go(name) else { return };
        into.push_str(self.as_words(most));
        self.back(back);
    }

    /// Reads words that a person wrote, into a field that may be there.
    pub(super) fn maybe_words(&mut self, name: &'static str, most: usize, into: &mut Option<String>) {
        if self.here.get(name).is_some() {
            self.words(name, most, into.insert(String::new()));
        }
    }

    /// Reads the words beside a quote, which may be empty.
    pub(super) fn context(&mut self, name: &'static str, into: &mut String) {
        let Some(back) = self.go(name) else { return };
        if self.here.as_str() != Some("") {
            into.push_str(self.as_words(CONTEXT));
        }
        self.back(back);
    }

    /// Reads words of the newsroom, into a field that has to be there.
    pub(super) fn text(&mut self, name: &'static str, into: &mut Text) {
        let Some(back) = self.go(name) else { return };
        self.as_text(into);
        self.back(back);
    }

    /// Reads words of the newsroom, into a field that may be there.
    pub(super) fn maybe_text(&mut self, name: &'static str, into: &mut Option<Text>) {
        self.object(name, into, Self::as_text);
    }

    /// Reads the name of a variant.
    pub(super) fn pick<T: Named>(&mut self, name: &'static str, into: &mut T) {
        if let Some(picked) = self.one_of(name, T::NAMES).and_then(|at| T::ALL.get(at)) {
            *into = *picked;
        }
    }

    /// Reads one of a few words; gives its position.
    pub(super) fn one_of(&mut self, name: &'static str, names: &str) -> Option<usize> {
        let back = self.go(name)?;
        let word = self.here.as_str().unwrap_or_default();
        let found = names.split_ascii_whitespace().position(|name| name == word);
        if found.is_none() {
            self.fault(Kind::OneOf, names.trim_end());
            self.ask_name(word, names);
        }
        self.back(back);
        found
    }

    /// Reads `true` or `false`.
    pub(super) fn flag(&mut self, name: &'static str, into: &mut bool) {
        let Some(back) = self.go(name) else { return };
        match self.here.kind {
            NodeKind::Bool(set) => *into = set,
            _ => self.fault(Kind::Flag, ""),
        }
        self.back(back);
    }

    /// Reads a number.
    pub(super) fn number(&mut self, name: &'static str, range: &Range) -> Option<f64> {
        let back = self.go(name)?;
        let number = self.here.as_number().filter(|number| range.holds(*number));
        if number.is_none() {
            self.fault(Kind::Form, range.write);
        }
        self.back(back);
        number
    }

    /// Reads a date.
    pub(super) fn date(&mut self, name: &'static str, pattern: &Pattern) -> Option<Date> {
        Date::parse(self.word(name, pattern)?)
    }

    /// Reads a list of distinct strings of a pattern, or of names.
    pub(super) fn strings(
        &mut self,
        name: &'static str,
        (least, most): (usize, usize),
        pattern: Option<&Pattern>,
        into: &mut Vec<String>,
    ) {
        let Some(back) = self.go(name) else { return };
        for (index, item) in self.items(least, most).iter().enumerate() {
            let back = self.go_item(index, item);
            let string = match pattern {
                Some(pattern) => self.as_word(pattern).unwrap_or_default(),
                None => self.as_words(NAME),
            };
            if pattern.is_some() && into.iter().any(|other| other == string) {
                self.fault(Kind::ItemTwice, "");
            }
            into.push(string.to_owned());
            self.back(back);
        }
        self.back(back);
    }

    /// Reads a list of ids into the positions of what they name.
    pub(super) fn references(
        &mut self,
        name: &'static str,
        (least, most): (usize, usize),
        list: &'n [Node],
        into: &mut Vec<usize>,
    ) {
        let Some(back) = self.go(name) else { return };
        for (index, item) in self.items(least, most).iter().enumerate() {
            let back = self.go_item(index, item);
            let position = self.as_reference(list);
            if position != NOWHERE && into.contains(&position) {
                self.fault(Kind::ItemTwice, "");
            }
            into.push(position);
            self.back(back);
        }
        self.back(back);
    }

    /// Reads the id of a source into its position.
    pub(super) fn reference(&mut self, name: &'static str, into: &mut usize) {
        *into = NOWHERE;
        let Some(back) = self.go(name) else { return };
        *into = self.as_reference(self.sources);
        self.back(back);
    }

    fn as_reference(&mut self, list: &'n [Node]) -> usize {
        let Some(id) = self.as_word(&words::ID) else { return NOWHERE };
        let found = position(list, id);
        // What names a claim that was left out, perhaps for its very id, is not to blame; nor is anything where
        // there is no list.
        let is_excused = list.is_empty() || std::ptr::eq(list, self.claims) && self.kept.contains(&NOWHERE);
        if found == NOWHERE && !is_excused {
            self.fault(Kind::NoSuchId, id);
            self.ask_id(id, list);
        }
        found
    }

    /// Faults the id of the object where the walk is, if an earlier one of its list has it.
    pub(super) fn unique(&mut self, list: &'n [Node]) {
        if let Some(id) = self.here.str("id")
            && let Some(first) = list.get(position(list, id))
            && !std::ptr::eq(first, self.here)
        {
            self.fault_at("id", Kind::SameId, id);
        }
    }

    fn as_word(&mut self, pattern: &Pattern) -> Option<&'n str> {
        let word = self.here.as_str().filter(|word| pattern.passes(word));
        if word.is_none() {
            self.fault(Kind::Form, pattern.write);
        }
        word
    }

    /// Words that a person wrote: one character at least, none of them hidden.
    pub(super) fn as_words(&mut self, most: usize) -> &'n str {
        let Some(words) = self.here.as_str() else {
            self.fault(Kind::Words, "");
            return "";
        };
        if words.is_empty() {
            self.fault(Kind::Empty, "");
        } else if words::length(words) > most {
            self.fault(Kind::TooLong, &digits(most));
        } else if words.chars().any(words::is_hidden) {
            self.fault(Kind::Hidden, "");
        }
        words
    }

    /// Words of the newsroom in one or more languages; those in the dossier's own come first.
    fn as_text(&mut self, into: &mut Text) {
        let is_own = |tag: &str, lang: &str| tag.eq_ignore_ascii_case(lang);
        let NodeKind::Object(fields) = &self.here.kind else {
            let words = self.as_words(TEXT);
            return into.0.push((self.lang.to_owned(), words.to_owned()));
        };
        self.within(fields.len(), 1, 40);
        for (tag, _, field) in fields {
            let back = self.step(tag, field);
            if !LANG.passes(tag) {
                self.fault(Kind::Name, LANG.write);
            }
            into.0.push((tag.clone(), self.as_words(TEXT).to_owned()));
            if let [first, .., last] = &mut *into.0
                && is_own(tag, self.lang)
            {
                std::mem::swap(first, last);
            }
            self.back(back);
        }
        if LANG.passes(self.lang) && into.0.first().is_some_and(|(tag, _)| !is_own(tag, self.lang)) {
            self.fault(Kind::OwnLanguage, self.lang);
        }
        #[cfg(feature = "editor")]
        self.twice();
    }

    /// Whether the walk is at an object, or a fault.
    pub(super) fn is_object(&mut self) -> bool {
        let is_object = matches!(self.here.kind, NodeKind::Object(_));
        if !is_object {
            self.fault(Kind::Object, "");
        }
        is_object
    }

    pub(super) fn within(&mut self, count: usize, least: usize, most: usize) {
        if count < least {
            self.fault(Kind::TooFew, "");
        } else if count > most {
            self.fault(Kind::TooMany, &digits(most));
        }
    }

    /// Faults the object where the walk is, if it lacks a field.
    pub(super) fn need(&mut self, name: &str) {
        if self.lacks(name) {
            self.fault(Kind::Missing, name);
        }
    }

    /// Whether the object where the walk is lacks a field. (What should be one and is not was faulted for that.)
    pub(super) fn lacks(&self, name: &str) -> bool {
        matches!(self.here.kind, NodeKind::Object(_)) && self.here.get(name).is_none()
    }

    /// Faults a field that may not stand here, if it does.
    pub(super) fn needless(&mut self, name: &str, why: &str) {
        if self.here.get(name).is_some() {
            self.fault_at(name, Kind::Needless, why);
        }
    }

    /// Faults a field of the object where the walk is, which need not be there.
    pub(super) fn fault_at(&mut self, name: &str, kind: Kind, gap: &str) {
        let back = self.step(name, self.here.get(name).unwrap_or(self.here));
        self.fault(kind, gap);
        self.back(back);
    }

    /// Faults what stands where the walk is. The gap fills the `%` of what is said.
    pub(super) fn fault(&mut self, kind: Kind, gap: &str) {
        if self.in_claim {
            self.is_broken = true;
        } else {
            self.is_fatal = true;
        }
        let place = Place { path: self.path.clone(), span: self.here.span };
        self.faults.push(Fault::new(place, Reason::Broken, !self.in_claim, kind, filled(kind, gap)));
    }
}

/// What an editor is told beyond where the fault is. A reader's page sends everyone to the command line: telling
/// them there would be a tenth of its code.
#[cfg(feature = "editor")]
impl Walk<'_> {
    /// Notes a fault of a field that leaves nothing out.
    pub(super) fn remark(&mut self, name: &str, span: Span, kind: Kind) {
        let back = self.step(name, self.here);
        let place = Place { path: self.path.clone(), span };
        self.faults.push(Fault::new(place, Reason::Broken, false, kind, filled(kind, name)));
        self.back(back);
    }

    /// Asks, with the fault that was noted last, whether one of these names was meant.
    pub(super) fn ask(&mut self, word: &str, names: &[&str]) {
        if let Some(fault) = self.faults.last_mut()
            && let Some(name) = super::nearest::nearest(word, names)
        {
            fault.add(&format!(" Did you mean `{name}`?"));
        }
    }

    fn ask_name(&mut self, word: &str, names: &str) {
        let names: Vec<&str> = names.split_ascii_whitespace().collect();
        self.ask(word, &names);
    }

    fn ask_id(&mut self, id: &str, list: &[Node]) {
        let ids: Vec<&str> = list.iter().filter_map(|item| item.str("id")).collect();
        self.ask(id, &ids);
    }
}

#[cfg(feature = "editor")]
fn filled(kind: Kind, gap: &str) -> String {
    match kind {
        // A list of words with spaces between them.
        Kind::OneOf => kind.says().replace('%', &gap.replace(' ', ", ")),
        _ => kind.says().replace('%', gap),
    }
}

#[cfg(not(feature = "editor"))]
impl Walk<'_> {
    fn ask_name(&self, _: &str, _: &str) {}

    fn ask_id(&self, _: &str, _: &[Node]) {}
}

#[cfg(not(feature = "editor"))]
fn filled(_: Kind, _: &str) -> String {
    "This is not as the format has it: `variorum build` says why.".to_owned()
}

/// Where the item of that id stands in a list.
fn position(list: &[Node], id: &str) -> usize {
    list.iter().position(|item| item.str("id") == Some(id)).unwrap_or(NOWHERE)
}

fn digits(n: usize) -> String {
    let mut text = if n > 9 { digits(n / 10) } else { String::new() };
    text.push(char::from(b'0' + (n % 10) as u8));
    text
}

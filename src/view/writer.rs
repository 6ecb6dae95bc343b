//! Writes an element tree from the top down.
//!
//! One small set of calls with small arguments, not a value handed on from builder to builder: in the reader's bundle
//! moving trees about cost more than all that is said in them.

use super::format::{self, Phrase};
use super::messages::{Key, pieces};
use super::{Action, Attr, Context, El, Tag, icon};
use crate::dossier::{Date, Relation, SourceIndex, Text};
use std::borrow::Cow;

/// Begins every class.
const PREFIX: &str = "variorum-";

/// A tree in the making.
pub(super) struct Writer<'a> {
    pub context: Context<'a>,
    /// Whether it is a card's, in a shadow root: classes stand in `part` too, and what folds is a button's.
    in_card: bool,
    /// The elements that are open, each inside the one before it.
    open: Vec<Open>,
}

struct Open {
    tag: Tag,
    attrs: Vec<(Attr, Cow<'static, str>)>,
    children: Vec<El>,
}

impl<'a> Writer<'a> {
    /// An empty tree. `in_card`: every class stands in `part` too, without its prefix, for a shadow root.
    pub fn new(context: &Context<'a>, in_card: bool) -> Self {
        Self { context: *context, in_card, open: Vec::new() }
    }

    /// Opens an element. `class` is without its prefix `variorum-`; empty for none.
    pub fn open(&mut self, tag: Tag, class: &'static str) {
        self.open.push(Open { tag, attrs: Vec::new(), children: Vec::new() });
        if !class.is_empty() {
            self.put(Attr::Class, String::from(PREFIX) + class);
            if self.in_card {
                self.set(Attr::Part, class);
            }
        }
    }

    /// Opens an element of a relation: its name is a second class, for the colour of what is inside.
    pub fn open_as(&mut self, tag: Tag, class: &'static str, relation: Relation) {
        self.open(tag, class);
        if let Some(open) = self.open.last_mut() {
            for (attr, value) in &mut open.attrs {
                let value = value.to_mut();
                value.push(' ');
                if *attr == Attr::Class {
                    value.push_str(PREFIX);
                }
                value.push_str(relation.name());
            }
        }
    }

    /// Sets an attribute of the innermost open element.
    pub fn set(&mut self, attr: Attr, value: &'static str) {
        self.attribute(attr, Cow::Borrowed(value));
    }

    /// As [`Writer::set`], with a value made for it.
    pub fn put(&mut self, attr: Attr, value: String) {
        self.attribute(attr, Cow::Owned(value));
    }

    fn attribute(&mut self, attr: Attr, value: Cow<'static, str>) {
        if let Some(open) = self.open.last_mut() {
            debug_assert!(open.attrs.iter().all(|(other, _)| *other != attr), "{attr:?} twice");
            open.attrs.push((attr, value));
        }
    }

    /// Adds words.
    pub fn text(&mut self, words: &str) {
        if let Some(open) = self.open.last_mut()
            && !words.is_empty()
        {
            match open.children.last_mut() {
                // A parser of HTML gives one text, so one it is.
                Some(El::Text(before)) => before.push_str(words),
                _ => open.children.push(El::text(words)),
            }
        }
    }

    /// Adds words of the interface.
    pub fn say(&mut self, key: Key) {
        self.text(self.context.messages.get(key));
    }

    /// Closes the innermost open element; the outermost stays.
    pub fn close(&mut self) {
        if self.open.len() > 1
            && let Some(Open { tag, attrs, children }) = self.open.pop()
            && let Some(parent) = self.open.last_mut()
        {
            parent.children.push(El::Node { tag, attrs, children });
        }
    }

    /// Closes what is open and gives the tree.
    pub fn finish(mut self) -> El {
        while self.open.len() > 1 {
            self.close();
        }
        match self.open.pop() {
            Some(Open { tag, attrs, children }) => El::Node { tag, attrs, children },
            None => El::new(Tag::Div),
        }
    }

    /// An element that holds words.
    pub fn leaf(&mut self, tag: Tag, class: &'static str, words: &str) {
        self.open(tag, class);
        self.text(words);
        self.close();
    }

    /// An element that holds words of the interface.
    pub fn leaf_of(&mut self, tag: Tag, class: &'static str, key: Key) {
        self.leaf(tag, class, self.context.messages.get(key));
    }

    /// Opens what is shown on demand, with what says so; [`Writer::close_fold`] closes it. In the page it works without
    /// scripts. In the card it is a button and what that shows: each `details` takes as long to show as a fifth of all.
    pub fn open_fold(&mut self, class: &'static str, say: &mut dyn FnMut(&mut Self)) {
        if !self.in_card {
            self.open(Tag::Details, class);
            self.open(Tag::Summary, "");
            say(self);
            return self.close();
        }
        self.open(Tag::Div, class);
        self.open(Tag::Button, "fold");
        self.set(Attr::Type, "button");
        self.set(Attr::Action, Action::Unfold.name());
        self.set(Attr::AriaExpanded, "false");
        say(self);
        self.close();
        self.open(Tag::Div, "");
        self.set(Attr::Hidden, "");
    }

    /// See [`Writer::open_fold`].
    pub fn close_fold(&mut self) {
        self.close();
        if self.in_card {
            self.close();
        }
    }

    /// A message whose values are elements, which the function writes, told which of the key's names it is.
    pub fn pattern(&mut self, key: Key, write: &mut dyn FnMut(&mut Self, usize)) {
        let messages = self.context.messages;
        pieces(messages.get(key), &mut |words, value| {
            self.text(words);
            if let Some(value) = value {
                write(self, value);
            }
        });
    }

    /// An element that holds words which may not be in the language of the messages.
    pub fn speak(&mut self, tag: Tag, class: &'static str, phrase: &Phrase) {
        self.open(tag, class);
        if let Some(lang) = &phrase.lang {
            self.in_language(lang);
        }
        self.text(&phrase.words);
        self.close();
    }

    /// Words which may not be in the language of the messages: then in an element of their own.
    pub fn words(&mut self, phrase: &Phrase) {
        match phrase.lang {
            Some(_) => self.speak(Tag::Span, "", phrase),
            None => self.text(&phrase.words),
        }
    }

    /// An element in the newsroom's words.
    pub fn newsroom(&mut self, tag: Tag, class: &'static str, text: &Text) {
        self.speak(tag, class, &format::text(self.context.messages, text));
    }

    /// Says in which language the innermost open element is.
    pub fn in_language(&mut self, lang: &str) {
        self.put(Attr::Lang, lang.into());
        self.set(Attr::Dir, "auto");
    }

    /// Says that it is in the language of the messages.
    pub fn in_messages_language(&mut self) {
        self.put(Attr::Lang, self.context.messages.lang().into());
        self.set(Attr::Dir, if self.context.messages.is_rtl() { "rtl" } else { "ltr" });
    }

    /// A relation in words, with its sign.
    pub fn relation(&mut self, relation: Relation, words: &str) {
        self.open(Tag::P, "relation");
        icon::sign(self, relation);
        self.leaf(Tag::Span, "", words);
        self.close();
    }

    /// The name of a source in its own language and direction.
    pub fn name(&mut self, source: SourceIndex) {
        let source = self.context.source(source);
        self.open(Tag::Bdi, "name");
        if !source.lang.eq_ignore_ascii_case(self.context.messages.lang()) {
            self.put(Attr::Lang, source.lang.clone());
        }
        self.text(&source.name);
        self.close();
    }

    /// The names of several.
    pub fn names(&mut self, sources: &[SourceIndex]) {
        for (n, &source) in sources.iter().enumerate() {
            if n > 0 {
                // The pattern of a list without what it lists.
                self.pattern(Key::Comma, &mut |_, _| {});
            }
            self.name(source);
        }
    }

    /// A day for people and for machines, whatever the time of day.
    pub fn day(&mut self, date: Date) {
        let date = Date { time: None, ..date };
        self.open(Tag::Time, "");
        self.put(Attr::Datetime, format::iso(date));
        self.text(&format::date(self.context.messages, date, None));
        self.close();
    }

    /// A date that the dossier keeps as it was written; as it is where it can't be read.
    pub fn written_day(&mut self, written: &str) {
        match Date::parse(written) {
            Some(date) => self.day(date),
            None => self.text(written),
        }
    }

    /// A link that leaves the page. A path alone is one on the host that the dossier comes from.
    pub fn link_out(&mut self, href: &str, words: &str, lang: Option<&str>) {
        self.open(Tag::A, "out");
        let origin = if href.starts_with('/') { self.context.origin } else { "" };
        self.put(Attr::Href, String::from(origin) + href);
        self.set(Attr::Rel, "noopener");
        self.set(Attr::Target, "_blank");
        if let Some(lang) = lang {
            self.in_language(lang);
        }
        self.text(words);
        self.close();
    }
}

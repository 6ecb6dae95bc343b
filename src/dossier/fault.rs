//! What is wrong with a dossier, and where.

use super::{Kind, Span};

/// One fault. Its kind is private: read [`Fault::message`], or [`Fault::reason`] for what it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    place: Place,
    reason: Reason,
    fatal: bool,
    /// A page has no use for it.
    #[cfg(feature = "editor")]
    kind: Kind,
    message: String,
}

/// Where a fault is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Steps from the top: `claims[0].readings[1].value.is`; empty at the top.
    pub path: String,
    /// The place in the text, if the text was seen.
    pub span: Span,
}

/// What a fault leads to in a page; `name` is the word that `variorum-error` carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Another major version of the format.
    Version,
    /// A draft, where no preview was asked for.
    Draft,
    /// More bytes or levels than allowed.
    TooLarge,
    /// Anything else.
    Broken,
}

impl Reason {
    /// The word that `variorum-error` carries.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Version => "version",
            Reason::Draft => "draft",
            Reason::TooLarge => "too-large",
            Reason::Broken => "broken",
        }
    }
}

impl Fault {
    #[cfg_attr(not(feature = "editor"), expect(unused_variables, reason = "a page has no use for kinds"))]
    pub(super) fn new(place: Place, reason: Reason, fatal: bool, kind: Kind, message: String) -> Self {
        Self {
            place,
            reason,
            fatal,
            #[cfg(feature = "editor")]
            kind,
            message,
        }
    }

    /// What kind of fault it is.
    #[cfg(feature = "editor")]
    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    /// Goes on with the message.
    #[cfg(feature = "editor")]
    pub(super) fn add(&mut self, words: &str) {
        self.message.push_str(words);
    }

    /// Where.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What it leads to.
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// Whether nothing of the dossier can be shown. A fault inside a claim leaves out that claim only.
    pub fn is_fatal(&self) -> bool {
        self.fatal
    }

    /// One sentence for a person, with what to do.
    pub fn message(&self) -> &str {
        &self.message
    }
}

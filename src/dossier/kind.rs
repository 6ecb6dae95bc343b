//! The kinds of fault that a dossier can have.

/// What is wrong, whatever it is wrong with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "editor"), expect(dead_code, reason = "a page parses nothing and lets fields pass"))]
pub(crate) enum Kind {
    /// No TOML, or no JSON.
    Syntax,
    /// More bytes than allowed.
    TooLarge,
    /// More levels than allowed.
    TooDeep,
    /// Another major version of the format.
    Version,
    /// What should be a list is none.
    List,
    /// What should have fields has none.
    Object,
    /// What should be words is something else.
    Words,
    /// What should be true or false is neither.
    Flag,
    /// None of the few words that may stand here.
    OneOf,
    /// Not in the form, or not within the bounds, that this field has.
    Form,
    /// A field whose name is not in its form.
    Name,
    /// Not two sources and their relation.
    Pair,
    /// The same twice in a list.
    ItemTwice,
    /// The same field twice.
    FieldTwice,
    /// Refers to nothing.
    NoSuchId,
    /// Two have one id.
    SameId,
    /// No words.
    Empty,
    /// Too many characters.
    TooLong,
    /// Characters that are not what they seem.
    Hidden,
    /// Words in other languages, and not in the dossier's own.
    OwnLanguage,
    /// An empty list.
    TooFew,
    /// A list that is too long.
    TooMany,
    /// A field that has to be there and is not.
    Missing,
    /// A field that may not be there and is.
    Needless,
    /// Sources that were made from each other.
    MadeInCircle,
    /// Readings that rest on each other.
    RestsInCircle,
    /// A source that was seen and does not say where.
    NoAddress,
    /// An answer that is two things at once.
    Mixed,
    /// A range that ends before it begins.
    MinMax,
    /// A place that ends before it begins.
    StartEnd,
    /// Two readings of one source in one voice.
    SameVoice,
    /// A field that the format does not have.
    Unknown,
}

#[cfg(feature = "editor")]
impl Kind {
    /// What a person is told, with one gap at most (`%`). Of those that are told in other words, nothing.
    pub(super) fn says(self) -> &'static str {
        match self {
            Kind::Syntax | Kind::TooLarge | Kind::TooDeep | Kind::Version => "",
            Kind::List => "Write a list in square brackets.",
            Kind::Object => "Write fields with names here, in braces or a table.",
            Kind::Words => "Write words in quotation marks.",
            Kind::Flag => "Write true or false, without quotation marks.",
            Kind::OneOf => "Write one of: %.",
            Kind::Form => "Write %.",
            Kind::Name => "Name this with %.",
            Kind::Pair => "Write the ids of two sources and their relation.",
            Kind::ItemTwice => "Take this out: it stands here twice.",
            Kind::FieldTwice => "Take this out: `%` stands here twice.",
            Kind::NoSuchId => "Nothing here has the id `%`.",
            Kind::SameId => "Choose another id: one before has `%`.",
            Kind::Empty => "Write something, or leave this out.",
            Kind::TooLong => "Shorten this to % characters.",
            Kind::Hidden => "Take out the characters that are invisible or turn the direction.",
            Kind::OwnLanguage => "Add the words in the dossier's own language: `%`.",
            Kind::TooFew => "Give one at least, or leave this out.",
            Kind::TooMany => "Give % at most.",
            Kind::Missing => "Add `%`: it is missing.",
            Kind::Needless => "Take this out: %.",
            Kind::MadeInCircle => "Cut the circle: it was made from what was made from it.",
            Kind::RestsInCircle => "Cut the circle: it rests on what rests on it.",
            Kind::NoAddress => "Add `url`, or a `note` that says how it was obtained.",
            Kind::Mixed => "Give one of these alone: an answer, a range, `unclear`.",
            Kind::MinMax => "Let `min` come before `max`.",
            Kind::StartEnd => "Let `start` come before `end`.",
            Kind::SameVoice => "Merge this with the reading before: the same source, in the same voice.",
            Kind::Unknown => "No field here is called `%`.",
        }
    }
}

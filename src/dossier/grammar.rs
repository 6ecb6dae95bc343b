//! The grammar of format 1 as tables: which object has which fields, and what may stand in each. What no table
//! can say (rules across fields, references) is in `judge`. `schema/dossier-1.schema.json` says the same.

use super::words::*;
use super::{
    AttributionKind, ChangeKind, ClaimKind, ClaimState, Hedge, How, Mode, Node, NodeKind, Relation, SourceKind,
    SourceState, Status, Translator,
};

/// What may stand at one place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    // Strings.
    Version,
    Id,
    SourceRef,
    ClaimRef,
    Lang,
    Url,
    Contact,
    Sha256,
    Path,
    Element,
    Date,
    Moment,
    Zone,
    /// Words that a person wrote: one character at least, this many at most.
    Words(u16),
    /// Words beside a quote; may be empty.
    Context,

    // One of a few words.
    Status,
    SourceKind,
    SourceState,
    Basis,
    How,
    ClaimKind,
    ClaimState,
    Relation,
    Mode,
    AttributionKind,
    Translator,
    Hedge,
    YesNo,
    ChangeKind,

    // Numbers, and yes or no.
    Bool,
    True,
    Revision,
    Tolerance,
    Whole,
    Positive,

    // Lists.
    Names,
    Sources,
    Derivations,
    Claims,
    Anchors,
    Readings,
    SourceRefs,
    ClaimRefs,
    Keys,
    Quotes,
    Earlier,
    Items,
    Changes,

    // Objects.
    Dossier,
    Article,
    Publisher,
    Drafted,
    Source,
    Derivation,
    File,
    Claim,
    Override,
    Resolution,
    Selector,
    Reading,
    Attribution,
    Quote,
    Translation,
    Was,
    Change,
    /// A value; the claim's type says of which kind.
    Value,
    /// A figure of such a value: a duration, a number or a date.
    Figure,
    /// The name or text of such a value.
    Named,

    // Either of two, told apart by what stands there.
    /// Words of the newsroom: in its own language, or by language.
    Text,
    /// At words of the article, or in an element of it.
    Anchor,
    /// One attribution, or several, outermost first.
    Attributions,
    /// Sources, or "unknown".
    From,
    /// An item of a list, or its name alone.
    Item,

    // What no reader uses: only an editor's check looks at it.
    #[cfg(feature = "editor")]
    Link,
    #[cfg(feature = "editor")]
    Extensions,
    #[cfg(feature = "editor")]
    Domain,
    #[cfg(feature = "editor")]
    Anything,
    #[cfg(feature = "editor")]
    Derived,
    #[cfg(feature = "editor")]
    DerivedClaims,
    #[cfg(feature = "editor")]
    DerivedClaim,
    #[cfg(feature = "editor")]
    Groups,
    #[cfg(feature = "editor")]
    Group,
    #[cfg(feature = "editor")]
    GroupSources,
    #[cfg(feature = "editor")]
    Pairs,
    #[cfg(feature = "editor")]
    Pair,
}

/// One field of an object.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) need: Need,
}

/// Whether a field has to be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Must,
    May,
    /// It may, and only an editor's check looks at it.
    #[cfg(feature = "editor")]
    Unread,
}

/// How a shape is judged.
pub(super) enum Form {
    /// A string that passes a test, `most` characters at most. `write` completes "Write …".
    Word { passes: fn(&str) -> bool, most: usize, write: &'static str },
    /// A string of so many characters, none of them hidden.
    Words { least: usize, most: usize },
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// `true` or `false`; `false` only where allowed.
    Bool { or_false: bool },
    /// A number in these bounds. `write` completes "Write …".
    Number { least: f64, most: f64, whole: bool, write: &'static str },
    /// An array.
    List { of: Shape, least: usize, most: usize, distinct: bool },
    /// An object with these fields: its own, and what values have in common.
    Object { own: &'static [Field], common: &'static [Field] },
    /// An object whose names are data.
    Map { name: Shape, value: Shape, least: usize, most: usize },
    /// An array with these items and no others.
    #[cfg(feature = "editor")]
    Row(&'static [Shape]),
    /// Whatever stands there.
    #[cfg(feature = "editor")]
    Anything,
}

/// Limits of the format.
pub(super) const MOST_SOURCES: usize = 40;
const MOST_CLAIMS: usize = 60;
const MOST_READINGS: usize = 40;
const QUOTE: u16 = 600;
const NAME: u16 = 160;
const PRINTED: u16 = 80;
/// The largest whole number that every parser of JSON keeps exact.
const EXACT: f64 = 9_007_199_254_740_991.0;

/// The printed words of a value, which an editor may write in its place.
pub(super) const PRINTED_WORDS: Shape = Shape::Words(PRINTED);

const fn must(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, need: Need::Must }
}

const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, need: Need::May }
}

#[cfg(feature = "editor")]
const fn unread(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, need: Need::Unread }
}

static DOSSIER: &[Field] = &[
    #[cfg(feature = "editor")]
    unread("$schema", Shape::Link),
    must("variorum", Shape::Version),
    must("id", Shape::Id),
    must("lang", Shape::Lang),
    must("title", Shape::Text),
    must("status", Shape::Status),
    may("article", Shape::Article),
    must("publisher", Shape::Publisher),
    may("created", Shape::Moment),
    must("modified", Shape::Moment),
    may("revision", Shape::Revision),
    may("by", Shape::Names),
    may("method", Shape::Text),
    may("drafted", Shape::Drafted),
    must("sources", Shape::Sources),
    must("claims", Shape::Claims),
    may("changes", Shape::Changes),
    #[cfg(feature = "editor")]
    unread("derived", Shape::Derived),
    #[cfg(feature = "editor")]
    unread("ext", Shape::Extensions),
];

static ARTICLE: &[Field] = &[may("url", Shape::Url), may("headline", Shape::Text)];

static PUBLISHER: &[Field] = &[
    must("name", Shape::Words(NAME)),
    may("url", Shape::Url),
    may("corrections", Shape::Url),
    may("contact", Shape::Contact),
];

static DRAFTED: &[Field] =
    &[must("tool", Shape::Words(60)), may("date", Shape::Moment), may("reviewedBy", Shape::Words(NAME))];

static SOURCE: &[Field] = &[
    must("id", Shape::Id),
    must("name", Shape::Words(NAME)),
    must("kind", Shape::SourceKind),
    may("title", Shape::Words(300)),
    may("url", Shape::Url),
    may("archived", Shape::Url),
    may("by", Shape::Names),
    may("published", Shape::Date),
    may("publishedBasis", Shape::Basis),
    may("updated", Shape::Date),
    may("accessed", Shape::Date),
    may("lang", Shape::Lang),
    may("seen", Shape::Bool),
    may("derives", Shape::Derivations),
    may("status", Shape::SourceState),
    may("note", Shape::Text),
    may("file", Shape::File),
    #[cfg(feature = "editor")]
    unread("ext", Shape::Extensions),
];

static DERIVATION: &[Field] = &[must("from", Shape::SourceRef), must("how", Shape::How), may("note", Shape::Text)];

static FILE: &[Field] = &[
    must("path", Shape::Path),
    may("sha256", Shape::Sha256),
    may("from", Shape::Words(300)),
    may("to", Shape::Words(300)),
];

static CLAIM: &[Field] = &[
    must("id", Shape::Id),
    must("question", Shape::Text),
    must("type", Shape::ClaimKind),
    may("unit", Shape::Words(24)),
    may("zone", Shape::Zone),
    may("of", Shape::Text),
    may("status", Shape::ClaimState),
    may("anchors", Shape::Anchors),
    may("note", Shape::Text),
    may("exclusive", Shape::Bool),
    may("tolerance", Shape::Tolerance),
    may("relation", Shape::Override),
    may("resolution", Shape::Resolution),
    must("readings", Shape::Readings),
    #[cfg(feature = "editor")]
    unread("ext", Shape::Extensions),
];

static OVERRIDE: &[Field] = &[must("is", Shape::Relation), must("why", Shape::Text)];

static RESOLUTION: &[Field] =
    &[must("text", Shape::Text), must("date", Shape::Date), may("sources", Shape::SourceRefs)];

static WORDS_ANCHOR: &[Field] = &[may("all", Shape::Bool)];

static ELEMENT_ANCHOR: &[Field] = &[must("element", Shape::Element), may("refinedBy", Shape::Selector)];

/// Words in the article; those of a source may be longer.
static SELECTOR: &[Field] =
    &[must("exact", Shape::Words(300)), may("prefix", Shape::Context), may("suffix", Shape::Context)];

static READING: &[Field] = &[
    must("source", Shape::SourceRef),
    may("mode", Shape::Mode),
    may("value", Shape::Value),
    may("label", Shape::Text),
    may("attributedTo", Shape::Attributions),
    may("from", Shape::From),
    may("quotes", Shape::Quotes),
    may("note", Shape::Text),
    may("was", Shape::Earlier),
    #[cfg(feature = "editor")]
    unread("ext", Shape::Extensions),
];

static ATTRIBUTION: &[Field] = &[must("name", Shape::Text), must("kind", Shape::AttributionKind)];

static QUOTE_FIELDS: &[Field] = &[
    must("exact", Shape::Words(QUOTE)),
    may("prefix", Shape::Context),
    may("suffix", Shape::Context),
    may("start", Shape::Whole),
    may("end", Shape::Positive),
    may("translation", Shape::Translation),
    may("speaker", Shape::Words(NAME)),
];

static TRANSLATION: &[Field] = &[must("text", Shape::Text), must("by", Shape::Translator)];

static WAS: &[Field] =
    &[must("value", Shape::Value), may("quotes", Shape::Quotes), must("until", Shape::Date), must("why", Shape::Text)];

/// What values of all types have in common.
static VALUE: &[Field] =
    &[may("words", Shape::Words(PRINTED)), may("scope", Shape::Words(60)), may("unclear", Shape::True)];

/// Durations, counts, dates; a quantity has the last field too.
static FIGURES: &[Field] = &[
    may("is", Shape::Figure),
    may("min", Shape::Figure),
    may("max", Shape::Figure),
    may("hedge", Shape::Hedge),
    may("unit", Shape::Words(24)),
];

static YES_NO: &[Field] = &[may("is", Shape::YesNo)];

static NAMED: &[Field] = &[may("is", Shape::Named), may("key", Shape::Id), may("near", Shape::Keys)];

static LIST: &[Field] = &[may("items", Shape::Items), may("not", Shape::Items), may("complete", Shape::Bool)];

static ITEM: &[Field] =
    &[must("is", Shape::Words(NAME)), may("key", Shape::Id), may("near", Shape::Keys), may("n", Shape::Positive)];

static CHANGE: &[Field] = &[
    must("date", Shape::Moment),
    must("kind", Shape::ChangeKind),
    may("claims", Shape::ClaimRefs),
    must("text", Shape::Text),
];

#[cfg(feature = "editor")]
static DERIVED: &[Field] =
    &[must("tool", Shape::Words(60)), must("of", Shape::Sha256), must("claims", Shape::DerivedClaims)];

#[cfg(feature = "editor")]
static DERIVED_CLAIM: &[Field] = &[
    must("id", Shape::Id),
    must("relation", Shape::Relation),
    must("origins", Shape::Whole),
    must("groups", Shape::Groups),
    may("pairs", Shape::Pairs),
];

#[cfg(feature = "editor")]
static GROUP: &[Field] =
    &[must("label", Shape::Words(200)), must("sources", Shape::GroupSources), must("origins", Shape::Positive)];

impl Shape {
    /// How what stands there is judged, inside a claim of such a type. `None` where that type is not known:
    /// whatever depends on it is not judged then.
    pub(super) fn form(self, node: &Node, kind: Option<ClaimKind>) -> Option<Form> {
        let is_object = matches!(node.kind, NodeKind::Object(_));
        Some(match self {
            Shape::Version => word(is_version, 6, "the version of the format, such as `1.0`"),
            Shape::Id | Shape::SourceRef | Shape::ClaimRef => {
                word(is_id, 64, "a slug such as `tram-fire`: small letters, digits, single hyphens")
            }
            Shape::Lang => word(is_lang, 35, "a language tag such as `en` or `pt-BR`"),
            Shape::Url => word(is_url, 2048, "an address that begins with https://, http:// or a single /"),
            Shape::Contact => word(is_contact, 2048, "an address, or `mailto:` and one"),
            Shape::Sha256 => word(is_sha256, 64, "64 hexadecimal digits in small letters"),
            Shape::Path => word(is_path, 200, "a path below this folder, such as `texts/courier.txt`"),
            Shape::Element => word(is_element, 128, "the id of an element"),
            Shape::Date => word(is_date, 40, "a day that exists, such as `2019-02-22`, its month or its year"),
            Shape::Moment => word(is_moment, 64, "date, time and offset, such as `2019-02-22T15:00:00Z`"),
            Shape::Zone => word(is_zone, 6, "an offset such as `+01:00`, or `Z`"),

            Shape::Words(most) => Form::Words { least: 1, most: most.into() },
            Shape::Context => Form::Words { least: 0, most: 80 },

            Shape::Status => Form::OneOf(Status::NAMES),
            Shape::SourceKind => Form::OneOf(SourceKind::NAMES),
            Shape::SourceState => Form::OneOf(SourceState::NAMES),
            Shape::Basis => Form::OneOf(&["stated", "inferred"]),
            Shape::How => Form::OneOf(How::NAMES),
            Shape::ClaimKind => Form::OneOf(ClaimKind::NAMES),
            Shape::ClaimState => Form::OneOf(ClaimState::NAMES),
            Shape::Relation => Form::OneOf(Relation::NAMES),
            Shape::Mode => Form::OneOf(Mode::NAMES),
            Shape::AttributionKind => Form::OneOf(AttributionKind::NAMES),
            Shape::Translator => Form::OneOf(Translator::NAMES),
            Shape::Hedge if kind == Some(ClaimKind::Date) => Form::OneOf(Hedge::OF_DATES),
            Shape::Hedge => Form::OneOf(Hedge::OF_NUMBERS),
            Shape::YesNo => Form::OneOf(&["yes", "no", "unclear"]),
            Shape::ChangeKind => Form::OneOf(ChangeKind::NAMES),

            Shape::Bool => Form::Bool { or_false: true },
            Shape::True => Form::Bool { or_false: false },
            Shape::Revision => whole(1.0, 1e6, "a whole number, 1 to 1000000"),
            Shape::Tolerance => Form::Number { least: 0.0, most: 1.0, whole: false, write: "a number, 0 to 1" },
            Shape::Whole => whole(0.0, EXACT, "a whole number, 0 or more"),
            Shape::Positive => whole(1.0, EXACT, "a whole number, 1 or more"),

            Shape::Names => list(Shape::Words(NAME), 1, 12),
            Shape::Sources => list(Shape::Source, 1, MOST_SOURCES),
            Shape::Derivations => list(Shape::Derivation, 0, 12),
            Shape::Claims => list(Shape::Claim, 1, MOST_CLAIMS),
            Shape::Anchors => list(Shape::Anchor, 0, 12),
            Shape::Readings => list(Shape::Reading, 1, MOST_READINGS),
            Shape::SourceRefs => set(Shape::SourceRef, 1, 8),
            Shape::ClaimRefs => set(Shape::ClaimRef, 1, MOST_CLAIMS),
            Shape::Keys => set(Shape::Id, 1, 12),
            Shape::Quotes => list(Shape::Quote, 1, 4),
            Shape::Earlier => list(Shape::Was, 1, 8),
            Shape::Items => list(Shape::Item, 1, 40),
            Shape::Changes => list(Shape::Change, 0, 200),

            Shape::Dossier => object(DOSSIER),
            Shape::Article => object(ARTICLE),
            Shape::Publisher => object(PUBLISHER),
            Shape::Drafted => object(DRAFTED),
            Shape::Source => object(SOURCE),
            Shape::Derivation => object(DERIVATION),
            Shape::File => object(FILE),
            Shape::Claim => object(CLAIM),
            Shape::Override => object(OVERRIDE),
            Shape::Resolution => object(RESOLUTION),
            Shape::Selector => object(SELECTOR),
            Shape::Reading => object(READING),
            Shape::Attribution => object(ATTRIBUTION),
            Shape::Quote => object(QUOTE_FIELDS),
            Shape::Translation => object(TRANSLATION),
            Shape::Was => object(WAS),
            Shape::Change => object(CHANGE),

            Shape::Value => Form::Object {
                own: match kind? {
                    ClaimKind::Duration | ClaimKind::Count | ClaimKind::Date => &FIGURES[..4],
                    ClaimKind::Quantity => FIGURES,
                    ClaimKind::YesNo => YES_NO,
                    ClaimKind::Name | ClaimKind::Text => NAMED,
                    ClaimKind::List => LIST,
                },
                common: VALUE,
            },
            Shape::Figure => match kind? {
                ClaimKind::Duration => word(is_duration, 60, "a length of time such as `PT1H30M`, `P2D` or `P3W`"),
                ClaimKind::Date => word(is_when, 40, "a day that exists, such as `2019-02-22`, or a time, `T15:00`"),
                ClaimKind::Quantity => {
                    Form::Number { least: -1e15, most: 1e15, whole: false, write: "a number, without its unit" }
                }
                _ => whole(0.0, EXACT, "a whole number, 0 or more"),
            },
            Shape::Named => match kind? {
                ClaimKind::Name => Form::Words { least: 1, most: NAME.into() },
                _ => return Shape::Text.form(node, kind),
            },

            Shape::Text if is_object => Form::Map { name: Shape::Lang, value: Shape::Words(QUOTE), least: 1, most: 40 },
            Shape::Text => Form::Words { least: 1, most: QUOTE.into() },
            Shape::Anchor if node.get("element").is_some() => object(ELEMENT_ANCHOR),
            Shape::Anchor => Form::Object { own: SELECTOR, common: WORDS_ANCHOR },
            Shape::Attributions if matches!(node.kind, NodeKind::Array(_)) => list(Shape::Attribution, 1, 8),
            Shape::Attributions => object(ATTRIBUTION),
            Shape::From if node.as_str().is_some() => Form::OneOf(&["unknown"]),
            Shape::From => set(Shape::SourceRef, 0, 8),
            Shape::Item if node.as_str().is_some() => Form::Words { least: 1, most: NAME.into() },
            Shape::Item => object(ITEM),

            #[cfg(feature = "editor")]
            Shape::Link => word(|_| true, 300, "the address of the schema"),
            #[cfg(feature = "editor")]
            Shape::Extensions => Form::Map { name: Shape::Domain, value: Shape::Anything, least: 0, most: 16 },
            #[cfg(feature = "editor")]
            Shape::Domain => word(is_domain, 100, "a reverse domain name such as `org.example.cms`"),
            #[cfg(feature = "editor")]
            Shape::Anything => Form::Anything,
            #[cfg(feature = "editor")]
            Shape::Derived => object(DERIVED),
            #[cfg(feature = "editor")]
            Shape::DerivedClaims => list(Shape::DerivedClaim, 0, MOST_CLAIMS),
            #[cfg(feature = "editor")]
            Shape::DerivedClaim => object(DERIVED_CLAIM),
            #[cfg(feature = "editor")]
            Shape::Groups => list(Shape::Group, 0, 40),
            #[cfg(feature = "editor")]
            Shape::Group => object(GROUP),
            #[cfg(feature = "editor")]
            Shape::GroupSources => set(Shape::Id, 1, 40),
            #[cfg(feature = "editor")]
            Shape::Pairs => list(Shape::Pair, 0, 780),
            #[cfg(feature = "editor")]
            Shape::Pair => Form::Row(&[Shape::Id, Shape::Id, Shape::Relation]),
        })
    }
}

fn word(passes: fn(&str) -> bool, most: usize, write: &'static str) -> Form {
    Form::Word { passes, most, write }
}

fn whole(least: f64, most: f64, write: &'static str) -> Form {
    Form::Number { least, most, whole: true, write }
}

fn list(of: Shape, least: usize, most: usize) -> Form {
    Form::List { of, least, most, distinct: false }
}

fn set(of: Shape, least: usize, most: usize) -> Form {
    Form::List { of, least, most, distinct: true }
}

fn object(own: &'static [Field]) -> Form {
    Form::Object { own, common: &[] }
}

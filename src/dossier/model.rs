//! What a dossier holds, once read: references are resolved to positions in its own lists, so that nothing
//! below this room can meet a dangling one.

use super::{Date, Decimal, Duration};

/// The data for one story. Made by [`Dossier::read`] only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dossier {
    /// Minor version of the format, 1.x.
    pub minor: u16,
    /// Slug; the first half of every fragment (`#variorum-DOSSIER.CLAIM`).
    pub id: String,
    /// BCP 47 tag of the newsroom's own words.
    pub lang: String,
    /// What the dossier is about.
    pub title: Text,
    /// Whether readers may see it.
    pub status: Status,
    /// The article it was made for.
    pub article: Article,
    /// Who publishes it.
    pub publisher: Publisher,
    /// When it was last changed, as written (a date-time with offset).
    pub modified: String,
    /// Rises by one with every change.
    pub revision: u32,
    /// Who made it.
    pub by: Vec<String>,
    /// How it was compared.
    pub method: Option<Text>,
    /// Set where a machine proposed content.
    pub drafted: Option<Drafted>,
    /// Every source, readings or not.
    pub sources: Vec<Source>,
    /// Every claim that could be read.
    pub claims: Vec<Claim>,
    /// What was changed since, newest last or first as written.
    pub changes: Vec<Change>,
}

/// Position of a source in [`Dossier::sources`].
pub type SourceIndex = usize;
/// Position of a claim in [`Dossier::claims`].
pub type ClaimIndex = usize;

/// Words of the newsroom in one or more languages: `(BCP 47 tag, words)`, never empty. The first entry is the one
/// in the dossier's own language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<(String, String)>);

/// The state of a dossier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Renders nowhere but in a preview.
    #[default]
    Draft,
    /// For readers.
    Published,
    /// No marks; one line that says so.
    Withdrawn,
}

/// The article that a dossier was made for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Its address, absolute or path-absolute.
    pub url: Option<String>,
    /// Its headline.
    pub headline: Option<Text>,
}

/// Who publishes a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// Name.
    pub name: String,
    /// Home page.
    pub url: Option<String>,
    /// Page of corrections.
    pub corrections: Option<String>,
    /// Where to report an error: an address, or `mailto:`.
    pub contact: Option<String>,
}

/// What a machine proposed, and who reviewed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafted {
    /// Name and version of the machine's program.
    pub tool: String,
    /// When, as written.
    pub date: Option<String>,
    /// Who answers for it.
    pub reviewed_by: Option<String>,
}

/// One report, statement or document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Slug.
    pub id: String,
    /// The outlet's name as readers know it.
    pub name: String,
    /// Headline.
    pub title: Option<String>,
    /// Address, absolute or path-absolute.
    pub url: Option<String>,
    /// Address of an archived copy.
    pub archived: Option<String>,
    /// Authors.
    pub by: Vec<String>,
    /// When it appeared.
    pub published: Option<Date>,
    /// True where that date was worked out from other reports: shown with "about".
    pub published_inferred: bool,
    /// When it last changed.
    pub updated: Option<Date>,
    /// When it was read.
    pub accessed: Option<Date>,
    /// BCP 47 tag of its own words; the dossier's where not given.
    pub lang: String,
    /// What kind of document.
    pub kind: SourceKind,
    /// False: known only through others, carries no reading.
    pub seen: bool,
    /// What it was made from.
    pub derives: Vec<Derivation>,
    /// What became of it.
    pub state: SourceState,
    /// How it was obtained, and the like.
    pub note: Option<Text>,
    /// Its saved text; absent from built dossiers.
    pub file: Option<File>,
}

/// Kinds of source. `Comments` (readers' comments) never counts as a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the documentation
pub enum SourceKind {
    News,
    Wire,
    Analysis,
    Opinion,
    Official,
    Court,
    Person,
    Broadcast,
    Social,
    Comments,
    Dataset,
    Book,
    #[default]
    Other,
}

/// What became of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the documentation
pub enum SourceState {
    #[default]
    Live,
    Updated,
    Corrected,
    Retracted,
    Unavailable,
}

/// One step of how a source came by its content.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Derivation {
    /// From which source.
    pub from: SourceIndex,
    /// In what way.
    pub how: How,
    /// In the newsroom's words.
    pub note: Option<Text>,
}

/// Ways of deriving. `Cites` alone makes no origin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the documentation
pub enum How {
    Republishes,
    Translates,
    Rewrites,
    #[default]
    Cites,
}

/// The saved text of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Relative to the dossier, `/` between folders.
    pub path: String,
    /// Of its bytes, in lower-case hexadecimal.
    pub sha256: Option<String>,
    /// Words at which this source's part of the file begins.
    pub from: Option<String>,
    /// Words with which it ends.
    pub to: Option<String>,
}

/// One point of comparison, put as a neutral question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claim {
    /// Slug; the second half of its fragment.
    pub id: String,
    /// "How long were the staff held?"
    pub question: Text,
    /// Which kind of value answers it. Every reading's value is of this type or [`Value::Unclear`].
    pub kind: ClaimKind,
    /// Quantity: UCUM unit or ISO 4217 code.
    pub unit: Option<String>,
    /// Count: what is counted.
    pub of: Option<Text>,
    /// Date: minutes ahead of UTC of the local clock, where stated.
    pub zone: Option<i16>,
    /// Its state.
    pub state: ClaimState,
    /// Where it stands in the article.
    pub anchors: Vec<Anchor>,
    /// The editor's note.
    pub note: Option<Text>,
    /// Name and text: only one answer can be right.
    pub exclusive: bool,
    /// How wide "about" and "nearly" are, 0 to 1.
    pub tolerance: f64,
    /// The editor's own judgement, which replaces the computed relation.
    pub relation: Option<Override>,
    /// How it was settled.
    pub resolution: Option<Resolution>,
    /// What each source says, in the order written.
    pub readings: Vec<Reading>,
}

/// Types of value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the documentation
pub enum ClaimKind {
    Duration,
    Count,
    Quantity,
    Date,
    YesNo,
    Name,
    List,
    #[default]
    Text,
}

/// The state of a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the documentation
pub enum ClaimState {
    Draft,
    #[default]
    Open,
    Settled,
    Withdrawn,
}

/// How readings stand to each other, mildest first; of a claim also `Single`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Fewer than two sources speak.
    #[default]
    Single,
    /// The same answer.
    Agree,
    /// The same answer, one holding something back.
    Nuance,
    /// Not the same, yet both can be right.
    Differ,
    /// Both cannot be right.
    Contradict,
}

/// An editor's own judgement of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Override {
    /// What it is.
    pub is: Relation,
    /// Why, shown on the card.
    pub why: Text,
}

/// How a claim was settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution {
    /// In the newsroom's words.
    pub text: Text,
    /// When.
    pub date: Date,
    /// By which sources.
    pub sources: Vec<SourceIndex>,
}

/// Where a claim stands in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At words.
    Words {
        /// Which.
        selector: Selector,
        /// Wherever they stand, not once only.
        all: bool,
    },
    /// In an element of the page.
    Element {
        /// Its `id`.
        id: String,
        /// At these words of it; the whole element where absent.
        refined_by: Option<Selector>,
    },
}

/// What is written to find words: W3C `TextQuoteSelector`. Context may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selector {
    /// The words.
    pub exact: String,
    /// What stands right before them.
    pub prefix: String,
    /// What stands right after them.
    pub suffix: String,
}

/// What one source says on one claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Which source.
    pub source: SourceIndex,
    /// In what way.
    pub mode: Mode,
    /// Its answer. `None` exactly where `mode` is silent.
    pub answer: Option<Answer>,
    /// How to print the answer, where the newsroom prefers its own words.
    pub label: Option<Text>,
    /// Whom the source credits, outermost first: El País, then its government sources.
    pub attributed_to: Vec<Attribution>,
    /// What it rests on.
    pub from: From,
    /// The source's own words; empty exactly where `mode` is silent.
    pub quotes: Vec<Quote>,
    /// The editor's note.
    pub note: Option<Text>,
    /// What this source said before it changed its text, newest first.
    pub was: Vec<Was>,
}

/// How a source puts its answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// In its own voice.
    #[default]
    States,
    /// In someone else's.
    Attributes,
    /// As likely, not as known.
    Suggests,
    /// It was read and says nothing.
    Silent,
}

/// Whom a source credits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// Name or description.
    pub name: Text,
    /// What kind of voice.
    pub kind: AttributionKind,
}

/// Kinds of voice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the documentation
pub enum AttributionKind {
    #[default]
    Named,
    Unnamed,
    Document,
    Broadcast,
    Own,
}

/// What a reading rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum From {
    /// Not said: the source's own `derives` decide.
    #[default]
    Unstated,
    /// These sources; none: the source's own reporting.
    Sources(Vec<SourceIndex>),
    /// On something that is not named.
    Unknown,
}

/// Words copied from a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words, in the source's language.
    pub selector: Selector,
    /// The same in the newsroom's language.
    pub translation: Option<Translation>,
    /// Who speaks them.
    pub speaker: Option<String>,
}

/// A translated quote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translation {
    /// The words.
    pub text: Text,
    /// Who translated.
    pub by: Translator,
}

/// Who translated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the documentation
pub enum Translator {
    #[default]
    Newsroom,
    Source,
    Machine,
}

/// What a source said before it changed its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Was {
    /// Its answer then.
    pub answer: Answer,
    /// Its words then.
    pub quotes: Vec<Quote>,
    /// Until when.
    pub until: Date,
    /// Why it changed.
    pub why: Text,
}

/// A value as a source prints it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What it comes to.
    pub value: Value,
    /// The source's own wording: "nearly four hours".
    pub words: Option<String>,
    /// Words that make the answer narrower or other than the question: "officially".
    pub scope: Option<String>,
}

/// A typed value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// The source takes up the point and leaves it open. Fits every type of claim.
    #[default]
    Unclear,
    /// A length of time.
    Duration(Bounds<Duration>),
    /// How many.
    Count(Bounds<u64>),
    /// How much.
    Quantity {
        /// The figure.
        amount: Bounds<Decimal>,
        /// If not the claim's.
        unit: Option<UnitOfValue>,
    },
    /// When.
    Date(Bounds<Date>),
    /// Yes (`true`) or no.
    YesNo(bool),
    /// Who or what, by name.
    Name(Item<String>),
    /// Several things.
    List {
        /// What it says was among them; not empty.
        items: Vec<Item<String>>,
        /// What it says was not.
        not: Vec<Item<String>>,
        /// Whether `items` is meant as all.
        complete: bool,
    },
    /// A statement in the newsroom's words.
    Text(Item<Text>),
    /// The printed words alone, before `build` has understood them. From the reader's authoring mode only.
    Printed(String),
}

/// The unit of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitOfValue {
    /// This one.
    Stated(String),
    /// Not stated by the source; probably this one. (Written `?USD`.)
    Unstated(String),
}

/// A figure, hedged or not, or a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds<T> {
    /// One figure.
    Is(T, Hedge),
    /// From one to another, both included.
    Between(T, T),
    /// No upper bound given.
    Min(T),
    /// No lower bound given.
    Max(T),
}

/// How a figure is hedged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hedge {
    /// "nearly four", "almost".
    Nearly,
    /// "more than four".
    Over,
    /// "at least four".
    AtLeast,
    /// "up to four".
    AtMost,
    /// "dozens" (12), "hundreds" (100): several times the figure.
    Plural,
    /// "less than four".
    Under,
    /// As it stands.
    #[default]
    Exact,
    /// "about four", "around".
    About,
    /// Dates: "before March".
    Before,
    /// Dates: "after March".
    After,
}

/// A named answer with the key by which it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item<T> {
    /// As printed.
    pub is: T,
    /// Equal keys are one answer. The slug of `is` where not given.
    pub key: String,
    /// Keys that this answer fits with: broader, narrower, other words.
    pub near: Vec<String>,
    /// List items: how many of it.
    pub n: Option<u64>,
}

/// What was changed in a dossier after it was published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// When, as written.
    pub date: String,
    /// What kind.
    pub kind: ChangeKind,
    /// Which claims; none: the dossier.
    pub claims: Vec<ClaimIndex>,
    /// In the newsroom's words.
    pub text: Text,
}

/// Kinds of change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the documentation
pub enum ChangeKind {
    Published,
    Addition,
    #[default]
    Update,
    Correction,
    Clarification,
    Withdrawal,
}

impl Text {
    /// The entry that fits a reader's language best, by RFC 4647 lookup: `wanted` cut from the right until an
    /// entry has it; else one of the same language (`pt-BR` for `pt`, which the messages of all Portuguese are); else the
    /// first entry, the dossier's own language. Gives `(tag, words)`.
    pub fn in_language(&self, wanted: &str) -> (&str, &str) {
        let mut range = wanted;
        loop {
            if let Some((tag, words)) = self.0.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(range)) {
                return (tag, words);
            }
            let Some(end) = range.bytes().rposition(|byte| byte == b'-') else { break };
            range = range.get(..end).unwrap_or_default();
        }
        let is_of_range = |tag: &str| {
            let start = tag.get(..range.len()).unwrap_or_default();
            start.eq_ignore_ascii_case(range) && tag.as_bytes().get(range.len()) == Some(&b'-')
        };
        let (tag, words) = self.0.iter().find(|(tag, _)| is_of_range(tag)).unwrap_or(&self.0[0]);
        (tag, words)
    }
}

impl Default for Anchor {
    fn default() -> Self {
        Anchor::Words { selector: Selector::default(), all: false }
    }
}

impl Source {
    /// Whether it counts as a report.
    pub fn is_report(&self) -> bool {
        self.seen && self.kind != SourceKind::Comments
    }
}

/// An enum whose variants have names in data. The names stand in one string: a table of them would be pointers for
/// the most part.
pub(super) trait Named: Copy + 'static {
    /// The names of all variants, each followed by a space.
    const NAMES: &'static str;
    /// All variants, in the same order.
    const ALL: &'static [Self];
}

macro_rules! named {
    ($type:ident: $($variant:ident $name:literal),+) => {
        impl Named for $type {
            const NAMES: &'static str = concat!($($name, " "),+);
            const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        impl $type {
            /// The one of this name in data.
            #[cfg(feature = "editor")]
            pub fn of_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.name() == name)
            }

            /// Its name in data.
            pub fn name(self) -> &'static str {
                Self::NAMES.split_ascii_whitespace().nth(self as usize).unwrap_or_default()
            }
        }

        // The order is that of the variants, or names would be others'.
        const _: () = {
            let mut at = 0;
            while at < $type::ALL.len() {
                assert!($type::ALL[at] as usize == at);
                at += 1;
            }
        };
    };
}

named!(Status: Draft "draft", Published "published", Withdrawn "withdrawn");
named!(SourceKind: News "news", Wire "wire", Analysis "analysis", Opinion "opinion", Official "official",
    Court "court", Person "person", Broadcast "broadcast", Social "social", Comments "comments",
    Dataset "dataset", Book "book", Other "other");
named!(SourceState: Live "live", Updated "updated", Corrected "corrected", Retracted "retracted",
    Unavailable "unavailable");
named!(How: Republishes "republishes", Translates "translates", Rewrites "rewrites", Cites "cites");
named!(ClaimKind: Duration "duration", Count "count", Quantity "quantity", Date "date", YesNo "yesno", Name "name",
    List "list", Text "text");
named!(ClaimState: Draft "draft", Open "open", Settled "settled", Withdrawn "withdrawn");
named!(Relation: Single "single", Agree "agree", Nuance "nuance", Differ "differ", Contradict "contradict");
named!(Mode: States "states", Attributes "attributes", Suggests "suggests", Silent "silent");
named!(AttributionKind: Named "named", Unnamed "unnamed", Document "document", Broadcast "broadcast", Own "own");
named!(Translator: Newsroom "newsroom", Source "source", Machine "machine");
named!(Hedge: Nearly "nearly", Over "over", AtLeast "at-least", AtMost "at-most", Plural "plural", Under "under",
    Exact "exact", About "about", Before "before", After "after");
named!(ChangeKind: Published "published", Addition "addition", Update "update", Correction "correction",
    Clarification "clarification", Withdrawal "withdrawal");

//! The names of all messages, once: the order here is the order of the lines that a page fetches.

/// The fields of a date pattern, as CLDR writes them, parted by spaces. `format::date` knows them by position.
#[cfg(feature = "editor")]
pub(super) const DATE_FIELDS: &str = "y M MM MMMM LLLL d dd h hh H HH mm ss a";

/// What a message is made of, and so how the two TOML files write it.
#[cfg(feature = "editor")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Words: a string.
    Words,
    /// A date pattern: a string with CLDR's fields in braces.
    Date,
    /// Words by plural category: a table with an entry for each category of the language.
    Forms,
    /// Several words in order: an array.
    Items,
    /// The plural rules themselves: a table of conditions by category, `other` left out.
    Rules,
}

macro_rules! keys {
    ($($variant:ident $shape:ident $name:literal $($values:literal)?)*) => {
        /// One message. Its number is its line in the compiled text; its name stands in the TOML files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // `messages/en.toml` says each
        pub enum Key { $($variant),* }

        impl Key {
            /// How many there are.
            pub const COUNT: usize = [$(Key::$variant),*].len();

            /// All of them, in order.
            #[cfg(feature = "editor")]
            pub(super) const ALL: [Key; Key::COUNT] = [$(Key::$variant),*];

            /// Its name in the TOML files: table and entry.
            #[cfg(feature = "editor")]
            pub(super) fn name(self) -> &'static str {
                match self { $(Key::$variant => $name),* }
            }

            /// The names that may stand in braces in it, parted by spaces: in the compiled text each is its position
            /// here, and a call hands over its values in this order.
            #[cfg(feature = "editor")]
            pub(super) fn values(self) -> &'static str {
                match self { $(Key::$variant => concat!($($values)?)),* }
            }

            /// How it is written.
            #[cfg(feature = "editor")]
            pub(super) fn shape(self) -> Shape {
                match self { $(Key::$variant => Shape::$shape),* }
            }
        }
    };
}

keys! {
    // Generated from CLDR.
    Direction Words "cldr.direction"
    Plural Rules "cldr.plural"
    Digits Words "number.digits"
    Decimal Words "number.decimal"
    Group Words "number.group"
    Grouping Items "number.grouping"
    Minus Words "number.minus"
    NumberRange Words "number.range" "a b"
    NumberUnit Words "number.unit" "n unit"
    ListTwo Words "list.two" "a b"
    ListStart Words "list.start" "a b"
    ListMiddle Words "list.middle" "a b"
    ListEnd Words "list.end" "a b"
    ListUnits Words "list.units" "a b"
    Year Date "date.year"
    Month Date "date.month"
    Day Date "date.day"
    DayOfMonth Date "date.dayofmonth"
    DayTime Words "date.daytime" "day time"
    Minute Date "date.minute"
    Second Date "date.second"
    DateRange Words "date.range" "a b"
    Months Items "date.months"
    MonthsAlone Items "date.alone"
    Halves Items "date.halves"
    Years Forms "duration.year" "n"
    DurationMonths Forms "duration.month" "n"
    Weeks Forms "duration.week" "n"
    Days Forms "duration.day" "n"
    Hours Forms "duration.hour" "n"
    Minutes Forms "duration.minute" "n"
    Seconds Forms "duration.second" "n"
    ShortYears Forms "short.year" "n"
    ShortMonths Forms "short.month" "n"
    ShortWeeks Forms "short.week" "n"
    ShortDays Forms "short.day" "n"
    ShortHours Forms "short.hour" "n"
    ShortMinutes Forms "short.minute" "n"
    ShortSeconds Forms "short.second" "n"
    // Written by hand.
    Contradict Words "relation.contradict"
    Differ Words "relation.differ"
    Nuance Words "relation.nuance"
    Agree Words "relation.agree"
    Single Words "relation.single"
    WithComments Words "relation.comments" "relation"
    BriefContradict Words "brief.contradict"
    BriefDiffer Words "brief.differ"
    BriefNuance Words "brief.nuance"
    BriefAgree Words "brief.agree"
    BriefSingle Words "brief.single"
    MarkDescription Words "mark.description" "relation"
    Draft Words "card.draft"
    Close Words "card.close"
    Previous Words "card.previous"
    Next Words "card.next"
    Step Words "card.step" "n total"
    AllPoints Forms "card.all" "n"
    Here Words "card.here"
    Read Words "card.read"
    ReadArchived Words "card.archived"
    Until Words "card.until" "x date"
    ThisClaimWithdrawn Words "card.withdrawn"
    Sentence Words "sum.sentence" "head list"
    Reports Forms "sum.reports" "n"
    Origins Forms "sum.origins" "n"
    NoOrigin Words "sum.none"
    NotStated Forms "sum.unknown" "n"
    Says Forms "sum.says" "n x"
    Suggests Forms "sum.suggests" "n x"
    LeavesOpen Forms "sum.open" "n"
    DoesNotSay Forms "sum.silent" "n"
    Twice Forms "sum.twice" "n"
    Comments Words "sum.comments" "list"
    Comma Words "sum.comma" "a b"
    Semicolon Words "sum.semicolon" "a b"
    Yes Words "value.yes"
    No Words "value.no"
    Open Words "value.open"
    Not Words "value.not" "x y"
    Complete Words "value.complete" "x"
    Number Words "value.number" "x n"
    Scope Words "value.scope" "x scope"
    Presumed Words "value.presumed" "x"
    Zone Words "value.zone" "x zone"
    About Words "hedge.about" "x"
    Nearly Words "hedge.nearly" "x"
    Over Words "hedge.over" "x"
    AtLeast Words "hedge.least" "x"
    AtMost Words "hedge.most" "x"
    Under Words "hedge.under" "x"
    Before Words "hedge.before" "x"
    After Words "hedge.after" "x"
    AboutDate Words "hedge.aboutdate" "x"
    AboutDay Words "hedge.aboutday" "x"
    BeforeDay Words "hedge.beforeday" "x"
    AfterDay Words "hedge.afterday" "x"
    From Words "hedge.from" "x"
    To Words "hedge.to" "x"
    Times Words "hedge.times" "x"
    Several Items "hedge.several"
    Dozens Items "hedge.dozens"
    Own Words "voice.own"
    Said Words "voice.said" "x"
    Relayed Words "voice.relayed" "x"
    According Words "voice.according" "x"
    Via Words "voice.via" "x y"
    Suggested Words "voice.suggested"
    Silent Words "reading.silent"
    ByNewsroom Words "translation.newsroom"
    BySource Words "translation.source"
    ByMachine Words "translation.machine"
    KnownOrigins Words "origins.known" "x"
    NoKnownOrigin Words "origins.none"
    DrawsOn Words "origins.draws" "x y"
    IsOrigin Words "origins.own" "x"
    Unstated Words "origins.unstated" "x"
    Counted Words "claim.counted" "x"
    Override Words "claim.override" "x"
    Settled Words "claim.settled" "x date"
    Addition Words "change.addition" "x date"
    Update Words "change.update" "x date"
    Correction Words "change.correction" "x date"
    Clarification Words "change.clarification" "x date"
    Withdrawal Words "change.withdrawal" "x date"
    Method Words "about.method"
    ComparedBy Words "about.by" "x date"
    Drafted Words "about.drafted" "tool"
    Reviewed Words "about.reviewed" "name"
    ReportError Words "about.report"
    Corrections Words "about.corrections"
    Compared Words "evidence.summary" "points reports"
    ComparedDisputed Words "evidence.disputed" "points reports contradict"
    Points Forms "evidence.points" "n"
    Contradicted Forms "evidence.contradict" "n"
    Sources Words "evidence.sources"
    Withdrawn Words "evidence.withdrawn" "x date"
    InArticle Words "evidence.mark"
    MarksOff Words "evidence.off"
    MarksOn Words "evidence.on"
    Caption Words "overview.caption"
    Point Words "overview.point"
    CellSilent Words "overview.silent"
    CellUnread Words "overview.unread"
    CellSuggested Words "overview.suggested" "x"
    Filter Words "overview.filter"
    Every Words "overview.every"
    Timeline Words "timeline.title"
    Changed Words "timeline.changed" "x"
    Formerly Words "timeline.formerly" "x y"
    Authors Words "source.by" "x"
    Accessed Words "source.accessed" "date"
    CommentsKind Words "source.comments"
    Unseen Words "source.unseen"
    StateUpdated Words "source.updated"
    StateCorrected Words "source.corrected"
    StateRetracted Words "source.retracted"
    StateUnavailable Words "source.unavailable"
    Republishes Words "source.republishes" "x"
    Translates Words "source.translates" "x"
    Rewrites Words "source.rewrites" "x"
    Cites Words "source.cites" "x"
    Plot Words "plot.label" "list"
    PlotMore Words "plot.more" "x n"
}

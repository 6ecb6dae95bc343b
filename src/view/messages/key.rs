//! The names of all messages, once: the order here is the order of the lines that a page fetches.

/// What a message is made of, and so how the two TOML files write it.
#[cfg(feature = "editor")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Words: a string.
    Words,
    /// Words by plural category: a table with an entry for each category of the language.
    Forms,
    /// Several words in order: an array.
    Items,
    /// The plural rules themselves: a table of conditions by category, `other` left out.
    Rules,
}

macro_rules! keys {
    ($($(#[$section:meta])* $variant:ident $shape:ident $name:literal)*) => {
        /// One message. Its number is its line in the compiled text; its name stands in the TOML files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // `messages/en.toml` says each
        pub enum Key { $($(#[$section])* $variant),* }

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
    NumberRange Words "number.range"
    NumberUnit Words "number.unit"
    ListTwo Words "list.two"
    ListStart Words "list.start"
    ListMiddle Words "list.middle"
    ListEnd Words "list.end"
    ListUnits Words "list.units"
    Year Words "date.year"
    Month Words "date.month"
    Day Words "date.day"
    DayOfMonth Words "date.dayofmonth"
    DayTime Words "date.daytime"
    Minute Words "date.minute"
    Second Words "date.second"
    DateRange Words "date.range"
    Months Items "date.months"
    MonthsAlone Items "date.alone"
    Halves Items "date.halves"
    Years Forms "duration.year"
    DurationMonths Forms "duration.month"
    Weeks Forms "duration.week"
    Days Forms "duration.day"
    Hours Forms "duration.hour"
    Minutes Forms "duration.minute"
    Seconds Forms "duration.second"
    ShortYears Forms "short.year"
    ShortMonths Forms "short.month"
    ShortWeeks Forms "short.week"
    ShortDays Forms "short.day"
    ShortHours Forms "short.hour"
    ShortMinutes Forms "short.minute"
    ShortSeconds Forms "short.second"
    // Written by hand.
    Contradict Words "relation.contradict"
    Differ Words "relation.differ"
    Nuance Words "relation.nuance"
    Agree Words "relation.agree"
    Single Words "relation.single"
    WithComments Words "relation.comments"
    BriefContradict Words "brief.contradict"
    BriefDiffer Words "brief.differ"
    BriefNuance Words "brief.nuance"
    BriefAgree Words "brief.agree"
    BriefSingle Words "brief.single"
    MarkDescription Words "mark.description"
    Draft Words "card.draft"
    Close Words "card.close"
    Previous Words "card.previous"
    Next Words "card.next"
    Step Words "card.step"
    AllPoints Forms "card.all"
    Here Words "card.here"
    Read Words "card.read"
    ReadArchived Words "card.archived"
    Until Words "card.until"
    ThisClaimWithdrawn Words "card.withdrawn"
    Sentence Words "sum.sentence"
    Reports Forms "sum.reports"
    Origins Forms "sum.origins"
    NoOrigin Words "sum.none"
    NotStated Forms "sum.unknown"
    Says Forms "sum.says"
    Suggests Forms "sum.suggests"
    LeavesOpen Forms "sum.open"
    DoesNotSay Forms "sum.silent"
    Twice Forms "sum.twice"
    Comments Words "sum.comments"
    Comma Words "sum.comma"
    Semicolon Words "sum.semicolon"
    Yes Words "value.yes"
    No Words "value.no"
    Open Words "value.open"
    Not Words "value.not"
    Complete Words "value.complete"
    Number Words "value.number"
    Scope Words "value.scope"
    Presumed Words "value.presumed"
    Zone Words "value.zone"
    About Words "hedge.about"
    Nearly Words "hedge.nearly"
    Over Words "hedge.over"
    AtLeast Words "hedge.least"
    AtMost Words "hedge.most"
    Under Words "hedge.under"
    Before Words "hedge.before"
    After Words "hedge.after"
    From Words "hedge.from"
    To Words "hedge.to"
    Times Words "hedge.times"
    Dozens Items "hedge.dozens"
    Own Words "voice.own"
    Said Words "voice.said"
    Relayed Words "voice.relayed"
    According Words "voice.according"
    Via Words "voice.via"
    Suggested Words "voice.suggested"
    Silent Words "reading.silent"
    ByNewsroom Words "translation.newsroom"
    BySource Words "translation.source"
    ByMachine Words "translation.machine"
    KnownOrigins Words "origins.known"
    NoKnownOrigin Words "origins.none"
    Override Words "claim.override"
    Settled Words "claim.settled"
    Addition Words "change.addition"
    Update Words "change.update"
    Correction Words "change.correction"
    Clarification Words "change.clarification"
    Withdrawal Words "change.withdrawal"
    Method Words "about.method"
    Drafted Words "about.drafted"
    Reviewed Words "about.reviewed"
    ReportError Words "about.report"
    Corrections Words "about.corrections"
    Compared Words "evidence.summary"
    ComparedDisputed Words "evidence.disputed"
    Points Forms "evidence.points"
    Contradicted Forms "evidence.contradict"
    Sources Words "evidence.sources"
    Withdrawn Words "evidence.withdrawn"
    Caption Words "overview.caption"
    Point Words "overview.point"
    CellSilent Words "overview.silent"
    CellUnread Words "overview.unread"
    CellSuggested Words "overview.suggested"
    CommentsKind Words "source.comments"
    Unseen Words "source.unseen"
    StateUpdated Words "source.updated"
    StateCorrected Words "source.corrected"
    StateRetracted Words "source.retracted"
    StateUnavailable Words "source.unavailable"
    Republishes Words "source.republishes"
    Translates Words "source.translates"
    Rewrites Words "source.rewrites"
    Cites Words "source.cites"
    Plot Words "plot.label"
    PlotMore Words "plot.more"
}

//! What a check can find: the one table of codes.

use crate::dossier::Kind;

/// Whether a dossier may go out as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Look at it: it may be meant.
    Warning,
    /// It may not go out.
    Error,
}

impl Severity {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A row of the table, in whole sentences.
struct Row {
    id: &'static str,
    name: &'static str,
    severity: Severity,
    means: &'static str,
    why: &'static str,
    todo: &'static str,
}

macro_rules! codes {
    ($($variant:ident $id:literal $name:literal $severity:ident $means:literal $why:literal $todo:literal)+) => {
        /// What a check can find.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $means] $variant,)+
        }

        impl Code {
            /// All codes, by number.
            pub const ALL: &'static [Code] = &[$(Code::$variant),+];

            fn row(self) -> &'static Row {
                match self {
                    $(Code::$variant => &Row {
                        id: $id,
                        name: $name,
                        severity: Severity::$severity,
                        means: $means,
                        why: $why,
                        todo: $todo,
                    },)+
                }
            }
        }
    };
}

impl Code {
    /// `VR201`: for searching, and for machines. A number is never given to another meaning.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// `quote-absent`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// How much it weighs.
    pub fn severity(self) -> Severity {
        self.row().severity
    }

    /// What it means, in one sentence.
    pub fn means(self) -> &'static str {
        self.row().means
    }

    /// Why it matters.
    pub fn why(self) -> &'static str {
        self.row().why
    }

    /// What to do about it, whatever the case.
    pub fn todo(self) -> &'static str {
        self.row().todo
    }
}

impl From<Kind> for Code {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Syntax => Code::Syntax,
            Kind::TooLarge => Code::TooLarge,
            Kind::TooDeep => Code::TooDeep,
            Kind::Version => Code::Version,
            Kind::Missing => Code::Missing,
            Kind::Unknown => Code::Unknown,
            Kind::ItemTwice | Kind::FieldTwice => Code::Twice,
            Kind::List | Kind::Object | Kind::Words | Kind::Flag => Code::Shape,
            Kind::OneOf => Code::OneOf,
            Kind::Form | Kind::Name | Kind::Pair => Code::Form,
            Kind::Empty => Code::Empty,
            Kind::TooLong => Code::TooLong,
            Kind::TooFew | Kind::TooMany => Code::Count,
            Kind::Hidden => Code::Hidden,
            Kind::OwnLanguage => Code::OwnLanguage,
            Kind::NoSuchId => Code::NoSuchId,
            Kind::SameId => Code::SameId,
            Kind::MadeInCircle | Kind::RestsInCircle => Code::Circle,
            Kind::Needless => Code::Needless,
            Kind::NoAddress => Code::NoAddress,
            Kind::Mixed => Code::Mixed,
            Kind::MinMax | Kind::StartEnd => Code::Order,
            Kind::SameVoice => Code::SameVoice,
        }
    }
}

codes! {
    NotUtf8 "VR101" "not-utf8" Error
        "The file of the dossier is not UTF-8."
        "Pages and tools read UTF-8 alone; in another encoding letters would come out as others."
        "Save the file as UTF-8."
    Syntax "VR102" "syntax" Error
        "The file is not TOML, or not JSON."
        "Nothing in it can be read before its brackets and quotation marks are right."
        "Put right what is shown; often a quotation mark, a comma or a bracket is missing right before."
    TooLarge "VR103" "too-large" Error
        "The dossier is larger than 256 KiB."
        "A reader's phone would have to load it all."
        "Split the story into several dossiers, or shorten the quotes."
    TooDeep "VR104" "too-deep" Error
        "Something is nested more than 16 levels deep."
        "No dossier is; a file like that may be meant to stop programs."
        "Take out the superfluous brackets."
    Version "VR105" "version" Error
        "The dossier is of another major version of the format."
        "Its fields may mean other things there, so nothing of it is read."
        "Write `variorum = \"1.0\"`, or use a program that knows that version."
    Missing "VR106" "missing" Error
        "A field that has to be there is missing."
        "Without it the card could not be shown, or would not say what it has to."
        "Add the field that is named."
    Unknown "VR107" "unknown-field" Error
        "The format has no field of this name."
        "A misspelt name is silently ignored by pages: what it says would be lost."
        "Correct the name, or take the field out; extensions go under `ext`."
    Twice "VR108" "twice" Error
        "The same thing stands here twice."
        "Of two, programs take the one or the other."
        "Take one of them out."
    Shape "VR109" "shape" Error
        "This is another sort of data than the field holds: words, a list, fields with names, true or false."
        "What has another shape can't be read."
        "Write it in the shape that is named."
    OneOf "VR110" "one-of" Error
        "This field takes one of a few words, and this is none of them."
        "Each of these words has a stated meaning; others would have none."
        "Write one of the words that are listed."
    Form "VR111" "form" Error
        "A date, a number, an address, an id or the like is not written in its form, or out of its bounds."
        "Other programs could not read it, or would read something else."
        "Write it in the form that is named."
    Empty "VR112" "empty" Error
        "A field for words holds none."
        "A card would show a gap."
        "Write something, or leave the field out."
    TooLong "VR113" "too-long" Error
        "Words are longer than this field allows."
        "A card is read at a glance, and a quote stays a quote."
        "Shorten them."
    Count "VR114" "count" Error
        "A list has too few or too many entries."
        "An empty list says nothing; a long one is no longer read."
        "Add an entry, leave the list out, or shorten it."
    Hidden "VR115" "hidden" Error
        "The words hold characters that are invisible or turn the direction of what follows."
        "With them, words are not what they seem to be."
        "Type the words anew, or paste them as plain text."
    OwnLanguage "VR116" "own-language" Error
        "Words in several languages lack the dossier's own."
        "It is what readers of all other languages get."
        "Add an entry for the dossier's `lang`."
    NoSuchId "VR117" "no-such-id" Error
        "This refers to a source or a claim that the dossier does not have."
        "Nobody could be named there."
        "Correct the id, or add the source or the claim."
    SameId "VR118" "same-id" Error
        "Two sources or two claims have one id."
        "What refers to the id would mean either."
        "Give one of them another id."
    Circle "VR119" "circle" Error
        "Information goes round in a circle: a source rests on what rests on it."
        "Such a circle has no origin, and origins are counted."
        "Cut the circle at `derives` or `from`."
    Needless "VR120" "needless" Error
        "A field stands where it may not."
        "It contradicts what stands beside it, or could never be shown."
        "Take it out, or change what it contradicts."
    NoAddress "VR121" "no-address" Error
        "A source that was seen has neither an address nor a note on how it was obtained."
        "Readers have to be able to look for themselves, or to know why they can't."
        "Add `url`, or a `note`."
    Mixed "VR122" "mixed-value" Error
        "A value is several things at once: an answer, a range, unclear."
        "Nobody could say what was meant."
        "Give one of them alone."
    Order "VR123" "order" Error
        "A range or a place ends before it begins."
        "There is nothing in it."
        "Exchange the two."
    SameVoice "VR124" "same-voice" Error
        "A source has two readings of a claim in one voice."
        "A report says one thing on one point, unless it lets others speak."
        "Merge the two readings, or say in `attributedTo` whose voice each is."
    Printed "VR125" "printed-value" Error
        "The printed words alone do not say which value is meant."
        "What is compared is the value."
        "Write the value in its long form, as shown."
    Draft "VR126" "draft" Error
        "The dossier is a draft."
        "A draft is shown to nobody but in a preview; `build` refuses it."
        "Once it has been reviewed, write `status = \"published\"`."

    QuoteAbsent "VR201" "quote-absent" Error
        "The quote does not stand in its source's saved text."
        "A misquotation under a newspaper's name is the worst that can happen here."
        "Copy the words from the saved text once more."
    QuoteNear "VR202" "quote-near" Error
        "The saved text has the quote in slightly other words."
        "A quote is word for word, or it is none."
        "Copy the words as they stand in the text."
    QuoteChanged "VR203" "quote-changed" Error
        "The saved text has another number, name or negation than the quote."
        "It is what the comparison is about."
        "Copy the words as they stand in the text, and look at the value again."
    QuoteAmbiguous "VR204" "quote-ambiguous" Error
        "The quote stands in its source's saved text several times."
        "The mark could go to words that say something else."
        "Say which place is meant, by `prefix` or `suffix`."
    QuoteContext "VR205" "quote-context" Warning
        "The quote stands in the text, but not between the words that `prefix` and `suffix` give."
        "Where the page changes, those words are what the quote is found by."
        "Let `variorum check --fix` write them anew."
    QuoteCapitals "VR206" "quote-capitals" Warning
        "The quote differs from the text in capital letters."
        "A quote is letter for letter; a capital can make a name of a word."
        "Copy the words as they stand in the text."
    QuoteCut "VR207" "quote-cut" Warning
        "The quote stops right beside a negation or a hedge."
        "That word may change what the quote says."
        "Take it into the quote, or be sure that it belongs to something else."
    QuotePosition "VR208" "quote-position" Warning
        "`start` and `end` are not where the quote stands."
        "Tools that go by them would show other words."
        "Let `variorum check --fix` write them anew."
    WasStands "VR209" "was-stands" Warning
        "A source's text still has words that it is said to have changed."
        "Readers would be told of a change that was not made."
        "Save the report as it is now, or correct `was`. If another passage repeats them, such as a note on the correction, add the `prefix` or `suffix` that they had."

    NoText "VR211" "no-text" Error
        "A source is quoted, and names no saved text."
        "Its quotes can't be checked."
        "Save the report's text below the dossier's folder, and name it: `file = { path = \"texts/….txt\" }`."
    TextMissing "VR212" "text-missing" Error
        "The saved text of a source can't be read."
        "Its quotes can't be checked."
        "Save it there, or correct `file.path`."
    TextOutside "VR213" "text-outside" Error
        "The saved text of a source lies outside of the dossier's folder."
        "A dossier that came from elsewhere must not make programs read other files."
        "Put a copy of the text below the dossier's folder."
    TextTooLarge "VR214" "text-too-large" Error
        "The saved text of a source is larger than 16 MiB."
        "No report is; reading it would only fill the memory."
        "Save the report alone."
    TextNotUtf8 "VR215" "text-not-utf8" Error
        "The saved text of a source is not UTF-8."
        "Its letters can't be compared with those of the quotes."
        "Save it as UTF-8."
    TextNoArticle "VR216" "text-no-article" Error
        "No article was found in the saved page of a source."
        "Its quotes can't be checked."
        "Save the report's text alone, as .txt."
    TextChanged "VR217" "text-changed" Error
        "The saved text of a source is not the file whose `sha256` stands in the dossier."
        "Somebody changed the evidence after it was saved."
        "Restore the file; if the new one is right, take out `sha256` and run `variorum check --fix`."
    TextPart "VR218" "text-part" Error
        "The words at which a source's part of its file begins or ends do not stand in it."
        "A quote could be found in what is another's, such as readers' comments."
        "Copy the words from the file once more."

    AnchorAbsent "VR301" "anchor-absent" Error
        "The words to be marked do not stand in the article."
        "The claim would have no mark, and readers would not find it."
        "Copy the words from the article once more."
    AnchorNear "VR302" "anchor-near" Warning
        "The article has the words to be marked in slightly other words."
        "They are marked, but the next change of the article may lose them."
        "Copy the words as they stand in the article."
    AnchorChanged "VR303" "anchor-changed" Error
        "The article has another number, name or negation than the words to be marked."
        "Such words are never marked: they may say something else by now."
        "Copy the words as they stand in the article, and look at the claim again."
    AnchorAmbiguous "VR304" "anchor-ambiguous" Error
        "The words to be marked stand in the article several times."
        "A mark on wrong words is worse than none, so there would be none."
        "Say which place is meant, by `prefix` or `suffix`; or write `all = true`."
    AnchorElement "VR305" "anchor-element" Error
        "The article has no element of this id, or none with text."
        "The claim would have no mark there."
        "Correct `element`, or name the words instead."
    AnchorContext "VR306" "anchor-context" Warning
        "The words to be marked stand in the article, but not between the words that `prefix` and `suffix` give."
        "Where the article changes, those words are what the mark is found by."
        "Let `variorum check --fix` write them anew."
    NoAnchor "VR307" "no-anchor" Warning
        "Nothing in the article is marked for this claim."
        "Readers meet it in the evidence only."
        "Add `anchors`, if the article speaks of it."

    WordsNotQuoted "VR401" "words-not-quoted" Error
        "The printed words of a value stand in none of its quotes."
        "They are shown as the source's own words, and the quotes have to prove it."
        "Take the words from the quote, or quote the place where they stand."
    ValueNotWords "VR402" "value-not-words" Warning
        "A value is not what its printed words say."
        "The comparison goes by the value, and readers see the words."
        "Look at both: correct the value, or choose the words that say it."
    NearUnknown "VR403" "near-unknown" Warning
        "No other reading of the claim has a key that `near` names."
        "Answers that were meant to fit would differ."
        "Correct the key, or take it out."
    RelationNeedless "VR404" "relation-needless" Warning
        "The editor's own judgement of a claim is what is computed anyway."
        "The card would show a reason for something that needs none."
        "Take out `relation`."
    DerivedStale "VR405" "derived-stale" Warning
        "`derived` does not say what is computed from the dossier now."
        "Others who read it would be told something old."
        "Take out `derived`, or let the tool that wrote it write it anew."

    OneReading "VR501" "one-reading" Warning
        "Fewer than two sources speak on this claim."
        "There is nothing to compare."
        "Add a reading, or take the claim out."
    UnusedSource "VR502" "unused-source" Warning
        "Nothing in the dossier refers to this source."
        "It would be listed, and no reader would know why."
        "Add its readings (`mode = \"silent\"` where it says nothing), or take it out."
    MixedScript "VR503" "mixed-script" Warning
        "A word of a name mixes scripts that look alike."
        "A Cyrillic letter in a Latin name makes it another's."
        "Type the name anew."
    ModifiedEarly "VR504" "modified-early" Warning
        "`modified` is earlier than a change, or than `created`."
        "Readers are told when the dossier was last changed."
        "Write the moment of the last change."
    NoTranslation "VR505" "no-translation" Warning
        "A quote is in another language than the dossier, and has no translation."
        "Readers could not read it."
        "Add `translation = { text = \"…\", by = \"newsroom\" }` to the quote."
    HouseName "VR506" "house-name" Warning
        "An outlet is not called what the newsroom calls it."
        "Readers should meet one name for one outlet."
        "Write the name as `variorum.toml` has it."
}

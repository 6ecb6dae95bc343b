//! What changed from one revision of a dossier to the next, in sentences that an editor can paste into a correction.
//!
//! In English: these are words for a newsroom, not for its readers' interface. What readers don't see (places in saved
//! texts, hashes, extensions) makes no sentence.

use crate::dossier::{
    Anchor, Claim, ClaimIndex, ClaimState, Derivation, Dossier, How, Quote, Reading, Source, SourceIndex, SourceState,
    Status, Text, Was,
};
use crate::view::{self, Context, Key, format};

/// One thing that is otherwise now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The id of the claim that it is about; of the dossier as a whole where absent.
    pub claim: Option<String>,
    /// One sentence.
    pub sentence: String,
}

/// What of `old` is otherwise in `new`: first what concerns all of it, then its sources, then claim by claim. Claims and
/// sources are the same where their ids are. Both contexts are to have English messages.
pub fn diff(old: &Context, new: &Context) -> Vec<Difference> {
    let mut to = Differences { old, new, claim: None, found: Vec::new() };
    to.whole();
    to.sources();
    for (at, claim) in new.dossier.claims.iter().enumerate() {
        to.claim = Some(claim.id.clone());
        match old.dossier.claims.iter().position(|other| other.id == claim.id) {
            Some(before) => to.claim(before, at),
            None => to.say(&["Added: “", &to.text(&claim.question), "”"]),
        }
    }
    for claim in &old.dossier.claims {
        if new.dossier.claims.iter().all(|other| other.id != claim.id) {
            to.claim = Some(claim.id.clone());
            to.say(&["Removed: “", &to.text(&claim.question), "”"]);
        }
    }
    to.found
}

/// The sentences found so far, and what they are found in.
struct Differences<'a> {
    old: &'a Context<'a>,
    new: &'a Context<'a>,
    claim: Option<String>,
    found: Vec<Difference>,
}

impl Differences<'_> {
    /// Adds a sentence; its full stop too, unless it ends already.
    fn say(&mut self, parts: &[&str]) {
        let mut sentence = parts.concat();
        if !sentence.trim_end_matches(['”', '’']).ends_with(['.', '?', '!']) {
            sentence.push('.');
        }
        self.found.push(Difference { claim: self.claim.clone(), sentence });
    }

    /// Words of the newsroom.
    fn text(&self, text: &Text) -> String {
        format::text(self.new.messages, text).words
    }

    /// Words of the newsroom that may be there or not: what they are called, before and now.
    fn words(&mut self, called: &str, old: Option<&Text>, new: Option<&Text>) {
        let [old, new] = [old, new].map(|text| text.map(|text| self.text(text)));
        match (old, new) {
            (Some(old), Some(new)) if old != new => self.say(&[called, " was “", &old, "”; it is “", &new, "”"]),
            (None, Some(new)) => self.say(&[called, " is “", &new, "”"]),
            (Some(_), None) => self.say(&[called, " was removed"]),
            _ => {}
        }
    }

    fn whole(&mut self) {
        let (old, new) = (self.old.dossier, self.new.dossier);
        if old.status != new.status {
            self.say(&[match new.status {
                Status::Draft => "The comparison is a draft again",
                Status::Published => "The comparison was published",
                Status::Withdrawn => "The comparison was withdrawn",
            }]);
        }
        self.words("The title", Some(&old.title), Some(&new.title));
        self.words("The article’s headline", old.article.headline.as_ref(), new.article.headline.as_ref());
        self.words("What is said of how it was compared", old.method.as_ref(), new.method.as_ref());
    }

    fn sources(&mut self) {
        for source in &self.new.dossier.sources {
            match source_of(self.old.dossier, &source.id) {
                Some(before) => self.source(before, source),
                None => self.say(&[&source.name, " was added"]),
            }
        }
        for source in &self.old.dossier.sources {
            if source_of(self.new.dossier, &source.id).is_none() {
                self.say(&[&source.name, " was removed"]);
            }
        }
    }

    fn source(&mut self, old: &Source, new: &Source) {
        let name = &new.name;
        if old.name != *name {
            self.say(&["We first wrote ", &old.name, "; the name is ", name]);
        }
        if old.title != new.title
            && let Some(title) = &new.title
        {
            self.say(&["The headline of ", name, " is “", title, "”"]);
        }
        let [first, now] = [old, new].map(|source| match source.published {
            Some(date) => format::date(self.new.messages, date, None),
            None => "without a date".into(),
        });
        if first != now {
            self.say(&["We first gave the date of ", name, " as ", &first, "; it is ", &now]);
        }
        if old.url != new.url {
            match &new.url {
                Some(url) => self.say(&["The address of ", name, " is ", url]),
                None => self.say(&["The address of ", name, " was removed"]),
            }
        }
        if old.state != new.state {
            self.say(&[
                name,
                match new.state {
                    SourceState::Live => " stands as it was",
                    SourceState::Updated => " was updated",
                    SourceState::Corrected => " was corrected by its publisher",
                    SourceState::Retracted => " was retracted by its publisher",
                    SourceState::Unavailable => " can no longer be read where it was",
                },
            ]);
        }
        let [first, now] =
            [(self.old, old), (self.new, new)].map(|(context, source)| draws_on(context, &source.derives));
        if first != now {
            self.say(&["We first wrote that ", name, " draws on ", &first, "; it draws on ", &now]);
        }
        self.words(&["The note on ", name].concat(), old.note.as_ref(), new.note.as_ref());
    }

    fn claim(&mut self, before: ClaimIndex, at: ClaimIndex) {
        let (old, new) = (&self.old.dossier.claims[before], &self.new.dossier.claims[at]);
        self.words("The question", Some(&old.question), Some(&new.question));
        if old.state != new.state {
            self.say(&[match new.state {
                ClaimState::Draft => "This point is a draft again",
                ClaimState::Open => "This point is open",
                ClaimState::Settled => "This point is settled",
                ClaimState::Withdrawn => "This point was withdrawn",
            }]);
        }
        self.readings(old, new);
        let (was, is) = (&self.old.comparisons[before], &self.new.comparisons[at]);
        if was.relation != is.relation {
            let [first, now] = [was, is].map(|compared| view::sentence(self.new.messages, compared.relation));
            self.say(&["We first wrote “", first, "”; it is “", now, "”"]);
        }
        let why = |claim: &'_ Claim| claim.relation.as_ref().map(|judged| judged.why.clone());
        self.words("The reason for our own judgement", why(old).as_ref(), why(new).as_ref());
        let [first, now] = [was, is].map(|compared| match compared.origins.known.len() {
            0 => "no known origin".into(),
            n => format::count(self.new.messages, Key::Origins, n),
        });
        if first != now {
            self.say(&["We first counted ", &first, "; now we count ", &now]);
        }
        let settled = |claim: &'_ Claim| claim.resolution.as_ref().map(|settled| settled.text.clone());
        self.words("How it was settled", settled(old).as_ref(), settled(new).as_ref());
        self.words("The note", old.note.as_ref(), new.note.as_ref());
        let [first, now] = [old, new].map(|claim| marked(&claim.anchors));
        if first != now {
            self.say(&["It was marked at ", &first, "; it is marked at ", &now]);
        }
    }

    fn readings(&mut self, old: &Claim, new: &Claim) {
        // A source may have two readings of a claim: the first is the first.
        let mut left: Vec<&Reading> = old.readings.iter().collect();
        for reading in &new.readings {
            let source = &self.new.dossier.sources[reading.source];
            let same = |other: &&Reading| self.old.dossier.sources[other.source].id == source.id;
            match left.iter().position(same) {
                Some(at) => {
                    let before = left.remove(at);
                    self.reading((old, before), (new, reading));
                }
                None => {
                    let answer = self.answer(new, reading);
                    self.say(&[&source.name, ", which ", &says(answer), ", was added"]);
                }
            }
        }
        for reading in left {
            let name = &self.old.dossier.sources[reading.source].name;
            let answer = self.answer(old, reading);
            self.say(&[name, ", which ", &says(answer), ", was removed"]);
        }
    }

    /// An answer in words; none of a silent reading.
    fn answer(&self, claim: &Claim, reading: &Reading) -> Option<String> {
        reading.answer.as_ref().map(|_| format::reading(self.new.messages, claim, reading).words)
    }

    fn reading(&mut self, (old_claim, old): (&Claim, &Reading), (new_claim, new): (&Claim, &Reading)) {
        let name = &self.new.dossier.sources[new.source].name;
        match (self.answer(old_claim, old), self.answer(new_claim, new)) {
            (Some(first), Some(now)) if first != now => {
                self.say(&["We first gave the answer of ", name, " as “", &first, "”; it is “", &now, "”"]);
            }
            (Some(first), None) => {
                self.say(&["We first gave the answer of ", name, " as “", &first, "”; it does not say"]);
            }
            (None, Some(now)) => {
                self.say(&["We first wrote that ", name, " does not say; it says “", &now, "”"]);
            }
            _ => {}
        }
        if old.answer.is_some() && new.answer.is_some() {
            let [first, now] = [(self.old, old), (self.new, new)].map(|(context, reading)| {
                let voice = view::voice(context, reading);
                if voice.is_empty() { context.messages.get(Key::Own).into() } else { voice }
            });
            if first != now {
                self.say(&["Of the answer of ", name, " we first wrote “", &first, "”; it is “", &now, "”"]);
            }
        }
        self.quotes(name, &old.quotes, &new.quotes);
        let [first, now] = [(self.old, old), (self.new, new)].map(|(context, reading)| rests_on(context, reading));
        if first != now {
            self.say(&["We first wrote that the answer of ", name, " rests on ", &first, "; it rests on ", &now]);
        }
        for was in new.was.iter().filter(|was| !old.was.contains(was)) {
            self.was(name, new_claim, was);
        }
        self.words(&["The note on ", name].concat(), old.note.as_ref(), new.note.as_ref());
    }

    fn was(&mut self, name: &str, claim: &Claim, was: &Was) {
        let answer = format::answer(self.new.messages, claim, &was.answer).words;
        let until = format::date(self.new.messages, was.until, None);
        self.say(&["Until ", &until, " ", name, " said “", &answer, "”"]);
    }

    fn quotes(&mut self, name: &str, old: &[Quote], new: &[Quote]) {
        let other = |quote: &&Quote, list: &[Quote]| list.iter().all(|it| it.selector.exact != quote.selector.exact);
        let gone: Vec<_> = old.iter().filter(|quote| other(quote, new)).collect();
        let come: Vec<_> = new.iter().filter(|quote| other(quote, old)).collect();
        for at in 0..gone.len().max(come.len()) {
            match (gone.get(at).map(|quote| &*quote.selector.exact), come.get(at).map(|quote| &*quote.selector.exact)) {
                (Some(first), Some(now)) => {
                    self.say(&["We first quoted ", name, " as “", first, "”; its words are “", now, "”"]);
                }
                (Some(first), None) => self.say(&["The quote of ", name, " “", first, "” was removed"]),
                (None, now) => self.say(&["A quote of ", name, " was added: “", now.unwrap_or_default(), "”"]),
            }
        }
        for quote in new {
            let before = old.iter().find(|other| other.selector.exact == quote.selector.exact);
            let [first, now] = [before, Some(quote)]
                .map(|quote| quote.and_then(|quote| quote.translation.as_ref()).map(|it| self.text(&it.text)));
            if let (Some(first), Some(now)) = (first, now)
                && first != now
            {
                self.say(&["We first translated ", name, " as “", &first, "”; it is “", &now, "”"]);
            }
        }
    }
}

fn source_of<'a>(dossier: &'a Dossier, id: &str) -> Option<&'a Source> {
    dossier.sources.iter().find(|source| source.id == id)
}

fn says(answer: Option<String>) -> String {
    answer.map_or("does not say".into(), |answer| ["says “", &answer, "”"].concat())
}

/// "A, B and C".
fn list(names: &[&str]) -> String {
    match names {
        [] => "nobody".into(),
        [one] => (*one).into(),
        [first @ .., last] => [&*first.join(", "), " and ", last].concat(),
    }
}

fn names<'a>(context: &Context<'a>, sources: &[SourceIndex]) -> Vec<&'a str> {
    sources.iter().map(|&source| context.dossier.sources[source].name.as_str()).collect()
}

/// From whom a source has what it says. Citing makes no origin.
fn draws_on(context: &Context, derives: &[Derivation]) -> String {
    let from: Vec<_> = derives.iter().filter(|it| it.how != How::Cites).map(|it| it.from).collect();
    list(&names(context, &from))
}

/// What a reading says that it rests on, where it says so.
fn rests_on(context: &Context, reading: &Reading) -> String {
    use crate::dossier::From;
    match &reading.from {
        From::Unstated => "what the report as a whole draws on".into(),
        From::Unknown => "something that is not named".into(),
        From::Sources(sources) if sources.is_empty() => "its own reporting".into(),
        From::Sources(sources) => list(&names(context, sources)),
    }
}

/// At which words of the article a claim is marked.
fn marked(anchors: &[Anchor]) -> String {
    let words: Vec<String> = anchors
        .iter()
        .map(|anchor| match anchor {
            Anchor::Words { selector, .. } | Anchor::Element { refined_by: Some(selector), .. } => {
                ["“", &selector.exact, "”"].concat()
            }
            Anchor::Element { id, refined_by: None } => ["the element ", id].concat(),
        })
        .collect();
    if words.is_empty() { "no words".into() } else { list(&words.iter().map(String::as_str).collect::<Vec<_>>()) }
}

#[cfg(test)]
mod tests;

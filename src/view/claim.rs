//! One claim, as card and evidence both show it: value and quote before outlet, attribution and hedge kept.

use super::format::{self, Phrase, count, join};
use super::messages::{Key, Messages};
use super::writer::Writer;
use super::{Attr, Context, Tag, fragment, plot, sum};
use crate::compare::{Comparison, Group};
use crate::dossier::{
    AttributionKind, ChangeKind, Claim, ClaimIndex, ClaimState, From, Mode, Quote, Reading, Relation, SourceIndex,
    SourceState, Text, Translator,
};

impl Writer<'_> {
    /// What the card says first: the relation, the question as a heading, the distribution.
    pub(super) fn claim_head(&mut self, at: ClaimIndex, heading: Tag, heading_id: &'static str) {
        let (claim, comparison) = self.context.claim(at);
        let is_open = claim.state != ClaimState::Withdrawn;
        if is_open {
            self.relation(comparison.relation, &standing(&self.context, claim, comparison));
        }
        let question = format::text(self.context.messages, &claim.question);
        self.open(heading, "question");
        if !heading_id.is_empty() {
            self.set(Attr::Id, heading_id);
        }
        if let Some(lang) = &question.lang {
            self.in_language(lang);
        }
        self.text(&question.words);
        self.close();
        if is_open {
            self.leaf(Tag::P, "summary", &sum::distribution(&self.context, at));
            if let Some(of) = &claim.of {
                self.open(Tag::P, "counted");
                self.pattern(Key::Counted, &mut |to, _| to.newsroom(Tag::Span, "", of));
                self.close();
            }
        }
    }

    /// What follows: plot, groups, who is silent, origins, notes and changes.
    pub(super) fn claim_body(&mut self, at: ClaimIndex) {
        let (claim, comparison) = self.context.claim(at);
        if claim.state == ClaimState::Withdrawn {
            self.leaf_of(Tag::P, "note", Key::ThisClaimWithdrawn);
        } else {
            plot::plot(self, at);
            for group in &comparison.groups {
                self.group(at, group);
            }
            self.silent(claim, comparison);
            self.origins(comparison);
            if let Some(judgement) = &claim.relation {
                self.line("note", Key::Override, "", &judgement.why);
            }
            if let Some(resolution) = &claim.resolution {
                self.open_line("note", Key::Settled, &format::iso(resolution.date), &resolution.text);
                if !resolution.sources.is_empty() {
                    self.text(" · ");
                    self.names(&resolution.sources);
                }
                self.close();
            }
            if let Some(note) = &claim.note {
                self.newsroom(Tag::P, "note", note);
            }
        }
        self.changes(Some(at));
    }

    /// What was changed after publication: of a claim, or of the dossier as a whole.
    fn changes(&mut self, claim: Option<ClaimIndex>) {
        for change in &self.context.dossier.changes {
            let key = match change.kind {
                ChangeKind::Published => continue,
                ChangeKind::Addition => Key::Addition,
                ChangeKind::Update => Key::Update,
                ChangeKind::Correction => Key::Correction,
                ChangeKind::Clarification => Key::Clarification,
                ChangeKind::Withdrawal => Key::Withdrawal,
            };
            if claim.map_or(change.claims.is_empty(), |claim| change.claims.contains(&claim)) {
                self.line("change", key, &change.date, &change.text);
            }
        }
    }

    /// A line about the claim, with its date as written.
    fn line(&mut self, class: &'static str, key: Key, date: &str, text: &Text) {
        self.open_line(class, key, date, text);
        self.close();
    }

    /// As [`Writer::line`], left open.
    fn open_line(&mut self, class: &'static str, key: Key, date: &str, text: &Text) {
        self.open(Tag::P, class);
        self.pattern(key, &mut |to, value| match value {
            0 => to.newsroom(Tag::Span, "", text),
            _ => to.written_day(date),
        });
    }

    /// Readings that give one answer: the answer, then who gives it and how.
    fn group(&mut self, at: ClaimIndex, group: &Group) {
        let (claim, _) = self.context.claim(at);
        let shared = format::reading(self.context.messages, claim, &claim.readings[group.readings[0]]);
        self.open(Tag::Section, "group");
        self.open(Tag::P, "value");
        if let Some(lang) = &shared.lang {
            self.in_language(lang);
        }
        self.text(&shared.words);
        let reports = sum::distinct(&self.context, at, &group.readings, true, None).len();
        if reports > 1 {
            self.text(" ");
            self.leaf(Tag::Span, "count", &count(self.context.messages, Key::Reports, reports));
        }
        self.close();
        for &reading in &group.readings {
            self.reading(claim, &claim.readings[reading], &shared);
        }
        self.close();
    }

    /// What one source says: its quotes, then its name, and on whose word.
    fn reading(&mut self, claim: &Claim, reading: &Reading, shared: &Phrase) {
        let messages = self.context.messages;
        let source = self.context.source(reading.source);
        self.open(Tag::Div, "reading");
        // Answers that count as one may be worded apart, as names are spelt.
        let own = format::reading(messages, claim, reading);
        if own.words != shared.words {
            self.speak(Tag::P, "own", &own);
        }
        let words = reading.answer.as_ref().and_then(|answer| answer.words.as_deref()).unwrap_or_default();
        self.quotes(&reading.quotes, &source.lang, words);

        self.open_source(reading.source);
        if self.context.page == Some(reading.source) {
            self.text(" ");
            self.leaf_of(Tag::Span, "here", Key::Here);
        } else if let Some((address, archived)) = fragment::address(source) {
            let carries = |quote: &&Quote| around(words, &quote.selector.exact).is_some();
            let href = match reading.quotes.iter().find(carries).or(reading.quotes.first()) {
                Some(quote) => fragment::at_words(address, &quote.selector),
                None => address.into(),
            };
            self.text(" ");
            self.link_out(&href, messages.get(if archived { Key::ReadArchived } else { Key::Read }), None);
        }
        self.close();

        let voice = voice(&self.context, reading);
        self.leaf(Tag::P, "voice", if voice.is_empty() { messages.get(Key::Own) } else { &voice });
        if let Some(note) = &reading.note {
            self.newsroom(Tag::P, "note", note);
        }
        for was in &reading.was {
            self.open(Tag::Div, "was");
            self.open(Tag::P, "");
            self.pattern(Key::Until, &mut |to, value| match value {
                0 => to.speak(Tag::S, "", &format::answer(messages, claim, &was.answer)),
                _ => to.day(was.until),
            });
            self.close();
            self.quotes(&was.quotes, &source.lang, was.answer.words.as_deref().unwrap_or_default());
            self.newsroom(Tag::P, "", &was.why);
            self.close();
        }
        self.close();
    }

    /// Quotes in their own language, the words that carry the value emphasised; each with its translation.
    fn quotes(&mut self, quotes: &[Quote], lang: &str, words: &str) {
        for quote in quotes {
            let exact = quote.selector.exact.as_str();
            self.open(Tag::Blockquote, "quote");
            self.in_language(lang);
            // It begins within a sentence.
            if exact.starts_with(is_small) {
                self.text("… ");
            }
            match around(words, exact) {
                Some((before, after)) => {
                    self.text(before);
                    self.leaf(Tag::Mark, "words", words);
                    self.text(after);
                }
                None => self.text(exact),
            }
            self.close();
            if let Some(speaker) = &quote.speaker {
                self.open(Tag::P, "speaker");
                self.text("– ");
                self.leaf(Tag::Bdi, "", speaker);
                self.close();
            }
            if let Some(translation) = &quote.translation {
                self.open(Tag::P, "translation");
                self.newsroom(Tag::Span, "", &translation.text);
                self.text(" · ");
                self.leaf_of(
                    Tag::Span,
                    "translator",
                    match translation.by {
                        Translator::Newsroom => Key::ByNewsroom,
                        Translator::Source => Key::BySource,
                        Translator::Machine => Key::ByMachine,
                    },
                );
                self.close();
            }
        }
    }

    /// Opens a line with the name, the date and the state of a source.
    pub(super) fn open_source(&mut self, at: SourceIndex) {
        let source = self.context.source(at);
        self.open(Tag::P, "source");
        self.name(at);
        if let Some(date) = source.published {
            self.text(" · ");
            if source.published_inferred {
                self.open(Tag::Span, "");
                self.pattern(format::hedge_of_date(Key::About, date), &mut |to, _| to.day(date));
                self.close();
            } else {
                self.day(date);
            }
        }
        let state = match source.state {
            SourceState::Live => return,
            SourceState::Updated => Key::StateUpdated,
            SourceState::Corrected => Key::StateCorrected,
            SourceState::Retracted => Key::StateRetracted,
            SourceState::Unavailable => Key::StateUnavailable,
        };
        self.text(" · ");
        match source.updated {
            None => self.leaf_of(Tag::Span, "state", state),
            Some(date) => self.pattern(Key::Scope, &mut |to, value| match value {
                0 => to.leaf_of(Tag::Span, "state", state),
                _ => to.day(date),
            }),
        }
    }

    /// Which reports were read and say nothing.
    fn silent(&mut self, claim: &Claim, comparison: &Comparison) {
        let mut is_first = true;
        for &at in &comparison.silent {
            let reading = &claim.readings[at];
            if !self.context.source(reading.source).is_report() {
                continue;
            }
            if is_first {
                self.open(Tag::Div, "silent");
                self.leaf_of(Tag::P, "", Key::Silent);
                self.open(Tag::Ul, "");
                is_first = false;
            }
            self.open(Tag::Li, "");
            self.open_source(reading.source);
            self.close();
            if let Some(note) = &reading.note {
                self.newsroom(Tag::P, "note", note);
            }
            self.close();
        }
        if !is_first {
            self.close();
            self.close();
        }
    }

    /// On which origins all of it rests; on demand, who draws on whom, from which that follows.
    fn origins(&mut self, comparison: &Comparison) {
        let origins = &comparison.origins;
        if origins.steps.is_empty() {
            return;
        }
        self.open_fold("origins", &mut |to| {
            if origins.known.is_empty() {
                to.say(Key::NoKnownOrigin);
            } else {
                to.pattern(Key::KnownOrigins, &mut |to, _| to.names(&origins.known));
            }
            if origins.unknown > 0 {
                to.text(" · ");
                to.text(&count(to.context.messages, Key::NotStated, origins.unknown));
            }
        });
        self.open(Tag::Ul, "");
        for step in &origins.steps {
            let draws = !step.draws_on.is_empty();
            for (holds, key) in
                [(draws, Key::DrawsOn), (step.is_origin, Key::IsOrigin), (step.is_unstated, Key::Unstated)]
            {
                if holds {
                    self.open(Tag::Li, "");
                    self.pattern(key, &mut |to, value| match value {
                        0 => to.name(step.source),
                        _ => to.names(&step.draws_on),
                    });
                    self.close();
                }
            }
        }
        self.close();
        self.close_fold();
    }

    /// How the dossier was compared, and where to report an error.
    pub(super) fn about(&mut self) {
        let dossier = self.context.dossier;
        let messages = self.context.messages;
        if let Some(method) = &dossier.method {
            self.newsroom(Tag::P, "", method);
        }
        if let Some(drafted) = &dossier.drafted {
            self.open(Tag::P, "");
            self.text(&messages.fill(Key::Drafted, &[&format::isolate(messages, &drafted.tool)]));
            if let Some(by) = &drafted.reviewed_by {
                self.text(" ");
                self.text(&messages.fill(Key::Reviewed, &[&format::isolate(messages, by)]));
            }
            self.close();
        }
        self.open(Tag::P, "");
        self.pattern(Key::ComparedBy, &mut |to, value| match value {
            0 => to.leaf(Tag::Bdi, "", &authors(messages, &dossier.publisher.name, &dossier.by)),
            _ => to.written_day(&dossier.modified),
        });
        self.close();
        self.changes(None);
        let publisher = &dossier.publisher;
        for (href, key) in [(&publisher.contact, Key::ReportError), (&publisher.corrections, Key::Corrections)] {
            if let Some(href) = href
                && fragment::is_safe(href)
            {
                self.open(Tag::P, "");
                self.link_out(href, messages.get(key), None);
                self.close();
            }
        }
    }
}

/// Those who made the comparison, and who publishes it, each once.
fn authors(messages: &Messages, publisher: &String, by: &[String]) -> String {
    let mut names = by.to_vec();
    if !names.contains(publisher) {
        names.push(publisher.clone());
    }
    join(messages, Key::Comma, &names)
}

/// What stands before and after words where they stand first in a text.
fn around<'t>(words: &str, text: &'t str) -> Option<(&'t str, &'t str)> {
    let mut rest = text.chars();
    while !words.is_empty() {
        if let Some(after) = rest.as_str().strip_prefix(words) {
            return Some((text.get(..text.len() - rest.as_str().len())?, after));
        }
        rest.next()?;
    }
    None
}

/// Whether it is a small letter of Latin, Greek or Cyrillic script, without the tables of Unicode.
fn is_small(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ÿ' | 'α'..='ώ' | 'а'..='џ')
}

/// How the reports stand to each other; where it takes readers' comments to make it so, that is said.
fn standing(context: &Context, claim: &Claim, comparison: &Comparison) -> String {
    let words = super::sentence(context.messages, comparison.relation);
    let mut among_reports = Relation::Single;
    for pair in &comparison.pairs {
        let is_report = |at: usize| context.source(claim.readings[at].source).is_report();
        if is_report(pair.a) && is_report(pair.b) {
            among_reports = among_reports.max(pair.relation);
        }
    }
    if claim.relation.is_none() && among_reports < comparison.relation {
        return context.messages.fill(Key::WithComments, &[words]);
    }
    words.into()
}

/// On whose word, and how sure: "Suggested, not stated · Said by the victims, by way of the police". Empty where it is
/// stated in the source's own voice.
pub fn voice(context: &Context, reading: &Reading) -> String {
    let mut out = String::new();
    if reading.mode == Mode::Suggests {
        out.push_str(context.messages.get(Key::Suggested));
    }
    if let Some(according) = according(context, reading) {
        if !out.is_empty() {
            out.push_str(" · ");
        }
        out.push_str(&according);
    }
    out
}

/// On whose word, where it is not the source's own: "Said by the victims, by way of the police".
pub(super) fn according(context: &Context, reading: &Reading) -> Option<String> {
    let messages = context.messages;
    // The innermost voice speaks; each one further out passes it on.
    let (first, further) = reading.attributed_to.split_last()?;
    let mut chain = format::text(messages, &first.name).inline(messages);
    for by in further.iter().rev() {
        let y = format::text(messages, &by.name).inline(messages);
        chain = messages.fill(Key::Via, &[&chain, &y]);
    }
    let key = match (&reading.from, first.kind) {
        (From::Unknown, _) => Key::Relayed,
        (_, AttributionKind::Named | AttributionKind::Unnamed) => Key::Said,
        _ => Key::According,
    };
    Some(messages.fill(key, &[&chain]))
}

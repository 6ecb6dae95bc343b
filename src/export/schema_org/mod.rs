//! What readers see, in schema.org's vocabulary: the article, the reports that it cites, and for each point a question
//! with the answers that were given, each with the quotations that give it.
//!
//! schema.org has no words for how answers relate, for silence, or for origins: these are not exported. Nothing here says
//! which answer is true (`acceptedAnswer`, `ClaimReview`), since nothing in a dossier does.

mod thing;

pub use thing::Graph;

use super::Addresses;
use crate::compare::Group;
use crate::dossier::{
    Change, ChangeKind, Claim, ClaimState, How, Quote, Reading, SourceIndex, SourceKind, Status, Translation,
};
use crate::view::format::{self, Phrase};
use crate::view::{Context, voice};
use thing::Thing;

/// What readers see of a dossier. Of a withdrawn one the article alone, with what was said of it; of drafts nothing that
/// is one.
pub fn schema_org(context: &Context, addresses: &Addresses) -> Graph {
    let said = Said { context, addresses };
    let mut things = vec![said.article()];
    if context.dossier.status != Status::Withdrawn {
        things.extend((0..context.dossier.sources.len()).map(|at| said.source(at)));
        things.extend(said.compared().map(|(claim, groups)| said.question(claim, groups)));
    }
    Graph::new(things)
}

struct Said<'a> {
    context: &'a Context<'a>,
    addresses: &'a Addresses<'a>,
}

impl<'a> Said<'a> {
    /// The claims that readers see, with their answers.
    fn compared(&self) -> impl Iterator<Item = (&'a Claim, &'a [Group])> {
        let Context { dossier, comparisons, .. } = *self.context;
        let seen = |claim: &Claim| matches!(claim.state, ClaimState::Open | ClaimState::Settled);
        let claims = dossier.claims.iter().zip(comparisons).filter(move |(claim, _)| seen(claim));
        claims.map(|(claim, comparison)| (claim, comparison.groups.as_slice()))
    }

    fn article(&self) -> Thing {
        let Context { dossier, messages, .. } = *self.context;
        let publisher = Thing::new("NewsMediaOrganization")
            .with("name", dossier.publisher.name.as_str())
            .with("url", self.resolved(&dossier.publisher.url))
            .with("correctionsPolicy", self.resolved(&dossier.publisher.corrections));
        let told = |kind| matches!(kind, ChangeKind::Correction | ChangeKind::Withdrawal);
        let correction = |change: &Change| {
            Thing::new("CorrectionComment")
                .with("text", format::text(messages, &change.text).words)
                .with("datePublished", change.date.as_str())
        };
        let article = Thing::new("NewsArticle")
            .with("@id", self.addresses.article())
            .with("url", self.addresses.article())
            .with("headline", dossier.article.headline.as_ref().map(|text| format::text(messages, text).words))
            .with("publisher", publisher)
            .with("correction", things(dossier.changes.iter().filter(|it| told(it.kind)).map(correction)));
        if dossier.status == Status::Withdrawn {
            return article;
        }
        let read = (0..dossier.sources.len()).filter(|&at| dossier.sources[at].seen);
        article
            .with("citation", things(read.map(|at| Thing::at(self.source_id(at)))))
            .with("mentions", things(self.compared().map(|(claim, _)| Thing::at(self.addresses.claim(&claim.id)))))
    }

    /// The address of a source's page, if it is the only source there; else of its description.
    fn source_id(&self, at: SourceIndex) -> String {
        let sources = &self.context.dossier.sources;
        let is_alone = |url: &&String| sources.iter().filter(|source| source.url.as_ref() == Some(*url)).count() == 1;
        match sources[at].url.as_ref().filter(is_alone) {
            Some(url) => self.addresses.resolved(url),
            None => self.addresses.described(at),
        }
    }

    fn source(&self, at: SourceIndex) -> Thing {
        let source = &self.context.dossier.sources[at];
        let kind = kind(source.kind);
        let is_article = kind.ends_with("NewsArticle");
        let derived = |ways: &'static [How]| {
            let steps = source.derives.iter().filter(|step| ways.contains(&step.how));
            things(steps.map(|step| Thing::at(self.source_id(step.from))))
        };
        let thing = Thing::new(kind).with("@id", self.source_id(at)).with("url", self.resolved(&source.url));
        let thing = match is_article {
            true => thing.with("publisher", Thing::new("Organization").with("name", source.name.as_str())),
            false => thing.with("name", source.name.as_str()),
        };
        thing
            .with("headline", source.title.clone())
            .with("inLanguage", source.lang.as_str())
            .with("creditText", source.by.join(", "))
            .with("datePublished", source.published.filter(|_| !source.published_inferred).map(format::iso))
            .with("dateModified", source.updated.map(format::iso))
            .with("archivedAt", self.resolved(&source.archived))
            .with("isBasedOn", derived(&[How::Republishes, How::Rewrites]))
            .with("translationOfWork", derived(&[How::Translates]))
            .with("citation", derived(&[How::Cites]))
    }

    fn question(&self, claim: &Claim, groups: &[Group]) -> Thing {
        let question = format::text(self.context.messages, &claim.question);
        Thing::new("Question")
            .with("@id", self.addresses.claim(&claim.id))
            .with("name", question.words.as_str())
            .with("inLanguage", self.language(&question))
            .with("suggestedAnswer", things(groups.iter().map(|group| self.answer(claim, group))))
    }

    /// What several readings answer alike, with the words of each.
    fn answer(&self, claim: &Claim, group: &Group) -> Thing {
        let readings = || group.readings.iter().map(|&at| &claim.readings[at]);
        let answer = format::reading(self.context.messages, claim, &claim.readings[group.readings[0]]);
        Thing::new("Answer")
            .with("text", answer.words.as_str())
            .with("inLanguage", self.language(&answer))
            .with("citation", things(readings().flat_map(|reading| self.quotations(reading))))
    }

    fn quotations(&self, reading: &Reading) -> Vec<Thing> {
        let source = &self.context.dossier.sources[reading.source];
        let translated = |translation: &Translation| {
            let words = format::text(self.context.messages, &translation.text);
            Thing::new("Quotation").with("text", words.words.as_str()).with("inLanguage", self.language(&words))
        };
        let quotation = |quote: &Quote| {
            let speaker = quote.speaker.as_deref().map(|name| Thing::new("Person").with("name", name));
            Thing::new("Quotation")
                .with("text", quote.selector.exact.as_str())
                .with("inLanguage", source.lang.as_str())
                // On whose word, and how sure.
                .with("description", voice(self.context, reading))
                .with("isPartOf", Thing::at(self.source_id(reading.source)))
                .with("spokenByCharacter", speaker.unwrap_or_default())
                .with("workTranslation", quote.translation.as_ref().map(translated).unwrap_or_default())
        };
        reading.quotes.iter().map(quotation).collect()
    }

    fn resolved(&self, url: &Option<String>) -> Option<String> {
        url.as_ref().map(|url| self.addresses.resolved(url))
    }

    fn language(&self, phrase: &Phrase) -> String {
        phrase.lang.clone().unwrap_or_else(|| self.context.messages.lang().to_owned())
    }
}

fn things(things: impl Iterator<Item = Thing>) -> Vec<Thing> {
    things.collect()
}

/// What schema.org calls such a source.
fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::News | SourceKind::Wire => "NewsArticle",
        SourceKind::Analysis => "AnalysisNewsArticle",
        SourceKind::Opinion => "OpinionNewsArticle",
        SourceKind::Social => "SocialMediaPosting",
        SourceKind::Comments => "Comment",
        SourceKind::Dataset => "Dataset",
        SourceKind::Book => "Book",
        SourceKind::Official | SourceKind::Court | SourceKind::Person | SourceKind::Broadcast | SourceKind::Other => {
            "CreativeWork"
        }
    }
}

//! What readers see, in schema.org's vocabulary: the article, the reports that it cites, and for each point a question
//! with the answers that were given, each with the quotations that give it.
//!
//! schema.org has no words for how answers relate, for silence, or for origins: these are not exported. Nothing here says
//! which answer is true (`acceptedAnswer`, `ClaimReview`), since nothing in a dossier does.

use super::Addresses;
use crate::compare::Group;
use crate::dossier::{ChangeKind, Claim, ClaimState, How, Reading, Source, SourceIndex, SourceKind, Status};
use crate::view::format::{self, Phrase};
use crate::view::{Context, voice};
use serde::Serialize;

/// A graph of things, as JSON-LD.
#[derive(Serialize)]
pub struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    things: Vec<Thing>,
}

impl Graph {
    /// On lines, for people.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("strings can be written") + "\n"
    }

    /// As an element of a page, whatever the texts in it are.
    pub fn script(&self) -> String {
        let json = serde_json::to_string(self).expect("strings can be written");
        // Outside of strings JSON has no `<`.
        format!("<script type=\"application/ld+json\">{}</script>", json.replace('<', "\\u003c"))
    }
}

/// A thing of some type; what is empty is not written.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing {
    #[serde(rename = "@type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archived_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Box<Thing>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrections_policy: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spoken_by_character: Option<Box<Thing>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Box<Thing>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    is_based_on: Vec<Thing>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    translation_of_work: Vec<Thing>,
    #[serde(skip_serializing_if = "Option::is_none")]
    work_translation: Option<Box<Thing>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<Thing>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correction: Vec<Thing>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Thing>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggested_answer: Vec<Thing>,
}

impl Thing {
    fn new(kind: &'static str) -> Self {
        Thing { kind: Some(kind), ..Thing::default() }
    }

    /// One that is described elsewhere.
    fn at(id: String) -> Self {
        Thing { id: Some(id), ..Thing::default() }
    }
}

/// What readers see of a dossier. Of a withdrawn one the article alone, with what was said of it; of drafts nothing that
/// is one.
pub fn schema_org(context: &Context, addresses: &Addresses) -> Graph {
    let said = Said { context, addresses };
    let mut things = vec![said.article()];
    if context.dossier.status != Status::Withdrawn {
        things.extend((0..context.dossier.sources.len()).map(|at| said.source(at)));
        things.extend(said.compared().map(|(claim, groups)| said.question(claim, groups)));
    }
    Graph { context: "https://schema.org", things }
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
        let dossier = self.context.dossier;
        let publisher = &dossier.publisher;
        let mut article = Thing::new("NewsArticle");
        let address = Some(self.addresses.article().to_owned()).filter(|address| !address.is_empty());
        (article.id, article.url) = (address.clone(), address);
        article.headline =
            dossier.article.headline.as_ref().map(|text| format::text(self.context.messages, text).words);
        article.publisher = Some(Box::new(Thing {
            name: Some(publisher.name.clone()),
            url: publisher.url.as_ref().map(|url| self.addresses.resolved(url)),
            corrections_policy: publisher.corrections.as_ref().map(|url| self.addresses.resolved(url)),
            ..Thing::new("NewsMediaOrganization")
        }));
        let told = |kind| matches!(kind, ChangeKind::Correction | ChangeKind::Withdrawal);
        for change in dossier.changes.iter().filter(|change| told(change.kind)) {
            article.correction.push(Thing {
                text: Some(format::text(self.context.messages, &change.text).words),
                date_published: Some(change.date.clone()),
                ..Thing::new("CorrectionComment")
            });
        }
        if dossier.status != Status::Withdrawn {
            let read = (0..dossier.sources.len()).filter(|&at| dossier.sources[at].seen);
            article.citation = read.map(|at| Thing::at(self.source_id(at))).collect();
            article.mentions = self.compared().map(|(claim, _)| Thing::at(self.addresses.claim(&claim.id))).collect();
        }
        article
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
        let source: &Source = &self.context.dossier.sources[at];
        let resolved = |url: &Option<String>| url.as_ref().map(|url| self.addresses.resolved(url));
        let mut thing = Thing {
            id: Some(self.source_id(at)),
            url: resolved(&source.url),
            headline: source.title.clone(),
            in_language: Some(source.lang.clone()),
            credit_text: Some(source.by.join(", ")).filter(|by| !by.is_empty()),
            date_published: source.published.filter(|_| !source.published_inferred).map(format::iso),
            date_modified: source.updated.map(format::iso),
            archived_at: resolved(&source.archived),
            ..Thing::new(kind(source.kind))
        };
        let outlet = Some(source.name.clone());
        if thing.kind.is_some_and(|kind| kind.ends_with("NewsArticle")) {
            thing.publisher = Some(Box::new(Thing { name: outlet, ..Thing::new("Organization") }));
        } else {
            thing.name = outlet;
        }
        for step in &source.derives {
            let from = Thing::at(self.source_id(step.from));
            match step.how {
                How::Republishes | How::Rewrites => thing.is_based_on.push(from),
                How::Translates => thing.translation_of_work.push(from),
                How::Cites => thing.citation.push(from),
            }
        }
        thing
    }

    fn question(&self, claim: &Claim, groups: &[Group]) -> Thing {
        let Phrase { words, lang } = format::text(self.context.messages, &claim.question);
        Thing {
            id: Some(self.addresses.claim(&claim.id)),
            name: Some(words),
            in_language: self.language(lang),
            suggested_answer: groups.iter().map(|group| self.answer(claim, group)).collect(),
            ..Thing::new("Question")
        }
    }

    /// What several readings answer alike, with the words of each.
    fn answer(&self, claim: &Claim, group: &Group) -> Thing {
        let readings = || group.readings.iter().map(|&at| &claim.readings[at]);
        let shared = readings().next().map(|first| format::reading(self.context.messages, claim, first));
        let Phrase { words, lang } = shared.unwrap_or(Phrase { words: String::new(), lang: None });
        Thing {
            text: Some(words),
            in_language: self.language(lang),
            citation: readings().flat_map(|reading| self.quotations(reading)).collect(),
            ..Thing::new("Answer")
        }
    }

    fn quotations(&self, reading: &Reading) -> Vec<Thing> {
        let source = &self.context.dossier.sources[reading.source];
        let quotation = |quote: &crate::dossier::Quote| {
            let translated = quote.translation.as_ref().map(|translation| {
                let Phrase { words, lang } = format::text(self.context.messages, &translation.text);
                Thing { text: Some(words), in_language: self.language(lang), ..Thing::new("Quotation") }
            });
            let speaker = quote.speaker.clone().map(|name| Thing { name: Some(name), ..Thing::new("Person") });
            Thing {
                text: Some(quote.selector.exact.clone()),
                in_language: Some(source.lang.clone()),
                // On whose word, and how sure.
                description: Some(voice(self.context, reading)).filter(|voice| !voice.is_empty()),
                spoken_by_character: speaker.map(Box::new),
                is_part_of: Some(Box::new(Thing::at(self.source_id(reading.source)))),
                work_translation: translated.map(Box::new),
                ..Thing::new("Quotation")
            }
        };
        reading.quotes.iter().map(quotation).collect()
    }

    /// The language of a phrase.
    fn language(&self, lang: Option<String>) -> Option<String> {
        lang.or(Some(self.context.messages.lang().to_owned()))
    }
}

/// What schema.org calls such a source. What is said on the air is no article.
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

//! What a reader sees, as one small element tree, and how the card behaves over time.
//!
//! Two faces take the tree: [`html`] writes it as text, the page builds it in the DOM. Nothing here knows either.
//! [`card`] is what opens from a mark, [`evidence`] what stands in the page; both show a claim by the same code.

mod baked;
mod card;
mod choice;
mod claim;
mod corridor;
pub mod el;
mod evidence;
pub mod format;
mod fragment;
pub mod html;
mod icon;
pub mod life;
mod mark;
pub mod marking;
pub mod messages;
mod overview;
mod plot;
mod sum;
mod timeline;
mod writer;

pub use baked::baked;
pub use card::{TITLE_ID, card};
pub use choice::choice;
pub use claim::voice;
pub use el::{Action, Attr, El, Tag};
pub use evidence::{Part, evidence, frame, parts};
pub use fragment::{fragment_id, origin};
pub use mark::{LIVE, claims_of, mark, mark_further, mark_labels, stop, stops};
pub use messages::{Key, Messages};
pub use overview::overview;

use crate::compare::Comparison;
use crate::dossier::{Claim, ClaimIndex, ClaimState, Dossier, Relation, Source, SourceIndex, Status};

/// All that a view is made from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// Its claims compared, in the order of [`Dossier::claims`].
    pub comparisons: &'a [Comparison],
    /// The words of the interface.
    pub messages: &'a Messages,
    /// Which source this page is, where it is one.
    pub page: Option<SourceIndex>,
    /// The host that path-absolute addresses are on, as [`origin`] has it.
    pub origin: &'a str,
    /// Whether this is a preview: drafts are shown, and say so.
    pub preview: bool,
}

impl<'a> Context<'a> {
    /// Of what is no source's page, on the host that the dossier comes from, and no preview.
    pub fn new(dossier: &'a Dossier, comparisons: &'a [Comparison], messages: &'a Messages) -> Self {
        Context { dossier, comparisons, messages, page: None, origin: "", preview: false }
    }

    fn claim(&self, at: ClaimIndex) -> (&'a Claim, &'a Comparison) {
        (&self.dossier.claims[at], &self.comparisons[at])
    }

    fn source(&self, at: SourceIndex) -> &'a Source {
        &self.dossier.sources[at]
    }

    /// The relation of the first of a mark's claims, the worst of them.
    fn worst(&self, claims: &[ClaimIndex]) -> Relation {
        claims.first().map_or(Relation::Single, |&claim| self.comparisons[claim].relation)
    }

    /// The claims that are shown, withdrawn ones among them: all but drafts outside of a preview.
    fn claims(&self) -> impl Iterator<Item = ClaimIndex> {
        let shown = |claim: &Claim| self.preview || claim.state != ClaimState::Draft;
        (0..self.dossier.claims.len()).filter(move |&at| shown(&self.dossier.claims[at]))
    }

    /// Those of them that compare: not withdrawn.
    fn compared(&self) -> impl Iterator<Item = ClaimIndex> {
        self.claims().filter(|&at| self.dossier.claims[at].state != ClaimState::Withdrawn)
    }

    fn is_draft(&self) -> bool {
        self.preview && self.dossier.status == Status::Draft
    }
}

/// The number of the note, in print, of each of a mark's claims: "3, 7". The claims that are shown are counted, from 1.
pub fn note(context: &Context, claims: &[ClaimIndex]) -> String {
    let number = |claim: &ClaimIndex| context.claims().take_while(|at| at <= claim).count() as u64;
    let numbers: Vec<String> = claims.iter().map(|claim| format::integer(context.messages, number(claim))).collect();
    format::join(context.messages, Key::Comma, &numbers)
}

/// What is read out after a mark's words: "Reports contradict each other. Shows what each says."
pub fn mark_label(context: &Context, relation: Relation) -> String {
    context.messages.fill(Key::MarkDescription, &[sentence(context.messages, relation)])
}

/// How reports stand to each other, as a sentence: "Reports contradict each other".
pub fn sentence(messages: &Messages, relation: Relation) -> &str {
    messages.get(match relation {
        Relation::Contradict => Key::Contradict,
        Relation::Differ => Key::Differ,
        Relation::Nuance => Key::Nuance,
        Relation::Agree => Key::Agree,
        Relation::Single => Key::Single,
    })
}

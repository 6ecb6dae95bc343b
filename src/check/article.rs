//! Whether every claim's anchors stand in the article.

use super::Check;
use super::code::Code;
use super::here::Here;
use super::missed::Codes;
use super::page::Page;
use super::quotes::Sought;
use super::seek::{Outcome, seek};
use crate::dossier::{Anchor, Claim, ClaimState};

const ANCHOR: Codes = Codes {
    absent: Code::AnchorAbsent,
    near: Code::AnchorNear,
    changed: Code::AnchorChanged,
    ambiguous: Code::AnchorAmbiguous,
};

/// What the article is called in sentences.
const ARTICLE: &str = "the article";

impl<'a> Check<'a> {
    pub(super) fn article(&mut self, article: Option<&Page>) {
        let claims = self.claims();
        let has_article = self.dossier.article.url.is_some()
            || article.is_some()
            || claims.iter().any(|(claim, _)| !claim.anchors.is_empty());
        let mut marked = Vec::new();
        for (claim, here) in &claims {
            if claim.anchors.is_empty() && has_article && claim.state != ClaimState::Withdrawn {
                self.find(Code::NoAnchor, here, "Nothing in the article is marked for this claim.".into());
            }
            if let Some(page) = article {
                marked.extend(self.anchors(claim, here, page));
            }
        }
        if let Some(page) = article {
            self.anchors_in(&marked, page);
        }
    }

    /// The words that a claim's anchors name; those in elements that are not there are found.
    fn anchors(&mut self, claim: &'a Claim, here: &Here<'a>, page: &Page) -> Vec<Sought<'a>> {
        let mut sought = Vec::new();
        for (anchor, here) in claim.anchors.iter().zip(here.items("anchors")) {
            match anchor {
                Anchor::Words { selector, all } => {
                    sought.push(Sought { here, selector, all: *all, within: None, proves: None });
                }
                Anchor::Element { id, refined_by } => match (page.element(id), refined_by) {
                    (None, _) => {
                        let message = format!("The article has no element with the id `{id}` and text in it.");
                        self.find(Code::AnchorElement, &here.at("element"), message);
                    }
                    (within, Some(selector)) => {
                        let here = here.at("refinedBy");
                        sought.push(Sought { here, selector, all: false, within, proves: None });
                    }
                    (Some(_), None) => {}
                },
            }
        }
        sought
    }

    fn anchors_in(&mut self, anchors: &[Sought], page: &Page) {
        let outcomes = seek(page, self.unicode, anchors);
        for (sought, outcome) in anchors.iter().zip(outcomes) {
            match outcome {
                Outcome::Stands(_) if sought.all => {}
                Outcome::Stands(found) => {
                    if let Some(&range) = found.ranges.first() {
                        self.context(sought, page, range, (Code::AnchorContext, ARTICLE));
                    }
                }
                other => self.missed(&ANCHOR, sought, ARTICLE, page, &other),
            }
        }
    }
}

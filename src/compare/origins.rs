//! On what readings rest: where information came from first.

use super::{Origins, ReadingIndex, speaks};
use crate::dossier::{Attribution, AttributionKind, Claim, Dossier, From, How, Reading, SourceIndex};

/// The origins of these readings of one claim. Readers' comments confirm nothing, so theirs are left out.
pub(super) fn origins(dossier: &Dossier, claim: &Claim, readings: &[ReadingIndex]) -> Origins {
    let mut is_known = vec![false; dossier.sources.len()];
    let mut unknown = 0;
    for reading in readings.iter().map(|&index| &claim.readings[index]) {
        if dossier.sources[reading.source].is_report() {
            let trail = Trail::follow(dossier, claim, reading);
            trail.known.iter().for_each(|&source| is_known[source] = true);
            unknown += usize::from(trail.unknown);
        }
    }
    Origins { known: (0..is_known.len()).filter(|&source| is_known[source]).collect(), unknown }
}

/// The way back from one reading.
struct Trail<'a> {
    dossier: &'a Dossier,
    /// First sources, as far as they are known.
    known: Vec<SourceIndex>,
    /// Whether some way ends at something that is not stated.
    unknown: bool,
    /// Sources that were reached, each once: a circle ends here.
    reached: Vec<SourceIndex>,
}

impl<'a> Trail<'a> {
    fn follow(dossier: &'a Dossier, claim: &Claim, reading: &Reading) -> Self {
        let mut trail = Self { dossier, known: Vec::new(), unknown: false, reached: Vec::new() };
        trail.step_from(reading);
        let mut next = 0;
        while let Some(&source) = trail.reached.get(next) {
            next += 1;
            // A source goes on by what it says itself on the claim, on all voices that it gives the word to.
            let mut own = claim.readings.iter().filter(|own| own.source == source && speaks(own)).peekable();
            if own.peek().is_none() {
                trail.step_back(source, true);
            }
            own.for_each(|own| trail.step_from(own));
        }
        // A circle has no first source.
        trail.unknown |= trail.known.is_empty();
        trail
    }

    fn step_from(&mut self, reading: &Reading) {
        match &reading.from {
            From::Unknown => self.unknown = true,
            From::Sources(sources) if sources.is_empty() => self.known.push(reading.source),
            From::Sources(sources) => sources.iter().for_each(|&source| self.reach(source)),
            From::Unstated => {
                let is_named = |by: &Attribution| by.kind != AttributionKind::Unnamed;
                self.step_back(reading.source, reading.attributed_to.iter().all(is_named));
            }
        }
    }

    /// On by what a source was made from; where that is nothing, it is the origin itself if all are named to whom it
    /// gives the credit.
    fn step_back(&mut self, source: SourceIndex, all_named: bool) {
        // Who merely cites has done something of its own.
        let mut made_from =
            self.dossier.sources[source].derives.iter().filter(|step| step.how != How::Cites).peekable();
        match (made_from.peek(), all_named) {
            (None, true) => self.known.push(source),
            (None, false) => self.unknown = true,
            (Some(_), _) => made_from.for_each(|step| self.reach(step.from)),
        }
    }

    fn reach(&mut self, source: SourceIndex) {
        if !self.reached.contains(&source) {
            self.reached.push(source);
        }
    }
}

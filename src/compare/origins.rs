//! On what readings rest: where information came from first.

use super::{Origins, ReadingIndex, Step, speaks};
use crate::dossier::{Attribution, AttributionKind, Claim, Dossier, From, How, Reading, SourceIndex};

/// The origins of these readings of one claim. Readers' comments confirm nothing, so theirs are left out.
pub(super) fn origins(dossier: &Dossier, claim: &Claim, readings: &[ReadingIndex]) -> Origins {
    let mut origins = Origins::default();
    for &index in readings {
        let reading = &claim.readings[index];
        if !dossier.sources[reading.source].is_report() {
            continue;
        }
        let trail = Trail::follow(dossier, claim, reading, &mut origins.steps);
        let (known, unknown) = (trail.known, trail.unknown);
        for source in known {
            if let Err(at) = origins.known.binary_search(&source) {
                origins.known.insert(at, source);
            }
        }
        origins.unknown += usize::from(unknown);
    }
    origins
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
    /// The steps of all readings.
    steps: &'a mut Vec<Step>,
}

impl<'a> Trail<'a> {
    fn follow(dossier: &'a Dossier, claim: &Claim, reading: &Reading, steps: &'a mut Vec<Step>) -> Self {
        let mut trail = Self { dossier, known: Vec::new(), unknown: false, reached: Vec::new(), steps };
        trail.step_from(reading);
        let mut next = 0;
        while let Some(&source) = trail.reached.get(next) {
            next += 1;
            // A source goes on by what it says itself on the claim, in all voices to which it gives the word.
            let mut says_nothing = true;
            for own in &claim.readings {
                if own.source == source && speaks(own) {
                    says_nothing = false;
                    trail.step_from(own);
                }
            }
            if says_nothing {
                trail.step_back(source, true);
            }
        }
        // A circle has no first source.
        trail.unknown |= trail.known.is_empty();
        trail
    }

    fn step_from(&mut self, reading: &Reading) {
        match &reading.from {
            From::Unknown => self.lose(reading.source),
            From::Sources(sources) if sources.is_empty() => self.end(reading.source),
            From::Sources(sources) => sources.iter().for_each(|&to| self.reach(reading.source, to)),
            From::Unstated => {
                let is_named = |by: &Attribution| by.kind != AttributionKind::Unnamed;
                self.step_back(reading.source, reading.attributed_to.iter().all(is_named));
            }
        }
    }

    /// On by what a source was made from; where that is nothing, it is the origin itself if all are named to whom it
    /// gives the credit.
    fn step_back(&mut self, source: SourceIndex, all_named: bool) {
        let mut made_from_nothing = true;
        for step in &self.dossier.sources[source].derives {
            // Who merely cites has done something of its own.
            if step.how != How::Cites {
                made_from_nothing = false;
                self.reach(source, step.from);
            }
        }
        match (made_from_nothing, all_named) {
            (true, true) => self.end(source),
            (true, false) => self.lose(source),
            (false, _) => {}
        }
    }

    /// The way goes on.
    fn reach(&mut self, from: SourceIndex, to: SourceIndex) {
        let draws_on = &mut self.step(from).draws_on;
        if let Err(at) = draws_on.binary_search(&to) {
            draws_on.insert(at, to);
        }
        if !self.reached.contains(&to) {
            self.reached.push(to);
        }
    }

    /// It ends at a source that is known.
    fn end(&mut self, source: SourceIndex) {
        self.step(source).is_origin = true;
        self.known.push(source);
    }

    /// It is lost behind a source.
    fn lose(&mut self, source: SourceIndex) {
        self.step(source).is_unstated = true;
        self.unknown = true;
    }

    fn step(&mut self, source: SourceIndex) -> &mut Step {
        let at = self.steps.partition_point(|step| step.source < source);
        if self.steps.get(at).is_none_or(|step| step.source != source) {
            self.steps.insert(at, Step { source, ..Step::default() });
        }
        &mut self.steps[at]
    }
}

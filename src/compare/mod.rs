//! How readings relate, which of them give one answer, and on how many origins they rest.
//!
//! Two readings relate by their values first ([`relation`]): numbers and dates by the intervals that their words
//! cover ([`extent`]), names, texts and lists by key. Then scope ("officially") and certainty ("probably") soften
//! the result. A claim is as its worst pair ([`compare`]). The rule behind the rules: never show a disagreement
//! that is not there, and never call two answers the same when one holds something back.
//!
//! ```
//! # #[cfg(feature = "editor")] {
//! use variorum::compare::{compare, extent};
//! use variorum::dossier::{Dossier, Relation, Strictness, parse_toml};
//!
//! let text = r#"
//!     variorum = "1.0"
//!     id = "tram"
//!     lang = "en"
//!     title = "The tram failure"
//!     status = "published"
//!     modified = "2026-03-14T09:20:00Z"
//!     article.url = "https://news.example/tram"
//!     publisher.name = "Ledger"
//!     sources = [
//!         { id = "courier", name = "Courier", kind = "news", url = "https://courier.example/tram" },
//!         { id = "wire", name = "Northwire", kind = "wire", url = "https://northwire.example/1" },
//!     ]
//!
//!     [[claims]]
//!     id = "duration"
//!     question = "How long were passengers in the tunnel?"
//!     type = "duration"
//!     readings = [
//!         { source = "courier", value = { is = "PT4H", hedge = "nearly" }, quotes = [{ exact = "for nearly four hours" }] },
//!         { source = "wire", value = { is = "PT2H" }, quotes = [{ exact = "that lasted two hours" }] },
//!     ]
//! "#;
//! let (dossier, faults) = Dossier::read(&parse_toml(text).unwrap(), Strictness::Authoring);
//! assert!(faults.is_empty(), "{faults:?}");
//! let dossier = dossier.unwrap();
//! let claim = &dossier.claims[0];
//!
//! let comparison = compare(&dossier, claim);
//! assert_eq!(comparison.relation, Relation::Contradict);
//! assert_eq!(comparison.groups.len(), 2);
//! assert_eq!(comparison.origins.known, [0, 1]);
//!
//! // "Nearly four hours" stretches from 3.2 hours to just under four; two hours do not reach that far.
//! let outer = extent(claim, claim.readings[0].answer.as_ref().unwrap()).unwrap().outer;
//! assert_eq!((outer.from, outer.to, outer.to_open), (11_520.0, 14_400.0, true));
//! # }
//! ```

mod adjust;
mod amounts;
mod base;
mod dates;
mod groups;
mod interval;
mod items;
mod origins;

use crate::dossier::{Answer, Claim, Dossier, Mode, Reading, Relation, SourceIndex, Value};
pub use interval::{Extent, Interval};

/// Position of a reading in its claim's list.
pub type ReadingIndex = usize;

/// A claim, compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What readers are shown: the editor's judgement where there is one, else [`Comparison::computed`].
    pub relation: Relation,
    /// What the rules say.
    pub computed: Relation,
    /// Every pair of readings of different sources that speak, `a < b`.
    pub pairs: Vec<Pair>,
    /// Speaking readings with equal values; in order of their first reading.
    pub groups: Vec<Group>,
    /// Readings that are silent.
    pub silent: Vec<ReadingIndex>,
    /// On what the speaking readings rest.
    pub origins: Origins,
}

/// Two readings and how they relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The first.
    pub a: ReadingIndex,
    /// The second.
    pub b: ReadingIndex,
    /// How.
    pub relation: Relation,
}

/// Readings that give one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which, in order.
    pub readings: Vec<ReadingIndex>,
    /// On what they rest.
    pub origins: Origins,
}

/// Where information came from first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// Distinct known ones, in order of their position among the sources.
    pub known: Vec<SourceIndex>,
    /// How many readings rest, wholly or in part, on something that is not stated.
    pub unknown: usize,
    /// Who draws on whom: all sources on the way back, in order of their position among the sources.
    pub steps: Vec<Step>,
}

/// What one source has its answer from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub source: SourceIndex,
    /// Those that it draws on, in the same order.
    pub draws_on: Vec<SourceIndex>,
    /// Whether it is an origin itself.
    pub is_origin: bool,
    /// Whether it rests, wholly or in part, on something that is not stated.
    pub is_unstated: bool,
}

/// Compares all readings of a claim.
///
/// Readings that are silent, and two readings of one source, are related to nothing. The editor's judgement replaces
/// the claim's relation, never that of a pair. Readers' comments take part in the relation but not in the
/// origins, since they confirm nothing.
pub fn compare(dossier: &Dossier, claim: &Claim) -> Comparison {
    let (mut speaking, mut silent, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
    for (index, reading) in claim.readings.iter().enumerate() {
        if speaks(reading) { speaking.push(index) } else { silent.push(index) }
    }
    for &a in &speaking {
        for &b in &speaking {
            let (first, second) = (&claim.readings[a], &claim.readings[b]);
            if a < b && first.source != second.source {
                pairs.push(Pair { a, b, relation: relation(claim, first, second) });
            }
        }
    }
    let computed = pairs.iter().map(|pair| pair.relation).max().unwrap_or(Relation::Single);
    Comparison {
        relation: claim.relation.as_ref().map_or(computed, |judgement| judgement.is),
        computed,
        pairs,
        groups: groups::groups(dossier, claim, &speaking),
        origins: origins::origins(dossier, claim, &speaking),
        silent,
    }
}

/// How two readings of a claim relate, whichever sources they are of. [`Relation::Single`] where one is silent:
/// there is nothing to compare.
pub fn relation(claim: &Claim, a: &Reading, b: &Reading) -> Relation {
    match (answer(a), answer(b)) {
        (Some(first), Some(second)) => {
            let base = base::relate(claim, &first.value, &second.value);
            adjust::by_certainty(adjust::by_scope(base, first, second), a, b)
        }
        _ => Relation::Single,
    }
}

/// What an answer covers on the scale of its claim: seconds, a number, an amount in the claim's unit, or seconds since
/// 1970 on the claim's local clock (on the clock as written where the claim states no zone).
///
/// A time of day without a date stands on the first date that any reading of the claim gives, or on 1 January 1970.
/// `None` for a value without a scale, and for a quantity in another unit or an unstated one.
pub fn extent(claim: &Claim, answer: &Answer) -> Option<Extent> {
    match &answer.value {
        Value::Date(bounds) => Some(dates::extent(claim, bounds)),
        value => {
            let amount = amounts::Amount::new(claim, value)?;
            amount.is_in_unit_of(claim).then_some(amount.extent)
        }
    }
}

/// Whether a reading takes up the point, be it to leave it open.
fn speaks(reading: &Reading) -> bool {
    answer(reading).is_some()
}

fn answer(reading: &Reading) -> Option<&Answer> {
    reading.answer.as_ref().filter(|_| reading.mode != Mode::Silent)
}

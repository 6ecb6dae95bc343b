//! How readings relate, which of them give one answer, and on how many origins they rest.

use crate::dossier::{Relation, SourceIndex};

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
}

//! Which readings give one answer.

use super::base::is_same;
use super::origins::origins;
use super::{Group, Origins, ReadingIndex};
use crate::dossier::{Claim, Dossier};

/// The speaking readings with equal values, in order of their first reading.
///
/// Equal means: the same key, the same answer, the same bounds, *and the same scope*, which narrows the answer as much
/// as bounds do: "not officially" and "no" are not printed as one. Voice and certainty are no part of it; the
/// card keeps them beside each reading. Since equality is an equivalence, the first of a group stands for all: no
/// reading joins through a third.
pub(super) fn groups(dossier: &Dossier, claim: &Claim, speaking: &[ReadingIndex]) -> Vec<Group> {
    let is_one = |a: ReadingIndex, b: ReadingIndex| match (&claim.readings[a].answer, &claim.readings[b].answer) {
        (Some(a), Some(b)) => a.scope == b.scope && is_same(claim, &a.value, &b.value),
        _ => false,
    };
    let mut groups: Vec<Group> = Vec::new();
    for &reading in speaking {
        match groups.iter_mut().find(|group| is_one(group.readings[0], reading)) {
            Some(group) => group.readings.push(reading),
            None => groups.push(Group { readings: vec![reading], origins: Origins::default() }),
        }
    }
    for group in &mut groups {
        group.origins = origins(dossier, claim, &group.readings);
    }
    groups
}

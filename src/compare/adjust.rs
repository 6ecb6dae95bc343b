//! What scope and certainty do to the relation of two values. Voice does nothing: who says so is printed, not
//! related.

use crate::dossier::{Answer, Mode, Reading, Relation};

/// Answers to two questions: equal ones hold something back, opposite ones can both be right.
pub(super) fn by_scope(relation: Relation, a: &Answer, b: &Answer) -> Relation {
    match relation {
        Relation::Agree if a.scope != b.scope => Relation::Nuance,
        Relation::Contradict if a.scope != b.scope => Relation::Differ,
        _ => relation,
    }
}

/// Two guesses commit to nothing, so that they cannot contradict; a guess against a commitment can.
pub(super) fn by_certainty(relation: Relation, a: &Reading, b: &Reading) -> Relation {
    match (relation, a.mode == Mode::Suggests, b.mode == Mode::Suggests) {
        (Relation::Contradict, true, true) => Relation::Differ,
        (Relation::Agree, true, false) | (Relation::Agree, false, true) => Relation::Nuance,
        _ => relation,
    }
}

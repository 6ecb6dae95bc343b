//! How two values relate, by their type: before scope and certainty are looked at.

use super::amounts::Amount;
use super::dates;
use super::items::{List, relate_items};
use crate::dossier::{Claim, Relation, Value};

/// The relation of two values of one claim.
///
/// Whoever leaves the point open differs from whoever answers it. Printed words that were never understood are no
/// answer either: only the same words agree. (They do not get as far as this in a dossier that was built.)
pub(super) fn relate(claim: &Claim, a: &Value, b: &Value) -> Relation {
    match (a, b) {
        (Value::Unclear, Value::Unclear) => Relation::Agree,
        (Value::Printed(a), Value::Printed(b)) if a == b => Relation::Agree,
        (Value::YesNo(a), Value::YesNo(b)) if a == b => Relation::Agree,
        (Value::YesNo(_), Value::YesNo(_)) => Relation::Contradict,
        (Value::Name(a), Value::Name(b)) => relate_items(a, b, claim.exclusive),
        (Value::Text(a), Value::Text(b)) => relate_items(a, b, claim.exclusive),
        (Value::Date(a), Value::Date(b)) => dates::relate(a, b, claim.zone),
        _ => match (Amount::new(claim, a), Amount::new(claim, b), List::new(a), List::new(b)) {
            (Some(a), Some(b), ..) => a.relate(&b),
            (.., Some(a), Some(b)) => a.relate(&b),
            _ => Relation::Differ,
        },
    }
}

/// Whether two values are one answer: the same key, the same answer, the same bounds. An equivalence, so that values
/// can be grouped by it.
///
/// They agree, that is; but dates can agree by what is read into one from the other, and lists by what they leave
/// out.
pub(super) fn is_same(claim: &Claim, a: &Value, b: &Value) -> bool {
    let holds_nothing_back = match (a, b) {
        (Value::Date(a), Value::Date(b)) => dates::identity(a, claim.zone) == dates::identity(b, claim.zone),
        _ => match (List::new(a), List::new(b)) {
            (Some(a), Some(b)) => a.is_same(&b),
            _ => true,
        },
    };
    holds_nothing_back && relate(claim, a, b) == Relation::Agree
}

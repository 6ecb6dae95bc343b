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

/// Whether two values are one answer: the same key, the same answer, the same bounds, nothing held back on either
/// side. An equivalence, so that values can be grouped by it.
pub(super) fn is_same(claim: &Claim, a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Unclear, Value::Unclear) => true,
        (Value::Printed(a), Value::Printed(b)) => a == b,
        (Value::YesNo(a), Value::YesNo(b)) => a == b,
        (Value::Name(a), Value::Name(b)) => a.key == b.key,
        (Value::Text(a), Value::Text(b)) => a.key == b.key,
        (Value::Date(a), Value::Date(b)) => dates::identity(a, claim.zone) == dates::identity(b, claim.zone),
        _ => match (Amount::new(claim, a), Amount::new(claim, b), List::new(a), List::new(b)) {
            (Some(a), Some(b), ..) => a.is_same(&b),
            (.., Some(a), Some(b)) => a.is_same(&b),
            _ => false,
        },
    }
}

//! Names, texts and lists: answers that are compared by key.

use crate::dossier::{Item, Relation, Value};

/// How two names or two texts relate. `exclusive`: only one can be right.
pub(super) fn relate_items<T>(a: &Item<T>, b: &Item<T>, exclusive: bool) -> Relation {
    if a.key == b.key {
        Relation::Agree
    } else if fit(a, b) {
        Relation::Nuance
    } else if exclusive {
        Relation::Contradict
    } else {
        Relation::Differ
    }
}

/// Whether two items have one key, or either declares that it fits with the other.
fn fit<T>(a: &Item<T>, b: &Item<T>) -> bool {
    a.key == b.key || a.near.contains(&b.key) || b.near.contains(&a.key)
}

/// Several things: what was among them, what was not, and whether the former is meant as all.
pub(super) struct List<'a> {
    items: &'a [Item<String>],
    not: &'a [Item<String>],
    complete: bool,
}

impl<'a> List<'a> {
    /// `None` for a value of another type.
    pub(super) fn new(value: &'a Value) -> Option<Self> {
        match value {
            Value::List { items, not, complete } => Some(Self { items, not, complete: *complete }),
            _ => None,
        }
    }

    /// How two lists relate. What neither mentions is not denied.
    pub(super) fn relate(&self, other: &Self) -> Relation {
        let has_keys_of = |a: &Self, b: &Self| b.items.iter().all(|item| has_key(a.items, item));
        let matches_all = |a: &Self, b: &Self| b.items.iter().all(|item| a.items.iter().any(|own| fit(own, item)));
        // Something near what is denied may be outside of it: here only the very same thing counts.
        let denies = |a: &Self, b: &Self| b.items.iter().any(|item| has_key(a.not, item));
        let relation = if has_keys_of(self, other) && has_keys_of(other, self) {
            Relation::Agree
        } else if self.complete && !matches_all(self, other)
            || other.complete && !matches_all(other, self)
            || denies(self, other)
            || denies(other, self)
        {
            Relation::Contradict
        } else if matches_all(self, other) || matches_all(other, self) {
            Relation::Nuance
        } else {
            Relation::Differ
        };
        relation.max(relate_numbers(self.items, other.items)).max(relate_numbers(other.items, self.items))
    }

    /// Whether both say the same of the same things, and claim as much for it.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let has_all = |a: &[Item<String>], b: &[Item<String>]| {
            b.iter().all(|item| a.iter().any(|own| own.key == item.key && own.n == item.n))
        };
        self.complete == other.complete
            && has_all(self.items, other.items)
            && has_all(other.items, self.items)
            && has_all(self.not, other.not)
            && has_all(other.not, self.not)
    }
}

fn has_key(list: &[Item<String>], item: &Item<String>) -> bool {
    list.iter().any(|own| own.key == item.key)
}

/// How the numbers of one list's things stand to those of the other's: "two phones" and "phones" is a nuance; "two
/// phones" and "three" differ, since either list may be part of what there was.
fn relate_numbers(list: &[Item<String>], other: &[Item<String>]) -> Relation {
    let relate = |item: &Item<String>| {
        let numbers = || other.iter().filter(|theirs| theirs.key == item.key).map(|theirs| theirs.n);
        if numbers().next().is_none() || numbers().any(|n| n == item.n) {
            Relation::Agree
        } else if item.n.is_none() || numbers().any(|n| n.is_none()) {
            Relation::Nuance
        } else {
            Relation::Differ
        }
    };
    list.iter().map(relate).max().unwrap_or(Relation::Agree)
}

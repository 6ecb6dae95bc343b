//! Sets of sources, and information that goes round in a circle.

use super::{From, Mode, Reading};

/// A set of sources: a bit for each. (A dossier has 40 at most.)
pub(super) type Set = u64;

/// The set of these sources.
pub(super) fn set_of(sources: impl IntoIterator<Item = usize>) -> Set {
    sources.into_iter().filter(|source| *source < 64).fold(0, |set, source| set | 1 << source)
}

pub(super) fn holds(set: Set, source: usize) -> bool {
    source < 64 && set >> source & 1 == 1
}

/// Whether a source is reached from itself by what these readings rest on, and where they do not say by what each
/// source `derives` from.
pub(super) fn is_on_circle(source: usize, readings: &[Reading], derives: &[Set]) -> bool {
    let mut reached = rests_on(source, readings, derives);
    loop {
        let next = (0..derives.len())
            .filter(|other| holds(reached, *other))
            .fold(reached, |next, other| next | rests_on(other, readings, derives));
        if next == reached {
            return holds(reached, source);
        }
        reached = next;
    }
}

/// What a source rests on, one step back.
fn rests_on(source: usize, readings: &[Reading], derives: &[Set]) -> Set {
    let made_from = derives.get(source).copied().unwrap_or_default();
    let mut speaks = false;
    let mut set = 0;
    for reading in readings.iter().filter(|reading| reading.source == source && reading.mode != Mode::Silent) {
        speaks = true;
        set |= match &reading.from {
            From::Unstated => made_from,
            From::Sources(sources) => set_of(sources.iter().copied()),
            From::Unknown => 0,
        };
    }
    if speaks { set } else { made_from }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles() {
        let check = |derives: &[&[usize]], expected: &[usize]| {
            let sets: Vec<Set> = derives.iter().map(|to| set_of(to.iter().copied())).collect();
            let found: Vec<usize> = (0..sets.len()).filter(|source| is_on_circle(*source, &[], &sets)).collect();
            assert_eq!(found, expected, "{derives:?}");
        };
        check(&[], &[]);
        check(&[&[0]], &[0]);
        check(&[&[1], &[2], &[]], &[]);
        check(&[&[1, 2], &[3], &[3], &[]], &[]);
        check(&[&[1], &[2], &[1]], &[1, 2]);
        check(&[&[1], &[2], &[0], &[0]], &[0, 1, 2]);
    }
}

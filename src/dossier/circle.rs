//! Sets of sources, and information that goes round in a circle.

/// The set of these sources: a bit for each. (A dossier has 40 at most.)
pub(super) fn set_of(sources: impl IntoIterator<Item = usize>) -> u64 {
    sources.into_iter().filter(|source| *source < 64).fold(0, |set, source| set | 1 << source)
}

pub(super) fn holds(set: u64, source: usize) -> bool {
    source < 64 && set >> source & 1 == 1
}

/// The sources that are reached from themselves; per source, `edges` has the set that it leads to.
pub(super) fn on_a_circle(edges: &[u64]) -> u64 {
    let mut reached = edges.to_vec();
    for middle in 0..reached.len() {
        let beyond = reached[middle];
        for set in &mut reached {
            if holds(*set, middle) {
                *set |= beyond;
            }
        }
    }
    set_of((0..reached.len()).filter(|source| holds(reached[*source], *source)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles() {
        let check = |edges: &[&[usize]], expected: &[usize]| {
            let sets: Vec<u64> = edges.iter().map(|to| set_of(to.iter().copied())).collect();
            assert_eq!(on_a_circle(&sets), set_of(expected.iter().copied()), "{edges:?}");
        };
        check(&[], &[]);
        check(&[&[0]], &[0]);
        check(&[&[1], &[2], &[]], &[]);
        check(&[&[1, 2], &[3], &[3], &[]], &[]);
        check(&[&[1], &[2], &[1]], &[1, 2]);
        check(&[&[1], &[2], &[0], &[0]], &[0, 1, 2]);
    }
}

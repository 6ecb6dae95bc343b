//! What tells places apart that are alike once folded: blanks, cases, kinds of quotes.

use super::align::{Pattern, Way};
use crate::dossier::Selector;
use crate::text::Index;

/// So many places are looked at; of more, nothing is said.
pub(super) const MOST: usize = 64;

/// Which of the places (bytes of the source) is nearest to a selector as it was written, if one is nearer than all
/// others and the context of one side stands beside it to the last blank. Less would be chance.
pub(super) fn choose(
    index: &Index,
    selector: &Selector,
    places: &mut dyn ExactSizeIterator<Item = (usize, usize)>,
) -> Option<usize> {
    if places.len() > MOST {
        return None;
    }
    let source = index.source();
    // Blanks at the ends of the words belong to what is beside them.
    let words = selector.exact.trim();
    let lead = selector.exact.len() - selector.exact.trim_start().len();
    let trail = lead + words.len();
    let exact = Pattern::new(&mut words.chars());
    let before = Pattern::new(&mut selector.exact[..lead].chars().rev().chain(selector.prefix.chars().rev()));
    let after = Pattern::new(&mut selector.exact[trail..].chars().chain(selector.suffix.chars()));
    let mut best = None;
    for (at, (start, end)) in places.enumerate() {
        let edits = exact.edits(&source[start..end]);
        let before = before.beside(&source[..start], Way::Backwards);
        let after = after.beside(&source[end..], Way::Forwards);
        let stands = [before, after].iter().any(|side| side.given > 0 && side.edits == 0);
        let sum = edits + before.edits + after.edits;
        best = match best {
            Some((least, _, _)) if least < sum => best,
            Some((least, _, _)) if least == sum => Some((least, at, false)),
            _ => Some((sum, at, stands)),
        };
    }
    best.and_then(|(_, at, alone)| alone.then_some(at))
}

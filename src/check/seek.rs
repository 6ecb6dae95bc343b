//! Where words stand in a text, word for word; or what stands there instead.

use super::page::Page;
use super::quotes::Sought;
use crate::anchor::{Found, Kind, Refused, Wanted, locate};
use crate::dossier::Selector;
use crate::text::{Range, Unicode};

/// What became of words that were looked for.
pub(super) enum Outcome {
    /// They stand there: once, or where their context says, or at several places if all are wanted.
    Stands(Found),
    /// Others stand there, of the same meaning.
    Near(Found),
    /// Others stand there: a number, a name or a negation differs.
    Changed(Found),
    /// They stand at all these places, and context does not tell which.
    Several(Vec<Range>),
    /// They are short, and stand at these places only, but not in their context.
    Estranged(Vec<Range>),
    /// Several passages are like them.
    SeveralNear,
    /// Nothing like them stands there.
    Absent,
}

/// Looks for words, all at once; the answers in the same order.
pub(super) fn seek(page: &Page, unicode: &mut dyn Unicode, sought: &[Sought]) -> Vec<Outcome> {
    let wanted: Vec<_> = sought.iter().map(Sought::wanted).collect();
    let found = locate(&page.index, unicode, &wanted);
    // Of what is refused, wherever the words themselves stand.
    let refused = wanted.iter().zip(&found).filter(|(_, found)| found.is_err());
    let bare: Vec<_> = refused
        .map(|(wanted, _)| (Selector { exact: wanted.selector.exact.clone(), ..Selector::default() }, wanted.within))
        .collect();
    let bare: Vec<_> = bare.iter().map(|(selector, within)| Wanted { selector, all: true, within: *within }).collect();
    let mut places = locate(&page.index, unicode, &bare).into_iter();
    let outcome = |found| match found {
        Ok(found @ Found { kind: Kind::Exact | Kind::Folded, .. }) => Outcome::Stands(found),
        Ok(found @ Found { kind: Kind::Near, .. }) => Outcome::Near(found),
        Ok(found @ Found { kind: Kind::Changed, .. }) => Outcome::Changed(found),
        Err(why) => match (why, places.next()) {
            (Refused::Ambiguous, Some(Ok(found))) if found.ranges.len() > 1 => Outcome::Several(found.ranges),
            (_, Some(Ok(found))) => Outcome::Estranged(found.ranges),
            (Refused::Ambiguous, _) => Outcome::SeveralNear,
            (Refused::Absent, _) => Outcome::Absent,
        },
    };
    found.into_iter().map(outcome).collect()
}

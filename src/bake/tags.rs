//! The tags of marks.

use crate::dossier::ClaimIndex;
use crate::view::html::to_html;
use crate::view::{self, Attr, Context, El, mark, mark_further};
use std::collections::HashSet;

/// Makes the tags of marks.
pub struct Tags<'a> {
    context: &'a Context<'a>,
    /// Claims whose marks have been given an id: the evidence leads back to the first.
    named: HashSet<ClaimIndex>,
}

impl<'a> Tags<'a> {
    pub fn new(context: &'a Context<'a>) -> Self {
        Tags { context, named: HashSet::new() }
    }

    /// What begins and what ends the element of a mark: its link, or where it goes on; the last has the number of the note.
    pub fn make(&mut self, claims: &[ClaimIndex], first: bool, last: bool) -> (String, &'static str) {
        let (mut el, end) = if first {
            (mark(self.context, claims, false), "</a>")
        } else {
            (mark_further(self.context, claims), "</span>")
        };
        if let El::Node { attrs, .. } = &mut el {
            let is_named = first && claims.first().is_none_or(|&claim| self.named.insert(claim));
            attrs.retain(|(attr, _)| is_named || *attr != Attr::Id);
        }
        if last {
            el = el.with(Attr::Note, view::note(self.context, claims));
        }
        let html = to_html(&el);
        (html.strip_suffix(end).map(Into::into).unwrap_or(html), end)
    }
}

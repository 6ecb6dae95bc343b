//! The card: what opens from a mark.

use super::format::{count, integer};
use super::messages::Key;
use super::writer::Writer;
use super::{Action, Attr, Context, El, Tag, fragment};
use crate::dossier::ClaimIndex;

/// The id of the card's heading within its shadow root: what names the dialog.
pub const TITLE_ID: &str = "variorum-card-title";

/// The card of the claims that a mark carries, worst relation first, opened at the one numbered `at` (from 0; the
/// last where there are fewer). An empty element where there are none.
///
/// Every class stands in `part` too, without its prefix, so that a page can style it through `::part`.
pub fn card(context: &Context, claims: &[ClaimIndex], at: usize) -> El {
    let mut to = Writer::new(context, true);
    let at = at.min(claims.len().saturating_sub(1));
    let Some(&index) = claims.get(at) else { return to.finish() };
    let messages = context.messages;
    // As each group, a section: what of it can't be seen yet the page may build later.
    to.open_as(Tag::Section, "claim", context.comparisons[index].relation);
    to.in_messages_language();

    // No `header`: in a dialog over the page it would be a banner of the page.
    to.open(Tag::Div, "head");
    if context.is_draft() {
        to.leaf_of(Tag::P, "draft", Key::Draft);
    }
    if claims.len() > 1 {
        let number = |n: usize| integer(messages, n as u64);
        to.open(Tag::Div, "steps");
        button(&mut to, Action::Previous, Key::Previous);
        to.leaf(Tag::Span, "", &messages.fill(Key::Step, &[&number(at + 1), &number(claims.len())]));
        button(&mut to, Action::Next, Key::Next);
        to.close();
    }
    to.claim_head(index, Tag::H2, TITLE_ID);
    button(&mut to, Action::Close, Key::Close);
    to.close();

    to.claim_body(index);

    to.open(Tag::Div, "foot");
    to.open(Tag::A, "all");
    to.put(Attr::Href, fragment::link_to(context.dossier, ""));
    to.text(&count(messages, Key::AllPoints, context.compared().count()));
    to.close();
    to.open_fold("about", &mut |to| to.say(Key::Method));
    to.about();
    to.finish()
}

/// A button whose class is its action: it shows a sign by the style sheet and says its purpose.
fn button(to: &mut Writer, action: Action, purpose: Key) {
    to.open(Tag::Button, action.name());
    to.set(Attr::Type, "button");
    to.set(Attr::Action, action.name());
    to.put(Attr::AriaLabel, to.context.messages.get(purpose).into());
    to.close();
}

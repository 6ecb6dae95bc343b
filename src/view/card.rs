//! The card: what opens from a mark.

use super::format::{count, integer};
use super::messages::{Key, fill};
use super::parts::{class_of, el};
use super::{Action, Attr, Context, El, Tag, claim, fragment};
use crate::dossier::ClaimIndex;

/// The id of the card's heading within its shadow root: what names the dialog.
pub const TITLE_ID: &str = "variorum-card-title";

/// The card of the claims that a mark carries, worst relation first, opened at the one numbered `at` (from 0; the
/// last where there are fewer). An empty element where there are none.
///
/// Every class stands in `part` too, without its prefix, so that a page can style it through `::part`.
pub fn card(context: &Context, claims: &[ClaimIndex], at: usize) -> El {
    let at = at.min(claims.len().saturating_sub(1));
    let Some(&index) = claims.get(at) else { return El::new(Tag::Div) };
    let messages = context.messages;
    let mut header = el(Tag::Header, "variorum-head");
    if context.is_draft() {
        header.push(el(Tag::P, "variorum-draft").say(messages.get(Key::Draft)));
    }
    if claims.len() > 1 {
        let number = |n: usize| integer(messages, n as u64);
        let step = fill(messages.get(Key::Step), &[("n", &number(at + 1)), ("total", &number(claims.len()))]);
        header.push(
            el(Tag::Div, "variorum-steps")
                .child(button(Action::Previous, "variorum-previous", messages.get(Key::Previous)))
                .child(El::new(Tag::Span).say(step))
                .child(button(Action::Next, "variorum-next", messages.get(Key::Next))),
        );
    }
    let header = claim::head(context, index, header, El::new(Tag::H2).with(Attr::Id, TITLE_ID)).child(button(
        Action::Close,
        "variorum-close",
        messages.get(Key::Close),
    ));
    let all = El::new(Tag::A)
        .class("variorum-all")
        .with(Attr::Href, String::from("#") + &fragment::fragment_id(context.dossier, ""))
        .say(count(messages, Key::AllPoints, context.compared().count()));
    let root = El::new(Tag::Div)
        .class(class_of("variorum-claim", context.comparisons[index].relation))
        .with(Attr::Lang, String::from(messages.lang()))
        .with(Attr::Dir, String::from(messages.get(Key::Direction)))
        .child(header);
    let about = el(Tag::Details, "variorum-about").child(El::new(Tag::Summary).say(messages.get(Key::Method)));
    let foot = el(Tag::Footer, "variorum-foot").child(all).child(claim::about(context, about));
    let root = claim::body(context, index, root).child(foot);
    with_parts(root)
}

/// A button that shows a sign by the style sheet and says its purpose.
fn button(action: Action, class: &'static str, words: &str) -> El {
    el(Tag::Button, class)
        .with(Attr::Type, "button")
        .with(Attr::Action, action.name())
        .with(Attr::AriaLabel, String::from(words))
}

fn with_parts(el: El) -> El {
    let El::Node { tag, mut attrs, children } = el else { return el };
    if let Some((_, class)) = attrs.iter().find(|(attr, _)| *attr == Attr::Class) {
        let part = class.replace("variorum-", "");
        attrs.push((Attr::Part, part.into()));
    }
    El::Node { tag, attrs, children: children.into_iter().map(with_parts).collect() }
}

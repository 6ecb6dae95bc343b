//! The reader's choice: marks on or off.

use super::messages::Key;
use super::writer::Writer;
use super::{Action, Attr, Context, El, Tag};

/// A button that turns the marks off, or on again where they are `off`. It stands in the evidence where it works: it is
/// no part of what is read without JavaScript.
pub fn choice(context: &Context, off: bool) -> El {
    let mut to = Writer::new(context, false);
    to.open(Tag::Button, "choice");
    to.set(Attr::Type, "button");
    to.set(Attr::Action, Action::Marks.name());
    to.say(if off { Key::MarksOn } else { Key::MarksOff });
    to.finish()
}

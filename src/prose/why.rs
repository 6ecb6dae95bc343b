//! Why words were not understood.

use crate::dossier::ClaimKind;
use std::fmt::{self, Display, Formatter};
use std::ops::Range;

/// Why words were not understood. Its kind is private; as text, it is a clause for an editor: "the year is missing".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyNot {
    pub(super) kind: Why,
    pub(super) span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    Language(String),
    Type(ClaimKind),
    NoFigure(ClaimKind),
    LeftOver(String),
    OtherUnit(&'static str),
    NoUnit,
    NoYear,
    Unclear,
    NoSuchDay,
    Backwards,
}

impl WhyNot {
    /// Which of the words it is about, in bytes; all of them where no part can be named.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

impl Display for WhyNot {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match &self.kind {
            Why::Language(tag) => write!(f, "figures in words of the language `{tag}` can't be read yet"),
            Why::Type(ClaimKind::List) => f.write_str("what the things are is for you to say"),
            Why::Type(_) => f.write_str("which other answers are the same is for you to say"),
            Why::NoFigure(ClaimKind::Duration) => f.write_str("no length of time can be read from them"),
            Why::NoFigure(ClaimKind::Date) => f.write_str("no date can be read from them"),
            Why::NoFigure(ClaimKind::YesNo) => f.write_str("they are not just yes or no"),
            Why::NoFigure(_) => f.write_str("no number can be read from them"),
            Why::LeftOver(words) => write!(f, "“{words}” could change what the figure means"),
            Why::OtherUnit(code) => write!(f, "the figure is in `{code}`"),
            Why::NoUnit => f.write_str("the unit is not among them"),
            Why::NoYear => f.write_str("the year is not among them"),
            Why::Unclear => f.write_str("which figure they mean is not clear"),
            Why::NoSuchDay => f.write_str("no calendar has this day"),
            Why::Backwards => f.write_str("the range ends before it begins"),
        }
    }
}

impl std::error::Error for WhyNot {}

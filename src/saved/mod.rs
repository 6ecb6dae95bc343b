//! A page on disk: parsed as a browser does, with the place in the file of each text and each tag; and its article, as
//! the widget walks it. Knows no files: a page is handed over as text.

mod about;
mod charset;
mod page;
mod parse;
mod places;
mod readable;
mod tree;

pub use about::About;
pub use charset::{Decoded, NotText};
pub use page::{NoArticle, Page};
pub(crate) use page::{matches, own, select};
pub use parse::{Document, MAX_DEPTH, TagRange, TooDeep, parse};
pub use places::Places;

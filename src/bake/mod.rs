//! A page with its marks and its evidence put in, so that both are there before anything is loaded, and without scripts.
//!
//! Bytes in, bytes out: whatever is not put in stays as it was, byte for byte. A page is parsed as a browser does, its
//! words are found by the same engine as in the page, and tags are put in at the bytes that they stand at. Then the
//! result is parsed again. It is given out only if
//!
//! - its tree is the same, what was put in left aside, with scripts and without,
//! - every mark has its words and nothing else,
//! - taking all of it out again gives the file as it was.
//!
//! A mark that fails this is left out and reported; a page whose evidence fails it is refused. So baking twice is baking
//! once, and nothing has to be remembered to undo it.
//!
//! What is put in: `baked="REVISION"` and the evidence, in the page's `variorum-dossier`, JSON-LD if asked, and what stood
//! there before in a `template`; around words, the links that the page itself would make. Words in links and buttons, and words
//! that a framework's script takes over, get none: a page that runs paints these.

mod edits;
mod element;
mod owner;
mod place;
mod put;
mod refusal;
mod same;
mod tags;
mod undo;

pub use place::Missing;
pub use refusal::Refusal;

use crate::dossier::{Dossier, Status};
use crate::saved::{Decoded, Document, parse};
use edits::without;
use put::put_in;
use refusal::Why;
use std::borrow::Cow;

/// What to bake.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// CSS selector of the element, where the page has several.
    pub element: Option<&'a str>,
    /// No marks in the text: they are left to the page that runs. So it is for an element with `marks="paint"`.
    pub evidence_only: bool,
    /// What readers see, in schema.org's vocabulary, beside the evidence.
    pub json_ld: bool,
}

/// A baked page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baked {
    /// The file, in the encoding that it had.
    pub bytes: Vec<u8>,
    /// How many marks stand in it.
    pub marks: usize,
    /// What has none, in the order of the page; what is not found first.
    pub missing: Vec<Missing>,
}

/// Puts marks and evidence of a dossier into a page. If some are in it already, they are taken out before.
///
/// # Errors
/// If the page can't be read or written, has no element or no article, or is a framework's; if the dossier is a draft.
pub fn bake(page: &[u8], dossier: &Dossier, options: &Options) -> Result<Baked, Refusal> {
    if dossier.status == Status::Draft {
        return Err(Why::Draft.into());
    }
    let decoded = decoded(page)?;
    let (document, before) = undone(&decoded.text, options.element)?;
    let (text, marks, missing) = put_in(&document, &before, dossier, options)?;
    Ok(Baked { bytes: decoded.write(&text), marks, missing })
}

/// Takes out what was baked, of all elements or of the one selected.
///
/// # Errors
/// If the page can't be read, or was changed where it was baked.
pub fn undo(page: &[u8], element: Option<&str>) -> Result<Vec<u8>, Refusal> {
    let decoded = decoded(page)?;
    Ok(decoded.write(&undone(&decoded.text, element)?.1))
}

/// A page as text, which written back is what it was.
fn decoded(page: &[u8]) -> Result<Decoded, Refusal> {
    let decoded = Decoded::read(page).map_err(Why::NotText)?;
    if decoded.write(&decoded.text) == page { Ok(decoded) } else { Err(Why::NotReversible(decoded.encoding()).into()) }
}

/// A page as it was before it was baked, and its tree.
fn undone<'t>(text: &'t str, element: Option<&str>) -> Result<(Document, Cow<'t, str>), Refusal> {
    let document = parse(text, true)?;
    let gone = undo::put_in(&document, text, element)?;
    if gone.is_empty() {
        return Ok((document, text.into()));
    }
    let text = without(text, gone);
    Ok((parse(&text, true)?, text.into()))
}

/// The addresses of the dossiers that a page shows: `src` of each of its elements, or of those selected.
///
/// # Errors
/// If the page can't be read, or has no such element.
pub fn addresses(page: &[u8], element: Option<&str>) -> Result<Vec<String>, Refusal> {
    let document = parse(&decoded(page)?.text, true)?;
    let elements = element::all(&document, element)?;
    if elements.is_empty() {
        return Err(Why::NoElement(element.map(Into::into)).into());
    }
    Ok(elements.iter().filter_map(|element| element.attr("src")).map(Into::into).collect())
}

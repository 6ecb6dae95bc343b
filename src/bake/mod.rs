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
//! What is put in: `baked="REVISION"` and the evidence, in the page's `variorum-dossier`, and what stood there before in
//! a `template`; around words, the links that the page itself would make. Words in links and buttons, and words
//! that a framework's script takes over, get none: a page that runs paints these.

mod charset;
mod edits;
mod element;
mod owner;
mod place;
mod refusal;
mod same;
mod undo;

pub use place::Missing;
pub use refusal::Refusal;

use crate::dossier::{ClaimIndex, Dossier, Status, line_column};
use crate::saved::{Document, Page, parse, select};
use crate::view::html::to_html;
use crate::view::{self, Attr, Context, El, mark, mark_further};
use charset::Decoded;
use edits::{Edits, without};
use element::{BEFORE, BEFORE_END, Element, comparisons};
use place::{Placed, place};
use refusal::Why;
use same::{Side, same};
use scraper::ElementRef;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What to bake.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// CSS selector of the element, where the page has several.
    pub element: Option<&'a str>,
    /// No marks in the text: they are left to the page that runs. So it is for an element with `marks="paint"`.
    pub evidence_only: bool,
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
    let decoded = Decoded::read(page)?;
    let (document, before) = undone(&decoded.text, options.element)?;
    let (text, marks, missing) = put_in(document, &before, dossier, options)?;
    Ok(Baked { bytes: decoded.write(&text), marks, missing })
}

/// Takes out what was baked, of all elements or of the one selected.
///
/// # Errors
/// If the page can't be read, or was changed where it was baked.
pub fn undo(page: &[u8], element: Option<&str>) -> Result<Vec<u8>, Refusal> {
    let decoded = Decoded::read(page)?;
    Ok(decoded.write(&undone(&decoded.text, element)?.1))
}

/// A page as it was before it was baked, and its tree.
fn undone<'t>(text: &'t str, element: Option<&str>) -> Result<(Document, Cow<'t, str>), Refusal> {
    let document = parse(text, true);
    let gone = undo::put_in(&document, text, element)?;
    if gone.is_empty() {
        return Ok((document, text.into()));
    }
    let text = without(text, gone);
    Ok((parse(&text, true), text.into()))
}

/// The addresses of the dossiers that a page shows: `src` of each of its elements, or of those selected.
///
/// # Errors
/// If the page can't be read, or has no such element.
pub fn addresses(page: &[u8], element: Option<&str>) -> Result<Vec<String>, Refusal> {
    let document = parse(&Decoded::read(page)?.text, true);
    let elements = element::all(&document, element)?;
    if elements.is_empty() {
        return Err(Why::NoElement(element.map(Into::into)).into());
    }
    Ok(elements.iter().filter_map(|element| element.attr("src")).map(Into::into).collect())
}

fn put_in(
    document: Document,
    text: &str,
    dossier: &Dossier,
    options: &Options,
) -> Result<(String, usize, Vec<Missing>), Refusal> {
    let element = Element::find(&document, text, options.element)?;
    let (comparisons, messages) = (comparisons(dossier), element.messages(dossier));
    let context = element.context(dossier, &comparisons, &messages)?;
    let before = Before::new(text, &document, &element, options);

    let evidence_only = options.evidence_only || element.manner() == Some("paint");
    let (placed, mut missing) =
        if evidence_only { Default::default() } else { find(&document, text, &element, &context)? };
    let mut edits = Edits::default();
    if !evidence_only {
        edits.insert(element.name_end(), format!(" baked=\"{}\"", dossier.revision));
    }
    edits.insert(element.start.end, element.evidence(&context) + BEFORE);
    edits.insert(element.end.start, BEFORE_END);

    let misplaced = || Why::Misplaced(line_column(text, element.start.start).0);
    let mut kept = Kept { marks: Vec::new(), baked: None };
    let refused = before.keep(&edits, &placed, &context, &mut kept);
    missing.extend(refused.into_iter().flat_map(|mark| mark.missing("markup")));
    let baked = kept.baked.or_else(|| before.with(&edits, &[], &context)).ok_or_else(misplaced)?;
    Ok((baked, kept.marks.len(), missing))
}

/// What is to be marked in the page's article.
fn find(
    document: &Document,
    text: &str,
    element: &Element,
    context: &Context,
) -> Result<(Vec<Placed>, Vec<Missing>), Refusal> {
    let page = Page::of(document, Some(element.node), None).map_err(Why::NoArticle)?;
    let article = page.article.and_then(|id| document.html.tree.get(id)).and_then(ElementRef::wrap);
    if let Some(sign) =
        article.filter(|_| element.manner() != Some("text")).and_then(|it| owner::of_article(document, it))
    {
        return Err(Why::Framework(sign).into());
    }
    Ok(place(document, text, &page, element, context))
}

/// Marks that can be put in together, and the page with them.
struct Kept<'p> {
    marks: Vec<&'p Placed>,
    baked: Option<String>,
}

/// A page as it was before, which it has still to be.
struct Before<'p> {
    text: &'p str,
    element: &'p Element<'p>,
    options: &'p Options<'p>,
    document: &'p Document,
    /// The page without scripts, where that is another.
    silent: Option<Document>,
}

impl<'p> Before<'p> {
    fn new(text: &'p str, document: &'p Document, element: &'p Element<'p>, options: &'p Options) -> Self {
        let silent = select(document, "noscript").next().map(|_| parse(text, false));
        Before { text, element, options, document, silent }
    }

    /// Adds to those that are kept as many of these marks as fit, all of them at best. Those that don't.
    fn keep<'m>(&self, edits: &Edits, marks: &'m [Placed], context: &Context, kept: &mut Kept<'m>) -> Vec<&'m Placed> {
        let together: Vec<&Placed> = kept.marks.iter().copied().chain(marks).collect();
        if let Some(baked) = self.with(edits, &together, context) {
            *kept = Kept { marks: together, baked: Some(baked) };
            return Vec::new();
        }
        if let [] | [_] = marks {
            return marks.iter().collect();
        }
        let (first, second) = marks.split_at(marks.len() / 2);
        let mut refused = self.keep(edits, first, context, kept);
        refused.extend(self.keep(edits, second, context, kept));
        refused
    }

    /// The page with all this and these marks; `None` if it is not the same page with something put in.
    fn with(&self, edits: &Edits, marks: &[&Placed], context: &Context) -> Option<String> {
        let mut edits = edits.clone();
        let others = edits.len();
        let mut tags = Tags::new(context);
        for mark in marks {
            for (nth, cut) in mark.cuts.iter().enumerate() {
                let (start, end) = tags.make(&mark.claims, nth == 0, nth + 1 == mark.cuts.len());
                edits.insert(cut.file.start, start);
                edits.insert(cut.file.end, end);
            }
        }
        // To know where the element begins then; a mark may end there.
        edits.insert(self.element.start.start, "");
        let (baked, mut begins) = edits.apply(self.text);
        let at = begins.pop()?;
        let words = marks.iter().flat_map(|mark| &mark.cuts).map(|cut| cut.words.as_str());
        let marks: Vec<_> = begins.into_iter().skip(others).step_by(2).zip(words).collect();
        let after = parse(&baked, true);
        let stands = self.is_same(self.document, &after, at, &marks)
            && self.silent.as_ref().is_none_or(|before| self.is_same(before, &parse(&baked, false), at, &marks));
        let gone = undo::put_in(&after, &baked, self.options.element).ok().filter(|_| stands)?;
        (without(&baked, gone) == self.text).then_some(baked)
    }

    /// Whether `after` is the page `before` with the element at this byte and these marks, of which it is told where
    /// they begin and what they say.
    fn is_same(&self, before: &Document, after: &Document, at: usize, marks: &[(usize, &str)]) -> bool {
        let (here, there) = (before.by_start(), after.by_start());
        let elements = here.get(&self.element.start.start).zip(there.get(&at));
        let marks: Option<HashMap<_, _>> = marks.iter().map(|(at, words)| Some((*there.get(at)?, *words))).collect();
        let Some(((&element, &same_element), marks)) = elements.zip(marks) else { return false };
        let none = HashMap::new();
        same(
            &Side { document: before, element, marks: &none },
            &Side { document: after, element: same_element, marks: &marks },
        )
    }
}

/// Makes the tags of marks.
struct Tags<'a> {
    context: &'a Context<'a>,
    /// Claims whose marks have been given an id: the evidence leads back to the first.
    named: HashSet<ClaimIndex>,
}

impl<'a> Tags<'a> {
    fn new(context: &'a Context<'a>) -> Self {
        Tags { context, named: HashSet::new() }
    }

    /// What begins and what ends the element of a mark: its link, or where it goes on; the last has the number of the note.
    fn make(&mut self, claims: &[ClaimIndex], first: bool, last: bool) -> (String, &'static str) {
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

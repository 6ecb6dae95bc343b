//! Putting marks and evidence in, and looking whether the page is still the same.

use super::edits::{Edits, without};
use super::element::{BEFORE, BEFORE_END, Element, comparisons};
use super::place::{Missing, Placed, place};
use super::refusal::{Refusal, Why};
use super::same::{Side, same};
use super::tags::Tags;
use super::{Options, owner, undo};
use crate::dossier::{Dossier, line_column};
use crate::saved::{Document, Page, parse, select};
use crate::view::Context;
use scraper::ElementRef;
use std::collections::HashMap;

/// Puts marks and evidence into a page that has none: the page, how many marks, and what is not marked.
pub fn put_in(
    document: &Document,
    text: &str,
    dossier: &Dossier,
    options: &Options,
) -> Result<(String, usize, Vec<Missing>), Refusal> {
    let element = Element::find(document, text, options.element)?;
    let (comparisons, messages) = (comparisons(dossier), element.messages(dossier));
    let context = element.context(dossier, &comparisons, &messages)?;
    let before = Before::new(text, document, &element, options)?;

    let evidence_only = options.evidence_only || element.manner() == Some("paint");
    let (placed, mut missing) =
        if evidence_only { Default::default() } else { find(document, text, &element, &context)? };
    let mut edits = Edits::default();
    if !evidence_only {
        edits.insert(element.name_end(), format!(" baked=\"{}\"", dossier.revision));
    }
    edits.insert(element.start.end, element.evidence(&context, options.json_ld) + BEFORE);
    edits.insert(element.end.start, BEFORE_END);

    let all: Vec<&Placed> = placed.iter().collect();
    if let Some(baked) = before.with(&edits, &all, &context) {
        return Ok((baked, all.len(), missing));
    }
    // Something does not fit: the evidence, or some of the marks.
    let misplaced = || Why::Misplaced(line_column(text, element.start.start).0);
    let baked = before.with(&edits, &[], &context).ok_or_else(misplaced)?;
    let mut kept = Kept { marks: Vec::new(), baked };
    let refused = before.keep(&edits, &placed, &context, &mut kept);
    missing.extend(refused.into_iter().flat_map(|mark| mark.missing("markup")));
    Ok((kept.baked, kept.marks.len(), missing))
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
    baked: String,
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
    fn new(
        text: &'p str,
        document: &'p Document,
        element: &'p Element<'p>,
        options: &'p Options,
    ) -> Result<Self, Refusal> {
        let silent = select(document, "noscript").next().map(|_| parse(text, false)).transpose()?;
        Ok(Before { text, element, options, document, silent })
    }

    /// Adds to those that are kept as many of these marks as fit, all of them at best. Those that don't.
    fn keep<'m>(&self, edits: &Edits, marks: &'m [Placed], context: &Context, kept: &mut Kept<'m>) -> Vec<&'m Placed> {
        let together: Vec<&Placed> = kept.marks.iter().copied().chain(marks).collect();
        if let Some(baked) = self.with(edits, &together, context) {
            *kept = Kept { marks: together, baked };
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
        let after = parse(&baked, true).ok()?;
        let stands = self.is_same(self.document, &after, at, &marks)
            && self
                .silent
                .as_ref()
                .is_none_or(|before| parse(&baked, false).is_ok_and(|after| self.is_same(before, &after, at, &marks)));
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

//! The page's own `variorum-dossier`: what it asks for, where it begins and ends.

use super::refusal::{Refusal, Why};
use crate::compare::{Comparison, compare};
use crate::dossier::{Dossier, Relation, line_column};
use crate::export::Addresses;
use crate::export::schema_org::schema_org;
use crate::saved::{Document, matches, select};
use crate::view::messages::{self, LANGUAGES, Messages};
use crate::view::{Context, baked, origin};
use scraper::{ElementRef, Selector};
use std::ops::Range;

/// The element's name.
const NAME: &str = "variorum-dossier";

/// What the words that stood in the element are kept in.
pub const BEFORE: &str = "<template class=\"variorum-before\">";

/// The end of that.
pub const BEFORE_END: &str = "</template>";

/// The element as it stands in the file.
#[derive(Clone)]
pub struct Element<'d> {
    pub node: ElementRef<'d>,
    /// Its tags, in bytes.
    pub start: Range<usize>,
    pub end: Range<usize>,
}

/// All elements that `selector` selects, or all there are.
pub fn all<'d>(document: &'d Document, selector: Option<&str>) -> Result<Vec<ElementRef<'d>>, Refusal> {
    let Some(wanted) = selector else { return Ok(select(document, NAME).collect()) };
    let selector = Selector::parse(wanted).map_err(|_| Why::NoSelector(wanted.into()))?;
    Ok(matches(document, &selector).filter(|element| element.value().name() == NAME).collect())
}

impl<'d> Element<'d> {
    /// The one that `selector` selects; the only one of the page.
    pub fn find(document: &'d Document, file: &str, selector: Option<&str>) -> Result<Self, Refusal> {
        match all(document, selector)?.as_slice() {
            [] => Err(Why::NoElement(selector.map(Into::into)).into()),
            [node] => Self::new(document, file, *node),
            several => Err(Why::SeveralElements(several.len()).into()),
        }
    }

    /// This one, if it has an end.
    pub fn new(document: &'d Document, file: &str, node: ElementRef<'d>) -> Result<Self, Refusal> {
        let start = document.start_tag(node.id()).map(|tag| tag.range.clone()).unwrap_or_default();
        // Where something in it is left open, its end tag may end nothing.
        let ends = |end: &Range<usize>| {
            let mut inside = node.descendants().filter_map(|inner| document.start_tag(inner.id()));
            inside.all(|tag| tag.range.start < end.end)
        };
        let end = document.end_tag(node.id()).map(|tag| tag.range.clone()).filter(ends);
        let not_closed = || Why::NotClosed(line_column(file, start.start).0);
        Ok(Element { node, end: end.ok_or_else(not_closed)?, start })
    }

    /// The byte behind its name, where an attribute can be put.
    pub fn name_end(&self) -> usize {
        self.start.start + "<".len() + NAME.len()
    }

    fn attribute(&self, name: &str) -> Option<&'d str> {
        self.node.attr(name).filter(|value| !value.is_empty())
    }

    /// Which relations are marked; all where `None`.
    pub fn show(&self) -> Option<Vec<Relation>> {
        let all = [Relation::Contradict, Relation::Differ, Relation::Nuance, Relation::Agree, Relation::Single];
        let relation = |name: &str| all.into_iter().find(|relation| relation.name() == name);
        self.attribute("show").map(|names| names.split_ascii_whitespace().filter_map(relation).collect())
    }

    /// How words are to be marked: `text`, `paint`, or as it is best.
    pub fn manner(&self) -> Option<&'d str> {
        self.attribute("marks")
    }

    /// The words of the interface: its own language, else that of the page around it, else the dossier's.
    pub fn messages(&self, dossier: &Dossier) -> Messages {
        let around = self.node.ancestors().filter_map(ElementRef::wrap);
        let lang = std::iter::once(self.node).chain(around).find_map(|element| element.attr("lang"));
        let wanted: Vec<&str> = lang.into_iter().chain([dossier.lang.as_str()]).collect();
        let tags: Vec<&str> = LANGUAGES.iter().map(|(tag, ..)| *tag).collect();
        messages::embedded(tags[messages::choose(&wanted, &tags)])
    }

    /// All that evidence and marks are made from.
    pub fn context<'a>(
        &'a self,
        dossier: &'a Dossier,
        comparisons: &'a [Comparison],
        messages: &'a Messages,
    ) -> Result<Context<'a>, Refusal> {
        let page = match self.attribute("source") {
            None => None,
            Some(id) => match dossier.sources.iter().position(|source| source.id == id) {
                Some(source) => Some(source),
                None => {
                    let known = dossier.sources.iter().map(|source| source.id.clone()).collect();
                    return Err(Why::NoSource { id: id.into(), known }.into());
                }
            },
        };
        let origin = origin(self.attribute("src").unwrap_or_default());
        Ok(Context { page, origin, ..Context::new(dossier, comparisons, messages) })
    }

    /// What is put into it, as HTML.
    pub fn evidence(&self, context: &Context, json_ld: bool) -> String {
        let mut html = baked(context, self.attribute("overview") != Some("none"));
        if json_ld {
            // In the page itself its own address need not be known.
            html += &schema_org(context, &Addresses::new(context.dossier, None).loaded_from(context.origin)).script();
        }
        html
    }
}

/// Every claim compared.
pub fn comparisons(dossier: &Dossier) -> Vec<Comparison> {
    dossier.claims.iter().map(|claim| compare(dossier, claim)).collect()
}

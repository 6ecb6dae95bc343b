//! One element's dossier in the page: its evidence, its marks, and how to take both out again.

use super::event::{self, Error, Missing, Mounted, Ready};
use super::options::Options;
use super::stage::{self, Marked};
use super::unicode::Browser;
use super::walk::{Scope, Walked, Walker};
use super::watch::Watch;
use super::wrap::{self, Unmarked, Wrapping};
use super::{article, build, node};
use crate::anchor::{self, Wanted};
use crate::compare::{Comparison, compare};
use crate::dossier::{ClaimIndex, Dossier, Fault, Relation, SourceIndex, Status, Strictness};
use crate::text::Range;
use crate::view::life::MarkId;
use crate::view::marking::{self, Spot};
use crate::view::{self, Attr, Context, El, Key, Messages, Tag};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DocumentFragment, Element, HtmlElement};

/// A mounted dossier.
pub struct Widget {
    element: HtmlElement,
    document: Document,
    article: Element,
    dossier: Dossier,
    comparisons: Vec<Comparison>,
    messages: Messages,
    page: Option<SourceIndex>,
    options: Options,
    /// What stood in the element before.
    before: DocumentFragment,
    marks: RefCell<Marks>,
}

#[derive(Default)]
struct Marks {
    ids: Vec<MarkId>,
    elements: Vec<Element>,
    wrapping: Wrapping,
}

fn fault(reason: &'static str, path: Option<String>, message: &str) -> Error {
    Error { reason, path, fatal: true, message: message.into() }
}

/// See [`super::mount`].
pub fn mount(element: HtmlElement, dossier: &JsValue, messages: &str, options: &JsValue) -> Mounted {
    let mut faults = Vec::new();
    let widget = read(element, dossier, messages, Options::read(options), &mut faults);
    let handle = widget.and_then(|widget| {
        show(widget).or_else(|| {
            faults.push(fault("broken", None, "the page has no body to show a card in"));
            None
        })
    });
    Mounted { handle: handle.unwrap_or(0), faults }
}

/// Everything that can fail, before anything is touched.
fn read(
    element: HtmlElement,
    dossier: &JsValue,
    messages: &str,
    options: Options,
    faults: &mut Vec<Error>,
) -> Option<Widget> {
    let Some(root) = node::from_js(dossier) else {
        faults.push(fault("too-large", None, "the dossier has more than 16 levels"));
        return None;
    };
    let (dossier, found) = Dossier::read(&root, Strictness::Lenient);
    faults.extend(found.iter().map(error_of));
    let dossier = dossier?;
    let document = element.owner_document()?;
    if dossier.status == Status::Draft && !(options.preview && is_loopback(&document)) {
        faults.push(fault(
            "draft",
            Some("status".into()),
            "a draft is shown on a loopback page that asks for preview only",
        ));
        return None;
    }
    let page = match &options.source {
        None => None,
        Some(id) => match dossier.sources.iter().position(|source| source.id == *id) {
            Some(index) => Some(index),
            None => {
                faults.push(fault("no-source", None, "the dossier has no source of the id that the element names"));
                return None;
            }
        },
    };
    let Some(article) = article::find(&document, &element, options.article.as_deref()) else {
        faults.push(fault("no-article", None, "the page has no article: name it in the attribute `article`"));
        return None;
    };
    let Some(messages) = Messages::parse(messages) else {
        faults.push(fault("broken", None, "the messages are of another version than the wasm"));
        return None;
    };
    let comparisons = dossier.claims.iter().map(|claim| compare(&dossier, claim)).collect();
    let before = document.create_document_fragment();
    let marks = RefCell::default();
    Some(Widget { element, document, article, dossier, comparisons, messages, page, options, before, marks })
}

fn error_of(fault: &Fault) -> Error {
    Error {
        reason: fault.reason().name(),
        path: Some(fault.place().path.clone()),
        fatal: fault.is_fatal(),
        message: fault.message().into(),
    }
}

/// Whether the page is served by the reader's own machine.
fn is_loopback(document: &Document) -> bool {
    let host = document.location().and_then(|location| location.hostname().ok()).unwrap_or_default();
    host == "localhost" || host == "[::1]" || host.starts_with("127.")
}

/// Evidence into the element, marks into the text.
fn show(widget: Widget) -> Option<u32> {
    stage::ensure(&widget.document, widget.options.timing)?;
    let widget = Rc::new(widget);
    while let Some(child) = widget.element.first_child() {
        let _ = widget.before.append_child(&child);
    }
    let context = widget.context();
    let labels = RELATIONS.iter().map(|&relation| {
        El::new(Tag::Span).with(Attr::Id, widget.label_id(relation)).say(view::mark_label(&context, relation))
    });
    let labels =
        El::new(Tag::Div).with(Attr::Hidden, "").with(Attr::Lang, String::from(widget.lang())).children(labels);
    for el in &[view::evidence(&context, widget.options.overview), labels] {
        if let Some(built) = build::build(&widget.document, el) {
            let _ = widget.element.append_child(&built);
        }
    }
    let handle = stage::add(widget.clone());
    widget.mark();
    Some(handle)
}

const RELATIONS: [Relation; 5] =
    [Relation::Contradict, Relation::Differ, Relation::Nuance, Relation::Agree, Relation::Single];

impl Widget {
    fn context(&self) -> Context<'_> {
        Context {
            dossier: &self.dossier,
            comparisons: &self.comparisons,
            messages: &self.messages,
            page: self.page,
            preview: self.options.preview,
        }
    }

    /// The element, which events come from.
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// The language of the interface.
    pub fn lang(&self) -> &str {
        self.messages.lang()
    }

    /// Whether that language is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.messages.get(Key::Direction) == "rtl"
    }

    /// The card's content.
    pub fn card(&self, claims: &[ClaimIndex], at: usize) -> El {
        view::card(&self.context(), claims, at)
    }

    /// Which claim has this id.
    pub fn claim(&self, id: &str) -> Option<ClaimIndex> {
        self.dossier.claims.iter().position(|claim| claim.id == id)
    }

    /// A claim's id and its relation's name.
    pub fn name_of(&self, claim: ClaimIndex) -> Option<(&str, &'static str)> {
        Some((&self.dossier.claims.get(claim)?.id, self.comparisons.get(claim)?.relation.name()))
    }

    /// The id of the text that marks of a relation are described by.
    fn label_id(&self, relation: Relation) -> String {
        // Two dots: no claim has such a fragment.
        let mut id = view::fragment_id(&self.dossier, ".");
        id.push_str(relation.name());
        id
    }

    /// Finds the words and marks them.
    pub fn mark(self: &Rc<Self>) {
        let spots = marking::spots(&self.dossier, &self.comparisons, self.page, self.options.show.as_deref());
        let mut unicode = Browser::new();
        let Some(watch) = Watch::new(|| {}) else { return };
        let mut walker = Walker::new(&self.article, Scope::Article, Rc::new(watch));
        walker.advance(&mut || false);
        let walk = walker.take();
        let mut missing: Vec<(ClaimIndex, &'static str)> = Vec::new();
        let found = self.find(&spots, &walk, &mut unicode, &mut missing);
        let marks = marking::merge(found, &self.comparisons);
        let make = |mark: usize, first: bool| self.element_of(&marks[mark].claims, first);
        let (wrapping, elements) = wrap::wrap(&walk.nodes, &marks, self.options.frameworks_too, make);
        let mut state = Marks { wrapping, ..Marks::default() };
        for (mark, elements) in marks.iter().zip(elements) {
            match elements {
                Ok(elements) => {
                    state.elements.extend(elements.iter().cloned());
                    let marked = Marked {
                        widget: self.clone(),
                        claims: mark.claims.as_slice().into(),
                        elements: elements.into(),
                    };
                    state.ids.extend(stage::add_mark(marked));
                }
                Err(why) => {
                    let why = match why {
                        Unmarked::InsideControl => "inside-control",
                        Unmarked::Framework => "framework",
                    };
                    missing.extend(mark.claims.iter().map(|&claim| (claim, why)));
                }
            }
        }
        let ready =
            Ready { claims: self.dossier.claims.len(), marks: state.ids.len(), revision: self.dossier.revision };
        *self.marks.borrow_mut() = state;
        // Later, so that a listener finds the element's methods ready.
        let widget = self.clone();
        Timeout::new(0, move || {
            for (claim, reason) in missing {
                let claim = &widget.dossier.claims[claim].id;
                event::dispatch(&widget.element, "variorum-missing", &Missing { claim, reason });
            }
            event::dispatch(&widget.element, "variorum-ready", &ready);
        })
        .forget();
    }

    fn find(
        &self,
        spots: &[Spot],
        walk: &Walked,
        unicode: &mut Browser,
        missing: &mut Vec<(ClaimIndex, &'static str)>,
    ) -> Vec<(ClaimIndex, Range)> {
        let mut found = Vec::new();
        let mut sought = Vec::new();
        for spot in spots {
            let within = match spot.element {
                None => None,
                Some(id) => {
                    let element = self.document.get_element_by_id(id).filter(|it| self.article.contains(Some(it)));
                    match element.and_then(|element| walk.within(&element)) {
                        Some(range) => Some(range),
                        None => {
                            missing.push((spot.claim, "absent"));
                            continue;
                        }
                    }
                }
            };
            match (spot.selector, within) {
                (Some(selector), within) => sought.push((spot, Wanted { selector, all: spot.all, within })),
                (None, Some(range)) => found.push((spot.claim, range)),
                (None, None) => {}
            }
        }
        let wanted: Vec<Wanted> = sought.iter().map(|(_, wanted)| *wanted).collect();
        for ((spot, _), result) in sought.iter().zip(anchor::locate(&walk.index, unicode, &wanted)) {
            match result {
                Ok(place) => found.extend(place.ranges.into_iter().map(|range| {
                    let range = match spot.words {
                        Some(words) => marking::narrow(&walk.index, unicode, range, words),
                        None => range,
                    };
                    (spot.claim, walk.index.snap(range))
                })),
                Err(refused) => missing.push((spot.claim, event::refused_name(refused))),
            }
        }
        found
    }

    /// A mark's element: first the mark itself, then pointer-only ones.
    fn element_of(&self, claims: &[ClaimIndex], first: bool) -> Option<Element> {
        let relation = self.comparisons.get(*claims.first()?)?.relation;
        let element = self.document.create_element(if first { "a" } else { "span" }).ok()?;
        let mut class = String::from("variorum-mark variorum-");
        class.push_str(relation.name());
        element.set_class_name(&class);
        if first {
            let mut href = String::from("#");
            href.push_str(&view::fragment_id(&self.dossier, &self.dossier.claims[claims[0]].id));
            let label = self.label_id(relation);
            let mut attributes = vec![("href", href.as_str()), ("aria-describedby", &label)];
            if super::card::Support::ask(&self.document).popover {
                attributes.extend([("role", "button"), ("aria-haspopup", "dialog"), ("aria-expanded", "false")]);
            }
            for (name, value) in attributes {
                element.set_attribute(name, value).ok()?;
            }
        }
        Some(element)
    }

    /// Takes the marks out of the text.
    pub fn unmark(&self) {
        let marks = self.marks.take();
        marks.ids.into_iter().for_each(stage::remove_mark);
        marks.wrapping.undo(&marks.elements);
    }

    /// Leaves the page as it was.
    pub fn leave(&self) {
        self.unmark();
        while let Some(child) = self.element.first_child() {
            child.unchecked_ref::<Element>().remove();
        }
        let _ = self.element.append_child(&self.before);
    }
}

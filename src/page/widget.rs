//! One element's dossier in the page: its evidence, its marks, and how to take both out again.

use super::card::Support;
use super::event::{self, Error, Missing, Mounted, Ready};
use super::manner::Manner;
use super::marked::{Marked, Painted, Words};
use super::options::Options;
use super::unicode::Browser;
use super::walk::{Scope, Walked, Walker};
use super::watch::Watch;
use super::wrap::{self, Wrapping};
use super::{article, build, node, owner, paint, stage, stretch};
use crate::anchor::{self, Wanted};
use crate::compare::{Comparison, compare};
use crate::dossier::{ClaimIndex, Dossier, Fault, SourceIndex, Status, Strictness};
use crate::text::Range;
use crate::view::life::MarkId;
use crate::view::marking::{self, Mark, Spot};
use crate::view::{self, Context, El, Key, Messages};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DocumentFragment, Element, HtmlElement, Node, Text};

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
    /// How it marks.
    manner: Cell<Manner>,
    marks: RefCell<Marks>,
    /// The list of tab stops of what it has painted.
    stops: OnceCell<Option<Node>>,
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
    Some(Widget {
        manner: Cell::new(options.marks),
        marks: RefCell::default(),
        stops: OnceCell::new(),
        element,
        document,
        article,
        dossier,
        comparisons,
        messages,
        page,
        options,
        before,
    })
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

/// Evidence into the element, marks into or over the text.
fn show(widget: Widget) -> Option<u32> {
    stage::ensure(&widget.document, widget.options.timing)?;
    let widget = Rc::new(widget);
    while let Some(child) = widget.element.first_child() {
        let _ = widget.before.append_child(&child);
    }
    let context = widget.context();
    for el in &[view::evidence(&context, widget.options.overview), view::mark_labels(&context)] {
        if let Some(built) = build::build(&widget.document, el) {
            let _ = widget.element.append_child(&built);
        }
    }
    let handle = stage::add(widget.clone());
    widget.mark();
    Some(handle)
}

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
        let is_rendered = owner::is_rendered(&self.article);
        let mut state = Marks::default();
        let mut words = Vec::new();
        let mut wrapped = Vec::new();
        for (at, mark) in marks.iter().enumerate() {
            let painted = match self.manner.get().paints(&walk.nodes, mark.range, is_rendered) {
                Ok(true) => self.painted(&walk.nodes, mark),
                Ok(false) => {
                    wrapped.push(at);
                    None
                }
                Err(why) => {
                    missing.extend(mark.claims.iter().map(|&claim| (claim, why)));
                    None
                }
            };
            words.push(painted);
        }
        // Only now: wrapping splits the text nodes that places are counted in.
        let ranges: Vec<Range> = wrapped.iter().map(|&at| marks[at].range).collect();
        let make = |at: usize, first: bool| self.element_of(&marks[wrapped[at]].claims, first);
        let (wrapping, elements) = wrap::wrap(&walk.nodes, &ranges, make);
        state.wrapping = wrapping;
        for (&at, elements) in wrapped.iter().zip(elements) {
            state.elements.extend(elements.iter().cloned());
            words[at] = Some(Words::Wrapped(elements.into()));
        }
        for (mark, words) in marks.iter().zip(words) {
            let Some(words) = words else { continue };
            let claims = mark.claims.as_slice().into();
            state.ids.extend(stage::add_mark(Marked { widget: self.clone(), claims, words }));
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
        let context = self.context();
        let el =
            if first { view::mark(&context, claims, self.is_live()) } else { view::mark_further(&context, claims) };
        build::build(&self.document, &el)?.dyn_into().ok()
    }

    /// Words to be painted, with their tab stop.
    fn painted(&self, nodes: &[Text], mark: &Mark) -> Option<Words> {
        let words = stretch::words(nodes, mark.range);
        let entry = view::stop(&self.context(), &mark.claims, &words, self.is_live());
        let entry: Element = build::build(&self.document, &entry)?.dyn_into().ok()?;
        let (_, highlight) = self.name_of(*mark.claims.first()?)?;
        let ranges = paint::ranges(&self.document, nodes, mark.range);
        Some(Words::Painted(Rc::new(Painted { ranges, highlight, stop: entry.first_element_child()?, entry })))
    }

    /// Whether a card can open.
    fn is_live(&self) -> bool {
        Support::ask(&self.document).popover
    }

    /// Puts the tab stop of a painted mark into the list of them, before another or at its end.
    pub fn add_stop(&self, entry: &Element, before: Option<&Node>) {
        let list = self.stops.get_or_init(|| {
            let list = build::build(&self.document, &view::stops(&self.context()))?;
            self.element.insert_before(&list, self.element.first_child().as_ref()).ok()
        });
        if let Some(list) = list {
            let _ = list.insert_before(entry, before);
        }
    }

    /// From now on marks are painted, if the publisher left that to us: the page writes into its text nodes.
    pub fn paint_from_now_on(&self) {
        if self.manner.get() == Manner::Auto {
            self.manner.set(Manner::Paint);
        }
    }

    /// Takes the marks out of the text.
    pub fn unmark(&self) {
        let marks = self.marks.take();
        marks.ids.into_iter().for_each(stage::remove_mark);
        if marks.wrapping.undo(&marks.elements) {
            self.paint_from_now_on();
        }
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

//! One element's dossier in the page: its evidence, its marks, and how to take both out again.

use super::baked::{self, Baked};
use super::card;
use super::event::{self, object};
use super::evidence::Evidence;
use super::follow::{self, Follow};
use super::manner::Manner;
use super::marked::{Painted, Words};
use super::options::Options;
use super::pieces::Pieces;
use super::run::MissingClaims;
use super::standing::{Placed, Standing};
use super::{article, build, controls, node, owner, paint, stage, stretch};
use crate::compare::{Comparison, compare};
use crate::dossier::{ClaimIndex, Dossier, SourceIndex, Status, Strictness};
use crate::text::Range;
use crate::view::marking::{self, Mark, Spot};
use crate::view::{self, Attr, Context, El, Key, Messages};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Node};

/// A mounted dossier.
pub struct Widget {
    element: HtmlElement,
    document: Document,
    article: RefCell<Option<Element>>,
    dossier: Dossier,
    comparisons: OnceCell<Vec<Comparison>>,
    messages: Messages,
    page: Option<SourceIndex>,
    options: Options,
    /// What evidence stands in the element.
    evidence: Evidence,
    /// How it marks.
    manner: Cell<Manner>,
    /// The marks that stand.
    pub marks: RefCell<Standing>,
    /// What runs for it.
    pub follow: Follow,
    /// What has been told to be missing.
    told: RefCell<MissingClaims>,
    /// The marks that stood in the page already.
    pub baked: RefCell<Baked>,
    /// The list of tab stops of what it has painted.
    stops: OnceCell<Option<Node>>,
}

/// What keeps a dossier from being shown.
fn fault(reason: &str, path: Option<&str>, message: &str) -> JsValue {
    event::fault(reason, path, true, message)
}

/// See [`super::mount`].
pub fn mount(element: HtmlElement, dossier: &JsValue, messages: &str, options: &JsValue) -> JsValue {
    let faults = Array::new();
    let widget = read(element, dossier, messages, Options::read(options), &faults);
    let handle = widget.and_then(|widget| {
        show(widget).or_else(|| {
            faults.push(&fault("broken", None, "the page has no body to show a card in"));
            None
        })
    });
    object(&[("handle", handle.unwrap_or(0).into()), ("faults", faults.into())])
}

/// Everything that can fail, before anything is touched.
fn read(element: HtmlElement, dossier: &JsValue, messages: &str, options: Options, faults: &Array) -> Option<Widget> {
    let Some(root) = node::from_js(dossier) else {
        faults.push(&fault("too-large", None, "the dossier has more than 16 levels"));
        return None;
    };
    let (dossier, found) = Dossier::read(&root, Strictness::Lenient);
    for fault in &found {
        let path = Some(&*fault.place().path);
        faults.push(&event::fault(fault.reason().name(), path, fault.is_fatal(), fault.message()));
    }
    let dossier = dossier?;
    let document = element.owner_document()?;
    if dossier.status == Status::Draft && !(options.preview && is_loopback(&document)) {
        let message = "a draft is shown on a loopback page that asks for preview only";
        faults.push(&fault("draft", Some("status"), message));
        return None;
    }
    let page = match &options.source {
        None => None,
        Some(id) => match dossier.sources.iter().position(|source| source.id == *id) {
            Some(index) => Some(index),
            None => {
                faults.push(&fault("no-source", None, "the dossier has no source of the id that the element names"));
                return None;
            }
        },
    };
    let is_baked = options.baked == Some(dossier.revision);
    // What is baked needs none before it is marked anew.
    let article = (!is_baked).then(|| article::find(&document, &element, options.article.as_deref())).flatten();
    if article.is_none() && !is_baked {
        faults.push(&fault("no-article", None, "the page has no article: name it in the attribute `article`"));
    }
    let Some(messages) = Messages::parse(messages) else {
        faults.push(&fault("broken", None, "the messages are of another version than the wasm"));
        return None;
    };
    Some(Widget {
        manner: Cell::new(options.marks),
        marks: RefCell::default(),
        follow: Follow::default(),
        told: RefCell::default(),
        evidence: Evidence::new(&document),
        baked: RefCell::default(),
        stops: OnceCell::new(),
        element,
        document,
        article: RefCell::new(article),
        dossier,
        comparisons: OnceCell::new(),
        messages,
        page,
        options,
    })
}

/// Whether the page is served by the reader's own machine.
fn is_loopback(document: &Document) -> bool {
    let host = document.location().and_then(|location| location.hostname().ok()).unwrap_or_default();
    host == "localhost" || host == "[::1]" || host.starts_with("127.")
}

/// Evidence into the element, marks into or over the text; both later, where there is no article yet. What is baked, of
/// this very revision, stays as it is. `None` where the page has no body for a card.
fn show(widget: Widget) -> Option<u32> {
    let widget = Rc::new(widget);
    widget.document.body()?;
    if widget.options.remember {
        controls::recall();
    }
    let is_baked = widget.options.baked == Some(widget.dossier.revision) && !controls::is_off();
    let handle = stage::add(widget.clone());
    // Each is a task of its own, as reading a large dossier was.
    later(&widget, move |widget| {
        widget.comparisons();
        if is_baked || widget.article.borrow().is_some() {
            stage::ensure(&widget.document, widget.options.timing);
        }
    });
    later(&widget, if is_baked { Widget::take_over } else { Widget::mark });
    Some(handle)
}

/// Does something with a widget in a task of its own, if it is still there.
fn later(widget: &Rc<Widget>, act: impl Fn(&Rc<Widget>) + 'static) {
    let weak = Rc::downgrade(widget);
    Timeout::new(0, move || weak.upgrade().iter().for_each(&act)).forget();
}

impl Widget {
    fn context(&self) -> Context<'_> {
        Context {
            dossier: &self.dossier,
            comparisons: self.comparisons(),
            messages: &self.messages,
            page: self.page,
            origin: &self.options.origin,
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
        Some((&self.dossier.claims.get(claim)?.id, self.comparisons().get(claim)?.relation.name()))
    }

    /// Begins to put the evidence in place of what stands in the element, once. `None` where the page has no body for a
    /// card.
    fn show_evidence(&self) -> Option<()> {
        stage::ensure(&self.document, self.options.timing)?;
        if self.evidence.begin(&self.element, &self.document, &self.context(), self.options.overview) {
            self.offer_choice();
            // Nobody would tell that a link to it is followed.
            if !self.is_live() {
                self.complete();
            }
        }
        Some(())
    }

    /// Goes on building the evidence until it is whole, which is `true`, or `pauses` says so.
    pub fn grow(&self, pauses: &mut dyn FnMut() -> bool) -> bool {
        self.evidence.grow(&self.document, &self.context(), pauses)
    }

    /// Builds what is left of the evidence at once.
    pub fn complete(&self) {
        self.grow(&mut || false);
    }

    /// Puts the reader's choice into the overview, where it has marks.
    fn offer_choice(&self) {
        let place = self.element.query_selector(".variorum-overview").ok().flatten().filter(|_| self.is_live());
        if let Some(place) = place
            && let Some(choice) = build::build(&self.document, view::choice(&self.context(), controls::is_off()))
        {
            let _ = place.insert_before(&choice, place.first_child().as_ref());
        }
    }

    /// Says on the button what it does now.
    pub fn label_choice(&self) {
        let words = self.messages.get(if controls::is_off() { Key::MarksOn } else { Key::MarksOff });
        if let Ok(Some(choice)) = self.element.query_selector(".variorum-choice") {
            choice.set_text_content(Some(words));
        }
    }

    /// Whether the reader's choice may be kept.
    pub fn remembers(&self) -> bool {
        self.options.remember
    }

    /// Finds the words and marks them, in slices; then tells that it is ready.
    pub fn mark(self: &Rc<Self>) {
        follow::begin(self);
    }

    /// Makes the marks live that stand in the page; then tells that it is ready.
    fn take_over(self: &Rc<Self>) {
        self.evidence.take_over();
        self.offer_choice();
        self.baked.replace(Baked::take_over(self, |widget| widget.tell(Vec::new(), true)));
    }

    /// The marks that stand in the page already.
    pub fn find_baked(&self) -> Vec<(Vec<ClaimIndex>, Vec<Element>)> {
        baked::find(&self.document, &self.dossier)
    }

    /// The article, which may be another by now, or there at last; followed from now on. `None` where there is none yet.
    pub fn find_article(&self) -> Option<Element> {
        let known = self.article.borrow().clone().filter(|article| article.is_connected());
        let article = known.or_else(|| article::find(&self.document, &self.element, self.options.article.as_deref()));
        match &article {
            Some(article) => {
                self.follow.take_up(article);
                self.show_evidence()?;
                follow::disregard();
            }
            None => self.follow.take_up(self.document.body()?.as_ref()),
        }
        *self.article.borrow_mut() = article.clone();
        article
    }

    /// The element of the article that has this id.
    pub fn element_in_article(&self, id: &str) -> Option<Element> {
        let article = self.article.borrow();
        self.document
            .get_element_by_id(id)
            .filter(|it| article.as_ref().is_some_and(|article| article.contains(Some(it))))
    }

    /// What is to be marked: nothing, if the reader wants no marks.
    pub fn spots(&self) -> Vec<Spot<'_>> {
        if controls::is_off() {
            return Vec::new();
        }
        marking::spots(&self.dossier, self.comparisons(), self.page, self.options.show.as_deref())
    }

    /// What was compared, claim by claim; when it is first asked for.
    #[inline(never)] // once, for all who ask
    pub fn comparisons(&self) -> &[Comparison] {
        self.comparisons.get_or_init(|| self.dossier.claims.iter().map(|claim| compare(&self.dossier, claim)).collect())
    }

    /// How it marks, from now on.
    pub fn manner(&self) -> Manner {
        self.manner.get()
    }

    /// Whether a framework owns all of the article.
    pub fn is_rendered(&self) -> bool {
        self.article.borrow().as_ref().is_some_and(owner::is_rendered)
    }

    /// Where the marks of a claim stand.
    pub fn standing_for(&self, claim: ClaimIndex) -> Vec<(ClaimIndex, Range)> {
        let standing = self.marks.borrow();
        let own = standing.marks.iter().filter(|placed| placed.mark.claims.contains(&claim));
        own.map(|placed| (claim, placed.mark.range)).collect()
    }

    /// Takes marks out of the page: those that `drain` takes out of the list.
    pub fn take_out(&self, drain: impl FnOnce(&mut Standing) -> Vec<Placed>) {
        follow::catch_up();
        let out = drain(&mut self.marks.borrow_mut());
        follow::disregard();
        out.iter().for_each(Placed::remove);
    }

    /// Takes out the marks whose words the page has changed or removed, and copies that it has made of marks.
    pub fn weed(&self, article: &Element) {
        baked::unwrap_copies(&self.dossier, article);
        self.take_out(|standing| {
            let out = standing.drain(|placed| !placed.stands());
            standing.wrapping.undo_detached();
            out
        });
    }

    /// Wraps ranges, each for the claims of its mark.
    pub fn wrap(&self, pieces: &mut Pieces, ranges: &[Range], marks: &[Mark]) -> Vec<Vec<Element>> {
        let make = |at: usize, first: bool| self.element_of(&marks[at].claims, first);
        let elements = self.marks.borrow_mut().wrapping.wrap(pieces, ranges, make);
        // On paper the number of the note stands after the last of its words.
        for (elements, mark) in elements.iter().zip(marks) {
            if let Some(last) = elements.last() {
                let _ = last.set_attribute(Attr::Note.name(), &view::note(&self.context(), &mark.claims));
            }
        }
        follow::disregard();
        elements
    }

    /// Tells the page's listeners what is missing, if that is news, and with `loud` that all is marked.
    pub fn tell(&self, missing: MissingClaims, loud: bool) {
        let mut marked = vec![false; self.dossier.claims.len()];
        let (standing, baked) = (self.marks.borrow(), self.baked.borrow());
        for claim in standing.marks.iter().flat_map(|placed| &placed.mark.claims).chain(baked.claims()) {
            marked[*claim] = true;
        }
        drop((standing, baked));
        controls::show_links(&self.element, &|claim| self.claim(claim).is_some_and(|claim| marked[claim]));
        if loud {
            self.told.borrow_mut().clear();
        }
        let turn = self.follow.turn();
        for news in missing {
            if self.told.borrow().contains(&news) {
                continue;
            }
            // A listener may have ended it all.
            if self.follow.turn() != turn {
                return;
            }
            self.told.borrow_mut().push(news);
            let (claim, reason) = news;
            let claim = &self.dossier.claims[claim].id;
            let detail = [("claim", claim.into()), ("reason", reason.into())];
            event::dispatch(&self.element, "variorum-missing", &detail);
        }
        if loud && self.follow.turn() == turn {
            let marks = self.marks.borrow().marks.len() + self.baked.borrow().len();
            let detail = [
                ("claims", self.dossier.claims.len().into()),
                ("marks", marks.into()),
                ("revision", self.dossier.revision.into()),
            ];
            event::dispatch(&self.element, "variorum-ready", &detail);
        }
    }

    /// A mark's element: first the mark itself, then pointer-only ones.
    fn element_of(&self, claims: &[ClaimIndex], first: bool) -> Option<Element> {
        let context = self.context();
        let el =
            if first { view::mark(&context, claims, self.is_live()) } else { view::mark_further(&context, claims) };
        build::build(&self.document, el)?.dyn_into().ok()
    }

    /// Words to be painted, with their tab stop.
    pub fn painted(&self, pieces: &Pieces, mark: &Mark) -> Option<Words> {
        let words = stretch::words(pieces, mark.range);
        let entry = view::stop(&self.context(), &mark.claims, &words, self.is_live());
        let entry: Element = build::build(&self.document, entry)?.dyn_into().ok()?;
        let (_, highlight) = self.name_of(*mark.claims.first()?)?;
        let ranges = paint::ranges(&self.document, pieces, mark.range);
        Some(Words::Painted(Rc::new(Painted { ranges, highlight, stop: entry.first_element_child()?, entry })))
    }

    /// Whether a card can open.
    fn is_live(&self) -> bool {
        card::is_supported(&self.document)
    }

    /// Puts the tab stop of a painted mark into the list of them, before another or at its end.
    pub fn add_stop(&self, entry: &Element, before: Option<&Node>) {
        let list = self.stops.get_or_init(|| {
            let list = build::build(&self.document, view::stops(&self.context()))?;
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
        self.baked.take().release();
        let mut written = false;
        self.take_out(|standing| {
            let out = standing.drain(|_| true);
            written = std::mem::take(&mut standing.wrapping).undo();
            out
        });
        if written {
            self.paint_from_now_on();
        }
    }

    /// Leaves the page as it was.
    pub fn leave(&self) {
        self.follow.stop();
        self.unmark();
        follow::catch_up();
        if self.evidence.is_baked() {
            controls::show_links(&self.element, &|_| false);
            if let Ok(Some(choice)) = self.element.query_selector(".variorum-choice") {
                choice.remove();
            }
        }
        self.evidence.leave(&self.element);
        follow::disregard();
    }
}

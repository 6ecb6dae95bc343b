//! One run over an article, in slices: reads it, looks for the words, marks them as they are found.

use super::locate::Visit;
use super::marked::{Marked, Words};
use super::standing::Placed;
use super::task::{Slice, now};
use super::unicode::Browser;
use super::walk::{Scope, Walked, Walker};
use super::widget::Widget;
use super::{stage, stretch};
use crate::anchor::{Found, Kind, Refused, Search, Wanted};
use crate::dossier::ClaimIndex;
use crate::text::Range;
use crate::view::marking::{self, Mark};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Marks made at one stroke, at least and at most. They are made together, for the page is laid out anew after each
/// stroke, and laying a long page out takes its time however few there are.
const LEAST: usize = 4;
const MOST: usize = 16;

/// Milliseconds that a stroke is to take: half of what browsers call a long task.
const BEAT: f64 = 25.0;

thread_local! {
    /// Marks made at the next stroke, whichever element's: how fast the machine is, each need not find out anew.
    static STROKE: Cell<usize> = const { Cell::new(LEAST) };
}

/// What a run tells: claims without a mark, each with the reason.
pub type MissingClaims = Vec<(ClaimIndex, &'static str)>;

/// A run under way.
pub struct Run {
    widget: Rc<Widget>,
    walker: Walker,
    search: Option<Finding>,
    /// Which run of its widget's it is.
    turn: u32,
    /// Nothing was marked before: whatever is found can be marked at once.
    fresh: bool,
    /// Milliseconds that it has taken so far, without the page's own work in between.
    pub cost: f64,
}

/// What has been read is searched.
struct Finding {
    walked: Walked,
    search: Search,
    /// The spots that are sought, by their numbers, and whether the answer has been taken.
    sought: Vec<(usize, bool)>,
    found: Vec<(ClaimIndex, Range)>,
    missing: MissingClaims,
    /// All answers are known.
    complete: bool,
    queue: Queue,
    /// Marks that can't be made, and why.
    refused: Vec<(Mark, &'static str)>,
    /// Whether a framework owns all of the article.
    rendered: bool,
}

/// Marks to be made: what is on screen first.
#[derive(Default)]
struct Queue {
    marks: Vec<Mark>,
    /// How many have been made.
    made: usize,
    /// Where the order of the page begins anew.
    seam: usize,
}

impl Run {
    /// Over a widget's article. `None` where there is nothing to be found.
    pub fn new(widget: &Rc<Widget>, article: &Element) -> Option<Self> {
        widget.weed(article);
        if widget.spots().is_empty() {
            return None;
        }
        let fresh = widget.marks.borrow().marks.is_empty();
        let (watch, memory) = widget.follow.shared()?;
        let walker = Walker::new(article, Scope::Article, watch, Some(memory));
        let turn = widget.follow.turn();
        Some(Run { widget: widget.clone(), turn, walker, search: None, fresh, cost: 0.0 })
    }

    /// Goes on for a slice. What is missing, once it is done.
    pub fn advance(&mut self, slice: &Slice) -> Option<MissingClaims> {
        let begun = now();
        let missing = self.step(slice);
        self.cost += now() - begun;
        missing
    }

    fn step(&mut self, slice: &Slice) -> Option<MissingClaims> {
        if self.search.is_none() {
            if !self.walker.advance(&mut || slice.is_over()) {
                return None;
            }
            self.widget.follow.saw(self.walker.seen());
            self.search = Some(Finding::new(&self.widget, self.walker.take()));
        }
        let finding = self.search.as_mut()?;
        loop {
            // Told that a card has closed with its mark, the page may have ended this run.
            if self.turn != self.widget.follow.turn() {
                return None;
            }
            while finding.stroke(&self.widget) {
                if slice.is_over() {
                    return None;
                }
            }
            if finding.complete {
                return Some(finding.missing());
            }
            let mut visit = Visit { walked: &finding.walked, slice };
            finding.complete = finding.search.advance(&finding.walked.index, &mut visit);
            let news = finding.take_answers(&self.widget);
            if finding.complete || self.fresh && news {
                finding.settle(&self.widget);
            }
            if slice.is_over() {
                return None;
            }
        }
    }
}

impl Drop for Run {
    /// What was read serves who comes next, also where it is ended early.
    fn drop(&mut self) {
        if let Some(finding) = &mut self.search {
            self.walker.keep(std::mem::take(&mut finding.walked));
        }
    }
}

impl Finding {
    fn new(widget: &Widget, walked: Walked) -> Self {
        widget.take_out(|standing| standing.locate(&walked));
        let spots = widget.spots();
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        let (mut sought, mut wanted) = (Vec::new(), Vec::new());
        for (at, spot) in spots.iter().enumerate() {
            let within = spot.element.map(|id| widget.element_in_article(id).and_then(|it| walked.within(&it)));
            match (spot.selector, within) {
                (_, Some(None)) => missing.push((spot.claim, "absent")),
                (None, within) => found.extend(within.flatten().map(|range| (spot.claim, range))),
                (Some(selector), within) => {
                    sought.push((at, false));
                    wanted.push(Wanted { selector, all: spot.all, within: within.flatten() });
                }
            }
        }
        let search = Search::new(&mut Browser::new(), &wanted);
        let (queue, refused, rendered) = (Queue::default(), Vec::new(), widget.is_rendered());
        Finding { walked, search, sought, found, missing, complete: false, queue, refused, rendered }
    }

    /// Takes the answers that are new, if any.
    fn take_answers(&mut self, widget: &Widget) -> bool {
        let spots = widget.spots();
        let mut news = false;
        for ((spot, taken), answer) in self.sought.iter_mut().zip(self.search.answers()) {
            let Some(answer) = answer.as_ref().filter(|_| !*taken) else { continue };
            (*taken, news) = (true, true);
            let spot = &spots[*spot];
            let reason = match answer {
                Ok(Found { kind: Kind::Changed, .. }) => Kind::Changed.name(),
                Ok(found) if found.ranges.iter().all(|&range| self.walked.ends(range).is_some()) => {
                    self.found.extend(found.ranges.iter().map(|&range| {
                        (spot.claim, marking::placed(&self.walked.index, &mut Browser::new(), spot, range))
                    }));
                    continue;
                }
                Ok(_) => Refused::Absent.name(),
                Err(Refused::Ambiguous) => {
                    // What has come later may say the same: a mark that stands stays where it is.
                    let before = self.found.len();
                    self.found.extend(widget.standing_for(spot.claim));
                    if self.found.len() > before {
                        continue;
                    }
                    Refused::Ambiguous.name()
                }
                Err(refused) => refused.name(),
            };
            self.missing.push((spot.claim, reason));
        }
        news
    }

    /// Decides which marks are to be, of what has been found so far. Those that stand as they should are left alone.
    fn settle(&mut self, widget: &Widget) {
        let mut marks = marking::merge(self.found.clone(), widget.comparisons());
        let mut done = vec![false; marks.len()];
        widget.take_out(|standing| {
            standing.drain(|Placed { mark, .. }| {
                let first = marks.partition_point(|other| other.range.end <= mark.range.start);
                match marks.get(first) {
                    Some(other) if other == mark => {
                        done[first] = true;
                        false
                    }
                    Some(other) if other.range.start < mark.range.end => true,
                    // Its answer may be still to come.
                    _ => self.complete,
                }
            })
        });
        for (mark, done) in marks.iter().zip(&mut done) {
            *done |= self.refused.iter().any(|(other, _)| other == mark);
        }
        let mut done = done.into_iter();
        marks.retain(|_| done.next() == Some(false));
        let on_screen = marks.partition_point(|mark| self.walked.is_above(mark.range));
        let mut first = marks.split_off(on_screen);
        let seam = first.len();
        first.append(&mut marks);
        self.queue = Queue { marks: first, made: 0, seam };
    }

    /// Makes the next marks at one stroke; `false` where there are none.
    fn stroke(&mut self, widget: &Rc<Widget>) -> bool {
        let begun = now();
        let next = self.queue.next();
        if next.is_empty() {
            return false;
        }
        let made = next.len();
        let (pieces, index) = (&mut self.walked.pieces, &self.walked.index);
        let mut words = Vec::new();
        let (mut wrapped, mut ranges) = (Vec::new(), Vec::new());
        for mark in next {
            // Where the page has changed since it was read, there will be another run.
            if !stretch::is_unchanged(pieces, mark.range, index.source_text(mark.range)) {
                continue;
            }
            match widget.manner().paints(pieces, mark.range, self.rendered) {
                Ok(true) => words.extend(widget.painted(pieces, mark).map(|words| (mark.clone(), words))),
                Ok(false) => {
                    ranges.push(mark.range);
                    wrapped.push(mark.clone());
                }
                Err(why) => self.refused.push((mark.clone(), why)),
            }
        }
        // Only now: wrapping splits the text nodes that places are counted in.
        let elements = widget.wrap(pieces, &ranges, &wrapped);
        if !wrapped.is_empty() {
            // Asked for a size, the browser lays out what has changed. It would do so before the next frame, then at one go
            // for all strokes of all elements.
            widget.element().unchecked_ref::<HtmlElement>().offset_height();
        }
        let elements = elements.into_iter().map(|elements| Words::Wrapped(elements.into()));
        words.extend(wrapped.into_iter().zip(elements));
        for (mark, words) in words {
            let claims = mark.claims.as_slice().into();
            let Some(said) = words.text() else { continue };
            let marked = Marked { widget: widget.clone(), claims, words: words.clone() };
            if let Some(id) = stage::add_mark(marked) {
                widget.marks.borrow_mut().marks.push(Placed { id, mark, words, said });
            }
        }
        adapt(made, now() - begun);
        true
    }

    /// The claims without a mark.
    fn missing(&mut self) -> MissingClaims {
        let mut missing = std::mem::take(&mut self.missing);
        for (mark, why) in &self.refused {
            missing.extend(mark.claims.iter().map(|&claim| (claim, *why)));
        }
        missing
    }
}

impl Queue {
    /// The next stroke's marks, in the order of the page.
    fn next(&mut self) -> &[Mark] {
        let from = self.made;
        let mut to = (from + STROKE.get()).min(self.marks.len());
        if from < self.seam {
            to = to.min(self.seam);
        }
        self.made = to;
        &self.marks[from..to]
    }
}

/// Makes more or less at a stroke, now that one of so many marks took so many milliseconds.
fn adapt(made: usize, took: f64) {
    let (before, wanted) = (STROKE.get(), (made as f64 * BEAT / took.max(1.0)) as usize);
    // A stroke that was short for want of marks tells little of longer ones.
    if made == before || wanted < before {
        STROKE.set(wanted.clamp(LEAST, MOST));
    }
}

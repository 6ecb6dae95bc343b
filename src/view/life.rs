//! The card's life: what opens, pins and closes it, and when.
//!
//! A pure state machine. The page tells it what happened and what time it is ([`Life::handle`]), carries out the
//! [`Effect`]s it returns, and calls again with [`Input::Tick`] at [`Life::wake`]. Times are milliseconds of any clock
//! that never goes back; points are CSS pixels of the viewport.

use super::corridor::Corridor;
pub use super::corridor::{Point, Rect};

/// Which mark, by the page's own numbering.
pub type MarkId = u32;

/// Delays, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Timing {
    /// A pointer at rest on a mark, or visible focus on it, opens a preview after this.
    pub rest: f64,
    /// The same while a card is open already.
    pub switch: f64,
    /// A preview closes this long after the pointer left mark and card.
    pub grace: f64,
    /// At most this long on the way from mark to card.
    pub corridor: f64,
    /// A preview counts as seen after this.
    pub seen: f64,
}

impl Default for Timing {
    fn default() -> Self {
        Self { rest: 250.0, switch: 100.0, grace: 300.0, corridor: 800.0, seen: 1000.0 }
    }
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input {
    /// A mouse or pen is here. Touch never hovers.
    Pointer {
        /// What is under it.
        over: Over,
        /// Where.
        at: Point,
        /// The open card's box.
        card: Option<Rect>,
    },
    /// The page scrolled (the card's own content does not count).
    Scrolled,
    /// Focus came to a mark; `visible` as `:focus-visible` has it.
    Focused {
        /// Which.
        mark: MarkId,
        /// Whether a focus ring shows.
        visible: bool,
    },
    /// Focus went into the card.
    FocusedCard,
    /// Focus went to neither mark nor card.
    Blurred,
    /// A mark was clicked, tapped, or pressed with Enter or Space.
    Activated {
        /// Which.
        mark: MarkId,
        /// How.
        by: By,
        /// Which of the mark's claims to show first.
        at: usize,
        /// Whether the card is to be a sheet (touch, narrow screens).
        sheet: bool,
    },
    /// Esc, the close button, or the platform's own close request.
    Dismissed,
    /// A press that began on neither mark nor card.
    PressedOutside,
    /// Show another claim of the same mark.
    Turned {
        /// Its position among the mark's claims.
        at: usize,
    },
    /// The mark, or what it stood in, is gone.
    Removed {
        /// Which.
        mark: MarkId,
    },
    /// Time passed.
    Tick,
}

/// What a pointer is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// A mark.
    Mark(MarkId),
    /// The card.
    Card,
    /// Anything else.
    Page,
}

/// How a card was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A mouse or pen.
    Pointer,
    /// A key, or focus.
    Key,
    /// A finger.
    Touch,
    /// The page's own script.
    Script,
}

/// The forms of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Closes by itself, takes no focus, closes nothing of the page's.
    Preview,
    /// Stays until dismissed.
    Pinned,
    /// Pinned, modal, at the foot of the screen.
    Sheet,
}

/// What the page has to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    /// Show the card of a mark, in place of any other.
    Open(Card),
    /// The card that is open changes its form.
    Reform(Card),
    /// The card that is open shows another claim.
    Turn(Card),
    /// Move focus to the card. Follows `Open` or `Reform`.
    Focus,
    /// Close the card.
    Close {
        /// Whether focus inside the card goes back to the mark.
        restore: bool,
    },
    /// Tell the page's listeners that a claim was opened.
    Opened(Card),
    /// Tell them that it was closed; never without `Opened`.
    Closed(Card),
}

/// An open card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// Of which mark.
    pub mark: MarkId,
    /// Which of the mark's claims it shows.
    pub at: usize,
    /// In what form.
    pub form: Form,
    /// How it was opened.
    pub by: By,
}

/// An opening that waits.
#[derive(Clone, Copy, Debug)]
struct Pending {
    mark: MarkId,
    by: By,
    due: f64,
    at: Point,
}

/// The state of the one card of a page.
#[derive(Debug, Default)]
pub struct Life {
    timing: Timing,
    card: Option<Card>,
    /// When the open card, not yet seen long enough, counts as seen.
    seen: Option<f64>,
    counted: bool,
    pending: Option<Pending>,
    /// When the preview closes, its pointer having left.
    leaving: Option<f64>,
    corridor: Option<Corridor>,
    /// Dismissed while the pointer was on it: it stays closed until the pointer has left.
    spurned_by_pointer: Option<MarkId>,
    /// The same of focus.
    spurned_by_focus: Option<MarkId>,
    focused: Option<MarkId>,
    over: Option<Over>,
    last: Point,
    /// What is under the pointer changed by itself (the page scrolled, the card closed), and it has not moved since.
    still: bool,
}

/// Movement below this, in pixels, is a hand's tremor and does not restart the rest delay.
pub const TREMOR: f64 = 4.0;

impl Life {
    /// Closed, with these delays.
    pub fn new(timing: Timing) -> Self {
        Self { timing, ..Self::default() }
    }

    /// The open card.
    pub fn card(&self) -> Option<Card> {
        self.card
    }

    /// Whether movement of the pointer matters now; else the page need not listen for it.
    pub fn follows_pointer(&self) -> bool {
        self.pending.is_some() || self.is_preview() || self.spurned_by_pointer.is_some() || self.still
    }

    /// Whether the Tab key is to lead from the open card's mark into it: not where only a pointer is there.
    pub fn leads_in(&self) -> bool {
        self.card
            .is_some_and(|card| card.by != By::Pointer || card.form != Form::Preview || self.focused == Some(card.mark))
    }

    /// The marks that are to show it: the one whose card is open, the one under the pointer, the one with focus.
    pub fn lit(&self) -> [Option<MarkId>; 3] {
        let under_pointer = match self.over {
            Some(Over::Mark(mark)) => Some(mark),
            _ => None,
        };
        [self.card.map(|card| card.mark), under_pointer, self.focused]
    }

    /// The mark whose card opens next, if that is so many milliseconds ahead or more and none is open.
    pub fn expects(&self, ahead: f64, now: f64) -> Option<MarkId> {
        let pending = self.pending.filter(|pending| self.card.is_none() && pending.due - now >= ahead)?;
        Some(pending.mark)
    }

    /// When to call with [`Input::Tick`], if at all.
    pub fn wake(&self) -> Option<f64> {
        let times = [self.seen, self.pending.map(|p| p.due), self.leaving, self.corridor.map(|c| c.until)];
        times.into_iter().flatten().reduce(f64::min)
    }

    /// Takes in what happened at `now`, and gives what to do, in order.
    pub fn handle(&mut self, input: Input, now: f64) -> Vec<Effect> {
        let mut effects = Vec::new();
        match input {
            Input::Pointer { over, at, card } => self.pointer(over, at, card, now),
            Input::Scrolled => {
                self.pending = self.pending.filter(|p| p.by != By::Pointer);
                self.still = true;
            }
            Input::Focused { mark, visible } => self.focus(mark, visible, now, &mut effects),
            Input::FocusedCard => {
                self.focused = None;
                self.leaving = None;
                // A link of the card has focus: it must not vanish because the pointer is elsewhere.
                if let Some(card) = &mut self.card {
                    card.by = if card.form == Form::Preview { By::Key } else { card.by };
                }
            }
            Input::Blurred => self.blur(&mut effects),
            Input::Activated { mark, by, at, sheet } => self.activate(mark, by, at, sheet, now, &mut effects),
            Input::Dismissed => self.dismiss(&mut effects),
            Input::PressedOutside => {
                self.pending = None;
                if self.card.is_some_and(|card| card.form != Form::Sheet) {
                    self.close(false, &mut effects);
                }
            }
            Input::Turned { at } => self.turn(at, now, &mut effects),
            Input::Removed { mark } => {
                self.pending = self.pending.filter(|p| p.mark != mark);
                if self.card.is_some_and(|card| card.mark == mark) {
                    self.close(false, &mut effects);
                }
            }
            Input::Tick => {}
        }
        self.tick(now, &mut effects);
        effects
    }

    fn pointer(&mut self, over: Over, at: Point, card: Option<Rect>, now: f64) {
        let moved = at != self.last;
        let from = self.last;
        self.last = at;
        if self.still && !moved && !matches!(over, Over::Page) {
            // The page moved under the pointer, not the pointer over the page.
            return;
        }
        self.still &= !moved;
        if self.spurned_by_pointer.is_some_and(|mark| over != Over::Mark(mark) && over != Over::Card) {
            self.spurned_by_pointer = None;
        }
        let was = self.over.replace(over);
        match over {
            Over::Card => {
                self.pending = self.pending.filter(|p| p.by != By::Pointer);
                self.stay();
            }
            Over::Mark(mark) if self.card.is_some_and(|card| card.mark == mark) => {
                self.pending = self.pending.filter(|p| p.by != By::Pointer);
                self.stay();
            }
            Over::Mark(mark) => {
                self.leave(was, from, card, now);
                let rests = self.card.is_none_or(|card| card.form == Form::Preview);
                if rests && self.spurned_by_pointer != Some(mark) {
                    // On the way to the card another mark may lie: crossing it must not take the card away.
                    let crossing = self.corridor.is_some_and(|corridor| corridor.holds(at));
                    let quick = self.card.is_some() && !crossing;
                    let due = now + if quick { self.timing.switch } else { self.timing.rest };
                    match &mut self.pending {
                        Some(p) if p.mark == mark && p.by == By::Pointer => {
                            if p.at.distance(at) > TREMOR {
                                (p.at, p.due) = (at, due);
                            }
                        }
                        _ => self.pending = Some(Pending { mark, by: By::Pointer, due, at }),
                    }
                }
            }
            Over::Page => {
                self.pending = self.pending.filter(|p| p.by != By::Pointer);
                self.leave(was, from, card, now);
            }
        }
    }

    /// The pointer is on the mark or the card: nothing closes.
    fn stay(&mut self) {
        self.leaving = None;
        self.corridor = None;
    }

    /// The pointer is off both: a preview that it opened closes after the grace, or after the corridor.
    fn leave(&mut self, was: Option<Over>, from: Point, card: Option<Rect>, now: f64) {
        if !self.card.is_some_and(|card| card.form == Form::Preview && card.by == By::Pointer) {
            return;
        }
        let left_mark = matches!(was, Some(Over::Mark(mark)) if self.card.is_some_and(|card| card.mark == mark));
        if left_mark && let Some(card) = card {
            self.corridor = Some(Corridor { from, card, until: now + self.timing.corridor });
        }
        if self.corridor.is_some_and(|corridor| !corridor.holds(self.last)) {
            self.corridor = None;
        }
        if self.corridor.is_none() {
            self.leaving.get_or_insert(now + self.timing.grace);
        }
    }

    fn focus(&mut self, mark: MarkId, visible: bool, now: f64, effects: &mut Vec<Effect>) {
        if self.focused != Some(mark) {
            self.spurned_by_focus = self.spurned_by_focus.filter(|&spurned| spurned == mark);
        }
        self.focused = Some(mark);
        if !visible {
            return;
        }
        if let Some(card) = self.card.as_mut().filter(|card| card.mark == mark) {
            // It stays as long as focus does, and is where the Tab key leads now.
            if card.form == Form::Preview && card.by == By::Pointer {
                card.by = By::Key;
                effects.push(Effect::Reform(*card));
            }
        } else if self.spurned_by_focus != Some(mark) {
            // The same delay whether a card is open or not, so that quick tabbing passes by.
            self.pending = Some(Pending { mark, by: By::Key, due: now + self.timing.rest, at: self.last });
        }
    }

    fn blur(&mut self, effects: &mut Vec<Effect>) {
        self.focused = None;
        self.spurned_by_focus = None;
        self.pending = self.pending.filter(|p| p.by != By::Key);
        let Some(card) = &mut self.card else { return };
        if card.form == Form::Preview && card.by == By::Key {
            let hovered = matches!(self.over, Some(Over::Card)) || self.over == Some(Over::Mark(card.mark));
            if hovered {
                card.by = By::Pointer;
            } else {
                self.close(false, effects);
            }
        }
    }

    fn activate(&mut self, mark: MarkId, by: By, at: usize, sheet: bool, now: f64, effects: &mut Vec<Effect>) {
        self.pending = None;
        self.stay();
        let form = if sheet { Form::Sheet } else { Form::Pinned };
        match self.card {
            Some(card) if card.mark == mark && card.form != Form::Preview && by != By::Script => {
                self.spurn(mark);
                self.close(true, effects);
            }
            Some(card) if card.mark == mark && card.form != Form::Sheet => {
                let card = Card { form, by, ..card };
                self.card = Some(card);
                effects.push(Effect::Reform(card));
                self.count(effects);
                self.focus_card(by, form, effects);
                if by == By::Script && card.at != at {
                    self.turn(at, now, effects);
                }
            }
            _ => {
                self.open(Card { mark, at, form, by }, now, effects);
                self.count(effects);
                self.focus_card(by, form, effects);
            }
        }
    }

    fn focus_card(&self, by: By, form: Form, effects: &mut Vec<Effect>) {
        if by == By::Key || form == Form::Sheet {
            effects.push(Effect::Focus);
        }
    }

    fn dismiss(&mut self, effects: &mut Vec<Effect>) {
        if let Some(pending) = self.pending.take() {
            self.spurn(pending.mark);
        }
        if let Some(card) = self.card {
            self.spurn(card.mark);
            self.close(true, effects);
        }
    }

    /// The reader closed the card of this mark: no hover and no focus that is there already opens it again.
    fn spurn(&mut self, mark: MarkId) {
        self.spurned_by_focus = Some(mark);
        self.spurned_by_pointer = match self.over {
            Some(Over::Mark(_) | Over::Card) => Some(mark),
            _ => None,
        };
    }

    fn turn(&mut self, at: usize, now: f64, effects: &mut Vec<Effect>) {
        let Some(card) = self.card else { return };
        self.report_closed(effects);
        let card = Card { at, ..card };
        self.card = Some(card);
        self.seen = Some(now + self.timing.seen);
        effects.push(Effect::Turn(card));
        if card.form != Form::Preview {
            self.count(effects);
        }
    }

    fn open(&mut self, card: Card, now: f64, effects: &mut Vec<Effect>) {
        self.report_closed(effects);
        self.card = Some(card);
        self.seen = Some(now + self.timing.seen);
        self.stay();
        effects.push(Effect::Open(card));
    }

    fn close(&mut self, restore: bool, effects: &mut Vec<Effect>) {
        self.report_closed(effects);
        self.card = None;
        self.seen = None;
        self.stay();
        // What it covered comes to lie under a pointer that has not gone there.
        self.still = true;
        effects.push(Effect::Close { restore });
    }

    /// The open card counts as seen.
    fn count(&mut self, effects: &mut Vec<Effect>) {
        if let Some(card) = self.card
            && !self.counted
        {
            self.counted = true;
            effects.push(Effect::Opened(card));
        }
        self.seen = None;
    }

    fn report_closed(&mut self, effects: &mut Vec<Effect>) {
        if let Some(card) = self.card
            && std::mem::take(&mut self.counted)
        {
            effects.push(Effect::Closed(card));
        }
    }

    fn tick(&mut self, now: f64, effects: &mut Vec<Effect>) {
        if self.corridor.is_some_and(|corridor| now >= corridor.until) {
            self.corridor = None;
            self.leaving.get_or_insert(now + self.timing.grace);
        }
        if let Some(pending) = self.pending.filter(|p| now >= p.due) {
            self.pending = None;
            self.open(Card { mark: pending.mark, at: 0, form: Form::Preview, by: pending.by }, now, effects);
        }
        if self.leaving.is_some_and(|due| now >= due) {
            self.close(false, effects);
        }
        if self.seen.is_some_and(|due| now >= due) {
            self.count(effects);
        }
    }

    fn is_preview(&self) -> bool {
        self.card.is_some_and(|card| card.form == Form::Preview)
    }
}

#[cfg(test)]
mod tests;

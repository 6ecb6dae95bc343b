//! The near tier: quotes that were edited, or whose page was.
//!
//! Candidates come from shared grams, each is aligned, all are ranked with their context, the edges of the best are
//! moved to where the context says they are; then it is accepted by a stated rule, or refused.

use super::align::{Apart, Pattern, Way};
use super::grams::Grams;
use super::search::{Host, Quote};
use super::tokens::{compare, words};
use super::unfolded;
use super::{Found, Kind, Refused, weight};
#[cfg(feature = "editor")]
use crate::text::Range;
use crate::text::{Index, is_letter};

/// Bytes of text that one box of votes covers. Edits move what follows them to the next box at most.
const BOX: usize = 32;

/// Grams that stand at more places say too little about any.
const COMMON: usize = 96;

/// How many candidates are aligned.
const CANDIDATES: usize = 6;

/// Folded bytes from which a quote can be told by itself, context or not: about four words, or eight ideographs.
const LONG: usize = 24;

/// Characters of context next to the quote by which its edges are found.
const EDGE: usize = 16;

/// Edits that it may cost to let a quote begin or end with its block, where its context was blank.
const SLACK: u32 = 3;

/// What a place must cost less than another to be told from it.
const CLEARLY_LESS: u32 = 4;

/// A candidate, aligned.
#[derive(Clone, Copy)]
struct Place {
    /// Bytes of the folded text.
    start: usize,
    end: usize,
    /// Edits between it and the quote, in characters.
    edits: u32,
    /// Words that one of them has and the other not.
    words: u32,
    before: Apart,
    after: Apart,
}

impl Place {
    /// What it would take to make quote and context of it. Context counts double: what is accepted at all is told apart
    /// by where it stands.
    fn cost(&self) -> u32 {
        self.edits + self.words + 2 * (self.before.edits + self.after.edits)
    }
}

/// A quote made ready.
struct Sought<'q> {
    quote: &'q Quote,
    exact: &'q str,
    prefix: &'q str,
    suffix: &'q str,
    forwards: Pattern,
    backwards: Pattern,
    /// The context, read away from the quote.
    before: Pattern,
    after: Pattern,
    /// What of it is next to the quote, read towards it.
    prefix_edge: Pattern,
    suffix_edge: Pattern,
}

/// Where a quote stands nearly; and whether its context confirms that on both sides.
pub(super) fn judge(
    index: &Index,
    quote: &Quote,
    grams: &Grams,
    votes: &mut Votes,
    host: &mut dyn Host,
) -> Result<(Found, bool), Refused> {
    let sought = Sought::new(quote);
    let text = index.folded();
    let mut places: Vec<Place> = Vec::new();
    for at in votes.candidates(text, &sought, grams) {
        for place in [sought.align(index, at), sought.between(index, at)].into_iter().flatten() {
            // Of places that overlap, the best.
            let apart = |other: &Place| other.end <= place.start || place.end <= other.start;
            if places.iter().all(|other| apart(other) || other.cost() > place.cost()) {
                places.retain(apart);
                places.push(place);
            }
        }
    }
    places.retain_mut(|place| sought.accepts(index, place));
    // What its context confirms on both sides is the place, however like it another is.
    if places.iter().any(|place| sought.confirmed(place) == 2) {
        places.retain(|place| sought.confirmed(place) == 2);
    }
    let least = places.iter().map(Place::cost).min().ok_or(Refused::Absent)?;
    places.retain(|place| place.cost() < least + CLEARLY_LESS);
    let context = |place: &Place| sought.confirming(place);
    if places.len() > 1 && places.iter().all(|place| context(place) == context(&places[0])) {
        let bytes = places.iter().map(|place| index.origin(place.start, place.end).unwrap_or_default());
        if let Some(at) = unfolded::choose(index, &quote.selector, &mut { bytes }) {
            places = vec![places[at]];
        }
    }
    let range = |place: &Place| {
        let (start, end) = index.origin(place.start, place.end)?;
        Some(index.range(start, end))
    };
    if places.len() > 1 {
        places.retain(|place| range(place).is_some_and(|range| host.sees(range)));
    }
    let [place] = places[..] else { return Err(Refused::Ambiguous) };
    let found = range(&place).ok_or(Refused::Absent)?;
    let whole = sought.forwards.length() + place.before.given + place.after.given;
    let missed = place.edits + place.before.edits + place.after.edits;
    let stretch = place.start..place.end;
    // A negation that was put before the words belongs to what they say.
    let denied = weight::is_denied(index, stretch.clone()) && sought.confirmed(&place) < 2;
    let same = !denied && weight::same(&quote.index, index, stretch);
    let kind = if same { Kind::Near } else { Kind::Changed };
    let score = 1.0 - missed.min(whole) as f32 / whole as f32;
    Ok((Found { ranges: vec![found], score, kind }, sought.confirmed(&place) == 2))
}

/// The stretch of a text that is most like a quote, and how much of it is the same, 0 to 1; if three fifths are, be
/// it the quote or not.
#[cfg(feature = "editor")]
pub(super) fn nearest_stretch(index: &Index, quote: &Quote, grams: &Grams) -> Option<(Range, f32)> {
    let sought = Sought::new(quote);
    let within = quote.within.map(|range| index.bytes(range));
    let mut best: Option<(u32, Range)> = None;
    for at in Votes::default().candidates(index.folded(), &sought, grams) {
        let Some(place) = sought.align(index, at).filter(|place| best.is_none_or(|(least, _)| place.edits < least))
        else {
            continue;
        };
        let Some((start, end)) = index.origin(place.start, place.end) else { continue };
        if within.is_none_or(|within| start >= within.0 && end <= within.1) {
            best = Some((place.edits, index.range(start, end)));
        }
    }
    let (edits, range) = best.filter(|(edits, _)| edits * 5 <= sought.forwards.length() * 2)?;
    Some((range, 1.0 - edits as f32 / sought.forwards.length() as f32))
}

impl<'q> Sought<'q> {
    fn new(quote: &'q Quote) -> Self {
        let exact = quote.exact();
        let (prefix, suffix) = (quote.prefix.as_str(), quote.suffix.as_str());
        Sought {
            quote,
            exact,
            prefix,
            suffix,
            forwards: Pattern::new(&mut exact.chars()),
            backwards: Pattern::new(&mut exact.chars().rev()),
            before: Pattern::new(&mut prefix.chars().rev()),
            after: Pattern::new(&mut suffix.chars()),
            prefix_edge: Pattern::new(&mut tail(prefix).chars()),
            suffix_edge: Pattern::new(&mut head(suffix).chars().rev()),
        }
    }

    /// The stretch nearest to the quote in the window around a byte where it may begin.
    fn align(&self, index: &Index, at: isize) -> Option<Place> {
        let text = index.folded();
        let room = (BOX + self.exact.len() / 4) as isize;
        let from = text.floor_char_boundary((at - room).max(0) as usize);
        let to = text.ceil_char_boundary(((at + room).max(0) as usize + self.exact.len()).min(text.len()));
        let window = text.get(from..to)?;
        // Where it ends best, and from there backwards where it begins best.
        let (edits, end) = least(&self.forwards, window, Way::Forwards, true)?;
        // Too far to be accepted, unless it is told by its context alone.
        if edits * 2 > self.forwards.length() && self.exact.len() >= 2 * LONG {
            return None;
        }
        let (_, start) = least(&self.backwards, &window[..end], Way::Backwards, false)?;
        Some(self.place(index, from + start, from + end))
    }

    /// What stands between prefix and suffix, near a byte where the quote may begin: quotes too short to be aligned.
    fn between(&self, index: &Index, at: isize) -> Option<Place> {
        let text = index.folded();
        if self.exact.len() >= LONG {
            return None;
        }
        let at = at.clamp(0, text.len() as isize) as usize;
        let room = 2 * BOX + self.exact.len();
        let start = self.after_prefix(text, at, room)?;
        let end = self.before_suffix(text, start + self.exact.len(), room)?;
        (start < end).then(|| self.place(index, start, end))
    }

    /// A place at these bytes, its edges moved to the context, or else to those of words; or of its block, where blank
    /// context says that one begins or ends here and that takes hardly more edits.
    fn place(&self, index: &Index, start: usize, end: usize) -> Place {
        let text = index.folded();
        let room = self.exact.len() / 4 + 12;
        let (start, end) = (whole_word(text, start, false), whole_word(text, end, true));
        let edits = |from: usize, to: usize| if from < to { self.forwards.edits(&text[from..to]) } else { u32::MAX };
        let start = self.after_prefix(text, start, room).filter(|&at| at < end).unwrap_or_else(|| {
            let most = edits(start, end).saturating_add(SLACK);
            let blocks = index.block_edges(start).map(|(_, at)| at).filter(|_| self.prefix.is_empty());
            blocks.filter(|&at| at.abs_diff(start) <= room && edits(at, end) <= most).last().unwrap_or(start)
        });
        let end = self.before_suffix(text, end, room).filter(|&at| at > start).unwrap_or_else(|| {
            let most = edits(start, end).saturating_add(SLACK);
            let blocks = index.block_edges(end).map(|(at, _)| at).filter(|_| self.suffix.is_empty());
            blocks.filter(|&at| at.abs_diff(end) <= room && edits(start, at) <= most).last().unwrap_or(end)
        });
        let words = text[start..end].trim_start_matches(' ');
        let start = end - words.len();
        let end = start + words.trim_end_matches(' ').len();
        Place {
            start,
            end,
            edits: self.forwards.edits(&text[start..end]),
            words: 0,
            before: self.before.beside(text[..start].trim_end_matches(' '), Way::Backwards),
            after: self.after.beside(text[end..].trim_start_matches(' '), Way::Forwards),
        }
    }

    /// Where the prefix ends, near a byte and at most `room` away from it.
    fn after_prefix(&self, text: &str, near: usize, room: usize) -> Option<usize> {
        let from = text.floor_char_boundary(near.saturating_sub(room + self.prefix.len()));
        let to = text.floor_char_boundary((near + room).min(text.len()));
        let window = &text[from..to];
        let end = from + nearest(&self.prefix_edge, window, Way::Forwards, near - from)?;
        Some(end + text[end..].len() - text[end..].trim_start_matches(' ').len())
    }

    /// Where the suffix begins, likewise.
    fn before_suffix(&self, text: &str, near: usize, room: usize) -> Option<usize> {
        let from = text.ceil_char_boundary(near.saturating_sub(room));
        let to = text.ceil_char_boundary((near + room + self.suffix.len()).min(text.len()));
        let window = text.get(from..to)?;
        let start = from + nearest(&self.suffix_edge, window, Way::Backwards, near.saturating_sub(from))?;
        Some(text[..start].trim_end_matches(' ').len())
    }

    /// The rule that the room's front page states. Counts the words, too.
    fn accepts(&self, index: &Index, place: &mut Place) -> bool {
        let Some((start, end)) = index.origin(place.start, place.end) else { return false };
        if self.quote.within.map(|range| index.bytes(range)).is_some_and(|within| start < within.0 || end > within.1) {
            return false;
        }
        let (length, edits) = (self.forwards.length(), place.edits);
        let confirmed = self.confirmed(place);
        if confirmed == 0 {
            let (bytes, selector) = (self.exact.len(), &self.quote.selector);
            let bare = selector.prefix.is_empty() && selector.suffix.is_empty() && bytes < 2 * LONG;
            let estranged = self.prefix.len().min(self.suffix.len()) >= EDGE;
            if bytes < LONG || (bare || estranged) && edits * 8 > length {
                return false;
            }
        }
        let (a, b) = (words(self.exact), words(&index.folded()[place.start..place.end]));
        let (shared, _) = compare(&a, &b);
        place.words = (a.len() + b.len() - 2 * shared) as u32;
        // So little of it is other words that it can't be another statement.
        let reordered = a.len() == b.len() && a.iter().all(|word| b.contains(word));
        let few = reordered || place.words <= 2 || place.words <= 4 && 2 * shared >= a.len();
        let replaced = few && confirmed == 2;
        if replaced || edits * 2 > length {
            return replaced;
        }
        // Where words are written without spaces, characters are all there is to count.
        let spaced = a.len() * 12 >= length as usize;
        edits * 5 <= length
            || edits * 10 <= length * 3 && (confirmed == 2 || !spaced)
            || spaced && shared * 4 >= a.len().max(b.len()) * 3
    }

    /// Of which sides enough context stands there to say that this is the place: three quarters of what is given, if
    /// that is more than a short word or two ideographs.
    fn confirming(&self, place: &Place) -> [bool; 2] {
        let confirms = |context: &str, apart: Apart| context.len() >= 6 && apart.edits * 4 <= apart.given;
        [confirms(self.prefix, place.before), confirms(self.suffix, place.after)]
    }

    fn confirmed(&self, place: &Place) -> usize {
        self.confirming(place).into_iter().filter(|&side| side).count()
    }
}

/// The least distance of a pattern in a text, and the byte where it is reached; of equal ones the last: a letter was
/// changed rather than lost.
fn least(pattern: &Pattern, text: &str, way: Way, anywhere: bool) -> Option<(u32, usize)> {
    let mut best = None;
    for step in pattern.steps(text, way, anywhere) {
        if best.is_none_or(|(least, _)| step.edits <= least) {
            best = Some((step.edits, step.at));
        }
    }
    best
}

/// The byte where an edge of context stands best, of equal ones the one nearest to `near`; `None` if nowhere well
/// enough.
fn nearest(pattern: &Pattern, text: &str, way: Way, near: usize) -> Option<usize> {
    if pattern.length() < 2 {
        return None;
    }
    let mut best: Option<(u32, usize)> = None;
    for step in pattern.steps(text, way, true) {
        let better =
            best.is_none_or(|(least, other)| (step.edits, step.at.abs_diff(near)) < (least, other.abs_diff(near)));
        if better && step.edits * 6 <= pattern.length() {
            best = Some((step.edits, step.at));
        }
    }
    best.map(|(_, at)| at)
}

/// The last characters of a prefix.
fn tail(prefix: &str) -> &str {
    prefix.char_indices().rev().take(EDGE).last().map_or("", |(at, _)| &prefix[at..])
}

/// The first characters of a suffix.
fn head(suffix: &str) -> &str {
    let end = suffix.char_indices().take(EDGE).last().map_or(0, |(at, c)| at + c.len_utf8());
    &suffix[..end]
}

/// Out of a word that an edge splits.
fn whole_word(text: &str, mut at: usize, forwards: bool) -> usize {
    loop {
        let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
        match (before, after) {
            (Some(a), Some(b)) if is_letter(a) && is_letter(b) => {
                at = if forwards { at + b.len_utf8() } else { at - a.len_utf8() };
            }
            _ => return at,
        }
    }
}

/// A ballot over the text, used for one quote after another.
#[derive(Default)]
pub(super) struct Votes {
    boxes: Vec<u16>,
    used: Vec<u32>,
}

impl Votes {
    /// Where the quote may begin, likeliest first, in bytes; may lie a little outside of the text.
    fn candidates(&mut self, text: &str, sought: &Sought, grams: &Grams) -> Vec<isize> {
        // Context votes, too: it may be all that is left as it was.
        let mut pattern = String::from(sought.prefix);
        pattern.push(' ');
        let lead = pattern.len();
        pattern.push_str(sought.exact);
        pattern.push(' ');
        pattern.push_str(sought.suffix);
        // A place may begin before the text by as much as stands before the end of the pattern.
        let margin = pattern.len();
        self.boxes.resize((text.len() + 2 * margin) / BOX + 3, 0);
        let mut asked = 0;
        grams.look_up(&pattern, COMMON, &mut |offset, places| {
            asked += 1;
            for &place in places {
                let at = (place as usize + margin + lead - offset as usize) / BOX + 1;
                if self.boxes[at] == 0 {
                    self.used.push(at as u32);
                }
                self.boxes[at] = self.boxes[at].saturating_add(1);
            }
        });
        let need = (asked / 12).max(2);
        let mut best: Vec<(u32, u32)> = Vec::new();
        for &at in &self.used {
            let votes = |at: usize| u32::from(self.boxes[at]);
            let here = votes(at as usize);
            let around = (votes(at as usize - 1), votes(at as usize + 1));
            // The neighbour that has more speaks for both.
            if here < around.0.max(around.1) {
                continue;
            }
            let sum = 2 * here + around.0 + around.1;
            // Too few of the grams, or less than two fifths of what another place has.
            if sum < 2 * need || best.first().is_some_and(|&(most, _)| sum * 5 < most * 2) {
                continue;
            }
            let rank = best.partition_point(|&(other, _)| other >= sum);
            if rank < CANDIDATES {
                best.insert(rank, (sum, at));
                best.truncate(CANDIDATES);
            }
        }
        for at in self.used.drain(..) {
            self.boxes[at as usize] = 0;
        }
        let begin = |(_, at): (u32, u32)| ((at as usize - 1) * BOX + BOX / 2) as isize - margin as isize;
        best.into_iter().map(begin).collect()
    }
}

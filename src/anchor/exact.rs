//! The exact tier: quotes that stand in the folded text letter for letter.

use super::align::{Pattern, Way};
use super::context::Side;
use super::search::{Host, Quote};
use super::unfolded::{self, MOST};
use super::{Found, Kind, Refused};
use crate::text::{Index, is_white};

/// Folded bytes from which a quote that stands once is its own proof: about three words, or five ideographs.
const SPEAKS_FOR_ITSELF: usize = 16;

/// Bytes of context by which a place must be ahead of all others where none has all of it. Less may be chance.
const CLEARLY_MORE: usize = 8;

/// Edits of context by which a place must be ahead of all others where it stands letter for letter at none.
const CLEARLY_LESS: u32 = 4;

/// A place where a quote may stand.
struct Candidate {
    /// Bytes of the folded text.
    from: usize,
    to: usize,
    /// Bytes of the source.
    start: usize,
    end: usize,
    before: Side,
    after: Side,
}

impl Candidate {
    fn fits(&self) -> bool {
        self.before.fits() && self.after.fits()
    }

    fn agreed(&self) -> usize {
        self.before.agreed + self.after.agreed
    }

    /// How much speaks for it where no place has all the context. A side that is there as a whole, however short,
    /// is more than chance.
    fn evidence(&self) -> usize {
        let side = |side: Side| side.agreed + if side.fits() && side.word { CLEARLY_MORE } else { 0 };
        side(self.before) + side(self.after)
    }
}

/// Which of these starts in the folded text, where a quote stands letter for letter, is meant; and whether any of the
/// context that is given says so.
pub(super) fn judge(
    index: &Index,
    quote: &Quote,
    starts: &[usize],
    host: &mut dyn Host,
) -> Result<(Found, bool), Refused> {
    let places = choose(index, quote, candidates(index, quote, starts), host)?;
    let confirmed = places.iter().any(|place| place.before.fits() || place.after.fits());
    Ok((found(index, quote, &places), confirmed))
}

/// The places, of all where the folded quote stands, that begin and end where a quote may.
fn candidates(index: &Index, quote: &Quote, starts: &[usize]) -> Vec<Candidate> {
    let text = index.folded();
    let within = quote.within.map(|range| index.bytes(range));
    let candidate = |&from: &usize| {
        let to = from + quote.exact().len();
        let (start, end) = index.origin(from, to)?;
        if within.is_some_and(|within| start < within.0 || end > within.1) {
            return None;
        }
        let before = Side::before(&text[..from], &quote.prefix);
        let after = Side::after(&text[to..], &quote.suffix);
        let cut = index.splits_word(start) && !before.word || index.splits_word(end) && !after.word;
        (!cut).then_some(Candidate { from, to, start, end, before, after })
    };
    starts.iter().filter_map(candidate).collect()
}

/// Which of the places is meant: the rule that the room's front page states. Never none.
fn choose(
    index: &Index,
    quote: &Quote,
    mut places: Vec<Candidate>,
    host: &mut dyn Host,
) -> Result<Vec<Candidate>, Refused> {
    if quote.all {
        let mut end = 0;
        places.retain(|place| {
            let apart = place.start >= end;
            if apart && place.fits() {
                end = place.end;
            }
            apart && place.fits()
        });
    }
    match &places[..] {
        [] => Err(Refused::Absent),
        _ if quote.all => Ok(places),
        [only] => {
            let sure = only.fits() || only.before.word || only.after.word || quote.exact().len() >= SPEAKS_FOR_ITSELF;
            if sure { Ok(places) } else { Err(Refused::Absent) }
        }
        _ => {
            if places.iter().any(Candidate::fits) {
                places.retain(Candidate::fits);
            } else {
                let most = places.iter().map(Candidate::evidence).max().unwrap_or(0);
                places.retain(|place| place.evidence() + CLEARLY_MORE > most);
            }
            if places.len() > 1
                && let Some(at) = nearest(index, quote, &places)
            {
                places = vec![places.swap_remove(at)];
            }
            let context = |place: &Candidate| (place.before.word, place.after.word);
            if places.len() > 1
                && places.iter().all(|place| context(place) == context(&places[0]))
                && let mut bytes = places.iter().map(|place| (place.start, place.end))
                && let Some(at) = unfolded::choose(index, &quote.selector, &mut bytes)
            {
                places = vec![places.swap_remove(at)];
            }
            if places.len() > 1 {
                places.retain(|place| host.sees(index.range(place.start, place.end)));
            }
            if places.len() == 1 { Ok(places) } else { Err(Refused::Ambiguous) }
        }
    }
}

/// Which place has its context in fewer edits than all others, clearly.
fn nearest(index: &Index, quote: &Quote, places: &[Candidate]) -> Option<usize> {
    if places.len() > MOST {
        return None;
    }
    let before = Pattern::new(&mut quote.prefix.chars().rev());
    let after = Pattern::new(&mut quote.suffix.chars());
    let (mut best, mut second) = ((u32::MAX, 0), u32::MAX);
    for (at, place) in places.iter().enumerate() {
        let text = index.folded();
        let edits = before.beside(text[..place.from].trim_end(), Way::Backwards).edits
            + after.beside(text[place.to..].trim_start(), Way::Forwards).edits;
        if edits < best.0 {
            (best, second) = ((edits, at), best.0);
        } else {
            second = second.min(edits);
        }
    }
    (best.0.saturating_add(CLEARLY_LESS) <= second).then_some(best.1)
}

fn found(index: &Index, quote: &Quote, places: &[Candidate]) -> Found {
    let share = |place: &Candidate| {
        let given = quote.exact().len() + place.before.given + place.after.given;
        (quote.exact().len() + place.agreed()) as f32 / given as f32
    };
    let exact = places.iter().all(|place| same_letters(&index.source()[place.start..place.end], &quote.selector.exact));
    Found {
        ranges: places.iter().map(|place| index.range(place.start, place.end)).collect(),
        score: places.iter().map(share).fold(1.0, f32::min),
        kind: if exact { Kind::Exact } else { Kind::Folded },
    }
}

/// Whether two texts differ in nothing but white space.
fn same_letters(a: &str, b: &str) -> bool {
    a.chars().filter(|&c| !is_white(c)).eq(b.chars().filter(|&c| !is_white(c)))
}

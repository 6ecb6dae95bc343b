//! The exact tier: quotes that stand in the folded text letter for letter.

use super::context::Side;
use super::scan::Automaton;
use super::{Found, Kind, Refused, Wanted};
use crate::text::{Index, Unicode, is_white};

/// Folded bytes from which a quote that stands once is its own proof: about three words, or five ideographs.
const SPEAKS_FOR_ITSELF: usize = 16;

/// Bytes of context by which a place must be ahead of all others where none has all of it. Less may be chance.
const CLEARLY_MORE: usize = 8;

/// A selector, folded.
struct Folded {
    exact: String,
    prefix: String,
    suffix: String,
}

/// A place where a quote may stand.
struct Candidate {
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

pub(super) fn locate(index: &Index, unicode: &mut dyn Unicode, wanted: &[Wanted]) -> Vec<Result<Found, Refused>> {
    let folded = fold_all(unicode, wanted);
    // Sorted as they come: the library's sort takes 4.8 KB of a reader's bundle, more than all of this room.
    let mut needles: Vec<&str> = Vec::new();
    for Folded { exact, .. } in &folded {
        if let Err(at) = needles.binary_search(&&**exact)
            && !exact.is_empty()
        {
            needles.insert(at, exact);
        }
    }

    let mut starts = vec![Vec::new(); needles.len()];
    let stretch = stretch(index, wanted);
    let offset = stretch.start;
    let text = index.folded().get(stretch).unwrap_or_default();
    Automaton::new(&needles).scan(text, |needle, start| starts[needle].push(offset + start));

    let judge = |(wanted, folded): (&Wanted, &Folded)| {
        let needle = needles.binary_search(&&*folded.exact).map_err(|_| Refused::Absent)?;
        let places = choose(index, wanted, folded, candidates(index, wanted, folded, &starts[needle]))?;
        Ok(found(index, wanted, folded, &places))
    };
    wanted.iter().zip(&folded).map(judge).collect()
}

fn fold_all(unicode: &mut dyn Unicode, wanted: &[Wanted]) -> Vec<Folded> {
    let mut builder = Index::builder(unicode);
    let mut fold = |Wanted { selector, .. }: &Wanted| Folded {
        exact: builder.folded(&selector.exact),
        prefix: builder.folded(&selector.prefix),
        suffix: builder.folded(&selector.suffix),
    };
    wanted.iter().map(&mut fold).collect()
}

/// The folded text that need be read: what all are wanted within, or everything.
fn stretch(index: &Index, wanted: &[Wanted]) -> std::ops::Range<usize> {
    let mut all: Option<std::ops::Range<usize>> = None;
    for wanted in wanted {
        let Some(within) = wanted.within else { return 0..index.folded().len() };
        let (start, end) = index.bytes(within);
        let one = index.hull(start, end);
        all = Some(all.map_or(one.clone(), |all| all.start.min(one.start)..all.end.max(one.end)));
    }
    all.unwrap_or_default()
}

/// The places, of all where the folded quote stands, that begin and end where a quote may.
fn candidates(index: &Index, wanted: &Wanted, folded: &Folded, starts: &[usize]) -> Vec<Candidate> {
    let text = index.folded();
    let within = wanted.within.map(|range| index.bytes(range));
    let candidate = |&from: &usize| {
        let to = from + folded.exact.len();
        let (start, end) = index.origin(from, to)?;
        if within.is_some_and(|within| start < within.0 || end > within.1) {
            return None;
        }
        let before = Side::before(&text[..from], &folded.prefix);
        let after = Side::after(&text[to..], &folded.suffix);
        let cut = index.splits_word(start) && !before.word || index.splits_word(end) && !after.word;
        (!cut).then_some(Candidate { start, end, before, after })
    };
    starts.iter().filter_map(candidate).collect()
}

/// Which of the places is meant: the rule that the room's front page states. Never none.
fn choose(
    index: &Index,
    wanted: &Wanted,
    folded: &Folded,
    mut places: Vec<Candidate>,
) -> Result<Vec<Candidate>, Refused> {
    if wanted.all {
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
        _ if wanted.all => Ok(places),
        [only] => {
            let sure = only.fits() || only.before.word || only.after.word || folded.exact.len() >= SPEAKS_FOR_ITSELF;
            if sure { Ok(places) } else { Err(Refused::Absent) }
        }
        _ => {
            if places.iter().any(Candidate::fits) {
                places.retain(Candidate::fits);
            } else {
                let most = places.iter().map(Candidate::evidence).max().unwrap_or(0);
                places.retain(|place| place.evidence() + CLEARLY_MORE > most);
            }
            if places.len() > 1 {
                places.retain(|place| fits_unfolded(index, wanted, place));
            }
            if places.len() == 1 { Ok(places) } else { Err(Refused::Ambiguous) }
        }
    }
}

fn found(index: &Index, wanted: &Wanted, folded: &Folded, places: &[Candidate]) -> Found {
    let share = |place: &Candidate| {
        let given = folded.exact.len() + place.before.given + place.after.given;
        (folded.exact.len() + place.agreed()) as f32 / given as f32
    };
    let exact =
        places.iter().all(|place| same_letters(&index.source()[place.start..place.end], &wanted.selector.exact));
    Found {
        ranges: places.iter().map(|place| index.range(place.start, place.end)).collect(),
        score: places.iter().map(share).fold(1.0, f32::min),
        kind: if exact { Kind::Exact } else { Kind::Folded },
    }
}

/// Whether the context stands there to the last blank.
fn fits_unfolded(index: &Index, wanted: &Wanted, place: &Candidate) -> bool {
    let selector = wanted.selector;
    let inner = selector.exact.trim_start_matches(is_white);
    let lead = &selector.exact[..selector.exact.len() - inner.len()];
    let trail = &inner[inner.trim_end_matches(is_white).len()..];
    let (before, after) = (&index.source()[..place.start], &index.source()[place.end..]);
    before.strip_suffix(lead).is_some_and(|before| before.ends_with(&*selector.prefix))
        && after.strip_prefix(trail).is_some_and(|after| after.starts_with(&*selector.suffix))
}

/// Whether two texts differ in nothing but white space.
fn same_letters(a: &str, b: &str) -> bool {
    a.chars().filter(|&c| !is_white(c)).eq(b.chars().filter(|&c| !is_white(c)))
}

//! Pages as pieces of text, and what holds for whatever is found in them. Used by the fuzz target too.

use variorum::anchor::{Found, Kind, Refused, Wanted, locate};
use variorum::dossier::Selector;
use variorum::text::{Index, Native, Range, fold};

/// The index over pieces; true: a block edge follows.
pub fn index(pieces: &[(String, bool)]) -> Index {
    let mut unicode = Native;
    let mut builder = Index::builder(&mut unicode);
    for (text, broken) in pieces {
        builder.piece(text);
        if *broken {
            builder.block_break();
        }
    }
    builder.finish()
}

/// What becomes of one quote.
pub fn one(index: &Index, selector: &Selector, all: bool) -> Result<Found, Refused> {
    locate(index, &mut Native, &[Wanted { selector, all, within: None }]).remove(0)
}

/// Where a range lies in all pieces put together, in UTF-16 code units, whatever the pieces are.
pub fn absolute(pieces: &[(String, bool)], range: Range) -> (usize, usize) {
    let units = |text: &str| text.encode_utf16().count();
    let before = |piece: u32| pieces[..piece as usize].iter().map(|(text, _)| units(text)).sum::<usize>();
    let place = |place: variorum::text::Place| before(place.piece) + place.offset as usize;
    (place(range.start), place(range.end))
}

/// A range that is one: not empty, between characters, without white space at its ends, in the pieces of its first
/// and last characters.
pub fn is_sound(pieces: &[(String, bool)], range: Range) -> bool {
    let at = |place: variorum::text::Place| {
        let units: Vec<u16> = pieces[place.piece as usize].0.encode_utf16().collect();
        let (before, after) = units.split_at_checked(place.offset as usize)?;
        Some((String::from_utf16(before).ok()?, String::from_utf16(after).ok()?))
    };
    let (Some((_, first)), Some((last, _))) = (at(range.start), at(range.end)) else { return false };
    range.start < range.end
        && first.chars().next().is_some_and(|c| !c.is_whitespace())
        && last.chars().next_back().is_some_and(|c| !c.is_whitespace())
}

/// The same page without its inline edges.
pub fn joined(pieces: &[(String, bool)]) -> Vec<(String, bool)> {
    let mut joined: Vec<(String, bool)> = Vec::new();
    for (text, broken) in pieces {
        match joined.last_mut() {
            Some((last, edge)) if !*edge => {
                last.push_str(text);
                *edge = *broken;
            }
            _ => joined.push((text.clone(), *broken)),
        }
    }
    joined
}

/// What holds for whatever is found: panics where it does not.
pub fn holds(pieces: &[(String, bool)], selector: &Selector, all: bool) {
    let index = index(pieces);
    let Ok(found) = one(&index, selector, all) else { return };
    assert!(!found.ranges.is_empty() && (all || found.ranges.len() == 1), "{found:?}");
    assert!(found.ranges.windows(2).all(|pair| pair[0].end <= pair[1].start), "{found:?}");
    assert!((0.0..=1.0).contains(&found.score), "{found:?}");
    for range in found.ranges {
        assert!(is_sound(pieces, range), "{range:?}");
        if matches!(found.kind, Kind::Exact | Kind::Folded) {
            assert_eq!(fold(&mut Native, &index.text(range)), fold(&mut Native, &selector.exact));
        }
        let snapped = index.snap(range);
        assert!(is_sound(pieces, snapped), "{snapped:?}");
        assert!(snapped.start <= range.start && range.end <= snapped.end, "{range:?} in {snapped:?}");
        assert_eq!(index.snap(snapped), snapped);
    }
}

/// Inline edges are nothing: what is found, as it was and snapped, is the same in both pages, which differ in nothing
/// else. Panics where it is not.
pub fn same(pieces: &[(String, bool)], others: &[(String, bool)], selector: &Selector, all: bool) {
    let place = |pieces: &[(String, bool)]| {
        let index = index(pieces);
        let ranges = |found: &Found| -> Vec<_> {
            let both = found.ranges.iter().flat_map(|&range| [range, index.snap(range)]);
            both.map(|range| absolute(pieces, range)).collect()
        };
        let found = one(&index, selector, all).map(|found| (ranges(&found), found.kind, found.score));
        (String::from(index.folded()), found)
    };
    assert_eq!(place(pieces), place(others));
}

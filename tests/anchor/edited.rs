//! What holds for quotes that were edited, on pages of words that mean nothing.

use crate::laws::{pieces, whole};
use crate::pieces::{absolute, index, is_sound};
use proptest::prelude::*;
use proptest::sample::Index as Share;
use unicode_normalization::char::is_combining_mark;
use variorum::anchor::{Found, Host, Refused, Search, Wanted, locate};
use variorum::dossier::Selector;
use variorum::text::{Index, Native, fold};

/// An edit of a text, at a share of its length.
#[derive(Clone, Debug)]
enum Edit {
    Substitute(Share, char),
    Insert(Share, char),
    Delete(Share),
    Swap(Share),
}

fn letters() -> impl Strategy<Value = Edit> {
    let (at, letter) = (any::<Share>, || prop::char::range('a', 'z'));
    prop_oneof![
        (at(), letter()).prop_map(|(at, c)| Edit::Substitute(at, c)),
        (at(), letter()).prop_map(|(at, c)| Edit::Insert(at, c)),
        at().prop_map(Edit::Delete),
        at().prop_map(Edit::Swap),
    ]
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for edit in edits {
        let length = text.len();
        match edit {
            _ if length < 2 => break,
            Edit::Substitute(at, c) => text[at.index(length)] = *c,
            Edit::Insert(at, c) => text.insert(at.index(length), *c),
            Edit::Delete(at) => drop(text.remove(at.index(length))),
            Edit::Swap(at) => text.swap(at.index(length - 1), at.index(length - 1) + 1),
        }
    }
    text.into_iter().collect()
}

/// A word of no language, one for each number below [`WORDS`]: three syllables of sixty.
fn word(number: usize) -> String {
    let syllable = |at: usize| ["bdfgklmprstv".as_bytes()[at % 12], b"aeiou"[at / 12]].map(char::from);
    [number % 60, number / 60 % 60, number / 3600].into_iter().flat_map(syllable).collect()
}

const WORDS: usize = 60 * 60 * 60;

/// A page, and a quote of some of its words, of which some letters or one word were edited.
#[derive(Clone, Debug)]
struct Story {
    text: String,
    selector: Selector,
    /// Where the quote stands, in UTF-16 code units, which are bytes here.
    place: (usize, usize),
}

fn story() -> impl Strategy<Value = Story> {
    let edit =
        prop_oneof![prop::collection::vec(letters(), 1..=3).prop_map(Ok), (any::<Share>(), 0..WORDS).prop_map(Err),];
    let numbers = prop::collection::btree_set(0..WORDS, 40..120).prop_map(Vec::from_iter).prop_shuffle();
    (numbers, any::<Share>(), 5..16usize, edit).prop_map(|(numbers, from, count, edit)| {
        let words: Vec<String> = numbers.into_iter().map(word).collect();
        let from = from.index(words.len() - count);
        let to = from + count;
        let exact = match &edit {
            Ok(letters) => edited(&words[from..to].join(" "), letters),
            Err((at, other)) => {
                let mut words = words[from..to].to_vec();
                let at = at.index(count);
                words[at] = word(*other);
                words.join(" ")
            }
        };
        let prefix = words[from.saturating_sub(4)..from].join(" ");
        let suffix = words[to..(to + 4).min(words.len())].join(" ");
        let start = words[..from].iter().map(|word| word.len() + 1).sum();
        let end = start + words[from..to].join(" ").len();
        Story { text: words.join(" "), selector: Selector { exact, prefix, suffix }, place: (start, end) }
    })
}

/// Cut into pieces, at shares of its length.
fn cut(text: &str, cuts: &[Share]) -> Vec<(String, bool)> {
    let mut at: Vec<usize> =
        cuts.iter().map(|cut| cut.index(text.len() + 1)).filter(|&at| text.is_char_boundary(at)).collect();
    at.sort_unstable();
    let starts = [0].into_iter().chain(at.iter().copied());
    let ends = at.iter().copied().chain([text.len()]);
    starts.zip(ends).map(|(start, end)| (text[start..end].into(), false)).collect()
}

/// Insertions, deletions and substitutions between two sequences, a substitution counting as given.
fn distance<T: PartialEq>(a: &[T], b: &[T], substitution: usize) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for one in a {
        let mut diagonal = row[0];
        row[0] += 1;
        for (at, other) in (1..).zip(b) {
            let substituted = diagonal + if one == other { 0 } else { substitution };
            diagonal = row[at];
            row[at] = substituted.min(row[at] + 1).min(row[at - 1] + 1);
        }
    }
    row[b.len()]
}

fn one(index: &Index, selector: &Selector) -> Result<Found, Refused> {
    locate(index, &mut Native, &[Wanted { selector, all: false, within: None }]).remove(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// With context it is found; without, it may be refused; it is never put elsewhere.
    #[test]
    fn an_edited_quote_is_found_where_it_stood(story in story()) {
        let page = [(story.text.clone(), false)];
        let index = index(&page);
        let bare = Selector { exact: story.selector.exact.clone(), ..Selector::default() };
        for (selector, certain) in [(&story.selector, true), (&bare, false)] {
            match one(&index, selector) {
                Ok(found) => {
                    let (start, end) = absolute(&page, found.ranges[0]);
                    let both = end.min(story.place.1).saturating_sub(start.max(story.place.0));
                    let either = end.max(story.place.1) - start.min(story.place.0);
                    prop_assert!(both * 5 >= either * 4, "{:?} at {start}..{end}", index.text(found.ranges[0]));
                }
                Err(refused) => prop_assert!(!certain, "{refused:?}: {selector:?}"),
            }
        }
    }

    /// Half of the quote may have been edited, or, between context that is given, some words altogether: four of the
    /// quote and the page together.
    #[test]
    fn what_is_found_is_near(story in story(), more in prop::collection::vec(letters(), 0..30)) {
        let selector = Selector { exact: edited(&story.selector.exact, &more), ..story.selector };
        let index = index(&[(story.text, false)]);
        if let Ok(found) = one(&index, &selector) {
            let texts = [selector.exact, index.text(found.ranges[0])].map(|text| fold(&mut Native, &text));
            let [quote, page] = texts.each_ref().map(|text| text.chars().collect::<Vec<_>>());
            let [from, to] = texts.each_ref().map(|text| text.split(' ').collect::<Vec<_>>());
            let between = !selector.prefix.is_empty() && !selector.suffix.is_empty();
            let near = 2 * distance(&quote, &page, 1) <= quote.len() || between && distance(&from, &to, 2) <= 4;
            prop_assert!(near, "{texts:?}");
        }
    }

    /// Inline edges are nothing.
    #[test]
    fn splitting_changes_nothing(story in story(), cuts in prop::collection::vec(any::<Share>(), 0..30)) {
        let (together, apart) = (cut(&story.text, &[]), cut(&story.text, &cuts));
        let place = |pieces: &[(String, bool)]| {
            one(&index(pieces), &story.selector).map(|found| (absolute(pieces, found.ranges[0]), found.kind, found.score))
        };
        prop_assert_eq!(place(&together), place(&apart));
    }

    /// A quote is answered alike alone and among others, and wherever the search rests.
    #[test]
    fn company_and_pauses_change_nothing(stories in prop::collection::vec(story(), 1..4), stride in 1..20usize) {
        /// Pauses after so many questions.
        struct Restless(usize);
        impl Host for Restless {
            fn pauses(&mut self) -> bool {
                self.0 = self.0.saturating_sub(1);
                self.0 == 0
            }
        }
        let pieces: Vec<_> = stories.iter().map(|story| (story.text.clone(), true)).collect();
        let index = index(&pieces);
        let wanted: Vec<_> =
            stories.iter().map(|story| Wanted { selector: &story.selector, all: false, within: None }).collect();
        let alone: Vec<_> = stories.iter().map(|story| one(&index, &story.selector)).collect();
        let together = locate(&index, &mut Native, &wanted);
        let mut search = Search::new(&mut Native, &wanted);
        let mut steps = 0..10_000;
        while !search.advance(&index, &mut Restless(stride)) {
            prop_assert!(steps.next().is_some(), "no step gets further");
        }
        prop_assert_eq!(&together, &alone);
        prop_assert_eq!(search.finish(), alone);
    }

    /// Whatever text it is, edges are between characters and graphemes.
    #[test]
    fn edges_are_sound(pieces in pieces(), from: Share, to: Share, edits in prop::collection::vec(letters(), 0..4)) {
        let text = whole(&pieces);
        let characters: Vec<char> = text.chars().collect();
        let (a, b) = (from.index(characters.len() + 1), to.index(characters.len() + 1));
        let part = |range: std::ops::Range<usize>| characters[range].iter().collect::<String>();
        let (a, b) = (a.min(b), a.max(b));
        let selector = Selector {
            exact: edited(&part(a..b), &edits),
            prefix: part(a.saturating_sub(20)..a),
            suffix: part(b..(b + 20).min(characters.len())),
        };
        let index = index(&pieces);
        let Ok(found) = one(&index, &selector) else { return Ok(()) };
        prop_assert!((0.0..=1.0).contains(&found.score));
        for range in found.ranges {
            prop_assert!(is_sound(&pieces, range), "{range:?}");
            let clings = |c: char| is_combining_mark(c) || matches!(c, '\u{200D}' | '\u{FE0F}' | '🏽');
            for place in [range.start, range.end] {
                let units: Vec<u16> = pieces[place.piece as usize].0.encode_utf16().collect();
                let (before, after) = units.split_at(place.offset as usize);
                let (before, after) = (String::from_utf16_lossy(before), String::from_utf16_lossy(after));
                let unseen = |c: char| !c.is_whitespace() && fold(&mut Native, &String::from(c)).is_empty();
                let before = before.trim_end_matches(unseen);
                let alone = before.is_empty() || before.ends_with(char::is_whitespace);
                prop_assert!(alone || !after.starts_with(clings), "{before:?} {after:?}");
            }
        }
    }
}

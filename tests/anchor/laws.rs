//! What holds for every page and every quote.

use crate::pieces::{holds, index, is_sound, one, same};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use variorum::dossier::Selector;
use variorum::text::{Index, Native, Range, Unicode, fold};

/// Text of everything that is hard: what folds to nothing, to several, to the same; what clings to what.
fn text() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        3 => prop::sample::select(vec!["a", "b", "A", "four", "ten", "10", "0", "e", "и", "o", "c", "2"]),
        3 => prop::sample::select(vec![" ", "  ", "\n", "\u{A0}", "\u{3000}", "\u{AD}", "\u{200B}", "\u{200E}"]),
        2 => prop::sample::select(vec!["-", "—", "'", "’", "“", "\"", "…", "...", ".", ",", "`", "´", "-"]),
        2 => prop::sample::select(vec!["é", "e\u{301}", "\u{301}", "\u{323}", "й", "ﬁ", "½", "²", "İ", "Σ", "ς", "ǆ", "¨"]),
        1 => prop::sample::select(vec!["각", "가", "\u{1100}", "\u{1161}", "\u{11A8}", "ㄱ", "京", "都", "ﾊﾟ", "豈"]),
        1 => prop::sample::select(vec!["😀", "\u{200D}", "\u{200C}", "\u{FE0F}", "🇺", "🇸", "👍", "🏽", "𠮷", "क", "\u{94D}", "ष", "ำ"]),
        1 => prop::sample::select(vec!["ש", "ב", "\u{5BC}", "\u{5B0}", "ع", "\u{61C}", "\u{34F}", "𝐚", "𝟏"]),
    ];
    prop::collection::vec(token, 0..40).prop_map(|tokens| tokens.concat())
}

/// Pieces of text; true: a block edge follows.
pub fn pieces() -> impl Strategy<Value = Vec<(String, bool)>> {
    prop::collection::vec((text(), prop::bool::weighted(0.3)), 0..6)
}

/// A part of a text, by shares of its length.
fn part(text: &str, from: prop::sample::Index, to: prop::sample::Index) -> (String, String, String) {
    let characters: Vec<char> = text.chars().collect();
    let (a, b) = (from.index(characters.len() + 1), to.index(characters.len() + 1));
    let (a, b) = (a.min(b), a.max(b));
    (characters[..a].iter().collect(), characters[a..b].iter().collect(), characters[b..].iter().collect())
}

/// The whole text of a page, a line feed for each block edge.
pub fn whole(pieces: &[(String, bool)]) -> String {
    pieces.iter().flat_map(|(text, broken)| [text.as_str(), if *broken { "\n" } else { "" }]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is found folds to what was sought, there and on its own.
    #[test]
    fn found_words_are_the_quote(pieces in pieces(), from: prop::sample::Index, to: prop::sample::Index, all: bool) {
        let (prefix, exact, suffix) = part(&whole(&pieces), from, to);
        holds(&pieces, &Selector { exact: exact.clone(), ..Selector::default() }, all);
        holds(&pieces, &Selector { exact, prefix, suffix }, all);
    }

    /// Inline edges are nothing.
    #[test]
    fn splitting_changes_nothing(
        pieces in pieces(),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8),
        from: prop::sample::Index,
        to: prop::sample::Index,
    ) {
        let mut split = pieces.clone();
        for cut in cuts {
            if split.is_empty() {
                break;
            }
            let at = cut.index(split.len());
            let (text, broken) = split[at].clone();
            let middle = text.char_indices().map(|(at, _)| at).nth(cut.index(text.chars().count() + 1));
            let (left, right) = text.split_at(middle.unwrap_or(text.len()));
            split.splice(at..=at, [(left.into(), false), (right.into(), broken)]);
        }
        let (prefix, exact, suffix) = part(&whole(&pieces), from, to);
        let selector = Selector { exact, prefix, suffix };
        for all in [false, true] {
            same(&pieces, &split, &selector, all);
        }
    }

    /// Any words of a page are found by themselves and all that stands around them.
    #[test]
    fn words_with_context_are_found(
        words in prop::collection::vec(prop::sample::select(vec!["ten", "four", "é", "京都", "ﬁx", "“so”", "한국", "😀"]), 1..40),
        from: prop::sample::Index,
        to: prop::sample::Index,
        edges in prop::collection::vec(0..3, 40),
    ) {
        let (a, b) = (from.index(words.len()), to.index(words.len()));
        let (a, b) = (a.min(b), a.max(b) + 1);
        let selector =
            Selector { exact: words[a..b].join(" "), prefix: words[..a].join(" "), suffix: words[b..].join(" ") };
        // A word of the page is a piece, with a space before it in the same piece, in its own, or as a block edge.
        let mut pieces = Vec::new();
        let mut places = Vec::new();
        for (word, edge) in words.iter().zip(edges) {
            match edge {
                0 => pieces.push((String::from(" "), false)),
                1 => pieces.push((String::new(), true)),
                _ => {}
            }
            let lead = if edge == 2 { " " } else { "" };
            places.push((pieces.len() as u32, lead.len() as u32));
            pieces.push((format!("{lead}{word}"), false));
        }
        let index = index(&pieces);
        let found = one(&index, &selector, false);
        let (first, last) = (places[a], places[b - 1]);
        let place = |(piece, offset)| variorum::text::Place { piece, offset };
        let end = last.1 + words[b - 1].encode_utf16().count() as u32;
        let expected = Range { start: place(first), end: place((last.0, end)) };
        prop_assert_eq!(found.map(|found| found.ranges), Ok(vec![expected]));
    }

    /// Texts that Unicode calls the same fold to the same.
    #[test]
    fn composition_is_nothing(text in text()) {
        let folded = fold(&mut Native, &text);
        prop_assert_eq!(&fold(&mut Native, &text.nfc().collect::<String>()), &folded);
        prop_assert_eq!(&fold(&mut Native, &text.nfd().collect::<String>()), &folded);
    }

    /// Each character that is not ASCII is looked up once, however often it occurs.
    #[test]
    fn a_character_is_asked_once(text in text()) {
        struct Counting(Vec<String>);
        impl Unicode for Counting {
            fn fold(&mut self, text: &str, out: &mut String) {
                if text.chars().count() == 1 {
                    self.0.push(text.into());
                }
                Native.fold(text, out);
            }
            fn is_mark(&mut self, c: char) -> bool {
                Native.is_mark(c)
            }
        }
        let mut counting = Counting(Vec::new());
        let mut builder = Index::builder(&mut counting);
        (0..3).for_each(|_| builder.piece(&text));
        builder.finish();
        let distinct: std::collections::BTreeSet<char> = text.chars().collect();
        prop_assert!(counting.0.len() <= distinct.len(), "asked for {:?}", counting.0);
    }

    /// No page and no quote makes it fall over.
    #[test]
    fn anything_goes(pieces in prop::collection::vec((any::<String>(), any::<bool>()), 0..4), exact: String, prefix: String) {
        let index = index(&pieces);
        let selector = Selector { exact, prefix, suffix: String::new() };
        let mut part = selector.clone();
        part.exact = index.folded().chars().take(3).collect();
        for selector in [selector, part] {
            for range in one(&index, &selector, true).map(|found| found.ranges).unwrap_or_default() {
                prop_assert!(is_sound(&pieces, range));
            }
        }
    }
}

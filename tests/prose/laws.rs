//! What holds of any text.

use proptest::prelude::*;
use variorum::dossier::{ClaimKind, Value};
use variorum::prose::{agrees, quantities, sentences, understand};

const KINDS: [ClaimKind; 5] =
    [ClaimKind::Duration, ClaimKind::Count, ClaimKind::Quantity, ClaimKind::Date, ClaimKind::YesNo];

/// Words that the grammar knows, signs, numbers of all sizes, and anything else, in any order.
fn text() -> impl Strategy<Value = String> {
    let known = "nearly about at least more than up to between and a an half dozen hundred million several few \
                 couple of two ten twenty one hours hour week decade second day years percent $ € metres 3 41 \
                 1,200 2.5 999999999999999999 fast zwei stunden oder bis près d' une demi et heures presque dos \
                 y media años de más 2017 22 february march early end the noon pm : - – . , ’ “ ½ \u{a0} or so \
                 plus old people of";
    let known: Vec<String> = known.split(' ').map(str::to_owned).collect();
    let word = prop_oneof![4 => prop::sample::select(known), 1 => "\\PC{0,4}"];
    let gap = prop::sample::select(vec!["", " ", " ", " ", "\n", "\n\n"]);
    prop::collection::vec((word, gap), 0..24)
        .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect())
}

fn lang() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["de", "en", "es", "fr", "pt"])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    /// Spans lie in the text, on characters, one after the other; a noun comes after its number.
    #[test]
    fn spans_lie_in_the_text(text in text(), lang in lang()) {
        let mut last = 0;
        for quantity in quantities(&text, lang) {
            prop_assert!(quantity.span.start >= last && !text[quantity.span.clone()].is_empty());
            last = quantity.span.end;
            if let Some(noun) = quantity.noun {
                prop_assert!(noun.start >= last && !text[noun].is_empty());
            }
        }
    }

    /// Sentences hold all of the text but white space, in order.
    #[test]
    fn sentences_hold_all(text in text(), lang in lang()) {
        let mut last = 0;
        for span in sentences(&text, lang) {
            prop_assert!(text[last..span.start].trim().is_empty() && !text[span.clone()].trim().is_empty());
            last = span.end;
        }
        prop_assert!(text[last..].trim().is_empty());
    }

    /// What is understood agrees with its own words, is within the format, and says nothing that the words don't.
    #[test]
    fn what_is_understood_agrees(text in text(), lang in lang()) {
        for kind in KINDS {
            match understand(&text, kind, Some("USD"), lang) {
                Ok(value) => {
                    prop_assert_eq!(agrees(&value, &text, Some("USD"), lang), Some(true), "{:?}", value);
                    prop_assert!(value.fields().is_some());
                }
                Err(why) => prop_assert!(text.get(why.span()).is_some() && !why.to_string().is_empty()),
            }
        }
        prop_assert_eq!(agrees(&Value::Unclear, &text, None, lang), None);
    }
}

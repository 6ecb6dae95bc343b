//! Values that editors typed beside their printed words: the words alone come to the same.

use std::fs;
use std::path::Path;
use variorum::dossier::{ClaimKind, Dossier, Strictness, Value, parse_toml};
use variorum::prose::{agrees, understand};

/// Words that do not come to the value, and why.
const EXCEPTIONS: &[(&str, &str)] =
    &[("17일 오후 4시 10분쯤", "no date can be read from them"), ("오후 4시 8분", "no date can be read from them")];

/// Of yes and no, names, texts and lists the words are a sentence's: what they come to is for a person to say.
#[test]
fn in_the_demos() {
    let (mut checked, mut excepted) = (0, 0);
    for story in ["madrid", "gaon"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www").join(story).join("dossier.toml");
        let node = parse_toml(&fs::read_to_string(path).unwrap()).unwrap();
        let dossier = Dossier::read(&node, Strictness::Strict).0.unwrap();
        for (claim, reading) in dossier.claims.iter().flat_map(|claim| claim.readings.iter().map(move |r| (claim, r))) {
            let Some(answer) = &reading.answer else { continue };
            let words = answer.words.as_deref().unwrap();
            let lang = &dossier.sources[reading.source].lang;
            let read = understand(words, claim.kind, claim.unit.as_deref(), lang);
            match claim.kind {
                ClaimKind::Duration | ClaimKind::Count | ClaimKind::Quantity | ClaimKind::Date => {}
                _ => {
                    assert!(read.is_err(), "{words}");
                    continue;
                }
            }
            checked += 1;
            if let Some((_, why)) = EXCEPTIONS.iter().find(|(exception, _)| *exception == words) {
                assert_eq!(read.unwrap_err().to_string(), *why, "{words}");
                excepted += 1;
                continue;
            }
            assert_eq!(read.as_ref(), Ok(&answer.value), "{words}");
            assert_eq!(agrees(&answer.value, words, claim.unit.as_deref(), lang), Some(true), "{words}");
        }
    }
    assert_eq!((checked, excepted), (15, EXCEPTIONS.len()));
}

/// What an editor may have typed beside words that say something else.
#[test]
fn not_what_the_words_say() {
    let check = |typed: &str, words: &str, kind: ClaimKind, expected: Option<bool>| {
        let typed = understand(typed, kind, Some("USD"), "en").expect(typed);
        assert_eq!(agrees(&typed, words, Some("USD"), "en"), expected, "{typed:?}, {words}");
    };
    use ClaimKind::{Count, Date, Duration, Quantity, YesNo};
    check("two hours", "nearly four hours", Duration, Some(false));
    check("four hours", "nearly four hours", Duration, Some(false));
    check("240 minutes", "four hours", Duration, Some(true));
    check("four hours", "four hours later", Duration, None);
    check("four hours", "three to four hours", Duration, Some(false));
    check("ten", "10 masked riders", Count, Some(true));
    check("ten", "at least ten", Count, Some(false));
    check("ten", "two of the ten", Count, None);
    check("$2.3 million", "$2.3 billion", Quantity, Some(false));
    check("$2.3 million", "£2.3 million", Quantity, Some(false));
    check("$2.3 million", "2.3 million", Quantity, None);
    check("22 February 2019", "Feb. 22", Date, Some(true));
    check("22 February 2019", "Feb. 23", Date, Some(false));
    check("22 February 2019", "February 2019", Date, Some(false));
    check("February 2019", "22 February", Date, Some(false));
    check("22 February 2019 at 3pm", "3 in the afternoon", Date, Some(true));
    check("22 February 2019 at 3pm", "on 22 February", Date, Some(false));
    check("22 February 2019", "before 22 February", Date, Some(false));
    check("yes", "no", YesNo, Some(false));
    check("yes", "had been warned", YesNo, None);
}

#[test]
fn what_words_say_nothing_about() {
    assert_eq!(agrees(&Value::Unclear, "four hours", None, "en"), None);
    assert_eq!(agrees(&Value::Printed("four hours".into()), "four hours", None, "en"), None);
}

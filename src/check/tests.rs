//! What a check makes of one quote in one text.

use super::*;
use crate::dossier::{Strictness, parse_toml};
use crate::text::Native;

/// A dossier of two sources, of which `one.txt` is quoted; `two.txt` has a sentence of its own. `before`: fields of the
/// first reading, with a comma behind them.
fn checked(text: &str, value: &str, quote: &str, before: &str) -> Checked {
    let dossier = format!(
        r#"
        variorum = "1.0"
        id = "mill"
        lang = "en"
        title = "The mill"
        status = "published"
        modified = "2026-06-10T08:00:00Z"
        publisher.name = "Post"
        sources = [
            {{ id = "one", name = "One", kind = "news", url = "/one", file.path = "one.txt" }},
            {{ id = "two", name = "Two", kind = "news", url = "/two", file.path = "two.txt" }},
        ]
        [[claims]]
        id = "what"
        question = "What was it?"
        type = "duration"
        readings = [
            {{ {before}source = "one", value = {value}, quotes = [{{ {quote} }}] }},
            {{ source = "two", value = {{ unclear = true }}, quotes = [{{ exact = "Nobody at the mill kept a clock." }}] }},
        ]
        "#
    );
    let node = parse_toml(&dossier).expect(&dossier);
    let (dossier, faults) = Dossier::read(&node, Strictness::Authoring);
    assert_eq!(faults, [], "{quote}");
    let saved = |text: &str| Ok(Saved { page: Page::plain(text, &mut Native), sha256: "0".repeat(64) });
    let two = saved("Nobody at the mill kept a clock.");
    let texts = Texts::from([("one.txt".into(), saved(text)), ("two.txt".into(), two)]);
    check(&node, &dossier.expect("a dossier"), &texts, None, &House::default(), &mut Native)
}

/// Checks a quote in a text: what is found, by code and by a part of what is told.
#[track_caller]
fn expect(text: &str, quote: &str, expected: &[(Code, &str)]) {
    expect_value(text, "{ unclear = true }", quote, expected);
}

#[track_caller]
fn expect_value(text: &str, value: &str, quote: &str, expected: &[(Code, &str)]) {
    expect_findings(checked(text, value, quote, ""), quote, text, expected);
}

#[track_caller]
fn expect_findings(checked: Checked, quote: &str, text: &str, expected: &[(Code, &str)]) {
    let found = checked.findings;
    let codes: Vec<_> = found.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, expected.iter().map(|(code, _)| *code).collect::<Vec<_>>(), "{quote} in {text}: {found:#?}");
    for (finding, (_, words)) in found.iter().zip(expected) {
        let told = format!("{} {}", finding.message, finding.help.as_deref().unwrap_or_default());
        assert!(told.contains(words), "{quote} in {text}: {told}");
    }
}

const MILL: &str =
    "The old mill burned on Sunday.\nThe rags in the store did not burn, and the mill's clock stopped.\n";

#[test]
fn quotes_that_stand() {
    expect(MILL, r#"exact = "The old mill burned on Sunday.""#, &[]);
    expect(MILL, r#"exact = "the old mill burned""#, &[]);
    expect(MILL, r#"exact = "the mill’s clock  stopped""#, &[]);
    expect(MILL, r#"exact = "burned", prefix = "old mill ", suffix = " on Sunday""#, &[]);
    expect("방앗간이 일요일에 탔다.", r#"exact = "일요일에 탔다""#, &[]);
    // A block edge is as good as a space.
    expect("A heading\nThe mill burned down.", r#"exact = "The mill burned", prefix = "A heading ""#, &[]);
}

#[test]
fn quotes_that_do_not_stand() {
    expect(MILL, r#"exact = "The store was empty by then""#, &[(Code::QuoteAbsent, "nor anything like it")]);
    expect(MILL, r#"exact = "Nobody at the mill kept a clock.""#, &[(Code::QuoteAbsent, "but in two.txt, line 1")]);
    expect(
        MILL,
        r#"exact = "The old mill was burned on Sunday""#,
        &[(Code::QuoteAbsent, "nearest, 85 %, line 1: “The old mill burned on Sunday.” (the text lacks “was”)")],
    );
    expect(
        MILL,
        r#"exact = "The rags in the big store did not burn, and the mill's clock stopped""#,
        &[(Code::QuoteNear, "(the text lacks “big”)")],
    );
    expect(MILL, r#"exact = "The old mill burned on Monday.""#, &[(Code::QuoteChanged, "has “Sunday”, not “Monday”")]);
    expect(
        MILL,
        r#"exact = "The rags in the store did burn, and the mill's clock stopped.""#,
        &[(Code::QuoteChanged, "the text has “not” besides")],
    );
    expect(MILL, r#"exact = "The old Mill burned""#, &[(Code::QuoteCapitals, "line 1: “The old mill burned”")]);
    expect(MILL, r#"exact = "clock", prefix = "The old mill ""#, &[(Code::QuoteAbsent, "stand in one.txt (line 2)")]);
}

#[test]
fn quotes_that_stand_more_than_once() {
    let twice = "It burned for long. He said that it burned.\nShe said that it burned, too.";
    expect(
        twice,
        r#"exact = "it burned""#,
        &[(
            Code::QuoteAmbiguous,
            "3 times: lines 1 and 2. For the first (line 1) write `suffix = \" for long. He said that it\"`",
        )],
    );
    expect(twice, r#"exact = "it burned", prefix = "She said that ""#, &[]);
}

#[test]
fn context_that_is_anothers() {
    expect(
        MILL,
        r#"exact = "old mill burned on Sunday", prefix = "That the ", suffix = " morning""#,
        &[(Code::QuoteContext, "has “The”, not “That the”"), (Code::QuoteContext, "has “.”, not “morning”")],
    );
}

#[test]
fn quotes_that_are_cut_beside_a_negation() {
    expect(
        MILL,
        r#"exact = "burn, and the mill's clock""#,
        &[(Code::QuoteCut, "Right before these words one.txt has “not”")],
    );
    let check = |text: &str, found: bool| {
        let expected = [(Code::QuoteCut, "which may change what they say")];
        expect(text, r#"exact = "the mill was sold""#, if found { &expected } else { &[] });
    };
    check("He said the mill was sold to nobody.", false);
    check("He said that perhaps the mill was sold.", true);
    check("He said the mill was sold, probably.", false);
    check("He said the mill was sold probably.", true);
    check("He could not say. The mill was sold!", false);
    check("Was it? No. The mill was sold. Not the store.", false);
    check("It isn't the mill was sold that he said.", true);
    check("In May the mill was sold.", false);
    check("Whether or not\nthe mill was sold\nnobody said", false);
}

#[test]
fn quotes_that_are_cut_beside_a_hedge() {
    let check = |text: &str, expected: &[(Code, &str)]| {
        expect_value(text, r#"{ is = "PT4H", words = "four hours" }"#, r#"exact = "four hours""#, expected);
    };
    check("It burned four hours in all.", &[]);
    check("It burned for four hours on Sunday.", &[]);
    check("It burned for nearly four hours.", &[(Code::QuoteCut, "before these words one.txt has “nearly”")]);
    check("It burned for more than four hours.", &[(Code::QuoteCut, "has “more than”")]);
    check("It burned four hours or more.", &[(Code::QuoteCut, "after these words one.txt has “or more”")]);
    check("It burned between two and four hours.", &[(Code::QuoteCut, "has “between two and”")]);
}

#[test]
fn values_and_their_words() {
    let check = |value: &str, expected: &[(Code, &str)]| {
        expect_value("It burned for nearly four hours.", value, r#"exact = "for nearly four hours""#, expected);
    };
    check(r#"{ is = "PT4H", hedge = "nearly", words = "nearly four hours" }"#, &[]);
    check(r#"{ is = "PT240M", hedge = "nearly", words = "nearly four hours" }"#, &[]);
    check(
        r#"{ is = "PT4H", words = "nearly four hours" }"#,
        &[(Code::ValueNotWords, "comes to `is = \"PT4H\", hedge = \"nearly\"`")],
    );
    check(
        r#"{ is = "PT4H", words = "about four hours" }"#,
        &[(Code::ValueNotWords, ""), (Code::WordsNotQuoted, "“about four hours”")],
    );
}

#[test]
fn what_was_changed_and_stands() {
    let text = "The mill burned for nearly four hours on Sunday.\nCorrection: this report said that it burned for two hours.\nThe bridge was closed for two hours.";
    let check = |was: &str, expected: &[(Code, &str)]| {
        let value = r#"value = { is = "PT2H" }, until = "2026-06-09", why = "Corrected.""#;
        let before = format!("was = [{{ {value}, quotes = [{{ {was} }}] }}], ");
        let checked = checked(text, "{ unclear = true }", r#"exact = "nearly four hours on Sunday""#, &before);
        assert_eq!(checked.quotes, 2, "only what stands now is looked for");
        expect_findings(checked, was, text, expected);
    };
    check(r#"exact = "The mill burned for two hours on Sunday.""#, &[]);
    check(r#"exact = "it burned for two hours""#, &[(Code::WasStands, "one.txt still has them, line 2")]);
    check(r#"exact = "for two hours""#, &[(Code::WasStands, "lines 2 and 3")]);
    // In the context of then it is gone.
    check(r#"exact = "for two hours", prefix = "The mill burned ""#, &[]);
    check(r#"exact = "it burned for two hours", suffix = " on Sunday""#, &[]);
    check(r#"exact = "for two hours", prefix = "closed ""#, &[(Code::WasStands, "them, line 3")]);
}

/// All that is filled in, and that it is what a check then wants.
#[test]
fn fills() {
    let quote = r#"exact = "did not burn""#;
    let fills = checked(MILL, "{ unclear = true }", quote, "").fills;
    let words = |words: &str| FillValue::Words(words.into());
    let expected = [
        ("sources[0].file", "sha256", words(&"0".repeat(64))),
        ("claims[0].readings[0].quotes[0]", "prefix", words("The rags in the store ")),
        ("claims[0].readings[0].quotes[0]", "suffix", words(", and the mill's clock stopped.")),
        ("claims[0].readings[0].quotes[0]", "start", FillValue::Number(53)),
        ("claims[0].readings[0].quotes[0]", "end", FillValue::Number(65)),
    ];
    let told: Vec<_> = fills.iter().map(|fill| (fill.path.as_str(), fill.field, fill.value.clone())).collect();
    assert_eq!(told[..5], expected);

    let quote =
        r#"exact = "did not burn", prefix = "The rags in the store ", suffix = ", and the", start = 53, end = 65"#;
    let fills = checked(MILL, "{ unclear = true }", quote, "").fills;
    assert!(fills.iter().all(|fill| !fill.path.starts_with("claims[0].readings[0]")), "{fills:?}");
}

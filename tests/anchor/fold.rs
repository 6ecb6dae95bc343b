//! What is the same text to a reader, and what is not.

use variorum::text::{Native, fold};

fn check(text: &str, folded: &str) {
    assert_eq!(fold(&mut Native, text), folded, "{text:?} ({})", text.escape_unicode());
}

#[test]
fn what_publishers_exchange_is_one() {
    for (text, folded) in [
        ("", ""),
        (" \n\t ", ""),
        ("Four  hours\n", "four hours"),
        ("four\u{A0}hours\u{2009}on\u{3000}end", "four hours on end"),
        ("“Four” ‘hours’ „on‟ «end» ‹now›", "\"four\" 'hours' \"on\" \"end\" 'now'"),
        ("5′ 6″ l´an `so' Hawaiʻi צה״ל", "5' 6\" l'an 'so' hawai'i צה\"ל"),
        ("a – b — c ‒ d ― e − f ‑ g", "a - b - c - d - e - f - g"),
        ("so--they said—––so", "so-they said-so"),
        ("wait…", "wait..."),
        ("em\u{AD}bas\u{200B}sy\u{FEFF}", "embassy"),
        ("\u{200F}שלום\u{200E}", "שלום"),
        ("ﬁve oﬃcers", "five officers"),
        ("Ｆｏｕｒ　４ 𝐟𝐨𝐮𝐫 𝟒", "four 4 four 4"),
        ("ΛΌΓΟΣ λόγος", "λο\u{301}γοσ λο\u{301}γοσ"),
        ("İzmir", "i\u{307}zmir"),
        ("5 ㎞ № ™", "5 km no tm"),
        ("❤\u{FE0F} 👨\u{200D}👩\u{200D}👧", "❤ 👨👩👧"),
    ] {
        check(text, folded);
    }
}

#[test]
fn composition_does_not_matter() {
    for (text, folded) in [
        ("é", "e\u{301}"),
        ("e\u{301}", "e\u{301}"),
        ("й", "и\u{306}"),
        ("ệ", "e\u{323}\u{302}"),
        ("ê\u{323}", "e\u{323}\u{302}"),
        ("ẹ\u{302}", "e\u{323}\u{302}"),
        ("e\u{302}\u{323}", "e\u{323}\u{302}"),
        ("e\u{302}\u{AD}\u{323}", "e\u{323}\u{302}"),
        ("각", "각"),
        ("\u{1100}\u{1161}\u{11A8}", "각"),
        ("가\u{11A8}", "각"),
        ("ﾊﾟﾝﾀﾞ", "ハ\u{309A}ンタ\u{3099}"),
        ("豈", "豈"),
    ] {
        check(text, folded);
    }
}

#[test]
fn a_number_does_not_become_another() {
    for (text, folded) in [("10² m", "10² m"), ("2½", "2½"), ("①", "①"), ("CO₂", "co₂"), ("㏠", "㏠"), ("1⁄2", "1/2")]
    {
        check(text, folded);
    }
}

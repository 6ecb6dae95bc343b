//! Printed words and the value that they come to: one table for each language, `tests/prose/words/LANG.txt`.

use super::notation;
use std::fs;
use std::path::Path;
use variorum::dossier::ClaimKind;
use variorum::prose::{agrees, understand};

/// Each line is `words => TYPE [HEDGE] FIGURE [UNIT]`, or `words => TYPE [UNIT]: why not`. What is understood agrees with
/// its own words.
#[test]
fn as_in_the_tables() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/prose/words");
    let (mut rows, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let lang = path.file_stem().unwrap().to_str().unwrap();
        let table = fs::read_to_string(&path).unwrap();
        for row in table.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
            let (words, expected) = row.split_once("=>").expect(row);
            let (words, expected) = (words.trim(), expected.trim());
            let read = read(lang, words, expected);
            rows += 1;
            if read != expected {
                wrong.push(format!("{lang}: {words} => {read}, not {expected}"));
            }
        }
    }
    assert!(rows > 200, "{rows} rows");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What words are read as, asked for the type and in the unit that a row names.
fn read(lang: &str, words: &str, expected: &str) -> String {
    let asked = expected.split_once(':').map_or(expected, |(asked, _)| asked);
    let kind = asked.split(' ').next().and_then(ClaimKind::of_name).expect(asked);
    let unit = asked.rsplit(' ').next().filter(|_| kind == ClaimKind::Quantity).unwrap_or_default();
    match understand(words, kind, Some(unit), lang) {
        Ok(value) => {
            let own = agrees(&value, words, Some(unit), lang);
            if own == Some(true) { notation::value(&value, unit) } else { format!("{value:?}, which agrees: {own:?}") }
        }
        Err(why) => format!("{} {unit}: {why}", kind.name()).replace(" :", ":"),
    }
}

#[test]
fn of_languages() {
    let check = |lang: &str, expected: &str| {
        let read = understand("10", ClaimKind::Count, None, lang).map(|value| notation::value(&value, ""));
        assert_eq!(read.unwrap_or_else(|why| why.to_string()), expected);
    };
    check("en", "count 10");
    check("en-GB", "count 10");
    check("EN", "count 10");
    check("eng", "figures in words of the language `eng` can't be read yet");
    check("ja", "figures in words of the language `ja` can't be read yet");
}

/// What is wrong is named by its place.
#[test]
fn where_it_fails() {
    let check = |words: &str, expected: &str| {
        let why = understand(words, ClaimKind::Count, None, "en").unwrap_err();
        assert_eq!(&words[why.span()], expected);
    };
    check("two of the ten", "of the ten");
    check("“two” of them", "of them");
    check("nearly ninety percent", "nearly ninety percent");
}

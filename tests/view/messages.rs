//! The words of the interface: complete, alike in all languages, none left over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use toml::{Table, Value};
use variorum::view::messages::{LANGUAGES, compile, embedded};
use variorum::view::{Key, Messages};

#[test]
fn every_language_compiles() {
    for (tag, words, patterns) in LANGUAGES {
        let text = compile(words, patterns).unwrap_or_else(|fault| panic!("{tag}: {fault}"));
        let messages = Messages::parse(&text).expect("what was compiled can be read");
        assert_eq!(messages.lang(), *tag);
    }
}

#[test]
fn every_file_is_a_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages");
    for folder in [folder.clone(), folder.join("cldr")] {
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let found: BTreeSet<_> = files
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(found, LANGUAGES.iter().map(|(tag, ..)| String::from(*tag)).collect());
    }
}

#[test]
fn same_names_in_braces() {
    let (_, english, _) = LANGUAGES.iter().find(|(tag, ..)| *tag == "en").unwrap();
    let english = names_by_message(english);
    for (tag, words, _) in LANGUAGES {
        for (message, names) in names_by_message(words) {
            // That there is no other, `compile` sees to.
            assert_eq!(names, english[&message], "{tag}: {message}");
        }
    }
}

/// The names in braces of each message written by hand, all forms together.
fn names_by_message(toml: &str) -> BTreeMap<String, BTreeSet<String>> {
    fn strings(value: &Value) -> Vec<&str> {
        match value {
            Value::String(words) => vec![words],
            Value::Array(items) => items.iter().flat_map(strings).collect(),
            Value::Table(forms) => forms.values().flat_map(strings).collect(),
            _ => Vec::new(),
        }
    }
    let mut out = BTreeMap::new();
    for (section, entries) in toml.parse::<Table>().unwrap() {
        for (name, value) in entries.as_table().into_iter().flatten() {
            let words = strings(value);
            let names = words.iter().flat_map(|words| words.split('{').skip(1)).filter_map(|rest| rest.split_once('}'));
            out.insert(format!("{section}.{name}"), names.map(|(name, _)| name.to_owned()).collect());
        }
    }
    out
}

#[test]
fn words_for_several() {
    for (tag, words, _) in LANGUAGES {
        let hedges = &words.parse::<Table>().unwrap()["hedge"];
        let list = |name: &str| -> Vec<String> { hedges[name].clone().try_into().unwrap() };
        assert_eq!(list("several").len(), 8, "{tag}: seven units of time, then tens of years");
        let dozens = list("dozens");
        let (triples, rest) = dozens.as_chunks::<3>();
        assert!(rest.is_empty(), "{tag}: a number, words alone, words before a unit");
        assert!(triples.is_sorted_by_key(|[number, ..]| number.parse::<u64>().unwrap()), "{tag}");
    }
}

#[test]
fn every_key_is_used() {
    let view = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view");
    let list = fs::read_to_string(view.join("messages/key.rs")).unwrap();
    let mut code = String::new();
    gather(&view, &mut code);
    // `Key Shape "name" "values"`
    let key = |line: &'_ str| {
        let (key, rest) = line.trim().split_once(' ')?;
        let (shape, rest) = rest.split_once(' ')?;
        let is_key = ["Words", "Date", "Forms", "Items", "Rules"].contains(&shape) && rest.starts_with('"');
        is_key.then(|| key.to_owned())
    };
    let keys: Vec<String> = list.lines().filter_map(key).collect();
    assert_eq!(keys.len(), Key::COUNT);
    let unused: Vec<_> = keys.into_iter().filter(|key| !is_named(&code, key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

fn is_named(code: &str, key: &str) -> bool {
    let name = format!("Key::{key}");
    code.match_indices(&name).any(|(at, _)| !code[at + name.len()..].starts_with(|c: char| c.is_alphanumeric()))
}

fn gather(folder: &Path, code: &mut String) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            gather(&path, code);
        } else if !path.ends_with("key.rs") {
            code.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn faults() {
    let (_, words, patterns) = LANGUAGES.iter().find(|(tag, ..)| *tag == "en").unwrap();
    let check = |from: &str, to: &str, expected: &str| {
        let broken = words.replacen(from, to, 1);
        assert_ne!(broken, **words, "{from} is not in the words");
        let fault = compile(&broken, patterns).unwrap_err();
        assert!(fault.contains(expected), "{fault}");
    };
    check("close = \"Close\"\n", "", "`card.close` is missing");
    check("close = \"Close\"\n", "close = \"Close\"\nshut = \"Shut\"\n", "`card.shut` is no message");
    check("close = \"Close\"", "close = { other = \"Close\" }", "`card.close` should be words");
    check("one = \"{n} report\", ", "", "`sum.reports` has no form `one`");
    check("one = \"{n} report\", ", "one = \"{n} report\", two = \"\", ", "no plural form `two`");
    check("close = \"Close\"", "close = \"Close\\nit\"", "words on one line");
    check("close = \"Close\"", "close = 1", "`card.close` should be words");
    check("lang = \"en\"", "lang = \"fr\"", "another language");
    check("{n} of {total}", "{n} of {all}", "`card.step`: nothing is called {all} there; there is: n total");
    check("{n} of {total}", "{n} of {total", "`card.step`: a brace is not closed");
    check("lang = \"en\"", "", "`lang` is missing");
    check("lang = \"en\"", "lang = ", "not TOML");
    check("[card]", "stray = 1\n[card]", "`mark.stray`");
}

#[test]
fn falls_back() {
    let check = |wanted: &str, expected: &str| assert_eq!(embedded(wanted).lang(), expected, "{wanted}");
    check("en", "en");
    check("en-US", "en");
    check("ko-KR", "ko");
    check("pt-PT", "pt");
    check("ar-EG", "ar");
    // Chinese is simplified. Lookup only shortens what is asked for: who asks for traditional gets it too.
    check("zh-CN", "zh");
    check("zh-Hans-CN", "zh");
    check("zh-TW", "zh");
    check("zh-Hant-HK", "zh");
    check("tlh", "en");
    check("", "en");
}

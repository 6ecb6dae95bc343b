//! From the two TOML files of a language to the text that a page fetches.

use std::sync::OnceLock;
use toml::{Table, Value};

use super::key::{DATE_FIELDS, Shape};
use super::{Key, Messages, PART, STAMP};

/// The languages there are, as `(tag, words, patterns)`: both TOML files of each.
pub const LANGUAGES: &[(&str, &str, &str)] = &[
    ("ar", include_str!("../../../messages/ar.toml"), include_str!("../../../messages/cldr/ar.toml")),
    ("de", include_str!("../../../messages/de.toml"), include_str!("../../../messages/cldr/de.toml")),
    ("en", include_str!("../../../messages/en.toml"), include_str!("../../../messages/cldr/en.toml")),
    ("es", include_str!("../../../messages/es.toml"), include_str!("../../../messages/cldr/es.toml")),
    ("fr", include_str!("../../../messages/fr.toml"), include_str!("../../../messages/cldr/fr.toml")),
    ("he", include_str!("../../../messages/he.toml"), include_str!("../../../messages/cldr/he.toml")),
    ("ja", include_str!("../../../messages/ja.toml"), include_str!("../../../messages/cldr/ja.toml")),
    ("ko", include_str!("../../../messages/ko.toml"), include_str!("../../../messages/cldr/ko.toml")),
    ("pt", include_str!("../../../messages/pt.toml"), include_str!("../../../messages/cldr/pt.toml")),
    ("zh", include_str!("../../../messages/zh.toml"), include_str!("../../../messages/cldr/zh.toml")),
];

/// The messages that serve a language best (RFC 4647 lookup, else English).
///
/// # Panics
/// If the crate was built with faulty messages, which its tests rule out.
pub fn embedded(lang: &str) -> Messages {
    let tags: Vec<&str> = LANGUAGES.iter().map(|(tag, ..)| *tag).collect();
    let at = super::choose(&[lang], &tags);
    let made = COMPILED[at].get_or_init(|| {
        let (_, words, patterns) = LANGUAGES[at];
        let text = compile(words, patterns).expect("the messages in the crate compile");
        Messages::parse(&text).expect("what was compiled can be read")
    });
    made.clone()
}

/// Of each language, once it has been asked for.
static COMPILED: [OnceLock<Messages>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];

/// Joins the words of a language with its CLDR patterns: a line for the stamp and the language, one for each key in
/// order, one for each unit.
///
/// # Errors
/// In one sentence, what is missing, unknown or wrong in which entry.
pub fn compile(words_toml: &str, cldr_toml: &str) -> Result<String, String> {
    let mut words = read(words_toml, "words")?;
    let mut cldr = read(cldr_toml, "CLDR patterns")?;
    let lang = language(&mut words)?;
    if language(&mut cldr)? != lang {
        return Err(format!("the words are {lang}, the CLDR patterns are of another language"));
    }
    let units = match cldr.remove("units") {
        Some(Value::Table(units)) => units,
        _ => return Err("the CLDR patterns have no table `units`".into()),
    };
    let mut entries = flatten(words)?;
    for (name, value) in flatten(cldr)? {
        if entries.insert(name.clone(), value).is_some() {
            return Err(format!("`{name}` is both in the words and in the CLDR patterns"));
        }
    }
    let categories = categories(&entries)?;
    let mut text = format!("{STAMP}{lang}\n");
    for key in Key::ALL {
        let value = entries.remove(key.name()).ok_or_else(|| format!("`{}` is missing", key.name()))?;
        let values = if key.shape() == Shape::Date { DATE_FIELDS } else { key.values() };
        text.push_str(&numbered(key.name(), &line(key.name(), key.shape(), &value, &categories)?, values)?);
        text.push('\n');
    }
    if let Some((name, _)) = entries.iter().next() {
        return Err(format!("`{name}` is no message"));
    }
    for (code, forms) in &units {
        text.push_str(code);
        text.push(char::from(PART));
        text.push_str(&numbered(code, &line(code, Shape::Forms, forms, &categories)?, "n")?);
        text.push('\n');
    }
    Ok(text)
}

fn read(text: &str, what: &str) -> Result<Table, String> {
    text.parse().map_err(|error| format!("the {what} are not TOML: {error}"))
}

fn language(table: &mut Table) -> Result<String, String> {
    match table.remove("lang") {
        Some(Value::String(lang)) => Ok(lang),
        _ => Err("`lang` is missing".into()),
    }
}

/// `[sum] reports = …` becomes `sum.reports`.
fn flatten(table: Table) -> Result<Table, String> {
    let mut flat = Table::new();
    for (section, entries) in table {
        let Value::Table(entries) = entries else { return Err(format!("`{section}` stands outside of a table")) };
        flat.extend(entries.into_iter().map(|(name, value)| (format!("{section}.{name}"), value)));
    }
    Ok(flat)
}

/// The plural categories of the language in the order of its forms: `other` last.
fn categories(entries: &Table) -> Result<Vec<String>, String> {
    let Some(Value::Table(rules)) = entries.get(Key::Plural.name()) else {
        return Err(format!("`{}` is no table", Key::Plural.name()));
    };
    Ok(rules.keys().cloned().chain(["other".into()]).collect())
}

fn line(name: &str, shape: Shape, value: &Value, categories: &[String]) -> Result<String, String> {
    let parts: Vec<&Value> = match (shape, value) {
        (Shape::Words | Shape::Date, Value::String(_)) => vec![value],
        (Shape::Items, Value::Array(items)) => items.iter().collect(),
        (Shape::Rules, Value::Table(rules)) => rules.values().collect(),
        (Shape::Forms, Value::Table(forms)) => {
            if let Some(strange) = forms.keys().find(|form| !categories.contains(form)) {
                return Err(format!("`{name}`: the language has no plural form `{strange}`"));
            }
            let missing = |category: &String| format!("`{name}` has no form `{category}`");
            categories.iter().map(|c| forms.get(c).ok_or_else(|| missing(c))).collect::<Result<_, _>>()?
        }
        _ => return Err(format!("`{name}` should be {shape:?}").to_lowercase()),
    };
    let strings = parts.into_iter().map(|part| match part.as_str() {
        Some(part) if !part.contains(['\n', '\r', char::from(PART)]) => Ok(part),
        _ => Err(format!("`{name}` holds something other than words on one line")),
    });
    Ok(strings.collect::<Result<Vec<_>, _>>()?.join("\t"))
}

/// With the position among `names` in place of each name in braces, as one character from `0` on.
fn numbered(message: &str, line: &str, names: &str) -> Result<String, String> {
    let mut pieces = line.split('{');
    let mut out = String::from(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, words) = piece.split_once('}').ok_or_else(|| format!("`{message}`: a brace is not closed"))?;
        let at = names.split(' ').position(|other| other == name && !name.is_empty());
        let at = at.ok_or_else(|| format!("`{message}`: nothing is called {{{name}}} there; there is: {names}"))?;
        out.extend(['{', char::from(b'0' + at as u8), '}']);
        out.push_str(words);
    }
    Ok(out)
}

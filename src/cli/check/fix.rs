//! `--fix`: what a check found out, written into the dossier.

use super::Done;
use crate::write::write;
use std::fs;
use std::path::Path;
use toml_edit::{DocumentMut, InlineTable, Item, Value, value};
use variorum::check::{Checked, Fill, FillValue};

/// Writes all that a check found out into its dossier; whether there was anything.
pub fn fix(file: &Path, done: &Done) -> Result<bool, String> {
    let misuse = |why: &dyn std::fmt::Display| format!("{}: {why}", file.display());
    if file.extension().is_some_and(|ending| ending == "json") {
        return Err(misuse(&"--fix writes TOML, and this is JSON"));
    }
    let Some(Checked { fills, .. }) = done.checked.as_ref().filter(|checked| !checked.fills.is_empty()) else {
        return Ok(false);
    };
    let before = fs::read_to_string(file).map_err(|error| misuse(&error))?;
    let after = filled(&before, fills).ok_or_else(|| misuse(&"it was changed while it was checked"))?;
    write(file, after.as_bytes()).map_err(|error| misuse(&error))?;
    Ok(true)
}

/// A dossier with all of this written into it; `None` if it is not the one that was checked.
fn filled(text: &str, fills: &[Fill]) -> Option<String> {
    let bare = text.strip_prefix('\u{feff}');
    let mut document: DocumentMut = bare.unwrap_or(text).parse().ok()?;
    for Fill { path, field, value } in fills {
        put(object(document.as_item_mut(), path)?, field, value)?;
    }
    let mut written = document.to_string();
    // The editor of TOML knows neither of the two.
    if text.contains("\r\n") {
        written = written.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    if bare.is_some() {
        written.insert(0, '\u{feff}');
    }
    Some(written)
}

/// What stands at a path: `claims[0].readings[1].quotes[0]`.
fn object<'d>(document: &'d mut Item, path: &str) -> Option<&'d mut Item> {
    let mut item = document;
    for step in path.split(['.', '[']) {
        item = match step.strip_suffix(']') {
            Some(index) => item.get_mut(index.parse::<usize>().ok()?)?,
            // Asking for a field in order to change it would make it.
            None if item.get(step).is_none() => return None,
            None => item.get_mut(step)?,
        };
    }
    Some(item)
}

/// Writes a field; one that is there stays where it is.
fn put(object: &mut Item, field: &str, fill: &FillValue) -> Option<()> {
    let mut new = match fill {
        FillValue::Words(words) => Value::from(words),
        FillValue::Number(number) => Value::from(i64::try_from(*number).ok()?),
        FillValue::Nothing => {
            object.as_table_like_mut()?.remove(field);
            return Some(());
        }
    };
    if object.get(field).is_some() {
        let old = object.get_mut(field)?.as_value_mut()?;
        *new.decor_mut() = old.decor().clone();
        *old = new;
    } else if let Some(table) = object.as_inline_table_mut() {
        append(table, field, new);
    } else {
        object.as_table_like_mut()?.insert(field, value(new));
    }
    Some(())
}

/// Adds a field at the end, before whatever stands there: the space before the brace, as a rule.
fn append(table: &mut InlineTable, field: &str, mut new: Value) {
    let mut end = None;
    if let Some((_, last)) = table.iter_mut().last() {
        end = last.decor().suffix().cloned();
        last.decor_mut().set_suffix("");
    }
    new.decor_mut().set_prefix(" ");
    new.decor_mut().set_suffix(end.unwrap_or_default());
    table.insert(field, new);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout_stays() {
        let fill = |path: &str, field, value| Fill { path: path.into(), field, value };
        let fills = [
            fill("sources[0].file", "sha256", FillValue::Words("ab".into())),
            fill("claims[0].quotes[1]", "prefix", FillValue::Words("say \"so\" ".into())),
            fill("claims[0].quotes[1]", "start", FillValue::Number(7)),
            fill("claims[1]", "prefix", FillValue::Words("x".into())),
            fill("claims[1]", "suffix", FillValue::Nothing),
        ];
        let check = |before: &str, after: &str| {
            assert_eq!(filled(before, &fills).as_deref(), Some(after));
            assert_eq!(filled(after, &fills).as_deref(), Some(after), "again");
        };
        let before = r#"# About it
[[sources]]
file  = { path = "a.txt" }   # saved

[[claims]]
quotes = [
  {exact="one"}, # the first
  { exact = "two", start = 1, },
]
[[claims]] # two
suffix = "gone"
exact  = 'three'

"#;
        let after = r#"# About it
[[sources]]
file  = { path = "a.txt", sha256 = "ab" }   # saved

[[claims]]
quotes = [
  {exact="one"}, # the first
  { exact = "two", start = 7, prefix = 'say "so" ', },
]
[[claims]] # two
exact  = 'three'
prefix = "x"

"#;
        check(before, after);
        let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
        check(&windows(before), &windows(after));
    }

    #[test]
    fn another_file() {
        let fill = Fill { path: "claims[3]".into(), field: "prefix", value: FillValue::Nothing };
        assert_eq!(filled("claims = []\n", &[fill]), None);
    }
}

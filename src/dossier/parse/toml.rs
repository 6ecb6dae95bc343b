//! TOML 1.1, in which editors write.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Fault, Kind, fault, span, too_deep, within_limits};
use crate::dossier::{MAX_DEPTH, Node, NodeKind};

/// Reads TOML. Its dates and times become strings as they are written, in the form of ISO 8601 that JSON has
/// (`2019-02-22`, `2019-02-22T15:00`, `T15:00`): an editor may leave out the quotation marks.
pub fn parse_toml(text: &str) -> Result<Node, Fault> {
    within_limits(text)?;
    let table = DeTable::parse(text).map_err(|error| {
        let range = error.span().unwrap_or(0..text.len());
        fault(range, Kind::Syntax, format!("This is not TOML: {}.", error.message()))
    })?;
    let range = table.span();
    Ok(Node { kind: self::table(table.into_inner(), text, 1)?, span: span(range) })
}

/// The fields of a table, at a depth, in the order written.
fn table(table: DeTable, text: &str, depth: usize) -> Result<NodeKind, Fault> {
    let mut fields = Vec::with_capacity(table.len());
    for (name, value) in table {
        let place = span(name.span());
        fields.push((name.into_inner().into_owned(), place, node(value, text, depth + 1)?));
    }
    fields.sort_by_key(|(_, place, _)| place.start);
    Ok(NodeKind::Object(fields))
}

fn node(value: Spanned<DeValue>, text: &str, depth: usize) -> Result<Node, Fault> {
    let range = value.span();
    let deeper = matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
    if deeper && depth > MAX_DEPTH {
        return Err(too_deep(range));
    }
    let place = span(range.clone());
    let kind = match value.into_inner() {
        DeValue::String(string) => NodeKind::String(string.into_owned()),
        // What no number holds becomes infinite, and is out of any bounds.
        DeValue::Integer(integer) => NodeKind::Number(
            i64::from_str_radix(integer.as_str(), integer.radix()).map_or(f64::INFINITY, |integer| integer as f64),
        ),
        DeValue::Float(float) => NodeKind::Number(float.as_str().parse().unwrap_or(f64::INFINITY)),
        DeValue::Boolean(boolean) => NodeKind::Bool(boolean),
        DeValue::Datetime(_) => NodeKind::String(moment(text.get(range).unwrap_or_default())),
        DeValue::Array(array) => {
            let items = array.into_iter().map(|item| node(item, text, depth + 1));
            NodeKind::Array(items.collect::<Result<_, _>>()?)
        }
        DeValue::Table(inner) => table(inner, text, depth)?,
    };
    Ok(Node { kind, span: place })
}

/// A date or time of TOML as ISO 8601 has it: TOML allows a space or a small `t` between the two, a small `z`,
/// and writes no `T` before a time alone.
fn moment(written: &str) -> String {
    let text = written.replace([' ', 't'], "T").replace('z', "Z");
    if text.as_bytes().get(2) == Some(&b':') { ["T", &text].concat() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Reason;

    #[test]
    fn dates_are_strings() {
        let check = |written: &str, expected: &str| {
            let node = parse_toml(&format!("a = {written}")).unwrap();
            assert_eq!(node.str("a"), Some(expected), "{written}");
        };
        check("2026-05-02", "2026-05-02");
        check("2026-05-02T10:00:00Z", "2026-05-02T10:00:00Z");
        check("2026-05-02 10:00:00", "2026-05-02T10:00:00");
        check("2026-05-02t10:00:00.5z", "2026-05-02T10:00:00.5Z");
        check("2026-05-02T10:00+01:00", "2026-05-02T10:00+01:00");
        check("10:00", "T10:00");
        check("10:00:59", "T10:00:59");
        check("\"10:00\"", "10:00");
    }

    #[test]
    fn fields_stand_as_written() {
        let text = "b = 1\na.z = 0x10\n[[c]]\ny = 1.5\nx = true\n[a.b]\n";
        let node = parse_toml(text).unwrap();
        let names: Vec<&str> = node.fields().iter().map(|(name, ..)| &**name).collect();
        assert_eq!(names, ["b", "a", "c"]);
        let claim = &node.get("c").unwrap().items()[0];
        assert_eq!(claim.fields()[0].0, "y");
        assert_eq!(node.get("a").unwrap().get("z").unwrap().as_number(), Some(16.0));
        let huge = parse_toml("a = 99999999999999999999").unwrap();
        assert_eq!(huge.get("a").unwrap().as_number(), Some(f64::INFINITY));
        let place = claim.get("y").unwrap().span;
        assert_eq!(&text[place.start as usize..place.end as usize], "1.5");
    }

    #[test]
    fn nothing_but_toml() {
        for wrong in ["a", "a = ", "a = 1\na = 2", "[a", "a = 'x", "a = 2026-13-01", "a = nul"] {
            let Err(fault) = parse_toml(wrong) else { panic!("{wrong:?} passed") };
            assert_eq!((fault.reason(), fault.is_fatal()), (Reason::Broken, true), "{wrong:?}");
            assert!(fault.place().span.end as usize <= wrong.len(), "{wrong:?}: {fault:?}");
        }
    }
}

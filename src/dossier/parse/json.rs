//! JSON as RFC 8259 has it: no comments, no trailing commas.

use jsonc_parser::ast::{ObjectPropName, StringLit, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::{Fault, Kind, Span, deeper, fault, span, within_limits};
use crate::dossier::{Node, NodeKind};

/// Reads JSON. A name that stands twice in one object is kept twice: the reader faults it.
pub fn parse_json(text: &str) -> Result<Node, Fault> {
    within_limits(text)?;
    parse(text)
}

/// Reads JSON that is no dossier, as parse_json does. How long it may be is for the caller to say.
pub(crate) fn parse_data(text: &str) -> Result<Node, Fault> {
    /// More than anybody's annotations have, little enough to go down without care.
    const LEVELS: usize = 64;
    match deeper(text, LEVELS) {
        Some(at) => Err(fault(at..at + 1, Kind::TooDeep, format!("This is nested more than {LEVELS} levels deep."))),
        None => parse(text),
    }
}

fn parse(text: &str) -> Result<Node, Fault> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict).map_err(|error| {
        let range = error.range();
        fault(range.start..range.end, Kind::Syntax, format!("This is not JSON: {}.", error.kind()))
    })?;
    match parsed.value {
        Some(value) => node(value, text),
        None => Err(fault(0..text.len(), Kind::Syntax, "The file is empty.".to_owned())),
    }
}

fn node(value: Value, text: &str) -> Result<Node, Fault> {
    let span = place(value.range());
    let kind = match value {
        Value::StringLit(string) => NodeKind::String(words(string, text)?),
        // What no `f64` holds becomes infinite, and is out of any bounds.
        Value::NumberLit(number) => NodeKind::Number(number.value.parse().unwrap_or(f64::INFINITY)),
        Value::BooleanLit(boolean) => NodeKind::Bool(boolean.value),
        Value::NullKeyword(_) => NodeKind::Null,
        Value::Array(array) => {
            let items = array.elements.into_iter().map(|item| node(item, text));
            NodeKind::Array(items.collect::<Result<_, _>>()?)
        }
        Value::Object(object) => {
            let mut fields = Vec::with_capacity(object.properties.len());
            for property in object.properties {
                // Names are never bare: the options say so.
                let ObjectPropName::String(name) = property.name else { continue };
                let span = place(name.range);
                fields.push((words(name, text)?, span, node(property.value, text)?));
            }
            NodeKind::Object(fields)
        }
    };
    Ok(Node { kind, span })
}

/// What a string holds. The parser lets line breaks and the like pass in it, which a browser's does not.
fn words(string: StringLit, text: &str) -> Result<String, Fault> {
    let range = string.range.start..string.range.end;
    match text.get(range.clone()) {
        Some(written) if written.bytes().any(|byte| byte < b' ') => {
            let message = "This is not JSON: line breaks and tabs in a string are written `\\n` and `\\t`.";
            Err(fault(range, Kind::Syntax, message.to_owned()))
        }
        _ => Ok(string.value.into_owned()),
    }
}

fn place(range: Range) -> Span {
    span(range.start..range.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Reason;

    #[test]
    fn positions() {
        let node = parse_json(r#"{"a": [1, "é\n"], "a": null}"#).unwrap();
        let place = |start, end| Span { start, end };
        assert_eq!(node.span, place(0, 29));
        let [(first, name, list), (second, ..)] = node.fields() else { panic!("{node:?}") };
        assert_eq!((&**first, &**second, *name), ("a", "a", place(1, 4)));
        assert_eq!(list.span, place(6, 17));
        assert_eq!(list.items()[1], Node { kind: NodeKind::String("é\n".to_owned()), span: place(10, 16) });
    }

    #[test]
    fn nothing_but_json() {
        for wrong in [
            "",
            " ",
            "{} {}",
            "// comment\n{}",
            "{} /* comment */",
            "[1,]",
            r#"{"a": 1,}"#,
            r#"{"a": 1 "b": 2}"#,
            "[1 2]",
            "{a: 1}",
            "{'a': 1}",
            "[0x10]",
            "[+1]",
            "[.5]",
            "[5.]",
            "[NaN]",
            "[Infinity]",
            "[01]",
            r#"["\x41"]"#,
            r#"["\ud800"]"#,
            "[\"a\nb\"]",
            "[\"a",
            "[",
            "nul",
            "\u{feff}{}",
        ] {
            let Err(fault) = parse_json(wrong) else { panic!("{wrong:?} passed") };
            assert!(serde_json::from_str::<serde_json::Value>(wrong).is_err(), "{wrong:?}");
            assert_eq!((fault.reason(), fault.is_fatal()), (Reason::Broken, true), "{wrong:?}");
            assert!(fault.place().span.end as usize <= wrong.len(), "{wrong:?}: {fault:?}");
        }
        let numbers = parse_json("[1e2, -0.5, 1e999, 9007199254740993]").unwrap();
        let numbers: Vec<f64> = numbers.items().iter().filter_map(Node::as_number).collect();
        assert_eq!(numbers, [100.0, -0.5, f64::INFINITY, 9_007_199_254_740_992.0]);
    }
}

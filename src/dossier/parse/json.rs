//! JSON as RFC 8259 has it: no comments, no trailing commas.

use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::{Fault, Reason, Span, fault, span, within_limits};
use crate::dossier::{Node, NodeKind};

/// Reads JSON. A name that stands twice in one object is kept twice: the reader faults it.
pub fn parse_json(text: &str) -> Result<Node, Fault> {
    within_limits(text)?;
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
        fault(range.start..range.end, Reason::Broken, format!("This is not JSON: {}.", error.kind()))
    })?;
    match parsed.value {
        Some(value) => Ok(node(value)),
        None => Err(fault(0..text.len(), Reason::Broken, "The file is empty.".to_owned())),
    }
}

fn node(value: Value) -> Node {
    let span = place(value.range());
    let kind = match value {
        Value::StringLit(string) => NodeKind::String(string.value.into_owned()),
        // What no `f64` holds becomes infinite, and is out of any bounds.
        Value::NumberLit(number) => NodeKind::Number(number.value.parse().unwrap_or(f64::INFINITY)),
        Value::BooleanLit(boolean) => NodeKind::Bool(boolean.value),
        Value::NullKeyword(_) => NodeKind::Null,
        Value::Array(array) => NodeKind::Array(array.elements.into_iter().map(node).collect()),
        Value::Object(object) => NodeKind::Object(
            object
                .properties
                .into_iter()
                .map(|property| {
                    let range = match &property.name {
                        ObjectPropName::String(name) => name.range,
                        ObjectPropName::Word(name) => name.range,
                    };
                    (property.name.into_string(), place(range), node(property.value))
                })
                .collect(),
        ),
    };
    Node { kind, span }
}

fn place(range: Range) -> Span {
    span(range.start..range.end)
}

//! The JSON that readers get: the editor's tree without what is nobody else's business.

use serde::ser::{Serialize, SerializeMap, Serializer};
use variorum::dossier::{Node, NodeKind};

/// What is left out, as steps from the top with the places in lists left away.
///
/// By whole path, never by name alone: in a text in several languages `ext` and `end` are languages.
const INTERNAL: &[&str] = &[
    "$schema",
    "derived",
    "ext",
    "sources.file",
    "sources.ext",
    "claims.ext",
    "claims.readings.ext",
    "claims.readings.quotes.start",
    "claims.readings.quotes.end",
    "claims.readings.was.quotes.start",
    "claims.readings.was.quotes.end",
];

/// A dossier's tree as JSON, without white space and without what is internal: saved files and places in them,
/// the schema's address, extensions, and what `derived` repeats.
pub fn json(dossier: &Node) -> String {
    serde_json::to_string(&Public { node: dossier, path: "" }).expect("a tree of plain data can be written")
}

/// A part of the tree, with its path.
struct Public<'a> {
    node: &'a Node,
    path: &'a str,
}

impl Serialize for Public<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.node.kind {
            NodeKind::Null => serializer.serialize_unit(),
            NodeKind::Bool(yes) => serializer.serialize_bool(*yes),
            NodeKind::Number(number) => match whole(*number) {
                Some(whole) => serializer.serialize_i64(whole),
                None => serializer.serialize_f64(*number),
            },
            NodeKind::String(text) => serializer.serialize_str(text),
            NodeKind::Array(items) => serializer.collect_seq(items.iter().map(|node| Public { node, path: self.path })),
            NodeKind::Object(fields) => {
                let mut map = serializer.serialize_map(None)?;
                for (name, _, node) in fields {
                    let path = if self.path.is_empty() { name.clone() } else { format!("{}.{name}", self.path) };
                    if !INTERNAL.contains(&path.as_str()) {
                        map.serialize_entry(name, &Public { node, path: &path })?;
                    }
                }
                map.end()
            }
        }
    }
}

/// The number without a point, where it has no fraction and is exact.
fn whole(number: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53
    (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use variorum::dossier::parse_json;

    #[test]
    fn leaves_out_what_is_internal() {
        let check = |dossier: &str, expected: &str| {
            let node = parse_json(dossier).expect(dossier);
            assert_eq!(json(&node), expected);
        };
        check(r#"{"$schema": "x", "id": "a", "ext": {"org.example": 1}}"#, r#"{"id":"a"}"#);
        check(
            r#"{"sources": [{"id": "a", "file": {"path": "texts/a.txt"}}, {"id": "b"}]}"#,
            r#"{"sources":[{"id":"a"},{"id":"b"}]}"#,
        );
        check(
            r#"{"claims": [{"readings": [{"quotes": [{"exact": "x", "start": 3, "end": 4}]}]}]}"#,
            r#"{"claims":[{"readings":[{"quotes":[{"exact":"x"}]}]}]}"#,
        );
        // Languages, not fields.
        check(
            r#"{"title": {"en": "x", "ext": "y"}, "claims": [{"question": {"end": "z"}}]}"#,
            r#"{"title":{"en":"x","ext":"y"},"claims":[{"question":{"end":"z"}}]}"#,
        );
    }

    #[test]
    fn numbers_as_people_write_them() {
        let check = |number: f64, expected: &str| {
            let node = Node { kind: NodeKind::Number(number), span: Default::default() };
            assert_eq!(json(&node), expected);
        };
        check(3.0, "3");
        check(-0.0, "0");
        check(0.2, "0.2");
        check(2_300_000.0, "2300000");
        check(9_007_199_254_740_992.0, "9007199254740992");
    }
}

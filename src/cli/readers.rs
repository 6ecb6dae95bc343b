//! The JSON that readers get: the editor's tree without what is nobody else's business.

use variorum::dossier::{Node, NodeKind, Span};

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
    serde_json::to_string(&public(dossier, "")).expect("a tree of plain data can be written")
}

/// What readers get of a part of the tree, whose path this is.
fn public(node: &Node, path: &str) -> Node {
    let kind = match &node.kind {
        NodeKind::Array(items) => NodeKind::Array(items.iter().map(|item| public(item, path)).collect()),
        NodeKind::Object(fields) => {
            let field = |(name, span, node): &(String, Span, Node)| {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                (!INTERNAL.contains(&path.as_str())).then(|| (name.clone(), *span, public(node, &path)))
            };
            NodeKind::Object(fields.iter().filter_map(field).collect())
        }
        other => other.clone(),
    };
    Node { kind, span: node.span }
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
}

//! A dossier's tree as TOML, as an editor would lay it out.

use crate::dossier::{Node, NodeKind, whole};
use toml::{Table, Value};

/// Lists whose items are tables with a heading: everything else stands on the line of its field.
const TABLES: &[&str] = &["sources", "claims", "claims.readings", "changes"];

/// The fields of a dossier; `None` if there is a `null` among them, for which TOML has no word.
pub fn toml(dossier: &Node) -> Option<String> {
    let mut out = String::new();
    table("", dossier, &mut out)?;
    Some(out)
}

/// The fields of a table whose heading is written: those that fit on a line, then tables of its own.
fn table(path: &str, node: &Node, out: &mut String) -> Option<()> {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let is_table = |name: &str, field: &Node| TABLES.contains(&below(name).as_str()) && !field.items().is_empty();
    let (tables, lines): (Vec<_>, Vec<_>) = node.fields().iter().partition(|(name, _, field)| is_table(name, field));
    for (name, _, field) in lines {
        out.extend([&key(name), " = ", &value(field)?, "\n"]);
    }
    for (name, _, field) in tables {
        let path = below(name);
        for item in field.items() {
            out.extend(["\n[[", &path, "]]\n"]);
            table(&path, item, out)?;
        }
    }
    Some(())
}

/// A value on a line.
fn value(node: &Node) -> Option<String> {
    Some(match &node.kind {
        NodeKind::Null => return None,
        NodeKind::Bool(set) => set.to_string(),
        NodeKind::Number(number) => whole(*number).map_or_else(|| format!("{number:?}"), |whole| whole.to_string()),
        NodeKind::String(words) => Value::from(words.as_str()).to_string(),
        NodeKind::Array(items) => format!("[{}]", items.iter().map(value).collect::<Option<Vec<_>>>()?.join(", ")),
        NodeKind::Object(fields) if fields.is_empty() => "{}".into(),
        NodeKind::Object(fields) => {
            let field = |(name, _, node): &(String, _, Node)| Some(format!("{} = {}", key(name), value(node)?));
            format!("{{ {} }}", fields.iter().map(field).collect::<Option<Vec<_>>>()?.join(", "))
        }
    })
}

/// A field's name, in quotation marks where it needs them.
fn key(name: &str) -> String {
    let written = Table::from_iter([(name.to_owned(), Value::from(true))]).to_string();
    written.trim_end().trim_end_matches(" = true").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::parse_json;

    #[test]
    fn data_as_toml() {
        let check = |json: &str, expected: Option<&str>| {
            assert_eq!(toml(&parse_json(json).expect(json)).as_deref(), expected, "{json}");
        };
        check(r#"{"revision": 3, "a b": 0.5, "c": 1e300}"#, Some("revision = 3\n\"a b\" = 0.5\nc = 1e300\n"));
        check(
            r#"{"ext": {"x.y": [true, {}, {"a\nb": "\"c\""}]}}"#,
            Some("ext = { \"x.y\" = [true, {}, { \"a\\nb\" = '\"c\"' }] }\n"),
        );
        // Tables last, whatever the order was.
        check(
            r#"{"claims": [{"readings": [{"source": "a"}], "id": "b"}], "by": ["c"]}"#,
            Some("by = [\"c\"]\n\n[[claims]]\nid = \"b\"\n\n[[claims.readings]]\nsource = \"a\"\n"),
        );
        check(r#"{"claims": []}"#, Some("claims = []\n"));
        check(r#"{"ext": {"x.y": null}}"#, None);
    }
}

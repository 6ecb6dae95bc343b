//! A dossier as rows, one a reading: what each source says on each claim.

use super::Addresses;
use crate::compare::Comparison;
use crate::dossier::{Claim, Dossier, Node, NodeKind, Reading, Text, whole};
use crate::view::{Context, format, sentence};

/// How many columns there are.
const COLUMNS: usize = 29;

/// The rows of a dossier, below the names of their columns, as RFC 4180 has it. `node` is the tree that the context's
/// dossier was read from, without faults. docs/exporting.md says what stands in each column.
///
/// Texts that a spreadsheet would take for a formula begin with an apostrophe.
pub fn csv(node: &Node, context: &Context, addresses: &Addresses) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut write = |cells: [&str; COLUMNS]| writer.write_record(cells).expect("memory can be written to");
    let rows = Rows { context, addresses };
    for (nth, row) in rows.all(node).iter().enumerate() {
        if nth == 0 {
            write(row.each_ref().map(|(name, _)| *name));
        }
        let guarded = row.each_ref().map(|(_, value)| guarded(value));
        write(guarded.each_ref().map(String::as_str));
    }
    String::from_utf8(writer.into_inner().expect("memory can be written to")).expect("strings are UTF-8")
}

/// A row: each column's name and what stands in it.
type Row = [(&'static str, String); COLUMNS];

struct Rows<'a> {
    context: &'a Context<'a>,
    addresses: &'a Addresses<'a>,
}

impl Rows<'_> {
    fn all(&self, node: &Node) -> Vec<Row> {
        let Context { dossier, comparisons, .. } = self.context;
        let claims = items(node, "claims").iter().zip(&dossier.claims).zip(*comparisons);
        let readings = claims.flat_map(|((node, claim), comparison)| {
            let readings = items(node, "readings").iter().zip(&claim.readings);
            readings.map(move |(node, reading)| self.row(claim, comparison, reading, node))
        });
        readings.collect()
    }

    /// `node` is the reading's.
    fn row(&self, claim: &Claim, comparison: &Comparison, reading: &Reading, node: &Node) -> Row {
        let Context { dossier, messages, .. } = *self.context;
        let source = &dossier.sources[reading.source];
        let value = node.get("value");
        let part = |name| value.and_then(|value| value.get(name)).map(|part| plain(part, dossier)).unwrap_or_default();
        let words = |text: &Text| format::text(messages, text).words;
        let credited: Vec<String> = reading.attributed_to.iter().map(|by| words(&by.name)).collect();
        let quotes = reading.quotes.iter().map(|quote| quote.selector.exact.as_str());
        let translations = reading.quotes.iter().filter_map(|quote| quote.translation.as_ref());
        [
            ("dossier", dossier.id.clone()),
            ("status", dossier.status.name().into()),
            ("claim", claim.id.clone()),
            ("claim status", claim.state.name().into()),
            ("question", words(&claim.question)),
            ("type", claim.kind.name().into()),
            ("relation", comparison.relation.name().into()),
            ("relation in words", sentence(messages, comparison.relation).into()),
            ("source", source.id.clone()),
            ("name", source.name.clone()),
            ("kind", source.kind.name().into()),
            ("title", source.title.clone().unwrap_or_default()),
            ("url", self.addresses.page(source).unwrap_or_default()),
            ("published", source.published.map(format::iso).unwrap_or_default()),
            ("mode", reading.mode.name().into()),
            ("answer", format::reading(messages, claim, reading).words),
            ("is", if part("items").is_empty() { part("is") } else { part("items") }),
            ("not", part("not")),
            ("min", part("min")),
            ("max", part("max")),
            ("hedge", part("hedge")),
            ("unit", Some(part("unit")).filter(|it| !it.is_empty()).or(claim.unit.clone()).unwrap_or_default()),
            ("words", part("words")),
            ("scope", part("scope")),
            ("attributed to", credited.join("\n")),
            ("from", node.get("from").map(|from| plain(from, dossier)).unwrap_or_default()),
            ("quotes", quotes.collect::<Vec<_>>().join("\n")),
            ("translations", translations.map(|it| words(&it.text)).collect::<Vec<_>>().join("\n")),
            ("note", reading.note.as_ref().map(words).unwrap_or_default()),
        ]
    }
}

/// Data as one text: of several languages the dossier's own, of several things a line each, of a named thing its name.
fn plain(node: &Node, dossier: &Dossier) -> String {
    match &node.kind {
        NodeKind::Null => String::new(),
        NodeKind::Bool(set) => set.to_string(),
        NodeKind::Number(number) => whole(*number).map_or_else(|| number.to_string(), |whole| whole.to_string()),
        NodeKind::String(words) => words.clone(),
        NodeKind::Array(items) => items.iter().map(|item| plain(item, dossier)).collect::<Vec<_>>().join("\n"),
        NodeKind::Object(_) => {
            node.get("is").or(node.get(&dossier.lang)).map(|inner| plain(inner, dossier)).unwrap_or_default()
        }
    }
}

/// A cell that no spreadsheet takes for a formula. Numbers below zero are none.
fn guarded(cell: &str) -> String {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if begins && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.into() }
}

fn items<'n>(node: &'n Node, name: &str) -> &'n [Node] {
    node.get(name).map_or(&[], Node::items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_formulas() {
        let check = |cell: &str, expected: &str| assert_eq!(guarded(cell), expected);
        check("=1+1", "'=1+1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("+39 people", "'+39 people");
        check("-said", "'-said");
        check("\t=1", "'\t=1");
        check("＝1", "'＝1");
        check("-3.5", "-3.5");
        check("a=b", "a=b");
        check("", "");
    }
}

//! Values that an editor wrote as the printed words: `value = "nearly four hours"`.
//!
//! Understanding them needs a grammar of prose, which this version does not have: each is a finding that says what
//! to write instead.

use super::finding::Finding;
use variorum::dossier::Node;

/// One finding for each.
pub fn findings(dossier: &Node) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (c, claim) in items(dossier, "claims").enumerate() {
        let kind = claim.str("type").unwrap_or_default();
        for (r, reading) in items(claim, "readings").enumerate() {
            let path = format!("claims[{c}].readings[{r}]");
            findings.extend(finding(reading, &path, kind));
            for (w, was) in items(reading, "was").enumerate() {
                findings.extend(finding(was, &format!("{path}.was[{w}]"), kind));
            }
        }
    }
    findings
}

fn finding(holder: &Node, path: &str, kind: &str) -> Option<Finding> {
    let value = holder.get("value")?;
    let message = format!("words alone are not understood yet; write: value = {}", long_form(kind, value.as_str()?)?);
    let span = value.span.start as usize..value.span.end as usize;
    Some(Finding { path: format!("{path}.value"), span, reason: "broken", message })
}

/// What to write for these words: the shape is right, what it says is an example. `None` for a type that there
/// is not: that is a fault already.
fn long_form(kind: &str, words: &str) -> Option<String> {
    let words = toml::Value::from(words);
    Some(match kind {
        "duration" => format!(r#"{{ is = "PT4H", words = {words} }}, where PT4H is four hours (PT30M half an hour, P2W two weeks){HEDGE}"#),
        "count" => format!("{{ is = 4, words = {words} }}, with the number meant{HEDGE}"),
        "quantity" => format!("{{ is = 2.3, words = {words} }}, with the figure meant in the claim's unit{HEDGE}"),
        "date" => format!(r#"{{ is = "2019-02-22", words = {words} }}, with the date meant (2019-02 a month, T15:00 a time of day)"#),
        "yesno" => format!(r#"{{ is = "yes", words = {words} }}, with "yes" or "no""#),
        "name" | "text" => format!("{{ is = {words} }}, with key = \"…\" where another reading says the same in other words"),
        "list" => format!("{{ items = [{{ is = \"…\" }}, {{ is = \"…\" }}], words = {words} }}, with each thing named"),
        _ => return None,
    })
}

const HEDGE: &str = r#", and hedge = "nearly", "about", "over", "at-least" or "at-most" where the words hedge it"#;

fn items<'a>(node: &'a Node, name: &str) -> impl Iterator<Item = &'a Node> {
    node.get(name).into_iter().flat_map(Node::items)
}

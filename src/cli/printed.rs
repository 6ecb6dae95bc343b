//! Values that an editor wrote as the printed words: `value = "nearly four hours"`.
//!
//! Understanding them needs a grammar of prose, which this version does not have: each is a finding that says what
//! to write instead.

use variorum::check::{Code, Finding};
use variorum::dossier::{Node, Place, Reason};

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
    let (form, with) = long_form(kind, value.as_str()?)?;
    let message = format!("These words alone are not understood. Write: `value = {form}`, with {with}.");
    let place = Place { path: format!("{path}.value"), span: value.span };
    Some(Finding::new(Code::Printed, place, message).with_reason(Reason::Broken))
}

/// What to write for these words, and what to put in the place of the example in it. `None` for a type that there
/// is not: that is a fault already.
fn long_form(kind: &str, words: &str) -> Option<(String, &'static str)> {
    let words = toml::Value::from(words);
    Some(match kind {
        "duration" => (
            format!(r#"{{ is = "PT4H", words = {words} }}"#),
            "the length of time (`PT4H` four hours, `PT30M` half an hour, `P2W` two weeks) and, where it is hedged, \
             `hedge = \"nearly\"` or another hedge",
        ),
        "count" => (
            format!("{{ is = 4, words = {words} }}"),
            "the number and, where it is hedged, `hedge = \"at-least\"` or another hedge",
        ),
        "quantity" => (
            format!("{{ is = 2.3, words = {words} }}"),
            "the figure in the claim's unit and, where it is hedged, `hedge = \"about\"` or another hedge",
        ),
        "date" => (
            format!(r#"{{ is = "2019-02-22", words = {words} }}"#),
            "the day, the month (`2019-02`), the year (`2019`) or the time of day (`T15:00`)",
        ),
        "yesno" => (format!(r#"{{ is = "yes", words = {words} }}"#), "`yes`, `no` or `unclear`"),
        "name" | "text" => {
            (format!("{{ is = {words} }}"), "a `key` as well where another reading says the same in other words")
        }
        "list" => (format!(r#"{{ items = ["…", "…"], words = {words} }}"#), "each thing by name"),
        _ => return None,
    })
}

fn items<'a>(node: &'a Node, name: &str) -> impl Iterator<Item = &'a Node> {
    node.get(name).into_iter().flat_map(Node::items)
}

//! Ids for what is put into a dossier by a program.

use std::collections::HashSet;

/// A name as an id of at most 40 letters; `otherwise` where nothing is left of it, and before a digit.
pub fn id_of(name: &str, otherwise: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let slug = slug.get(..slug.len().min(40)).unwrap_or_default().trim_end_matches('-');
    match slug.bytes().next() {
        None => otherwise.into(),
        Some(first) if first.is_ascii_digit() => format!("{otherwise}-{slug}"),
        Some(_) => slug.into(),
    }
}

/// The id, or the first of `id-2`, `id-3` … that is not taken yet; taken from then on.
pub fn unused_id(id: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let free = [id.to_owned()].into_iter().chain(numbered).find(|id| taken.insert(id.clone()));
    free.expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        let check = |name: &str, expected: &str| assert_eq!(id_of(name, "report"), expected, "{name}");
        check("The Beacon", "the-beacon");
        check("24 Hours!", "report-24-hours");
        check("신문", "report");
        check("a--b__c", "a-b-c");
        let mut taken = HashSet::new();
        assert_eq!(["a", "a", "b", "a"].map(|id| unused_id(id, &mut taken)), ["a", "a-2", "b", "a-3"]);
    }
}

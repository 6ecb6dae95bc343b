//! A newsroom's own rules: which findings fail, and how outlets are called.

use super::code::{Code, Severity};
use super::here::Here;
use super::{Check, Checked, Finding};
use crate::dossier::{Node, NodeKind, Place};
use std::collections::BTreeMap;

/// A newsroom's own rules. Without any, each code weighs what the table says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct House {
    /// What a code weighs here; `None` for not at all.
    severities: BTreeMap<Code, Option<Severity>>,
    /// Names of outlets as they are written here, by others for them.
    outlets: BTreeMap<String, String>,
}

/// Codes from here on may be given another weight: those before keep pages from being shown.
const OWN: Code = Code::QuoteAbsent;

impl House {
    /// Reads rules: `[checks]`, names or numbers of codes with `"error"`, `"warning"` or `"off"`; `[outlets]`, names with
    /// lists of what else they are called. An error is a place in them and one sentence.
    pub fn read(node: &Node) -> Result<Self, (Place, String)> {
        let top = Here::top(node);
        let mut house = House::default();
        for here in top.fields() {
            if !matches!(here.node.kind, NodeKind::Object(_)) {
                return Err((here.place(), "Only [checks] and [outlets] may stand here.".into()));
            }
            match here.name() {
                "checks" => here.fields().into_iter().try_for_each(|here| house.check(&here))?,
                "outlets" => here.fields().into_iter().try_for_each(|here| house.outlet(&here))?,
                _ => return Err((here.place(), "Only [checks] and [outlets] may stand here.".into())),
            }
        }
        Ok(house)
    }

    fn check(&mut self, here: &Here) -> Result<(), (Place, String)> {
        let fault = |message: String| Err((here.place(), message));
        let named = |code: &&Code| code.name() == here.name() || code.id() == here.name();
        let Some(code) = Code::ALL.iter().find(named) else {
            return fault(format!("No check is called `{}`: docs/errors.md has them all.", here.name()));
        };
        if *code < OWN {
            return fault(format!("{} can't be changed: pages depend on it.", code.id()));
        }
        let severity = match here.node.as_str() {
            Some("error") => Some(Severity::Error),
            Some("warning") => Some(Severity::Warning),
            Some("off") => None,
            _ => return fault("Write `error`, `warning` or `off`.".into()),
        };
        self.severities.insert(*code, severity);
        Ok(())
    }

    fn outlet(&mut self, here: &Here) -> Result<(), (Place, String)> {
        let aliases: Option<Vec<&str>> = here.node.items().iter().map(Node::as_str).collect();
        let Some(aliases) = aliases.filter(|aliases| !aliases.is_empty()) else {
            return Err((here.place(), "Write a list of names in quotation marks.".into()));
        };
        self.outlets.extend(aliases.into_iter().map(|alias| (alias.to_owned(), here.name().to_owned())));
        Ok(())
    }

    /// Gives findings the weight that they have here, and drops those that have none.
    pub(super) fn weigh(&self, checked: &mut Checked) {
        checked.findings.retain_mut(|finding: &mut Finding| match self.severities.get(&finding.code) {
            Some(Some(severity)) => {
                finding.severity = *severity;
                true
            }
            Some(None) => false,
            None => true,
        });
    }
}

impl Check<'_> {
    /// Finds names of outlets that are written otherwise here.
    pub(super) fn outlets(&mut self, house: &House) {
        for (source, here) in self.dossier.sources.iter().zip(self.top.clone().items("sources")) {
            if let Some(name) = house.outlets.get(&source.name) {
                self.find(Code::HouseName, &here.at("name"), format!("Here this outlet is called “{name}”."));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::parse_toml;

    fn read(text: &str) -> Result<House, (Place, String)> {
        House::read(&parse_toml(text).expect(text))
    }

    #[test]
    fn rules() {
        let house =
            read("[checks]\nquote-capitals = 'off'\nVR307 = 'error'\n[outlets]\n\"The Herald\" = ['Herald']").unwrap();
        let severities = [(Code::QuoteCapitals, None), (Code::NoAnchor, Some(Severity::Error))];
        assert_eq!(house.severities, BTreeMap::from(severities));
        assert_eq!(house.outlets.get("Herald").map(String::as_str), Some("The Herald"));
        assert_eq!(read("").unwrap(), House::default());
    }

    #[test]
    fn rules_that_are_none() {
        let check = |text: &str, path: &str, words: &str| {
            let (place, message) = read(text).unwrap_err();
            assert!(place.path == path && message.contains(words), "{text}: {place:?}: {message}");
        };
        check("check = 1", "check", "Only [checks]");
        check("checks.quote-capital = 'off'", "checks.quote-capital", "No check is called");
        check("checks.VR107 = 'off'", "checks.VR107", "can't be changed");
        check("checks.VR206 = 'no'", "checks.VR206", "Write `error`");
        check("checks = 'off'", "checks", "Only [checks]");
        check("outlets.Herald = 'The Herald'", "outlets.Herald", "Write a list of names");
        check("outlets.Herald = [1]", "outlets.Herald", "Write a list of names");
    }
}

//! Where in the preview's pages the thing stands that a finding is about.

use serde::Serialize;
use variorum::check::Finding;
use variorum::dossier::{Node, Selector};

/// A place in the tree of a dossier, as far as pages have it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Place<'n> {
    /// The source whose report it is in, by its position; else it is in the article.
    pub source: Option<usize>,
    /// What to show there.
    pub shown: Option<Shown<'n>>,
}

/// What a page shows when it is asked to.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shown<'n> {
    /// Words, as a dossier has them.
    Words(Words<'n>),
    /// The card of a claim.
    Claim(&'n str),
}

/// W3C `TextQuoteSelector`.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Words<'n> {
    exact: &'n str,
    prefix: &'n str,
    suffix: &'n str,
}

impl<'n> Place<'n> {
    /// Of a finding in a dossier; `None` of what no page shows: its head, its syntax.
    pub fn of(finding: &Finding, dossier: &'n Node) -> Option<Self> {
        // `claims[0].readings[1].quotes[0].exact`
        let mut steps = finding.place.path.split(['.', '[']).map(|step| step.trim_end_matches(']'));
        let (list, index) = (steps.next()?, steps.next()?.parse().ok()?);
        let item = dossier.get(list)?.items().get(index)?;
        match list {
            "sources" => Some(Place { source: Some(index), shown: None }),
            "claims" => Some(Self::in_claim(item, steps, dossier)),
            _ => None,
        }
    }

    fn in_claim<'s>(claim: &'n Node, steps: impl Iterator<Item = &'s str>, dossier: &Node) -> Self {
        let (mut node, mut reading, mut words) = (claim, None, None);
        for step in steps {
            let next = match step.parse::<usize>() {
                Ok(index) => node.items().get(index),
                Err(_) => node.get(step),
            };
            let Some(next) = next else { break };
            node = next;
            reading = reading.or(node.str("source").map(|_| node));
            words = Words::of(node).or(words);
        }
        let quote = || Words::of(reading?.get("quotes")?.items().first()?);
        let source = reading.and_then(|reading| {
            let id = reading.str("source")?;
            dossier.get("sources")?.items().iter().position(|source| source.str("id") == Some(id))
        });
        let claim = || claim.str("id").map(Shown::Claim);
        Place { source, shown: words.or_else(quote).map(Shown::Words).or_else(claim) }
    }
}

impl<'n> Words<'n> {
    /// Of a quote or an anchor.
    fn of(node: &'n Node) -> Option<Self> {
        let part = |name| node.str(name).unwrap_or_default();
        Some(Words { exact: node.str("exact")?, prefix: part("prefix"), suffix: part("suffix") })
    }

    /// The same, to look for.
    pub fn selector(&self) -> Selector {
        let Words { exact, prefix, suffix } = self;
        Selector { exact: (*exact).into(), prefix: (*prefix).into(), suffix: (*suffix).into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use variorum::check::Code;
    use variorum::dossier::{self, parse_toml};

    #[test]
    fn places() {
        let dossier = parse_toml(
            r#"
            title = "x"
            [[sources]]
            id = "a"
            [[sources]]
            id = "b"
            [[claims]]
            id = "one"
            anchors = [{ exact = "anchored", suffix = " words" }]
            readings = [
                { source = "b", value = "1", quotes = [{ exact = "quoted" }, { exact = "more" }] },
                { source = "a", mode = "silent" },
                { source = "nobody", quotes = [{ exact = "lost" }] },
            ]
            "#,
        )
        .unwrap();
        let words = |exact, suffix| Some(Shown::Words(Words { exact, prefix: "", suffix }));
        let at = |source, shown| Some(Place { source, shown });
        let check = |path: &str, expected: Option<Place>| {
            let place = dossier::Place { path: path.into(), span: Default::default() };
            let finding = Finding::new(Code::QuoteAbsent, place, String::new());
            assert_eq!(Place::of(&finding, &dossier), expected, "{path}");
        };
        check("", None);
        check("title", None);
        check("sources[1].url", at(Some(1), None));
        check("sources[2]", None);
        check("claims[0]", at(None, Some(Shown::Claim("one"))));
        check("claims[0].question", at(None, Some(Shown::Claim("one"))));
        check("claims[0].anchors[0].prefix", at(None, words("anchored", " words")));
        check("claims[0].readings[0].quotes[1].exact", at(Some(1), words("more", "")));
        check("claims[0].readings[0].value", at(Some(1), words("quoted", "")));
        check("claims[0].readings[1]", at(Some(0), Some(Shown::Claim("one"))));
        check("claims[0].readings[2].quotes[0]", at(None, words("lost", "")));
    }
}

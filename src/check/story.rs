//! Whether the dossier as a whole is what readers need.

use super::Check;
use super::code::Code;
use super::missed::quoted;
use crate::dossier::{ClaimState, Date, From, Mode, Source};
use std::collections::BTreeSet;

impl Check<'_> {
    pub(super) fn story(&mut self) {
        self.modified();
        self.few_readings();
        self.unused_sources();
        self.translations();
    }

    /// Finds a moment of the last change that is not the last.
    fn modified(&mut self) {
        let Some(modified) = instant(&self.dossier.modified) else { return };
        let changes = self.top.items("changes").filter_map(|change| Some((change.node.str("date")?, "a change")));
        let created = self.top.node.str("created").map(|date| (date, "`created`"));
        let later = changes.chain(created).find(|(date, _)| instant(date).is_some_and(|date| date > modified));
        if let Some((date, what)) = later {
            let message = format!("The last change can't have been before {what} of {date}.");
            self.find(Code::ModifiedEarly, &self.top.at("modified"), message);
        }
    }

    fn few_readings(&mut self) {
        for (claim, here) in self.claims() {
            let speaking = claim.readings.iter().filter(|reading| reading.mode != Mode::Silent);
            let sources: BTreeSet<_> = speaking.map(|reading| reading.source).collect();
            if sources.len() < 2 && claim.state != ClaimState::Withdrawn {
                let who = match sources.first().and_then(|&source| self.dossier.sources.get(source)) {
                    Some(source) => format!("Only {} speaks", source.name),
                    None => "No source speaks".into(),
                };
                self.find(Code::OneReading, &here, format!("{who} on this claim: there is nothing to compare."));
            }
        }
    }

    /// Finds sources that nothing refers to.
    fn unused_sources(&mut self) {
        let mut used = BTreeSet::new();
        let Some(claims) = self.top.node.get("claims") else { return };
        // Of a claim with faults nobody knows to whom it refers.
        if claims.items().len() != self.dossier.claims.len() {
            return;
        }
        for claim in &self.dossier.claims {
            used.extend(claim.resolution.iter().flat_map(|resolution| &resolution.sources));
            for reading in &claim.readings {
                used.insert(reading.source);
                if let From::Sources(from) = &reading.from {
                    used.extend(from);
                }
            }
        }
        let derivations = self.dossier.sources.iter().flat_map(|source| &source.derives);
        used.extend(derivations.map(|derivation| derivation.from));
        for (at, here) in self.top.clone().items("sources").enumerate() {
            if let Some(Source { name, .. }) = self.dossier.sources.get(at).filter(|_| !used.contains(&at)) {
                self.find(Code::UnusedSource, &here, format!("Nothing here refers to {name}."));
            }
        }
    }

    /// Finds quotes that the dossier's readers can't read.
    fn translations(&mut self) {
        let own = language(&self.dossier.lang);
        for (claim, here) in self.claims() {
            for (reading, here) in claim.readings.iter().zip(here.items("readings")) {
                let Some(source) = self.dossier.sources.get(reading.source) else { continue };
                for (quote, here) in reading.quotes.iter().zip(here.items("quotes")) {
                    if language(&source.lang) != own && quote.translation.is_none() {
                        let message = format!(
                            "{} is in `{}`, the dossier in `{}`: a translation is missing.",
                            quoted(&quote.selector.exact),
                            source.lang,
                            self.dossier.lang
                        );
                        self.find(Code::NoTranslation, &here, message);
                    }
                }
            }
        }
    }
}

/// A moment in seconds since 1970; fractions and leap seconds are left away.
fn instant(moment: &str) -> Option<i64> {
    let mut text = moment.to_ascii_uppercase();
    if let Some(point) = text.find('.') {
        let digits = text[point + 1..].find(|c: char| !c.is_ascii_digit())?;
        text.replace_range(point..=point + digits, "");
    }
    let date = Date::parse(&text.replacen(":60", ":59", 1))?;
    let ahead = i64::from(date.time?.offset?);
    Some(date.period(0, 0).0 - ahead * 60)
}

/// The language of a tag, without region and script.
fn language(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants() {
        let check = |moment: &str, expected: Option<i64>| assert_eq!(instant(moment), expected, "{moment}");
        check("1970-01-02T00:00:00Z", Some(86_400));
        check("1970-01-02t01:00:00.25+01:00", Some(86_400));
        check("1970-01-01T23:59:60z", Some(86_399));
        check("1970-01-02", None);
    }
}

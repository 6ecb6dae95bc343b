//! Whether what a claim computes with is what its quotes say.

use super::Check;
use super::code::Code;
use super::here::Here;
use super::missed::quoted;
use crate::compare::compare;
use crate::dossier::{Answer, Claim, Node, NodeKind, Reading, Value};
use crate::prose::{agrees, understand};
use crate::text::fold;

impl Check<'_> {
    pub(super) fn values(&mut self) {
        let derived: Vec<_> = self.top.get("derived").iter().flat_map(|derived| derived.items("claims")).collect();
        for (claim, here) in self.claims() {
            for (reading, here) in claim.readings.iter().zip(here.items("readings")) {
                self.printed_words(reading, &here);
                self.value_of_words(claim, reading, &here);
                self.near_keys(claim, reading, &here);
            }
            let comparison = compare(self.dossier, claim);
            if claim.relation.as_ref().is_some_and(|own| own.is == comparison.computed) {
                let message = format!("This claim is computed to be `{}` anyway.", comparison.computed.name());
                self.find(Code::RelationNeedless, &here.at("relation"), message);
            }
            for written in derived.iter().filter(|written| written.node.str("id") == Some(&claim.id)) {
                let (relation, origins) = (comparison.relation.name(), comparison.origins.known.len());
                let is_same = written.node.str("relation") == Some(relation)
                    && written.node.get("origins").and_then(Node::as_number) == Some(origins as f64);
                if !is_same {
                    let message = format!("Computed now: `{relation}`, known origins: {origins}.");
                    self.find(Code::DerivedStale, written, message);
                }
            }
        }
    }

    /// Finds printed words that no quote of the reading has.
    fn printed_words(&mut self, reading: &Reading, here: &Here) {
        let Some(Answer { value, words, .. }) = &reading.answer else { return };
        let at = here.at("value");
        let (words, at) = match (value, words) {
            (Value::Printed(words), _) => (words, at),
            (_, Some(words)) => (words, at.at("words")),
            (_, None) => return,
        };
        let folded = fold(self.unicode, words);
        let is_quoted = reading.quotes.iter().any(|quote| fold(self.unicode, &quote.selector.exact).contains(&folded));
        if !is_quoted {
            let message = format!("{} stands in none of this reading's quotes.", quoted(words));
            self.find(Code::WordsNotQuoted, &at, message);
        }
    }

    /// Finds a value that its printed words do not come to.
    fn value_of_words(&mut self, claim: &Claim, reading: &Reading, here: &Here) {
        let Some(Answer { value, words: Some(words), .. }) = &reading.answer else { return };
        let Some(source) = self.dossier.sources.get(reading.source) else { return };
        let unit = claim.unit.as_deref();
        if agrees(value, words, unit, &source.lang) != Some(false) {
            return;
        }
        let understood = understand(words, claim.kind, unit, &source.lang).ok();
        let message = match understood.and_then(|value| value.fields()) {
            Some(fields) => format!("{} comes to `{}`, and the value is another.", quoted(words), written(&fields)),
            None => format!("{} does not come to this value.", quoted(words)),
        };
        self.find(Code::ValueNotWords, &here.at("value"), message);
    }

    /// Finds keys in `near` that no other answer of the claim has.
    fn near_keys(&mut self, claim: &Claim, reading: &Reading, here: &Here) {
        let others = || claim.readings.iter().filter(|other| !std::ptr::eq(*other, reading));
        let keys: Vec<&str> = others().filter_map(|other| other.answer.as_ref()).flat_map(keys).collect();
        let Some(value) = here.get("value") else { return };
        for holder in value.items("items").chain(value.items("not")).chain([value.clone()]) {
            for near in holder.items("near") {
                let Some(key) = near.node.as_str().filter(|key| !keys.contains(key)) else { continue };
                self.find(Code::NearUnknown, &near, format!("No other reading here has the key `{key}`."));
            }
        }
    }
}

/// Fields as an editor writes them.
fn written(fields: &[(&str, NodeKind)]) -> String {
    let field = |(name, kind): &(&str, NodeKind)| match kind {
        NodeKind::Number(number) => format!("{name} = {number}"),
        NodeKind::String(text) => format!("{name} = \"{text}\""),
        _ => format!("{name} = true"),
    };
    fields.iter().map(field).collect::<Vec<_>>().join(", ")
}

/// The keys by which an answer is compared.
fn keys(answer: &Answer) -> Vec<&str> {
    match &answer.value {
        Value::Name(item) => vec![&item.key],
        Value::Text(item) => vec![&item.key],
        Value::List { items, not, .. } => items.iter().chain(not).map(|item| item.key.as_str()).collect(),
        _ => Vec::new(),
    }
}

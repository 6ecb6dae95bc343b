//! `variorum diff`

use super::finding::Report;
use super::input::Input;
use super::{Failure, print};
use serde::Serialize;
use std::path::{Path, PathBuf};
use variorum::compare::{Comparison, compare};
use variorum::diff::{Difference, diff};
use variorum::dossier::Dossier;
use variorum::view::{Context, Messages, format, messages};

#[derive(clap::Args)]
pub struct Arguments {
    /// The dossier as it was
    old: PathBuf,
    /// The dossier as it is
    new: PathBuf,
    /// Write one JSON object a line
    #[arg(long)]
    json: bool,
}

/// A difference, for machines.
#[derive(Serialize)]
struct Line<'a> {
    claim: Option<&'a str>,
    sentence: &'a str,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let messages = messages::embedded("en");
    let (old, new) = (read(&arguments.old)?, read(&arguments.new)?);
    let (before, now) = (compared(&old), compared(&new));
    let found = diff(&Context::new(&old, &before, &messages), &Context::new(&new, &now, &messages));
    Ok(print(&if arguments.json { lines(&found) } else { told(&found, &old, &new, &messages) })?)
}

/// A dossier without faults, which are told where there are some.
fn read(path: &Path) -> Result<Dossier, Failure> {
    let mut input = Input::open(path)?;
    if let (Some(dossier), true) = (input.dossier.take(), input.findings.is_empty()) {
        return Ok(dossier);
    }
    Report::default().tell(&input)?;
    Err(Failure::Faults)
}

fn compared(dossier: &Dossier) -> Vec<Comparison> {
    dossier.claims.iter().map(|claim| compare(dossier, claim)).collect()
}

fn lines(found: &[Difference]) -> String {
    let line = |Difference { claim, sentence }: &Difference| {
        let line = Line { claim: claim.as_deref(), sentence };
        serde_json::to_string(&line).expect("strings can be written") + "\n"
    };
    found.iter().map(line).collect()
}

/// The sentences, those on a claim below its question.
fn told(found: &[Difference], old: &Dossier, new: &Dossier, messages: &Messages) -> String {
    let mut out = String::new();
    let mut last = &None;
    for difference in found {
        if difference.claim != *last {
            last = &difference.claim;
            let claim = new.claims.iter().chain(&old.claims).find(|claim| Some(&claim.id) == last.as_ref());
            let question = claim.map(|claim| format::text(messages, &claim.question).words).unwrap_or_default();
            out += &format!("{}{question}\n", if out.is_empty() { "" } else { "\n" });
        }
        out += &format!("  {}\n", difference.sentence);
    }
    if out.is_empty() { "Readers see no difference.\n".into() } else { out }
}

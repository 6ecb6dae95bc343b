//! What baked pages have of a dossier, for the bench that makes pages of its own.

use anyhow::{Context as _, Result, anyhow, ensure};
use serde_json::{Map, Value, json};
use variorum::compare::compare;
use variorum::dossier::{Claim, Dossier, Strictness, parse_json};
use variorum::view::html::to_html;
use variorum::view::{Context, baked, mark, messages};

/// Does something with a built dossier.
fn with_context<T>(json: &str, act: impl FnOnce(&Context) -> T) -> Result<T> {
    let node = parse_json(json).map_err(|fault| anyhow!("{}", fault.message()))?;
    let (dossier, faults) = Dossier::read(&node, Strictness::Lenient);
    ensure!(faults.is_empty(), "the dossier has faults: {faults:?}");
    let dossier = dossier.context("no dossier")?;
    let comparisons: Vec<_> = dossier.claims.iter().map(|claim| compare(&dossier, claim)).collect();
    let messages = messages::embedded("en");
    Ok(act(&Context::new(&dossier, &comparisons, &messages)))
}

/// What a baked page has of dossiers: a list of them comes in, as JSON; for each there goes out what stands in its element
/// (`evidence`), and by claim its mark without words (`marks`).
pub fn bake(input: &str) -> Result<String> {
    let dossiers: Vec<Value> = serde_json::from_str(input)?;
    let of_one = |dossier: &Value| {
        with_context(&dossier.to_string(), |context| {
            let mark = |(at, claim): (usize, &Claim)| (claim.id.clone(), to_html(&mark(context, &[at], false)).into());
            let marks: Map<String, Value> = context.dossier.claims.iter().enumerate().map(mark).collect();
            json!({ "evidence": baked(context, true), "marks": marks })
        })
    };
    Ok(Value::Array(dossiers.iter().map(of_one).collect::<Result<_>>()?).to_string())
}

//! What others' programs make of exports: a processor of JSON-LD, schema.org's own vocabulary. They run under node, from
//! the packages that `cargo xtask test` installs.

use super::annotations::back;
use super::generated::dossier;
use super::support::{Story, plain, skipped, stories};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a script says to this on its standard input; `Err` with what it complains of. `None`, loudly, without node.
fn run(script: &str, argument: &str, input: &Value) -> Option<Result<Value, String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("xtask/node");
    if !["jsonld", "schema-dts"].iter().all(|package| folder.join("node_modules").join(package).is_dir()) {
        skipped("node's packages are not there: cargo xtask test installs them");
        return None;
    }
    let mut node = Command::new("node");
    node.arg(folder.join(script)).arg(argument).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = node.spawn().expect("node");
    running.stdin.take().expect("piped").write_all(input.to_string().as_bytes()).expect("read");
    let output = running.wait_with_output().expect("an end");
    Some(if output.status.success() {
        Ok(serde_json::from_slice(&output.stdout).expect("JSON"))
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    })
}

/// The stories, and as many that nobody would write.
fn all(made: usize) -> Vec<Story> {
    let mut runner = TestRunner::deterministic();
    let mut generated = || dossier().new_tree(&mut runner).expect("a dossier").current();
    let mut all = stories();
    all.extend((0..made).map(|_| Story::of_json(&generated())));
    all
}

fn processed(documents: &[Value]) -> Option<Result<Value, String>> {
    let context = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/export/w3c/anno.jsonld");
    run("jsonld.mjs", context, &documents.into())
}

#[test]
fn a_processor_of_json_ld_drops_nothing() {
    let stories = all(40);
    let documents: Vec<Value> =
        stories.iter().map(|story| serde_json::from_str(&story.annotations()).unwrap()).collect();
    let Some(results) = processed(&documents) else { return };
    let results = results.unwrap_or_else(|why| panic!("{why}"));
    for (story, result) in stories.iter().zip(results.as_array().unwrap()) {
        let claims = story.dossier.claims.len() as u64;
        assert!(result["statements"].as_u64() > Some(10 * claims), "{}: {}", story.name, result["statements"]);
        // What it wrote anew is still the same dossier.
        assert_eq!(plain(&back(&result["compacted"].to_string()).node), plain(&story.node), "{}", story.name);
    }
}

/// The same processor refuses what would be dropped.
#[test]
fn a_processor_of_json_ld_that_is_strict() {
    let story = &stories()[0];
    let mut document: Value = serde_json::from_str(&story.annotations()).unwrap();
    document["first"]["items"][0]["mood"] = "grim".into();
    let Some(result) = processed(&[document]) else { return };
    assert!(result.is_err_and(|why| why.contains("mood")));
}

#[test]
fn every_term_is_schema_orgs_own() {
    // The types of the whole vocabulary are slow to check.
    let stories = all(6);
    let mut graphs: Vec<Value> = stories.iter().map(Story::graph).collect();
    // Each of these is wrong: no such type, no such property, a property of something else.
    let wrong = [
        json!({ "@type": "Quote", "text": "x" }),
        json!({ "@type": "Question", "suggestedAnswers": [] }),
        json!({ "@type": "Answer", "spokenByCharacter": { "@type": "Person", "name": "x" } }),
    ];
    graphs.extend(wrong.iter().map(|thing| json!({ "@context": "https://schema.org", "@graph": [thing] })));
    let Some(told) = run("schema-org.mjs", "", &graphs.into()) else { return };
    let told = told.unwrap_or_else(|why| panic!("{why}"));
    for (at, faults) in told.as_array().unwrap().iter().enumerate() {
        match stories.get(at) {
            Some(story) => assert_eq!(faults, &json!([]), "{}", story.name),
            None => assert_ne!(faults, &json!([]), "{}", wrong[at - stories.len()]),
        }
    }
}

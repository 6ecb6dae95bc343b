//! `variorum import`: annotations as a dossier.

use super::finding::{Manner, tell};
use super::input::{Input, Text};
use super::write::write;
use super::{Failure, print};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use variorum::check::Finding;
use variorum::dossier::{Dossier, Node, Strictness, id_of, line_column};
use variorum::export::import::{Imported, LeftOut, import};
use variorum::export::toml::toml;

#[derive(clap::Args)]
pub struct Arguments {
    /// Annotations in JSON: what `variorum export --web-annotation` wrote, else what another tool exports
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where to write; a name that ends in .json makes JSON, - is standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// What a draft begins with.
const DRAFT: &str = "\
# A draft made of annotations. Fill in what is marked with …, and give each point a question and each reading what it
# answers; `variorum check` says what is missing.
";

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.output.exists() {
        return Err(format!("{} is there already: name a new file", arguments.output.display()).into());
    }
    let mut inputs = arguments.files.iter().map(|file| Input::annotations(file)).collect::<Result<Vec<_>, _>>()?;
    let nodes: Vec<Node> = inputs.iter().filter_map(|input| input.node.clone()).collect();
    if nodes.len() < inputs.len() {
        return faults(&inputs);
    }
    let name = if arguments.output.as_os_str() == "-" { &arguments.files[0] } else { &arguments.output };
    let stem = name.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let now = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let Imported { node, is_draft, left_out } =
        import(&nodes, &id_of(stem, "story"), &now).map_err(|refusal| refusal.to_string())?;
    let (_, found) = Dossier::read(&node, Strictness::Strict);
    if !found.is_empty() {
        inputs[0].findings = found.iter().map(Finding::from).collect();
        return faults(&inputs);
    }
    let is_json = arguments.json || arguments.output.extension().is_some_and(|ending| ending == "json");
    let written = if is_json {
        serde_json::to_string_pretty(&node).expect("a tree of plain data can be written") + "\n"
    } else {
        let fields =
            toml(&node).ok_or("this dossier holds a `null`, for which TOML has no word: add --json".to_owned())?;
        if is_draft { DRAFT.to_owned() + &fields } else { fields }
    };
    deliver(&arguments.output, &written)?;
    for LeftOut { file, span, why } in &left_out {
        let Text { name, text } = &inputs[*file].text;
        let (line, column) = line_column(text, span.start as usize);
        anstream::eprintln!("{name}:{line}:{column}: left out: {why}");
    }
    if left_out.is_empty() { Ok(()) } else { Err(Failure::Faults) }
}

fn faults(inputs: &[Input]) -> Result<(), Failure> {
    tell(&inputs.iter().collect::<Vec<_>>(), Manner::Drawn)?;
    Err(Failure::Faults)
}

fn deliver(output: &Path, written: &str) -> Result<(), String> {
    if output.as_os_str() == "-" {
        return print(written);
    }
    write(output, written.as_bytes()).map_err(|error| format!("{}: {error}", output.display()))
}

//! `variorum build`

use super::finding::Report;
use super::input::Input;
use super::write::{spare, write};
use super::{Failure, print, readers};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use variorum::check::{Code, Finding};
use variorum::dossier::{MAX_BYTES, MAX_CLAIMS, MAX_SOURCES, Place, Reason, Status};
use variorum::view::messages;

#[derive(clap::Args)]
pub struct Arguments {
    /// The dossier: a .toml or .json file
    dossier: PathBuf,
    /// Where to write; - is standard output [default: the dossier's own name with .json]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Put a hash of what is written into the file's name, which is told on standard output: `madrid.3f2a9c01b7de.json`
    /// never changes, and can be kept by browsers for ever
    #[arg(long)]
    hashed: bool,
    /// Say nothing but what is wrong
    #[arg(short, long)]
    quiet: bool,
    #[command(flatten)]
    report: Report,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let output = match &arguments.output {
        Some(output) if arguments.hashed && output.as_os_str() == "-" => {
            return Err(Failure::from(
                "standard output has no name to put a hash into: name a file with -o".to_owned(),
            ));
        }
        Some(output) => output.clone(),
        None => arguments.dossier.with_extension("json"),
    };
    spare(&output, &arguments.dossier)?;
    let mut input = Input::open(&arguments.dossier)?;
    input.findings.extend(draft(&input));
    let (Some(node), Some(dossier), []) = (&input.node, &input.dossier, input.findings.as_slice()) else {
        arguments.report.tell(&input)?;
        return Err(Failure::Faults);
    };
    let json = readers::json(node);
    if json.len() > MAX_BYTES {
        input.findings.push(too_large());
        arguments.report.tell(&input)?;
        return Err(Failure::Faults);
    }
    if !arguments.quiet {
        let messages = messages::embedded(&dossier.lang);
        let told = input.understood.iter().filter_map(|it| it.told(&input.text, dossier, &messages));
        told.for_each(|line| anstream::eprintln!("{line}"));
    }
    if output.as_os_str() == "-" {
        return Ok(print(&json)?);
    }
    let output = if arguments.hashed { hashed(&output, json.as_bytes()) } else { output };
    write(&output, json.as_bytes()).map_err(|error| format!("{}: {error}", output.display()))?;
    if !arguments.quiet {
        let claims = of(dossier.claims.len(), MAX_CLAIMS);
        let sources = of(dossier.sources.len(), MAX_SOURCES);
        let (name, bytes) = (output.display(), json.len());
        anstream::eprintln!("{name}: {bytes} of {MAX_BYTES} bytes (claims: {claims}, sources: {sources})");
    }
    if arguments.hashed {
        print(&format!("{}\n", output.display()))?;
    }
    Ok(())
}

/// How many there are; of how many at most, where more than half of that is used.
fn of(number: usize, most: usize) -> String {
    if 2 * number > most { format!("{number} of {most}") } else { number.to_string() }
}

/// The name with the first six bytes of a hash of the content in it.
fn hashed(path: &Path, content: &[u8]) -> PathBuf {
    let hash: String = Sha256::digest(content)[..6].iter().map(|byte| format!("{byte:02x}")).collect();
    let ending = path.extension().unwrap_or("json".as_ref()).to_string_lossy();
    path.with_extension(format!("{hash}.{ending}"))
}

/// A draft is not for readers. (Of a claim in draft, in a dossier that is published, the reader has told.)
pub fn draft(input: &Input) -> Option<Finding> {
    let status = input.node.as_ref()?.get("status").filter(|status| status.as_str() == Some(Status::Draft.name()))?;
    let place = Place { path: "status".into(), span: status.span };
    let message = "A draft is not for readers: once it has been reviewed, write `published` here.".into();
    Some(Finding::new(Code::Draft, place, message).with_reason(Reason::Draft))
}

/// What an editor writes can be within the limit, and the JSON made from it not: a quotation mark takes two bytes there.
fn too_large() -> Finding {
    let message = "The JSON made from this is larger than 256 KiB: split the story, or shorten the quotes.".into();
    Finding::new(Code::TooLarge, Place::default(), message).with_reason(Reason::TooLarge)
}

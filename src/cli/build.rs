//! `variorum build`

use super::finding::{Finding, Report};
use super::input::Input;
use super::{Failure, readers};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use variorum::dossier::{Node, Reason, Status};

#[derive(clap::Args)]
pub struct Arguments {
    /// The dossier: a .toml or .json file
    dossier: PathBuf,
    /// Where to write [default: the dossier's own name with .json]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    report: Report,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let output = match &arguments.output {
        Some(output) => output.clone(),
        None => arguments.dossier.with_extension("json"),
    };
    if output == arguments.dossier {
        return Err(format!("{} would replace itself: name another file with -o", output.display()).into());
    }
    let mut input = Input::open(&arguments.dossier)?;
    input.findings.extend(drafts(&input));
    let (Some(node), Some(dossier), []) = (&input.node, &input.dossier, input.findings.as_slice()) else {
        arguments.report.tell(&input);
        return Err(Failure::Faults);
    };
    let json = readers::json(node);
    write(&output, json.as_bytes()).map_err(|error| format!("{}: {error}", output.display()))?;
    let (claims, sources) = (dossier.claims.len(), dossier.sources.len());
    anstream::eprintln!("{}: {} bytes (claims: {claims}, sources: {sources})", output.display(), json.len());
    Ok(())
}

/// Drafts are not for readers: the dossier itself, and single claims, whose words would else be in the built file.
fn drafts(input: &Input) -> Vec<Finding> {
    let Some(node) = &input.node else { return Vec::new() };
    let claims = node.get("claims").into_iter().flat_map(Node::items).enumerate();
    let claims = claims.map(|(at, claim)| (format!("claims[{at}].status"), claim));
    let draft = |(path, holder): (String, &Node)| {
        let status = holder.get("status").filter(|status| status.as_str() == Some(Status::Draft.name()))?;
        let span = status.span.start as usize..status.span.end as usize;
        let message = "A draft is not for readers. Review it, then change this; or take it out.".into();
        Some(Finding { path, span, reason: Reason::Draft.name(), message })
    };
    [("status".into(), node)].into_iter().chain(claims).filter_map(draft).collect()
}

/// Writes beside the file, then renames: nobody ever finds half of it.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotADirectory, "there is no such folder"));
    }
    if path.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "this is a folder: name a file"));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".variorum-");
    // A temporary file is its owner's alone; this one is to be served. The umask still applies.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

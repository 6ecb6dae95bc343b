//! `variorum build`

use super::finding::{Finding, Report};
use super::input::Input;
use super::{Failure, readers};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use variorum::dossier::{Reason, Status};

#[derive(clap::Args)]
pub struct Arguments {
    /// The dossier: a .toml or .json file
    dossier: PathBuf,
    /// Where to write [default: the dossier's own name with .json]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub fn run(arguments: &Arguments, report: Report) -> Result<(), Failure> {
    let output = match &arguments.output {
        Some(output) => output.clone(),
        None => arguments.dossier.with_extension("json"),
    };
    if output == arguments.dossier {
        return Err(Failure::Misuse(format!("{} would replace itself: name another file with -o", output.display())));
    }
    let mut input = Input::open(&arguments.dossier)?;
    input.findings.extend(draft(&input));
    let json = match &input.node {
        Some(node) if input.findings.is_empty() => readers::json(node),
        _ => return Err(report.tell(&input)),
    };
    write(&output, json.as_bytes()).map_err(|error| Failure::Misuse(format!("{}: {error}", output.display())))?;
    if let Some(dossier) = &input.dossier {
        let (claims, sources) = (dossier.claims.len(), dossier.sources.len());
        anstream::eprintln!("{}: {claims} claims, {sources} sources, {} bytes", output.display(), json.len());
    }
    Ok(())
}

/// A draft is not for readers.
fn draft(input: &Input) -> Option<Finding> {
    let status = input.node.as_ref()?.get("status")?;
    (input.dossier.as_ref()?.status == Status::Draft).then(|| Finding {
        path: "status".into(),
        span: status.span.start as usize..status.span.end as usize,
        reason: Reason::Draft.name(),
        message: "a draft is not for readers: once it has been reviewed, write status = \"published\"".into(),
    })
}

/// Writes beside the file, then renames: nobody ever finds half of it.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
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

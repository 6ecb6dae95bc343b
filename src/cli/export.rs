//! `variorum export`: a dossier in forms that others read.

use super::build::draft;
use super::finding::Report;
use super::input::Input;
use super::write::{spare, write};
use super::{Failure, print};
use std::path::PathBuf;
use variorum::compare::compare;
use variorum::dossier::Status;
use variorum::export::Addresses;
use variorum::export::csv::csv;
use variorum::export::markdown::markdown;
use variorum::export::schema_org::schema_org;
use variorum::export::web_annotation::web_annotation;
use variorum::view::{Context, messages};

#[derive(clap::Args)]
pub struct Arguments {
    /// The dossier: a .toml or .json file
    dossier: PathBuf,
    #[command(flatten)]
    form: Form,
    /// Where to write; - is standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// Where the article stands, for a dossier that does not say so itself or begins it with a /
    #[arg(long, value_name = "ADDRESS", value_parser = absolute)]
    base: Option<String>,
    #[command(flatten)]
    report: Report,
}

/// What to write.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
struct Form {
    /// Annotations as the W3C has them (JSON-LD), which `variorum import` makes the same dossier of
    #[arg(long)]
    web_annotation: bool,
    /// What readers see, in schema.org's vocabulary (JSON-LD)
    #[arg(long)]
    schema_org: bool,
    /// A row for each reading, for spreadsheets
    #[arg(long)]
    csv: bool,
    /// The evidence, to be pasted into a CMS or a mail
    #[arg(long)]
    markdown: bool,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    spare(&arguments.output, &arguments.dossier)?;
    let mut input = Input::open(&arguments.dossier)?;
    if arguments.form.schema_org {
        input.findings.extend(draft(&input));
    }
    let (Some(node), Some(dossier), []) = (&input.node, &input.dossier, input.findings.as_slice()) else {
        arguments.report.tell(&input)?;
        return Err(Failure::Faults);
    };
    let messages = messages::embedded(&dossier.lang);
    let comparisons: Vec<_> = dossier.claims.iter().map(|claim| compare(dossier, claim)).collect();
    // What is shown of a draft says that it is one.
    let preview = dossier.status == Status::Draft;
    let context = Context { preview, ..Context::new(dossier, &comparisons, &messages) };
    let addresses = Addresses::new(dossier, arguments.base.as_deref());
    let written = match arguments.form {
        Form { web_annotation: true, .. } => web_annotation(node, &context, &addresses).ok_or_else(no_address)?,
        Form { schema_org: true, .. } => schema_org(&context, &addresses).json(),
        Form { csv: true, .. } => csv(node, &context, &addresses),
        Form { .. } => markdown(&context, &addresses),
    };
    if arguments.output.as_os_str() == "-" {
        return Ok(print(&written)?);
    }
    let failed = |error| format!("{}: {error}", arguments.output.display());
    Ok(write(&arguments.output, written.as_bytes()).map_err(failed)?)
}

fn no_address() -> String {
    "annotations need to know where the article stands: write its whole address as `article.url`, or name it with --base"
        .into()
}

/// An address of the web with a host.
fn absolute(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or_default();
    let is_one = rest.starts_with(|c: char| c.is_alphanumeric()) && !rest.contains(char::is_whitespace);
    is_one.then(|| text.to_owned()).ok_or_else(|| "write a whole address, such as https://news.example/story".into())
}

//! `variorum check`: dossiers, against the texts that they quote and the article that they mark.

mod fix;
pub mod house;
mod jobs;
pub mod texts;

use super::finding::{Manner, tell};
use super::input::Input;
use super::page::Source;
use super::{Failure, saved};
use std::io::{IsTerminal, stderr};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use variorum::check::{Checked, House, Page, Severity, Texts, check};
use variorum::text::Native;

#[derive(clap::Args)]
pub struct Arguments {
    /// The dossiers: .toml or .json files. Saved texts are looked for below the folder of each
    #[arg(value_name = "FILE", default_value = "dossier.toml", conflicts_with = "jsonl")]
    files: Vec<PathBuf>,
    /// The article: a saved page (HTML), or a text (.txt, .md). Without it anchors are not looked for
    #[arg(long, value_name = "PAGE", conflicts_with = "jsonl")]
    article: Option<PathBuf>,
    /// Write into the dossiers what can be found out: the words around quotes and anchors, places in texts, hashes of
    /// files. Comments and layout stay
    #[arg(long, conflicts_with = "jsonl")]
    fix: bool,
    /// Let warnings fail, too
    #[arg(long, conflicts_with = "jsonl")]
    deny_warnings: bool,
    /// Write what is found to standard output, one JSON object a line
    #[arg(long, group = "manner", conflicts_with = "jsonl")]
    json: bool,
    /// Write what is found to standard output as a SARIF 2.1.0 log
    #[arg(long, group = "manner", conflicts_with = "jsonl")]
    sarif: bool,
    /// Tell what is found in sentences, without drawings: for screen readers
    #[arg(long, group = "manner", conflicts_with = "jsonl")]
    plain: bool,
    #[command(flatten)]
    jobs: crate::jobs::Jsonl,
    /// How many jobs to work on at once [default: one]
    #[arg(long, value_name = "NUMBER", requires = "jsonl")]
    threads: Option<NonZero<usize>>,
}

/// A dossier, checked.
pub struct Done {
    /// With all that was found.
    pub input: Input,
    /// What the check came to, if the dossier could be read.
    checked: Option<Checked>,
}

pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.jobs.jsonl {
        return jobs::run(arguments);
    }
    let article = arguments.article.clone().map(|path| article(&Source::File(path))).transpose()?;
    let mut all = Vec::new();
    for file in &arguments.files {
        let check = || {
            let folder = file.parent().unwrap_or(Path::new(""));
            Done::in_folder(Input::open(file)?, folder, article.as_ref())
        };
        let mut done = check()?;
        if arguments.fix && fix::fix(file, &done)? {
            done = check()?;
        }
        all.push(done);
    }
    let manner = arguments.manner();
    tell(&all.iter().map(|done| &done.input).collect::<Vec<_>>(), manner)?;
    if matches!(manner, Manner::Drawn | Manner::InSentences) {
        all.iter().for_each(Done::sum_up);
    }
    let fails = if arguments.deny_warnings { Severity::Warning } else { Severity::Error };
    let findings = || all.iter().flat_map(|done| &done.input.findings);
    if findings().any(|finding| finding.severity >= fails) { Err(Failure::Faults) } else { Ok(()) }
}

impl Arguments {
    fn manner(&self) -> Manner {
        match (self.json, self.sarif, self.plain) {
            (true, ..) => Manner::Json,
            (_, true, _) => Manner::Sarif,
            (.., true) => Manner::InSentences,
            _ => Manner::Drawn,
        }
    }
}

fn article(page: &Source) -> Result<Page, String> {
    let (text, read) = page.read(None).map_err(|why| page.blame(&why))?;
    Ok(read.to_check(&text))
}

impl Done {
    /// Checks a dossier, whose texts and whose newsroom's rules are in this folder.
    fn in_folder(input: Input, folder: &Path, article: Option<&Page>) -> Result<Self, String> {
        let read = |dossier| texts::read(dossier, &|path| saved::read(folder, path));
        let texts = input.dossier.as_ref().map(read).unwrap_or_default();
        Ok(Self::new(input, &texts, article, &house::of(folder)?))
    }

    /// Checks a dossier that was read, if it could be.
    pub fn new(mut input: Input, texts: &Texts, article: Option<&Page>, house: &House) -> Self {
        let (Some(node), Some(dossier)) = (&input.node, &input.dossier) else {
            return Self { input, checked: None };
        };
        let mut checked = check(node, dossier, texts, article, house, &mut Native);
        input.findings.append(&mut checked.findings);
        Self { input, checked: Some(checked) }
    }

    /// How much was found: `1 error, 2 warnings`.
    pub fn found(&self) -> String {
        let [errors, warnings] = [Severity::Error, Severity::Warning]
            .map(|severity| self.input.findings.iter().filter(|finding| finding.severity == severity).count());
        match (errors, warnings) {
            (0, 0) => "nothing wrong".to_owned(),
            (0, _) => counted(warnings, "warning"),
            (_, 0) => counted(errors, "error"),
            _ => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
        }
    }

    /// What could not be checked; at a terminal, one line on what was.
    fn sum_up(&self) {
        let Input { text, dossier, .. } = &self.input;
        let (Some(dossier), Some(checked)) = (dossier, &self.checked) else {
            anstream::eprintln!(
                "\n{}: the quotes were not checked, since the dossier can't be read with these errors.",
                text.name
            );
            return;
        };
        let written =
            self.input.node.as_ref().and_then(|node| node.get("claims")).map_or(0, |claims| claims.items().len());
        let left_out = written - dossier.claims.len();
        if left_out > 0 {
            let claims = counted(left_out, "claim");
            anstream::eprintln!("\n{}: the quotes of {claims} with errors were not checked.", text.name);
        }
        if stderr().is_terminal() {
            let found = self.found();
            let (claims, quotes) = (counted(dossier.claims.len(), "claim"), counted(checked.quotes, "quote"));
            anstream::eprintln!("{}: {claims}, {quotes}: {found}.", text.name);
        }
    }
}

/// `1 claim`, `2 claims`.
pub fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}

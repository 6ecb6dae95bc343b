//! `variorum`, the command line: files, a terminal, a server. All that it knows of dossiers is the library's.
//!
//! Exit codes: 0, 1 (faults found in what was read), 2 (misuse, or work that could not be done).

#![forbid(unsafe_code)]

mod bake;
mod build;
mod bundle;
mod check;
mod diff;
mod export;
mod finding;
mod http;
mod import;
mod input;
mod jobs;
mod locate;
mod new;
mod page;
mod preview;
mod printed;
mod readers;
mod sarif;
mod saved;
mod schema;
mod shell;
mod write;

use clap::{Parser, Subcommand};
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// Compares, inside a news article, what each report says on the points where they disagree.
#[derive(Parser)]
#[command(version, subcommand_required = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Put a dossier's marks and evidence into pages, so that they are there before anything is loaded
    Bake(bake::Arguments),
    /// Turn an editor's dossier into the JSON that readers get
    Build(build::Arguments),
    /// Check dossiers against the texts that they quote and the article that they mark
    Check(check::Arguments),
    /// Say what changed from one revision of a dossier to another, in sentences for a correction
    Diff(diff::Arguments),
    /// Give a dossier to others: as annotations, as linked data, as rows, as text
    Export(export::Arguments),
    /// Make a dossier of annotations
    Import(import::Arguments),
    /// Say where a dossier's quotes stand on a saved page
    Locate(locate::Arguments),
    /// Make a folder for a story: the texts of saved reports, and a dossier to fill in
    New(new::Arguments),
    /// Serve a dossier's reports, each with its marks, on this machine alone
    Preview(preview::Arguments),
    /// Print the JSON Schema of dossiers
    Schema,
    /// Print what a shell needs to complete commands
    Completions(shell::Completions),
    /// Print a page of the manual, for `man -l -`
    Man(shell::Manual),
}

/// Writes to standard output. Whoever reads it may stop, as `head` does: that is no failure.
fn print(text: &str) -> Result<(), String> {
    send(text).map(drop)
}

/// The same; whether anybody reads it still.
fn send(text: &str) -> Result<bool, String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(format!("standard output: {error}")),
    }
}

/// Why a command did not do what it was asked.
enum Failure {
    /// Faults were found, and have been reported.
    Faults,
    /// Some of the work could not be done, which has been reported.
    Told,
    /// It was asked for what can't be done: one sentence for a person.
    Misuse(String),
}

impl From<String> for Failure {
    fn from(why: String) -> Self {
        Failure::Misuse(why)
    }
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Bake(arguments) => bake::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Locate(arguments) => locate::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Preview(arguments) => preview::run(&arguments),
        Command::Schema => schema::run(),
        Command::Completions(arguments) => shell::completions(&arguments),
        Command::Man(arguments) => shell::manual(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Faults) => ExitCode::from(1),
        Err(Failure::Told) => ExitCode::from(2),
        Err(Failure::Misuse(why)) => {
            anstream::eprintln!("variorum: {why}");
            ExitCode::from(2)
        }
    }
}

//! `variorum completions` and `variorum man`: what a shell and its manual want to know of the commands.

use super::{Failure, print};
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

#[derive(Args)]
pub struct Completions {
    /// For which shell
    shell: Shell,
}

#[derive(Args)]
pub struct Manual {
    /// The page of this command; without it, the page of all
    command: Option<String>,
}

/// Prints the script that completes commands in a shell.
pub fn completions(arguments: &Completions) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::Arguments::command(), "variorum", &mut script);
    Ok(print(&String::from_utf8_lossy(&script))?)
}

/// Prints a page of the manual, in roff.
pub fn manual(arguments: &Manual) -> Result<(), Failure> {
    let mut all = super::Arguments::command();
    all.build();
    let page = match &arguments.command {
        None => all,
        Some(name) => all.find_subcommand(name).cloned().ok_or_else(|| format!("there is no command {name}"))?,
    };
    let mut roff = Vec::new();
    Man::new(page).render(&mut roff).map_err(|error| format!("the manual: {error}"))?;
    Ok(print(&String::from_utf8_lossy(&roff))?)
}

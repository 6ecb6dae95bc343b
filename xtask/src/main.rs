//! What the project does with itself: `cargo xtask COMMAND`.

mod bench;
mod bundle;
mod cldr;
mod data;
mod demo;
mod evidence;
mod frameworks;
#[path = "../../src/cli/http.rs"]
mod http;
mod messages;
mod nowasm;
mod serve;
mod setup;
mod sh;
mod shots;
mod silence;
mod size;
mod test;

use std::process::ExitCode;
use std::{env, io};

use anyhow::Result;

const USAGE: &str = "\
cargo xtask COMMAND

  build                the browser bundle, in pkg/dist
  demo [--no-serve]    the demo, built and served on loopback
  test [--engine E] [--only NAME]
                       everything, in this order: format, lints, unit, property, schema and command line tests,
                       size gate, browser tests. With an option the browser tests alone: in the one engine
                       (chromium, firefox, webkit), or those whose name contains NAME
  size [--functions]   bytes of the bundle, by file, by room and dependency; of the largest functions
  bench anchoring [--native]
                       how fast and how well words are found, into docs/performance.md: the core's benches;
                       without --native the engines in a browser too
  bench check          how fast a dossier is checked, into docs/performance.md
  bench baking         how fast pages are baked, one and a thousand, into docs/performance.md
  bench card [--quick] how fast and how well the card opens beside those of others, into docs/performance.md; with
                       fewer repetitions
  bench tasks          the long tasks of a large page alone, which `bench card` ends with
  bake                 what baked pages have of the dossiers on standard input (a list, as JSON), for that bench
  shots                the pictures in docs/shots
  messages             messages/cldr and src/prose/language/cldr, generated anew from CLDR's own files
  setup                installs what the tests need, or says how to
";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match command(&args) {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(error)) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
        None => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Carries a command out; `None` if it is not one.
fn command(args: &[&str]) -> Option<Result<()>> {
    Some(match args {
        ["build"] => setup::for_bundle().and_then(|()| bundle::build().map(drop)),
        ["demo"] => demo::run(true),
        ["demo", "--no-serve"] => demo::run(false),
        ["test", options @ ..] => test::run(&test::Options::parse(options)?),
        ["size"] => size::run(0),
        ["size", "--functions"] => size::run(80),
        ["bench", "anchoring"] => bench::anchoring(false),
        ["bench", "anchoring", "--native"] => bench::anchoring(true),
        ["bench", "check"] => bench::check(),
        ["bench", "baking"] => bench::baking(),
        ["bench", "card"] => bench::card(false),
        ["bench", "card", "--quick"] => bench::card(true),
        ["bench", "tasks"] => bench::tasks(),
        ["bake"] => bake(),
        ["shots"] => shots::run(),
        ["messages"] => messages::generate(),
        ["setup"] => setup::for_tests(&setup::ENGINES),
        _ => return None,
    })
}

fn bake() -> Result<()> {
    print!("{}", evidence::bake(&io::read_to_string(io::stdin())?)?);
    Ok(())
}

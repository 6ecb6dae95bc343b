//! Findings as SARIF 2.1.0, which code hosts and editors read.

use super::finding::Shown;
use serde::Serialize;
use variorum::check::Code;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    /// In what columns are counted.
    column_kind: &'static str,
    results: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

/// A code of the table.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: &'static str,
    short_description: Words<'static>,
    full_description: Words<'static>,
    help: Words<'static>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Words<'a> {
    text: &'a str,
}

/// A `result`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Found<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location<'a>; 1],
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: Physical,
    logical_locations: [Logical<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical<'a> {
    fully_qualified_name: &'a str,
}

/// The log of one run, whatever it found.
pub fn log<'a>(findings: impl Iterator<Item = Shown<'a>>) -> String {
    let rules = Code::ALL.iter().map(|&code| Rule {
        id: code.id(),
        name: code.name(),
        short_description: Words { text: code.means() },
        full_description: Words { text: code.why() },
        help: Words { text: code.todo() },
        default_configuration: Configuration { level: code.severity().name() },
    });
    let driver = Driver { name: "variorum", version: env!("CARGO_PKG_VERSION"), rules: rules.collect() };
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results: findings.map(found).collect() };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    serde_json::to_string_pretty(&log).expect("strings and numbers can be written") + "\n"
}

fn found(shown: Shown) -> Found {
    let finding = shown.finding;
    let ((start_line, start_column), (end_line, end_column)) = (shown.start(), shown.end());
    let physical_location = Physical {
        artifact_location: Artifact { uri: uri(&shown.text.name) },
        region: Region { start_line, start_column, end_line, end_column },
    };
    Found {
        rule_id: finding.code.id(),
        rule_index: Code::ALL.iter().position(|code| *code == finding.code).unwrap_or_default(),
        level: finding.severity.name(),
        message: Message { text: format!("{} {}", finding.message, shown.help()) },
        locations: [Location {
            physical_location,
            logical_locations: [Logical { fully_qualified_name: &finding.place.path }],
        }],
    }
}

/// A path as a relative reference: what RFC 3986 reserves is written in percents.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match plain(byte) {
            true => uri.push(char::from(byte)),
            false => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

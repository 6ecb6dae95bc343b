//! What the project depends on, judged by `deny.toml` where `cargo deny` is not at hand.

#![cfg(feature = "cli")]

use serde_json::Value;
use spdx::{Expression, LicenseItem, ParseMode};
use std::collections::{HashMap, HashSet};
use std::process::Command;

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--all-features", "--locked", "--offline", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn list<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    value[name].as_array().unwrap_or_else(|| panic!("{name} is a list")).iter()
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}

/// The ids of all packages that are in something that is run: what only tests need is left out.
fn used(metadata: &Value) -> HashSet<&str> {
    let nodes: HashMap<_, _> = list(&metadata["resolve"], "nodes").map(|node| (text(node, "id"), node)).collect();
    let mut open: Vec<_> = list(metadata, "workspace_members").filter_map(Value::as_str).collect();
    let mut used = HashSet::new();
    while let Some(id) = open.pop() {
        if used.insert(id) {
            let is_run = |dep: &&Value| list(dep, "dep_kinds").any(|kind| kind["kind"] != "dev");
            open.extend(list(nodes[id], "deps").filter(is_run).map(|dep| text(dep, "pkg")));
        }
    }
    used
}

#[test]
fn licences_and_versions() {
    let rules: Value = toml::from_str(include_str!("../deny.toml")).unwrap();
    let rules = &rules["licenses"];
    let exceptions: HashMap<_, _> = list(rules, "exceptions").map(|it| (text(it, "crate"), it)).collect();
    let metadata = metadata();
    let used = used(&metadata);
    assert!(used.len() > 100, "{} packages", used.len());
    let mut unmet = HashSet::new();
    for package in list(&metadata, "packages").filter(|package| used.contains(text(package, "id"))) {
        let (name, licence) = (text(package, "name"), text(package, "license"));
        let allowed: HashSet<&str> = list(rules, "allow")
            .chain(exceptions.get(name).into_iter().flat_map(|it| list(it, "allow")))
            .filter_map(Value::as_str)
            .collect();
        let is_met = |expression: Expression| {
            expression.evaluate(|requirement| {
                let is_named = matches!(requirement.license, LicenseItem::Spdx { .. });
                is_named && allowed.contains(requirement.to_string().as_str())
            })
        };
        if !Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(is_met) {
            unmet.insert(format!("{name}: {licence:?} is not in deny.toml"));
        }
        let is_any = |needed: &&Value| text(needed, "req") == "*" && needed["path"].is_null();
        if package["source"].is_null() {
            unmet.extend(
                list(package, "dependencies").filter(is_any).map(|it| format!("{name}: any {}", text(it, "name"))),
            );
        } else if text(package, "source") != "registry+https://github.com/rust-lang/crates.io-index" {
            unmet.insert(format!("{name}: from {}", text(package, "source")));
        }
    }
    assert!(unmet.is_empty(), "{unmet:#?}");
}

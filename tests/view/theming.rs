//! That `docs/theming.md` says what the style sheets and the card's parts are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::support::{Story, attr};
use variorum::dossier::{Relation, Status};
use variorum::view::{Attr, El, card};

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The cells of the tables' rows that begin with code, without their blanks.
fn rows(markdown: &str) -> Vec<Vec<&str>> {
    let rows = markdown.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// What stands between backticks.
fn code(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The properties that a style sheet takes from the page, each with what it falls back to.
fn properties(css: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (start, _) in css.match_indices("var(--variorum-") {
        let inner = &css[start + "var(".len()..];
        let mut depth = 0;
        let end = inner.find(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth < 0
        });
        // Those without a fallback are our own.
        if let Some((name, fallback)) = inner[..end.expect("a closing bracket")].split_once(", ") {
            found.push((name, fallback));
        }
    }
    found
}

#[test]
fn properties_are_documented() {
    let docs = read("docs/theming.md");
    let documented: BTreeMap<&str, &str> =
        rows(&docs).iter().filter(|row| row.len() == 3).map(|row| (code(row[0])[0], code(row[2])[0])).collect();
    let sheets = [read("pkg/variorum.css"), read("src/page/card.css")];
    let used: Vec<_> =
        sheets.iter().flat_map(|css| properties(css)).filter(|(name, _)| *name != "--variorum-line").collect();
    for (name, fallback) in &used {
        assert_eq!(documented.get(name), Some(fallback), "{name}");
    }
    let names: BTreeSet<&str> = used.iter().map(|(name, _)| *name).collect();
    assert_eq!(documented.into_keys().collect::<BTreeSet<_>>(), names);
}

#[test]
fn themes_set_what_is_documented() {
    let docs = read("docs/theming.md");
    let known: BTreeSet<&str> = rows(&docs).iter().flat_map(|row| code(row[0])).collect();
    for theme in ["broadsheet", "evening", "plain"] {
        let css = read(&format!("www/themes/{theme}.css"));
        let mut set = 0;
        for line in css.lines().map(str::trim) {
            let property = line.split_once(':').map(|(name, _)| name).filter(|name| name.starts_with("--variorum-"));
            let part =
                line.strip_prefix("variorum-card::part(").and_then(|rest| rest.split_once(')')).map(|(name, _)| name);
            for name in property.into_iter().chain(part) {
                assert!(known.contains(name), "{theme}: {name}");
                set += 1;
            }
        }
        assert!(set > 5, "{theme}");
    }
}

#[test]
fn parts_are_documented() {
    let docs = read("docs/theming.md");
    let documented: BTreeSet<String> =
        rows(&docs).iter().filter(|row| row.len() == 2).flat_map(|row| code(row[0])).map(String::from).collect();
    // The boxes that the page makes itself.
    let mut found: BTreeSet<String> = ["card", "sheet"].map(String::from).into();
    let mut story = Story::read(include_str!("story.toml"), "en");
    story.dossier.status = Status::Draft;
    (story.preview, story.page) = (true, Some(0));
    for at in 0..2 {
        gather(&card(&story.context(), &[0, 1], at), &mut found);
    }
    let plot = "
[[claims]]
id = 'x'
question = 'How high did it stand?'
type = 'quantity'
unit = 'm'
of = 'water'
readings = [
  { source = 'a', value = { is = 41 }, quotes = [{ exact = 'x' }] },
  { source = 'b', value = { is = 30, hedge = 'at-least' }, quotes = [{ exact = 'x' }] },
  { source = 'c', value = { is = 40, hedge = 'about' }, quotes = [{ exact = 'x' }] },
]
";
    let mut story = Story::of_claims(plot, "en");
    gather(&card(&story.context(), &[0], 0), &mut found);
    for relation in [Relation::Contradict, Relation::Differ, Relation::Nuance, Relation::Agree, Relation::Single] {
        story.comparisons[0].relation = relation;
        gather(&card(&story.context(), &[0], 0), &mut found);
    }
    assert_eq!(found, documented);
}

fn gather(el: &El, found: &mut BTreeSet<String>) {
    let El::Node { children, .. } = el else { return };
    found.extend(attr(el, Attr::Part).unwrap_or_default().split_whitespace().map(String::from));
    children.iter().for_each(|child| gather(child, found));
}

//! Accessibility, by Chromium: axe-core finds nothing, and what a screen reader is given is as it was agreed on.

use std::path::Path;
use std::{env, fs};

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::{Page, Wishes};
use crate::story::{self, BOTH, is_open, mark};
use crate::tests;

tests![
    => axe_finds_nothing_in_light,
    => axe_finds_nothing_in_dark,
    => axe_finds_nothing_from_right_to_left,
    => axe_finds_nothing_from_right_to_left_in_dark,
    => what_is_read_out,
];

/// A mark of the demo's article.
const MARK: &str = "document.querySelector('article a.variorum-mark')";

const EVIDENCE: &str = "document.querySelector('.variorum-evidence')";

/// The demo's page; and one whose article, dossier and card are Arabic.
const PAGES: [&str; 2] = ["/madrid/", "/arabic.html"];

fn axe_finds_nothing_in_light(page: &Page) {
    axe_finds_nothing(page, PAGES[0], false);
}

fn axe_finds_nothing_in_dark(page: &Page) {
    axe_finds_nothing(page, PAGES[0], true);
}

fn axe_finds_nothing_from_right_to_left(page: &Page) {
    axe_finds_nothing(page, PAGES[1], false);
}

fn axe_finds_nothing_from_right_to_left_in_dark(page: &Page) {
    axe_finds_nothing(page, PAGES[1], true);
}

/// Looks at every state of a page.
fn axe_finds_nothing(page: &Page, path: &str, dark: bool) {
    if page.engine() != Engine::Chromium {
        return; // one engine is enough: axe looks at the page, not at the engine
    }
    page.prefer(Wishes { dark, less_motion: true, ..Wishes::default() });
    story::open_page(page, path);
    page.run(
        "const axe = document.createElement('script');
         return new Promise((done, fail) => document.head.append(Object.assign(axe, { src: '/axe.js', onload: () => done(), onerror: fail })));",
        &[],
    );
    let check = |state: &str, in_card: bool| {
        page.pause(200);
        let found = page.eval(
            "axe.run(document, { resultTypes: ['violations', 'passes'] }).then(({ violations, passes }) => ({
                 violations: violations.flatMap(({ id, nodes }) =>
                     nodes.map(node => `${id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`)),
                 inCard: new Set(passes.flatMap(({ nodes }) => nodes).map(node => node.target[0])
                     .filter(path => Array.isArray(path) && path[0] === 'variorum-card').map(path => path.join(' '))).size,
             }))",
        );
        assert_eq!(found["violations"], json!([]), "{state}, {path}, dark: {dark}");
        let nodes = found["inCard"].as_u64().unwrap_or_default();
        assert!(!in_card || nodes >= 20, "{state}: {nodes} nodes of the card were looked at");
    };
    check("closed", false);
    page.scroll_to(MARK);
    story::stand_still(page);
    page.mouse_to(page.middle(MARK));
    page.wait_for("harness.card()?.form === 'preview'");
    check("preview", true);
    page.click(page.middle(MARK));
    page.wait_for("harness.card()?.form === 'pinned'");
    check("pinned", true);
    page.eval("document.querySelector('variorum-dossier').close()");
    page.mouse_away();
    page.viewport(390, 780);
    page.scroll_to(MARK);
    story::stand_still(page);
    page.click(page.middle(MARK));
    page.wait_for("harness.card()?.form === 'sheet'");
    check("sheet", true);
    page.eval("document.querySelector('variorum-dossier').close()");
    page.viewport(1280, 800);
    page.eval(&format!("void ({EVIDENCE}.open = true)"));
    check("overview", false);
    page.eval(&format!("void ({EVIDENCE}.open = false)"));
    page.print(true);
    check("print", false);
    page.print(false);
}

/// What a screen reader is given, as text: compared with `access.txt`, which `VARIORUM_ACCEPT=1` writes anew.
fn what_is_read_out(page: &Page) {
    if page.engine() != Engine::Chromium {
        return; // the other drivers don't give the tree out
    }
    story::open(page);
    page.eval(&format!("void ({EVIDENCE}.open = true)"));
    let mut text = String::from("The page, its evidence open\n\n");
    text += &outline(page, "WebArea");
    page.eval(&format!("void ({EVIDENCE}.open = false)"));
    page.click(page.middle(&mark(BOTH)));
    page.wait_for(&is_open("pinned", BOTH));
    text += "\nThe card, pinned\n\n";
    text += &outline(page, "dialog");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/access.txt");
    if env::var_os("VARIORUM_ACCEPT").is_some() {
        fs::write(&file, &text).expect("the file can be written");
    }
    let agreed = fs::read_to_string(&file).unwrap_or_default();
    let differ = agreed.lines().zip(text.lines()).find(|(agreed, now)| agreed != now);
    assert!(agreed == text, "not as agreed (VARIORUM_ACCEPT=1 accepts it): {differ:?}\n{text}");
}

/// The first node of a role and what is in it, a line each: role, name, and what else is said of it.
fn outline(page: &Page, role: &str) -> String {
    let tree = page.devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("a list of nodes");
    let ends_with = |node: &&Value| node["role"]["value"].as_str().is_some_and(|name| name.ends_with(role));
    let root = nodes.iter().find(ends_with).unwrap_or_else(|| panic!("no {role}"));
    let mut out = String::new();
    write(nodes, root, 0, &mut out);
    out
}

/// Roles that say nothing: what is in them is read out.
const SILENT: &[&str] = &["generic", "none", "InlineTextBox", "ListMarker"];

fn write(nodes: &[Value], node: &Value, depth: usize, out: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let said = node["ignored"] != true && !SILENT.contains(&role);
    // Texts that follow each other are read as one: into how many nodes a text is split depends on when it was marked.
    let goes_on = format!("{}StaticText “", "  ".repeat(depth));
    if role == "StaticText" && out.ends_with("”\n") && out.lines().last().is_some_and(|line| line.starts_with(&goes_on))
    {
        out.truncate(out.len() - "”\n".len());
        *out += &format!("{name}”\n");
        return;
    }
    if said {
        *out += &format!("{}{role}", "  ".repeat(depth));
        if !name.is_empty() {
            *out += &format!(" “{name}”");
        }
        if let Some(words) = node["description"]["value"].as_str().filter(|words| !words.is_empty()) {
            *out += &format!(" ({words})");
        }
        for property in node["properties"].as_array().into_iter().flatten() {
            let (name, value) = (property["name"].as_str().unwrap_or_default(), &property["value"]["value"]);
            if ["expanded", "hasPopup", "level", "modal"].contains(&name) {
                *out += &format!(" {name}={}", value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            }
        }
        out.push('\n');
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = nodes.iter().find(|node| node["nodeId"] == *child) {
            write(nodes, child, depth + usize::from(said), out);
        }
    }
}

//! docs/newsroom.md, run as it is written: `sh` is run, `toml` goes to the end of the story's dossier, each pair of lines of
//! a `diff` is replaced in it, once.

#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;
use std::process::Command;

const WALK: &str = include_str!("../docs/newsroom.md");
const DOSSIER: &str = "ferry/dossier.toml";

/// The fenced blocks of a page: language and text.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let mut fences = page.split("```");
    let mut blocks = Vec::new();
    while let (Some(_), Some(block)) = (fences.next(), fences.next()) {
        blocks.push(block.split_once('\n').expect("a block has lines"));
    }
    blocks
}

/// Replaces each line that begins with `-` by the next, which begins with `+`. A part of a line is enough.
fn edit(path: &Path, diff: &str) {
    let mut text = fs::read_to_string(path).unwrap();
    let lines: Vec<_> = diff.lines().collect();
    for pair in lines.chunks(2) {
        let (was, is) = (pair[0].strip_prefix('-').unwrap(), pair[1].strip_prefix('+').unwrap());
        assert_eq!(text.matches(was).count(), 1, "{was}\nin\n{text}");
        text = text.replace(was, is);
    }
    fs::write(path, text).unwrap();
}

/// Runs commands; what they say, on both outputs.
fn run(folder: &Path, script: &str) -> String {
    let bin = Path::new(env!("CARGO_BIN_EXE_variorum")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new("sh");
    command.args(["-ec", &format!("exec 2>&1\n{script}")]).env("PATH", path).current_dir(folder);
    let output = command.output().expect("a shell");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{script}\n{said}");
    said
}

#[test]
fn an_hour() {
    let folder = tempfile::tempdir().unwrap();
    let top = folder.path();
    fs::create_dir(top.join("saved")).unwrap();
    for name in ["beacon.html", "coastwire.html", "tide.txt", "article.html"] {
        let to = if name == "article.html" { top.to_owned() } else { top.join("saved") };
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/newsroom").join(name), to.join(name)).unwrap();
    }
    let dossier = top.join(DOSSIER);
    let mut said = Vec::new();
    for (language, text) in blocks(WALK) {
        match language {
            "sh" => said.push(run(top, text)),
            "toml" => fs::write(&dossier, fs::read_to_string(&dossier).unwrap() + "\n" + text).unwrap(),
            "diff" => edit(&dossier, text),
            other => panic!("a block of {other:?}"),
        }
    }
    let [begun, _, built, _, changed] = said.as_slice() else { panic!("{said:#?}") };
    assert!(begun.contains("ferry/texts/the-beacon.txt: "), "{begun}");
    assert!(built.contains("“nearly four hours” is read as nearly 4 hours"), "{built}");
    assert!(
        changed.contains("We first gave the answer of Coastwire as “2 hours”; it is “more than 2 hours”."),
        "{changed}"
    );

    // Only the articles, whole.
    let beacon = fs::read_to_string(top.join("ferry/texts/the-beacon.txt")).unwrap();
    assert!(beacon.starts_with("Passengers held aboard grounded ferry for hours\n\nThe ferry Aldersea"), "{beacon}");
    assert!(beacon.ends_with("from Monday.\n") && !beacon.contains("Weather"), "{beacon}");
    // What pages say of themselves, and what was found out.
    let written = fs::read_to_string(&dossier).unwrap();
    for known in [
        r#"name      = "Coastwire""#,
        r#"by        = ["Ines Calder"]"#,
        "published = 2026-05-02",
        r#"url       = "https://coastwire.example/a/7719""#,
        "sha256 = ",
        "prefix = ",
    ] {
        assert!(written.contains(known), "{known}\nin\n{written}");
    }
    // Both points are marked, and taken out again the page is as it was.
    let baked = fs::read_to_string(top.join("site/article.html")).unwrap();
    for mark in [">kept aboard for hours</a>", ">about 40 people</a>", "baked=\"1\""] {
        assert!(baked.contains(mark), "{mark}\nin\n{baked}");
    }
    run(top, "variorum bake --undo site/article.html -o back.html");
    assert_eq!(fs::read(top.join("back.html")).unwrap(), fs::read(top.join("article.html")).unwrap());
    // Nothing that is there is written over.
    let mut again = Command::new(env!("CARGO_BIN_EXE_variorum"));
    again.args(["new", "ferry", "saved/tide.txt"]).current_dir(top);
    assert_eq!(again.output().unwrap().status.code(), Some(2));
    assert_eq!(fs::read_to_string(&dossier).unwrap(), written);
}

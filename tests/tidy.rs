//! Rules about the project's own files that no compiler checks.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, each above those that may use it. `page` and `cli` are the faces.
const ROOMS: &[&str] = &[
    "dossier", "compare", "text", "anchor", "view", "diff", "prose", "check", "export", "saved", "bake", "draft",
    "page", "cli",
];

/// Rooms that know the world outside.
const FACES: &[&str] = &["page", "cli"];

/// What the rooms of the core never mention: browser, files, network, clocks, terminal.
const OUTSIDE: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "std::fs",
    "std::net",
    "std::env",
    "std::io",
    "std::process",
    "std::thread",
    "Instant",
    "SystemTime",
    "println!",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below `folder` with one of these endings, with what they hold; nothing that is built or fetched.
fn texts(folder: &Path, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if !["target", "node_modules", "dist", ".git"].iter().any(|skipped| name == *skipped) {
                found.extend(texts(&path, endings));
            }
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            found.push((path.clone(), String::from_utf8_lossy(&fs::read(&path).unwrap_or_default()).into_owned()));
        }
    }
    found
}

/// Fails with every offending line of `files`.
fn check(files: &[(PathBuf, String)], offends: impl Fn(&Path, &str) -> bool) {
    assert!(!files.is_empty(), "no files to check");
    let mut offending = Vec::new();
    for (path, text) in files {
        let path = path.strip_prefix(root()).unwrap_or(path);
        for (number, line) in text.lines().enumerate() {
            if offends(path, line) {
                offending.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(offending.is_empty(), "\n{}", offending.join("\n"));
}

/// The room that a source file is in.
fn room(path: &Path) -> Option<&str> {
    let below = path.strip_prefix("src").ok()?;
    below.components().next()?.as_os_str().to_str().filter(|room| ROOMS.contains(room))
}

/// Whether `line` says `word`, not as part of another.
fn says(line: &str, word: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(start, _)| !line[..start].ends_with(is_word) && !line[start + word.len()..].starts_with(is_word))
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

#[test]
fn the_core_knows_nothing_of_the_outside() {
    check(&texts(&root().join("src"), &["rs"]), |path, line| {
        room(path).is_some_and(|room| !FACES.contains(&room))
            && !is_comment(line)
            && OUTSIDE.iter().any(|word| says(line, word))
    });
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    check(&texts(&root().join("src"), &["rs"]), |path, line| {
        let Some(at) = room(path).and_then(|room| ROOMS.iter().position(|other| *other == room)) else { return false };
        let lower = |room: &&str| ["crate", "variorum"].iter().any(|krate| says(line, &format!("{krate}::{room}")));
        // The command line is a crate of its own: what it calls `crate` are its own modules.
        ROOMS[at] != "cli" && !is_comment(line) && ROOMS[at + 1..].iter().any(lower)
    });
}

/// The compiler sees to the rest: what is forbidden in a manifest can't be allowed anywhere below.
#[test]
fn nothing_is_unsafe() {
    for manifest in ["Cargo.toml", "benches/Cargo.toml", "fuzz/Cargo.toml", "xtask/Cargo.toml"] {
        let text = fs::read_to_string(root().join(manifest)).unwrap_or_default();
        assert!(text.contains("unsafe_code = \"forbid\""), "{manifest} does not forbid unsafe code");
    }
}

#[test]
fn no_file_names_a_place_on_a_machine() {
    let folders = ["work", "root", "home", "farm", "Users"].map(|folder| format!("/{folder}/"));
    let endings = ["rs", "toml", "md", "js", "css", "html", "json", "ts", "txt", "trycmd", "yml"];
    let mut files = texts(root(), &endings);
    files.push((root().join(".ci/run"), fs::read_to_string(root().join(".ci/run")).unwrap_or_default()));
    check(&files, |_, line| {
        // `https://example.org/home/` is no place on a machine.
        let alone = |start: usize| !line[..start].ends_with(|c: char| c.is_alphanumeric() || "._-/}".contains(c));
        folders.iter().any(|folder| line.match_indices(folder).any(|(start, _)| alone(start)))
    });
}

#[test]
fn the_architecture_is_a_short_read() {
    let lines = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap_or_default().lines().count();
    assert!((1..150).contains(&lines), "ARCHITECTURE.md has {lines} lines");
}

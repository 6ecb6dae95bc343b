//! `variorum check` from outside: a broken dossier for each of its codes, and what it makes of bad files.

#![cfg(feature = "cli")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;
use variorum::check::{Code, Severity};

/// One folder for each code, `VR201-quote-absent`: a dossier, its texts, and what is told (`expected`, which
/// `VARIORUM_ACCEPT=1` writes anew). `arguments`, if there, are other than `check dossier.toml`.
#[test]
fn every_code_has_a_dossier_that_has_it() {
    let mut differ = Vec::new();
    for code in Code::ALL {
        let folder = fixtures().join(format!("{}-{}", code.id(), code.name()));
        assert!(folder.is_dir(), "{} has no fixture: {}", code.id(), folder.display());
        let copy = copied(&folder);
        make(*code, copy.path());
        let arguments = fs::read_to_string(folder.join("arguments")).unwrap_or("check dossier.toml".into());
        let output = variorum(copy.path(), &arguments.split_whitespace().collect::<Vec<_>>());
        let told = told(&output);
        assert!(told.contains(&format!("{} {}:", code.severity().name(), code.id())), "{}:\n{told}", code.id());
        let expected = folder.join("expected");
        if std::env::var_os("VARIORUM_ACCEPT").is_some() {
            fs::write(&expected, &told).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != told {
            differ.push(format!("{}:\n{told}", folder.display()));
        }
    }
    let folders = fs::read_dir(fixtures()).unwrap().count();
    assert_eq!(folders, Code::ALL.len(), "a fixture without a code");
    assert!(differ.is_empty(), "not as expected (VARIORUM_ACCEPT=1 accepts it):\n{}", differ.join("\n"));
}

/// `docs/errors.md` is made from the table (`VARIORUM_ACCEPT=1` writes it anew).
#[test]
fn the_page_of_errors() {
    let mut page = String::from(ERRORS);
    for (range, title) in GROUPS {
        page += &format!("\n## {title}\n");
        for code in Code::ALL.iter().filter(|code| code.id().starts_with(range)) {
            page += &format!(
                "\n### {} {}\n\n**{}.** {}\n\n**Why.** {}\n\n**What to do.** {}\n",
                code.id(),
                code.name(),
                if code.severity() == Severity::Error { "Error" } else { "Warning" },
                code.means(),
                code.why(),
                code.todo()
            );
        }
    }
    assert_eq!(page.matches("\n### ").count(), Code::ALL.len(), "a code of no group");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/errors.md");
    if std::env::var_os("VARIORUM_ACCEPT").is_some() {
        fs::write(&file, &page).unwrap();
    }
    let written = fs::read_to_string(file).unwrap_or_default();
    assert!(written == page, "docs/errors.md is not the table's (VARIORUM_ACCEPT=1 writes it anew)");
}

const ERRORS: &str = "\
# What `variorum check` finds

Every finding has a code, a place in the dossier, one or two sentences, and what to do. *Errors* keep a dossier from going
out: `variorum check` ends with 1. *Warnings* may be meant: look at them; with `--deny-warnings` they fail, too. This page
is made from the table that the program itself uses.
";

const GROUPS: [(&str, &str); 5] = [
    ("VR1", "The dossier's form"),
    ("VR2", "Quotes and the saved texts"),
    ("VR3", "The article and its marks"),
    ("VR4", "Values and what is computed"),
    ("VR5", "The story as a whole"),
];

/// What no repository should hold.
fn make(code: Code, folder: &Path) {
    match code {
        Code::TooLarge => fs::write(folder.join("dossier.toml"), "#".repeat(256 * 1024 + 1)).unwrap(),
        Code::TextTooLarge => {
            // As large as fifty megabytes, and empty on disk.
            File::create(folder.join("texts/herald.txt")).unwrap().set_len(50 << 20).unwrap();
        }
        #[cfg(unix)]
        Code::TextOutside => {
            std::os::unix::fs::symlink(
                fixtures().join("VR201-quote-absent/texts/herald.txt"),
                folder.join("texts/herald.txt"),
            )
            .unwrap();
        }
        _ => {}
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check")
}

/// A copy of a folder, to be spoilt.
fn copied(folder: &Path) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_into(folder, copy.path());
    copy
}

fn copy_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy_into(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

fn variorum(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_variorum")).args(arguments).current_dir(folder).output().unwrap()
}

/// How it ended, and all that was said.
fn told(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("exit {}\n{}{}", output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

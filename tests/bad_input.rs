//! What may be wrong with files, and with the disks that they are on: a message each, and never half a file.

#![cfg(feature = "cli")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const VARIORUM: &str = env!("CARGO_BIN_EXE_variorum");

const DOSSIER: &str = r#"variorum  = "1.0"
id        = "tram"
lang      = "en"
title     = "The tram in the tunnel"
status    = "published"
modified  = "2026-03-14T09:20:00Z"
publisher = { name = "Ledger" }

[[sources]]
id   = "courier"
name = "Courier"
kind = "news"
url  = "https://courier.example/tram"
file = { path = "courier.txt" }

[[claims]]
id       = "duration"
question = "How long were passengers in the tunnel?"
type     = "duration"
anchors  = [{ exact = "nearly four hours" }]
readings = [{ source = "courier", value = "nearly four hours", quotes = [{ exact = "for nearly four hours" }] }]
"#;

const PAGE: &str = "<!doctype html>\n<title>Tram</title>\n<main>A tram stood for nearly four hours.</main>\n\
                    <variorum-dossier src=\"dossier.toml\"></variorum-dossier>\n";

/// A folder with a page, `page.html`, its dossier and the saved text of that.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dossier.toml"), DOSSIER).unwrap();
    fs::write(folder.path().join("courier.txt"), "They sat in the dark for nearly four hours.\n").unwrap();
    fs::write(folder.path().join("page.html"), PAGE).unwrap();
    folder
}

fn variorum(folder: &Path, arguments: &str) -> Output {
    Command::new(VARIORUM).args(arguments.split(' ')).current_dir(folder).output().unwrap()
}

/// How it ended and what was said.
fn told(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

const BAKE: &str = "bake page.html --dossier dossier.toml --in-place";

const LOCATE: &str = "locate --page page.html --dossier dossier.toml";

const CHECK: &str = "check --plain dossier.toml --article page.html";

/// A page of these bytes: how each of the three commands that read it ends, and the words that tell why. Where it is
/// refused it stays as it was.
fn check(page: &[u8], code: i32, words: &str) {
    let folder = folder();
    let file = folder.path().join("page.html");
    for command in [BAKE, LOCATE, CHECK] {
        fs::write(&file, page).unwrap();
        let (ended, said) = told(&variorum(folder.path(), command));
        let shown = String::from_utf8_lossy(&page[..page.len().min(80)]).into_owned();
        assert_eq!(ended, Some(code), "{command}: {shown}: {said}");
        assert!(said.contains(words), "{command}: {shown}: {said}");
        assert!(said.len() < 1_000, "{command}: {shown}: {} bytes are told", said.len());
        assert!(code == 0 || fs::read(&file).unwrap() == page, "{command}: {shown}");
    }
}

#[test]
fn pages() {
    let with = |from: &str, to: &str| PAGE.replace(from, to).into_bytes();
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();

    // Written otherwise than usual, and read all the same.
    check(PAGE.as_bytes(), 0, "");
    check(format!("\u{feff}{PAGE}").as_bytes(), 0, "");
    check(&with("\n", "\r\n"), 0, "");
    check(&utf16(&format!("\u{feff}{PAGE}")), 0, "");
    check(&with("</main>", "<p>and <b>more</p></b></div></li></main>"), 0, "");

    // What can't be read.
    check(&[with("Tram", "Tr\u{1}"), vec![0xe9]].concat(), 2, "is not UTF-8: save it as UTF-8");
    check(&utf16("\u{feff}a")[..3], 2, "it says that it is UTF-16LE, and is not: save it as UTF-8");
    check(&with("<main>", "<div>"), 2, "no article in it");
    check(b"", 2, "");
    check(&with("A tram", &"<i>".repeat(100_000)), 2, "more than 512 of its elements stand in one another");
}

/// Fifty megabytes are no page, whatever stands in them.
#[test]
fn too_large() {
    let folder = folder();
    let file = folder.path().join("page.html");
    fs::write(&file, PAGE.to_owned() + &" ".repeat(50_000_000)).unwrap();
    for command in [BAKE, LOCATE, CHECK] {
        let (ended, said) = told(&variorum(folder.path(), command));
        assert!(ended == Some(2) && said.contains("page.html: more than 16 MiB: this is no page"), "{command}: {said}");
    }
    fs::copy(&file, folder.path().join("courier.txt")).unwrap();
    fs::write(&file, PAGE).unwrap();
    let (ended, said) = told(&variorum(folder.path(), CHECK));
    assert!(ended == Some(1) && said.contains("it is larger than 16 MiB, and no report is"), "{said}");
    assert_eq!(fs::metadata(file).unwrap().len(), PAGE.len() as u64);
}

/// Links and paths that lead out of the folder that was named.
#[cfg(unix)]
#[test]
fn ways_out() {
    use std::os::unix::fs::symlink;
    let outside = folder();
    let inside = tempfile::tempdir().unwrap();
    let site = inside.path().join("site");
    fs::create_dir(&site).unwrap();
    let refused = |arguments: &str, words: &str| {
        let (ended, said) = told(&variorum(inside.path(), arguments));
        assert!(ended.is_some_and(|code| code != 0) && said.contains(words), "{arguments}: {said}");
    };

    symlink(outside.path().join("page.html"), site.join("page.html")).unwrap();
    refused("bake site --in-place", "a link to a file outside of the folder is not followed");
    assert_eq!(fs::read_to_string(outside.path().join("page.html")).unwrap(), PAGE);
    fs::remove_file(site.join("page.html")).unwrap();

    fs::write(site.join("page.html"), PAGE.replace("dossier.toml", "../dossier.toml")).unwrap();
    fs::write(inside.path().join("dossier.toml"), DOSSIER).unwrap();
    refused("bake site --in-place", "its element loads `../dossier.toml`, which is outside of");

    symlink(outside.path().join("courier.txt"), inside.path().join("courier.txt")).unwrap();
    refused("check dossier.toml", "VR213");
    fs::write(inside.path().join("dossier.toml"), DOSSIER.replace("courier.txt", "../courier.txt")).unwrap();
    refused("check dossier.toml", "Write a path below this folder");
}

/// Files by name.
#[cfg(target_os = "linux")]
type Files = Vec<(String, Vec<u8>)>;

/// Runs a command on a disk of so many kilobytes with the files of [`folder`] on it, mounted anew with these options
/// before; `None`, loudly, where none can be mounted. What it told, and the files that are there then.
#[cfg(target_os = "linux")]
fn on_a_disk(kilobytes: u32, options: &str, arguments: &str) -> Option<(Output, Files)> {
    let (from, disk) = (folder(), tempfile::tempdir().unwrap());
    let script =
        "mount -t tmpfs -o size=$1k none \"$2\" && cp \"$3\"/* \"$2\" && mount -o \"remount,$4\" \"$2\" || exit
                  cd \"$2\" && \"$5\" $6; code=$?
                  mkdir \"$3/after\" && cp -a \"$2\"/. \"$3/after\"; exit $code";
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", &kilobytes.to_string()])
        .args([disk.path(), from.path(), Path::new(options), Path::new(VARIORUM), Path::new(arguments)])
        .output();
    let Some(output) = output.ok().filter(|_| from.path().join("after").exists()) else {
        let _ = writeln!(std::io::stderr(), "SKIPPED: no disk can be mounted here");
        return None;
    };
    let file = |entry: fs::DirEntry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap());
    let mut files: Vec<_> =
        fs::read_dir(from.path().join("after")).unwrap().map(|entry| file(entry.unwrap())).collect();
    files.sort();
    Some((output, files))
}

/// Whatever writes finds the disk full, or not to be written to: it says so, and leaves all as it was.
#[cfg(target_os = "linux")]
#[test]
fn disks() {
    let as_before: Vec<_> = [("courier.txt", fs::read(folder().path().join("courier.txt")).unwrap())]
        .into_iter()
        .chain([("dossier.toml", DOSSIER.into()), ("page.html", PAGE.into())])
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .collect();
    let writers = [
        BAKE,
        "bake page.html --dossier dossier.toml -o out.html",
        "build dossier.toml -o dossier.json",
        "check dossier.toml --fix",
        "new story courier.txt",
    ];
    for command in writers {
        // Room for the files and nothing else: a page of memory each, and the folder's own.
        for (size, options, words) in [(12, "rw", "No space left on device"), (64, "ro", "Read-only file system")] {
            let Some((output, files)) = on_a_disk(size, options, command) else { return };
            let (ended, said) = told(&output);
            assert!(ended == Some(2) && said.contains(words), "{command}, {options}: {ended:?} {said}");
            let left: Vec<_> = files.iter().map(|(name, _)| name).collect();
            assert_eq!(files, as_before, "{command}, {options}: {left:?}");
        }
    }
}

/// A run over a folder, stopped in the middle by each signal: every page is whole, the old or the new one. The next run
/// does the rest, and what the first was about to write is gone.
#[cfg(unix)]
#[test]
fn interrupted() {
    const PAGES: usize = 40;
    let folder = folder();
    let site = folder.path().join("site");
    fs::create_dir(&site).unwrap();
    let page = |nth: usize| site.join(format!("{nth}.html"));
    let text = |nth: usize| {
        PAGE.replace("A tram", &format!("Tram {nth}")).replace("</main>", &("<p>So on.</p>".repeat(60) + "</main>"))
    };
    let command = "bake site --dossier dossier.toml --in-place --threads 2";
    let all = || (0..PAGES).map(|nth| fs::read_to_string(page(nth)).unwrap()).collect::<Vec<_>>();
    (0..PAGES).for_each(|nth| fs::write(page(nth), text(nth)).unwrap());
    let old = all();
    assert_eq!(told(&variorum(folder.path(), command)).0, Some(0));
    let new = all();

    for signal in ["INT", "KILL"] {
        (0..PAGES).for_each(|nth| fs::write(page(nth), text(nth)).unwrap());
        // As if it had been stopped while it wrote, too.
        fs::write(site.join(".variorum-a1b2c3.tmp"), "half a pa").unwrap();
        let mut process = Command::new(VARIORUM).args(command.split(' ')).current_dir(&folder).spawn().unwrap();
        while fs::metadata(page(2)).unwrap().len() == old[2].len() as u64 {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        let kill = format!("kill -{signal} {}", process.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        assert!(!process.wait().unwrap().success(), "{signal}: it was done before it was stopped");
        let left = all();
        assert!(
            left != new && left.iter().enumerate().all(|(nth, it)| [&old[nth], &new[nth]].contains(&it)),
            "{signal}"
        );

        assert_eq!(told(&variorum(folder.path(), command)).0, Some(0));
        assert!(all() == new, "{signal}");
        assert_eq!(fs::read_dir(&site).unwrap().count(), PAGES, "{signal}: something is left");
    }
}

/// Whoever reads what is said may stop, as `head` does.
#[cfg(unix)]
#[test]
fn nobody_reads() {
    let folder = folder();
    fs::write(folder.path().join("faults.toml"), DOSSIER.replace("kind = ", "kin = ")).unwrap();
    for (arguments, code) in [
        ("check faults.toml --json", 1),
        ("check faults.toml", 1),
        (BAKE, 0),
        ("bake page.html --dossier dossier.toml -o -", 0),
        (LOCATE, 0),
        ("bake none.html --dossier dossier.toml --in-place", 2),
        ("build none.toml", 2),
    ] {
        let closed = || {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            writer
        };
        let mut variorum = Command::new(VARIORUM);
        variorum.args(arguments.split(' ')).current_dir(folder.path()).stdout(closed()).stderr(closed());
        assert_eq!(variorum.status().unwrap().code(), Some(code), "{arguments}");
    }
}

//! `variorum check` from outside: a broken dossier for each of its codes, and what it makes of bad files.

#![cfg(feature = "cli")]

use std::fs::{self, File};
use std::io::Write;
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

/// A dossier with nothing wrong, by an editor's hand: with comments and a layout of its own.
const SOUND: &str = r#"# The mill, for Monday's page.
variorum  = "1.0"
id        = "mill"
lang      = "en"
title     = "The fire at the paper mill"
status    = "published"
modified  = 2026-06-10T08:00:00Z
publisher = { name = "Osier Vale Post" }

[[sources]]
id   = "herald"
name = "The Herald"
kind = "news"
url  = "https://herald.example/mill"
file = { path = "herald.html" } # saved on Monday

[[sources]]
id   = "brigade"
name = "The fire brigade"
kind = "official"
url  = "https://brigade.example/log"

[sources.file]
path = "texts/brigade.txt"

[[claims]]
id       = "duration"
question = "How long did it burn?"
type     = "duration"
anchors  = [
  # In the lead.
  { exact = "burned for hours" },
]

[[claims.readings]]
source = "herald"
value  = { is = "PT6H", hedge = "nearly", words = "nearly six hours" }
quotes = [{exact="for nearly six hours"}]

[[claims.readings]]
source = "brigade"
value  = { is = "PT4H", words = "four hours" }

[[claims.readings.quotes]] # from the log
exact = "the fire was out after four hours"
"#;

/// A page as publishers make them, ill-formed and without an `article`.
const HERALD: &str = r#"<title>Fire at the mill</title><div class=menu><a href=/>Home</a> <a href=/sport>Sport</a></div>
<div class="layout"><div class="story"><h1>Fire at the paper mill</h2>
<p>The hall of the paper mill burned <b>for nearly six hours</p> on Sunday, and smoke lay over the lower town until noon.
<p>Nobody was hurt, the owner said on the phone. He believes that a motor ran hot, as one had in spring, and that rags caught fire.
<p>The watch was kept until Monday morning, with two crews and eleven hoses, and the bridge was open again at eight.
</div><div class=menu><a href=/news>More news from the valley</a></div></div>"#;

const BRIGADE: &str = "Log of the fire brigade\n\nAlarm at 03:10. By our clock the fire was out after four hours.\n";

const ARTICLE: &str = "<article><p>The hall of the paper mill <em>burned for hours</em> on Sunday.</article>";

/// The sound dossier, its texts and its article, in a folder of their own.
fn sound(dossier: &str, brigade: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("texts")).unwrap();
    for (name, text) in
        [("dossier.toml", dossier), ("herald.html", HERALD), ("texts/brigade.txt", brigade), ("article.html", ARTICLE)]
    {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

const CHECK: [&str; 5] = ["check", "dossier.toml", "--article", "article.html", "--deny-warnings"];

#[test]
fn nothing_is_said_where_nothing_is_wrong() {
    let folder = sound(SOUND, BRIGADE);
    assert_eq!(told(&variorum(folder.path(), &CHECK)), "exit 0\n");
    // The one in this folder, where none is named.
    assert_eq!(told(&variorum(folder.path(), &["check"])), "exit 0\n");
    assert_eq!(told(&variorum(folder.path(), &["check", "--json"])), "exit 0\n");
}

/// What a byte order mark, other line ends and both at once leave as it is.
#[test]
fn windows_files() {
    for (mark, end) in [("", "\r\n"), ("\u{feff}", "\n"), ("\u{feff}", "\r\n")] {
        let windows = |text: &str| format!("{mark}{}", text.replace('\n', end));
        let folder = sound(&windows(SOUND), &windows(BRIGADE));
        assert_eq!(told(&variorum(folder.path(), &CHECK)), "exit 0\n", "{mark:?} {end:?}");
        fixes(folder.path());
        let fixed = fs::read_to_string(folder.path().join("dossier.toml")).unwrap();
        assert!(fixed.starts_with(mark) && fixed.matches('\n').count() == fixed.matches(end).count(), "{fixed:?}");
        // Positions are those in the file as it stands.
        let place = |name: &str| {
            let (_, after) = fixed.split_once(&format!("{name} = ")).unwrap();
            after.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse::<usize>().unwrap()
        };
        let (start, end) = (place("start"), place("end"));
        let there: String = windows(BRIGADE).chars().skip(start).take(end - start).collect();
        assert_eq!(there, "the fire was out after four hours");
    }
}

/// Lets `--fix` do its work: what it leaves is in order, and it leaves that alone.
fn fixes(folder: &Path) {
    let fix = [&CHECK[..], &["--fix"]].concat();
    let read = || fs::read(folder.join("dossier.toml")).unwrap();
    assert_eq!(told(&variorum(folder, &fix)), "exit 0\n");
    let fixed = read();
    assert_eq!(told(&variorum(folder, &fix)), "exit 0\n");
    assert!(read() == fixed, "fixed again, it is another");
    let names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 4, "something was left behind: {names:?}");
}

#[test]
fn fix_fills_in_what_a_machine_can_find() {
    let folder = sound(SOUND, BRIGADE);
    fixes(folder.path());
    let fixed = fs::read_to_string(folder.path().join("dossier.toml")).unwrap();
    let expected = SOUND
        .replace(
            r#"{ path = "herald.html" }"#,
            r#"{ path = "herald.html", sha256 = "HASH" }"#,
        )
        .replace("path = \"texts/brigade.txt\"\n", "path = \"texts/brigade.txt\"\nsha256 = \"HASH\"\n")
        .replace(
            r#"{ exact = "burned for hours" }"#,
            r#"{ exact = "burned for hours", prefix = "The hall of the paper mill ", suffix = " on Sunday." }"#,
        )
        .replace(
            r#"{exact="for nearly six hours"}"#,
            r#"{exact="for nearly six hours", prefix = "hall of the paper mill burned "}"#,
        )
        .replace(
            "exact = \"the fire was out after four hours\"\n",
            "exact = \"the fire was out after four hours\"\nprefix = \"Alarm at 03:10. By our clock \"\nsuffix = \".\"\n\
             start = 54\nend = 87\n",
        );
    let is_hash = |word: &&str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let unhashed =
        fixed.split('"').map(|word| if is_hash(&word) { "HASH" } else { word }).collect::<Vec<_>>().join("\"");
    assert_eq!(unhashed, expected);
    // Context that is another's is written anew.
    let old =
        fixed.replace("By our clock", "By the clock").replace("suffix = \" on Sunday.\"", "suffix = \" on Monday.\"");
    fs::write(folder.path().join("dossier.toml"), old).unwrap();
    fixes(folder.path());
    assert_eq!(fs::read_to_string(folder.path().join("dossier.toml")).unwrap(), fixed);
}

#[test]
fn fix_leaves_a_hash_that_is_another() {
    let wrong = "0123456789abcdef".repeat(4);
    let folder = sound(&SOUND.replace("\"herald.html\"", &format!("\"herald.html\", sha256 = \"{wrong}\"")), BRIGADE);
    let output = variorum(folder.path(), &["check", "--fix"]);
    assert!(told(&output).contains("error VR217"), "{}", told(&output));
    assert!(fs::read_to_string(folder.path().join("dossier.toml")).unwrap().contains(&wrong));
}

/// The same findings for people who hear them, and for machines.
#[test]
fn other_ways_of_telling() {
    let folder = copied(&fixtures().join("VR201-quote-absent"));
    let output = variorum(folder.path(), &["check", "--plain"]);
    assert_eq!(
        told(&output),
        "exit 1\n\
         dossier.toml, line 31, column 21, error VR201. Not in texts/herald.txt, nor anything like it.\n\
         What to do: Copy the words from the saved text once more.\n\
         The line is: quotes = [{ exact = \"The owner had sold the mill in spring, a clerk said\" }]\n\n\
         dossier.toml, line 36, column 21, error VR201. Not in texts/brigade.txt, but in texts/herald.txt, line 3.\n\
         What to do: Look which source these words are from, and move the quote to its reading.\n\
         The line is: quotes = [{ exact = \"The hall burned for nearly six hours\" }]\n"
    );

    let output = variorum(folder.path(), &["check", "--json"]);
    let lines: Vec<serde_json::Value> =
        output.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        lines[1],
        serde_json::json!({
            "file": "dossier.toml",
            "line": 36,
            "column": 21,
            "path": "claims[0].readings[1].quotes[0].exact",
            "code": "VR201",
            "severity": "error",
            "message": "Not in texts/brigade.txt, but in texts/herald.txt, line 3.",
            "help": "Look which source these words are from, and move the quote to its reading.",
        })
    );
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &b""[..]));

    let output = variorum(folder.path(), &["check", "--sarif"]);
    let log: serde_sarif::sarif::Sarif = serde_json::from_slice(&output.stdout).unwrap();
    let run = &log.runs[0];
    assert_eq!(run.tool.driver.rules.as_ref().map(Vec::len), Some(Code::ALL.len()));
    let results = run.results.as_ref().unwrap();
    assert_eq!(results.len(), 2);
    let region = results[1].locations.as_ref().unwrap()[0].physical_location.as_ref().unwrap().region.as_ref().unwrap();
    assert_eq!((region.start_line, region.start_column, region.end_column), (Some(36), Some(21), Some(59)));
    let rule = &run.tool.driver.rules.as_ref().unwrap()[results[1].rule_index.unwrap() as usize];
    assert_eq!((rule.id.as_str(), results[1].rule_id.as_deref()), ("VR201", Some("VR201")));
}

/// Where all is well, too, there is a log.
#[test]
fn an_empty_log() {
    let folder = sound(SOUND, BRIGADE);
    let output = variorum(folder.path(), &["check", "--sarif"]);
    let log: serde_sarif::sarif::Sarif = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(log.runs[0].results.as_ref().map(Vec::len), Some(0));
}

/// Several dossiers in one run; warnings that fail where that is asked for.
#[test]
fn how_it_ends() {
    let folder = sound(SOUND, BRIGADE);
    let warned = SOUND.replace("08:00:00Z\n", "08:00:00Z\ncreated = 2026-06-11T08:00:00Z\n");
    fs::write(folder.path().join("warned.toml"), warned).unwrap();
    fs::write(folder.path().join("wrong.toml"), SOUND.replace("nearly six hours\"}", "nearly ten hours\"}")).unwrap();
    fs::write(folder.path().join("empty.html"), "<p>Nothing").unwrap();
    let check = |arguments: &[&str], code: i32, codes: &[&str]| {
        let output = variorum(folder.path(), &[&["check"], arguments].concat());
        let told = told(&output);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
        for told_code in codes {
            assert!(told.contains(told_code), "{arguments:?}: {told}");
        }
    };
    check(&["dossier.toml", "warned.toml"], 0, &["warned.toml:7:", "warning VR504"]);
    check(&["dossier.toml", "warned.toml", "--deny-warnings"], 1, &["warning VR504"]);
    check(&["warned.toml", "wrong.toml"], 1, &["warning VR504", "wrong.toml:37:", "error VR401", "error VR201"]);
    check(&["nowhere.toml"], 2, &["variorum: nowhere.toml: No such file"]);
    check(&["article.html"], 2, &["a dossier's name ends in .toml or .json"]);
    check(&["--article", "nowhere.html"], 2, &["variorum: nowhere.html: No such file"]);
    check(&["--article", "empty.html"], 2, &["variorum: empty.html: no article in it"]);
    check(&["--json", "--sarif"], 2, &["cannot be used with"]);
    fs::write(folder.path().join("built.json"), "{}").unwrap();
    check(&["built.json", "--fix"], 2, &["--fix writes TOML"]);
    let out = SOUND.replace("texts/brigade.txt", "../brigade.txt");
    fs::write(folder.path().join("out.toml"), out).unwrap();
    check(&["out.toml"], 1, &["error VR111: Write a path below this folder, such as `texts/courier.txt`."]);
}

/// A newsroom's rules, in a folder above.
#[test]
fn rules_of_a_newsroom() {
    let house = tempfile::tempdir().unwrap();
    let story = house.path().join("stories/mill");
    copy_into(&fixtures().join("VR307-no-anchor"), &story);
    let check = |rules: &str, code: i32, words: &str| {
        fs::write(house.path().join("variorum.toml"), rules).unwrap();
        let output = variorum(&story, &["check", "--article", "article.html"]);
        let told = told(&output);
        assert!(output.status.code() == Some(code) && told.contains(words), "{rules}: {told}");
    };
    check("", 0, "warning VR307");
    check("checks.no-anchor = 'error'", 1, "error VR307");
    check("checks.VR307 = 'off'", 0, "exit 0\n");
    check("\n[checks]\nno-anchors = 'off'", 2, "variorum.toml:3:14: No check is called `no-anchors`");
    check("[checks", 2, "variorum.toml:1:8: This is not TOML");
}

/// The demo's dossiers: the real reports are not part of the project.
#[test]
fn the_demo_has_no_error() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gaon = variorum(root, &["check", "www/gaon/dossier.toml", "--article", "www/gaon/index.html"]);
    assert_eq!(gaon.status.code(), Some(0), "{}", told(&gaon));
    let Ok(shared) = std::env::var("VARIORUM_SHARED") else {
        // Past the harness, which shows nothing of tests that pass.
        let _ = writeln!(std::io::stderr(), "SKIPPED: VARIORUM_SHARED is not set");
        return;
    };
    let story = tempfile::tempdir().unwrap();
    fs::copy(root.join("www/madrid/dossier.toml"), story.path().join("dossier.toml")).unwrap();
    copy_into(&Path::new(&shared).join("reports"), &story.path().join("reports"));
    let article = root.join("www/madrid/index.html");
    let madrid = variorum(story.path(), &["check", "--article", article.to_str().unwrap()]);
    assert_eq!(told(&madrid), "exit 0\n");
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

//! The command line from outside: what it prints, what it leaves, how it ends.

#![cfg(feature = "cli")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use variorum::dossier::{Dossier, Strictness, parse_json, parse_toml};

const VARIORUM: &str = env!("CARGO_BIN_EXE_variorum");

/// Real files, broken in all sorts of ways: exact output and exit code of each.
#[test]
fn told_as_written() {
    trycmd::TestCases::new().register_bin("variorum", Path::new(VARIORUM)).case("tests/cli/*.trycmd");
}

#[test]
fn the_schema() {
    let output = Command::new(VARIORUM).arg("schema").output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), variorum::dossier::SCHEMA);
}

/// How much of a limit is used is told where that is more than half of it.
#[test]
fn limits_that_come_near() {
    let folder = tempfile::tempdir().unwrap();
    let check = |claims: usize, sources: usize, expected: &str| {
        let mut text = String::from(
            "variorum = '1.0'\nid = 'lamps'\nlang = 'en'\ntitle = 'Lamps'\nstatus = 'published'\n\
             modified = 2026-01-02T12:00:00Z\npublisher = { name = 'The desk' }\n",
        );
        for at in 0..sources {
            text += &format!("[[sources]]\nid = 's{at}'\nname = 'The Beacon'\nkind = 'news'\nnote = 'On paper.'\n");
        }
        for at in 0..claims {
            text += &format!("[[claims]]\nid = 'c{at}'\nquestion = 'Lit?'\ntype = 'yesno'\n");
            text += "readings = [{ source = 's0', value = { is = 'yes' }, quotes = [{ exact = 'lit' }] }]\n";
        }
        let dossier = folder.path().join("lamps.toml");
        fs::write(&dossier, text).unwrap();
        let output = Command::new(VARIORUM).arg("build").arg(&dossier).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(expected), "{told}");
    };
    check(30, 20, "(claims: 30, sources: 20)");
    check(31, 20, "(claims: 31 of 60, sources: 20)");
    check(60, 40, "(claims: 60 of 60, sources: 40 of 40)");
}

/// Scripts and pages that know every command.
#[test]
fn completions_and_manual() {
    let said = |arguments: &[&str]| {
        let output = Command::new(VARIORUM).args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    for command in ["new", "check", "build", "bake", "diff", "export", "import", "locate", "preview", "schema"] {
        for shell in ["bash", "fish", "zsh"] {
            assert!(said(&["completions", shell]).contains(command), "{shell}: {command}");
        }
        assert!(said(&["man"]).contains(&format!("variorum\\-{command}(1)")), "{command}");
        assert!(said(&["man", command]).contains(&format!(".TH variorum-{command} 1")), "{command}");
    }
    assert_eq!(Command::new(VARIORUM).args(["man", "none"]).output().unwrap().status.code(), Some(2));
}

/// What `build` writes is the same dossier to the strictest reader, apart from what readers have no business with.
#[test]
fn built_is_the_same_dossier() {
    let folder = tempfile::tempdir().unwrap();
    for story in ["madrid", "gaon"] {
        let toml = format!("www/{story}/dossier.toml");
        let json = folder.path().join(format!("{story}.json"));
        let status = Command::new(VARIORUM).args(["build", &toml, "-o"]).arg(&json).status().unwrap();
        assert!(status.success(), "{story}");

        let text = fs::read_to_string(&json).unwrap();
        let (built, faults) = Dossier::read(&parse_json(&text).unwrap(), Strictness::Strict);
        assert_eq!(faults, [], "{story}");
        let written = parse_toml(&fs::read_to_string(&toml).unwrap()).unwrap();
        let (written, _) = Dossier::read(&written, Strictness::Authoring);
        let mut written = written.unwrap();
        assert!(written.sources.iter().any(|source| source.file.is_some()), "{story} names no saved text");
        written.sources.iter_mut().for_each(|source| source.file = None);
        assert_eq!(built, Some(written), "{story}");
    }
}

/// A file that was there stays whole and readable by a server, whatever happens; nothing is left beside it.
#[test]
fn nothing_half_written() {
    let folder = tempfile::tempdir().unwrap();
    let json = folder.path().join("dossier.json");
    fs::write(&json, "old").unwrap();
    let build = |dossier: &str| Command::new(VARIORUM).args(["build", dossier, "-o"]).arg(&json).output().unwrap();

    assert_eq!(build("tests/cli/build.in/many.toml").status.code(), Some(1));
    assert_eq!(fs::read_to_string(&json).unwrap(), "old");
    assert!(build("tests/cli/build.in/good.toml").status.success());
    assert!(fs::read_to_string(&json).unwrap().starts_with('{'));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let other = folder.path().join("other");
        fs::write(&other, "").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&json), mode(&other), "a new file is as readable as any other");

        // A link stays a link.
        let elsewhere = tempfile::tempdir().unwrap();
        let target = elsewhere.path().join("live.json");
        fs::rename(&json, &target).unwrap();
        std::os::unix::fs::symlink(&target, &json).unwrap();
        fs::write(&target, "old").unwrap();
        assert!(build("tests/cli/build.in/good.toml").status.success());
        assert!(json.is_symlink() && fs::read_to_string(target).unwrap().starts_with('{'));
    }
}

/// A file too large for memory or for the format.
#[test]
fn too_large() {
    let folder = tempfile::tempdir().unwrap();
    let toml = folder.path().join("dossier.toml");
    let check = |bytes: usize, code: i32, words: &str| {
        fs::write(&toml, "#".repeat(bytes)).unwrap();
        let output = Command::new(VARIORUM).arg("build").arg(&toml).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{bytes}");
        assert!(told.contains(words) && told.len() < 2_000, "{bytes}: {} bytes told", told.len());
    };
    check(256 * 1024 + 1, 1, "larger than 256 KiB");
    check(4 * 1024 * 1024 + 1, 2, "more than 4 MiB");
}

/// A dossier within the limit, whose JSON is not.
#[test]
fn too_large_once_built() {
    let folder = tempfile::tempdir().unwrap();
    let toml = folder.path().join("dossier.toml");
    let good = fs::read_to_string("tests/cli/build.in/good.toml").unwrap();
    let (head, claim) = good.split_once("[[claims]]").unwrap();
    let quotes = vec![format!("{{ exact = '{}' }}", "\"".repeat(600)); 4].join(", ");
    let claim = claim.replace("{ exact = \"for nearly four hours\" }", &quotes);
    let claims = (0..60)
        .map(|n| format!("[[claims]]{}", claim.replace("\"duration\"\nquestion", &format!("\"c{n}\"\nquestion"))));
    fs::write(&toml, head.to_owned() + &claims.collect::<String>()).unwrap();
    let output = Command::new(VARIORUM).arg("build").arg(&toml).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("The JSON made from this is larger than 256 KiB"), "{told}");
    assert!(!toml.with_extension("json").exists());
}

/// Output that can't be written is said; a reader that has seen enough is no failure.
#[cfg(target_os = "linux")]
#[test]
fn standard_output() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    assert_eq!(Command::new(VARIORUM).arg("schema").stdout(full).status().unwrap().code(), Some(2));
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    assert_eq!(Command::new(VARIORUM).arg("schema").stdout(writer).status().unwrap().code(), Some(0));
}

/// Past the harness, which shows nothing of tests that pass.
fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "SKIPPED: {why}");
}

/// A server that is running, ended with the test whatever happens.
struct Preview {
    process: Child,
    address: String,
}

impl Preview {
    /// `None`, loudly, where this build has no browser bundle.
    fn start(arguments: &[&str]) -> Option<Self> {
        let mut process = Command::new(VARIORUM)
            .args(["preview", "--no-open", "--port", "0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut address).unwrap();
        if address.is_empty() {
            let output = process.wait_with_output().unwrap();
            let told = String::from_utf8(output.stderr).unwrap();
            assert_eq!(told, "variorum: no browser bundle in this build: run cargo xtask build\n");
            assert_eq!(output.status.code(), Some(2));
            skipped("this build has no browser bundle");
            return None;
        }
        let address = address.trim().strip_prefix("http://").unwrap().trim_end_matches('/').to_owned();
        Some(Self { process, address })
    }

    /// The whole answer, headers too.
    fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn get(&self, target: &str) -> String {
        self.ask(&format!("GET {target} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // Fails where it has ended, as it should have.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn preview_serves_safely() {
    let Some(preview) = Preview::start(&[]) else { return };
    assert!(preview.address.starts_with("127.0.0.1:"), "{}", preview.address);
    let list = preview.get("/");
    assert!(list.starts_with("HTTP/1.1 200 ") && list.contains("/article"), "{list}");
    assert!(
        list.contains("content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
        "{list}"
    );
    assert!(preview.get("/variorum/variorum.wasm-not").starts_with("HTTP/1.1 404 "));
    assert!(preview.get("/../../Cargo.toml").starts_with("HTTP/1.1 404 "));
    for target in ["/", "/preview/changes"] {
        let stranger = format!("GET {target} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assert!(preview.ask(&stranger).starts_with("HTTP/1.1 421 "), "{target}");
    }
    let post =
        format!("POST / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", preview.address);
    assert!(preview.ask(&post).starts_with("HTTP/1.1 405 "));
}

#[cfg(unix)]
/// Several requests on one connection; and one whose answer goes on, beside others.
#[test]
fn preview_keeps_connections() {
    let Some(preview) = Preview::start(&[]) else { return };
    let host = &preview.address;
    let mut open = TcpStream::connect(host).unwrap();
    write!(open, "GET /preview/changes HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
    let mut lines = BufReader::new(open).lines();
    assert!(lines.any(|line| line.unwrap().starts_with("data: ")));
    let both = format!("GET /preview/list HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let last = both.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    assert_eq!(preview.ask(&(both + &last)).matches("HTTP/1.1 200 ").count(), 2);
}

#[test]
fn a_port_in_use_is_told() {
    let Some(preview) = Preview::start(&[]) else { return };
    let port = preview.address.rsplit(':').next().unwrap();
    let second = Command::new(VARIORUM).args(["preview", "--no-open", "--port", port]).output().unwrap();
    assert_eq!(second.status.code(), Some(2));
    let told = String::from_utf8(second.stderr).unwrap();
    assert!(told.starts_with(&format!("variorum: port {port} is in use")), "{told}");
}

#[test]
fn interrupt_ends_the_preview_well() {
    let Some(mut preview) = Preview::start(&[]) else { return };
    let interrupt = format!("kill -INT {}", preview.process.id());
    assert!(Command::new("sh").args(["-c", &interrupt]).status().unwrap().success());
    assert_eq!(preview.process.wait().unwrap().code(), Some(0));
}

/// The real reports, which are not part of the project.
#[test]
fn preview_of_the_real_reports() {
    let Ok(shared) = std::env::var("VARIORUM_SHARED") else {
        skipped("VARIORUM_SHARED is not set");
        return;
    };
    let Some(preview) = Preview::start(&["--reports", &format!("{shared}/reports")]) else { return };
    for source in ["intelnews", "wapo", "scmp"] {
        let page = preview.get(&format!("/report/{source}.txt"));
        assert!(page.starts_with("HTTP/1.1 200 "), "{page}");
        assert!(page.contains(&format!("source=\"{source}\"")), "{page}");
    }
    let page = preview.get("/report/intelnews.txt");
    let (article, rest) = page.split_once("</article>").unwrap();
    assert!(article.contains("nearly four hours") && !article.contains("5 Responses"));
    assert!(rest.contains("5 Responses"));
}

/// The real reports again: every quote that the demo's dossier takes from one stands where the file has it.
#[test]
fn locate_in_the_real_reports() {
    let Ok(shared) = std::env::var("VARIORUM_SHARED") else {
        skipped("VARIORUM_SHARED is not set");
        return;
    };
    let mut located = 0;
    for source in ["intelnews", "wapo", "scmp"] {
        let page = format!("{shared}/reports/{source}.txt");
        let options = ["--dossier", "www/madrid/dossier.toml", "--source", source, "--json", "--page"];
        let output = Command::new(VARIORUM).arg("locate").args(options).arg(&page).output().unwrap();
        assert!(output.status.success(), "{source}: {}", String::from_utf8_lossy(&output.stderr));
        let text = fs::read_to_string(&page).unwrap();
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let spot: serde_json::Value = serde_json::from_str(line).unwrap();
            let place = &spot["places"][0];
            let at = |name: &str| place[name].as_u64().unwrap() as usize - 1;
            let there: String = text.lines().nth(at("line")).unwrap().chars().skip(at("column")).collect();
            assert!(there.starts_with(place["words"].as_str().unwrap()), "{line}");
            assert_eq!(spot["kind"], "exact", "{line}");
            located += 1;
        }
    }
    assert!(located >= 25, "{located} quotes only");
}

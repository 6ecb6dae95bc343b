//! `--jsonl`: a job a line in, a result a line out, of `bake`, `check` and `locate` alike.

#![cfg(feature = "cli")]

use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Output, Stdio};
use std::thread;

/// What a command's process is asked, and what it answers.
struct Worker {
    process: Child,
    jobs: Option<ChildStdin>,
}

impl Worker {
    fn start(arguments: &[&str]) -> Self {
        Self::start_to(arguments, Stdio::piped())
    }

    fn start_to(arguments: &[&str], stdout: Stdio) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_variorum"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(stdout)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let jobs = process.stdin.take();
        Self { process, jobs }
    }

    /// Answers to all of these; how it ends does not depend on what they say.
    fn run(arguments: &[&str], jobs: &[String]) -> Vec<Value> {
        let output = Self::start(arguments).end(jobs.join("\n"));
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        output.stdout.lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect()
    }

    /// Hands it the last of its jobs.
    fn end(self, jobs: String) -> Output {
        let mut stdin = self.jobs.unwrap();
        // Beside what is read: neither side waits for the other. It may be gone before it has read all.
        let writer = thread::spawn(move || drop(stdin.write_all(jobs.as_bytes())));
        let output = self.process.wait_with_output().unwrap();
        writer.join().unwrap();
        output
    }
}

/// Of each result what stands in these fields.
fn fields(results: &[Value], names: &[&str]) -> Value {
    let of = |result: &Value| names.iter().map(|name| result[name].clone()).collect::<Value>();
    results.iter().map(of).collect()
}

fn input(name: &str) -> String {
    format!("tests/cli/bake.in/{name}")
}

fn dossier() -> Value {
    serde_json::from_str(&fs::read_to_string(input("site/tram.json")).unwrap()).unwrap()
}

/// A small page, which holds one place to be marked.
fn page() -> String {
    fs::read_to_string(input("article.html")).unwrap()
}

#[test]
fn baked() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("new/out.html");
    let jobs = [
        json!({ "id": "a", "page": input("article.html"), "dossier": input("tram.toml"), "out": out }).to_string(),
        "no job".to_owned(),
        String::new(),
        json!({ "html": page(), "dossier": dossier() }).to_string(),
        json!({ "page": input("article.html"), "dossier": input("more.toml") }).to_string(),
        json!({ "page": out, "undo": true, "out": out }).to_string(),
        json!({ "page": input("article.html"), "root": input("site"), "out": out, "undo": true }).to_string(),
        json!({ "id": [8], "page": input("article.html"), "html": "" }).to_string(),
        json!({ "id": 9, "page": input("spa.html"), "dossier": input("tram.toml"), "nothing": 1 }).to_string(),
        json!({ "html": page(), "dossier": { "variorum": "1.0" } }).to_string(),
        json!({ "page": input("article.html"), "dossier": input("draft.toml") }).to_string(),
        json!({ "dossier": input("tram.toml") }).to_string(),
        "{\"id\": \"\u{1f}\"}".to_owned(),
        json!({ "page": input("none.html"), "dossier": input("tram.toml") }).to_string(),
    ];
    let results = Worker::run(&["bake", "--jsonl"], &jobs);
    let expected = json!([
        [1, "a", "written", 1, null],
        [2, null, "refused", null, "job"],
        [4, null, "written", 1, null],
        [5, null, "written", 2, null],
        [6, null, "written", 0, null],
        [7, null, "unchanged", 0, null],
        [8, [8], "refused", null, "job"],
        [9, 9, "refused", null, "job"],
        [10, null, "refused", null, "dossier"],
        [11, null, "refused", null, "draft"],
        [12, null, "refused", null, "job"],
        [13, null, "refused", null, "job"],
        [14, null, "refused", null, null],
    ]);
    assert_eq!(fields(&results, &["line", "id", "status", "marks", "reason"]), expected);
    assert!(results[2]["html"].as_str().unwrap().contains("baked=\"1\""));
    assert_eq!(results[3]["missing"][1]["reason"], "inside-control");
    assert_eq!(results[1]["error"], "this is no job: expected ident, column 2");
    assert_eq!(results[8]["error"], "dossier:1:1: Add `id`: it is missing.");
    assert_eq!(fs::read_to_string(&out).unwrap(), page());
}

#[test]
fn checked() {
    let folder = "tests/check/VR201-quote-absent";
    let dossier = format!("{folder}/dossier.toml");
    let built: Value = {
        let output =
            Command::new(env!("CARGO_BIN_EXE_variorum")).args(["build", &dossier, "-o", "-"]).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let jobs = [
        json!({ "id": "sound", "dossier": "www/gaon/dossier.toml" }).to_string(),
        json!({ "id": "toml", "dossier": dossier }).to_string(),
        json!({ "id": "inline", "dossier": built, "folder": folder }).to_string(),
        json!({ "id": "with its article", "dossier": dossier, "html": page() }).to_string(),
        json!({ "id": "broken", "dossier": { "variorum": "1.0" } }).to_string(),
        json!({ "id": "none" }).to_string(),
        json!({ "id": "no article", "dossier": dossier, "html": "<p>" }).to_string(),
        json!({ "id": "not there", "dossier": "none.toml" }).to_string(),
    ];
    let results = Worker::run(&["check", "--jsonl", "--threads", "1"], &jobs);
    assert_eq!(
        fields(&results, &["id", "status", "quotes"]),
        json!([
            ["sound", "sound", 14],
            ["toml", "faults", 2],
            ["inline", "faults", 2],
            ["with its article", "faults", 2],
            ["broken", "faults", 0],
            ["none", "refused", null],
            ["no article", "refused", null],
            ["not there", "refused", null],
        ])
    );
    let found = |nth: usize| fields(results[nth]["findings"].as_array().unwrap(), &["code", "path"]);
    assert_eq!(found(1)[0], json!(["VR201", "claims[0].readings[0].quotes[0].exact"]));
    assert_eq!(results[6]["error"].as_str().unwrap().split(':').next(), Some("no article in it"));
}

#[test]
fn located() {
    let folder = "tests/cli/locate.in";
    let jobs = [
        json!({ "id": 1, "page": input("article.html"), "dossier": input("tram.toml") }).to_string(),
        json!({ "id": 2, "html": page(), "dossier": dossier(), "article": "p" }).to_string(),
        json!({ "id": 3, "page": format!("{folder}/courier.txt"), "dossier": format!("{folder}/tram.toml"), "source": "courier" })
            .to_string(),
        json!({ "id": 4, "html": "<main>Another story.</main>", "dossier": dossier() }).to_string(),
        json!({ "id": 5, "html": page(), "dossier": dossier(), "source": "echo" }).to_string(),
        json!({ "id": 6, "html": page(), "dossier": 6 }).to_string(),
    ];
    let results = Worker::run(&["locate", "--jsonl"], &jobs);
    let told = json!([[1, "found"], [2, "found"], [3, "found"], [4, "missing"], [5, "refused"], [6, "refused"]]);
    assert_eq!(fields(&results, &["id", "status"]), told);
    let place = json!([{ "line": 4, "column": 46, "words": "nearly\nfour hours" }]);
    assert_eq!(results[0]["spots"][0]["places"], place);
    assert_eq!(results[1]["spots"][0]["places"], place);
    assert_eq!(results[3]["spots"][0]["refused"], "absent");
}

/// A thousand jobs, several at once: each has its answer once.
#[test]
fn several_at_once() {
    let job = |nth| json!({ "id": nth, "html": "<main>nearly four hours</main>", "dossier": dossier() }).to_string();
    let jobs: Vec<_> = (0..1_000).map(job).collect();
    let results = Worker::run(&["locate", "--jsonl", "--threads", "3"], &jobs);
    let mut ids: Vec<_> = results.iter().map(|result| result["id"].as_u64().unwrap()).collect();
    ids.sort_unstable();
    assert!(ids.into_iter().eq(0..1_000));
    assert!(results.iter().all(|result| result["line"].as_u64() == result["id"].as_u64().map(|id| id + 1)));
}

/// Killed in the middle, a run is begun again in the same words: what has a whole result is left out, the rest is done.
#[test]
fn begun_again() {
    let folder = tempfile::tempdir().unwrap();
    let results = folder.path().join("results.jsonl");
    let arguments = ["locate", "--jsonl", "--done", results.to_str().unwrap()];
    let job =
        |nth| json!({ "id": format!("job {nth}"), "html": "<main>nearly four hours</main>", "dossier": dossier() });
    let jobs: Vec<_> = (0..200).map(|nth| job(nth).to_string()).collect();

    let mut worker = Worker::start(&arguments);
    let stdin = worker.jobs.as_mut().unwrap();
    let mut lines = BufReader::new(worker.process.stdout.take().unwrap()).lines();
    let answer = |job: &String| {
        writeln!(stdin, "{job}").unwrap();
        lines.next().unwrap().unwrap()
    };
    let mut done: Vec<String> = jobs[..90].iter().map(answer).collect();
    worker.process.kill().unwrap();
    worker.process.wait().unwrap();
    // Of the last, half reached the disk.
    let last = done.pop().unwrap();
    fs::write(&results, done.join("\n") + "\n" + &last[..last.len() / 2]).unwrap();

    let run = |jobs: &[String]| {
        let output = Worker::start(&arguments).end(jobs.join("\n"));
        assert!(output.status.success());
        fs::OpenOptions::new().append(true).open(&results).unwrap().write_all(&output.stdout).unwrap();
        output.stdout.lines().map(|line| line.unwrap()).filter(|line| !line.is_empty()).count()
    };
    assert_eq!(run(&jobs), 111);
    assert_eq!(run(&jobs), 0);
    let all = fs::read_to_string(&results).unwrap();
    let whole = all.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut ids: Vec<_> = whole.map(|result| result["id"].as_str().unwrap().to_owned()).collect();
    ids.sort_by_key(|id| id[4..].parse::<u32>().unwrap());
    assert!(ids.into_iter().eq((0..200).map(|nth| format!("job {nth}"))));
}

/// The most memory that a process had does not grow with what it has done.
#[cfg(target_os = "linux")]
#[test]
fn as_much_memory_for_ten_thousand_as_for_one_thousand() {
    let jobs = [json!({ "html": page(), "dossier": dossier() }).to_string() + "\n", "no job\n".to_owned()];
    // Fewer of what takes longer.
    for (command, few, many) in [("locate", 1_000, 10_000), ("check", 100, 1_000), ("bake", 30, 300)] {
        let mut worker = Worker::start(&[command, "--jsonl"]);
        let stdin = worker.jobs.as_mut().unwrap();
        let mut answers = BufReader::new(worker.process.stdout.take().unwrap());
        let status = format!("/proc/{}/status", worker.process.id());
        let mut most = Vec::new();
        for nth in 1..=many {
            stdin.write_all(jobs[usize::from(nth % 10 == 0)].as_bytes()).unwrap();
            answers.skip_until(b'\n').unwrap();
            if nth == few || nth == many {
                let status = fs::read_to_string(&status).unwrap();
                let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
                most.push(line.trim().trim_end_matches(" kB").parse::<u64>().unwrap());
            }
        }
        drop(worker.jobs.take());
        assert!(worker.process.wait().unwrap().success());
        assert!(most[1] < most[0] + 2_000, "{command}: KB after {few} and {many} jobs: {most:?}");
    }
}

/// Results that nobody reads end the run quietly; those that can't be written, with a message.
#[cfg(target_os = "linux")]
#[test]
fn nobody_reads() {
    let check = |stdout: Stdio, code: i32, told: &str| {
        let output = Worker::start_to(&["locate", "--jsonl"], stdout).end("no job\n".repeat(100_000));
        assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(code), told));
    };
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    check(writer.into(), 0, "");
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    check(full.into(), 2, "variorum: standard output: No space left on device (os error 28)\n");
}

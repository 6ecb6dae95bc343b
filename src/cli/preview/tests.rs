//! The site without its socket.

use super::respond::{Request, Response, respond};
use super::site::Site;
use std::fs;
use tempfile::TempDir;

const DOSSIER: &str = r#"
variorum = "1.0"
id = "tram"
lang = "en-GB"
title = "The tram"
status = "published"
modified = "2026-03-14T09:20:00Z"
revision = 1
publisher = { name = "Ledger" }
article = { url = "https://news.example/tram" }

[[sources]]
id = "courier"
name = "Courier"
kind = "news"
url = "https://courier.example/tram"
file = { path = "texts/courier.txt", to = "The end." }

[[sources]]
id = "readers"
name = "Readers of the Courier"
kind = "comments"
url = "https://courier.example/tram"
file = { path = "texts/courier.txt", from = "2 comments" }

[[sources]]
id = "wire"
name = "Wire <b>"
lang = "de"
kind = "wire"
url = "https://wire.example/tram"
file = { path = "texts/wire.txt" }

[[sources]]
id = "lost"
name = "Lost"
kind = "news"
url = "https://lost.example/tram"
file = { path = "texts/lost.txt" }

[[sources]]
id = "outside"
name = "Outside"
kind = "news"
url = "https://outside.example/tram"
file = { path = "texts/outside.txt" }

[[claims]]
id = "duration"
question = "How long?"
type = "duration"

[[claims.readings]]
source = "courier"
value = { is = "PT4H", hedge = "nearly", words = "nearly four hours" }
quotes = [{ exact = "for nearly four hours" }]

[[claims.readings]]
source = "wire"
value = { is = "PT2H", words = "zwei Stunden" }
quotes = [{ exact = "zwei Stunden lang" }]
"#;

const COURIER: &str = "Tram stuck\n\nThey sat for nearly four hours. The end.\n\n2 comments\n\nFour hours? Ten!\n";
const HOSTILE: &str =
    "<script>alert(1)</script>\n\n</article></variorum-dossier><img src=x onerror=alert(1)> & \"zwei Stunden lang\"\n";

const BUNDLE: super::bundle::Bundle = &[("variorum.js", b"export {}"), ("messages/en.txt", b"words")];

/// A folder with the dossier `edit`ed, its texts, and a secret beside it that nothing may reach.
struct Fixture {
    _folder: TempDir,
    site: Site,
}

impl Fixture {
    fn new(edit: impl Fn(String) -> String, flat: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let story = root.join("story");
        let texts = if flat { root.join("flat") } else { story.join("texts") };
        fs::create_dir_all(&story).unwrap();
        fs::create_dir_all(&texts).unwrap();
        fs::write(root.join("secret.txt"), "secret").unwrap();
        fs::write(story.join("dossier.toml"), edit(DOSSIER.into())).unwrap();
        fs::write(texts.join("courier.txt"), COURIER).unwrap();
        fs::write(texts.join("wire.txt"), HOSTILE).unwrap();
        fs::write(texts.join("stranger.txt"), "No source of this dossier").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(root.join("secret.txt"), texts.join("outside.txt")).unwrap();
        let dossier = Some(story.join("dossier.toml"));
        let site = Site { dossier, reports: flat.then_some(texts), bundle: BUNDLE, port: 7878 };
        Self { _folder: folder, site }
    }

    fn published() -> Self {
        Self::new(|dossier| dossier, false)
    }

    fn get(&self, target: &str) -> (u16, String) {
        get(&self.site, target)
    }
}

fn get(site: &Site, target: &str) -> (u16, String) {
    let Response { status, body, .. } = respond(site, Request { host: Some("127.0.0.1:7878"), target });
    (status, String::from_utf8(body.into_owned()).unwrap())
}

#[test]
fn answers_for_its_own_name_only() {
    let site = Fixture::published();
    let check = |host: Option<&str>, expected: u16| {
        assert_eq!(respond(&site.site, Request { host, target: "/" }).status, expected, "{host:?}");
    };
    check(Some("127.0.0.1:7878"), 200);
    check(Some("localhost:7878"), 200);
    check(Some("LocalHost:7878"), 200);
    for stranger in ["evil.example:7878", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:7878", "", ":7878"] {
        check(Some(stranger), 421);
    }
    check(None, 421);
}

#[test]
fn each_report_is_its_source() {
    for site in [Fixture::published(), Fixture::new(|dossier| dossier, true)] {
        let check = |name: &str, source: &str, words: &str| {
            let (status, page) = site.get(&format!("/report/{name}?reload=1"));
            assert_eq!(status, 200, "{page}");
            assert!(page.contains(&format!(" source=\"{source}\"")), "{page}");
            assert!(page.contains(words), "{page}");
            assert!(!page.contains(" preview"), "{page}");
        };
        check("courier.txt", "courier", "<h1>Tram stuck</h1>");
        check("wire.txt", "wire", "<html lang=\"de\">");
    }
}

#[test]
fn comments_in_a_shared_file_stand_outside_the_article() {
    let (_, page) = Fixture::published().get("/report/courier.txt");
    let (article, rest) = page.split_once("</article>").unwrap();
    assert!(article.contains("<p>They sat for nearly four hours. The end.</p>"), "{article}");
    assert!(!article.contains("Ten!") && rest.contains("<p>Four hours? Ten!</p>"), "{page}");
}

#[test]
fn the_evidence_stands_in_the_element() {
    let (_, page) = Fixture::published().get("/report/courier.txt");
    let (_, inside) = page.split_once("<variorum-dossier").unwrap();
    let (inside, _) = inside.split_once("</variorum-dossier>").unwrap();
    for words in ["How long?", ">nearly four hours<", ">zwei Stunden<"] {
        assert!(inside.contains(words), "{words} not in {inside}");
    }
}

#[test]
fn hostile_text_is_text() {
    let (_, page) = Fixture::published().get("/report/wire.txt");
    assert!(page.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"), "{page}");
    assert_eq!(page.matches("<script").count(), 1, "{page}");
    assert_eq!(page.matches("</article>").count(), 1, "{page}");
    assert!(!page.contains("<img"), "{page}");
    let (_, list) = Fixture::published().get("/");
    assert!(list.contains("Wire &lt;b&gt;"), "{list}");
}

#[test]
fn nothing_else_can_be_reached() {
    let site = Fixture::published();
    for target in [
        "/report/../secret.txt",
        "/report/..%2fsecret.txt",
        "/report/texts/courier.txt",
        "/report//etc/passwd",
        "/report/stranger.txt",
        "/report/outside.txt",
        "/report/lost.txt",
        "/report/",
        "/variorum/../secret.txt",
        "/variorum/",
        "/../secret.txt",
        "/dossier.toml",
        "/article",
        "http://127.0.0.1:7878/report/courier.txt",
        "*",
        "",
    ] {
        let (status, body) = site.get(target);
        assert_eq!(status, 404, "{target}");
        assert!(!body.contains("secret"), "{target}: {body}");
    }
    let (_, list) = site.get("/");
    assert!(list.contains("outside.txt") && !list.contains("/report/outside.txt"), "{list}");
    assert!(!list.contains("stranger"), "{list}");
}

#[test]
fn the_bundle_and_the_dossier() {
    let site = Fixture::published();
    assert_eq!(site.get("/variorum/variorum.js"), (200, "export {}".into()));
    assert_eq!(site.get("/variorum/messages/en.txt"), (200, "words".into()));
    let (status, dossier) = site.get("/dossier.json");
    assert_eq!(status, 200);
    assert!(dossier.starts_with(r#"{"variorum":"1.0","id":"tram""#) && !dossier.contains("texts/"), "{dossier}");
}

#[test]
fn drafts_are_shown_as_drafts() {
    let site = Fixture::new(|dossier| dossier.replace("\"published\"", "\"draft\""), false);
    let (_, page) = site.get("/report/courier.txt");
    assert!(page.contains("source=\"courier\" preview>"), "{page}");
    assert_eq!(site.get("/dossier.json").0, 200);
}

#[test]
fn faults_are_shown_and_the_rest_works() {
    let site = Fixture::new(|dossier| dossier.replace("hedge = \"nearly\"", "hedge = \"nearby\""), false);
    let (status, list) = site.get("/");
    assert_eq!(status, 200);
    assert!(list.contains("claims[0].readings[0].value.hedge"), "{list}");
    assert_eq!(site.get("/report/wire.txt").0, 200);

    let site = Fixture::new(|_| "this is = not TOML at all =".into(), false);
    assert!(site.get("/").1.contains("dossier.toml:1:"));
    assert_eq!(site.get("/dossier.json").0, 500);
    assert_eq!(site.get("/report/wire.txt").0, 500);
}

#[test]
fn edits_show_on_reload() {
    let site = Fixture::published();
    let text = site._folder.path().join("story/texts/courier.txt");
    fs::write(text, "Another headline\n\nAnother text").unwrap();
    assert!(site.get("/report/courier.txt").1.contains("Another text"));
}

#[test]
fn the_demo() {
    let site = Site { dossier: None, reports: None, bundle: BUNDLE, port: 7878 };
    let (status, article) = get(&site, "/article");
    assert_eq!(status, 200);
    let (before, _) = article.split_once("</variorum-dossier>").unwrap();
    assert!(before.contains("<details class=\"variorum-evidence\""), "{before}");
    assert!(get(&site, "/").1.contains("name their folder with --reports"));
    assert_eq!(get(&site, "/report/intelnews.txt").0, 404);
}

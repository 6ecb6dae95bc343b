//! The site without its socket.

use super::respond::{Request, respond};
use super::response::Response;
use super::site::{Named, Site};
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
    folder: TempDir,
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
        fs::write(root.join("secret.txt"), "tell nobody").unwrap();
        fs::write(story.join("dossier.toml"), edit(DOSSIER.into())).unwrap();
        fs::write(texts.join("courier.txt"), COURIER).unwrap();
        fs::write(texts.join("wire.txt"), HOSTILE).unwrap();
        fs::write(texts.join("stranger.txt"), "No source of this dossier").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(root.join("secret.txt"), texts.join("outside.txt")).unwrap();
        let dossier = Some(story.join("dossier.toml"));
        let named = Named { dossier, article: None, reports: flat.then_some(texts) };
        Self { folder, site: Site::new(named, BUNDLE, 7878) }
    }

    /// Writes a file of the story.
    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join("story").join(name), text).unwrap();
    }

    /// The same with an article of this name and these files beside it.
    fn with_article(files: &[(&str, &str)]) -> Self {
        let mut fixture = Self::published();
        files.iter().for_each(|(name, text)| fixture.write(name, text));
        fixture.site.named.article = Some(fixture.folder.path().join("story").join(files[0].0));
        fixture
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
    assert_eq!(page.matches("<script type=\"module\" src=").count(), 2, "{page}");
    assert_eq!(page.matches("<script").count(), 2, "{page}");
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
        assert!(!body.contains("tell nobody"), "{target}: {body}");
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

/// What was seen last stays to be seen while a dossier is being written.
#[test]
fn the_last_that_could_be_read_is_shown() {
    let site = Fixture::published();
    let shown = |told: &str| {
        let (status, page) = site.get("/report/wire.txt");
        assert!(status == 200 && page.contains("zwei Stunden"), "{page}");
        assert!(site.get("/").1.contains(told), "{}", site.get("/").1);
        site.site.state()
    };
    let before = shown("The tram");
    site.write("dossier.toml", "this is = not TOML");
    let broken = shown(">dossier.toml:1:6</code>");
    assert!(broken.pages == before.pages && broken.files != before.files);
    fs::remove_file(site.folder.path().join("story/dossier.toml")).unwrap();
    shown("No such file");
    site.write("dossier.toml", &DOSSIER.replace("The tram", "The trams"));
    assert!(shown("The trams").pages != before.pages);
}

/// As `variorum new` leaves it.
#[test]
fn a_story_that_is_begun_shows_its_reports() {
    let site = Fixture::new(|dossier| dossier.split("[[claims]]").next().unwrap().replace("Courier\"", "…\""), false);
    let (_, list) = site.get("/");
    for part in [
        "There is nothing to compare yet",
        "href=\"/report/courier.txt\"><span>courier</span>",
        "Add <code>claims</code>",
    ] {
        assert!(list.contains(part), "{part} not in {list}");
    }
    let (status, page) = site.get("/report/courier.txt");
    assert!(status == 200 && page.contains("<h1>Tram stuck</h1>") && !page.contains("<variorum-dossier"), "{page}");
}

#[test]
fn findings_lead_to_their_places() {
    let site = Fixture::new(|dossier| dossier.replace("for nearly four hours", "for exactly four hours"), false);
    let (_, list) = site.get("/preview/list");
    for part in [
        "<a href=\"/preview/codes#VR201\">VR201</a>",
        "data-page=\"/report/courier.txt\"",
        "&quot;exact&quot;:&quot;for exactly four hours&quot;",
        "<mark>&quot;for exactly four hours&quot;</mark>",
    ] {
        assert!(list.contains(part), "{part} not in {list}");
    }
    let (_, codes) = site.get("/preview/codes");
    assert!(codes.contains("<section id=\"VR201\">"), "{codes}");
}

#[test]
fn saved_pages_are_read_as_texts() {
    let site = Fixture::new(|dossier| dossier.replace("texts/wire.txt", "texts/wire.html"), false);
    site.write(
        "texts/wire.html",
        "<nav>Menu</nav><article><h1>Halt</h1><p>Sie standen zwei Stunden lang.</p></article>",
    );
    let (_, page) = site.get("/report/wire.html");
    assert!(page.contains("<h1>Halt</h1>") && page.contains("zwei Stunden lang.</p>"), "{page}");
    assert!(!page.contains("Menu"), "{page}");
}

#[test]
fn the_article_and_what_lies_beside_it() {
    let html =
        "<head><link rel=stylesheet href='a b.css'></head><article><p>They sat for nearly four hours.</p></article>";
    let site = Fixture::with_article(&[("page.html", html), ("a b.css", "p { color: red }"), (".x.css", "secret")]);
    let (status, page) = site.get("/article");
    assert!(status == 200 && page.contains("<variorum-dossier src=\"/dossier.json\"><details"), "{page}");
    assert!(site.get("/preview/list").1.contains("href=\"/article\""));
    assert_eq!(site.get("/a%20b.css"), (200, "p { color: red }".into()));
    for target in
        ["/.x.css", "/page.html", "/dossier.toml", "/texts/courier.txt", "/../flat/x.css", "/%2e%2e/secret.txt"]
    {
        assert_eq!(site.get(target).0, 404, "{target}");
    }
    let (_, baked) = site.get("/article?baked");
    assert!(baked.contains(" baked=\"1\"") && baked.contains("How long?"), "{baked}");

    let site = Fixture::with_article(&[("page.txt", "A tram\n\nNearly four <hours>.")]);
    let (_, page) = site.get("/article");
    assert!(page.contains("<h1>A tram</h1>") && page.contains("Nearly four &lt;hours&gt;."), "{page}");
    let site = Fixture::with_article(&[("page.html", "<p>nothing")]);
    assert!(site.get("/article").1.contains("no article in it"));
}

#[test]
fn edits_show_on_reload() {
    let site = Fixture::published();
    site.write("texts/courier.txt", "Another headline\n\nAnother text");
    assert!(site.get("/report/courier.txt").1.contains("Another text"));
}

#[test]
fn the_demo() {
    let site = Site::new(Named { dossier: None, article: None, reports: None }, BUNDLE, 7878);
    let (status, article) = get(&site, "/article");
    assert_eq!(status, 200);
    let (before, _) = article.split_once("</variorum-dossier>").unwrap();
    assert!(before.contains("<details class=\"variorum-evidence\""), "{before}");
    assert!(get(&site, "/").1.contains("name their folder with --reports"));
    assert_eq!(get(&site, "/report/intelnews.txt").0, 404);
}

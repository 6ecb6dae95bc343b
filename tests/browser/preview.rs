//! The command line's preview in a browser: what is saved shows at once, findings lead to their places, and pages are
//! seen as on a phone and without scripts.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;

use crate::engine::Engine;
use crate::page::{Page, Wishes, key};
use crate::server::Preview;
use crate::tests;

tests![
    => the_article_comes_first,
    => links_lead_away_and_back,
    => what_is_saved_shows_at_once,
    => a_page_by_itself_is_loaded_anew,
    => a_broken_dossier_leaves_what_was_seen,
    => a_finding_shows_its_words,
    => a_finding_of_a_claim_opens_its_card,
    => words_that_are_not_there_show_the_nearest,
    => codes_are_explained,
    => as_on_a_phone,
    => without_scripts,
    => views_by_keyboard,
    => lost_and_found_again,
    => axe_finds_nothing,
];

const DOSSIER: &str = r#"
variorum = "1.0"
id = "tram"
lang = "en"
title = "The tram on the bridge"
status = "draft"
modified = "2026-03-14T09:20:00Z"
publisher = { name = "Ledger" }

[[sources]]
id = "courier"
name = "Courier"
kind = "news"
url = "https://courier.example/tram"
file = { path = "texts/courier.txt" }

[[sources]]
id = "wire"
name = "Wire"
kind = "wire"
url = "https://wire.example/tram"
file = { path = "texts/wire.html" }

[[claims]]
id = "long"
question = "How long did they sit there?"
type = "duration"
anchors = [{ exact = "sat there for hours" }]
readings = [
  { source = "courier", value = "nearly four hours", quotes = [{ exact = "for nearly four hours" }] },
  { source = "wire", value = "two hours", quotes = [{ exact = "after two hours" }] },
]

[[claims]]
id = "riders"
question = "How many were aboard?"
type = "count"
of = "riders"
readings = [{ source = "courier", value = "40", quotes = [{ exact = "Some 40 riders" }] }]
"#;

const ARTICLE: &str = "<!doctype html><html lang=en><head><title>Tram</title></head><body><article><h1>The tram</h1>\
                       <p>Its riders sat there for hours.</p></article><a href=/elsewhere/>More</a></body></html>";

/// A story on disk, previewed.
struct Story {
    folder: TempDir,
    preview: Preview,
}

impl Story {
    /// Opens its preview, and waits until a mark stands in the article.
    fn open(page: &Page) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let courier =
            format!("Tram stuck\n\nSome 40 riders sat there for nearly four hours.\n\n{}", "It rained.\n\n".repeat(80));
        let wire = "<nav>Menu</nav><article><h1>Freed</h1><p>They left after two hours.</p></article>";
        let texts = [
            ("dossier.toml", DOSSIER),
            ("article.html", ARTICLE),
            ("texts/courier.txt", &courier),
            ("texts/wire.html", wire),
        ];
        fs::create_dir(folder.path().join("texts")).expect("a folder");
        texts.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).expect("a file"));
        let file = |name: &str| -> PathBuf { folder.path().join(name) };
        let preview = Preview::start([file("dossier.toml").as_path(), Path::new("--article"), &file("article.html")]);
        let preview = preview.expect("the preview starts");
        page.visit(&format!("{}/", preview.address));
        let story = Story { folder, preview };
        page.wait_for(&within("querySelector('.variorum-mark')?.textContent === 'sat there for hours'"));
        story
    }

    /// Saves a file as many programs do: beside it, then in its place.
    fn save(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        fs::write(path.with_extension("new"), text).expect("a file");
        fs::rename(path.with_extension("new"), path).expect("another file in its place");
    }
}

const FRAME: &str = "document.querySelector('iframe')";

/// An expression on the document in the frame.
fn within(expression: &str) -> String {
    format!("{FRAME}?.contentDocument?.{expression}")
}

/// The summary of the first finding of this code.
fn finding(code: &str) -> String {
    format!("document.querySelector('details[data-key^={code}] summary')")
}

fn click(page: &Page, element: &str) {
    page.wait_for(element);
    page.scroll_to(element);
    page.click(page.middle(element));
}

fn view(page: &Page, view: &str) {
    click(page, &format!("document.querySelector('input[value={view}]').parentElement"));
}

fn report(page: &Page, name: &str) {
    click(page, &format!("document.querySelector('nav a[href=\"/report/{name}\"]')"));
    page.wait_for(&within(&format!("location.pathname === '/report/{name}'")));
    page.wait_for(&within("querySelector('.variorum-mark')"));
}

/// The words that are shown in the frame.
const SHOWN: &str =
    "[...document.querySelector('iframe').contentWindow.CSS.highlights.get('variorum-preview') ?? []].map(String)";

fn the_article_comes_first(page: &Page) {
    let _story = Story::open(page);
    assert_eq!(page.eval("document.querySelector('h1').textContent"), "The tram on the bridge");
    assert_eq!(page.eval("document.querySelector('[aria-current=page]').textContent.trim()"), "The article");
    report(page, "wire.html");
    assert_eq!(page.eval(&within("querySelector('article h1').textContent")), "Freed");
    assert_eq!(page.eval("document.querySelector('[aria-current=page]').textContent.trim()"), "Wire 1 reading");
    // Back to where one was.
    page.eval("void history.back()");
    page.wait_for(&within("location.pathname === '/article'"));
}

fn links_lead_away_and_back(page: &Page) {
    let _story = Story::open(page);
    page.eval(&within("querySelector('a[href=\"/elsewhere/\"]').click()"));
    page.wait_for(&within("querySelector('h1')?.textContent === 'Not in this preview'"));
    click(page, "document.querySelector('nav a')");
    page.wait_for(&within("querySelector('h1')?.textContent === 'The tram'"));
}

fn what_is_saved_shows_at_once(page: &Page) {
    let story = Story::open(page);
    report(page, "courier.txt");
    page.eval(&format!("{FRAME}.contentWindow.scrollTo(0, 700)"));
    page.pause(100);
    story.save("dossier.toml", &DOSSIER.replace("on the bridge", "that stood still").replace("sit there", "sit still"));
    page.wait_for("document.querySelector('h1').textContent === 'The tram that stood still'");
    page.wait_for(&within("querySelector('variorum-dossier')?.textContent.includes('How long did they sit still?')"));
    page.wait_for("document.querySelectorAll('iframe').length === 1");
    assert_eq!(page.eval(&format!("{FRAME}.contentWindow.scrollY")), 700);
    // A report, and the article.
    story.save("texts/courier.txt", "Tram freed\n\nSome 40 riders sat there for nearly four hours.");
    page.wait_for(&within("querySelector('article h1')?.textContent === 'Tram freed'"));
    click(page, "document.querySelector('nav a')");
    page.wait_for(&within("querySelector('h1')?.textContent === 'The tram'"));
    story.save("article.html", &ARTICLE.replace("The tram", "Another tram"));
    page.wait_for(&within("querySelector('h1')?.textContent === 'Another tram'"));
}

fn a_page_by_itself_is_loaded_anew(page: &Page) {
    let story = Story::open(page);
    page.visit(&format!("{}/report/courier.txt", story.preview.address));
    page.wait_for("document.querySelector('.variorum-mark')");
    page.pause(500);
    story.save("texts/courier.txt", "Tram freed\n\nThey sat there.");
    page.wait_for("document.querySelector('h1').textContent === 'Tram freed'");
}

fn a_broken_dossier_leaves_what_was_seen(page: &Page) {
    let story = Story::open(page);
    page.eval(&format!("void ({FRAME}.contentWindow.kept = true)"));
    story.save("dossier.toml", "this is = not TOML");
    page.wait_for("document.querySelector('.broken')?.textContent.includes('can’t be read')");
    page.wait_for("document.querySelector('summary').textContent.startsWith('This is not TOML')");
    assert_eq!(page.eval("document.querySelectorAll('nav a').length"), 3);
    assert_eq!(page.eval(&format!("{FRAME}.contentWindow.kept")), true);
    story.save("dossier.toml", DOSSIER);
    page.wait_for("!document.querySelector('.broken')");
    assert_eq!(page.eval(&format!("{FRAME}.contentWindow.kept")), true);
}

fn a_finding_shows_its_words(page: &Page) {
    let story = Story::open(page);
    // One figure is quoted, another one given.
    story.save("dossier.toml", &DOSSIER.replace("value = \"two hours\"", "value = \"three hours\""));
    click(page, &finding("VR401"));
    page.wait_for(&within("location.pathname === '/report/wire.html'"));
    page.wait_for(&format!("({SHOWN})[0] === 'after two hours'"));
    assert_eq!(page.eval("document.querySelector('details[open] mark').textContent"), "\"three hours\"");
    assert_eq!(page.eval("document.querySelector('#told').textContent"), "");
}

fn a_finding_of_a_claim_opens_its_card(page: &Page) {
    let story = Story::open(page);
    // Nothing in the article is marked for this one: it is in the evidence.
    click(page, &finding("VR307"));
    page.wait_for(&within("location.hash === '#variorum-tram.riders'"));
    // One report alone.
    let alone = DOSSIER.lines().filter(|line| !line.contains("after two hours")).collect::<Vec<_>>().join("\n");
    story.save("dossier.toml", &alone);
    click(page, "document.querySelector('details[data-key=\"VR501 claims[0]\"] summary')");
    page.wait_for(&within("querySelector('.variorum-mark')?.ariaExpanded === 'true'"));
}

fn words_that_are_not_there_show_the_nearest(page: &Page) {
    let story = Story::open(page);
    story.save("dossier.toml", &DOSSIER.replace("for nearly four hours", "for exactly four hours"));
    // The page can't show a place without its script.
    view(page, "no-scripts");
    click(page, &finding("VR201"));
    page.wait_for(&within("location.pathname === '/report/courier.txt'"));
    page.wait_for(&format!("({SHOWN})[0]?.startsWith('for nearly four hours')"));
    page.wait_for("document.querySelector('#told').textContent.includes('most like them')");
    assert_eq!(page.eval("document.querySelector('input:checked').value"), "full");
}

fn codes_are_explained(page: &Page) {
    let _story = Story::open(page);
    click(page, "document.querySelector('.about a')");
    page.wait_for(&within("location.pathname === '/preview/codes'"));
    let code = page.eval("document.querySelector('.about a').textContent");
    page.wait_for(&within(&format!("querySelector(':target h2')?.textContent.startsWith({code})")));
    page.wait_for(&format!("{FRAME}.contentWindow.scrollY > 0"));
}

fn as_on_a_phone(page: &Page) {
    let _story = Story::open(page);
    view(page, "phone");
    page.wait_for(&format!("{FRAME}.contentWindow.innerWidth === 390"));
    assert_eq!(page.eval("document.querySelectorAll('iframe').length"), 1);
    page.wait_for(&within("querySelector('.variorum-mark')"));
}

fn without_scripts(page: &Page) {
    let _story = Story::open(page);
    view(page, "no-scripts");
    page.wait_for(&within("querySelector('variorum-dossier[baked] section.variorum-claim')"));
    assert_eq!(page.eval(&within("querySelector('a.variorum-mark').textContent")), "sat there for hours");
    assert_eq!(page.eval(&format!("{FRAME}.contentWindow.customElements.get('variorum-dossier') === undefined")), true);
    view(page, "full");
    page.wait_for(&format!("{FRAME}.contentWindow.customElements.get('variorum-dossier')"));
}

fn views_by_keyboard(page: &Page) {
    let _story = Story::open(page);
    assert_eq!(page.labels("[...document.querySelectorAll('input')]"), ["Full width", "Phone", "No JavaScript"]);
    page.eval("document.querySelector('input:checked').focus()");
    page.press(&[key::RIGHT]);
    page.wait_for("document.querySelector('#stage').dataset.view === 'phone'");
    page.press(&[key::RIGHT]);
    page.wait_for(&within("querySelector('variorum-dossier[baked]')"));
    page.eval("document.querySelector('summary').focus()");
    page.press(&[key::ENTER]);
    page.wait_for("document.querySelector('details[open] pre')");
}

fn lost_and_found_again(page: &Page) {
    let Story { folder: _folder, preview } = Story::open(page);
    drop(preview);
    page.wait_for("document.querySelector('#told').textContent.includes('has ended')");
}

fn axe_finds_nothing(page: &Page) {
    if page.engine() != Engine::Chromium {
        return; // one engine is enough: axe looks at the page, not at the engine
    }
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("xtask/node/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).expect("axe-core");
    for dark in [false, true] {
        page.prefer(Wishes { dark, ..Wishes::default() });
        let _story = Story::open(page);
        click(page, "document.querySelector('summary')");
        page.wait_for("document.querySelector('details[open] pre')");
        page.run(&axe, &[]);
        let found = page.eval(
            "axe.run(document, { iframes: false }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
                 nodes.map(node => `${id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`)))",
        );
        assert_eq!(found, json!([]), "dark: {dark}");
    }
}

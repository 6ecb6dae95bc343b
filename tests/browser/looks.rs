//! What readers see, as pictures: each state in languages, widths and themes, compared with those agreed on.
//!
//! The agreed ones are in `looks/`, made by `VARIORUM_ACCEPT=1`. A picture that looks otherwise is written to
//! `target/browser/looks`: the agreed one, what it is now, and where they differ. Chromium alone: what a change of ours
//! does to the looks is seen in one engine, and each engine draws letters its own way; that all three place and size
//! things right, other tests measure.

use std::path::{Path, PathBuf};
use std::{env, fs};

use image::{ImageFormat, RgbImage};
use serde_json::json;

use crate::engine::{Engine, logs};
use crate::page::{Page, Wishes};
use crate::pictures::{self, differences};
use crate::story::{self, stand_still};
use crate::tests;

tests![
    => every_script_has_its_font,
    => a_change_of_looks_is_seen,
    => marks_look_as_agreed,
    => cards_look_as_agreed,
    => sheets_look_as_agreed,
    => evidence_looks_as_agreed,
    => paper_looks_as_agreed,
];

/// A state of a page, and how it is seen.
#[derive(Clone, Copy)]
struct Look {
    name: &'static str,
    path: &'static str,
    /// Width and height of the viewport, in CSS pixels.
    viewport: (u32, u32),
    theme: &'static str,
    wishes: Wishes,
    /// Brings the page into the state; the expression for the elements to be pictured.
    act: fn(&Page) -> &'static str,
}

const LAPTOP: (u32, u32) = (1280, 800);
const PHONE: (u32, u32) = (390, 780);
const SMALL_PHONE: (u32, u32) = (320, 568);
/// What of the evidence is pictured.
const TALL: (u32, u32) = (1280, 700);
/// A sheet of A4 without its margins, or as much of it as is pictured.
const PAPER: (u32, u32) = (680, 700);

const USUAL: Wishes = Wishes { dark: false, less_motion: true, more_contrast: false, forced_colors: false };
const DARK: Wishes = Wishes { dark: true, ..USUAL };
const FORCED: Wishes = Wishes { forced_colors: true, ..USUAL };

const ENGLISH: &str = "/madrid/";
const ARABIC: &str = "/arabic.html";

/// In light.
const fn look(name: &'static str, path: &'static str, viewport: (u32, u32), act: fn(&Page) -> &'static str) -> Look {
    Look { name, path, viewport, theme: "", wishes: USUAL, act }
}

impl Look {
    const fn preferring(mut self, wishes: Wishes) -> Self {
        self.wishes = wishes;
        self
    }

    const fn themed(mut self, theme: &'static str) -> Self {
        self.theme = theme;
        self
    }
}

const MARKS: &[Look] = &[
    look("marks-en", ENGLISH, LAPTOP, closed),
    look("marks-en-dark", ENGLISH, LAPTOP, closed).preferring(DARK),
    look("marks-en-forced", ENGLISH, LAPTOP, closed).preferring(FORCED),
    look("marks-en-phone", ENGLISH, PHONE, closed),
    look("marks-en-painted", ENGLISH, LAPTOP, painted),
    look("marks-ko", "/gaon/", LAPTOP, closed),
    look("marks-ar", ARABIC, LAPTOP, arabic_article),
    look("line-en", ENGLISH, LAPTOP, closed_line),
];

const CARDS: &[Look] = &[
    look("preview-en", ENGLISH, LAPTOP, preview),
    look("preview-ko", "/madrid/ko/", LAPTOP, preview),
    look("preview-ja", "/madrid/ja/", LAPTOP, preview),
    look("preview-ar", "/madrid/ar/", LAPTOP, preview),
    look("preview-he", "/madrid/he/", LAPTOP, preview),
    look("preview-de", "/madrid/de/", LAPTOP, preview),
    look("pinned-en", ENGLISH, LAPTOP, pinned),
    look("pinned-en-dark", ENGLISH, LAPTOP, pinned).preferring(DARK),
    look("pinned-en-forced", ENGLISH, LAPTOP, pinned).preferring(FORCED),
    look("pinned-en-broadsheet", ENGLISH, LAPTOP, pinned).themed("broadsheet"),
    look("pinned-en-evening", ENGLISH, LAPTOP, pinned).themed("evening"),
    look("pinned-en-plain", ENGLISH, LAPTOP, pinned).themed("plain"),
    look("pinned-arabic", ARABIC, LAPTOP, pinned_arabic),
];

const SHEETS: &[Look] = &[
    look("sheet-en", ENGLISH, PHONE, pinned),
    look("sheet-en-dark", ENGLISH, PHONE, pinned).preferring(DARK),
    look("sheet-en-forced", ENGLISH, PHONE, pinned).preferring(FORCED),
    look("sheet-ko", "/madrid/ko/", PHONE, pinned),
    look("sheet-ja", "/madrid/ja/", PHONE, pinned),
    look("sheet-ar", "/madrid/ar/", PHONE, pinned),
    look("sheet-he", "/madrid/he/", PHONE, pinned),
    look("sheet-en-small", ENGLISH, SMALL_PHONE, pinned),
    look("sheet-de-small", "/madrid/de/", SMALL_PHONE, pinned),
    look("sheet-arabic-small", ARABIC, SMALL_PHONE, pinned_arabic),
];

const EVIDENCE: &[Look] = &[
    look("overview-en", ENGLISH, TALL, overview),
    look("overview-en-dark", ENGLISH, TALL, overview).preferring(DARK),
    look("overview-en-forced", ENGLISH, TALL, overview).preferring(FORCED),
    look("overview-ko", "/gaon/", TALL, overview),
    look("overview-ar", "/madrid/ar/", TALL, overview),
    look("overview-en-phone", ENGLISH, PHONE, overview),
    look("overview-de-small", "/madrid/de/", SMALL_PHONE, overview),
    look("claim-en", ENGLISH, LAPTOP, claim),
    look("claim-he-phone", "/madrid/he/", PHONE, claim),
];

const PAPERS: &[Look] = &[
    look("paper-en", ENGLISH, PAPER, printed),
    look("paper-en-painted", ENGLISH, PAPER, printed_painted),
    look("paper-en-sources", ENGLISH, PAPER, printed_sources),
    look("paper-ar", "/madrid/ar/", PAPER, printed_claim),
];

/// Paragraphs with marks of several relations.
const PARAGRAPHS: &str = "[...document.querySelectorAll('article p:has(.variorum-mark)')].slice(-3, -1)";

const CARD: &str = "[harness.card().element]";

fn closed(page: &Page) -> &'static str {
    page.scroll_to(&format!("{PARAGRAPHS}[0]"));
    PARAGRAPHS
}

fn painted(page: &Page) -> &'static str {
    page.eval("document.querySelector('variorum-dossier').setAttribute('marks', 'paint')");
    page.wait_for("CSS.highlights.get('variorum-contradict')?.size > 3 && !document.querySelector('.variorum-mark')");
    // Of the paragraphs that `PARAGRAPHS` are.
    const SAME: &str = "[...document.querySelectorAll('article h2 ~ p')].slice(-3, -1)";
    page.scroll_to(&format!("{SAME}[0]"));
    SAME
}

fn arabic_article(page: &Page) -> &'static str {
    page.scroll_to("document.querySelector('article')");
    "[document.querySelector('article')]"
}

fn closed_line(page: &Page) -> &'static str {
    page.scroll_to("document.querySelector('variorum-dossier')");
    "[document.querySelector('variorum-dossier')]"
}

/// The demo's claim that has a plot.
fn held() -> String {
    story::mark("nearly four hours")
}

fn preview(page: &Page) -> &'static str {
    page.scroll_to(&held());
    page.eval("scrollBy({ top: innerHeight / 4, behavior: 'instant' })");
    stand_still(page);
    page.mouse_to(page.middle(&held()));
    page.wait_for("harness.card()?.form === 'preview'");
    "[harness.card().element, harness.card().mark]"
}

fn pinned(page: &Page) -> &'static str {
    page.eval("document.querySelector('variorum-dossier').open('hostage-duration')");
    page.wait_for("harness.card()?.text");
    CARD
}

fn pinned_arabic(page: &Page) -> &'static str {
    page.eval("document.querySelector('variorum-dossier').open('held')");
    page.wait_for("harness.card()?.text");
    CARD
}

fn overview(page: &Page) -> &'static str {
    page.eval("document.querySelector('.variorum-evidence').open = true");
    page.eval("document.querySelector('.variorum-evidence').scrollIntoView({ block: 'start', behavior: 'instant' })");
    "[document.querySelector('.variorum-evidence')]"
}

fn claim(page: &Page) -> &'static str {
    overview(page);
    page.eval("document.querySelector('.variorum-claim:has(.variorum-reading)').scrollIntoView({ block: 'start', behavior: 'instant' })");
    "[document.querySelector('.variorum-claim:has(.variorum-reading)')]"
}

fn printed(page: &Page) -> &'static str {
    page.print(true);
    closed(page)
}

fn printed_painted(page: &Page) -> &'static str {
    painted(page);
    page.print(true);
    page.eval("document.querySelector('variorum-dossier').scrollIntoView({ block: 'start', behavior: 'instant' })");
    "[document.querySelector('variorum-dossier')]"
}

fn printed_sources(page: &Page) -> &'static str {
    page.print(true);
    page.eval("document.querySelector('.variorum-sources').scrollIntoView({ block: 'start', behavior: 'instant' })");
    "[document.querySelector('.variorum-sources')]"
}

fn printed_claim(page: &Page) -> &'static str {
    page.print(true);
    page.eval("document.querySelector('.variorum-claim:has(.variorum-reading)').scrollIntoView({ block: 'start', behavior: 'instant' })");
    "[document.querySelector('.variorum-claim:has(.variorum-reading)')]"
}

/// Typefaces that the set-up installs, for each script that is pictured.
const FONTS: &str = ":root, :lang(ko) {
    --variorum-font: 'Noto Sans', 'Noto Sans CJK KR', 'Noto Sans Arabic', 'Noto Sans Hebrew';
    --variorum-quote-font: 'Noto Serif', 'Noto Serif CJK KR', 'Noto Naskh Arabic', 'Noto Serif Hebrew';
    --label: var(--variorum-font);
    --text: var(--variorum-quote-font);
    --head: var(--variorum-quote-font);
}";

/// Gives the page more rules, which its policy must allow no style for.
fn add_style(page: &Page, rules: &str) {
    page.run(
        "const sheet = new CSSStyleSheet();
         sheet.replaceSync(arguments[0]);
         document.adoptedStyleSheets.push(sheet);",
        &[json!(rules)],
    );
}

/// Opens a look's page and takes its picture.
fn picture(page: &Page, look: &Look) -> RgbImage {
    page.reset().unwrap_or_else(|error| panic!("{error}"));
    page.prefer(look.wishes);
    page.viewport(look.viewport.0, look.viewport.1);
    page.hide_scrollbars();
    story::open_page(page, look.path);
    add_style(page, FONTS);
    if !look.theme.is_empty() {
        page.run(
            "const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/themes/${arguments[0]}.css` });
             return new Promise((done, fail) => document.head.append(Object.assign(link, { onload: () => done(), onerror: fail })));",
            &[json!(look.theme)],
        );
    }
    let shown = (look.act)(page);
    taken(page, shown)
}

/// The picture of what an expression gives, a list of elements, once nothing moves.
fn taken(page: &Page, elements: &str) -> RgbImage {
    page.wait_for("document.fonts.status === 'loaded' && document.getAnimations().length === 0");
    stand_still(page);
    let edges = page.eval(&format!(
        "(boxes => [['left', Math.min], ['top', Math.min], ['right', Math.max], ['bottom', Math.max]]
             .map(([side, furthest]) => furthest(...boxes.map(box => box[side]))))
         (({elements}).map(element => element.getBoundingClientRect()))"
    ));
    let png = page.screenshot().unwrap_or_else(|error| panic!("{error}"));
    let whole = image::load_from_memory(&png).expect("a screenshot is a picture").into_rgb8();
    pictures::cut(&whole, [0, 1, 2, 3].map(|side| edges[side].as_f64().expect("a place")))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/looks")
}

/// The browser's name and version, without the parts of the version that come every week.
fn browser(page: &Page) -> String {
    let version = page.devtools("Browser.getVersion", json!({}));
    let product = version["product"].as_str().unwrap_or_default();
    product.split('.').next().unwrap_or_default().to_owned()
}

/// Compares all looks with those agreed on. Those that are otherwise are told together.
fn look_as_agreed(page: &Page, looks: &[Look]) {
    if page.engine() != Engine::Chromium {
        return;
    }
    let accepts = env::var_os("VARIORUM_ACCEPT").is_some();
    let made_by = folder().join("made-by.txt");
    let mut wrong = Vec::new();
    for look in looks {
        let file = folder().join(look.name).with_extension("png");
        let now = picture(page, look);
        let agreed = image::open(&file).map(|picture| picture.into_rgb8());
        let differ = agreed.as_ref().map_or_else(
            |error| Some((error.to_string(), now.clone())),
            |agreed| differences(agreed, &now).map(|(share, shown)| (format!("{:.2} % differ", 100.0 * share), shown)),
        );
        let Some((how, shown)) = differ else { continue };
        if accepts {
            pictures::save(&now, &file);
        } else {
            let place = logs().join("looks").join(look.name).with_extension("png");
            fs::create_dir_all(logs().join("looks")).expect("the folder can be made");
            shown.save_with_format(&place, ImageFormat::Png).expect("the picture can be written");
            wrong.push(format!("{}: {how}: {}", look.name, place.display()));
        }
    }
    if accepts {
        fs::write(&made_by, browser(page) + "\n").expect("the file can be written");
    }
    let made_by = fs::read_to_string(&made_by).unwrap_or_default();
    let other = if made_by.trim() == browser(page) {
        String::new()
    } else {
        format!(
            "\nthe agreed pictures are of {}, this is {}: look whether it draws otherwise",
            made_by.trim(),
            browser(page)
        )
    };
    let list = wrong.join("\n");
    assert!(wrong.is_empty(), "these look otherwise (VARIORUM_ACCEPT=1 accepts it):\n{list}{other}");
}

fn marks_look_as_agreed(page: &Page) {
    look_as_agreed(page, MARKS);
}

fn cards_look_as_agreed(page: &Page) {
    look_as_agreed(page, CARDS);
}

fn sheets_look_as_agreed(page: &Page) {
    look_as_agreed(page, SHEETS);
}

fn evidence_looks_as_agreed(page: &Page) {
    look_as_agreed(page, EVIDENCE);
}

fn paper_looks_as_agreed(page: &Page) {
    look_as_agreed(page, PAPERS);
}

/// A script, and the typeface that its letters must come in.
const SCRIPTS: &[(&str, &str, &str)] = &[
    ("Latin", "Words", "Noto Sans"),
    ("Korean", "한국어", "Noto Sans CJK KR"),
    ("Japanese", "日本語の言葉", "Noto Sans CJK"),
    ("Arabic", "كلمات", "Noto Sans Arabic"),
    ("Hebrew", "מילים", "Noto Sans Hebrew"),
];

fn every_script_has_its_font(page: &Page) {
    if page.engine() != Engine::Chromium {
        return;
    }
    page.goto("/plain.html");
    add_style(page, FONTS);
    for command in ["DOM.enable", "CSS.enable"] {
        page.devtools(command, json!({}));
    }
    for (script, words, font) in SCRIPTS {
        page.run(
            "document.querySelector('h1').textContent = arguments[0];
             document.querySelector('h1').style.fontFamily = 'var(--variorum-font)';",
            &[json!(words)],
        );
        stand_still(page);
        let root = page.devtools("DOM.getDocument", json!({}))["root"]["nodeId"].clone();
        let node = page.devtools("DOM.querySelector", json!({ "nodeId": root, "selector": "h1" }));
        let used = page.devtools("CSS.getPlatformFontsForNode", json!({ "nodeId": node["nodeId"] }));
        let used: Vec<_> = used["fonts"].as_array().into_iter().flatten().map(|font| &font["familyName"]).collect();
        let is_right = used.iter().all(|used| used.as_str().is_some_and(|used| used.starts_with(font)));
        assert!(!used.is_empty() && is_right, "{script} comes in {used:?}, not in {font}: cargo xtask setup");
    }
}

/// The comparison itself: the same twice is the same, small changes are others.
fn a_change_of_looks_is_seen(page: &Page) {
    if page.engine() != Engine::Chromium {
        return;
    }
    let agreed = picture(page, &look("", ENGLISH, LAPTOP, pinned));
    let differ = || differences(&agreed, &taken(page, CARD)).map(|(share, _)| share);
    assert_eq!(differ(), None);
    for rule in [
        ":root { --variorum-border: #cfd2d9 }",
        ":root { --variorum-contradict: #93261e }",
        ":root { --variorum-radius: 4px }",
        "variorum-card::part(question) { padding-block-end: 2px }",
        "variorum-card::part(voice) { font-style: italic }",
    ] {
        add_style(page, rule);
        assert!(differ().is_some(), "{rule} is not seen");
        page.run("document.adoptedStyleSheets.pop();", &[]);
        assert_eq!(differ(), None, "without {rule}");
    }
}

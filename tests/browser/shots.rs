//! Pictures for the documentation: what `cargo xtask shots` writes, by the same harness as the tests.

use std::fs;
use std::path::Path;

use crate::engine::Engine;
use crate::page::{Page, Wishes};
use crate::server;

/// A picture: its name, the page, and what is done there first.
struct Shot {
    name: &'static str,
    path: &'static str,
    /// Width and height of the viewport, in CSS pixels.
    viewport: (u32, u32),
    dark: bool,
    act: fn(&Page),
}

/// The mark on the words about how long the people were held.
const NEARLY: &str =
    "[...document.querySelectorAll('.variorum-mark')].find(mark => mark.textContent.includes('nearly four hours'))";

const LAPTOP: (u32, u32) = (1000, 900);
const PHONE: (u32, u32) = (390, 780);

const SHOTS: &[Shot] = &[
    Shot { name: "card-light", path: "/madrid/", viewport: LAPTOP, dark: false, act: hover },
    Shot { name: "card-dark", path: "/madrid/", viewport: LAPTOP, dark: true, act: hover },
    Shot { name: "card-phone", path: "/madrid/", viewport: PHONE, dark: false, act: tap },
    Shot { name: "card-phone-dark", path: "/madrid/", viewport: PHONE, dark: true, act: tap },
    Shot { name: "overview", path: "/madrid/", viewport: LAPTOP, dark: false, act: open_overview },
    Shot { name: "korean", path: "/gaon/", viewport: LAPTOP, dark: false, act: hover_first },
    Shot { name: "report-intelnews", path: "/report/intelnews.txt", viewport: LAPTOP, dark: false, act: hover_first },
    Shot { name: "report-wapo", path: "/report/wapo.txt", viewport: LAPTOP, dark: false, act: hover_first },
    Shot { name: "report-scmp", path: "/report/scmp.txt", viewport: LAPTOP, dark: false, act: hover_first },
];

/// Takes all pictures, in Chromium, into `folder`.
pub fn take(origin: &str, folder: &Path) {
    let session = Engine::Chromium.start().unwrap_or_else(|error| panic!("{error}"));
    let page = Page::new(session, Engine::Chromium, origin);
    fs::create_dir_all(folder).expect("the folder can be made");
    for shot in SHOTS {
        if shot.path.starts_with("/report/") && server::reports().is_none() {
            eprintln!("SKIPPED: {}: VARIORUM_SHARED is not set", shot.name);
            continue;
        }
        page.reset().unwrap_or_else(|error| panic!("{error}"));
        page.viewport(shot.viewport.0, shot.viewport.1);
        page.prefer(Wishes { dark: shot.dark, less_motion: true, ..Wishes::default() });
        page.hide_scrollbars();
        page.goto_marked(shot.path);
        (shot.act)(&page);
        page.pause(600);
        let png = page.screenshot().unwrap_or_else(|error| panic!("{error}"));
        let file = folder.join(shot.name).with_extension("png");
        fs::write(&file, png).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        eprintln!("{}", file.display());
    }
}

fn hover(page: &Page) {
    hover_over(page, NEARLY);
}

fn hover_first(page: &Page) {
    hover_over(page, "document.querySelector('.variorum-mark')");
}

/// Hovers over a mark that stands high enough for its card to open below.
fn hover_over(page: &Page, mark: &str) {
    page.scroll_to(mark);
    page.eval("scrollBy({ top: innerHeight / 4, behavior: 'instant' })");
    page.pause(300);
    page.mouse_to(page.middle(mark));
}

fn tap(page: &Page) {
    page.scroll_to(NEARLY);
    page.tap(page.middle(NEARLY));
}

fn open_overview(page: &Page) {
    const EVIDENCE: &str = "document.querySelector('variorum-dossier details')";
    page.eval(&format!("({EVIDENCE}).open = true"));
    page.eval(&format!("({EVIDENCE}).scrollIntoView({{ block: 'start' }})"));
}

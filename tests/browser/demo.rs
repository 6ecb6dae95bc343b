//! The demo's pages, all of them.

use crate::page::Page;
use crate::tests;

tests![
    => each_page_is_marked,
    => removal_leaves_each_page_as_it_was,
    => without_scripts_the_evidence_is_there,
];

const PAGES: &[&str] = &[
    "/madrid/",
    "/gaon/",
    "/gaon/reports/statement.html",
    "/gaon/reports/courier.html",
    "/gaon/reports/gaon-ilbo.html",
];

fn each_page_is_marked(page: &Page) {
    for path in PAGES {
        assert!(page.goto_marked(path) > 0, "{path} has no marks");
        assert_eq!(page.logs(), [""; 0], "{path}");
    }
}

fn removal_leaves_each_page_as_it_was(page: &Page) {
    for path in PAGES {
        page.goto_marked(path);
        // Remembered by the harness when the page had been read, before anything was marked.
        assert!(!page.changes("article").is_empty(), "{path}: marks are no change");
        page.run("document.querySelector('variorum-dossier').remove();", &[]);
        page.wait_for("!document.querySelector('.variorum-mark')");
        assert_eq!(page.changes("article"), [""; 0], "{path}");
    }
}

fn without_scripts_the_evidence_is_there(page: &Page) {
    for path in PAGES {
        page.goto(&format!("/bare{path}"));
        let sections = page.eval("document.querySelectorAll('variorum-dossier section.variorum-claim').length");
        assert!(sections.as_u64() > Some(3), "{path}: {sections}");
    }
}

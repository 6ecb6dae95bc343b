//! The demo's dossier on the real reports that it quotes, as `variorum preview` serves them.

use crate::page::Page;
use crate::server;
use crate::tests;

tests![=> each_report_is_marked_with_its_own_words];

const REPORTS: &[&str] = &["intelnews", "wapo", "scmp"];

fn each_report_is_marked_with_its_own_words(page: &Page) {
    if server::reports().is_none() {
        return;
    }
    for report in REPORTS {
        let marks = page.goto_marked(&format!("/report/{report}.txt"));
        assert!(marks > 2, "{report} has {marks} marks");
        // A mark is words that the evidence quotes from this report.
        let strange = page.eval(
            "[...document.querySelectorAll('.variorum-mark')].map(mark => mark.textContent)
                .filter(words => !document.querySelector('variorum-dossier').textContent.includes(words))",
        );
        assert_eq!(strange, serde_json::json!([]), "{report}");
    }
}

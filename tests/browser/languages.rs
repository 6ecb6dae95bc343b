//! The card in every language, and from right to left.

use serde_json::json;
use variorum::view::messages::{LANGUAGES, embedded};

use crate::page::{Page, key};
use crate::story::{self, CLOSED, is_open, mark};
use crate::tests;

tests![
    => each_language_has_its_page,
    => no_language_overflows_a_narrow_screen,
    => mirrors_from_right_to_left,
    => keeps_the_direction_of_what_is_quoted,
    => stands_within_a_page_from_right_to_left,
    => tab_order_is_that_of_the_page,
    => sheet_from_right_to_left,
];

/// The claim of the demo that has a plot.
const HELD: &str = "hostage-duration";

fn open_demo(page: &Page, lang: &str) {
    page.goto_marked(&format!("/madrid/{lang}/"));
    page.eval(&format!("document.querySelector('variorum-dossier').open('{HELD}')"));
    page.wait_for("harness.card()?.text");
}

/// Each has a link on the demo's page, a card in its language, and one file of words.
fn each_language_has_its_page(page: &Page) {
    page.goto("/madrid/");
    let links = page.eval("[...document.querySelectorAll('.languages a')].map(link => [link.lang, link.pathname])");
    assert_eq!(
        links,
        json!(LANGUAGES.iter().map(|(lang, ..)| [lang.to_string(), format!("/madrid/{lang}/")]).collect::<Vec<_>>())
    );
    for (lang, ..) in LANGUAGES {
        open_demo(page, lang);
        let dir = if embedded(lang).is_rtl() { "rtl" } else { "ltr" };
        let claim = "harness.card().element.querySelector('.variorum-claim')";
        assert_eq!(page.eval(&format!("[{claim}.lang, {claim}.dir]")), json!([lang, dir]));
        let evidence = "document.querySelector('variorum-dossier details')";
        assert_eq!(page.eval(&format!("[{evidence}.lang, {evidence}.dir]")), json!([lang, dir]));
        let fetched = "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.includes('/messages/'))
            .map(name => name.split('/').at(-1))";
        assert_eq!(page.eval(fetched), json!([format!("{lang}.txt")]));
        assert_eq!(page.logs(), [""; 0], "{lang}");
    }
}

/// What of the elements of `root` reaches out of the viewport.
fn reaching_out(page: &Page, root: &str) -> serde_json::Value {
    page.eval(&format!(
        "[...({root}).querySelectorAll('*')].filter(element => {{
             const box = element.getBoundingClientRect();
             return box.width && !element.closest('table') && (box.left < -0.5 || box.right > innerWidth + 0.5);
         }}).map(element => element.localName + '.' + element.className)"
    ))
}

fn no_language_overflows_a_narrow_screen(page: &Page) {
    page.viewport(320, 600);
    for (lang, ..) in LANGUAGES {
        open_demo(page, lang);
        assert_eq!(reaching_out(page, "harness.card().element"), json!([]), "{lang}");
        assert_eq!(
            page.eval("harness.card().element.scrollWidth <= harness.card().element.clientWidth"),
            true,
            "{lang}"
        );
        page.eval("void (document.querySelector('variorum-dossier details').open = true)");
        assert_eq!(reaching_out(page, "document.querySelector('variorum-dossier')"), json!([]), "{lang}");
        assert_eq!(page.eval("document.documentElement.scrollWidth <= 320"), true, "{lang}");
        // The table's title has the whole line.
        let title = "document.querySelector('variorum-dossier caption').clientWidth / document.querySelector('variorum-dossier table').clientWidth";
        assert_eq!(page.eval(&format!("{title} > 0.9")), true, "{lang}");
    }
}

/// The Hebrew words with a plot and three papers.
const FOUR_HOURS: &str = "כמעט ארבע";
const COMPUTERS: &str = "שני מחשבים";

fn open_hebrew(page: &Page) {
    page.goto("/hebrew.html");
    story::embed(page, story::SHELL, &json!({ "src": "/made/hebrew.json" }));
    story::ready(page);
}

fn hover(page: &Page, words: &str) {
    page.mouse_to(page.middle(&mark(words)));
    page.wait_for(&is_open("preview", words));
}

/// The horizontal middle of the first element of the card that `selector` finds.
fn middle(page: &Page, selector: &str) -> f64 {
    let middle = page.eval(&format!(
        "(box => box.x + box.width / 2)(harness.card().element.querySelector('{selector}').getBoundingClientRect())"
    ));
    middle.as_f64().unwrap_or_else(|| panic!("no {selector}"))
}

fn mirrors_from_right_to_left(page: &Page) {
    for (lang, is_mirrored) in [("en", false), ("ar", true), ("he", true)] {
        open_demo(page, lang);
        let before = |a: &str, b: &str| {
            let (a, b) = (middle(page, a), middle(page, b));
            assert!(if is_mirrored { a > b } else { a < b }, "{lang}: {a} {b}");
        };
        before(".variorum-relation span", ".variorum-close");
        before(".variorum-who", ".variorum-scale");
        // Names stand where the line begins, whichever way they are written, in the card as in the evidence.
        page.eval("void (document.querySelector('variorum-dossier details').open = true)");
        for root in ["harness.card().element", "document.querySelector('variorum-dossier')"] {
            let aligned = page.eval(&format!(
                "(who => {{ const words = document.createRange(); words.selectNodeContents(who);
                     const [all, own] = [who, words].map(it => it.getBoundingClientRect());
                     return own.width < all.width - 4 && [own.left - all.left < 1, all.right - own.right < 1]; }})
                 (({root}).querySelector('.variorum-who'))"
            ));
            assert_eq!(aligned, json!([!is_mirrored, is_mirrored]), "{lang}, {root}");
        }
        // Of the scale, nought stands next to the names.
        before(".variorum-tick", ".variorum-tick:last-child");
    }
    // The arrow is drawn as it leads from left to right.
    let leads_out = |scale: &str| {
        let sign = "harness.card().element.querySelector('.variorum-source .variorum-out')";
        assert_eq!(page.eval(&format!("getComputedStyle({sign}, '::after').scale")), scale);
    };
    open_hebrew(page);
    hover(page, FOUR_HOURS);
    leads_out("-1 1");
    story::open(page);
    hover(page, story::HELD);
    leads_out("none");
}

fn keeps_the_direction_of_what_is_quoted(page: &Page) {
    open_hebrew(page);
    hover(page, FOUR_HOURS);
    let quotes = page.eval(
        "[...harness.card().element.querySelectorAll('.variorum-quote')].map(quote => [quote.lang, getComputedStyle(quote).direction])",
    );
    // Groups stand by value; which comes first is not what this is about.
    let mut quotes: Vec<_> = quotes.as_array().expect("a list").iter().map(ToString::to_string).collect();
    quotes.sort();
    assert_eq!(quotes, [r#"["en","ltr"]"#, r#"["en","ltr"]"#, r#"["he","rtl"]"#]);
    let names = page.eval(
        "[...harness.card().element.querySelectorAll('.variorum-source .variorum-name')].map(name => [name.textContent, name.lang, getComputedStyle(name).direction]).sort()",
    );
    assert_eq!(names, json!([["The Echo", "en", "ltr"], ["The Globe", "en", "ltr"], ["קול הגבעה", "", "rtl"]]));
}

fn stands_within_a_page_from_right_to_left(page: &Page) {
    for width in [1280, 700, 500] {
        page.viewport(width, 800);
        open_hebrew(page);
        for words in [FOUR_HOURS, COMPUTERS] {
            hover(page, words);
            let fits = "(box => box.left >= 0 && box.right <= document.documentElement.clientWidth && box.top >= 0 && box.bottom <= innerHeight)
                (harness.card().element.getBoundingClientRect())";
            page.wait_for(fits);
            // Beside its words, not somewhere.
            let beside = format!(
                "((card, line) => card.left < line.right && card.right > line.left && Math.min(Math.abs(card.top - line.bottom), Math.abs(line.top - card.bottom)) < 16)
                 (harness.card().element.getBoundingClientRect(), {}.getClientRects()[0])",
                mark(words)
            );
            page.wait_for(&beside);
            page.mouse_to((5, 5));
            page.wait_for(CLOSED);
        }
    }
}

fn tab_order_is_that_of_the_page(page: &Page) {
    open_hebrew(page);
    page.eval("document.querySelector('#before').focus()");
    page.press(&[key::TAB]);
    page.wait_for(&is_open("preview", FOUR_HOURS));
    let stops = page.eval("harness.card().element.querySelectorAll('a[href], button, summary').length");
    for _ in 0..stops.as_u64().expect("a number") {
        page.press(&[key::TAB]);
        assert_eq!(page.eval("harness.card().element.contains(harness.focused())"), true);
    }
    page.press(&[key::TAB]);
    page.wait_for(&format!("harness.focused() === {}", mark(COMPUTERS)));
}

fn sheet_from_right_to_left(page: &Page) {
    page.viewport(320, 600);
    open_hebrew(page);
    page.click(page.middle(&mark(FOUR_HOURS)));
    page.wait_for(&is_open("sheet", FOUR_HOURS));
    page.wait_for("harness.card().element.getAnimations().length === 0");
    assert_eq!(reaching_out(page, "harness.card().element"), json!([]));
    assert!(middle(page, ".variorum-close") < 160.0);
    page.click(page.middle("harness.card().element.querySelector('.variorum-close')"));
    page.wait_for(CLOSED);
}

//! The harness itself, on a page without anything of ours: what later tests rely on is true of each engine.

use serde_json::json;

use crate::page::{Page, Wishes, key};
use crate::tests;

tests![
    => loads_and_is_read,
    => mouse_hovers_and_clicks,
    => keys_move_the_focus,
    touch => finger_taps,
    => viewport_is_as_asked,
    => preferences_are_as_asked,
    => changes_are_seen,
    => server_misbehaves_as_asked,
];

fn loads_and_is_read(page: &Page) {
    page.goto("/static.html");
    assert_eq!(page.eval("document.title"), "A static page");
    assert_eq!(page.eval("Promise.resolve(document.links.length)"), 1);
    assert_eq!(page.logs(), ["warn: one line 1"]);
    let words = page.words("#first");
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    assert_eq!(texts, ["It", "has", "a", "few", "words,", "a", "link,", "and", "한", "국", "어", "."]);
    assert!(words.iter().all(|word| word.rect[2] > 1.0 && word.rect[3] > 10.0), "{words:?}");
    assert_eq!(page.screenshot().map(|png| png[1..4].to_vec()), Ok(b"PNG".to_vec()));
}

fn mouse_hovers_and_clicks(page: &Page) {
    page.goto("/static.html");
    page.mouse_to(page.middle("document.querySelector('#spot')"));
    page.wait_for("document.querySelector('#spot').matches(':hover')");
    page.mouse_away();
    page.wait_for("!document.querySelector('#spot').matches(':hover')");
    page.mouse_glide(page.middle("document.links[0]"), 100);
    page.click(page.middle("document.links[0]"));
    page.wait_for("location.hash === '#second'");
    assert_eq!(page.eval("harness.pointers"), json!(["pointerdown mouse", "pointerup mouse"]));
}

fn keys_move_the_focus(page: &Page) {
    page.goto("/static.html");
    page.press(&[key::TAB]);
    assert_eq!(page.eval("harness.focused().localName"), "a");
    page.press(&[key::TAB]);
    assert_eq!(page.eval("harness.focused().localName"), "button");
    page.press(&[key::SHIFT, key::TAB]);
    assert_eq!(page.eval("harness.focused().localName"), "a");
    page.press(&[key::ENTER]);
    page.wait_for("location.hash === '#second'");
}

fn finger_taps(page: &Page) {
    page.goto("/static.html");
    page.tap(page.middle("document.links[0]"));
    page.wait_for("location.hash === '#second'");
    assert_eq!(page.eval("harness.pointers"), json!(["pointerdown touch", "pointerup touch"]));
}

fn viewport_is_as_asked(page: &Page) {
    page.goto("/static.html");
    for (width, height) in [(1280, 800), (390, 700), (320, 600)] {
        page.viewport(width, height);
        assert_eq!(page.eval("[innerWidth, innerHeight]"), json!([width, height]));
    }
}

fn preferences_are_as_asked(page: &Page) {
    page.goto("/static.html");
    let check = |wishes: Wishes, query: &str| {
        let seen = format!("matchMedia('{query}').matches");
        assert_eq!(page.eval(&seen), false, "{query}");
        if page.prefer(wishes) {
            // A preference reaches the page in its own time.
            page.wait_for(&seen);
        }
        page.prefer(Wishes::default());
        page.wait_for(&format!("!{seen}"));
    };
    check(Wishes { dark: true, ..Wishes::default() }, "(prefers-color-scheme: dark)");
    check(Wishes { less_motion: true, ..Wishes::default() }, "(prefers-reduced-motion)");
    check(Wishes { more_contrast: true, ..Wishes::default() }, "(prefers-contrast: more)");
    check(Wishes { forced_colors: true, ..Wishes::default() }, "(forced-colors: active)");
}

fn changes_are_seen(page: &Page) {
    page.goto("/static.html");
    assert!(page.remember("article") > 10);
    assert_eq!(page.changes("article"), [""; 0]);
    let change = |body: &str| {
        page.run(body, &[]);
        let changes = page.changes("article");
        assert!(!changes.is_empty(), "not seen: {body}");
        page.remember("article");
    };
    change("document.links[0].firstChild.splitText(2);");
    change("document.links[0].normalize();");
    change("document.links[0].title = 'new';");
    change("const p = document.querySelector('#first'); p.replaceWith(p.cloneNode(true));");
}

fn server_misbehaves_as_asked(page: &Page) {
    let fetched = |path: &str, what: &str| {
        page.run(
            "return fetch(arguments[0]).then(r => arguments[1] === 'status' ? r.status : r.headers.get(arguments[1]));",
            &[json!(path), json!(what)],
        )
    };
    page.goto("/policy=no-wasm/static.html");
    assert_eq!(fetched("/static.html", "status"), 200);
    assert_eq!(fetched("/none.html", "status"), 404);
    assert_eq!(fetched("/status=503/static.html", "status"), 503);
    assert_eq!(fetched("/slow=50/type=text:plain/static.html", "content-type"), "text/plain");
    // Asked of the page's own script: two drivers run theirs outside the page's policy.
    page.wait_for("document.documentElement.dataset.wasm === 'refused'");
    page.goto("/policy=strict/static.html");
    page.wait_for("document.documentElement.dataset.wasm === 'runs'");
}

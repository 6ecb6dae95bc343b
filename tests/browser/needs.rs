//! What readers need who zoom, who space text out, who see few colours, who use keys, big fingers or their voice.

use serde_json::json;

use crate::engine::Engine;
use crate::page::{Page, Wishes, key};
use crate::story::{self, BOTH, CLOSED, HELD, is_open, mark};
use crate::tests;

tests![
    => zoomed_twice,
    => zoomed_four_times,
    => with_more_space_between_letters_words_and_lines,
    => with_forced_colors,
    => with_more_contrast,
    => with_less_motion,
    => focus_is_never_hidden_in_the_card,
    => focus_is_never_hidden_in_the_table,
    => what_a_card_hides_is_shown_by_escape,
    => targets_are_large_enough,
    => names_contain_what_is_seen,
];

const EVIDENCE: &str = "document.querySelector('.variorum-evidence')";

/// As a browser's zoom does: fewer pixels of the style's, each of several of the screen's.
fn zoom(page: &Page, times: u32) {
    let (width, height) = (1280 / times, 1024 / times);
    match page.engine() {
        Engine::Chromium => {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": times, "mobile": false });
            page.devtools("Emulation.setDeviceMetricsOverride", metrics);
        }
        // Their drivers have no zoom; the page is laid out the same.
        Engine::Firefox | Engine::WebKit => page.viewport(width, height),
    }
    page.wait_for(&format!("innerWidth === {width}"));
}

/// Nothing of the page or the open card has to be scrolled sideways, and nothing is cut off.
fn nothing_is_cut_off(page: &Page, state: &str) {
    assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth"), true, "{state}");
    let cut = page.eval(
        "[...(harness.card()?.element ?? document.querySelector('.variorum-evidence')).querySelectorAll('*')].filter(element => {
             const box = element.getBoundingClientRect(), style = getComputedStyle(element);
             if (!box.width || !box.height || element.closest('svg, thead')) return false;
             // Names beside the plot are cut by their style: they stand whole in the groups, and in the plot's name.
             if (element.className === 'variorum-who') return false;
             return box.left < -0.5 || box.right > innerWidth + 0.5
                 || style.overflow !== 'visible' && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
         }).map(element => element.className || element.localName)",
    );
    assert_eq!(cut, json!([]), "{state}");
}

/// The card opens by key, all of it can be read and reached, and the words are not behind it.
fn is_usable(page: &Page, words: &str, state: &str) {
    page.eval(&format!("{}.focus()", mark(words)));
    page.press(&[key::ENTER]);
    page.wait_for("harness.card() && harness.card().form !== 'preview'");
    page.wait_for(
        "harness.focused() === harness.card().element && harness.card().element.getAnimations().length === 0",
    );
    let fits = page.eval(&format!(
        "((card, words) => [card.left >= 0 && card.right <= innerWidth + 0.5 && card.top >= 0 && card.bottom <= innerHeight + 0.5,
             words.bottom <= card.top || words.top >= card.bottom])
         (harness.card().element.getBoundingClientRect(), {}.getClientRects()[0])",
        mark(words)
    ));
    assert_eq!(fits, json!([true, true]), "{state}: fits, beside its words");
    nothing_is_cut_off(page, state);
    // By key to its end.
    page.press(&["\u{e010}"]);
    page.wait_for("(card => card.scrollTop + card.clientHeight >= card.scrollHeight - 1)(harness.card().element)");
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    page.wait_for(&format!("harness.focused() === {}", mark(words)));
}

fn zoomed(page: &Page, times: u32) {
    zoom(page, times);
    story::open(page);
    for words in [HELD, "left with"] {
        is_usable(page, words, &format!("{times} ×"));
    }
    page.eval(&format!("void ({EVIDENCE}.open = true)"));
    nothing_is_cut_off(page, "evidence");
}

fn zoomed_twice(page: &Page) {
    zoomed(page, 2);
}

fn zoomed_four_times(page: &Page) {
    zoomed(page, 4);
}

/// What WCAG 1.4.12 asks a page to bear, in the page and in the card, as a reader's own style sheet would have it.
const SPACED: &str =
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }";

fn with_more_space_between_letters_words_and_lines(page: &Page) {
    for width in [1280, 320] {
        page.viewport(width, 800);
        story::open(page);
        page.run(
            "window.spaced = new CSSStyleSheet();
             spaced.replaceSync(arguments[0]);
             document.adoptedStyleSheets.push(spaced);",
            &[json!(SPACED)],
        );
        // The card is in the page from its first opening on.
        page.eval("document.querySelector('variorum-dossier').open('held')");
        page.wait_for("harness.card()?.text");
        page.run("document.querySelector('variorum-card').shadowRoot.adoptedStyleSheets.push(spaced);", &[]);
        page.eval("document.querySelector('variorum-dossier').close()");
        page.wait_for(CLOSED);
        for words in [HELD, BOTH] {
            is_usable(page, words, &format!("{width}"));
        }
        page.eval(&format!("void ({EVIDENCE}.open = true)"));
        nothing_is_cut_off(page, "evidence");
    }
}

fn with_forced_colors(page: &Page) {
    if !page.prefer(Wishes { forced_colors: true, ..Wishes::default() }) {
        return; // WebKit has none
    }
    story::open(page);
    page.wait_for("matchMedia('(forced-colors: active)').matches");
    let line = |words: &str| {
        page.eval(&format!(
            "(style => [style.textDecorationLine, style.textDecorationStyle, style.textDecorationColor !== getComputedStyle(document.body).backgroundColor])
             (getComputedStyle({}))",
            mark(words)
        ))
    };
    assert_eq!(line(HELD), json!(["underline", "wavy", true]));
    assert_eq!(line("left with"), json!(["underline", "solid", true]));
    page.eval(&format!("{}.focus()", mark(HELD)));
    page.press(&[key::ENTER]);
    page.wait_for("harness.card()?.form === 'pinned'");
    // The box has an edge, focus is seen, the plot and the words that carry the answer are in the reader's colours.
    let style = |selector: &str, name: &str| {
        page.eval(&format!(
            "getComputedStyle(harness.card().element.querySelector('{selector}') ?? harness.card().element).{name}"
        ))
    };
    let system = |name: &str| {
        page.eval(&format!(
            "(probe => {{ document.body.append(probe); probe.style.color = '{name}'; probe.style.forcedColorAdjust = 'none';
                 const color = getComputedStyle(probe).color; probe.remove(); return color; }})(document.createElement('i'))"
        ))
    };
    assert_eq!((style("none", "borderTopWidth"), style("none", "borderTopStyle")), (json!("2px"), json!("solid")));
    assert_ne!(style("none", "borderTopColor"), style("none", "backgroundColor"));
    assert_eq!(style("none", "outlineStyle"), "solid");
    assert_eq!(style(".variorum-dot", "fill"), system("CanvasText"));
    assert_eq!(
        (style(".variorum-words", "color"), style(".variorum-words", "backgroundColor")),
        (system("MarkText"), system("Mark"))
    );
}

fn with_more_contrast(page: &Page) {
    if !page.prefer(Wishes { more_contrast: true, ..Wishes::default() }) {
        return; // Chromium alone can be told so
    }
    story::open(page);
    assert_eq!(page.eval(&format!("getComputedStyle({}).textDecorationThickness", mark(HELD))), "3px");
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    let colors = page.eval(
        "['.variorum-question', '.variorum-summary', '.variorum-voice', '.variorum-foot'].map(selector =>
             getComputedStyle(harness.card().element.querySelector(selector)).color)",
    );
    let colors = colors.as_array().expect("a list");
    assert!(colors.iter().all(|color| *color == colors[0]), "what is said beside is as dark as the rest: {colors:?}");
    assert_eq!(page.eval("getComputedStyle(harness.card().element).borderTopWidth"), "2px");
}

fn with_less_motion(page: &Page) {
    let check = |less_motion: bool, width: u32, moves: bool| {
        page.viewport(width, 800);
        if !page.prefer(Wishes { less_motion, ..Wishes::default() }) {
            return;
        }
        story::open(page);
        page.wait_for(&format!("matchMedia('(prefers-reduced-motion)').matches === {less_motion}"));
        page.run(
            "const element = document.querySelector('variorum-dossier');
             element.open('held');
             window.moving = harness.card().element.getAnimations({ subtree: true }).length;
             element.close();
             window.moving += document.getAnimations().length;",
            &[],
        );
        assert_eq!(page.eval("moving > 0"), moves, "{width} wide, less motion: {less_motion}");
    };
    check(false, 1280, false);
    check(false, 390, true);
    check(true, 1280, false);
    check(true, 390, false);
}

/// The condition that what has focus can be seen: at the middle of a line of it there is nothing else.
const SEEN: &str = "(element => [...element.getClientRects()].some(box =>
    element.contains(harness.at(box.x + box.width / 2, box.y + box.height / 2))))(harness.focused())";

/// In a sheet so low that its content scrolls under its handle.
fn focus_is_never_hidden_in_the_card(page: &Page) {
    for (width, height) in [(390, 500), (1280, 420)] {
        page.viewport(width, height);
        story::open(page);
        page.eval(&format!("{}.focus()", mark(BOTH)));
        page.press(&[key::ENTER]);
        page.wait_for(
            "harness.focused() === harness.card().element && harness.card().element.getAnimations().length === 0",
        );
        let stops = page.eval("harness.card().element.querySelectorAll('a[href], button, summary').length");
        let stops = stops.as_u64().expect("a number");
        for way in [&[key::TAB][..], &[key::SHIFT, key::TAB]] {
            for _ in 1..stops {
                page.press(way);
                assert_eq!(page.eval("harness.card().element.contains(harness.focused())"), true);
                page.wait_for(SEEN);
            }
            page.press(&[key::TAB]);
        }
    }
}

/// Backwards through a table whose head sticks to the top of the screen.
fn focus_is_never_hidden_in_the_table(page: &Page) {
    page.viewport(1280, 420);
    page.goto_marked("/madrid/");
    page.eval(&format!("void ({EVIDENCE}.open = true)"));
    let links = "[...document.querySelectorAll('.variorum-row a')].filter(link => link.checkVisibility({ visibilityProperty: true }))";
    page.eval(&format!("{links}.at(-1).scrollIntoView({{ block: 'end', behavior: 'instant' }})"));
    page.eval(&format!("{links}.at(-1).focus()"));
    let count = page.eval(&format!("{links}.length")).as_u64().expect("a number");
    assert!(count > 20, "{count}");
    for _ in 1..count {
        page.press(&[key::SHIFT, key::TAB]);
        assert_eq!(page.eval("harness.focused().closest('.variorum-row') !== null"), true);
        page.wait_for(SEEN);
    }
}

/// A card that the reader has pinned may stand before the page's next link; Esc takes it away, and focus stays there.
fn what_a_card_hides_is_shown_by_escape(page: &Page) {
    story::open(page);
    page.eval(&format!("{}.focus()", mark(HELD)));
    page.press(&[key::ENTER]);
    page.wait_for(&is_open("pinned", HELD));
    page.eval("document.querySelector('#inside').focus()");
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    assert_eq!(page.eval("harness.focused() === document.querySelector('#inside')"), true);
    page.wait_for(SEEN);
}

/// WCAG 2.5.8: 24 pixels either way, or a circle of 24 pixels around its middle that meets no other target and no other
/// such circle; links in the lines of a text are exempt.
fn targets_are_large_enough(page: &Page) {
    let check = |state: &str, root: &str| {
        let small = page.eval(&format!(
            "(targets => targets.filter((target, at) => {{
                 const box = target.getBoundingClientRect(), [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
                 if (box.width >= 23.9 && box.height >= 23.9) return false;
                 return targets.some((other, by) => {{
                     if (by === at || other.contains(target) || target.contains(other)) return false;
                     const near = other.getBoundingClientRect();
                     const [dx, dy] = [Math.max(near.left - x, x - near.right, 0), Math.max(near.top - y, y - near.bottom, 0)];
                     const isSmall = near.width < 24 || near.height < 24;
                     const apart = isSmall ? Math.hypot(near.x + near.width / 2 - x, near.y + near.height / 2 - y) : Infinity;
                     return Math.hypot(dx, dy) < 12 || apart < 24;
                 }});
             }}).map(target => `${{target.className}} “${{target.innerText}}” ${{JSON.stringify(target.getBoundingClientRect())}}`))
             ([...({root}).querySelectorAll('a[href], button, summary, label')].filter(target =>
                 target.checkVisibility({{ visibilityProperty: true }}) && target.getBoundingClientRect().width))"
        ));
        assert_eq!(small, json!([]), "{state}");
    };
    for (width, lang) in [(1280, ""), (390, ""), (320, "de/"), (1280, "ko/"), (320, "ar/")] {
        page.viewport(width, 800);
        page.goto_marked(&format!("/madrid/{lang}"));
        let state = |name: &str| format!("{name}, {width} {lang}");
        for claim in ["hostage-duration", "who-called-police", "cia-behind-raid"] {
            page.eval(&format!("document.querySelector('variorum-dossier').open('{claim}')"));
            page.wait_for("harness.card()?.element.getAnimations().length === 0");
            page.run(
                "harness.card().element.querySelectorAll('details').forEach(details => (details.open = true));",
                &[],
            );
            check(&state(claim), "harness.card().element");
        }
        page.eval("document.querySelector('variorum-dossier').close()");
        page.wait_for(CLOSED);
        page.eval(&format!("void ({EVIDENCE}.open = true)"));
        page.run(
            "document.querySelectorAll('.variorum-evidence details').forEach(details => (details.open = true));",
            &[],
        );
        check(&state("evidence"), EVIDENCE);
    }
}

/// WCAG 2.5.3: who says what is seen is understood. By the engine's own reckoning of names.
fn names_contain_what_is_seen(page: &Page) {
    story::open(page);
    page.eval(&format!("void ({EVIDENCE}.open = true)"));
    page.click(page.middle(&mark(BOTH)));
    page.wait_for(&is_open("pinned", BOTH));
    const CONTROLS: &str = "[...document.querySelectorAll('a.variorum-mark'), ...document.querySelectorAll('variorum-dossier :is(a[href], button, input, summary)'),
        ...harness.card().element.querySelectorAll('a[href], button, summary')].filter(control => control.checkVisibility())";
    let seen = page.eval(&format!("{CONTROLS}.map(control => (control.labels?.[0] ?? control).innerText)"));
    let names = page.labels(CONTROLS);
    let seen: Vec<&str> = seen.as_array().into_iter().flatten().map(|seen| seen.as_str().unwrap_or_default()).collect();
    assert!(seen.len() > 20 && seen.len() == names.len(), "{seen:?}");
    let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    for (seen, name) in seen.iter().zip(&names) {
        assert!(!name.is_empty() && plain(name).contains(&plain(seen)), "“{seen}” is named “{name}”");
    }
}

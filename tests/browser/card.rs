//! The card: what it says, what opens it, what closes it, where focus goes.

use serde_json::{Value, json};

use crate::page::{Page, Wishes, key};
use crate::story::{self, BOTH, CLOSED, HELD, is_open, mark};
use crate::tests;

tests![
    => says_who_says_what,
    => says_what_this_page_says,
    => unfolds_who_draws_on_whom,
    => shows_what_there_is_room_for_and_has_the_rest_ready,
    => opens_by_hover,
    => the_first_is_laid_out_unseen_before,
    => passes_by_what_is_only_crossed,
    => pointer_can_go_into_it,
    => stands_by_the_hovered_line,
    => opens_and_pins_by_keyboard,
    => space_pins_and_closes,
    => quick_tabbing_passes_by,
    => tab_goes_through_it,
    => tab_leads_into_what_the_pointer_opened,
    => escape_gives_focus_back,
    => escape_closes_for_the_pointer_too,
    => click_pins,
    => click_again_closes,
    => button_closes,
    => press_outside_closes,
    => one_at_a_time,
    => turns_between_points,
    => leads_on_to_the_evidence,
    => hover_closes_nothing_of_the_page,
    => modified_click_keeps_its_meaning,
    => opens_in_a_modal_dialog,
    => follows_dark,
    => fits_a_narrow_screen,
];

fn hover(page: &Page, words: &str) {
    page.mouse_to(page.middle(&mark(words)));
}

fn click(page: &Page, words: &str) {
    page.click(page.middle(&mark(words)));
}

fn focus_is_on(page: &Page, words: &str) {
    page.wait_for(&format!("harness.focused() === {}", mark(words)));
}

/// Lets so much time pass that whatever was to open or close by itself has done so.
fn let_it_be(page: &Page) {
    page.pause(700);
}

fn unfolds_who_draws_on_whom(page: &Page) {
    page.goto("/madrid/");
    story::ready(page);
    page.eval("document.querySelector('variorum-dossier').open('hostage-duration')");
    page.wait_for("harness.card()?.text");
    let button = "harness.card().element.querySelector('.variorum-origins button')";
    page.scroll_to(button);
    let unfolded = |expected: bool| {
        page.wait_for(&format!("{button}.ariaExpanded === '{expected}'"));
        assert_eq!(page.eval(&format!("{button}.nextElementSibling.checkVisibility()")), expected);
    };
    unfolded(false);
    page.click(page.middle(button));
    unfolded(true);
    page.press(&[key::ENTER]);
    unfolded(false);
}

/// What is done for the first time takes long: it is done while the pointer rests, where nobody sees it.
fn the_first_is_laid_out_unseen_before(page: &Page) {
    page.goto("/plain.html");
    page.run(
        "const element = Object.assign(document.createElement('variorum-dossier'), { timing: { rest: 4000 } });
         element.setAttribute('src', '/made/whole.json');
         document.querySelector('article').after(element);",
        &[],
    );
    story::load(page, story::SHELL);
    story::ready(page);
    let extent = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]";
    let before = page.eval(extent);
    hover(page, HELD);
    let card = "document.querySelector('variorum-card')?.shadowRoot.querySelector('.card')";
    page.wait_for(&format!("{card}?.innerText || {card}?.textContent.includes('The Globe')"));
    assert_eq!(page.eval(&is_open("preview", HELD)), false);
    let is_seen = format!("{card}.querySelector('.variorum-question').checkVisibility({{ visibilityProperty: true }})");
    let is_laid_out = format!("{card}.querySelector('.variorum-question').offsetHeight > 0");
    assert_eq!(page.eval(&format!("[{is_laid_out}, {is_seen}]")), json!([true, false]));
    assert_eq!(page.eval(extent), before, "the page is as long and wide as before");
    assert_eq!(page.eval("document.elementFromPoint(2, 2).localName !== 'variorum-card'"), true);
    page.wait_for(&is_open("preview", HELD));
    assert_eq!(page.eval(&is_seen), true);
    // Once is enough.
    page.mouse_to((1, 1));
    page.wait_for(CLOSED);
    hover(page, story::BOTH);
    page.pause(1500);
    assert_eq!(page.eval(&format!("{card}.offsetHeight")), 0);
}

/// What is seen of a card stands when it opens, what is below its fold comes after its first frame.
fn shows_what_there_is_room_for_and_has_the_rest_ready(page: &Page) {
    let check = |claim: &str, size: (u32, u32), is_whole: bool| {
        page.viewport(size.0, size.1);
        story::open(page);
        page.run(
            "document.querySelector('variorum-dossier').open(arguments[0]);
             const { element, text } = harness.card();
             window.first = [element.clientHeight, Boolean(text), element.scrollHeight > element.clientHeight];",
            &[json!(claim)],
        );
        let first = page.eval("first");
        assert_eq!(first, json!([first[0], is_whole, !is_whole]), "{claim}, {size:?}");
        page.wait_for("harness.card().text");
        assert_eq!(page.eval("harness.card().element.clientHeight"), first[0], "its height does not change");
    };
    check("intruders", (1000, 1400), true);
    check("intruders", (1000, 500), false);
    check("intruders", (390, 500), false);
}

fn says_who_says_what(page: &Page) {
    page.goto("/madrid/");
    story::ready(page);
    page.eval("document.querySelector('variorum-dossier').open('hostage-duration')");
    page.wait_for("harness.card()?.text");
    let text = page.eval("harness.card().text");
    let text = text.as_str().expect("text");
    let expected = [
        "Reports contradict each other",
        "How long were the people in the embassy held?",
        "nearly 4 hours",
        "had kept them hostage for nearly four hours",
        "intelNews",
        "Said by the victims, to the police",
        "2 hours",
        "held them hostage for two hours",
        "South China Morning Post",
        "Relayed from unnamed reports",
        "Does not say",
        "The Washington Post",
        "The victims, to the Spanish police",
        "1 not stated",
    ];
    let mut rest = text;
    for words in expected {
        let at = rest.find(words).unwrap_or_else(|| panic!("“{words}” is not in its place: {text}"));
        rest = &rest[at + words.len()..];
    }
    // Values come before outlets, and never stand one against one.
    assert_eq!(page.eval("harness.card().element.querySelectorAll('.variorum-group').length"), 2);
    let name = "harness.card().element.getRootNode().getElementById(harness.card().element.getAttribute('aria-labelledby')).textContent";
    assert_eq!(page.eval(name), "How long were the people in the embassy held?");
    assert_eq!(page.eval("harness.card().element.getAttribute('role')"), "dialog");
}

fn says_what_this_page_says(page: &Page) {
    page.goto("/plain.html");
    page.run("document.querySelector('p + article > p').textContent = 'It says that ten men entered, and no more of it than this.';", &[]);
    story::embed(page, story::SHELL, &json!({ "src": "/made/whole.json", "source": "globe" }));
    story::ready(page);
    // Its own words are marked, not those of the article that the dossier was made for.
    assert_eq!(page.marks(), json!([["ten men entered", "contradict"], ["two |computers", "agree"]]));
    click(page, "ten men entered");
    page.wait_for("harness.card()?.text");
    let here = "harness.card().element.querySelector('.variorum-here').parentElement.innerText";
    let here = page.eval(here);
    assert!(here.as_str().is_some_and(|here| here.contains("The Globe")), "{here}");
}

fn opens_by_hover(page: &Page) {
    story::open(page);
    page.eval("void addEventListener('pointermove', () => (window.moved ??= performance.now()), true)");
    page.eval(
        "void new MutationObserver(() => (window.opened ??= performance.now()))
        .observe(document.querySelector('article'), { subtree: true, attributeFilter: ['aria-expanded'] })",
    );
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    let rest = page.eval("opened - moved").as_f64().expect("a time");
    assert!(rest >= 240.0, "after {rest} ms");
    assert_eq!(page.eval("document.activeElement === document.body"), true);
    page.mouse_to((5, 5));
    page.wait_for(CLOSED);
}

fn passes_by_what_is_only_crossed(page: &Page) {
    story::open(page);
    page.eval(
        "void new MutationObserver(() => (window.opened = true))
        .observe(document.querySelector('article'), { subtree: true, attributeFilter: ['aria-expanded'] })",
    );
    page.run(
        "const mark = arguments[0];
         mark.addEventListener('pointerover', () => (window.entered = performance.now()));
         mark.addEventListener('pointerout', () => (window.left = performance.now()));"
            .replace("arguments[0]", &mark(HELD))
            .as_str(),
        &[],
    );
    // A driver can be slow, and its pointer at rest for too long.
    for _ in 0..20 {
        page.eval("void (window.opened = false)");
        page.mouse_by_way_of(page.middle(&mark(HELD)), (5, 5));
        page.wait_for("window.left > window.entered");
        if page.eval("left - entered < 200") == true {
            let_it_be(page);
            assert_eq!(page.eval("window.opened"), false);
            return;
        }
        page.wait_for(CLOSED);
    }
    panic!("the driver's pointer crosses nothing in 200 ms");
}

fn pointer_can_go_into_it(page: &Page) {
    story::open(page);
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    // Longer under way than the grace lasts.
    page.mouse_glide(page.middle("harness.card().element"), 500);
    let_it_be(page);
    assert_eq!(page.eval(&is_open("preview", HELD)), true);
    page.mouse_to((5, 5));
    page.wait_for(CLOSED);
}

fn stands_by_the_hovered_line(page: &Page) {
    story::open(page);
    let lines = format!("{}.getClientRects()", mark(HELD));
    let column = format!("{}.parentElement", mark(HELD));
    story::stands_by_the_hovered_line(page, &lines, &column, &is_open("preview", HELD));
}

fn opens_and_pins_by_keyboard(page: &Page) {
    story::open(page);
    page.eval("document.querySelector('#before').focus()");
    page.press(&[key::TAB]);
    focus_is_on(page, BOTH);
    page.wait_for(&is_open("preview", BOTH));
    focus_is_on(page, BOTH);
    page.press(&[key::ENTER]);
    page.wait_for(&is_open("pinned", BOTH));
    page.wait_for("harness.focused() === harness.card().element");
    assert_eq!(page.eval("location.hash"), "");
    // Away from the mark and the card it stays.
    let_it_be(page);
    assert_eq!(page.eval(&is_open("pinned", BOTH)), true);
}

fn space_pins_and_closes(page: &Page) {
    story::open(page);
    page.eval("document.querySelector('#before').focus()");
    page.press(&[key::TAB]);
    focus_is_on(page, BOTH);
    page.press(&[" "]);
    page.wait_for(&is_open("pinned", BOTH));
    page.wait_for("harness.focused() === harness.card().element");
    assert_eq!(page.eval("scrollY"), 0);
    page.eval(&format!("{}.focus()", mark(BOTH)));
    page.press(&[" "]);
    page.wait_for(CLOSED);
    focus_is_on(page, BOTH);
}

fn quick_tabbing_passes_by(page: &Page) {
    story::open(page);
    page.eval(
        "void new MutationObserver(() => (window.opened = true))
        .observe(document.querySelector('article'), { subtree: true, attributeFilter: ['aria-expanded'] })",
    );
    page.eval("document.querySelector('#before').focus()");
    page.press_each(&[key::TAB, key::TAB, key::TAB, key::TAB]);
    page.wait_for("harness.focused() === document.querySelector('#inside')");
    let_it_be(page);
    assert_eq!(page.eval("window.opened"), Value::Null);
}

fn tab_goes_through_it(page: &Page) {
    story::open(page);
    page.eval("document.querySelector('#before').focus()");
    page.press(&[key::TAB]);
    page.wait_for(&is_open("preview", BOTH));
    let inside = page.eval(
        "[...harness.card().element.querySelectorAll('a[href], button, summary')].map(e => e.className + e.localName)",
    );
    let inside = inside.as_array().expect("a list").clone();
    assert!(inside.len() >= 4, "{inside:?}");
    for stop in &inside {
        page.press(&[key::TAB]);
        assert_eq!(page.eval("harness.focused().className + harness.focused().localName"), *stop);
        assert_eq!(page.eval(&is_open("preview", BOTH)), true);
    }
    page.press(&[key::TAB]);
    focus_is_on(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    // And back the same way.
    page.press(&[key::SHIFT, key::TAB]);
    page.wait_for("harness.focused() !== null && harness.focused() !== document.body");
}

/// Once focus comes to its mark, the preview stays for that, and the Tab key goes on into it.
fn tab_leads_into_what_the_pointer_opened(page: &Page) {
    story::open(page);
    hover(page, BOTH);
    page.wait_for(&is_open("preview", BOTH));
    page.eval("document.querySelector('#before').focus()");
    page.press(&[key::TAB]);
    focus_is_on(page, BOTH);
    page.mouse_to((1, 1));
    page.pause(700);
    assert_eq!(page.eval(&is_open("preview", BOTH)), true);
    page.press(&[key::TAB]);
    assert_eq!(page.eval("harness.card().element.contains(harness.focused())"), true);
}

fn escape_gives_focus_back(page: &Page) {
    story::open(page);
    page.eval("document.querySelector('#before').focus()");
    page.press(&[key::TAB]);
    page.wait_for(&is_open("preview", BOTH));
    page.press(&[key::ENTER]);
    page.wait_for("harness.focused() === harness.card().element");
    page.press(&[key::TAB]);
    page.wait_for("harness.focused().localName === 'button'");
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    focus_is_on(page, BOTH);
    // It does not open again until focus has left.
    let_it_be(page);
    assert_eq!(page.eval(CLOSED), true);
    page.press(&[key::TAB]);
    focus_is_on(page, HELD);
    page.press(&[key::SHIFT, key::TAB]);
    page.wait_for(&is_open("preview", BOTH));
    // A preview, too.
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    focus_is_on(page, BOTH);
}

fn escape_closes_for_the_pointer_too(page: &Page) {
    story::open(page);
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    let (x, y) = page.middle(&mark(HELD));
    page.mouse_to((x + 8, y));
    let_it_be(page);
    assert_eq!(page.eval(CLOSED), true);
    page.mouse_to((5, 5));
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
}

fn click_pins(page: &Page) {
    story::open(page);
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
    assert_eq!(page.eval("location.hash"), "");
    page.mouse_to((5, 5));
    let_it_be(page);
    assert_eq!(page.eval(&is_open("pinned", HELD)), true);
    assert_eq!(page.eval("harness.focused() !== harness.card().element"), true);
}

fn click_again_closes(page: &Page) {
    story::open(page);
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
    click(page, HELD);
    page.wait_for(CLOSED);
    // The pointer is still there.
    let_it_be(page);
    assert_eq!(page.eval(CLOSED), true);
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
}

fn button_closes(page: &Page) {
    story::open(page);
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
    page.click(page.middle("harness.card().element.querySelector('.variorum-close')"));
    page.wait_for(CLOSED);
    focus_is_on(page, HELD);
    // The button may have stood over another mark.
    let_it_be(page);
    assert_eq!(page.eval(CLOSED), true);
}

fn press_outside_closes(page: &Page) {
    story::open(page);
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
    // A press in the card is none outside.
    page.click(page.middle("harness.card().element.querySelector('.variorum-question')"));
    page.pause(100);
    assert_eq!(page.eval(&is_open("pinned", HELD)), true);
    page.click((5, 5));
    page.wait_for(CLOSED);
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    page.click((5, 5));
    page.wait_for(CLOSED);
}

fn one_at_a_time(page: &Page) {
    story::open(page);
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    // The card may stand over the other mark: by way of the margin.
    page.mouse_to((5, 5));
    page.wait_for(CLOSED);
    click(page, BOTH);
    page.wait_for(&is_open("pinned", BOTH));
    page.eval("document.querySelector('variorum-dossier').open('held')");
    page.wait_for(&is_open("pinned", HELD));
    assert_eq!(page.eval("document.querySelectorAll('variorum-card').length"), 1);
    assert_eq!(page.eval("document.querySelectorAll('.variorum-mark[aria-expanded=true]').length"), 1);
    assert_eq!(page.eval("document.querySelectorAll('a.variorum-open').length"), 1);
}

fn turns_between_points(page: &Page) {
    story::open(page);
    click(page, BOTH);
    page.wait_for(&is_open("pinned", BOTH));
    let says = |words: &str| page.wait_for(&format!("harness.card().text.includes('{words}')"));
    let turn = |class: &str| page.click(page.middle(&format!("harness.card().element.querySelector('.{class}')")));
    says("Point 1 of 2");
    says("How many men entered?");
    turn("variorum-next");
    says("Point 2 of 2");
    says("How many intruders were there?");
    turn("variorum-next");
    says("Point 1 of 2");
    turn("variorum-previous");
    says("Point 2 of 2");
    assert_eq!(page.eval(&is_open("pinned", BOTH)), true);
    // By key, focus does not get lost with the button.
    page.eval("harness.card().element.querySelector('.variorum-next').focus()");
    page.press(&[key::ENTER]);
    says("Point 1 of 2");
    page.wait_for("harness.card().element.getRootNode().activeElement !== null");
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
    assert_eq!(page.eval("harness.card().text.includes('Point ')"), false);
}

fn leads_on_to_the_evidence(page: &Page) {
    story::open(page);
    assert_eq!(page.eval("document.querySelector('.variorum-evidence').open"), false);
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
    page.eval("harness.card().element.scrollTo(0, 1e6)");
    story::stand_still(page);
    page.click(page.middle("harness.card().element.querySelector('.variorum-all')"));
    page.wait_for(CLOSED);
    page.wait_for("document.querySelector('.variorum-evidence').open");
    assert_eq!(page.eval("location.hash"), "#variorum-house");
    // All sources and all points, in the page itself.
    let text = page.eval("document.querySelector('variorum-dossier').innerText");
    let text = text.as_str().expect("text");
    for words in ["The Globe", "The Echo", "The Herald", "How long were the people held?", "How many men entered?"] {
        assert!(text.contains(words), "“{words}” is missing: {text}");
    }
}

fn hover_closes_nothing_of_the_page(page: &Page) {
    story::open(page);
    // Where `hint` is known, only: elsewhere the page's popover is none of ours either.
    page.eval("void document.body.insertAdjacentHTML('afterbegin', '<div popover id=menu>A menu of the page</div>')");
    page.eval("document.querySelector('#menu').style.cssText = 'inset: auto 0 0 auto; margin: 0'");
    page.eval("document.querySelector('#menu').showPopover()");
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    assert_eq!(page.eval("document.querySelector('#menu').matches(':popover-open')"), true);
    page.mouse_to((5, 5));
    page.wait_for(CLOSED);
    assert_eq!(page.eval("document.querySelector('#menu').matches(':popover-open')"), true);
}

fn modified_click_keeps_its_meaning(page: &Page) {
    story::open(page);
    page.eval(
        "void addEventListener('click', event => { window.left = !event.defaultPrevented; event.preventDefault(); })",
    );
    page.click_with(key::CONTROL, page.middle(&mark(HELD)));
    page.wait_for("window.left === true");
    assert_eq!(page.eval("harness.card()?.form === 'pinned'"), false);
    assert_eq!(page.eval(&format!("{}.href", mark(HELD))), format!("{}/plain.html#variorum-house.held", page.origin()));
    click(page, HELD);
    page.wait_for("window.left === false");
    page.wait_for(&is_open("pinned", HELD));
}

fn opens_in_a_modal_dialog(page: &Page) {
    page.goto("/plain.html");
    page.eval("void document.body.insertAdjacentHTML('beforeend', '<dialog></dialog>')");
    page.eval("void document.querySelector('dialog').append(document.querySelector('article'))");
    page.eval("document.querySelector('dialog').showModal()");
    story::embed(page, story::SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    // It can be reached: nothing of the card is under the dialog, or inert.
    let (x, y) = page.middle("harness.card().element.querySelector('.variorum-question')");
    assert_eq!(page.eval(&format!("harness.at({x}, {y}).className")), "variorum-question");
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    // The dialog itself is not what was closed.
    assert_eq!(page.eval("document.querySelector('dialog').open"), true);
}

fn follows_dark(page: &Page) {
    story::open(page);
    let style = "(style => [style.backgroundColor, style.color])(getComputedStyle(harness.card().element))";
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
    assert_eq!(page.eval(style)[0], "rgb(255, 255, 255)");
    // Marks follow the page: it says that it has both schemes.
    page.eval("void (document.documentElement.style.colorScheme = 'light dark')");
    let line = format!("getComputedStyle({}).textDecorationColor", mark(HELD));
    let light_line = page.eval(&line);
    if page.prefer(Wishes { dark: true, ..Wishes::default() }) {
        page.wait_for("matchMedia('(prefers-color-scheme: dark)').matches");
        assert_eq!(page.eval(style), json!(["rgb(29, 31, 35)", "rgb(236, 238, 242)"]));
        assert_ne!(page.eval(&line), light_line);
    }
}

fn fits_a_narrow_screen(page: &Page) {
    page.viewport(320, 600);
    story::open(page);
    click(page, HELD);
    page.wait_for(&is_open("sheet", HELD));
    assert_eq!(page.eval("harness.focused() === harness.card().element"), true);
    let out = "[...harness.card().element.querySelectorAll('*')].filter(e => { const box = e.getBoundingClientRect();
        return box.width && (box.left < 0 || box.right > 320.5); }).map(e => e.className + e.localName)";
    assert_eq!(page.eval(out), json!([]));
    assert_eq!(page.eval("document.documentElement.scrollWidth <= 320"), true);
}

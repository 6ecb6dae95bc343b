//! Painted marks: the same card from words that no node of the page was changed for.

use serde_json::{Value, json};

use crate::page::{Page, key};
use crate::story::{self, BOTH, CLOSED, HELD, SHELL};
use crate::tests;

tests![
    => paints_and_touches_nothing,
    => opens_by_hover,
    => stands_by_the_hovered_line,
    => click_pins_and_closes,
    => selecting_is_not_clicking,
    => opens_from_a_tab_stop,
    => tab_stops_are_in_reading_order_and_move_nothing,
    => a_tab_stop_leads_to_words_out_of_sight,
    => script_opens_it,
    touch => opens_a_sheet,
    touch => opens_a_sheet_without_a_click,
    => words_inside_controls_are_painted,
    => links_and_buttons_keep_working,
    => shared_by_several_dossiers,
    => in_a_scrolling_box,
    => in_a_shadow_root,
    => shows_what_is_pointed_at,
    => listens_for_what_it_needs,
    => removal_leaves_nothing,
];

fn open(page: &Page) {
    story::open_with(page, json!({ "marks": "paint" }));
}

/// The expression for the first painted range that begins with these words.
fn range(words: &str) -> String {
    format!(
        "[...CSS.highlights].filter(([name]) => name.startsWith('variorum-'))
         .flatMap(([, ranges]) => [...ranges]).find(range => String(range).startsWith('{words}'))"
    )
}

/// The expression for a tab stop by its first words.
fn stop(words: &str) -> String {
    format!("[...document.querySelectorAll('.variorum-stop')].find(stop => stop.textContent.startsWith('{words}'))")
}

/// The condition that the card of a painted mark is open in a form, and whole.
fn is_open(form: &str, words: &str) -> String {
    format!("harness.card()?.form === '{form}' && harness.card().text && harness.card().mark === {}", stop(words))
}

/// The highlights of ours, by name, each the words that it paints in the order of the page.
fn painted(page: &Page) -> Value {
    page.eval(
        "Object.fromEntries([...CSS.highlights].filter(([name]) => name.startsWith('variorum-')).map(([name, ranges]) =>
            [name, [...ranges].sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String)]))",
    )
}

/// What [`painted`] gives for the small story.
fn whole() -> Value {
    json!({
        "variorum-contradict": ["ten intru", "ders entered the house", "nearly four hours"],
        "variorum-agree": ["left with", " two ", "computers"],
    })
}

fn hover(page: &Page, words: &str) {
    page.mouse_to(page.middle(&range(words)));
}

fn click(page: &Page, words: &str) {
    page.click(page.middle(&range(words)));
}

/// Lets so much time pass that whatever was to open or close by itself has done so.
fn let_it_be(page: &Page) {
    page.pause(700);
}

fn paints_and_touches_nothing(page: &Page) {
    page.goto("/plain.html");
    page.remember("article");
    page.eval("void (window.before = document.querySelector('article').outerHTML)");
    let words = page.words("article");
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json", "marks": "paint" }));
    story::ready(page);
    let untouched = |when: &str| {
        assert_eq!(page.changes("article"), [""; 0], "{when}");
        assert_eq!(page.eval("document.querySelector('article').outerHTML === before"), true, "{when}");
        assert_eq!(page.words("article"), words, "{when}");
    };
    assert_eq!(painted(page), whole());
    assert_eq!(page.marks(), json!([]));
    assert_eq!(page.events().last().map(|event| event["marks"].clone()), Some(json!(3)));
    untouched("painted");
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    untouched("with a preview");
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
    untouched("with a card");
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("!document.querySelector('variorum-card')");
    untouched("removed");
    assert_eq!(page.logs(), [""; 0]);
}

fn opens_by_hover(page: &Page) {
    open(page);
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    assert_eq!(page.eval("document.activeElement === document.body"), true);
    // The pointer may go into the card.
    page.mouse_glide(page.middle("harness.card().element"), 500);
    let_it_be(page);
    assert_eq!(page.eval(&is_open("preview", HELD)), true);
    page.mouse_to((5, 5));
    page.wait_for(CLOSED);
    // Between two words of the same paragraph there is nothing.
    let (x, y) = page.middle(&range(HELD));
    let left = page.eval(&format!("({}).getClientRects()[0].left", range(HELD))).as_f64().expect("a number") as i64;
    assert!(left < x);
    page.mouse_to((left - 30, y));
    let_it_be(page);
    assert_eq!(page.eval(CLOSED), true);
    // Over an inline element in the middle of a mark there is the mark.
    hover(page, "computers");
    page.wait_for(&is_open("preview", "left with"));
}

fn stands_by_the_hovered_line(page: &Page) {
    open(page);
    let lines = format!("({}).getClientRects()", range(HELD));
    let column = format!("({}).startContainer.parentElement", range(HELD));
    story::stands_by_the_hovered_line(page, &lines, &column, &is_open("preview", HELD));
}

fn click_pins_and_closes(page: &Page) {
    open(page);
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
    assert_eq!(page.eval("location.hash"), "");
    page.mouse_to((5, 5));
    let_it_be(page);
    assert_eq!(page.eval(&is_open("pinned", HELD)), true);
    click(page, HELD);
    page.wait_for(CLOSED);
    let_it_be(page);
    assert_eq!(page.eval(CLOSED), true);
    // Two claims in one mark.
    click(page, BOTH);
    page.wait_for(&is_open("pinned", BOTH));
    page.wait_for("harness.card().text.includes('Point 1 of 2')");
    page.click((5, 5));
    page.wait_for(CLOSED);
}

fn selecting_is_not_clicking(page: &Page) {
    open(page);
    let (x, y) = page.middle(&range(HELD));
    page.drag((x - 120, y), (x, y));
    assert_eq!(page.eval("getSelection().isCollapsed"), false);
    page.eval("getSelection().removeAllRanges()");
    page.mouse_to((5, 5));
    let_it_be(page);
    let events = page.events();
    assert!(events.iter().all(|event| event["pinned"] != true), "{events:?}");
}

fn opens_from_a_tab_stop(page: &Page) {
    open(page);
    page.eval("document.querySelector('#inside').focus()");
    page.press(&[key::TAB]);
    page.wait_for(&format!("harness.focused() === {}", stop(BOTH)));
    page.wait_for(&is_open("preview", BOTH));
    // The card stands by the words, not by the tab stop.
    page.wait_for(&format!(
        "((words, card) => Math.abs(card.top - words.bottom - 8) <= 6)
         (({}).getClientRects()[0], harness.card().element.getBoundingClientRect())",
        range(BOTH)
    ));
    page.press(&[key::ENTER]);
    page.wait_for(&is_open("pinned", BOTH));
    page.wait_for("harness.focused() === harness.card().element");
    page.press(&[key::TAB]);
    page.wait_for("harness.focused().localName === 'button'");
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    page.wait_for(&format!("harness.focused() === {}", stop(BOTH)));
    let_it_be(page);
    assert_eq!(page.eval(CLOSED), true);
    page.press(&[" "]);
    page.wait_for(&is_open("pinned", BOTH));
    assert_eq!(page.eval("location.hash"), "");
}

fn tab_stops_are_in_reading_order_and_move_nothing(page: &Page) {
    open(page);
    let stops = "[...document.querySelectorAll('variorum-dossier > .variorum-stops > li > a')]";
    assert_eq!(
        page.eval(&format!("{stops}.map(stop => [stop.textContent, stop.getAttribute('href')])")),
        json!([
            ["ten intruders entered the house", "#variorum-house.entered"],
            ["nearly four hours", "#variorum-house.held"],
            ["left with two computers", "#variorum-house.computers"],
        ])
    );
    for (name, value) in [("role", "button"), ("aria-haspopup", "dialog"), ("aria-expanded", "false")] {
        assert_eq!(page.eval(&format!("{stops}.every(stop => stop.getAttribute('{name}') === '{value}')")), true);
    }
    let described = format!("document.getElementById({stops}[0].getAttribute('aria-describedby')).textContent");
    assert_eq!(page.eval(&described), "Reports contradict each other. Shows what each says.");
    let (words, shifts) = (page.words("body"), page.eval("harness.shifts"));
    let height = page.eval("document.documentElement.scrollHeight");
    let clip = format!("{stops}.map(stop => getComputedStyle(stop).clipPath)");
    assert_eq!(page.eval(&clip), json!(["inset(50%)", "inset(50%)", "inset(50%)"]));
    page.eval("document.querySelector('#inside').focus()");
    page.press(&[key::TAB]);
    page.press(&[key::TAB]);
    page.wait_for(&format!("harness.focused() === {}", stop(HELD)));
    assert_eq!(page.eval(&clip), json!(["inset(50%)", "none", "inset(50%)"]));
    assert_eq!(page.eval("scrollY"), 0);
    assert_eq!(page.eval("document.documentElement.scrollHeight"), height);
    assert_eq!(page.words("body"), words);
    let place = |stop: &str| {
        page.eval(&format!("(box => [box.left, innerHeight - box.bottom])({stop}.getBoundingClientRect())"))
    };
    assert_eq!(place(&stop(HELD)), place(&stop(BOTH)));
    assert_eq!(page.eval("harness.shifts"), shifts);
}

fn a_tab_stop_leads_to_words_out_of_sight(page: &Page) {
    open(page);
    page.eval("scrollTo({ top: 900, behavior: 'instant' })");
    story::stand_still(page);
    let at = page.eval("scrollY");
    page.eval(&format!("void {}.focus({{ preventScroll: true, focusVisible: true }})", stop(HELD)));
    let_it_be(page);
    assert_eq!((page.eval(CLOSED), page.eval("scrollY")), (json!(true), at));
    page.press(&[key::ENTER]);
    page.wait_for(&is_open("pinned", HELD));
    let box_ = format!("({}).getClientRects()[0]", range(HELD));
    page.wait_for(&format!("{box_}.top >= 0 && {box_}.bottom <= innerHeight"));
    page.wait_for(&format!("harness.card().element.getBoundingClientRect().top - {box_}.bottom < 14"));
}

fn script_opens_it(page: &Page) {
    open(page);
    page.eval("scrollTo({ top: 900, behavior: 'instant' })");
    assert_eq!(page.eval("document.querySelector('variorum-dossier').open('computers')"), true);
    page.wait_for(&is_open("pinned", "left with"));
    let box_ = format!("({}).getClientRects()[0]", range("left with"));
    page.wait_for(&format!("{box_}.top >= 0 && {box_}.bottom <= innerHeight"));
    page.eval("document.querySelector('variorum-dossier').close()");
    page.wait_for(CLOSED);
}

fn opens_a_sheet(page: &Page) {
    page.viewport(390, 700);
    open(page);
    page.tap(page.middle(&range(HELD)));
    assert_eq!(page.eval("harness.pointers.at(-1)"), "pointerup touch");
    page.wait_for(&is_open("sheet", HELD));
    page.wait_for("harness.card().element.getAnimations().length === 0");
    let gap = format!(
        "harness.card().element.getBoundingClientRect().top
         - Math.max(...[...({}).getClientRects()].map(box => box.bottom))",
        range(HELD)
    );
    assert!(page.eval(&gap).as_f64() >= Some(8.0), "{}", page.eval(&gap));
    page.tap(page.middle("harness.card().element.querySelector('.variorum-close')"));
    page.wait_for(CLOSED);
    // Beside the words there is nothing to tap.
    page.tap(page.middle("document.querySelector('h1')"));
    let_it_be(page);
    assert_eq!(page.eval(CLOSED), true);
}

/// As on phones that make no click of a tap on text.
fn opens_a_sheet_without_a_click(page: &Page) {
    page.viewport(390, 700);
    open(page);
    page.eval("void addEventListener('click', event => event.stopImmediatePropagation(), true)");
    page.tap(page.middle(&range(HELD)));
    page.wait_for(&is_open("sheet", HELD));
    let_it_be(page);
    assert_eq!(page.eval(&is_open("sheet", HELD)), true);
    page.eval("document.querySelector('variorum-dossier').close()");
    page.wait_for(CLOSED);
    // A finger that goes on is none that taps.
    let (x, y) = page.middle(&range(HELD));
    page.swipe(&[(x, y), (x + 30, y)]);
    let_it_be(page);
    assert_eq!(page.eval(CLOSED), true);
}

/// Opens the page with links and buttons.
fn open_controls(page: &Page, marks: &str) {
    page.goto("/controls.html");
    page.remember("article");
    story::embed(page, SHELL, &json!({ "src": "/made/controls.json", "marks": marks }));
    story::ready(page);
}

/// What is painted there where all else is wrapped.
const INSIDE: [&str; 7] = [
    "letter of the mayor",
    "other photographs",
    "hidden notes",
    "witnesses saw",
    "neighbours heard",
    "that same",
    " evening",
];

fn words_inside_controls_are_painted(page: &Page) {
    for marks in ["auto", "text"] {
        open_controls(page, marks);
        assert_eq!(painted(page), json!({ "variorum-contradict": INSIDE }), "{marks}");
        assert_eq!(page.marks(), json!([["asleep by ten", "contradict"]]), "{marks}");
        // The other claims are of another page.
        assert!(page.events().iter().all(|event| event["name"] != "missing" || event["reason"] == "absent"));
    }
    open_controls(page, "paint");
    assert_eq!(page.marks(), json!([]));
    assert_eq!(page.changes("article"), [""; 0]);
}

fn links_and_buttons_keep_working(page: &Page) {
    open_controls(page, "auto");
    page.run(
        "window.clicks = {};
         for (const id of ['link', 'button', 'role', 'label', 'summary'])
             document.getElementById(id).addEventListener('click', () => (clicks[id] = (clicks[id] ?? 0) + 1));",
        &[],
    );
    // A link, a button, something like a button, a label, a summary: each first as it is, then with its preview open.
    let controls = [
        ("link", "letter of", "location.hash === '#followed'"),
        ("button", "other photographs", "true"),
        ("role", "hidden notes", "true"),
        ("label", "witnesses saw", "document.querySelector('#box').checked"),
        ("summary", "neighbours heard", "document.querySelector('#details').open"),
    ];
    for (id, words, done) in controls {
        page.click(page.middle(&range(words)));
        page.wait_for(&format!("clicks['{id}'] >= 1"));
        page.wait_for(done);
        // The reader went for the control: no card comes up behind it.
        let_it_be(page);
        assert_eq!(page.eval(CLOSED), true, "{id}");
        page.mouse_to((5, 5));
        hover(page, words);
        page.wait_for(&is_open("preview", words));
        click(page, words);
        page.wait_for(CLOSED);
        page.wait_for(&format!("clicks['{id}'] >= 2"));
        page.mouse_to((5, 5));
        // From the page's script and from the tab stop it can be pinned.
        page.eval(&format!("void {}.focus({{ focusVisible: true }})", stop(words)));
        page.press(&[key::ENTER]);
        page.wait_for(&is_open("pinned", words));
        page.press(&[key::ESCAPE]);
        page.wait_for(CLOSED);
    }
    // A label's click comes twice, as everywhere: its own, and that of its box.
    assert_eq!(page.eval("clicks"), json!({ "link": 2, "button": 2, "role": 2, "label": 4, "summary": 2 }));
    assert_eq!(page.eval("document.querySelector('#box').checked"), false);
    // Of words that are a link's in part, the rest is ours.
    click(page, " evening");
    page.wait_for(&is_open("pinned", "that same evening"));
    page.click((5, 5));
    page.wait_for(CLOSED);
    click(page, "that same");
    page.wait_for("location.hash === '#there'");
    assert_eq!(page.eval(CLOSED), true);
}

fn shared_by_several_dossiers(page: &Page) {
    page.goto("/plain.html");
    page.eval("void CSS.highlights.set('their-own', new Highlight())");
    for src in ["/made/whole.json", "/made/other.json"] {
        story::embed(page, SHELL, &json!({ "src": src, "marks": "paint" }));
    }
    page.wait_up_to(story::PATIENCE, "harness.events.filter(event => event.name === 'ready').length === 2");
    let mut both = whole();
    both["variorum-contradict"] = json!([
        "ten intru",
        "ten intru",
        "ders entered the house",
        "ders entered the house",
        "nearly four hours",
        "saw nothing"
    ]);
    both["variorum-agree"] = json!(["left with", "left with", " two ", " two ", "computers", "computers"]);
    assert_eq!(painted(page), both);
    hover(page, "saw nothing");
    page.wait_for(&is_open("preview", "saw nothing"));
    page.eval("document.querySelector('variorum-dossier[src*=other]').remove()");
    page.wait_for(CLOSED);
    assert_eq!(painted(page), whole());
    hover(page, HELD);
    page.wait_for(&is_open("preview", HELD));
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("!document.querySelector('variorum-card')");
    assert_eq!(page.eval("[...CSS.highlights.keys()]"), json!(["their-own"]));
}

fn in_a_scrolling_box(page: &Page) {
    page.goto("/plain.html");
    page.eval("void Object.assign(document.querySelector('article').style, { overflow: 'auto', height: '150px' })");
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json", "marks": "paint" }));
    story::ready(page);
    let scroll = |top: i64| {
        page.eval(&format!("void (document.querySelector('article').scrollTop = {top})"));
        story::stand_still(page);
    };
    click(page, BOTH);
    page.wait_for(&is_open("pinned", BOTH));
    let gap =
        format!("harness.card().element.getBoundingClientRect().top - ({}).getClientRects()[0].bottom", range(BOTH));
    page.wait_for("harness.card().element.getAnimations().length === 0");
    let before = page.eval(&gap).as_f64().expect("a number");
    scroll(20);
    page.wait_for(&format!("Math.abs({gap} - {before}) < 1"));
    page.press(&[key::ESCAPE]);
    page.wait_for(CLOSED);
    // What has been scrolled out of the box is not there, whatever stands in its place.
    scroll(120);
    hover(page, BOTH);
    let_it_be(page);
    assert_eq!(page.eval(CLOSED), true);
    // Below the box, and brought into it.
    scroll(0);
    page.eval("document.querySelector('variorum-dossier').open('computers')");
    page.wait_for(&is_open("pinned", "left with"));
    page.wait_for(&format!(
        "((words, box) => words.top >= box.top && words.bottom <= box.bottom)
         (({}).getClientRects()[0], document.querySelector('article').getBoundingClientRect())",
        range("left with")
    ));
}

/// Where no style sheet of the page's would make a link a mark.
fn in_a_shadow_root(page: &Page) {
    page.goto("/plain.html");
    page.run(
        "const last = document.querySelector('article p:last-child'), host = document.createElement('div');
         last.replaceWith(host);
         host.attachShadow({ mode: 'open' }).append(last);
         window.inside = host.shadowRoot;
         window.before = inside.innerHTML;",
        &[],
    );
    story::embed(page, SHELL, &json!({ "src": "/made/other.json", "marks": "text" }));
    story::ready(page);
    assert_eq!(page.eval("inside.innerHTML === before"), true);
    hover(page, "saw nothing");
    page.wait_for(&is_open("preview", "saw nothing"));
    click(page, "saw nothing");
    page.wait_for(&is_open("pinned", "saw nothing"));
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("!document.querySelector('.variorum-mark, variorum-card')");
    assert_eq!(page.eval("[CSS.highlights.size, inside.innerHTML === before]"), json!([0, true]));
}

fn shows_what_is_pointed_at(page: &Page) {
    open(page);
    let lit = |expected: &[&str]| {
        page.wait_for(&format!(
            "JSON.stringify([...CSS.highlights.get('variorum-open') ?? []].map(String)) === '{}'",
            json!(expected)
        ));
    };
    lit(&[]);
    hover(page, HELD);
    lit(&["nearly four hours"]);
    page.mouse_to((5, 5));
    lit(&[]);
    click(page, HELD);
    page.wait_for(&is_open("pinned", HELD));
    page.mouse_to((5, 5));
    lit(&["nearly four hours"]);
    page.press(&[key::ESCAPE]);
    lit(&[]);
    page.eval("document.querySelector('#inside').focus()");
    page.press(&[key::TAB]);
    lit(&["ten intru", "ders entered the house"]);
}

fn listens_for_what_it_needs(page: &Page) {
    for (marks, expected) in [("text", 12), ("paint", 13)] {
        page.goto("/plain.html");
        let before = page.eval("harness.listeners").as_u64().expect("a number");
        story::embed(page, SHELL, &json!({ "src": "/made/whole.json", "marks": marks }));
        story::ready(page);
        page.wait_for(&format!("harness.listeners === {}", before + expected));
    }
}

fn removal_leaves_nothing(page: &Page) {
    open_controls(page, "auto");
    hover(page, "letter of");
    page.wait_for(&is_open("preview", "letter of"));
    page.eval("void (window.element = document.querySelector('variorum-dossier')).remove()");
    page.wait_for("!document.querySelector('variorum-card')");
    assert_eq!(page.changes("article"), [""; 0]);
    assert_eq!(page.eval("[...CSS.highlights.keys()]"), json!([]));
    assert_eq!(page.eval("element.firstChild === kept && element.childNodes.length"), 1);
    // And once more.
    page.eval("void document.body.append(element)");
    page.wait_up_to(story::PATIENCE, "document.querySelectorAll('.variorum-stop').length === 6");
    assert_eq!(painted(page), json!({ "variorum-contradict": INSIDE }));
}

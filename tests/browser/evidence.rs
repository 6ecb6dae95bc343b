//! The evidence is built in slices, after the marks, and is whole for whoever needs it before.

use serde_json::json;
use variorum::view;
use variorum::view::html::to_html;

use crate::page::Page;
use crate::story::{self, SHELL, is_open};
use crate::{large, tests};

tests![
    => addresses_without_a_host_are_where_the_dossier_is,
    => a_slice_builds_little_and_marks_come_first,
    => it_is_whole_for_whoever_needs_it,
    => a_card_does_not_wait_for_it,
    => half_built_it_goes_without_a_trace,
];

/// Claims and rows that stand.
const BUILT: &str = "document.querySelectorAll('.variorum-claim, .variorum-row').length";
/// All of them: the dossier has sixty claims.
const ALL: u64 = 120;

/// The one mark.
const MARKED: &str = "crossing number 7";

/// Embeds a dossier of sixty claims, one of which is marked. A slice ends by how often it asks the clock, not by how fast
/// it is; once `held` is true, the next waits for `goOn`. What stood before each is kept: `[marks, BUILT]`.
fn embed(page: &Page, held: &str) {
    page.goto("/plain.html");
    page.run(
        &format!(
            "const words = document.createElement('p');
             words.textContent = 'That day {MARKED} was closed for 27 minutes.';
             document.querySelector('article').append(words);
             let clock = 0;
             performance.now = () => ++clock;
             window.slices = [];
             window.waiting = [];
             let isHeld = () => {held};
             const {{ postMessage }} = MessagePort.prototype;
             MessagePort.prototype.postMessage = function (message) {{
                 const send = () => postMessage.call(this, message);
                 slices.push([document.querySelectorAll('.variorum-mark').length, {BUILT}]);
                 if (isHeld()) waiting.push(send);
                 else send();
             }};
             window.goOn = () => {{
                 isHeld = () => false;
                 waiting.splice(0).forEach(send => send());
             }};"
        ),
        &[],
    );
    story::embed(page, SHELL, &json!({ "src": "/made/crossings-0.json" }));
}

/// Embeds it and waits until it is half built.
fn embed_half(page: &Page) {
    embed(page, &format!("{BUILT} > 70"));
    page.wait_up_to(story::PATIENCE, "waiting.length === 1");
    assert!(!is_whole(page));
}

/// Whether the evidence is what the core writes at one stroke.
fn is_whole(page: &Page) -> bool {
    let dossier = large::dossier(0).expect("there is a first");
    let evidence = story::with_context(&dossier, |context| to_html(&view::evidence(context, true)));
    let is_equal = page.run(
        "const own = document.querySelector('.variorum-evidence').cloneNode(true);
         own.open = false;
         // What works only live: the reader's choice, and links to marks that stand.
         own.querySelector('.variorum-choice').remove();
         own.querySelectorAll('.variorum-back').forEach(link => (link.hidden = true));
         const parsed = document.createElement('template');
         parsed.innerHTML = arguments[0];
         parsed.content.querySelectorAll('svg').forEach(svg => svg.removeAttribute('xmlns'));
         return own.isEqualNode(parsed.content.firstChild);",
        &[json!(evidence)],
    );
    is_equal == json!(true)
}

fn a_slice_builds_little_and_marks_come_first(page: &Page) {
    embed(page, "false");
    story::ready(page);
    assert!(is_whole(page));
    let slices = page.eval("slices");
    let slices: Vec<[u64; 2]> = serde_json::from_value(slices).expect("pairs of numbers");
    let most = slices.windows(2).map(|pair| pair[1][1] - pair[0][1]).max();
    assert!(most <= Some(2), "{slices:?}");
    assert!(slices.iter().all(|&[marks, built]| marks == 1 || built == 0), "{slices:?}");
    assert!(slices.len() as u64 > ALL / 2, "{slices:?}");
}

fn it_is_whole_for_whoever_needs_it(page: &Page) {
    let check = |who: &str, need: &dyn Fn()| {
        embed_half(page);
        need();
        assert!(is_whole(page), "{who}");
        page.eval("void goOn()");
        story::ready(page);
        assert!(is_whole(page), "{who}, at last");
    };
    check("who follows a link", &|| {
        page.run(
            "const link = document.createElement('a');
             link.href = '#variorum-crossings-0.c40';
             link.textContent = 'A link';
             document.querySelector('article').before(link);
             link.click();",
            &[],
        );
        page.wait_for("document.querySelector('.variorum-claim:target')?.id === 'variorum-crossings-0.c40'");
    });
    check("who prints", &|| drop(page.eval("dispatchEvent(new Event('beforeprint'))")));
    check("who looks for words", &|| {
        let key = "{ key: 'f', ctrlKey: true, bubbles: true }";
        page.eval(&format!("document.body.dispatchEvent(new KeyboardEvent('keydown', {key}))"));
    });
    check("who opens it", &|| {
        page.eval("document.querySelector('.variorum-evidence summary').click()");
        page.wait_for("document.querySelector('.variorum-evidence').open");
    });
}

fn a_card_does_not_wait_for_it(page: &Page) {
    embed_half(page);
    assert_eq!(page.eval("document.querySelector('variorum-dossier').open('c7')"), true);
    page.wait_for(&is_open("pinned", MARKED));
    page.eval("harness.card().element.querySelector('.variorum-all').click()");
    page.wait_for("document.querySelector('.variorum-overview:target')");
    assert!(is_whole(page));
    page.eval("void goOn()");
    story::ready(page);
}

fn half_built_it_goes_without_a_trace(page: &Page) {
    embed_half(page);
    page.eval("(window.element = document.querySelector('variorum-dossier')).remove()");
    let left = "[element.childNodes.length, element.firstChild === kept, document.querySelectorAll('.variorum-mark, variorum-card').length]";
    page.wait_for("element.firstChild === kept");
    page.eval("void goOn()");
    page.pause(300);
    assert_eq!(page.eval(left), json!([1, true, 0]));
    assert!(page.events().iter().all(|event| event["name"] != "ready"));
    // In the page again, it is built anew.
    page.eval("document.querySelector('article').after(element)");
    story::ready(page);
    assert!(is_whole(page));
}

/// The page's own host is 127.0.0.1.
fn addresses_without_a_host_are_where_the_dossier_is(page: &Page) {
    page.goto("/plain.html");
    let port = page.eval("location.port").as_str().map(str::to_owned).expect("the server has a port");
    for (src, host) in [
        ("/made/hostless.json".to_owned(), "127.0.0.1"),
        (format!("http://localhost:{port}/shared/made/hostless.json"), "localhost"),
        (format!("//localhost:{port}/shared/made/hostless.json"), "localhost"),
    ] {
        story::open_with(page, json!({ "src": src }));
        page.eval("void (document.querySelector('variorum-dossier').open('held'))");
        page.wait_for("harness.card()?.text");
        for root in ["harness.card().element", "document.querySelector('variorum-dossier')"] {
            let links = page.eval(&format!(
                "[...({root}).querySelectorAll('.variorum-out')].filter(link => !/example$/.test(link.hostname))
                     .map(link => [link.hostname, link.port, link.pathname])"
            ));
            let links = links.as_array().expect("a list");
            assert!(links.contains(&json!([host, port, "/house"])), "{src}, {root}: {links:?}");
            assert!(links.iter().all(|link| link[0] == host && link[1] == port.as_str()), "{src}, {root}: {links:?}");
        }
    }
}

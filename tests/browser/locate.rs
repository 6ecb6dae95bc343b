//! `locate`: all of a part of a page, and nothing of it changed.

use serde_json::{Value, json};

use crate::page::Page;
use crate::story;
use crate::tests;

tests![
    => reads_all_that_is_text,
    => reads_shadow_roots,
    => means_what_can_be_seen,
    => can_be_called_off,
    => starts_again_where_the_page_changes,
    => goes_on_in_slices,
    => marks_only_what_is_the_articles,
];

/// A page with this in its body and nothing else.
fn open(page: &Page, html: &str) {
    page.goto("/api.html");
    page.wait_up_to(story::PATIENCE, "window.variorum");
    page.run("document.body.innerHTML = arguments[0];", &[json!(html)]);
    page.remember("body");
}

/// What is found of each of these words: itself, or why not. Nothing of the page is changed by it.
fn located(page: &Page, quotes: &[&str]) -> Vec<Value> {
    let selectors: Vec<Value> = quotes.iter().map(|quote| json!({ "exact": quote })).collect();
    let found = page.run(
        "return variorum.locate(document.body, arguments[0])
             .then(found => found.map(one => one.refused ?? one.ranges.map(String).join('; ')));",
        &[json!(selectors)],
    );
    assert_eq!(page.changes("body"), [""; 0]);
    found.as_array().expect("a list of answers").clone()
}

fn reads_all_that_is_text(page: &Page) {
    let found = [
        "<aside>the words beside the text</aside>",
        "<nav><a href='/'>the words of the menu</a></nav>",
        "<form><label>the words of the form</label></form>",
        "<article><article>the words of an inner article</article></article>",
        "<div id='comments' class='comments'>the words of a comment</div>",
        "<div hidden='until-found'>the words to be found</div>",
        "<p style='display: none'>the words shown later</p>",
        "<button>the words on a button</button>",
        "<p>the <b>wo</b>rds in <i>pieces</i></p>",
    ];
    let left_out = [
        "<p hidden>the words put away</p>",
        "<textarea>the words typed in</textarea>",
        "<select><option>the words to choose</option></select>",
        "<noscript>the words without a script</noscript>",
        "<style>.the { content: 'words of style' }</style>",
        "<svg><text>the words in a picture</text></svg>",
        "<div class='variorum-evidence'>the words of evidence</div>",
    ];
    open(page, &[found.as_slice(), &left_out].concat().concat());
    let strip = |html: &&str| {
        let mut inside = false;
        html.chars()
            .filter(|&c| {
                let shown = !inside && c != '<';
                inside = c == '<' || inside && c != '>';
                shown
            })
            .collect::<String>()
    };
    let words: Vec<String> = found.iter().map(strip).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    assert_eq!(located(page, &words), words);
    let words: Vec<String> = left_out.iter().map(strip).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    assert_eq!(located(page, &words), vec!["absent"; left_out.len()]);
}

fn reads_shadow_roots(page: &Page) {
    open(
        page,
        "<p>Before the box <span id='host'>slotted words inside</span>behind the box.</p><div id='inner'></div>",
    );
    page.eval(
        "void (() => {
            document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML =
                '<p>shadowed words of the box</p><slot></slot><x-inner></x-inner><p hidden>words put away</p>';
            document.querySelector('#host').shadowRoot.querySelector('x-inner').attachShadow({ mode: 'open' }).innerHTML =
                '<p>words of the box in the box</p>';
        })()",
    );
    let found = located(
        page,
        &[
            "shadowed words of the box",
            "words of the box in the box",
            "slotted words inside",
            "behind the box.",
            "words put away",
            // One tree ends between these.
            "Before the box shadowed words",
            "insidebehind",
        ],
    );
    assert_eq!(
        found,
        [
            "shadowed words of the box",
            "words of the box in the box",
            "slotted words inside",
            "behind the box.",
            "absent",
            "absent",
            "absent"
        ]
    );
}

fn means_what_can_be_seen(page: &Page) {
    open(
        page,
        "<p style='display: none'>It took nearly four hours in all.</p>
         <p id='seen'>It took nearly four hours in all.</p>
         <p style='visibility: hidden'>It took nearly four hours in all.</p>
         <p>Twice the same sentence.</p><p>Twice the same sentence.</p>",
    );
    page.run(
        "return variorum.locate(document.body, [{ exact: 'It took nearly four hours in all.' }, { exact: 'Twice the same sentence.' }])
             .then(([one, two]) => { window.answer = [one.ranges?.[0].startContainer.parentNode.id, two.refused]; });",
        &[],
    );
    assert_eq!(page.eval("answer"), json!(["seen", "ambiguous"]));
}

fn can_be_called_off(page: &Page) {
    open(page, "<p>Some words.</p>");
    let rejected = page.run(
        "const selectors = [{ exact: 'Some words.' }];
         const late = new AbortController();
         const answers = Promise.allSettled([
             variorum.locate(document.body, selectors, { signal: AbortSignal.abort('before') }),
             variorum.locate(document.body, selectors, { signal: late.signal }),
             variorum.locate(document.body, selectors, { signal: new AbortController().signal }),
         ]);
         return Promise.resolve().then(() => late.abort('meanwhile')).then(() => answers)
             .then(all => all.map(one => one.reason ?? String(one.value[0].ranges[0])));",
        &[],
    );
    assert_eq!(rejected, json!(["before", "meanwhile", "Some words."]));
}

fn starts_again_where_the_page_changes(page: &Page) {
    let html: String = (0..3000).map(|i| format!("<p>Paragraph <b>{i}</b> of a long page.</p>")).collect();
    open(page, &(html + "<p id='last'>What was said at last.</p>"));
    let found = page.run(
        "const slice = () => new Promise(done => {
             const { port1, port2 } = new MessageChannel();
             port1.onmessage = () => { port1.close(); done(); };
             port2.postMessage(0);
         });
         const found = variorum.locate(document.body, [{ exact: 'What was said at first.' }, { exact: 'What was said at last.' }]);
         return slice().then(() => {
             document.body.insertAdjacentHTML('afterbegin', '<p>What was said at first.</p>');
             document.querySelector('#last').textContent = 'It is all over.';
             return found;
         }).then(found => found.map(one => one.refused ?? String(one.ranges[0])));",
        &[],
    );
    assert_eq!(found, json!(["What was said at first.", "absent"]));
}

/// Other work gets its turn while a large page is searched.
fn goes_on_in_slices(page: &Page) {
    let html: String = (0..20_000).map(|i| format!("<p>Paragraph <b>{i}</b> of a very long page.</p>")).collect();
    open(page, &html);
    let turns = page.run(
        "let turns = 0, done = false;
         const { port1, port2 } = new MessageChannel();
         port1.onmessage = () => { turns++; if (done) port1.close(); else port2.postMessage(0); };
         port2.postMessage(0);
         return variorum.locate(document.body, [{ exact: 'Paragraph 19999 of' }])
             .then(found => { done = true; return [turns, String(found[0].ranges?.[0])]; });",
        &[],
    );
    assert_eq!(turns[1], "Paragraph 19999 of");
    assert!(turns[0].as_u64() > Some(3), "{turns}");
}

fn marks_only_what_is_the_articles(page: &Page) {
    page.goto("/plain.html");
    page.run(
        "const [words] = arguments, paragraphs = document.querySelectorAll('article p');
         for (const html of ['<aside>#</aside>', '<nav>#</nav>', '<form>#</form>', '<article>#</article>',
             '<div class=\"comments\">#</div>', '<p hidden>#</p>'])
             paragraphs[0].insertAdjacentHTML('beforebegin', html.replace('#', words));",
        &[json!("They were there for nearly four hours.")],
    );
    story::embed(page, story::SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    assert_eq!(page.marks(), json!(story::MARKS));
}

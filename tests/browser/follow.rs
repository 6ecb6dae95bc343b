//! Marks on a page that goes on changing: late, removed, replaced and changed text.

use serde_json::{Value, json};

use crate::page::Page;
use crate::story::{self, BOTH, CLOSED, HELD, MARKS, SHELL, is_open, mark};
use crate::tests;

tests![
    => late_text_is_marked,
    => an_article_is_filled_later,
    => an_article_comes_later,
    => an_article_is_replaced,
    => hidden_text_is_marked_once_it_is_shown,
    => text_is_marked_as_it_is_scrolled_for,
    => replaced_html_is_marked_again,
    => copies_of_marks_are_no_marks,
    => changed_words_lose_their_mark,
    => words_that_move_take_their_mark_along,
    => what_has_not_changed_is_not_read_again,
    => what_was_taken_out_may_come_back_as_another,
    => marks_that_stand_are_left_alone,
    => a_card_closes_with_its_mark,
    => a_card_is_no_news,
    => a_ticker_is_not_raced_with,
    => a_page_that_takes_marks_out_is_not_raced_with,
    => two_elements_leave_each_other_alone,
    => elements_read_each_text_once,
    => who_is_left_goes_on_following,
    => an_article_in_another_is_followed_too,
    => unmounting_restores_late_text,
    => unmounting_while_marks_are_made,
];

/// The first paragraph of the article, which has two of the three marks.
const FIRST: &str = "document.querySelector('article p')";

/// Embeds the story in its page, after a script has changed that; waits until it is ready.
fn open_after(page: &Page, change: &str) {
    page.goto("/plain.html");
    page.run(change, &[]);
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
}

/// Waits until these marks stand, and sees that nothing was told but what is missing at first.
fn comes_to(page: &Page, marks: &Value) {
    page.run(
        "window.marks = () => [...document.querySelectorAll('.variorum-mark')].map(mark => mark.textContent).join('');",
        &[],
    );
    let words: String =
        marks.as_array().unwrap().iter().map(|mark| mark[0].as_str().unwrap().replace('|', "")).collect();
    page.wait_up_to(story::PATIENCE, &format!("marks() === {}", json!(words)));
    assert_eq!(page.marks(), *marks);
    // Evidence may still be built.
    page.wait_for("harness.events.some(event => event.name === 'ready')");
    assert_eq!(told(page, "ready").len(), 1, "it is ready once");
}

fn told(page: &Page, name: &str) -> Vec<Value> {
    let mut events = page.events();
    events.retain(|event| event["name"] == name);
    events
}

/// Counts our walks from now on: each begins with a question what it leaves out.
fn count_walks(page: &Page) {
    page.eval(
        "void (() => {
            const article = document.querySelector('article'), { querySelectorAll } = article;
            window.walks = 0;
            article.querySelectorAll = selector => {
                if (selector.includes('.variorum-evidence')) window.walks++;
                return querySelectorAll.call(article, selector);
            };
        })()",
    );
}

/// Lets it come to rest: no walk for longer than any is put off by a page that is still now.
fn rests(page: &Page) -> u64 {
    page.run(
        "return new Promise(done => {
            let before = walks;
            const look = setInterval(() => {
                if (walks === before) { clearInterval(look); done(walks); }
                before = walks;
            }, 1000);
        });",
        &[],
    )
    .as_u64()
    .expect("a number of walks")
}

fn late_text_is_marked(page: &Page) {
    open_after(page, &format!("window.late = {FIRST}; late.remove();"));
    assert_eq!(page.marks(), json!([MARKS[2]]));
    let claims = |events: Vec<Value>| events.iter().map(|event| event["claim"].clone()).collect::<Vec<_>>();
    let mut missing = claims(told(page, "missing"));
    missing.sort_by_key(Value::to_string);
    assert_eq!(missing, ["entered", "held", "intruders"]);
    page.eval("void document.querySelector('article h1').after(late)");
    comes_to(page, &json!(MARKS));
    // Gone and come again, nothing is told again.
    page.eval("late.remove()");
    comes_to(page, &json!([MARKS[2]]));
    page.eval("void document.querySelector('article h1').after(late)");
    comes_to(page, &json!(MARKS));
    assert_eq!(told(page, "missing").len(), 3);
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for(&is_open("preview", HELD));
}

fn an_article_is_filled_later(page: &Page) {
    open_after(
        page,
        "const article = document.querySelector('article'); window.html = article.innerHTML; article.textContent = '';",
    );
    assert_eq!(page.marks(), json!([]));
    page.eval("void (document.querySelector('article').innerHTML = html)");
    comes_to(page, &json!(MARKS));
}

fn an_article_comes_later(page: &Page) {
    page.goto("/plain.html");
    page.eval("(window.article = document.querySelector('article')).remove()");
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
    page.wait_up_to(story::PATIENCE, "harness.events.some(event => event.reason === 'no-article')");
    assert_eq!(page.eval("document.querySelector('variorum-dossier').innerText.trim()"), story::EVIDENCE);
    page.eval("document.body.prepend(article)");
    comes_to(page, &json!(MARKS));
    assert_eq!(page.eval("document.querySelectorAll('variorum-dossier .variorum-evidence').length"), 1);
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("!document.querySelector('.variorum-mark, variorum-card')");
}

fn an_article_is_replaced(page: &Page) {
    page.goto("/plain.html");
    page.eval("void (window.other = document.querySelector('article').cloneNode(true))");
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    page.eval("document.querySelector('article').replaceWith(other)");
    comes_to(page, &json!(MARKS));
    assert_eq!(page.eval("other.querySelectorAll('a.variorum-mark').length"), 3);
}

fn hidden_text_is_marked_once_it_is_shown(page: &Page) {
    open_after(page, &format!("window.more = {FIRST}; more.hidden = true;"));
    assert_eq!(page.marks(), json!([MARKS[2]]));
    page.eval("void (more.hidden = false)");
    comes_to(page, &json!(MARKS));
    page.eval("void (more.hidden = true)");
    comes_to(page, &json!([MARKS[2]]));
}

fn text_is_marked_as_it_is_scrolled_for(page: &Page) {
    open_after(page, &format!("window.late = {FIRST}; late.remove();"));
    count_walks(page);
    page.run(
        "return new Promise(done => {
            let left = 20;
            const add = setInterval(() => {
                const chunk = document.createElement('p');
                chunk.textContent = `Part ${left} of a long report on houses and hills.`;
                document.querySelector('article').append(--left ? chunk : late);
                if (!left) { clearInterval(add); done(); }
            }, 50);
        });",
        &[],
    );
    comes_to(page, &json!([MARKS[2], MARKS[0], MARKS[1]]));
    let walks = rests(page);
    assert!((1..20).contains(&walks), "{walks} walks for 20 parts");
}

fn replaced_html_is_marked_again(page: &Page) {
    open_after(page, "window.html = document.querySelector('article').innerHTML;");
    page.eval("void (document.querySelector('article').innerHTML = html)");
    comes_to(page, &json!(MARKS));
    page.eval("void (document.querySelector('article').innerHTML = html.replace('for nearly four hours', 'all day'))");
    comes_to(page, &json!([MARKS[0], MARKS[2]]));
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("!document.querySelector('.variorum-mark')");
    assert_eq!(
        page.eval("document.querySelector('article').innerHTML === html.replace('for nearly four hours', 'all day')"),
        true
    );
}

fn copies_of_marks_are_no_marks(page: &Page) {
    story::open(page);
    page.eval(
        "void (() => {
            document.querySelector('article').innerHTML += '<p>One more.</p>';
            document.querySelectorAll('.variorum-mark').forEach(mark => mark.dataset.copy = '');
        })()",
    );
    page.wait_up_to(story::PATIENCE, "!document.querySelector('[data-copy]')");
    comes_to(page, &json!(MARKS));
    page.click(page.middle(&mark(HELD)));
    page.wait_up_to(story::PATIENCE, &is_open("pinned", HELD));
    assert_eq!(page.eval("document.querySelectorAll('.variorum-mark .variorum-mark').length"), 0);
}

fn changed_words_lose_their_mark(page: &Page) {
    const QUOTE: &str = "The people in it were held for nearly four hours";
    page.goto("/plain.html");
    let mut dossier = story::dossier();
    dossier["claims"][0]["anchors"] = json!([{ "exact": QUOTE }]);
    story::embed(page, SHELL, &json!({}));
    page.wait_up_to(story::PATIENCE, "customElements.get('variorum-dossier')");
    page.run("document.querySelector('variorum-dossier').dossier = arguments[0];", &[dossier]);
    story::ready(page);
    assert_eq!(page.marks(), json!([MARKS[0], [QUOTE, "contradict"], MARKS[2]]));
    page.eval("void (() => { const text = [...document.querySelectorAll('a.variorum-mark')][1].firstChild; text.data = text.data.replace('four', 'five'); })()");
    comes_to(page, &json!([MARKS[0], MARKS[2]]));
    page.wait_for("harness.events.some(event => event.name === 'missing')");
    assert_eq!(told(page, "missing"), [json!({ "name": "missing", "claim": "held", "reason": "changed" })]);
    assert_eq!(page.eval(&format!("{FIRST}.textContent.includes('were held for nearly five hours, or')")), true);
}

fn words_that_move_take_their_mark_along(page: &Page) {
    story::open(page);
    page.eval(&format!(
        "void (() => {{
            {}.textContent = 'a long time';
            document.querySelector('article').insertAdjacentHTML('beforeend', '<p>It was nearly four hours.</p>');
        }})()",
        mark(HELD)
    ));
    comes_to(page, &json!([MARKS[0], MARKS[2], MARKS[1]]));
}

/// Notes from now on each text that is read.
fn note_texts(page: &Page) {
    page.eval(
        "void (() => {
            const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data');
            window.read = [];
            Object.defineProperty(CharacterData.prototype, 'data', {
                ...data,
                get() { const words = data.get.call(this); read.push(words); return words; },
            });
        })()",
    );
}

/// Embeds claims of the story one after the other, each in an element of its own with these attributes, where nobody
/// watches.
fn embed_claims(page: &Page, claims: &[(usize, Value)]) {
    let whole = story::dossier();
    story::load(page, SHELL);
    page.wait_up_to(story::PATIENCE, "customElements.get('variorum-dossier')");
    for (at, (claim, attributes)) in claims.iter().enumerate() {
        let mut dossier = whole.clone();
        dossier["id"] = json!(format!("house-{claim}"));
        dossier["claims"] = json!([whole["claims"][claim]]);
        page.run(
            "const [dossier, attributes] = arguments, element = document.createElement('variorum-dossier');
             for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
             element.dossier = dossier;
             document.querySelector('.tall').append(element);",
            &[dossier, attributes.clone()],
        );
        let ready = format!("harness.events.filter(event => event.name === 'ready').length === {}", at + 1);
        page.wait_up_to(story::PATIENCE, &ready);
    }
}

fn what_has_not_changed_is_not_read_again(page: &Page) {
    open_after(
        page,
        &format!(
            "window.late = {FIRST};
             late.remove();
             const filler = '<section>' + '<p>Nothing of <b>weight</b> stands here.</p>'.repeat(20) + '</section>';
             document.querySelector('article').insertAdjacentHTML('beforeend', filler.repeat(10));"
        ),
    );
    note_texts(page);
    page.eval("void document.querySelectorAll('article section')[5].append(late)");
    comes_to(page, &json!([MARKS[2], MARKS[0], MARKS[1]]));
    let fillers = "read.filter(words => words.startsWith('Nothing of')).length";
    assert_eq!(page.eval("read.some(words => words.includes('nearly four hours'))"), true);
    // Those of the section that got it, whose end must be looked at; each is a block that is known.
    assert_eq!(page.eval(fillers), 0);
    // What is changed is read, and what stands beside it is not.
    page.eval("void (document.querySelectorAll('article section p')[7].firstChild.data = 'Nothing of this: nearly four hours ')");
    page.wait_for(&format!("{fillers} === 1"));
    assert_eq!(page.eval("read.filter(words => words === 'weight').length"), 1);
}

fn what_was_taken_out_may_come_back_as_another(page: &Page) {
    open_after(
        page,
        &format!(
            "const wrap = document.createElement('x-wrap');
             {FIRST}.replaceWith(wrap);
             wrap.innerHTML = '<div><p>It was quiet.</p></div>';
             window.wrap = wrap;"
        ),
    );
    assert_eq!(page.marks(), json!([MARKS[2]]));
    for part in ["wrap", "wrap.firstChild"] {
        // Nobody is told of what is changed while it is out of the page.
        page.run(
            &format!(
                "const part = {part}, parent = part.parentNode, next = part.nextSibling, words = wrap.querySelector('p').firstChild;
                 part.remove();
                 return new Promise(done => setTimeout(() => {{
                     words.data = 'They were held for nearly four hours.';
                     parent.insertBefore(part, next);
                     done();
                 }}, 50));"
            ),
            &[],
        );
        page.wait_for("wrap.querySelector('.variorum-mark')?.textContent === 'nearly four hours'");
        page.eval("void (wrap.querySelector('p').textContent = 'It was quiet.')");
        page.wait_for("!wrap.querySelector('.variorum-mark')");
    }
}

fn marks_that_stand_are_left_alone(page: &Page) {
    open_after(page, "window.late = document.querySelector('article p.justified'); late.remove();");
    page.eval("void (window.before = [...document.querySelectorAll('.variorum-mark')])");
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    // Beside the marks, in the same paragraph; and elsewhere, with words that are wanted.
    page.eval(&format!("void ({FIRST}.append(' So it goes.'), document.querySelector('article').append(late))"));
    comes_to(page, &json!(MARKS));
    assert_eq!(page.eval("before.every(mark => mark.isConnected)"), true);
    assert_eq!(page.eval(&is_open("pinned", HELD)), true);
    // The same words once more make nothing uncertain that stands already.
    page.eval(
        "void document.querySelector('article').insertAdjacentHTML('beforeend', '<p>They say nearly four hours.</p>')",
    );
    count_walks(page);
    page.eval("document.querySelector('article').append('.')");
    page.wait_up_to(story::PATIENCE, "walks");
    assert!(rests(page) > 0);
    assert_eq!(page.eval("before.every(mark => mark.isConnected)"), true);
    assert_eq!(page.eval(&is_open("pinned", HELD)), true);
}

fn a_card_closes_with_its_mark(page: &Page) {
    story::open(page);
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    page.eval(&format!("(window.gone = {FIRST}).remove()"));
    page.wait_up_to(story::PATIENCE, CLOSED);
    comes_to(page, &json!([MARKS[2]]));
    assert_eq!(told(page, "close").len(), 1);
    // What was taken away came without marks, and gets new ones when it comes back.
    assert_eq!(page.eval("gone.querySelectorAll('.variorum-mark').length"), 0);
    page.eval("document.querySelector('article h1').after(gone)");
    comes_to(page, &json!(MARKS));
    page.click(page.middle(&mark(BOTH)));
    page.wait_for(&is_open("pinned", BOTH));
}

/// The card comes into the page when it first opens: nothing for which the article would be read again.
fn a_card_is_no_news(page: &Page) {
    story::open(page);
    count_walks(page);
    page.eval("document.querySelector('variorum-dossier').open('held')");
    page.wait_for("harness.card()?.text");
    page.eval("document.querySelector('variorum-dossier').close()");
    assert_eq!(rests(page), 0);
    // Into a dialog, too, and out again.
    page.run(
        "window.dialog = document.createElement('dialog');
         document.querySelector('article').before(dialog);",
        &[],
    );
    page.eval("dialog.append(document.querySelector('article'))");
    let moved = rests(page);
    page.eval("dialog.showModal()");
    page.eval("document.querySelector('variorum-dossier').open('held')");
    page.wait_for("harness.card()?.text");
    assert_eq!(rests(page), moved);
}

fn a_ticker_is_not_raced_with(page: &Page) {
    open_after(page, "document.querySelector('article').insertAdjacentHTML('beforeend', '<p id=ticker>0</p>');");
    page.eval("void (window.before = [...document.querySelectorAll('.variorum-mark')])");
    count_walks(page);
    let ticks = page.run(
        "return new Promise(done => {
            let ticks = 0;
            const tick = () => {
                document.querySelector('#ticker').textContent = ++ticks;
                ticks < 100 ? setTimeout(tick, 16) : done(ticks);
            };
            tick();
        });",
        &[],
    );
    let walks = page.eval("walks").as_u64().unwrap();
    assert!(walks * 8 <= ticks.as_u64().unwrap(), "{walks} walks for {ticks} ticks");
    // Once the page is still, so are we; and all that time, no mark was touched.
    rests(page);
    assert_eq!(page.eval("before.length === 6 && before.every(mark => mark.isConnected)"), true);
    assert_eq!(page.marks(), json!(MARKS));
}

fn a_page_that_takes_marks_out_is_not_raced_with(page: &Page) {
    page.goto("/plain.html");
    page.run(
        "const article = document.querySelector('article'), html = article.innerHTML;
         window.fights = 0;
         new MutationObserver(() => {
             if (fights < 1000 && article.querySelector('.variorum-mark')) { window.fights++; article.innerHTML = html; }
         }).observe(article, { childList: true, subtree: true });",
        &[],
    );
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    page.pause(3000);
    let fights = page.eval("fights").as_u64().unwrap();
    assert!((1..=6).contains(&fights), "{fights} fights");
}

fn two_elements_leave_each_other_alone(page: &Page) {
    open_after(page, &format!("window.late = {FIRST}; late.remove();"));
    page.eval(
        "void (() => {
            const second = document.createElement('variorum-dossier');
            second.setAttribute('src', '/made/whole.json');
            second.setAttribute('article', 'article');
            document.body.append(second);
        })()",
    );
    page.wait_up_to(story::PATIENCE, "harness.events.filter(event => event.name === 'ready').length === 2");
    count_walks(page);
    // That there is a second was news to the first.
    rests(page);
    page.eval("void (window.walks = 0, document.querySelector('article h1').after(late))");
    page.wait_up_to(story::PATIENCE, &mark(HELD));
    // One each for what is new, none for what the other has done.
    page.wait_up_to(story::PATIENCE, "walks >= 2");
    assert_eq!(rests(page), 2);
    assert_eq!(page.eval("document.querySelectorAll('a.variorum-mark').length"), 3);
}

fn elements_read_each_text_once(page: &Page) {
    page.goto("/plain.html");
    page.eval(&format!(
        "void ({FIRST}.lastChild.data = 'ders entered the house.',
             document.querySelector('article').insertAdjacentHTML('beforeend', '<p>A <b>filler</b>.</p>'.repeat(20)))"
    ));
    note_texts(page);
    // The first finds nothing, the second two computers, the third ten intruders.
    embed_claims(page, &[0, 3, 1].map(|claim| (claim, json!({}))));
    let marks = "[...document.querySelectorAll('a.variorum-mark')].map(mark => mark.textContent)";
    assert_eq!(page.eval(marks), json!(["ten intru", "left with"]));
    let times = |words: &str| page.eval(&format!("read.filter(text => text.startsWith({})).length", json!(words)));
    assert_eq!((times("filler"), times("neighbour called")), (json!(20), json!(1)));
    // What stands beside the mark of the second is read by the third once more.
    assert_eq!((times("At three"), times("Nobody says")), (json!(1), json!(2)));
    page.run("read.splice(0); document.querySelector('variorum-dossier').refresh();", &[]);
    page.wait_for("harness.events.filter(event => event.name === 'ready').length === 4");
    // What the third has marked since.
    assert_eq!((times("filler"), times("At three"), times("Nobody says")), (json!(0), json!(1), json!(0)));
}

fn who_is_left_goes_on_following(page: &Page) {
    page.goto("/plain.html");
    embed_claims(page, &[(0, json!({})), (3, json!({}))]);
    assert_eq!(page.marks(), json!([MARKS[1], MARKS[2]]));
    count_walks(page);
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("document.querySelectorAll('a.variorum-mark').length === 1");
    // That the other has left is no news.
    assert_eq!(rests(page), 0);
    page.eval("(window.late = document.querySelector('article p.justified')).remove()");
    page.wait_up_to(story::PATIENCE, "walks === 1 && !late.querySelector('.variorum-mark')");
    page.eval("document.querySelector('article').append(late)");
    page.wait_up_to(story::PATIENCE, "walks === 2 && late.querySelector('.variorum-mark')");
    assert_eq!(page.marks(), json!([MARKS[2]]));
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("!document.querySelector('.variorum-mark')");
    page.eval("document.querySelector('article').append('.')");
    assert_eq!(rests(page), 2);
}

fn an_article_in_another_is_followed_too(page: &Page) {
    page.goto("/plain.html");
    embed_claims(page, &[(0, json!({ "article": "article" })), (3, json!({ "article": "article p.justified" }))]);
    assert_eq!(page.marks(), json!([MARKS[1], MARKS[2]]));
    page.eval(
        "void (document.querySelector('article p.justified').innerHTML =
             'They left with two computers, and had been there for nearly four hours.',
             document.querySelector('article p').textContent = 'At three o’clock they came.')",
    );
    let both = json!([["left with two computers", "agree"], MARKS[1]]);
    page.wait_up_to(story::PATIENCE, "document.querySelectorAll('p.justified .variorum-mark').length === 2");
    assert_eq!(page.marks(), both);
}

fn unmounting_restores_late_text(page: &Page) {
    page.goto("/plain.html");
    page.remember("article");
    page.eval(&format!("(window.late = {FIRST}, window.next = late.nextSibling, late.remove())"));
    story::embed(page, SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    page.eval("next.before(late)");
    comes_to(page, &json!(MARKS));
    page.eval("document.querySelector('variorum-dossier').remove()");
    page.wait_for("!document.querySelector('.variorum-mark')");
    assert_eq!(page.changes("article"), [""; 0]);
}

fn unmounting_while_marks_are_made(page: &Page) {
    page.goto("/api.html");
    page.wait_up_to(story::PATIENCE, "window.variorum");
    page.remember("body");
    // At once, and after each of the first slices.
    for slices in 0..4 {
        page.run(
            "const [dossier, slices] = arguments;
             const slice = () => new Promise(done => {
                 const { port1, port2 } = new MessageChannel();
                 port1.onmessage = () => { port1.close(); done(); };
                 port2.postMessage(0);
             });
             return variorum.mount(document.querySelector('#place'), dossier).then(async mounted => {
                 for (let i = 0; i < slices; i++) await slice();
                 mounted.refresh();
                 for (let i = 0; i < slices; i++) await slice();
                 mounted.unmount();
             });",
            &[story::dossier(), json!(slices)],
        );
        page.pause(100);
        assert_eq!(page.changes("body"), [""; 0], "after {slices} slices");
    }
    assert_eq!(page.logs(), [""; 0]);
}

//! The small story that most tests use: `pages/plain.html`, and its dossier, whole and broken.

use std::time::Duration;

use serde_json::{Value, json};
use variorum::bake::{Options, bake};
use variorum::compare::compare;
use variorum::dossier::{Dossier, Strictness, parse_json};
use variorum::view::{Context, messages};

use crate::large;
use crate::page::Page;

/// Says that a source says nothing of a claim.
fn silent(source: &str) -> Value {
    json!({ "source": source, "mode": "silent" })
}

fn duration(source: &str, is: &str, words: &str, quote: &str) -> Value {
    json!({ "source": source, "value": { "is": is, "words": words }, "quotes": [{ "exact": quote }] })
}

fn count(source: &str, is: u32, words: &str) -> Value {
    json!({ "source": source, "value": { "is": is, "words": words }, "quotes": [{ "exact": words }] })
}

/// The dossier: four claims, three marks, since two of them share their words.
pub fn dossier() -> Value {
    json!({
        "variorum": "1.0",
        "id": "house",
        "lang": "en",
        "title": "What three papers say about the house on the hill",
        "status": "published",
        "publisher": { "name": "The desk" },
        "created": "2026-01-01T12:00:00Z",
        "modified": "2026-01-02T12:00:00Z",
        "revision": 7,
        "by": ["The desk"],
        "sources": [
            { "id": "globe", "name": "The Globe", "kind": "news", "published": "2026-01-01", "url": "https://globe.example/house" },
            { "id": "echo", "name": "The Echo", "kind": "news", "published": "2026-01-01", "url": "https://echo.example/house" },
            { "id": "herald", "name": "The Herald", "kind": "news", "published": "2026-01-02", "note": "Read on paper." }
        ],
        "claims": [
            {
                "id": "held", "question": "How long were the people held?", "type": "duration",
                "anchors": [{ "exact": "nearly four hours" }],
                "readings": [
                    duration("globe", "PT4H", "four hours", "They were held for four hours"),
                    duration("echo", "PT2H", "two hours", "let them go after two hours"),
                    silent("herald")
                ]
            },
            {
                "id": "intruders", "question": "How many intruders were there?", "type": "count", "of": "intruders",
                "anchors": [{ "exact": "ten intruders" }],
                "readings": [count("globe", 10, "ten intruders"), count("echo", 10, "ten men"), silent("herald")]
            },
            {
                "id": "entered", "question": "How many men entered?", "type": "count", "of": "men",
                "anchors": [{ "exact": "intruders entered the house" }],
                "readings": [count("globe", 10, "ten men entered"), count("herald", 12, "twelve men entered")]
            },
            {
                "id": "computers", "question": "How many computers did they take?", "type": "count", "of": "computers",
                "anchors": [{ "exact": "left with two computers" }],
                "readings": [count("globe", 2, "two computers"), count("echo", 2, "both computers")]
            }
        ]
    })
}

/// Does something with a dossier of JSON, in English.
pub fn with_context<T>(dossier: &Value, act: impl FnOnce(&Context) -> T) -> T {
    let dossier = read(dossier);
    let comparisons: Vec<_> = dossier.claims.iter().map(|claim| compare(&dossier, claim)).collect();
    let messages = messages::embedded("en");
    act(&Context::new(&dossier, &comparisons, &messages))
}

fn read(dossier: &Value) -> Dossier {
    let node = parse_json(&dossier.to_string()).expect("the story is JSON");
    Dossier::read(&node, Strictness::Strict).0.expect("the story is a dossier")
}

/// Its page, `plain`, with marks and evidence in it.
pub fn baked(plain: &str) -> Vec<u8> {
    let element = format!(
        "</article><variorum-dossier src=\"/made/whole.json\">{EVIDENCE}</variorum-dossier>\
         <script type=\"module\" nonce=\"n\" src=\"{SHELL}\"></script>"
    );
    let page = plain.replace("</article>", &element);
    let baked =
        bake(page.as_bytes(), &read(&dossier()), &Options::default()).unwrap_or_else(|why| panic!("plain.html: {why}"));
    assert_eq!(baked.missing, [], "plain.html");
    baked.bytes
}

/// The marks of [`dossier`]: their words, a bar where a mark goes on in another element, and their relation.
pub const MARKS: [[&str; 2]; 3] = [
    ["ten intru|ders entered the house", "contradict"],
    ["nearly four hours", "contradict"],
    ["left with| two |computers", "agree"],
];

/// What the server answers at `/made/NAME`.
pub fn file(name: &str) -> Option<Vec<u8>> {
    let mut story = dossier();
    if let Some(number) = name.strip_prefix("crossings-").and_then(|name| name.strip_suffix(".json")) {
        return Some(large::dossier(number.parse().ok()?)?.to_string().into_bytes());
    }
    match name {
        "whole.json" => {}
        "syntax.json" => return Some(br#"{"variorum": "1.0","#.to_vec()),
        "large.json" => {
            let mut bytes = story.to_string().into_bytes();
            bytes.resize(300 * 1024, b' ');
            return Some(bytes);
        }
        "deep.json" => story["x"] = (0..20).fold(json!(1), |inner, _| json!([inner])),
        "major.json" => story["variorum"] = json!("2.0"),
        "minor.json" => {
            story["variorum"] = json!("1.9");
            story["new"] = json!({ "in": "1.9" });
        }
        "draft.json" => story["status"] = json!("draft"),
        "withdrawn.json" => {
            story["status"] = json!("withdrawn");
            story["changes"] = json!([
                { "date": "2026-01-03T12:00:00Z", "kind": "withdrawal", "text": "The Echo took its report back." }
            ]);
        }
        "head.json" => story["title"] = json!(1),
        "source.json" => story["sources"][1]["kind"] = json!("rumour"),
        "claim.json" => story["claims"][0]["type"] = json!("feeling"),
        "missing.json" => {
            story["claims"][0]["anchors"] = json!([{ "exact": "for nearly five hours" }]);
            story["claims"][1]["anchors"] = json!([{ "exact": "the house" }]);
            story["claims"][3]["anchors"] = json!([{ "exact": "neighbour called" }]);
        }
        "controls.json" => {
            let words =
                ["letter of the mayor", "other photographs", "hidden notes", "witnesses saw", "neighbours heard"];
            let words = words.into_iter().chain(["that same evening", "asleep by ten"]);
            story["claims"][0]["anchors"] = words.map(|words| json!({ "exact": words })).collect();
        }
        // For `pages/hebrew.html`: two of the papers are English, one is Hebrew.
        "hebrew.json" => {
            story["lang"] = json!("he");
            for source in [0, 1] {
                story["sources"][source]["lang"] = json!("en");
            }
            story["sources"][2]["name"] = json!("קול הגבעה");
            story["claims"] = json!([
                {
                    "id": "held", "question": "כמה זמן הוחזקו האנשים?", "type": "duration",
                    "anchors": [{ "exact": "כמעט ארבע שעות" }],
                    "readings": [
                        duration("globe", "PT4H", "four hours", "They were held for four hours"),
                        duration("echo", "PT2H", "two hours", "let them go after two hours"),
                        duration("herald", "PT3H", "שלוש שעות", "הם ישבו שם שלוש שעות")
                    ]
                },
                {
                    "id": "computers", "question": "כמה מחשבים נלקחו?", "type": "count", "of": "מחשבים",
                    "anchors": [{ "exact": "שני מחשבים" }],
                    "readings": [count("globe", 2, "two computers"), silent("herald")]
                }
            ]);
        }
        // For `pages/arabic.html`: two of the papers are Arabic, one is English.
        "arabic.json" => {
            story["lang"] = json!("ar");
            story["title"] = json!("ما تقوله ثلاث صحف عن البيت على التلّ");
            story["sources"][0]["name"] = json!("الكوكب");
            story["sources"][1]["name"] = json!("الصدى");
            story["sources"][2]["lang"] = json!("en");
            story["sources"][2]["note"] = json!("قُرئت على الورق.");
            let mut relayed = duration("herald", "PT3H", "three hours", "They sat there for three hours");
            relayed["mode"] = json!("attributes");
            relayed["attributedTo"] = json!({ "name": "a neighbour", "kind": "unnamed" });
            story["claims"] = json!([
                {
                    "id": "held", "question": "كم من الوقت احتُجز من كانوا في البيت؟", "type": "duration",
                    "anchors": [{ "exact": "نحو أربع ساعات" }],
                    "readings": [
                        duration("globe", "PT4H", "نحو أربع ساعات", "احتُجزوا نحو أربع ساعات"),
                        duration("echo", "PT2H", "ساعتين", "أُطلق سراحهم بعد ساعتين"),
                        relayed
                    ],
                    "note": "لا يقول أيّ تقرير متى بدأ الاحتجاز."
                },
                {
                    "id": "computers", "question": "كم حاسوبًا أُخذ من البيت؟", "type": "count", "of": "حواسيب",
                    "anchors": [{ "exact": "حاسوبين" }],
                    "readings": [count("globe", 2, "حاسوبين"), silent("echo")]
                }
            ]);
        }
        "hostless.json" => {
            story["sources"][0]["url"] = json!("/house");
            story["sources"][1]["archived"] = json!("/copies/echo");
            story["publisher"]["corrections"] = json!("/corrections");
        }
        "other.json" => {
            story["id"] = json!("other");
            story["claims"][0]["anchors"] = json!([{ "exact": "saw nothing" }]);
        }
        _ => return None,
    }
    Some(story.to_string().into_bytes())
}

/// The pages of the demo that have marks.
pub const DEMO: &[&str] = &[
    "/madrid/",
    "/gaon/",
    "/gaon/reports/gaon-ilbo.html",
    "/gaon/reports/courier.html",
    "/gaon/reports/statement.html",
];

/// Where the shell is.
pub const SHELL: &str = "/variorum/variorum.js";

/// What stands in the element before anything is loaded.
pub const EVIDENCE: &str = "What three papers say: read it here.";

/// Loads the shell at `shell`.
pub fn load(page: &Page, shell: &str) {
    let script =
        "document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: arguments[0] }));";
    page.run(script, &[json!(shell)]);
}

/// Puts an element with these attributes after the article of a page, or what a framework has it in, and loads the shell at `shell`.
pub fn embed(page: &Page, shell: &str, attributes: &Value) {
    page.run(
        "const [attributes, words] = arguments;
         const element = document.createElement('variorum-dossier');
         for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
         element.append(Object.assign(document.createElement('p'), { textContent: words }));
         (document.querySelector('#story, article') ?? document.body.firstElementChild).after(element);
         window.kept = element.firstChild;",
        &[attributes.clone(), json!(EVIDENCE)],
    );
    load(page, shell);
}

/// Opens the small story's page and embeds its dossier, with `attributes` besides; waits until it is marked.
pub fn open_with(page: &Page, attributes: Value) {
    page.goto("/plain.html");
    let mut all = json!({ "src": "/made/whole.json" });
    all.as_object_mut().expect("an object").extend(attributes.as_object().expect("an object").clone());
    embed(page, SHELL, &all);
    ready(page);
}

/// The same without more attributes.
pub fn open(page: &Page) {
    open_with(page, json!({}));
}

/// Opens one of the demo's pages, or the Arabic one; waits until it is marked.
pub fn open_page(page: &Page, path: &str) {
    page.goto(path);
    if path == "/arabic.html" {
        embed(page, SHELL, &json!({ "src": "/made/arabic.json" }));
    }
    ready(page);
}

/// Waits until there is an answer: all is marked. An error in its place fails the test.
pub fn ready(page: &Page) {
    page.wait_up_to(PATIENCE, "harness.events.some(event => event.name === 'ready' || event.fatal)");
    assert!(page.events().iter().all(|event| event["fatal"] != true), "{:?}", page.events());
}

/// For whatever has to be loaded first, on a machine with other work to do.
pub const PATIENCE: Duration = Duration::from_secs(25);

/// Scrolls to a mark and waits until that is over: no card opens meanwhile.
pub fn bring(page: &Page, words: &str) {
    page.eval(&format!("{}.scrollIntoView({{ block: 'center' }})", mark(words)));
    stand_still(page);
}

/// Waits until what was scrolled has been seen to be.
pub fn stand_still(page: &Page) {
    page.eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))");
}

/// The expression for a mark by its first words.
pub fn mark(words: &str) -> String {
    format!("[...document.querySelectorAll('a.variorum-mark')].find(mark => mark.textContent.startsWith('{words}'))")
}

/// The long mark, with one claim.
pub const HELD: &str = "nearly four";

/// The mark with two claims.
pub const BOTH: &str = "ten intru";

/// The condition that the card of a mark is open in a form, and whole.
pub fn is_open(form: &str, words: &str) -> String {
    format!("harness.card()?.form === '{form}' && harness.card().text && harness.card().mark === {}", mark(words))
}

/// The condition that no card is open.
pub const CLOSED: &str = "!harness.card() && !document.querySelector('[aria-expanded=true], .variorum-open')";

/// Narrows `column` until marked words, whose boxes `lines` are, go over two lines; the preview, which `is_open` waits
/// for, then opens beside the line that is hovered.
pub fn stands_by_the_hovered_line(page: &Page, lines: &str, column: &str, is_open: &str) {
    page.run(
        &format!(
            "const column = {column};
             for (let width = 300; {lines}.length !== 2 && width > 60; width -= 10) column.style.width = width + 'px';"
        ),
        &[],
    );
    assert_eq!(page.eval(&format!("{lines}.length")), 2);
    for index in 0..2 {
        page.mouse_to((5, 5));
        page.wait_for(CLOSED);
        let line = format!("{lines}[{index}]");
        page.mouse_to(page.middle(&format!("{{ getClientRects: () => [{line}] }}")));
        page.wait_for(is_open);
        page.wait_for(&format!(
            "((line, card) => Math.abs(Math.max(card.top - line.bottom, line.top - card.bottom) - 8) <= 6)
             ({line}, harness.card().element.getBoundingClientRect())"
        ));
    }
}

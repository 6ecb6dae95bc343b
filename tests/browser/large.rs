//! A page of a megabyte with a thousand marks, in as many elements as the limits ask for, and how long it keeps a slow
//! machine from answering: what `cargo xtask bench card` tells.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use variorum::view;
use variorum::view::html::to_html;

use crate::engine::Engine;
use crate::page::Page;
use crate::story::{self, CLOSED, SHELL, is_open};

/// Marks of the page, claims of a dossier.
const MARKS: usize = 1000;
const CLAIMS: usize = 60;

/// How many times slower the processor is made.
const SLOWED: u32 = 4;

/// The marked words of a claim, once in the page.
fn words(at: usize) -> String {
    format!("crossing number {at} was closed for {} minutes", 20 + at % 37)
}

/// The dossier of the claims from `first` on, as JSON.
pub fn dossier(number: usize) -> Option<Value> {
    let first = number * CLAIMS;
    let claim = |at: usize| {
        let minutes = 20 + at % 37;
        let reading = |source: &str, minutes: usize| {
            let words = format!("{minutes} minutes");
            json!({ "source": source, "value": { "is": format!("PT{minutes}M"), "words": words }, "quotes": [{ "exact": format!("closed for {words}") }] })
        };
        json!({
            "id": format!("c{at}"), "question": format!("How long was crossing number {at} closed?"), "type": "duration",
            "anchors": [{ "exact": words(at) }],
            "readings": [reading("globe", minutes), reading("echo", minutes + at % 3), { "source": "herald", "mode": "silent" }]
        })
    };
    let mut dossier = story::dossier();
    dossier["id"] = json!(format!("crossings-{number}"));
    dossier["claims"] = (first..MARKS.min(first + CLAIMS)).map(claim).collect();
    (first < MARKS).then_some(dossier)
}

/// The page: with `baked`, its marks and evidence in it.
pub fn page(baked: bool) -> String {
    let mut marked: Vec<String> = (0..MARKS).map(words).collect();
    let mut elements = String::new();
    for (number, dossier) in (0..).map_while(dossier).enumerate() {
        let mut evidence = String::new();
        if baked {
            story::with_context(&dossier, |context| {
                evidence = view::baked(context, true);
                for at in 0..context.dossier.claims.len() {
                    let words = &mut marked[number * CLAIMS + at];
                    *words = to_html(&view::mark(context, &[at], false)).replace("></", &format!(">{words}</"));
                }
            });
        }
        let attribute = if baked { " baked=\"7\"" } else { "" };
        let _ = write!(
            elements,
            "<variorum-dossier src=\"/made/crossings-{number}.json\"{attribute}>{evidence}</variorum-dossier>"
        );
    }
    // Its own words over and over would be more alike than a page's are.
    let mut seed = 1_u32;
    let mut word = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let syllables = ["ta", "re", "no", "mi", "sel", "dor", "va", "lin"];
        let of = |shift: u32| syllables[(seed >> shift) as usize % syllables.len()];
        [of(8), of(14), of(20)][..2 + seed as usize / 7 % 2].concat()
    };
    let mut paragraphs = String::new();
    for words in marked {
        let before: Vec<String> = (0..60).map(|_| word()).collect();
        let after: Vec<String> = (0..80).map(|_| word()).collect();
        let _ = writeln!(paragraphs, "<p>{}, {words}, {}.</p>", before.join(" "), after.join(" "));
    }
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Crossings</title>\
         <link rel=\"stylesheet\" href=\"/plain.css\"><link rel=\"stylesheet\" href=\"/variorum/variorum.css\"></head>\
         <body><article>{paragraphs}</article>{elements}</body></html>"
    )
}

/// What the page takes by itself: in each of forty paragraphs a word is split off, and put back, one paragraph a frame.
/// Milliseconds of the frames, each with its layout.
const ALONE: &str = "return (async () => {
    const frames = [];
    for (const paragraph of [...document.querySelectorAll('article p')].slice(0, 40)) {
        frames.push(await new Promise(done => requestAnimationFrame(() => {
            const begun = performance.now();
            paragraph.firstChild.splitText(20).splitText(10);
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - begun);
            port2.postMessage(0);
        })));
        paragraph.normalize();
    }
    return frames;
})();";

/// Measures, in Chromium; writes `[{page, bytes, phase, tasks}]` to `file`: tasks of 50 milliseconds or more, in
/// milliseconds, of the page while it is marked, and while a card opens and closes. Of the page alone all frames.
pub fn measure(origin: &str, file: &Path) {
    let session = Engine::Chromium.start().unwrap_or_else(|error| panic!("{error}"));
    let page = Page::new(session, Engine::Chromium, origin);
    let mut results = Vec::new();
    for name in ["large", "large-baked"] {
        page.reset().unwrap_or_else(|error| panic!("{error}"));
        page.goto(&format!("/{name}.html"));
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWED }));
        let article = page.eval("document.querySelector('article').innerHTML.length");
        // What the page itself takes is over.
        page.pause(5000);
        if name == "large" {
            let tasks = page.run(ALONE, &[]);
            results.push(json!({ "page": "alone", "article": article, "phase": "a word split", "tasks": tasks }));
            page.pause(1000);
        }
        page.run(
            "window.tasks = [];
             new PerformanceObserver(list => tasks.push(...list.getEntries().map(entry => entry.duration))).observe({ type: 'longtask' });",
            &[],
        );
        story::load(&page, SHELL);
        // In so many milliseconds all is over, and the browser has told of it: to ask the page sooner would be a task itself.
        let mut tell = |phase: &str, millis: u64| {
            page.pause(millis);
            let tasks = page.eval("tasks.splice(0)");
            results.push(json!({ "page": name, "article": article, "phase": phase, "tasks": tasks }));
        };
        let elements = MARKS.div_ceil(CLAIMS);
        if name == "large" {
            let all =
                format!("harness.events.filter(event => event.name === 'ready' || event.fatal).length === {elements}");
            page.wait_up_to(Duration::from_secs(240), &all);
            assert!(page.events().iter().all(|event| event["fatal"] != true), "{:?}", page.events());
            assert_eq!(page.eval("document.querySelectorAll('a.variorum-mark').length"), MARKS);
        }
        tell("marked", 1500);
        for at in [0, MARKS / 2] {
            let words = words(at);
            story::bring(&page, &words);
            let mark = page.middle(&story::mark(&words));
            page.pause(1500);
            page.eval("tasks.splice(0)");
            page.mouse_to(mark);
            tell(if at == 0 { "first card" } else { "another card" }, 4000);
            assert_eq!(page.eval(&is_open("preview", &words)), true);
            page.mouse_to((1, 1));
            page.wait_up_to(Duration::from_secs(60), CLOSED);
        }
    }
    fs::write(file, Value::from(results).to_string()).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

//! What is left of cards that have been opened and closed.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::Page;
use crate::story;
use crate::tests;

tests![=> ten_thousand_cards_leave_nothing];

fn ten_thousand_cards_leave_nothing(page: &Page) {
    if page.engine() != Engine::Chromium {
        return; // the other drivers can't collect garbage
    }
    story::open(page);
    // What counts are objects and nodes; laying out so many cards would take minutes.
    page.eval("document.body.style.display = 'none'");
    let open = |times: u64| {
        page.run(
            "const element = document.querySelector('variorum-dossier');
             const frame = () => new Promise(done => setTimeout(done));
             return (async () => {
                 for (let n = 0; n < arguments[0]; n++) {
                     if (!element.open(n % 2 ? 'held' : 'computers')) throw Error('it does not open');
                     // Closed, or turned into another's card.
                     if (n % 3 === 0) element.close();
                     if (n % 50 === 0) await frame();
                 }
                 element.close();
             })();",
            &[json!(times)],
        );
    };
    let left = || {
        page.eval("void harness.events.splice(0)");
        // What finalisers free is collected the next time.
        for _ in 0..3 {
            page.devtools("HeapProfiler.collectGarbage", json!({}));
        }
        let count = |of: Value, name: &str| of[name].as_f64().expect("a number");
        let nodes = count(page.devtools("Memory.getDOMCounters", json!({})), "nodes");
        (count(page.devtools("Runtime.getHeapUsage", json!({})), "usedSize"), nodes)
    };
    open(100);
    let (heap, nodes) = left();
    // Not in one go: a script has thirty seconds.
    (0..20).for_each(|_| open(495));
    let (heap_after, nodes_after) = left();
    let more = ((heap_after - heap) / 1024.0, nodes_after - nodes);
    assert!(more.0 <= 200.0 && more.1 <= 20.0, "{} KB and {} nodes more than after a hundred", more.0, more.1);
}

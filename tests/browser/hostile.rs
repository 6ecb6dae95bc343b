//! Pages whose style, policy and names are against us.

use serde_json::{Value, json};

use crate::page::Page;
use crate::story::{self, BOTH, HELD, is_open, mark};
use crate::tests;

tests![
    => style_reaches_no_mark,
    => style_reaches_no_card,
    => strict_policy_is_kept,
    => names_of_the_page_do_not_matter,
];

fn style_reaches_no_mark(page: &Page) {
    page.goto("/hostile.html");
    story::embed(page, story::SHELL, &json!({ "src": "/made/whole.json" }));
    story::ready(page);
    assert_eq!(page.marks(), json!(story::MARKS));
    let compared = "['color', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'textTransform', 'lineHeight', 'wordSpacing', 'verticalAlign', 'opacity', 'visibility']";
    let differs = format!(
        "[...document.querySelectorAll('.variorum-mark')].flatMap(mark => {{
             const own = getComputedStyle(mark), around = getComputedStyle(mark.parentElement);
             const wrong = {compared}.filter(name => own[name] !== around[name]).map(name => [name, own[name], around[name]]);
             if (own.display !== 'inline' || own.position !== 'static') wrong.push([own.display, own.position]);
             for (const name of ['marginLeft', 'paddingLeft', 'paddingRight', 'borderLeftWidth']) if (own[name] !== '0px') wrong.push([name, own[name]]);
             for (const side of ['::before', '::after']) {{
                 const content = getComputedStyle(mark, side).content;
                 if (content !== 'none') wrong.push([side, content]);
             }}
             if (own.cursor !== 'pointer' || own.textDecorationLine !== 'underline') wrong.push([own.cursor, own.textDecorationLine]);
             return wrong;
         }})"
    );
    assert_eq!(page.eval(&differs), json!([]));
    let line = |words: &str| page.eval(&format!("getComputedStyle({}).textDecorationStyle", mark(words)));
    assert_eq!((line(HELD), line(BOTH), line("left with")), (json!("wavy"), json!("wavy"), json!("solid")));
}

/// What every element of the open card looks like, on whichever side of the words there was room for it.
fn looks(page: &Page) -> Value {
    page.eval(
        "[...harness.card().element.querySelectorAll('*'), harness.card().element].map(element => {
             const style = getComputedStyle(element);
             return [(element.className.baseVal ?? element.className).replace(' above', ''), ...['color', 'backgroundColor', 'fontSize', 'fontFamily', 'fontWeight', 'fontStyle', 'lineHeight',
                 'letterSpacing', 'wordSpacing', 'textTransform', 'textIndent', 'textAlign', 'display', 'position', 'visibility', 'opacity', 'filter', 'marginTop',
                 'paddingLeft', 'borderTopWidth', 'borderTopColor', 'boxShadow', 'width', 'float', 'direction', 'whiteSpace'].map(name => style[name])].join(' ');
         })",
    )
}

fn style_reaches_no_card(page: &Page) {
    let look = |address: &str| {
        page.mouse_to((1, 1));
        page.goto(address);
        story::embed(page, story::SHELL, &json!({ "src": "/made/whole.json" }));
        story::ready(page);
        // The size of the page's text is what the card follows.
        page.eval("document.documentElement.style.setProperty('--variorum-size', '15px')");
        page.eval("document.querySelector('variorum-dossier').open('held')");
        page.wait_for(&is_open("pinned", HELD));
        page.wait_for("harness.card().element.getAnimations({ subtree: true }).length === 0");
        looks(page)
    };
    let (usual, hostile) = (look("/plain.html"), look("/hostile.html"));
    assert!(usual.as_array().is_some_and(|all| all.len() > 20), "{usual}");
    for (usual, hostile) in usual.as_array().into_iter().flatten().zip(hostile.as_array().into_iter().flatten()) {
        assert_eq!(usual, hostile);
    }
}

fn strict_policy_is_kept(page: &Page) {
    page.goto("/policy=strict/strict.html");
    story::ready(page);
    page.mouse_to(page.middle(&mark(HELD)));
    page.wait_for(&is_open("preview", HELD));
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    page.eval("document.querySelector('variorum-dossier').remove()");
    assert_eq!(page.eval("harness.violations"), json!([]));
    assert_eq!(page.logs(), [""; 0]);
}

fn names_of_the_page_do_not_matter(page: &Page) {
    page.goto("/clobbered.html");
    assert_eq!(page.eval("document.currentScript?.localName"), "img");
    story::ready(page);
    page.click(page.middle(&mark(HELD)));
    page.wait_for(&is_open("pinned", HELD));
    assert_eq!(page.logs(), [""; 0]);
}

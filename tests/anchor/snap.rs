//! Edges of marks: outwards to words, inwards from white space.

use crate::page::page;
use variorum::text::{Place, Range};

/// A page with the range drawn, and the same page with what it should become.
fn check(before: &str, after: &str) {
    let (page, expected) = (page(before), page(after).drawn[0]);
    let snapped = page.index.snap(page.drawn[0]);
    assert_eq!(snapped, expected, "{before:?} became {:?}", page.index.text(snapped));
    assert_eq!(page.index.snap(snapped), snapped, "{before:?} snaps once");
}

#[test]
fn to_words() {
    for (before, after) in [
        ("held [four] hours", "held [four] hours"),
        ("held f[our ho]urs now", "held [four hours] now"),
        ("held f[o]ur", "held [four]"),
        ("f|[o|u]|r", "[f|o|u|r]"),
        ("a¶f[o]ur¶b", "a¶[four]¶b"),
        ("fo¶[u]r x", "fo¶[ur] x"),
        ("fo[u]¶r", "[fou]¶r"),
        ("don[']t", "don[']t"),
        ("does[n]'t go", "[doesn]'t go"),
        ("the [envoy]’s car", "the [envoy]’s car"),
        ("the [env]oy’s car", "the [envoy’s] car"),
        ("em\u{AD}[bas]\u{AD}sy x", "[em\u{AD}bas\u{AD}sy] x"),
        ("some 1[0],000.", "some [10,000]."),
        ("a[b]-cd", "[ab]-cd"),
        ("caf[e\u{301}]s", "[cafe\u{301}s]"),
        ("北京[市]民", "北京[市]民"),
        ("세 [시간]을", "세 [시간]을"),
        ("เขา[ถูก]จับ", "เขา[ถูก]จับ"),
        ("ה[שגרירו]ת ש", "[השגרירות] ש"),
        ("мо[сква] да", "[москва] да"),
        ("x😀[😀]😀", "x😀[😀]😀"),
    ] {
        check(before, after);
    }
}

#[test]
fn out_of_white_space() {
    for (before, after) in [
        ("a[ \n four ]b", "a \n [four] b"),
        ("a[¶|  four¶ |]b", "a¶|  [four]¶ |b"),
        ("a |[|four|]", "a ||[four]|"),
        ("a[|four|]", "[a|four]|"),
        ("a[ ¶ ]b", "a[ ¶ ]b"),
    ] {
        check(before, after);
    }
}

#[test]
fn nonsense_does_no_harm() {
    let page = page("a 😀b¶c");
    let place = |piece, offset| Place { piece, offset };
    for (start, end) in [((0, 3), (0, 3)), ((0, 99), (7, 1)), ((1, 1), (0, 0)), ((0, 1), (0, 2)), ((9, 9), (9, 9))] {
        let range = Range { start: place(start.0, start.1), end: place(end.0, end.1) };
        page.index.text(page.index.snap(range));
    }
}

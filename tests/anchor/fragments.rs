//! What the tests and issues of the text-fragments polyfill ask of an engine, in our own words and data: its tricky
//! pages, words in scripts with and without spaces, and characters that change their length when they are folded.

use crate::rows::check;
use variorum::anchor::Kind::{Exact, Folded, Near};
use variorum::anchor::Refused::{Absent, Ambiguous};

#[test]
fn an_ambiguous_word() {
    let page = "north well left¶north well right¶south well left¶south well right";
    let drawn = |line: &str| page.replace(line, &line.replace("well", "[well]"));
    check(&[
        ("is told by both sides", &drawn("north well left"), "north {well} left", Ok(Exact)),
        ("is told by both sides", &drawn("north well right"), "north {well} right", Ok(Exact)),
        ("is told by both sides", &drawn("south well right"), "south {well} right", Ok(Exact)),
        ("is not told by the one", page, "north {well}", Err(Ambiguous)),
        ("is not told by the other", page, "{well} left", Err(Ambiguous)),
        ("is not told by another's", page, "west {well} away", Err(Ambiguous)),
        ("is not told by half of each", page, "west {well} left", Err(Ambiguous)),
    ]);
}

#[test]
fn context_at_edges() {
    check(&[
        ("before, in the block before", "an old well¶[water] was found", "an old well {water} was", Ok(Exact)),
        ("after, in the block after", "they found [water]¶in the old well", "found {water} in the old", Ok(Exact)),
        ("before, at the start of the text", "[water] was found", "{water} was found", Ok(Exact)),
        ("after, at the end of the text", "they found [water]", "they found {water}", Ok(Exact)),
        ("before, in several elements", "an |o|ld| well |[water]| and |water", "old well {water}", Ok(Exact)),
        ("before, with a sign that is there", "the well: [water]; the well, water", "well: {water}", Ok(Exact)),
        ("before, with a sign that is not there", "the well: water; the well, [water]", "well, {water}", Ok(Exact)),
        ("after, with a sign", "[water]! And water?", "{water}!", Ok(Exact)),
        ("a sign is not passed over", "one. well. two; one [well] two", "one {well} two", Ok(Exact)),
    ]);
}

#[test]
fn words_are_whole() {
    check(&[
        ("it is one", "a [well] here", "well", Ok(Exact)),
        ("it ends in another", "a farewell here", "well", Err(Absent)),
        ("it begins another", "a wellness here", "well", Err(Absent)),
        ("it is inside another", "a dwelling here", "well", Err(Absent)),
        ("signs around it", "a (“[well]”) here", "well", Ok(Exact)),
        ("a line after it", "a [well]\nhere", "well", Ok(Exact)),
        ("a digit", "there are [4] wells", "4", Ok(Exact)),
        ("a digit of a number", "there are 47 wells", "4", Err(Absent)),
        ("an accent after it", "a wellé here", "well", Err(Absent)),
        ("a part of it in its own element", "a |fare|well| here", "well", Err(Absent)),
        ("misspelt, and not the word inside another", "they all said farewell at the pond", "wel", Err(Absent)),
    ]);
}

#[test]
fn japanese() {
    check(&[
        ("a word between signs", "そう。[まさか]。ええ。", "まさか", Ok(Exact)),
        ("a word in brackets", "劇『[北風・太陽]』の", "北風・太陽", Ok(Exact)),
        ("a word in a sentence", "その井戸は村の[北側]にある。", "北側", Ok(Exact)),
        ("a sentence between others", "雨が降った。[その井戸は深い。]誰も来ない。", "その井戸は深い。", Ok(Exact)),
        ("a sentence across elements", "雨が|降った。[その|井戸|は深い。]誰も", "その井戸は深い。", Ok(Exact)),
        (
            "a sentence that lost a sign",
            "そして雨が降った。[その井戸はとても深いのだ]！誰も来ない。",
            "そして雨が降った。{その井戸は、とても深いのだ}",
            Ok(Near),
        ),
        ("a word told by what is around", "北の井戸と南の[井戸]", "南の{井戸}", Ok(Exact)),
        ("a word that nothing tells", "北の井戸と南の井戸", "井戸", Err(Ambiguous)),
        ("composed otherwise", "村の[パン屋]で", "村の{ハ\u{309A}ン屋}で", Ok(Folded)),
    ]);
}

#[test]
fn lines_and_tables() {
    check(&[
        ("lines of a poem", "la pluie¶[le puits¶a gelé]¶ce soir", "le puits a gelé", Ok(Exact)),
        ("a line that is not broken in the quote's middle", "la pluie¶le puits¶a gelé", "puitsa", Err(Absent)),
        (
            "lines of a poem, misspelt",
            "la pluie¶[le puits noir¶a gelé hier]¶ce soir",
            "la pluie {le puits noir à gelé hier} ce soir",
            Ok(Near),
        ),
        ("a cell", "well¶depth¶north¶[12]¶south¶120", "12", Ok(Exact)),
        ("cells of a row", "well¶depth¶[north¶12]¶south¶120", "north 12", Ok(Exact)),
        ("cells of two rows", "well¶depth¶north¶[12¶south]¶120", "12 south", Ok(Exact)),
        ("cells are not one number", "well¶depth¶1¶20", "120", Err(Absent)),
        ("a cell told by its row", "north¶[12]¶south¶12¶west", "north {12} south", Ok(Exact)),
        ("cells with white space", "\n  ¶  [north\n  ¶\n  12]  ¶\n", "north 12", Ok(Exact)),
    ]);
}

#[test]
fn characters_that_change_their_length() {
    check(&[
        ("longer, before the quote", "ﬃﬃﬃ ﷺ [well]", "well", Ok(Exact)),
        ("longer, after the quote", "[well] ﷺ ﬃﬃﬃ", "well", Ok(Exact)),
        ("longer, in the quote", "a [deep ﬃ well] here", "deep ffi well", Ok(Folded)),
        ("longer, at its edges", "a [ﬁne ﬂeeﬀ] b", "fine fleeff", Ok(Folded)),
        ("longer, and a part of it quoted", "ﬁne", "ine", Err(Absent)),
        ("shorter: jamo", "ㅇ [\u{1112}\u{1161}\u{11AB}] ㅇ", "한", Ok(Folded)),
        ("shorter: nothing is left", "a w\u{AD}e\u{AD}l\u{AD}l [deep]\u{AD} b", "deep", Ok(Exact)),
        ("decomposed, before the quote", "Ångström ế ﾊﾟﾝ [well]", "well", Ok(Exact)),
        ("decomposed, at its end", "a [lot of パ]", "lot of ハ\u{309A}", Ok(Folded)),
        ("decomposed, at its start", "a [プ øxen]", "フ\u{309A} øxen", Ok(Folded)),
        ("a stroke is no accent", "a øxen", "oxen", Err(Absent)),
        ("a dotted capital", "in [İzmir] now", "i\u{307}zmir", Ok(Folded)),
        ("two units wide, before the quote", "😀𠮷 [well]", "well", Ok(Exact)),
        ("two units wide, in it", "a [𠮷𠮷 well] b", "𠮷𠮷 well", Ok(Exact)),
        (
            "all of it around a typo",
            "ﬃ ﷺ 😀 e\u{301} [the ﬁrst déep well 𠮷 was dug] 😀 ﬃ",
            "ﬃ ﷺ 😀 é {the first déep wlel 𠮷 was dug} 😀 ﬃ",
            Ok(Near),
        ),
    ]);
}

#[test]
fn marks_are_letters() {
    check(&[
        ("a letter with a breve is another", "мой", "и", Err(Absent)),
        ("and in a word", "мой дом", "мои", Err(Absent)),
        ("and where the other stands too", "твой [и] мой", "и", Ok(Exact)),
        ("and composed otherwise is the same", "[мой] дом", "мои\u{306}", Ok(Folded)),
        ("accents are not dropped", "el año nuevo", "ano", Err(Absent)),
        ("accents are not added", "el ano nuevo", "año", Err(Absent)),
        (
            "but one lost in a sentence is a typo",
            "El [pozo más viejo del año] pasado",
            "El {pozo mas viejo del año} pasado",
            Ok(Near),
        ),
    ]);
}

#[test]
fn deep_nesting() {
    let deep = |text: &str| format!("{0}{text}{0}", "|".repeat(100));
    check(&[
        ("one word, deep inside", &deep("[well]"), "well", Ok(Exact)),
        ("out of the depths", &format!("a {}[deep] well", "|".repeat(100)), "deep", Ok(Exact)),
        ("across", &deep(&format!("[deep{}well]", deep(" "))), "deep well", Ok(Exact)),
        (
            "across, misspelt",
            &deep(&format!("they dug [a very deep{}well by hand]{}that year", deep(" "), deep(" "))),
            "they dug {a very depe well by hand} that year",
            Ok(Near),
        ),
    ]);
}

#[test]
fn a_very_long_text() {
    let filler = "Somebody looked for the well and saw stones, sand, and a goat. ".repeat(500);
    check(&[
        ("at its end", &format!("{filler}[They found water at last.]"), "they found water at last.", Ok(Folded)),
        ("at its start", &format!("[They found water at last.] {filler}"), "they found water at last.", Ok(Folded)),
        (
            "in the middle, misspelt",
            &format!("{filler}[They found watter at last.] {filler}"),
            "a goat. {They found water at last.}",
            Ok(Near),
        ),
        ("nowhere", &filler, "They found water at last.", Err(Absent)),
    ]);
}

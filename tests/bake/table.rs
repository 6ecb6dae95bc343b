//! What is put in where.

use super::support::{anchor, baked, dossier, dossier_of, drawn, json, read};
use serde_json::json;
use variorum::bake::{Options, addresses, bake, undo};

/// Bakes an article, in which `◊` is the element, with quotes; what comes out, what is missing, and that it can be undone.
fn check(page: &str, quotes: &[&str], expected: &str, missing: &[&str]) {
    let element = |inside: &str| format!("<variorum-dossier{inside}</variorum-dossier>");
    let page = page.replace('◊', &element(" src=\"d.json\">"));
    let expected = expected.replace('◊', &element(" baked=\"3\" src=\"d.json\">…<template></template>"));
    let baked = baked(&page, quotes).unwrap_or_else(|why| panic!("{page:?}: {why}"));
    assert_eq!(drawn(&baked.bytes), expected);
    let told: Vec<_> = baked.missing.iter().map(|it| format!("c{}: {}: {}", it.claim, it.reason, it.words)).collect();
    assert_eq!(told, missing, "{page:?}");
    assert_eq!(String::from_utf8(undo(&baked.bytes, None).unwrap()).unwrap(), page);
    assert_eq!(bake(&baked.bytes, &dossier_of(quotes), &Options::default()).unwrap(), baked, "twice");
}

#[test]
fn marks_in_texts() {
    check("<main>one two three</main>◊", &["two"], "<main>one [two] three</main>◊", &[]);
    check("<MAIN ID=x>one <B>two</B >\n</MAIN>◊", &["one two"], "<MAIN ID=x>[one ]<B>{two}</B >\n</MAIN>◊", &[]);
    check("<article>◊one<p>two <i>three</i> four", &["two three"], "<article>◊one<p>[two ]<i>{three}</i> four", &[]);
    check("<article>one two ◊", &["one", "two"], "<article>[one] [two] ◊", &[]);
    check("<article>one two three◊", &["one two", "two three"], "<article>[one two three]◊", &[]);
    // Up to whole words, but not over a block.
    check(
        "<main>one twofold<p>three</main>◊",
        &["{fold three}"],
        "<main>one twofold<p>three</main>◊",
        &["c0: absent: fold three"],
    );
    check("<main>one<p>two</main>◊", &["one two"], "<main>[one]<p>{two}</main>◊", &[]);
    check("<main>one<p>\n</p><p>two</main>◊", &["one two"], "<main>[one]<p>\n</p><p>{two}</main>◊", &[]);
}

#[test]
fn text_that_is_not_written_as_it_is_read() {
    check("<main>a &amp; b&lt;c</main>◊", &["a & b<c"], "<main>[a &amp; b&lt;c]</main>◊", &[]);
    check("<main>caf&eacute; au&nbsp;lait</main>◊", &["café au lait"], "<main>[caf&eacute; au&nbsp;lait]</main>◊", &[]);
    check("<main>&#34;one&#x22 two</main>◊", &["\"one\""], "<main>[&#34;one&#x22] two</main>◊", &[]);
    check("<main>&ampone&copy two</main>◊", &["&one©"], "<main>[&ampone&copy] two</main>◊", &[]);
    check("<main>one\r\ntwo\rthree</main>◊", &["one two three"], "<main>[one\r\ntwo\rthree]</main>◊", &[]);
    check("\u{feff}<main>one two</main>◊", &["two"], "\u{feff}<main>one [two]</main>◊", &[]);
    check("<main>co\u{ad}op&shy;erate</main>◊", &["cooperate"], "<main>[co\u{ad}op&shy;erate]</main>◊", &[]);
    check("<main>long<wbr>word<br>next</main>◊", &["longword next"], "<main>[long]<wbr>{word}<br>{next}</main>◊", &[]);
    check("<main>o<!-- a note -->ne</main>◊", &["one"], "<main>[o]<!-- a note -->{ne}</main>◊", &[]);
    check("<main>one\0two</main>◊", &["onetwo"], "<main>[one\0two]</main>◊", &[]);
    check("<main>a<![CDATA[b]]>c</main>◊", &["ac"], "<main>[a]<![CDATA[b]]>{c}</main>◊", &[]);
    check("<main>a < b</main>◊", &["a < b"], "<main>[a < b]</main>◊", &[]);
    check("<main>😀 one 日本語</main>◊", &["one", "{日本}語"], "<main>😀 [one] [日本]語</main>◊", &[]);
    check("<main>one and one</main>◊", &["and {one}"], "<main>one and [one]</main>◊", &[]);
}

#[test]
fn markup_that_a_browser_puts_right() {
    check("<main><p>one<p>two</main>◊", &["one", "two"], "<main><p>[one]<p>[two]</main>◊", &[]);
    check("<main>one</p>two</main>◊", &["one", "two"], "<main>[one]</p>[two]</main>◊", &[]);
    check(
        "<main><b>one<p>two</b> three</main>◊",
        &["one two three"],
        "<main><b>[one]<p>{two}</b>{ three}</main>◊",
        &[],
    );
    check("<main>one</i>two</main>◊", &["onetwo"], "<main>[one</i>two]</main>◊", &[]);
    check("<main>one</></main>◊", &["one"], "<main>[one]</></main>◊", &[]);
    // What a table may not hold stands before it, and so would its mark.
    check(
        "<main><table><tr>one<td>two</table></main>◊",
        &["one", "two"],
        "<main><table><tr>[one]<td>[two]</table></main>◊",
        &[],
    );
    check(
        "<main><table>one <b>two</b><td>three</table></main>◊",
        &["one two"],
        "<main><table>[one ]<b>{two}</b><td>three</table></main>◊",
        &[],
    );
    // Where a link is open all the while, another would end it.
    check("◊<main><a name=x>one<p>two</main>", &["two"], "◊<main><a name=x>one<p>two</main>", &["c0: markup: two"]);
    check(
        "<main>one <a name=x>two</a> three</main>◊",
        &["two", "three"],
        "<main>one <a name=x>two</a> [three]</main>◊",
        &["c0: markup: two"],
    );
    check("<main>o</a>ne two</main>◊", &["one", "two"], "<main>o</a>ne [two]</main>◊", &["c0: markup: one"]);
    check(
        "◊<main>one <plaintext>two &amp;</main>",
        &["two &amp;"],
        "◊<main>one <plaintext>two &amp;</main>",
        &["c0: markup: two &amp;"],
    );
    check("◊<main>one<pre>\n\ntwo", &["one two"], "◊<main>[one]<pre>\n{\ntwo}", &[]);
}

#[test]
fn text_that_is_not_read() {
    let absent = ["c0: absent: two"];
    for hidden in [
        "<aside>two</aside>",
        "<template>two<template>two</template></template>",
        "<noscript>two</noscript>",
        "<svg><text>two</text><foreignObject>two</foreignObject></svg>",
        "<p hidden>two</p>",
        "<!-- two -->",
        "<textarea>two</textarea>",
        "<script>two</script>",
        "<select><option>two</select>",
        "<img alt=two>",
    ] {
        let page = format!("<main>one {hidden} three</main>◊");
        check(&page, &["two"], &page, &absent);
    }
    // The same words where they are read.
    check("<main>one <aside>two</aside>two</main>◊", &["two"], "<main>one <aside>two</aside>[two]</main>◊", &[]);
}

#[test]
fn words_that_are_left_to_the_page() {
    check(
        "<main>a <a href=x>link</a></main>◊",
        &["link"],
        "<main>a <a href=x>link</a></main>◊",
        &["c0: inside-control: link"],
    );
    check(
        "<main><button>one</button> two</main>◊",
        &["one two"],
        "<main><button>one</button> two</main>◊",
        &["c0: inside-control: one two"],
    );
    check(
        "<main>one <astro-island>two</astro-island></main>◊",
        &["one", "two"],
        "<main>[one] <astro-island>two</astro-island></main>◊",
        &["c1: framework: two"],
    );
}

#[test]
fn words_that_are_not_there() {
    check(
        "<main>one two two</main>◊",
        &["two", "three"],
        "<main>one two two</main>◊",
        &["c0: ambiguous: two", "c1: absent: three"],
    );
    check(
        "<main>The lamps were lit for two hours on that day</main>◊",
        &["The lamps were lit for three hours on that day"],
        "<main>The lamps were lit for two hours on that day</main>◊",
        &["c0: changed: The lamps were lit for two hours on that day"],
    );
}

/// The markup in full, of a mark for two claims that goes on in another element, and of what else is put in.
#[test]
fn what_stands_there_then() {
    let page = "<main>one <b>two</b></main><variorum-dossier>Before</variorum-dossier>";
    let baked = baked(page, &["one two", "two"]).unwrap();
    let text = String::from_utf8(baked.bytes).unwrap();
    let marks = "<main><a class=\"variorum-mark variorum-single\" href=\"#variorum-lamps.c0\" \
                 aria-describedby=\"variorum-lamps..single\" id=\"variorum-lamps.c0.mark\" \
                 data-variorum-claims=\"c0 c1\">one </a><b><span class=\"variorum-mark variorum-single\" \
                 data-variorum-note=\"1, 2\">two</span></b></main>";
    assert!(text.starts_with(marks), "{text}");
    let element = "<variorum-dossier baked=\"3\"><noscript><!----></noscript><details class=\"variorum-evidence\"";
    assert!(text[marks.len()..].starts_with(element), "{text}");
    let end = "</div><template class=\"variorum-before\">Before</template></variorum-dossier>";
    assert!(text.ends_with(end), "{text}");
}

/// The evidence leads back to the first of a claim's marks.
#[test]
fn an_id_stands_once() {
    let mut anchor = anchor("lamp");
    anchor["all"] = json!(true);
    let page = b"<main>a lamp, a lamp</main><variorum-dossier></variorum-dossier>";
    let baked = bake(page, &dossier(vec![anchor]), &Options::default()).unwrap();
    let text = String::from_utf8(baked.bytes).unwrap();
    assert_eq!((baked.marks, text.matches("id=\"variorum-lamps.c0.mark\"").count()), (2, 1));
}

#[test]
fn what_the_element_asks_for() {
    let check = |element: &str, marks: usize, holds: &[&str], lacks: &[&str]| {
        let page = format!("<html lang=de><main>Sie sagten: some lamps &amp; more</main>{element}");
        let mut json = json(vec![anchor("more")]);
        json["claims"][0]["readings"][0]["quotes"] = json!([{ "exact": "some lamps" }]);
        let baked = bake(page.as_bytes(), &read(json), &Options::default()).unwrap();
        let text = String::from_utf8(baked.bytes).unwrap();
        assert_eq!(baked.marks, marks, "{element}");
        holds.iter().for_each(|words| assert!(text.contains(words), "{element}: no {words} in {text}"));
        lacks.iter().for_each(|words| assert!(!text.contains(words), "{element}: {words} in {text}"));
    };
    check(
        "<variorum-dossier></variorum-dossier>",
        1,
        &[">more</a>", " baked=\"3\"", "Quellen", "<table"],
        &["Sources<"],
    );
    check("<variorum-dossier lang=en-GB></variorum-dossier>", 1, &["Sources"], &["Quellen"]);
    check("<variorum-dossier overview=none></variorum-dossier>", 1, &[">more</a>"], &["<table"]);
    check("<variorum-dossier source=beacon></variorum-dossier>", 1, &[">some lamps</a>"], &[">more</a>"]);
    check("<variorum-dossier show='agree differ'></variorum-dossier>", 0, &["variorum-evidence"], &["</a></main>"]);
    check("<variorum-dossier marks=paint></variorum-dossier>", 0, &["variorum-evidence"], &[" baked="]);
}

#[test]
fn encodings() {
    let check = |page: &[u8], quote: &str, expected: &[u8]| {
        let baked = bake(page, &dossier_of(&[quote]), &Options::default()).unwrap();
        let has = baked.bytes.windows(expected.len()).any(|part| part == expected);
        assert!(has && baked.marks == 1, "{}", String::from_utf8_lossy(&baked.bytes));
        assert_eq!(undo(&baked.bytes, None).unwrap(), page);
    };
    let element = b"<variorum-dossier></variorum-dossier>";
    check(&[b"<meta charset=latin1><main>caf\xe9</main>", &element[..]].concat(), "café", b">caf\xe9</a></main>");
    check(
        &[b"<meta charset=shift_jis><main>\x93\xfa\x96{ one</main>", &element[..]].concat(),
        "one",
        b"\x93\xfa\x96{ <a",
    );
    // What the evidence says and the encoding lacks is a reference.
    check(&[b"<meta charset=iso-8859-2><main>one</main>", &element[..]].concat(), "one", b"&#8220;");
}

#[test]
fn refused() {
    let refuse = |page: &str, options: &Options, json: serde_json::Value, expected: &str| {
        let why = bake(page.as_bytes(), &read(json), options).err().map(|why| format!("{}: {why}", why.reason()));
        assert!(why.as_deref().is_some_and(|why| why.starts_with(expected)), "{page:?}: {why:?}");
    };
    let check = |page: &str, expected: &str| refuse(page, &Options::default(), json(vec![anchor("one")]), expected);
    let element = "<variorum-dossier></variorum-dossier>";
    check("<main>one</main>", "no-element: no <variorum-dossier> in it: put");
    check(&format!("<main>one</main><template>{element}</template>"), "no-element: no");
    check(&format!("<main>one</main>{element}{element}"), "no-element: 2 <variorum-dossier> in it: say which");
    check("<main>one</main>\n<variorum-dossier/>", "misplaced: the <variorum-dossier> in line 2 has no end");
    check(
        "<main>one</main>\n<variorum-dossier><p>a</variorum-dossier><p>b",
        "misplaced: the <variorum-dossier> in line 2 has no end",
    );
    check(&format!("<main>one</main>\n<p>{element}</p>"), "misplaced: the <variorum-dossier> in line 2 stands where");
    check(&format!("<main>one<a name=x></main>{element}"), "misplaced: the <variorum-dossier> in line 1 stands where");
    check(element, "no-article: no article in it");
    check(
        "<main>one</main><variorum-dossier article='#x'></variorum-dossier>",
        "no-article: nothing in it matches `#x`",
    );
    check(
        "<main>one</main><variorum-dossier source=x></variorum-dossier>",
        "no-source: its element names the source `x`; the dossier has beacon",
    );
    check(&format!("<div id=__next><main>one</main></div>{element}"), "framework: `#__next` around it tells");
    check(&format!("<main>one<!-- -->two</main>{element}"), "framework: the comment `<!-- -->` tells");
    check(
        &format!("<script id=__NEXT_DATA__>1</script><main>one</main>{element}"),
        "framework: `<script id=\"__NEXT_DATA__\">` tells",
    );

    let mut draft = json(vec![anchor("one")]);
    draft["status"] = json!("draft");
    refuse(&format!("<main>one</main>{element}"), &Options::default(), draft, "draft: ");
    let options = Options { element: Some("#there"), ..Options::default() };
    refuse(
        &format!("<main>one</main>{element}"),
        &options,
        json(vec![anchor("one")]),
        "no-element: no <variorum-dossier> in it matches",
    );
    let options = Options { element: Some("::"), ..Options::default() };
    refuse(
        &format!("<main>one</main>{element}"),
        &options,
        json(vec![anchor("one")]),
        "no-element: `::` is no CSS selector",
    );
}

/// A framework's page keeps its text as it is; the element, which stands outside of it, may have its evidence.
#[test]
fn the_evidence_alone() {
    let page = "<div id=__next><main>one</main></div><variorum-dossier src=d.json>before</variorum-dossier>";
    let options = Options { evidence_only: true, ..Options::default() };
    let baked = bake(page.as_bytes(), &dossier_of(&["one"]), &options).unwrap();
    let expected = "<div id=__next><main>one</main></div><variorum-dossier src=d.json>…<template>before</template></variorum-dossier>";
    assert_eq!((drawn(&baked.bytes).as_str(), baked.marks, baked.missing.len()), (expected, 0, 0));
    assert_eq!(undo(&baked.bytes, None).unwrap(), page.as_bytes());
}

/// A newer dossier is put in the place of an older one, with other marks; a withdrawn one has none.
#[test]
fn another_dossier() {
    let page = "<main>one two</main><variorum-dossier></variorum-dossier>";
    let old = baked(page, &["one"]).unwrap().bytes;
    let mut newer = json(vec![anchor("two")]);
    newer["revision"] = json!(4);
    let new = bake(&old, &read(newer.clone()), &Options::default()).unwrap().bytes;
    assert_eq!(new, bake(page.as_bytes(), &read(newer.clone()), &Options::default()).unwrap().bytes);
    assert!(drawn(&new).starts_with("<main>one [two]</main><variorum-dossier baked=\"4\">"));

    newer["status"] = json!("withdrawn");
    newer["changes"] = json!([{ "date": "2026-01-03T12:00:00Z", "kind": "withdrawal", "text": "Taken back." }]);
    let withdrawn = bake(&new, &read(newer), &Options::default()).unwrap();
    let text = String::from_utf8(withdrawn.bytes).unwrap();
    assert!(text.starts_with("<main>one two</main>") && text.contains("Taken back."), "{text}");
    assert_eq!(undo(text.as_bytes(), None).unwrap(), page.as_bytes());
}

/// Two dossiers share a page: each is baked and undone without the other.
#[test]
fn two_elements() {
    let page = "<main>one two three</main><variorum-dossier id=a src=a.json></variorum-dossier>\
                <variorum-dossier id=b src=b.json></variorum-dossier>";
    assert_eq!(addresses(page.as_bytes(), None).unwrap(), ["a.json", "b.json"]);
    let select = |element| Options { element: Some(element), ..Options::default() };
    let mut other = json(vec![anchor("two three")]);
    other["id"] = json!("other");
    let first = bake(page.as_bytes(), &dossier_of(&["one"]), &select("#a")).unwrap().bytes;
    let both = bake(&first, &read(other.clone()), &select("#b")).unwrap().bytes;
    assert!(drawn(&both).starts_with("<main>[one] [two three]</main>"), "{}", drawn(&both));
    assert_eq!(bake(&both, &dossier_of(&["one"]), &select("#a")).unwrap().bytes, both);
    assert_eq!(undo(&both, Some("#b")).unwrap(), first);
    let only_other = bake(page.as_bytes(), &read(other), &select("#b")).unwrap().bytes;
    assert_eq!(undo(&both, Some("#a")).unwrap(), only_other);
    assert_eq!(undo(&both, None).unwrap(), page.as_bytes());
}

/// What has been changed around marks and evidence stays changed; where marks were changed, nothing is guessed.
#[test]
fn a_page_that_was_edited_after() {
    let page = "<main>one two</main><variorum-dossier></variorum-dossier>";
    let baked = String::from_utf8(baked(page, &["one"]).unwrap().bytes).unwrap();
    let edited = baked.replace(" two", " three");
    assert_eq!(undo(edited.as_bytes(), None).unwrap(), page.replace("two", "three").as_bytes());
    let broken = baked.replace("one</a>", "<b>one</b></a>");
    assert_eq!(undo(broken.as_bytes(), None).err().map(|why| why.reason()), Some("edited"));
    assert_eq!(undo(page.as_bytes(), None).unwrap(), page.as_bytes());
}

/// Addresses without a host are on the host that the page loads the dossier from, in evidence and JSON-LD.
#[test]
fn addresses_without_a_host() {
    let mut json = json(vec![anchor("two")]);
    json["sources"][0]["url"] = "/beacon".into();
    json["sources"][0]["archived"] = "/archive/beacon".into();
    json["publisher"]["corrections"] = "/corrections".into();
    let dossier = read(json);
    let check = |src: &str, expected: &str| {
        let page = format!("<main>one two</main><variorum-dossier src=\"{src}\">old</variorum-dossier>");
        let with = Options { json_ld: true, ..Options::default() };
        let baked = bake(page.as_bytes(), &dossier, &with).unwrap();
        let text = String::from_utf8(baked.bytes.clone()).unwrap();
        for path in ["/beacon", "/archive/beacon", "/corrections"] {
            assert!(text.contains(&format!("href=\"{expected}{path}")), "{src}: {path}: {text}");
            assert!(text.contains(&format!(":\"{expected}{path}\"")), "{src}: {path}: {text}");
        }
        assert_eq!(bake(&baked.bytes, &dossier, &with).unwrap(), baked, "twice");
    };
    check("d.json", "");
    check("/dossiers/d.json", "");
    check("https://cdn.example/dossiers/d.json", "https://cdn.example");
    check("//cdn.example/dossiers/d.json", "//cdn.example");
}

/// JSON-LD stands beside the evidence, ends where it should whatever is in it, and goes as it came.
#[test]
fn json_ld() {
    let page = "<main>one two</main><variorum-dossier src=d.json>old</variorum-dossier>";
    let mut json = json(vec![anchor("two")]);
    json["publisher"]["name"] = "</script></variorum-dossier><!--".into();
    let dossier = read(json);
    let with = Options { json_ld: true, ..Options::default() };
    let baked = bake(page.as_bytes(), &dossier, &with).unwrap();
    let text = String::from_utf8(baked.bytes.clone()).unwrap();
    let document = scraper::Html::parse_document(&text);
    let selector = scraper::Selector::parse("variorum-dossier > script[type='application/ld+json']").unwrap();
    let scripts: Vec<_> = document.select(&selector).collect();
    let [script] = scripts.as_slice() else { panic!("{text}") };
    let graph: serde_json::Value = serde_json::from_str(&script.text().collect::<String>()).unwrap();
    assert_eq!(graph["@graph"][0]["publisher"]["name"], dossier.publisher.name);
    assert_eq!(graph["@graph"][2]["@id"], "#variorum-lamps.c0");

    assert_eq!(undo(&baked.bytes, None).unwrap(), page.as_bytes());
    assert_eq!(bake(&baked.bytes, &dossier, &with).unwrap(), baked, "twice");
    let without = bake(&baked.bytes, &dossier, &Options::default()).unwrap();
    assert_eq!(without, bake(page.as_bytes(), &dossier, &Options::default()).unwrap());
    assert!(!String::from_utf8(without.bytes).unwrap().contains("<script"));
}

//! Where quotes are found, and where they are not. The tricky pages of Hypothesis, Apache Annotator and the
//! text-fragments polyfill are here in our own words.

use crate::page::{page, selector};
use variorum::anchor::Kind::{self, Changed, Exact, Folded, Near};
use variorum::anchor::Refused::{self, Absent, Ambiguous};
use variorum::anchor::{Found, Wanted, locate};
use variorum::text::{Native, Range};

fn found(drawing: &str, quote: &str, all: bool, within: Option<Range>) -> (Result<Found, Refused>, Vec<Range>) {
    let page = page(drawing);
    let wanted = [Wanted { selector: &selector(quote), all, within }];
    (locate(&page.index, &mut Native, &wanted).remove(0), page.drawn)
}

/// Each case: a page with what should be found drawn on it, a quote, how it should be found.
fn check(cases: &[(&str, &str, Result<Kind, Refused>)]) {
    for &(drawing, quote, expected) in cases {
        let (result, drawn) = found(drawing, quote, false, None);
        let told = result.as_ref().map(|found| found.kind).map_err(|&refused| refused);
        let short: String = drawing.chars().take(200).collect();
        assert_eq!(told, expected, "{quote:?} in {short:?}");
        if let Ok(found) = result {
            assert_eq!(found.ranges, drawn, "{quote:?} in {short:?}");
        }
    }
}

#[test]
fn across_elements() {
    check(&[
        ("held for [nearly four hours] there", "nearly four hours", Ok(Exact)),
        ("[nearly four hours]", "nearly four hours", Ok(Exact)),
        ("held for |[nearly| |four] hours", "nearly four", Ok(Exact)),
        ("held [f|o|u|r] hours", "four", Ok(Exact)),
        ("held for |[nearly four]| hours", "nearly four", Ok(Exact)),
        ("held |||[four]||| hours", "four", Ok(Exact)),
        ("||[four hours]", "four hours", Ok(Exact)),
        ("[four\n      ¶\n   hours]¶", "four hours", Ok(Exact)),
        ("[four¶hours] later", "four hours", Ok(Exact)),
        ("[four¶¶|¶hours] later", "four\n\nhours", Ok(Exact)),
        ("held for¶  [four] hours", "four", Ok(Exact)),
        ("held for [four]¶hours", "four", Ok(Exact)),
        // A block edge is white space and never nothing; an inline edge is nothing and never white space.
        ("the¶rapist", "therapist", Err(Absent)),
        ("10¶000", "10000", Err(Absent)),
        ("four|hours", "four hours", Err(Absent)),
    ]);
}

#[test]
fn white_space_at_the_ends() {
    check(&[
        ("held for [four hours] there", "  four\n hours ", Ok(Exact)),
        ("held for |  |[four]|  | there", " four ", Ok(Exact)),
        ("held \u{200B}[four]\u{200B} hours", "\u{200B}four", Ok(Folded)),
        ("\u{FEFF}[four] hours", "four", Ok(Exact)),
        ("held four hours", "", Err(Absent)),
        ("held four hours", " \u{A0}\n", Err(Absent)),
        ("held four hours", "\u{AD}\u{200B}", Err(Absent)),
        ("", "four", Err(Absent)),
        ("¶|¶", "four", Err(Absent)),
        ("four", "four hours, as four people told the police that night", Err(Absent)),
    ]);
}

#[test]
fn typography() {
    check(&[
        ("he said [“four hours,”] then", "\"four hours,\"", Ok(Folded)),
        ("[Korea’s former envoy]", "Korea's former envoy", Ok(Folded)),
        ("[Korea's former envoy]", "Korea’s former envoy", Ok(Folded)),
        ("« Il a dit [«\u{A0}jamais\u{A0}»] »", "\" jamais \"", Ok(Folded)),
        ("the [staff — all eight —] were", "staff – all eight –", Ok(Folded)),
        ("the [staff -- all eight --] were", "staff — all eight —", Ok(Folded)),
        ("it was[…] over", "...", Ok(Folded)),
        ("[nearly\u{A0}four\u{202F}hours]", "nearly four hours", Ok(Exact)),
        ("the [em\u{AD}bas\u{AD}sy] was", "embassy", Ok(Folded)),
        ("the [embassy] was", "em\u{AD}bassy", Ok(Folded)),
        ("the [em\u{200B}bas|sy] was", "embassy", Ok(Folded)),
        ("[NEARLY FOUR HOURS]", "Nearly four hours", Ok(Folded)),
        ("[ﬁve oﬃcers]", "five officers", Ok(Folded)),
        ("[five officers]", "ﬁve oﬃcers", Ok(Folded)),
    ]);
}

#[test]
fn no_character_is_cut() {
    check(&[
        ("[café] noir", "cafe\u{301}", Ok(Folded)),
        ("[cafe\u{301}] noir", "café", Ok(Folded)),
        ("[cafe|\u{301}] noir", "café", Ok(Folded)),
        ("[cafe\u{301}] noir", "cafe\u{301}", Ok(Exact)),
        ("café noir", "cafe", Err(Absent)),
        ("cafe\u{301} noir", "cafe", Err(Absent)),
        ("[và ệ] n", "và e\u{302}\u{323}", Ok(Folded)),
        ("мой", "мои", Err(Absent)),
        ("мой й", "и", Err(Absent)),
        ("мой [и] твой", "и", Ok(Exact)),
        ("[мой] дом", "мои\u{306}", Ok(Folded)),
        ("ﬁ", "f", Err(Absent)),
        ("oﬃce", "of", Err(Absent)),
        ("각", "가", Err(Absent)),
        ("\u{1100}\u{1161}\u{11A8}", "가", Err(Absent)),
        ("[\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}]의", "한국", Ok(Folded)),
        ("a \u{20E3} 1\u{FE0F}\u{20E3} b", "1", Err(Absent)),
        ("see [❤\u{FE0F}] there", "❤", Ok(Folded)),
        ("the 👨\u{200D}👩\u{200D}👧 left", "👨", Err(Absent)),
        ("the 👨\u{200D}👩\u{200D}👧 left", "👧", Err(Absent)),
        ("the [👨\u{200D}👩\u{200D}👧] left", "👨\u{200D}👩\u{200D}👧", Ok(Exact)),
        ("ok 👍🏽 ok", "👍", Err(Absent)),
        ("the 🇺🇸🇰🇷 flags", "🇸🇰", Err(Absent)),
        ("the 🇺🇸[🇰🇷] flags", "🇰🇷", Ok(Exact)),
        ("सत्य", "सत", Err(Absent)),
        ("क्षमा", "षमा", Err(Absent)),
        ("[अर्थात्]। फिर", "अर्थात्", Ok(Exact)),
        ("𠮷野家の[𠮷]", "家の{𠮷}", Ok(Exact)),
        ("[😀 wow 😀]", "😀 wow 😀", Ok(Exact)),
        ("😀[wow]😀", "wow", Ok(Exact)),
        ("x|[😀|wow|😀]|y", "😀wow😀", Ok(Exact)),
    ]);
}

#[test]
fn scripts() {
    check(&[
        ("東京都の[職員は四時間]拘束された。", "職員は四時間", Ok(Exact)),
        ("職員は[四時|間]拘束", "四時間", Ok(Exact)),
        ("職員は[ﾊﾟｿｺﾝ]を", "パソコン", Ok(Folded)),
        ("승객들은 [세 시간]을 갇혀", "세 시간", Ok(Exact)),
        ("승객 [60여 명]이 허공에", "60여 명", Ok(Exact)),
        ("เขาถูก[สี่ชั่วโมง]แล้ว", "สี่ชั่วโมง", Ok(Exact)),
        ("הם הוחזקו [ארבע שעות] בשגרירות", "ארבע שעות", Ok(Exact)),
        ("הם [\u{5D0}רבע שעות]\u{200F} שם", "\u{200F}ארבע שעות", Ok(Folded)),
        ("בְּרֵאשִׁית", "בראשית", Err(Absent)),
        ("احتجزوا [أربع ساعات] هناك", "أربع ساعات", Ok(Exact)),
        ("in [ΛΟΓΟΣ] there", "λογος", Ok(Folded)),
        ("[می\u{200C}خواهم] برم", "میخواهم", Ok(Folded)),
    ]);
}

#[test]
fn words_and_numbers_are_whole() {
    check(&[
        ("the network", "two", Err(Absent)),
        ("the network of [two] men", "two", Ok(Exact)),
        ("fourteen hours", "four", Err(Absent)),
        ("some 10,000 men", "10", Err(Absent)),
        ("some 10,000 men", "000", Err(Absent)),
        ("some 1000 men", "10", Err(Absent)),
        ("rose by 2.5 percent", "2", Err(Absent)),
        ("all [10, then] nine", "10, then", Ok(Exact)),
        ("about [10]¶000 more", "10", Ok(Exact)),
        ("net|work", "work", Err(Absent)),
        ("the [ambassador]’s car", "ambassador", Ok(Exact)),
        ("devant l’[ambassade] même", "ambassade", Ok(Exact)),
        ("½ mile", "1", Err(Absent)),
        ("10² men", "102", Err(Absent)),
        // A selector that was cut inside a word says so by its context.
        ("the net[work] broke", "the net{work} broke", Ok(Exact)),
        ("the net[work] broke", "net{work}", Ok(Exact)),
        ("the patchwork broke", "net{work}", Err(Absent)),
        ("the network broke", "the {work} broke", Err(Absent)),
        ("some [10],000 men", "some {10},000 men", Ok(Exact)),
        ("some 10,000 men", "some {10}, then", Err(Absent)),
        ("some 1000 men", "some {10}0 men", Err(Absent)),
    ]);
}

#[test]
fn context_decides_between_equal_places() {
    check(&[
        ("It was late, it was dark, [it was] cold.", "dark, {it was} cold", Ok(Exact)),
        ("[It was] late, it was dark, it was cold.", "{it was} late", Ok(Folded)),
        ("It was late, it was dark, it was cold.", "{it was}", Err(Ambiguous)),
        ("We all went up, we all went down, [we all] came back", "{we all} came", Ok(Exact)),
        // Before the beginning and after the end there may be more context than text.
        ("[two hours] and two hours", "they were there for {two hours} and", Ok(Exact)),
        ("two hours and [two hours]", "hours and {two hours}, said the police", Ok(Exact)),
        ("two hours¶[two hours]", "two hours\n{two hours}", Ok(Exact)),
        // Same before, other after; same after, other before.
        ("he said no. “he said yes.” [he said] maybe", "{he said} maybe", Ok(Exact)),
        ("the first man, the [man]", "the first man, the {man}", Ok(Exact)),
        // Context folds as the quote does.
        ("it’s two o'clock; [it’s two] now", "o’clock; {it's two} now", Ok(Folded)),
        ("one ¶ [two] three ¶ two four", "one{two}three", Ok(Exact)),
        // Misspelt or edited context: clearly more of it at one place.
        (
            "the guards held two people; a cook hid [two people] in the larder",
            "cook hid {two people} in a larder",
            Ok(Exact),
        ),
        ("the cook hid two people; a nurse saw two people", "x {two people} y", Err(Ambiguous)),
        // A few letters more are chance.
        ("the cook hid two people; a nurse saw two people", "had {two people} in", Err(Ambiguous)),
        ("the cook hid two people; a nurse saw two people", "who hid {two people} in", Err(Ambiguous)),
        // All of one side here, all of the other there.
        ("alpha one two three stop; start one two three omega", "alpha {one two three} omega", Err(Ambiguous)),
        // Overlapping occurrences.
        ("aaa", "aa", Err(Absent)),
        ("ha ha ha", "ha ha", Err(Ambiguous)),
        ("no, [ha ha] ha", "no, {ha ha}", Ok(Exact)),
        ("東京大阪東京[京都]", "東京{京都}", Ok(Exact)),
    ]);
}

#[test]
fn blank_context_decides_by_its_blanks() {
    check(&[
        ("\n  two men\n¶\n      [two men]\n", "\n      {two men}\n", Ok(Exact)),
        ("\n  two men\n¶\n  two men\n", "\n  {two men}\n", Err(Ambiguous)),
        ("\n  [two men]\n", "\n\t\t\t\t{two men}\n\n", Ok(Exact)),
        ("two men¶ [two men]", " {two men}", Ok(Exact)),
    ]);
}

#[test]
fn words_that_went_away_are_not_found_elsewhere() {
    check(&[
        // The correction took "Robin" out of this sentence; another one has it.
        ("It was [Marian] who shot. Robin slept.", "It was {Robin} who shot.", Ok(Changed)),
        ("It was [Robin] who slept.", "It was {Robin} who shot.", Ok(Exact)),
        ("He saw [Robin], who shot.", "It was {Robin}, who shot.", Ok(Exact)),
        ("He saw Robin, and left", "It was {Robin}, who shot.", Err(Absent)),
        ("He saw [Robin]", "Robin", Ok(Exact)),
        // A long quote is its own proof.
        ("Now [nearly four hours later they left], says", "said that {nearly four hours later they left}.", Ok(Exact)),
        ("The first sentence goes. The other too.", "The first sentence stays.", Err(Absent)),
    ]);
}

#[test]
fn one_character_quotes() {
    check(&[
        ("really[?] no", "?", Ok(Exact)),
        ("[a]", "a", Ok(Exact)),
        ("a b a", "a", Err(Ambiguous)),
        ("a b [a]", "b {a}", Ok(Exact)),
        ("abc", "b", Err(Absent)),
        ("第[一]条", "一", Ok(Exact)),
    ]);
}

#[test]
fn long_pages() {
    let filler = "The guards saw nothing. Ночью шёл дождь, ночь была тёмной; 夜は暗かった。 ".repeat(2000);
    let page = format!("{filler}|{filler}[at last the néw message|¶came] {filler}");
    check(&[
        (&page, "at last the ne\u{301}w message came", Ok(Folded)),
        (&page, "at last the new message came", Ok(Near)),
        (&page, "at last the new message went away", Err(Absent)),
    ]);
}

#[test]
fn scores() {
    for (drawing, quote, score) in [
        ("one two three", "two", 1.0),
        ("one two three", "one {two} three", 1.0),
        ("one two three", "one {two} four", 6.0 / 10.0),
        ("nine nearly four hours long", "ten {nearly four hours} now", 17.0 / 23.0),
    ] {
        let result = found(drawing, quote, false, None).0.map(|found| found.score);
        assert_eq!(result, Ok(score), "{quote:?} in {drawing:?}");
    }
}

#[test]
fn everywhere() {
    for (drawing, quote, expected) in [
        ("[ten] men and [ten] women, tents", "ten", Ok(Exact)),
        ("[ten] men and [Ten] women", "ten", Ok(Folded)),
        ("[ten men] and ten women and [ten men]", "ten men", Ok(Exact)),
        ("the [ten] and a ten and the [ten]", "the {ten}", Ok(Exact)),
        ("[ha ha] [ha ha] ha", "ha ha", Ok(Exact)),
        ("ten men", "six", Err(Absent)),
        ("a ten", "the {ten}", Err(Absent)),
        ("[te|n] men¶[ten]", "ten", Ok(Exact)),
    ] {
        let (result, drawn) = found(drawing, quote, true, None);
        assert_eq!(
            result.as_ref().map(|found| found.kind).map_err(|&refused| refused),
            expected,
            "{quote:?} in {drawing:?}"
        );
        assert_eq!(result.map(|found| found.ranges).unwrap_or_default(), drawn, "{quote:?} in {drawing:?}");
    }
}

#[test]
fn within() {
    // The first range drawn is where to look, the second what to find there.
    for (drawing, quote, expected) in [
        ("two [a two b] two", "two", Some(("two a [two] b two", Exact))),
        ("two [two] two", "two", Some(("two [two] two", Exact))),
        ("[tw]o", "two", None),
        ("[two¶|a] two", "two", Some(("[two]¶|a two", Exact))),
        ("two [a b] two", "two", None),
        ("ten [a| te|n b] ten", "a {ten}", Some(("ten a| [te|n] b ten", Exact))),
    ] {
        let within = page(drawing).drawn[0];
        let (result, _) = found(drawing, quote, false, Some(within));
        let expected = expected.map(|(drawing, kind)| (page(drawing).drawn, kind)).ok_or(Absent);
        assert_eq!(result.map(|found| (found.ranges, found.kind)), expected, "{quote:?} in {drawing:?}");
    }
}

#[test]
fn a_batch_answers_in_order() {
    let page = page("ten men held eight staff for nearly four hours");
    let quotes = ["four hours", "ten men", "six hours", "", "ten", "ten men", "nearly four", "men held", "e"];
    let selectors: Vec<_> = quotes.iter().map(|quote| selector(quote)).collect();
    let wanted: Vec<_> = selectors.iter().map(|selector| Wanted { selector, all: false, within: None }).collect();
    let together = locate(&page.index, &mut Native, &wanted);
    let apart: Vec<_> = wanted.iter().flat_map(|&one| locate(&page.index, &mut Native, &[one])).collect();
    assert_eq!(together, apart);
    let texts: Vec<_> = together.iter().map(|one| one.as_ref().map(|found| page.index.text(found.ranges[0]))).collect();
    let expected = ["four hours", "ten men", "", "", "ten", "ten men", "nearly four", "men held", ""]
        .map(|text| if text.is_empty() { Err(&Absent) } else { Ok(text.to_string()) });
    assert_eq!(texts, expected);
    assert!(locate(&page.index, &mut Native, &[]).is_empty());
}

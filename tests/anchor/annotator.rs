//! What the tests of Apache Annotator's text quotes ask of an engine, in our own words and data: one quote and all its
//! places, whatever the elements around them.

use crate::page::{page, scattered, selector};
use variorum::anchor::Kind::{self, Exact, Folded};
use variorum::anchor::Refused::{self, Absent, Ambiguous};
use variorum::anchor::{Wanted, locate};
use variorum::text::{Native, Range};

/// Each case: what it shows, a page with all places drawn on it where the quote stands, the quote, and what comes of
/// it if only one place is wanted. A page in pieces of one character gives the same.
fn check(cases: &[(&str, &str, &str, Result<Kind, Refused>)]) {
    for &(name, drawing, quote, expected) in cases {
        for drawing in [String::from(drawing), scattered(drawing)] {
            let page = page(&drawing);
            let find = |all| places(&drawing, quote, all, None);
            let once = find(false).map(|(ranges, kind)| {
                assert_eq!(ranges, page.drawn, "{name}: {quote:?} once in {drawing:?}");
                kind
            });
            assert_eq!(once, expected, "{name}: {quote:?} once in {drawing:?}");
            let all = find(true).map(|(ranges, _)| ranges).unwrap_or_default();
            assert_eq!(all, page.drawn, "{name}: {quote:?} everywhere in {drawing:?}");
        }
    }
}

fn places(drawing: &str, quote: &str, all: bool, within: Option<Range>) -> Result<(Vec<Range>, Kind), Refused> {
    let wanted = Wanted { selector: &selector(quote), all, within };
    locate(&page(drawing).index, &mut Native, &[wanted]).remove(0).map(|found| (found.ranges, found.kind))
}

#[test]
fn one_place() {
    check(&[
        ("in the middle", "wind and rain [and hail] and snow", "and hail", Ok(Exact)),
        ("the first characters", "[wind and] rain and hail", "wind and", Ok(Exact)),
        ("the last characters", "wind and rain and [hail]", "hail", Ok(Exact)),
        ("the whole text", "[wind and rain]", "wind and rain", Ok(Exact)),
        ("across elements", "wind |and| [rain |and| hail] and |snow|", "rain and hail", Ok(Exact)),
        ("across an element inside another", "wind [and| rain| and| hail]| and |snow", "and rain and hail", Ok(Exact)),
        ("what an element has", "wind |[and rain]| and hail", "and rain", Ok(Exact)),
        ("what an element has between empty ones", "wind ||[and rain]|| and hail", "and rain", Ok(Exact)),
        ("across blocks", "wind and [rain¶and hail] and snow", "rain and hail", Ok(Exact)),
        ("in a heading only", "[Storm warning]¶wind and rain", "storm warning", Ok(Folded)),
        ("nowhere", "wind and rain and hail", "fog and ice", Err(Absent)),
        ("nowhere, being longer than the page", "wind", "wind and rain", Err(Absent)),
        ("nowhere, being empty", "wind", "", Err(Absent)),
        ("nowhere, being a point between contexts", "wind and rain", "wind {}and rain", Err(Absent)),
    ]);
}

#[test]
fn several_places() {
    check(&[
        ("in one text", "[wind] and rain and [wind]", "wind", Err(Ambiguous)),
        ("next to each other", "rain and [wind] [wind]", "wind", Err(Ambiguous)),
        ("in several texts", "|[wind]| and |[wind]|¶[wind]", "wind", Err(Ambiguous)),
        ("in a text and across texts", "[wind] and [wi|nd] and [w||ind]", "wind", Err(Ambiguous)),
        ("which overlap", "[on and on] and on", "on and on", Err(Ambiguous)),
        ("which overlap inside a word", "bananas", "ana", Err(Absent)),
        ("of which one is cut out of a word", "windows and [wind]", "wind", Ok(Exact)),
    ]);
}

#[test]
fn context() {
    check(&[
        ("before", "wind and rain and [wind]", "rain and {wind}", Ok(Exact)),
        ("after", "[wind] and rain and wind", "{wind} and", Ok(Exact)),
        ("on both sides", "a wind blew, [wind] and rain", "blew, {wind} and", Ok(Exact)),
        ("on both sides of two", "no [wind] today, no [wind] today", "no {wind} today", Err(Ambiguous)),
        ("empty on both sides", "wind and [rain]", "{rain}", Ok(Exact)),
        ("of one letter, where a word is cut", "w[ind] and fund", "w{ind}", Ok(Exact)),
        ("of one letter, where two words are cut", "w[ind] and w[ind]", "w{ind}", Err(Ambiguous)),
        ("but for a space between", "wind and [rain]", "wind and{rain}", Ok(Exact)),
        ("after an edge of elements", "wind| and |[rain]", "wind and {rain}", Ok(Exact)),
        ("after an edge of blocks", "wind and¶[rain]", "wind and {rain}", Ok(Exact)),
    ]);
}

#[test]
fn context_that_is_not_there() {
    for (name, drawing, quote) in [
        ("before", "wind and rain and hail", "fog, {rain}"),
        ("after", "wind and rain and hail", "{rain} of stones"),
        ("letters where a space is", "wind and rain and hail", "{rain}bow"),
    ] {
        assert_eq!(places(drawing, quote, true, None), Err(Absent), "{name}: {quote:?} everywhere in {drawing:?}");
        assert_eq!(places(drawing, quote, false, None), Err(Absent), "{name}: {quote:?} once in {drawing:?}");
    }
}

/// Each case: what it shows, a page with where to look drawn on it, the page with what is there, the quote.
#[test]
fn scope() {
    for (name, within, drawing, quote) in [
        ("all of the page", "[wind and rain]", "wind and [rain]", "rain"),
        ("begins and ends inside a text", "wind [and rain and] hail", "wind and [rain] and hail", "rain"),
        ("is the quote", "wind and [rain] and hail", "wind and [rain] and hail", "rain"),
        ("has an element before it", "wind |and |[rain| and] hail", "wind |and |[rain]| and hail", "rain"),
        ("has the one of two", "rain and [rain and] hail", "rain and [rain] and hail", "rain"),
        ("has the one of two that context is not of", "rain and [hail and rain]", "rain and hail and [rain]", "rain"),
        ("begins one character late", "wind and r[ain and hail]", "wind and rain and hail", "rain"),
        ("ends one character early", "wind [and rai]n and hail", "wind and rain and hail", "rain"),
        ("is elsewhere", "wind and rain [and hail]", "wind and rain and hail", "rain"),
        ("begins and ends between texts", "wind |[and| rain| and]| hail", "wind |and| [rain]| and| hail", "rain"),
        (
            "ends before a misspelt word",
            "the weather: [much wind and] rani",
            "the weather: much wind and rani",
            "and rain",
        ),
    ] {
        let within = page(within).drawn[0];
        for all in [false, true] {
            let found = places(drawing, quote, all, Some(within)).map(|(ranges, _)| ranges).unwrap_or_default();
            assert_eq!(found, page(drawing).drawn, "{name}: {quote:?} in {drawing:?}, all: {all}");
        }
    }
}

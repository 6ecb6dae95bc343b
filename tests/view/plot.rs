//! Values on a scale.

use crate::support::{Story, attr, text, with_class};
use variorum::view::{Attr, El, card};

/// The plot of a claim with one reading for each value, in English.
fn plot(kind: &str, claim: &str, values: &[&str]) -> Option<El> {
    plot_in("en", kind, claim, values)
}

fn plot_in(lang: &str, kind: &str, claim: &str, values: &[&str]) -> Option<El> {
    let mut claims = format!("[[claims]]\nid = 'x'\nquestion = 'How?'\ntype = '{kind}'\n{claim}\n");
    for (source, value) in ["a", "b", "c", "d"].into_iter().zip(values) {
        claims +=
            &format!("[[claims.readings]]\nsource = '{source}'\nvalue = {{ {value} }}\nquotes = [{{ exact = 'x' }}]\n");
    }
    let story = Story::of_claims(&claims, lang);
    with_class(&card(&story.context(), &[0], 0), "variorum-plot").first().map(|el| (*el).clone())
}

/// Each line as `WHO SHAPE FROM+WIDTH`, then the ticks.
fn drawn(plot: &El) -> Vec<String> {
    let mut lines: Vec<String> = with_class(plot, "variorum-who").into_iter().map(text).collect();
    for shape in ["reach", "bar", "dot", "arrow"] {
        for el in with_class(plot, &format!("variorum-{shape}")) {
            let top = attr(el, Attr::Y).or(attr(el, Attr::Cy)).and_then(|y| y.strip_suffix("em")).expect("a height");
            let line = &mut lines[(top.parse::<f64>().unwrap() / 1.6) as usize];
            if shape == "arrow" {
                let is_left = attr(el, Attr::PreserveAspectRatio).is_some_and(|side| side.starts_with("xMin"));
                *line += if is_left { "←" } else { "→" };
                continue;
            }
            let at = attr(el, Attr::X).or(attr(el, Attr::Cx)).unwrap_or_default();
            *line += &format!(" {shape} {at}");
            *line += &attr(el, Attr::Width).map_or(String::new(), |width| format!("+{width}"));
        }
    }
    let ticks: Vec<_> = with_class(plot, "variorum-tick").into_iter().map(text).collect();
    lines.push(ticks.join(" "));
    lines
}

#[test]
fn runs_from_right_to_left() {
    let values = ["is = 'PT4H', hedge = 'nearly'", "is = 'PT1H'", "min = 'PT2H'"];
    let check = |lang: &str, expected: &[&str]| {
        assert_eq!(drawn(&plot_in(lang, "duration", "", &values).unwrap()), expected, "{lang}");
    };
    check(
        "en",
        &[
            "Anchor reach 70.8%+16.9% bar 77.1%+10.6%",
            "Beacon dot 24.2%",
            "Courier reach 45.4%+54.6% bar 45.4%+42.3%→",
            "0h 1h 2h 3h 4h",
        ],
    );
    check(
        "he",
        &[
            "\u{2068}Anchor\u{2069} reach 12.3%+16.9% bar 12.3%+10.6%",
            "\u{2068}Beacon\u{2069} dot 75.8%",
            "\u{2068}Courier\u{2069} reach 0.0%+54.6% bar 12.3%+42.3%←",
            "0 שע׳ 2 שע׳ 4 שע׳",
        ],
    );
}

#[test]
fn draws() {
    let check = |kind: &str, claim: &str, values: &[&str], expected: &[&str]| {
        let plot = plot(kind, claim, values).unwrap_or_else(|| panic!("no plot of {values:?}"));
        assert_eq!(drawn(&plot), expected);
    };
    check(
        "duration",
        "",
        &["is = 'PT4H', hedge = 'nearly'", "is = 'PT2H'"],
        &["Anchor reach 78.2%+18.8% bar 85.3%+11.7%", "Beacon dot 50.0%", "0h 1h 2h 3h 4h"],
    );
    // An open end goes on past the last value.
    check(
        "count",
        "",
        &["is = 41", "is = 40, hedge = 'about'", "is = 30, hedge = 'at-least'"],
        &[
            "Anchor dot 40.0%",
            "Beacon reach 17.4%+40.1% dot 37.5%",
            "Courier reach 12.4%+87.6% bar 12.4%+75.2%→",
            "30 40 50 60",
        ],
    );
    check(
        "date",
        "",
        &["is = '2017'", "is = '2017-03'", "is = '2017-07', hedge = 'before'"],
        &["Anchor bar 13.4%+83.6%", "Beacon bar 27.0%+7.0%", "Courier bar 0.0%+54.9%←", "January 2017 January 2018"],
    );
    check(
        "quantity",
        "unit = 'm'",
        &["is = 2.31", "is = 2.4"],
        &["Anchor dot 16.3%", "Beacon dot 68.2%", "2.3 2.35 2.4 2.45"],
    );
    // A range, a hedge around its middle, and an open end.
    check(
        "duration",
        "",
        &["is = 'PT90M', hedge = 'about'", "min = 'PT1H', max = 'PT2H'", "is = 'PT3H', hedge = 'over'"],
        &[
            "Anchor reach 20.0%+8.5% dot 24.3%",
            "Beacon bar 17.2%+14.2%",
            "Courier reach 45.6%+54.4% bar 45.6%+42.5%→",
            "0h 2h 4h 6h",
        ],
    );
    // No count is below nothing.
    check(
        "count",
        "",
        &["is = 0", "is = 1, hedge = 'about'"],
        &["Anchor dot 3.0%", "Beacon reach 3.0%+94.0% dot 50.0%", "0 1 2"],
    );
    // Both sides open.
    check(
        "count",
        "",
        &["min = 5", "max = 5"],
        &["Anchor reach 44.8%+55.2% bar 44.8%+41.8%→", "Beacon reach 3.0%+41.8% bar 23.9%+20.9%", "0 5 10"],
    );
    check(
        "quantity",
        "unit = 'USD'",
        &["is = -5", "is = 12.5, hedge = 'about'"],
        &["Anchor dot 14.5%", "Beacon reach 76.4%+20.6% dot 86.7%", "-5 0 5 10 15"],
    );
    // Times of day alone; two ticks at least.
    check(
        "date",
        "",
        &["is = 'T21:04'", "is = 'T21:30'", "is = 'T20:00', hedge = 'after'"],
        &[
            "Anchor dot 62.0%",
            "Beacon dot 86.1%",
            "Courier bar 3.0%+97.0%→",
            "8:30\u{202f}pm 9:00\u{202f}pm 9:30\u{202f}pm",
        ],
    );
}

#[test]
fn nothing_to_draw() {
    let check = |kind: &str, claim: &str, values: &[&str]| assert_eq!(plot(kind, claim, values), None, "{values:?}");
    check("count", "", &["is = 10"]);
    check("count", "", &["is = 10", "is = 10"]);
    check("yesno", "", &["is = 'yes'", "is = 'no'"]);
    check("count", "", &["is = 10", "unclear = true"]);
    // Another unit has no place on the scale.
    check("quantity", "unit = 'USD'", &["is = 10", "is = 12, unit = 'EUR'"]);
}

#[test]
fn says_its_unit() {
    let check = |kind: &str, claim: &str, values: &[&str], expected: &str| {
        let plot = plot(kind, claim, values).unwrap();
        let said: Vec<_> = with_class(&plot, "variorum-unit").into_iter().map(text).collect();
        assert_eq!(said.concat(), expected);
    };
    check("quantity", "unit = 'm'", &["is = 2", "is = 3"], "metres");
    check("quantity", "unit = 'USD'", &["is = 2", "is = 3"], "US dollars");
    // Without words for it, as it is written.
    check("quantity", "unit = 'mol'", &["is = 2", "is = 3"], "mol");
    check("count", "", &["is = 2", "is = 3"], "");
}

#[test]
fn is_named() {
    let plot = plot("count", "", &["is = 10", "is = 10", "is = 10", "is = 12, hedge = 'about'"]).unwrap();
    assert_eq!(attr(&plot, Attr::Role), Some("img"));
    assert_eq!(attr(&plot, Attr::AriaLabel), Some("On a scale: Anchor, Beacon and 1 more, 10; Dispatch, about 12"));
}

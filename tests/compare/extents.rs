//! What answers cover, as a plot draws it: the table of hedges, line by line.

use super::notation::claim_with;
use variorum::compare::{Interval, extent};

/// `[2,3)`, `{2}`, `(0,∞)`; dates are passed through `scale`.
fn print(interval: &Interval, scale: f64) -> String {
    let number = |x: f64| match x {
        f64::INFINITY => "∞".to_owned(),
        f64::NEG_INFINITY => "-∞".to_owned(),
        _ => (x / scale).to_string(),
    };
    let Interval { from, to, from_open, to_open } = *interval;
    if from == to {
        return format!("{{{}}}", number(from));
    }
    let (open, close) = (if from_open { '(' } else { '[' }, if to_open { ')' } else { ']' });
    format!("{open}{},{}{close}", number(from), number(to))
}

fn check_scaled(of: &str, answers: &[&str], scale: f64, expected: &str) {
    let claim = claim_with(of, answers);
    let extent = extent(&claim, claim.readings[0].answer.as_ref().unwrap());
    let printed = extent.map(|extent| [extent.figure, extent.core, extent.outer].map(|i| print(&i, scale)).join(" "));
    assert_eq!(printed.as_deref().unwrap_or("none"), expected, "{of}: {answers:?}");
}

fn check(of: &str, answer: &str, expected: &str) {
    check_scaled(of, &[answer], 1.0, expected);
}

#[test]
fn counts() {
    check("count", "10", "{10} {10} {10}");
    check("count", "about 300", "{300} [285,315] [240,360]");
    check("count", "about 3", "{3} [2,4] [2,4]");
    check("count", "nearly 100", "{100} [95,100) [80,100)");
    check("count", "over 400", "{400} (400,800] (400,∞)");
    check("count", "at-least 2", "{2} [2,4] [2,∞)");
    check("count", "2..", "{2} [2,4] [2,∞)");
    check("count", "at-most 50", "{50} [25,50] (0,50]");
    check("count", "..50", "{50} [25,50] (0,50]");
    check("count", "under 50", "{50} [25,50) (0,50)");
    check("count", "plural 12", "{24} [24,240) [24,∞)");
    check("count", "0..5", "[0,5] [0,5] [0,5]");
    check("count tolerance=0", "about 300", "{300} [299,301] [299,301]");
}

#[test]
fn zero() {
    check("count", "0", "{0} {0} {0}");
    check("count", "over 0", "{0} (0,∞) (0,∞)");
    check("count", "at-least 0", "{0} [0,∞) [0,∞)");
    check("count", "at-most 0", "{0} {0} {0}");
    check("count", "under 0", "{0} {0} {0}");
    check("count", "nearly 0", "{0} [-1,1] [-1,1]");
    check("count", "plural 0", "{0} [0,∞) [0,∞)");
    check("duration", "PT0S", "{0} {0} {0}");
    check("duration", "nearly PT0S", "{0} {0} {0}");
    check("quantity", "at-most 0", "{0} (-∞,0] (-∞,0]");
    check("quantity", "under 0", "{0} (-∞,0) (-∞,0)");
}

#[test]
fn below_zero() {
    check("quantity", "-5", "[-5.25,-4.75) [-5.25,-4.75) [-5.25,-4.75)");
    check("quantity", "about -5", "{-5} [-5.25,-4.75] [-6,-4]");
    check("quantity", "nearly -5", "{-5} (-5,-4.75] (-5,-4]");
    check("quantity", "over -5", "{-5} (-5,0] (-5,∞)");
    check("quantity", "at-most -5", "{-5} [-7.5,-5] (-∞,-5]");
    check("quantity", "under -5", "{-5} [-7.5,-5) (-∞,-5)");
}

#[test]
fn what_prose_leaves_out() {
    check_scaled("duration", &["PT2H"], 60.0, "[90,150) [90,150) [90,150)");
    check("duration", "PT1H57M", "[6990,7050) [6990,7050) [6990,7050)");
    check_scaled("duration", &["nearly PT4H"], 3600.0, "{4} [3.5,4) [3.2,4)");
    check("quantity", "2300000", "[2250000,2350000) [2250000,2350000) [2250000,2350000)");
    check("quantity", "100", "[95,105) [95,105) [95,105)");
}

#[test]
fn dates() {
    // In hours from the beginning of 1 January 1970.
    let check = |of: &str, answers: &[&str], expected: &str| check_scaled(of, answers, 3600.0, expected);
    check("date", &["1970-01-02"], "[24,48) [24,48) [24,48)");
    check("date", &["about 1970-01-02"], "[24,48) [0,72) [-48,120)");
    check("date", &["about 1970"], "[0,8760) [-8760,17520) [-17544,26304)");
    check("date", &["about 1970-02"], "[744,1416) [384,1776) [-336,2496)");
    check("date", &["before 1970-01-02"], "(-∞,24) (-∞,24) (-∞,24)");
    check("date", &["after 1970-01-02"], "[48,∞) [48,∞) [48,∞)");
    check("date", &["1970-01-02.."], "[24,∞) [24,∞) [24,∞)");
    check("date", &["..1970-01-02"], "(-∞,48) (-∞,48) (-∞,48)");
    check("date", &["1970-01-01..1970-01-02"], "[0,48) [0,48) [0,48)");
    check("date", &["after 1970-01-01T11:59"], "[12,∞) [12,∞) [12,∞)");
    check("date", &["about T11:59:59"], "[11.999722222222223,12) [11.499722222222223,12.5) [9.999722222222223,14)");
    check("date", &["after T11:59"], "[12,∞) [12,∞) [12,∞)");
    check("date", &["after T11:59", "1970-01-02"], "[36,∞) [36,∞) [36,∞)");
    check("date", &["T22:00..T01:59"], "[22,26) [22,26) [22,26)");
    check("date", &["T22:00..1970-01-02T01:59"], "[22,26) [22,26) [22,26)");
    check("date", &["1970-01-01T22:00..T01:59"], "[22,26) [22,26) [22,26)");
    check("date", &["after 1970-01-01T11:59Z"], "[12,∞) [12,∞) [12,∞)");
    check("date zone=0", &["1970-01-02..1970-01-02T00:59+02:00"], "[23,24) [23,24) [23,24)");
    check("date zone=60", &["after 1970-01-01T11:59Z"], "[13,∞) [13,∞) [13,∞)");
    check("date zone=60", &["after 1970-01-01T11:59"], "[12,∞) [12,∞) [12,∞)");
}

#[test]
fn no_scale() {
    check("yesno", "yes", "none");
    check("name", "leeds", "none");
    check("text", "declined", "none");
    check("list", "phones", "none");
    check("count", "unclear", "none");
    check("quantity unit=EUR", "5 USD", "none");
    check("quantity unit=EUR", "5 ?EUR", "none");
    check("quantity unit=EUR", "5 EUR", "[4.75,5.25) [4.75,5.25) [4.75,5.25)");
}

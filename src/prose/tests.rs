//! What words come to, a line each.

use super::{agrees, understand};
use crate::dossier::{ClaimKind, NodeKind, Value};

/// `TYPE [UNIT] [HEDGE] FIGURE` or `TYPE FROM..TO`; of what was not understood `TYPE [UNIT]: why`.
fn notation(kind: &str, read: Result<Value, super::WhyNot>) -> String {
    let value = match read {
        Ok(value) => value,
        Err(why) => return format!("{kind}: {why}"),
    };
    let fields = value.fields().unwrap();
    let field = |wanted: &str| {
        let text = |kind: &NodeKind| match kind {
            NodeKind::String(text) => text.clone(),
            NodeKind::Number(number) => number.to_string(),
            other => panic!("{other:?}"),
        };
        fields.iter().find(|(name, _)| *name == wanted).map(|(_, kind)| text(kind))
    };
    let figure = field("is").or_else(|| Some(format!("{}..{}", field("min")?, field("max")?))).unwrap();
    [Some(kind.to_owned()), field("hedge"), Some(figure)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn kind_of(name: &str) -> ClaimKind {
    match name {
        "duration" => ClaimKind::Duration,
        "count" => ClaimKind::Count,
        "quantity" => ClaimKind::Quantity,
        "date" => ClaimKind::Date,
        "yesno" => ClaimKind::YesNo,
        "text" => ClaimKind::Text,
        other => panic!("no type {other}"),
    }
}

/// Understands each line of a table, `words => expected`, in one language, as the type, and in the unit, that is
/// expected. What is understood agrees with its own words.
fn check(lang: &str, table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (words, expected) = line.split_once("=>").unwrap();
        let (words, expected) = (words.trim(), expected.trim());
        let asked = expected.split_once(':').map_or(expected, |(asked, _)| asked);
        let mut parts = asked.split(' ');
        let kind = parts.next().unwrap();
        let unit = parts.next().filter(|_| kind == "quantity");
        let asked = [Some(kind), unit].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let read = understand(words, kind_of(kind), unit, lang);
        let holds = read.as_ref().map_or(true, |value| agrees(value, words, unit, lang) == Some(true));
        let read = notation(&asked, read);
        if read != expected || !holds {
            wrong.push(format!("{words} => {read}, not {expected}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{lang}:
{}",
        wrong.join(
            "
"
        )
    );
}

#[test]
fn durations() {
    check(
        "en",
        "
        nearly four hours => duration nearly PT4H
        Nearly four hours => duration nearly PT4H
        for nearly four hours => duration nearly PT4H
        two hours => duration PT2H
        two-hour => duration PT2H
        a two-hour => duration PT2H
        2h => duration PT2H
        for 2 hours 30 minutes => duration PT2H30M
        2h 30min => duration PT2H30M
        two hours and 30 minutes => duration PT2H30M
        1 hour, 57 minutes and 3 seconds => duration PT1H57M3S
        an hour => duration PT1H
        half an hour => duration PT30M
        a half-hour => duration PT30M
        an hour and a half => duration PT1H30M
        two and a half hours => duration PT2H30M
        two-and-a-half hours => duration PT2H30M
        2½ hours => duration PT2H30M
        one and a half days => duration P1DT12H
        1.5 hours => duration PT1H30M
        0.1 hours => duration PT6M
        three quarters of an hour => duration PT45M
        a year and a half => duration P1Y6M
        a week and two days => duration P9D
        a fortnight => duration P2W
        seven decades => duration P70Y
        more than a decade => duration over P10Y
        just under a week => duration nearly P1W
        just over a week => duration over P1W
        less than a month => duration under P1M
        about ninety minutes => duration about PT90M
        some 90 minutes => duration about PT90M
        90 minutes or so => duration about PT90M
        ninety or so minutes => duration about PT90M
        up to three days => duration at-most P3D
        no more than three days => duration at-most P3D
        within a week => duration at-most P1W
        at least twenty-four hours => duration at-least PT24H
        24 hours or more => duration at-least PT24H
        three to four hours => duration PT3H..PT4H
        3–4 hours => duration PT3H..PT4H
        between three and four hours => duration PT3H..PT4H
        between an hour and two hours => duration PT1H..PT2H
        between 90 minutes and two hours => duration PT90M..PT2H
        two or three hours => duration PT2H..PT3H
        from 2 to 3 decades => duration P20Y..P30Y
        several hours => duration plural PT1H
        a few hours => duration plural PT1H
        a couple of hours => duration about PT2H
        dozens of hours => duration plural PT12H
        a hundred days => duration P100D
        half a million years => duration P500000Y
        “nearly four hours” => duration nearly PT4H
        nearly four hours, => duration nearly PT4H
        a full two hours => duration PT2H

        hours => duration: there is no length of time in them
        four => duration: there is no length of time in them
        a leafy => duration: there is no length of time in them
        second-floor => duration: there is no length of time in them
         => duration: there is no length of time in them
        not four hours => duration: “not” could change what the figure means
        four hours later => duration: “later” could change what the figure means
        held for four hours => duration: “held for” could change what the figure means
        four hours a day => duration: “a day” could change what the figure means
        two hours or four minutes => duration: “or four minutes” could change what the figure means
        four to three hours => duration: “four to” could change what the figure means
        about four hours or more => duration: “about” could change what the figure means
        ",
    );
}

#[test]
fn counts() {
    check(
        "en",
        "
        ten => count 10
        Ten => count 10
        10 people => count 10
        eight => count 8
        eight staff => count 8
        Ten masked intruders => count 10
        the ten assailants => count 10
        at least ten attackers => count at-least 10
        at least 41 => count at-least 41
        as many as ten => count at-most 10
        no fewer than 12 passengers => count at-least 12
        more than 400 => count over 400
        over 60 people => count over 60
        fewer than twenty => count under 20
        nearly 1,200 passengers => count nearly 1200
        some 300 guests => count about 300
        an estimated 2.3 million people => count about 2300000
        two hundred thousand and five => count 200005
        200,000 => count 200000
        a hundred and twenty => count 120
        a dozen => count 12
        two dozen sheep => count 24
        half a dozen => count 6
        half a million => count 500000
        a couple of guests => count about 2
        several guests => count plural 1
        a few guests => count plural 1
        dozens => count plural 12
        dozens of guests => count plural 12
        tens of thousands of people => count plural 10000
        several hundred people => count plural 100
        a few dozen => count plural 12
        10 to 12 guests => count 10..12
        10-12 guests => count 10..12
        between ten and twelve => count 10..12
        2 to 3 million => count 2000000..3000000
        two to three million people => count 2000000..3000000
        ten or twelve => count 10..12
        10+ => count at-least 10
        ten or more guests => count at-least 10
        ten guests or more => count at-least 10
        60-odd people => count about 60
        a total of 41 passengers => count 41
        none => count 0
        nobody => count 0
        zero => count 0

        more than one story => count: “more than” could change what the figure means
        second-floor => count: there is no number in them
        a leafy => count: there is no number in them
        half-brother => count: there is no number in them
        a second suspect => count: there is no number in them
        three-story => count: there is no number in them
        ten percent => count: there is no number in them
        ten hours => count: there is no number in them
        two of the ten => count: “of the ten” could change what the figure means
        at least two of the guests => count: “of the guests” could change what the figure means
        one of them => count: “of them” could change what the figure means
        ten more guests => count: “more guests” could change what the figure means
        another ten guests => count: “another” could change what the figure means
        one in ten => count: “ten” could change what the figure means
        ten times as many => count: “times as many” could change what the figure means
        not ten => count: “not” could change what the figure means
        two women and a child => count: “and a child” could change what the figure means
        2.5 => count: there is no number in them
        3.000 => count 3
        ",
    );
}

#[test]
fn quantities() {
    check(
        "en",
        "
        $2.3 million => quantity USD 2300000
        about $2.3 million => quantity USD about 2300000
        $2.3m => quantity USD 2300000
        £4bn => quantity GBP 4000000000
        €1,250.50 => quantity EUR 1250.5
        2.3 million euros => quantity EUR 2300000
        half a million dollars => quantity USD 500000
        about 2.3 metres => quantity m about 2.3
        a mile => quantity [mi_i] 1
        under half a mile => quantity [mi_i] under 0.5
        twelve per cent => quantity % 12
        12% => quantity % 12
        10 to 12 percent => quantity % 10..12
        $2-3 million => quantity USD 2000000..3000000
        between 20 and 30 km => quantity km 20..30
        up to 80 km/h => quantity km/h at-most 80
        25 degrees Celsius => quantity Cel 25
        a 40-mile => quantity [mi_i] 40

        about 2.3 million => quantity EUR: the unit is not among them
        $2.3 million => quantity EUR: the figure is in `USD`
        500 metres => quantity km: the figure is in `m`
        minus 5 degrees Celsius => quantity Cel: “minus” could change what the figure means
        $5 a day => quantity USD: “a day” could change what the figure means
        a great deal => quantity USD: there is no number in them
        ",
    );
}

#[test]
fn dates() {
    check(
        "en",
        "
        22 February 2019 => date 2019-02-22
        22nd of February, 2019 => date 2019-02-22
        February 22, 2019 => date 2019-02-22
        Feb. 22, 2019 => date 2019-02-22
        on Friday, February 22nd, 2019 => date 2019-02-22
        21-Mar-2019 => date 2019-03-21
        2019-02-22 => date 2019-02-22
        March of 2017 => date 2017-03
        in March 2017 => date 2017-03
        in 2017 => date 2017
        2017 => date 2017
        the end of 2017 => date 2017-10..2017-12
        late 2017 => date 2017-09..2017-12
        early 2017 => date 2017-01..2017-04
        mid-2017 => date 2017-04..2017-09
        early March 2017 => date 2017-03-01..2017-03-10
        late February 2019 => date 2019-02-20..2019-02-28
        the end of February 2020 => date 2020-02-20..2020-02-29
        before March 2017 => date before 2017-03
        after 22 February 2019 => date after 2019-02-22
        around March 2017 => date about 2017-03
        from 2014 to 2017 => date 2014..2017
        between March and May 2017 => date 2017-03..2017-05
        2014–2017 => date 2014..2017
        3pm => date T15:00
        about 3pm => date about T15:00
        at 3:00 in the afternoon => date T15:00
        3.30 p.m. => date T15:30
        at 15:04 => date T15:04
        12am => date T00:00
        noon => date T12:00
        around midnight => date about T00:00
        22 February 2019 at 3 p.m. => date 2019-02-22T15:00
        3pm on 22 February 2019 => date 2019-02-22T15:00

        Feb. 22 => date: the year is not among them
        early March => date: the year is not among them
        29 February 2019 => date: no calendar has this day
        2017 to 2014 => date: the range ends before it begins
        3:00 => date: there is no date in them
        on Tuesday night => date: there is no date in them
        22/02/2019 => date: “22/02/” could change what the figure means
        last month => date: there is no date in them
        a day after 22 February 2019 => date: “day” could change what the figure means
        February 2019 or later => date: “or later” could change what the figure means
        ",
    );
}

#[test]
fn the_rest() {
    check(
        "en",
        "
        Yes => yesno yes
        no => yesno no
        had been warned => yesno: they are not just yes or no
        no doubt => yesno: “doubt” could change what the figure means
        a power failure => text: which other answers are the same is for you to say
        ",
    );
    check("ja-JP", "10 => count: figures in words of the language `ja-JP` can't be read yet");
}

//! Values in words.

use crate::support::Story;
use variorum::dossier::Date;
use variorum::view::format;

/// What a value of a claim reads as. `claim` is added to the claim, `value` is its table.
pub fn words(lang: &str, kind: &str, claim: &str, value: &str) -> String {
    let claims = format!(
        "[[claims]]\nid = \"x\"\nquestion = \"How?\"\ntype = \"{kind}\"\n{claim}\n[[claims.readings]]\nsource = \"a\"\n\
         value = {{ {value} }}\nquotes = [{{ exact = \"words\" }}]\n"
    );
    let story = Story::of_claims(&claims, lang);
    let claim = &story.dossier.claims[0];
    format::reading(&story.messages, claim, &claim.readings[0]).words
}

#[test]
fn durations() {
    let check = |value: &str, english: &str, korean: &str| {
        assert_eq!(words("en", "duration", "", value), english, "{value}");
        assert_eq!(words("ko", "duration", "", value), korean, "{value}");
    };
    check("is = 'PT4H', hedge = 'nearly'", "nearly 4 hours", "거의 4시간");
    check("is = 'PT1H57M'", "1 hour 57 minutes", "1시간 57분");
    check("is = 'PT1H'", "1 hour", "1시간");
    check("is = 'P2W', hedge = 'over'", "more than 2 weeks", "2주 초과");
    check("is = 'P1Y2M3D'", "1 year 2 months 3 days", "1년 2개월 3일");
    check("is = 'PT0S'", "0 seconds", "0초");
    check("min = 'PT3H', max = 'PT4H'", "3–4 hours", "3~4시간");
    check("min = 'PT45M', max = 'PT1H'", "45 minutes\u{2009}–\u{2009}1 hour", "45분 ~ 1시간");
    check("min = 'PT3H'", "at least 3 hours", "3시간 이상");
    check("max = 'P10D'", "up to 10 days", "최대 10일");
    check("is = 'PT2H', hedge = 'under'", "less than 2 hours", "2시간 미만");
    check("is = 'PT1H', hedge = 'plural'", "several hours", "몇 시간");
    check("is = 'P1D', hedge = 'plural'", "several days", "며칠");
    check("is = 'P10Y', hedge = 'plural'", "decades", "수십 년");
    check("is = 'P100D', hedge = 'plural'", "hundreds of days", "수백 일");
    check("is = 'PT2H', hedge = 'plural'", "several times 2 hours", "2시간의 몇 배");
    check("is = 'PT1H30M', hedge = 'plural'", "several times 1 hour 30 minutes", "1시간 30분의 몇 배");
    check("unclear = true", "leaves it open", "판단을 유보함");
}

#[test]
fn counts() {
    let check = |value: &str, english: &str, korean: &str| {
        assert_eq!(words("en", "count", "", value), english, "{value}");
        assert_eq!(words("ko", "count", "", value), korean, "{value}");
    };
    check("is = 10", "10", "10");
    check("is = 0", "0", "0");
    check("is = 1234567", "1,234,567", "1,234,567");
    check("is = 40, hedge = 'about'", "about 40", "약 40");
    check("is = 30, hedge = 'at-least'", "at least 30", "30 이상");
    check("is = 30, hedge = 'at-most'", "up to 30", "최대 30");
    check("is = 1, hedge = 'plural'", "several", "여럿");
    check("is = 12, hedge = 'plural'", "dozens", "수십");
    check("is = 100, hedge = 'plural'", "hundreds", "수백");
    check("is = 100000000, hedge = 'plural'", "hundreds of millions", "수억");
    check("is = 37, hedge = 'plural'", "several times 37", "37의 몇 배");
    check("min = 1000, max = 2000", "1,000–2,000", "1,000~2,000");
}

#[test]
fn quantities() {
    let check = |unit: &str, value: &str, english: &str, korean: &str| {
        let unit = format!("unit = '{unit}'");
        assert_eq!(words("en", "quantity", &unit, value), english, "{unit} {value}");
        assert_eq!(words("ko", "quantity", &unit, value), korean, "{unit} {value}");
    };
    check("m", "is = 2.3", "2.3 metres", "2.3미터");
    check("m", "is = 1", "1 metre", "1미터");
    check("km", "is = 0.05", "0.05 kilometres", "0.05킬로미터");
    check("km", "min = 3, max = 4.5", "3–4.5 kilometres", "3~4.5킬로미터");
    check("Cel", "is = -40", "-40 degrees Celsius", "섭씨 -40도");
    check("%", "is = 12.5, hedge = 'about'", "about 12.5%", "약 12.5%");
    check("USD", "is = 2300000", "2,300,000 US dollars", "2,300,000 미국 달러");
    check("USD", "is = 500, unit = 'EUR'", "500 euros", "500 유로");
    check("USD", "is = 500, unit = '?USD'", "500 US dollars (unit presumed)", "500 미국 달러 (단위는 추정)");
    check("XAF", "is = 1500", "1,500 XAF", "1,500 XAF");
    check("1", "is = 1.5", "1.5", "1.5");
    check("{people}", "is = 7", "7 {people}", "7 {people}");
    check("km", "is = 1, hedge = 'plural'", "several kilometres", "몇 킬로미터");
    check("USD", "is = 1000000, hedge = 'plural'", "millions of US dollars", "수백만 미국 달러");
    check("1", "is = 1000, hedge = 'plural'", "thousands", "수천");
    check("XAF", "is = 1000, hedge = 'plural'", "thousands of XAF", "수천 XAF");
    check("Cel", "is = 10, hedge = 'plural'", "tens of degrees Celsius", "수십 섭씨 도");
    check("Cel", "is = -10, hedge = 'plural'", "several times -10 degrees Celsius", "섭씨 -10도의 몇 배");
    check("km", "is = 0.1, hedge = 'plural'", "several times 0.1 kilometres", "0.1킬로미터의 몇 배");
}

#[test]
fn dates() {
    let check = |value: &str, english: &str, korean: &str| {
        assert_eq!(words("en", "date", "zone = '+01:00'", value), english, "{value}");
        assert_eq!(words("ko", "date", "zone = '+01:00'", value), korean, "{value}");
    };
    check("is = '2019-03-18'", "18 March 2019", "2019년 3월 18일");
    check("is = '2017-03'", "March 2017", "2017년 3월");
    check("is = '2017'", "2017", "2017년");
    check("is = 'T15:00'", "3:00\u{202f}pm", "오후 3:00");
    check("is = 'T00:05'", "12:05\u{202f}am", "오전 12:05");
    check("is = 'T12:00:30'", "12:00:30\u{202f}pm", "오후 12:00:30");
    check("is = '2026-03-10T21:04'", "10 March 2026 at 9:04\u{202f}pm", "2026년 3월 10일 오후 9:04");
    check("is = 'T15:00+01:00'", "3:00\u{202f}pm", "오후 3:00");
    check("is = 'T15:00Z'", "3:00\u{202f}pm (UTC)", "오후 3:00 (UTC)");
    check("is = 'T15:00-05:30'", "3:00\u{202f}pm (UTC-05:30)", "오후 3:00 (UTC-05:30)");
    check("is = '2019-03-15', hedge = 'about'", "about 15 March 2019", "2019년 3월 15일경");
    check("is = '2019-03', hedge = 'about'", "about March 2019", "2019년 3월경");
    check("is = 'T15:00', hedge = 'about'", "about 3:00\u{202f}pm", "오후 3:00경");
    check("is = '2019-03', hedge = 'before'", "before March 2019", "2019년 3월 이전");
    check("is = '2019-03', hedge = 'after'", "after March 2019", "2019년 3월 이후");
    check("min = '2017', max = '2019'", "2017\u{2009}–\u{2009}2019", "2017년 ~ 2019년");
    check("min = '2017'", "2017 or later", "2017년 또는 그 이후");
    check("max = '2017'", "2017 or earlier", "2017년 또는 그 이전");
}

#[test]
fn other_values() {
    let check = |kind: &str, value: &str, english: &str, korean: &str| {
        assert_eq!(words("en", kind, "", value), english, "{value}");
        assert_eq!(words("ko", kind, "", value), korean, "{value}");
    };
    check("yesno", "is = 'yes'", "yes", "그렇다");
    check("yesno", "is = 'no', scope = 'officially'", "no (officially)", "아니다 (officially)");
    check("yesno", "is = 'unclear'", "leaves it open", "판단을 유보함");
    check("name", "is = 'Orrin & Vale'", "Orrin & Vale", "Orrin & Vale");
    check("text", "is = 'It fell'", "It fell", "It fell");
    check("text", "is = { en = 'It fell', ko = '떨어졌다' }", "It fell", "떨어졌다");
    check("list", "items = [{ is = 'phones' }]", "phones", "phones");
    check("list", "items = [{ is = 'phones', n = 3 }, { is = 'keys' }]", "phones (3) and keys", "phones (3) 및 keys");
    check(
        "list",
        "items = [{ is = 'a' }, { is = 'b' }, { is = 'c' }, { is = 'd' }], not = [{ is = 'money' }]",
        "a, b, c and d, but not money",
        "a, b, c 및 d (제외: money)",
    );
    check("list", "items = [{ is = 'a' }], complete = true", "a, and nothing else", "a (이것이 전부)");
}

#[test]
fn machine_dates() {
    let check = |written: &str, expected: &str| assert_eq!(format::iso(Date::parse(written).unwrap()), expected);
    check("2019", "2019");
    check("0079-08", "0079-08");
    check("2019-03-08", "2019-03-08");
    check("2026-03-10T21:04-05:30", "2026-03-10");
    check("T15:00", "");
}

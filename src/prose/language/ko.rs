//! Korean, as far as it is read: figures with their unit or counter, and hedges that stand alone. What clings to a word
//! ("시간가량") is not taken apart, and so refused.

use super::{Dates, Language, Numbers, Phrases};
use crate::dossier::{Hedge, Unit};

pub(super) fn korean() -> Language {
    Language {
        numbers: Numbers::Own(number),
        point: '.',
        groups: ",",
        before: Phrases::new([
            (Hedge::Nearly, "거의"),
            (Hedge::About, "약|대략|어림잡아|~"),
            (Hedge::AtLeast, "최소|최소한|적어도"),
            (Hedge::AtMost, "최대|최대한|많아야|길어야|고작해야"),
        ]),
        after: Phrases::new([
            (Hedge::Nearly, "가까이"),
            (Hedge::About, "가량|정도|쯤|안팎|내외"),
            (Hedge::Over, "넘게|초과|남짓|여"),
            (Hedge::AtLeast, "이상"),
            (Hedge::AtMost, "이하|이내"),
            (Hedge::Under, "미만"),
        ]),
        range: Phrases::none(),
        to: Phrases::of("~|–|-|에서"),
        one: Phrases::none(),
        dozens: Phrases::new([(10_000, "만"), (100_000_000, "억"), (1_000_000_000_000, "조")]),
        several: Phrases::of("몇|여러|수"),
        many: Phrases::new([(10, "수십"), (100, "수백"), (1_000, "수천"), (10_000, "수만")]),
        roughly: Phrases::none(),
        parts: Phrases::none(),
        and_parts: Phrases::new([(50, "반")]),
        none: Phrases::none(),
        times: Phrases::new([
            ((Unit::Second, 1), "초|초간"),
            ((Unit::Minute, 1), "분|분간"),
            ((Unit::Hour, 1), "시간"),
            ((Unit::Day, 1), "일|일간"),
            ((Unit::Week, 1), "주|주일|주간"),
            ((Unit::Month, 1), "개월|개월간|달|달간"),
            ((Unit::Year, 1), "년|년간|해"),
            ((Unit::Year, 10), "십년"),
            ((Unit::Year, 100), "세기"),
        ]),
        full: Phrases::none(),
        and: Phrases::none(),
        units: Phrases::new([
            ("%", "%|퍼센트"),
            ("cm", "cm|센티미터"),
            ("m", "m|미터"),
            ("km", "km|킬로미터"),
            ("km2", "km²|제곱킬로미터"),
            ("m2", "m²|제곱미터"),
            ("har", "ha|헥타르"),
            ("kg", "kg|킬로그램"),
            ("t", "t|톤"),
            ("L", "l|리터"),
            ("km/h", "km/h"),
            ("Cel", "°c"),
            ("KRW", "원"),
            ("USD", "달러"),
            ("EUR", "유로"),
            ("JPY", "엔"),
            ("CNY", "위안"),
            ("GBP", "파운드"),
        ]),
        currencies: Phrases::new([("KRW", "₩"), ("USD", "$|us$"), ("EUR", "€"), ("JPY", "¥"), ("GBP", "£")]),
        money: Phrases::none(),
        counters: Phrases::of("명|사람|인|개|대|마리|척|건|곳|번|차례|채|권|발|구|회|가구|개국"),
        idle: Phrases::of("동안|총|모두|단|불과|만|."),
        closed: Phrases::none(),
        of: Phrases::none(),
        capital_nouns: false,
        plurals: Phrases::none(),
        plural_endings: "들",
        verb_endings: "다",
        rates: Phrases::none(),
        ages: Phrases::none(),
        yes_no: Phrases::new([(true, "예|네|그렇다"), (false, "아니요|아니오|아니다")]),
        abbreviations: ("", ""),
        running: false,
        dates: Dates::none(),
    }
}

/// The number that a word is: of the language's own up to 99 ("스물네"), or of those that came from Chinese, up to 9 999 and
/// with a ten at least ("이십"). Single digits of these are other words as well.
fn number(word: &str) -> Option<u64> {
    own(word).or_else(|| from_chinese(word))
}

fn own(word: &str) -> Option<u64> {
    const TENS: [&str; 9] = ["열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
    // As they stand before a counter, and alone.
    const ONES: [&[&str]; 9] = [
        &["한", "하나"],
        &["두", "둘"],
        &["세", "석", "셋"],
        &["네", "넉", "넷"],
        &["다섯"],
        &["여섯"],
        &["일곱"],
        &["여덟"],
        &["아홉"],
    ];
    if word == "스무" {
        return Some(20);
    }
    let tens = (10..).step_by(10).zip(TENS).find_map(|(tens, name)| Some((tens, word.strip_prefix(name)?)));
    let (tens, rest) = tens.unwrap_or((0, word));
    match (tens, rest) {
        (0, "") => None,
        (tens, "") => Some(tens),
        (tens, rest) => (1..).zip(ONES).find_map(|(one, names)| names.contains(&rest).then_some(tens + one)),
    }
}

fn from_chinese(word: &str) -> Option<u64> {
    const DIGITS: [char; 9] = ['일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
    let (mut sum, mut digit, mut below) = (0, None, 10_000);
    for c in word.chars() {
        let power = match c {
            '천' => 1_000,
            '백' => 100,
            '십' => 10,
            _ => {
                let value = (1..).zip(DIGITS).find_map(|(value, other)| (other == c).then_some(value))?;
                if digit.replace(value).is_some() {
                    return None;
                }
                continue;
            }
        };
        if power >= below {
            return None;
        }
        (sum, below) = (sum + digit.take().unwrap_or(1) * power, power);
    }
    (sum > 0).then(|| sum + digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let check = |word: &str, expected: Option<u64>| assert_eq!(number(word), expected, "{word}");
        check("한", Some(1));
        check("열두", Some(12));
        check("스무", Some(20));
        check("스물네", Some(24));
        check("아흔아홉", Some(99));
        check("십", Some(10));
        check("이십삼", Some(23));
        check("백", Some(100));
        check("삼천이백오", Some(3_205));
        check("이", None);
        check("십백", None);
        check("이삼십", None);
        check("네시", None);
        check("", None);
    }
}

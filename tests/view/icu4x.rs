//! Our formats beside those of ICU4X, which takes its patterns from CLDR too. (Its formats of durations and units are
//! not stable yet; ours are CLDR's own patterns, and which of them a number takes is compared here.)

use crate::format::words;

use icu_datetime::fieldsets::{T, Y, YM, YMD};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;
use icu_locale_core::subtags::language;
use icu_plurals::PluralRules;
use std::collections::BTreeSet;
use toml::{Table, Value};
use variorum::dossier;
use variorum::view::messages::{LANGUAGES, Printed, compile, embedded};
use variorum::view::{Key, Messages, format};

/// In one language ours is the first text where ICU4X has the second, for a reason.
type Difference = (&'static str, &'static str, &'static str, &'static str);

const HOUR: &str = "ours is CLDR's short time, ICU4X goes by its list of skeletons";
const MONTH: &str = "the medium form abbreviates";
const DATES: &[Difference] = &[
    ("es", "0:05", "00:05", HOUR),
    ("es", "0:05:09", "00:05:09", HOUR),
    ("es", "1 de diciembre de 2026 a las 0:05", "1 de diciembre de 2026 a las 00:05", HOUR),
    ("pt", "março de 2019", "mar. de 2019", MONTH),
    ("pt", "dezembro de 2026", "dez. de 2026", MONTH),
    ("pt", "agosto de 2017", "ago. de 2017", MONTH),
];

const SOUND: &str = "ICU4X looks at how the next name begins, which CLDR's pattern does not say";
const LISTS: &[Difference] = &[
    ("es", "Eva y Iris", "Eva e Iris", SOUND),
    ("he", "A וB", "A ו‑B", SOUND),
    ("he", "A, B וC", "A, B ו‑C", SOUND),
    ("he", "A, B, C וD", "A, B, C ו‑D", SOUND),
    ("he", "Eva וIris", "Eva ו‑Iris", SOUND),
];

/// Compares, and knows which differences are accepted.
struct Judge {
    accepted: &'static [Difference],
    met: BTreeSet<usize>,
    faults: Vec<String>,
}

impl Judge {
    fn new(accepted: &'static [Difference]) -> Self {
        Self { accepted, met: BTreeSet::new(), faults: Vec::new() }
    }

    fn check(&mut self, lang: &str, ours: &str, icu: &str) {
        if ours == icu {
            return;
        }
        let known = |(of, we, they, _): &Difference| (*of, *we, *they) == (lang, ours, icu);
        match self.accepted.iter().position(known) {
            Some(at) => drop(self.met.insert(at)),
            None => self.faults.push(format!("({lang:?}, {ours:?}, {icu:?}, \"\"),")),
        }
    }

    /// Fails where something differs that is not accepted, and where something accepted differs no more.
    fn done(self) {
        assert!(self.faults.is_empty(), "not accepted:\n{}", self.faults.join("\n"));
        let gone: Vec<_> = (0..self.accepted.len()).filter(|at| !self.met.contains(at)).collect();
        assert!(gone.is_empty(), "differs no more: {:?}", gone.iter().map(|&at| self.accepted[at]).collect::<Vec<_>>());
    }
}

/// Each language with its messages and the locale that its patterns are those of.
fn languages() -> impl Iterator<Item = (&'static str, Messages, Locale)> {
    LANGUAGES.iter().map(|(lang, ..)| {
        let locale = if *lang == "en" { "en-001" } else { lang };
        (*lang, embedded(lang), locale.parse().unwrap())
    })
}

#[test]
fn numbers() {
    let mut judge = Judge::new(&[]);
    for (lang, messages, locale) in languages() {
        let icu = DecimalFormatter::try_new(locale.into(), Default::default()).unwrap();
        for written in
            ["0", "7", "12", "999", "1000", "2300", "9999", "10000", "1234567", "0.5", "-40", "-1204.25", "1000000.001"]
        {
            let x = dossier::Decimal::new(written.parse().unwrap());
            judge.check(lang, &format::decimal(&messages, x), &icu.format(&written.parse().unwrap()).to_string());
        }
    }
    judge.done();
}

#[test]
fn plurals() {
    let mut judge = Judge::new(&[]);
    for (lang, words, patterns) in LANGUAGES {
        let messages = naming_categories(words, patterns);
        let rules = PluralRules::try_new_cardinal(lang.parse::<Locale>().unwrap().into()).unwrap();
        let category =
            |written: &str| format!("{:?}", rules.category_for(&written.parse::<Decimal>().unwrap())).to_lowercase();
        for n in (0..=130).chain([200, 203, 1_000, 1_001, 1_000_000, 1_000_002, 3_000_000]) {
            judge.check(lang, messages.form(Key::Reports, Printed::whole(n)), &category(&n.to_string()));
        }
        for (whole, places, fraction, written) in
            [(0, 1, 5, "0.5"), (1, 1, 5, "1.5"), (2, 2, 25, "2.25"), (10, 1, 1, "10.1"), (1_000_000, 1, 5, "1000000.5")]
        {
            let number = Printed { places, fraction, ..Printed::whole(whole) };
            judge.check(lang, messages.form(Key::Reports, number), &category(written));
        }
    }
    judge.done();
}

/// The messages of a language in which each form of one is the name of its category.
fn naming_categories(words: &str, patterns: &str) -> Messages {
    let mut words: Table = words.parse().unwrap();
    let Value::Table(forms) = &mut words["sum"]["reports"] else { panic!("no forms") };
    for (category, form) in forms.iter_mut() {
        *form = Value::String(category.into());
    }
    Messages::parse(&compile(&words.to_string(), patterns).unwrap()).unwrap()
}

#[test]
fn lists() {
    let mut judge = Judge::new(LISTS);
    for (lang, _, locale) in languages() {
        let options = ListFormatterOptions::default().with_length(ListLength::Wide);
        let icu = ListFormatter::try_new_and(locale.into(), options).unwrap();
        for names in [&["A"][..], &["A", "B"], &["A", "B", "C"], &["A", "B", "C", "D"], &["Eva", "Iris"]] {
            let items: Vec<String> = names.iter().map(|name| format!("{{ is = '{name}' }}")).collect();
            let ours = words(lang, "list", "", &format!("items = [{}]", items.join(", ")));
            // Where it is written from right to left, ours isolates the names.
            let ours = ours.replace(['\u{2068}', '\u{2069}'], "");
            judge.check(lang, &ours, &icu.format(names.iter()).to_string());
        }
    }
    judge.done();
}

#[test]
fn dates() {
    let mut judge = Judge::new(DATES);
    for (lang, messages, locale) in languages() {
        for (year, month, day, hour, minute, second) in
            [(2019, 3, 18, 15, 0, 30), (2026, 12, 1, 0, 5, 9), (2017, 8, 31, 12, 30, 0)]
        {
            let written = [
                format!("{year}"),
                format!("{year}-{month:02}"),
                format!("{year}-{month:02}-{day:02}"),
                format!("T{hour:02}:{minute:02}"),
                format!("T{hour:02}:{minute:02}:{second:02}"),
                format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}"),
            ];
            let icu = by_icu(&locale, [year, month, day, hour, minute, second]);
            for (written, icu) in written.iter().zip(icu) {
                let ours = format::date(&messages, dossier::Date::parse(written).unwrap(), None);
                judge.check(lang, &ours, &icu);
            }
        }
    }
    judge.done();
}

/// Year, month, day, time, time with seconds, day with time.
fn by_icu(locale: &Locale, moment: [u16; 6]) -> [String; 6] {
    let [year, month, day, hour, minute, second] = moment;
    let small = |n: u16| u8::try_from(n).unwrap();
    let date = Date::try_new_iso(year.into(), small(month), small(day)).unwrap();
    let time = Time::try_new(small(hour), small(minute), small(second), 0).unwrap();
    macro_rules! formatted {
        ($formatter:ident, $fields:expr, $input:expr) => {
            $formatter::try_new(locale.into(), $fields).unwrap().format($input).to_string()
        };
    }
    // In Portuguese ICU4X 2.4 fails at the long form.
    let month = if locale.id.language == language!("pt") { YM::medium() } else { YM::long() };
    [
        formatted!(DateTimeFormatter, Y::long(), &date),
        formatted!(DateTimeFormatter, month, &date),
        formatted!(DateTimeFormatter, YMD::long(), &date),
        formatted!(NoCalendarFormatter, T::hm(), &time),
        formatted!(NoCalendarFormatter, T::hms(), &time),
        formatted!(DateTimeFormatter, YMD::long().with_time_hm(), &DateTime { date, time }),
    ]
}

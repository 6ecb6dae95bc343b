//! What the other languages make of the same values. (English and Korean stand in the tests of each format.)

use crate::format::words;
use crate::support::{Story, attr, text, with_class};
use variorum::view::{Attr, El, card};

const LANGUAGES: [&str; 8] = ["ar", "de", "es", "fr", "he", "ja", "pt", "zh"];

/// The words with isolates as angle brackets, which can be seen.
fn seen(words: &str) -> String {
    words.replace('\u{2068}', "<").replace('\u{2069}', ">")
}

#[test]
fn values() {
    let check = |kind: &str, claim: &str, value: &str, expected: [&str; 8]| {
        for (lang, expected) in LANGUAGES.iter().zip(expected) {
            assert_eq!(seen(&words(lang, kind, claim, value)), expected, "{lang}: {value}");
        }
    };
    check(
        "duration",
        "",
        "is = 'PT4H', hedge = 'nearly'",
        [
            "4 ساعات إلا قليلًا",
            "fast 4 Stunden",
            "casi 4 horas",
            "près de 4\u{a0}heures",
            "כמעט 4 שעות",
            "4時間近く",
            "quase 4 horas",
            "近4小时",
        ],
    );
    check(
        "duration",
        "",
        "is = 'PT1H57M'",
        [
            "ساعة و57 دقيقة",
            "1 Stunde, 57 Minuten",
            "1 hora 57 minutos",
            "1\u{a0}heure 57 minutes",
            "1 שעה 57 דקות",
            "1時間57分",
            "1 hora 57 minutos",
            "1小时57分钟",
        ],
    );
    check(
        "duration",
        "",
        "is = 'PT2H', hedge = 'over'",
        [
            "ساعتان بل أكثر",
            "mehr als 2 Stunden",
            "más de 2 horas",
            "plus de 2\u{a0}heures",
            "יותר מאשר שעתיים",
            "2時間超",
            "mais de 2 horas",
            "超过2小时",
        ],
    );
    check(
        "duration",
        "",
        "min = 'PT1H', max = 'PT2H'",
        ["1–2 ساعة", "1–2 Stunden", "1-2 horas", "1–2\u{a0}heures", "1–2 שעות", "1～2時間", "1–2 horas", "1-2小时"],
    );
    check(
        "quantity",
        "unit = 'kg'",
        "min = 1, max = 2",
        [
            "1–2 كيلوغرام",
            "1–2 Kilogramm",
            "1-2 kilogramos",
            "1–2\u{a0}kilogrammes",
            "1–2 קילוגרם",
            "1～2キログラム",
            "1–2 quilogramas",
            "1-2千克",
        ],
    );
    check(
        "date",
        "",
        "is = '2019-03-18', hedge = 'before'",
        [
            "قبل 18 مارس 2019",
            "vor dem 18. März 2019",
            "antes del 18 de marzo de 2019",
            "avant le 18 mars 2019",
            "לפני 18 במרץ 2019",
            "2019年3月18日より前",
            "antes de 18 de março de 2019",
            "2019年3月18日之前",
        ],
    );
    check(
        "date",
        "",
        "is = '2019-03', hedge = 'about'",
        [
            "مارس 2019 تقريبًا",
            "etwa März 2019",
            "hacia marzo de 2019",
            "vers mars 2019",
            "בסביבות מרץ 2019",
            "2019年3月ごろ",
            "por volta de março de 2019",
            "2019年3月前后",
        ],
    );
    check(
        "date",
        "",
        "is = '2026-03-10T21:04Z'",
        [
            "10 مارس 2026 في 9:04 م (UTC)",
            "10. März 2026 um 21:04 (UTC)",
            "10 de marzo de 2026 a las 21:04 (UTC)",
            "10 mars 2026 à 21:04 (UTC)",
            "10 במרץ 2026 בשעה 21:04 (UTC)",
            "2026年3月10日 21:04（UTC）",
            "10 de março de 2026 às 21:04 (UTC)",
            "2026年3月10日 21:04（UTC）",
        ],
    );
    check(
        "yesno",
        "",
        "is = 'no', scope = 'on record'",
        [
            "لا (<on record>)",
            "nein (on record)",
            "no (on record)",
            "non (on record)",
            "לא (<on record>)",
            "否定（on record）",
            "não (on record)",
            "否（on record）",
        ],
    );
    check(
        "list",
        "",
        "items = [{ is = 'phones', n = 3 }, { is = 'keys' }], not = [{ is = 'cash' }]",
        [
            "<phones> (3) و<keys> (ما عدا: <cash>)",
            "phones (3) und keys, aber nicht cash",
            "phones (3) y keys, pero no cash",
            "phones (3) et keys, mais pas cash",
            "<phones> (3) ו<keys>, אך לא <cash>",
            "phones（3）、keys（cashは除く）",
            "phones (3) e keys, mas não cash",
            "phones（3）和keys，但不包括cash",
        ],
    );
}

#[test]
fn several() {
    let check = |kind: &str, unit: &str, figure: &str, expected: [&str; 8]| {
        let claim = if unit.is_empty() { String::new() } else { format!("unit = '{unit}'") };
        for (lang, expected) in LANGUAGES.iter().zip(expected) {
            let found = words(lang, kind, &claim, &format!("is = {figure}, hedge = 'plural'"));
            assert_eq!(found, expected, "{lang}: {figure} {unit}");
        }
    };
    check(
        "duration",
        "",
        "'PT1H'",
        [
            "عدة ساعات",
            "mehrere Stunden",
            "varias horas",
            "plusieurs heures",
            "מספר שעות",
            "数時間",
            "várias horas",
            "数小时",
        ],
    );
    check(
        "duration",
        "",
        "'P1D'",
        ["عدة أيام", "mehrere Tage", "varios días", "plusieurs jours", "מספר ימים", "数日", "vários dias", "数天"],
    );
    check(
        "duration",
        "",
        "'PT12H'",
        [
            "عشرات ساعات",
            "Dutzende Stunden",
            "docenas de horas",
            "douzaines d’heures",
            "עשרות שעות",
            "数十時間",
            "dúzias de horas",
            "数十小时",
        ],
    );
    check(
        "duration",
        "",
        "'P10Y'",
        ["عقود", "Jahrzehnte", "décadas", "plusieurs décennies", "עשרות שנים", "数十年", "décadas", "数十年"],
    );
    check("count", "", "1", ["أكثر من واحد", "mehrere", "varios", "plusieurs", "כמה", "複数", "vários", "数个"]);
    check(
        "quantity",
        "m",
        "100",
        [
            "مئات أمتار",
            "Hunderte Meter",
            "centenares de metros",
            "centaines de mètres",
            "מאות מטרים",
            "数百メートル",
            "centenas de metros",
            "数百米",
        ],
    );
    check(
        "quantity",
        "EUR",
        "10000000",
        [
            "عشرات ملايين يورو",
            "Dutzende Millionen Euro",
            "decenas de millones de euros",
            "dizaines de millions d’euros",
            "עשרות מיליוני אירו",
            "数千万ユーロ",
            "dezenas de milhões de Euros",
            "数千万欧元",
        ],
    );
    check(
        "quantity",
        "[mi_i]/h",
        "100",
        [
            "مئات ميل في الساعة",
            "Hunderte Meilen pro Stunde",
            "centenares de millas por hora",
            "centaines de miles par heure",
            "מאות מייל לשעה",
            "数百時速マイル",
            "centenas de milhas por hora",
            "数百每小时英里",
        ],
    );
}

/// The card on how long it took: so many reports that say two hours, one that does not say.
fn two_hours(lang: &str, reports: usize) -> El {
    let mut claims = String::from("[[claims]]\nid = 'x'\nquestion = 'How?'\ntype = 'duration'\n");
    for source in &["a", "b", "c"][..reports] {
        claims += &format!("[[claims.readings]]\nsource = '{source}'\nvalue = {{ is = 'PT2H' }}\n");
        claims += "quotes = [{ exact = 'words' }]\n";
    }
    claims += "[[claims.readings]]\nsource = 'd'\nmode = 'silent'\n";
    let story = Story::of_claims(&claims, lang);
    card(&story.context(), &[0], 0)
}

#[test]
fn sentences() {
    let check = |lang: &str, reports: usize, expected: &str| {
        let card = two_hours(lang, reports);
        assert_eq!(seen(&text(with_class(&card, "variorum-summary")[0])), expected, "{lang}");
    };
    check("ar", 1, "تقريران، مصدر أصلي واحد معروف. تقرير واحد يقول: ساعتان، تقرير واحد لا يذكر ذلك.");
    check("ar", 2, "3 تقارير، مصدران أصليان معروفان. تقريران يقولان: ساعتان، تقرير واحد لا يذكر ذلك.");
    check("ar", 3, "4 تقارير، 3 مصادر أصلية معروفة. 3 تقارير تقول: ساعتان، تقرير واحد لا يذكر ذلك.");
    check("de", 1, "2 Berichte, 1 bekannte Ursprungsquelle: 1 sagt 2 Stunden, 1 sagt dazu nichts.");
    check("de", 3, "4 Berichte, 3 bekannte Ursprungsquellen: 3 sagen 2 Stunden, 1 sagt dazu nichts.");
    check("es", 1, "2 informaciones, 1 origen conocido: 1 dice 2 horas, 1 no lo dice.");
    check("es", 3, "4 informaciones, 3 orígenes conocidos: 3 dicen 2 horas, 1 no lo dice.");
    check("fr", 1, "2 articles, 1 origine connue\u{a0}: 1 dit 2\u{a0}heures, 1 n’en dit rien.");
    check("fr", 3, "4 articles, 3 origines connues\u{a0}: 3 disent 2\u{a0}heures, 1 n’en dit rien.");
    check("he", 1, "שני דיווחים, מקור ראשוני ידוע אחד: אחד אומר שעתיים, אחד אינו מציין זאת.");
    check("he", 2, "3 דיווחים, שני מקורות ראשוניים ידועים: שניים אומרים שעתיים, אחד אינו מציין זאת.");
    check("he", 3, "4 דיווחים, 3 מקורות ראשוניים ידועים: 3 אומרים שעתיים, אחד אינו מציין זאת.");
    check("ja", 1, "報道2件、判明している出所1件：1件は2時間、1件は言及なし。");
    check("ja", 3, "報道4件、判明している出所3件：3件は2時間、1件は言及なし。");
    check("pt", 1, "2 relatos, 1 origem conhecida: 1 diz 2 horas, 1 não diz.");
    check("pt", 3, "4 relatos, 3 origens conhecidas: 3 dizem 2 horas, 1 não diz.");
    check("zh", 1, "2篇报道，1个已知信源：1篇称2小时，1篇未提及。");
    check("zh", 3, "4篇报道，3个已知信源：3篇称2小时，1篇未提及。");
}

/// The newsroom's words are there in several languages, the messages perhaps in a region of theirs.
#[test]
fn words_of_the_nearest_language() {
    let texts = "is = { en = 'It fell', pt-BR = 'Caiu', zh-Hans = '掉下来了' }";
    let check = |lang: &str, expected: &str| assert_eq!(words(lang, "text", "", texts), expected, "{lang}");
    check("en", "It fell");
    check("pt", "Caiu");
    check("zh", "掉下来了");
    check("de", "It fell");
}

#[test]
fn directions() {
    let check = |lang: &str, expected: &str| {
        assert_eq!(attr(&two_hours(lang, 1), Attr::Dir), Some(expected), "{lang}");
    };
    check("de", "ltr");
    check("ja", "ltr");
    check("ar", "rtl");
    check("he", "rtl");
}

#[test]
fn words_of_the_other_direction_are_isolated() {
    let check = |lang: &str, kind: &str, value: &str, expected: &str| {
        assert_eq!(seen(&words(lang, kind, "", value)), expected, "{lang}: {value}");
    };
    check("en", "name", "is = 'Orrin'", "Orrin");
    check("en", "name", "is = 'אורין'", "<אורין>");
    check("fr", "list", "items = [{ is = 'Orrin' }, { is = 'ليلى' }]", "Orrin et <ليلى>");
    check("he", "name", "is = 'Orrin'", "<Orrin>");
    // In an element of its own language, which has its own direction.
    check("he", "text", "is = 'It fell'", "It fell");
}

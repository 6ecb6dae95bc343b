//! Portuguese.

use super::{Dates, Language, Numbers, Part, Phrases};
use crate::dossier::{Hedge, Unit};

pub(super) fn portuguese() -> Language {
    Language {
        numbers: Numbers::Crate(text2num::Language::portugese()),
        point: ',',
        groups: " .\u{A0}\u{202F}",
        before: Phrases::new([
            (Hedge::Nearly, "quase|pouco menos de|perto de"),
            (Hedge::About, "cerca de|aproximadamente|por volta de|em torno de|uns|umas|mais ou menos|~|≈"),
            (Hedge::Over, "mais de|pouco mais de|acima de|bem mais de|>"),
            (Hedge::AtLeast, "pelo menos|ao menos|no mínimo|não menos de|não menos que|≥"),
            (Hedge::AtMost, "até|no máximo|não mais de|não mais que|≤"),
            (Hedge::Under, "menos de|<"),
        ]),
        after: Phrases::new([
            (Hedge::About, "aproximadamente|mais ou menos"),
            (Hedge::AtLeast, "ou mais|no mínimo|pelo menos|+"),
            (Hedge::AtMost, "ou menos|no máximo"),
        ]),
        range: Phrases::of("entre|de"),
        to: Phrases::of("a|ou|-|–"),
        one: Phrases::of("um|uma"),
        dozens: Phrases::new([(12, "dúzia|dúzias")]),
        several: Phrases::of("vários|várias|alguns|algumas|diversos|diversas"),
        many: Phrases::new([
            (10, "dezenas de|dezenas"),
            (12, "dúzias de"),
            (100, "centenas de|centenas"),
            (1_000, "milhares de|milhares"),
            (10_000, "dezenas de milhares de|dezenas de milhares"),
            (100_000, "centenas de milhares de|centenas de milhares"),
            (1_000_000, "milhões de"),
        ]),
        roughly: Phrases::new([
            (2, "um par de|um par"),
            (10, "uma dezena de|uma dezena"),
            (20, "uma vintena de"),
            (100, "uma centena de|uma centena"),
            (1_000, "um milhar de|um milhar"),
        ]),
        parts: Phrases::new([(50, "meia|meio"), (25, "um quarto de|um quarto da"), (75, "três quartos de")]),
        and_parts: Phrases::new([(50, "e meia|e meio|½"), (25, "e um quarto|¼"), (75, "¾")]),
        none: Phrases::of("nenhum|nenhuma|ninguém|nada"),
        times: Phrases::new([
            ((Unit::Second, 1), "segundo|segundos"),
            ((Unit::Minute, 1), "minuto|minutos|min"),
            ((Unit::Hour, 1), "hora|horas|h"),
            ((Unit::Day, 1), "dia|dias"),
            ((Unit::Week, 1), "semana|semanas"),
            ((Unit::Month, 1), "mês|meses"),
            ((Unit::Year, 1), "ano|anos"),
            ((Unit::Year, 10), "década|décadas"),
            ((Unit::Year, 100), "século|séculos"),
        ]),
        full: Phrases::of(""),
        and: Phrases::of("e|,"),
        units: Phrases::new([
            ("%", "%|por cento"),
            ("mm", "mm|milímetro|milímetros"),
            ("cm", "cm|centímetro|centímetros"),
            ("m", "m|metro|metros"),
            ("km", "km|quilômetro|quilômetros|quilómetro|quilómetros"),
            ("km2", "km²|quilômetro quadrado|quilômetros quadrados|quilómetros quadrados"),
            ("m2", "m²|metro quadrado|metros quadrados"),
            ("m3", "m³|metro cúbico|metros cúbicos"),
            ("har", "ha|hectare|hectares"),
            ("g", "g|grama|gramas"),
            ("kg", "kg|quilo|quilos|quilograma|quilogramas"),
            ("t", "t|tonelada|toneladas"),
            ("L", "l|litro|litros"),
            ("km/h", "km/h|quilômetros por hora|quilómetros por hora"),
            ("kW", "kw|quilowatt|quilowatts"),
            ("MW", "mw|megawatt|megawatts"),
            ("GW", "gw|gigawatt|gigawatts"),
            ("Cel", "°c|graus celsius|graus centígrados|grau celsius"),
            ("USD", "usd|dólares|dólar|de dólares|dólares americanos"),
            ("EUR", "eur|€|euro|euros|de euros"),
            ("BRL", "brl|reais|de reais|real"),
            ("GBP", "gbp|£|libras esterlinas|de libras esterlinas"),
            ("CHF", "chf|francos suíços|de francos suíços"),
            ("JPY", "jpy|ienes|de ienes"),
            ("CNY", "cny|yuans|de yuans"),
        ]),
        currencies: Phrases::new([("USD", "us$|usd"), ("BRL", "r$|brl"), ("EUR", "€|eur"), ("GBP", "£|gbp")]),
        money: Phrases::new([]),
        counters: Phrases::none(),
        idle: Phrases::of(
            "durante|por|em|o|a|os|as|no|na|exatamente|só|apenas|no total|ao todo|um total de|às|à|ao|todos os\
             |todas as|,|.",
        ),
        closed: Phrases::of(
            "a|adicionais|ainda|algo|antes|ao|aos|após|aquela|aquelas|aquele|aqueles|as|até|cada|cento|com|como|contra\
             |cuja|cujas|cujo|cujos|da|das|de|dela|delas|dele|deles|depois|desde|do|dos|durante|décimo|décimos|e|ela|elas\
             |ele|eles|em|enquanto|entre|era|eram|essa|essas|esse|esses|esta|estas|estava|estavam|este|estes|está|estão\
             |eu|foi|foram|há|isso|isto|já|lhe|lhes|mais|mas|me|menos|meu|minha|mesmo|muito|na|nas|nem|no|nos|não|o|onde|os\
             |ou|outra|outras|outro|outros|para|pela|pelas|pelo|pelos|por|porque|pouco|qual|quando|quarto|quartos|que\
             |quem|quinto|quintos|restantes|se|segundo|sem|ser|seu|seus|sido|sob|sobre|sua|suas|são|também|tarde|tem\
             |terço|terços|tinha|tinham|toda|todas|todo|todos|tão|têm|um|uma|umas|uns|vez|vezes|é",
        ),
        of: Phrases::of("de|dos|das|do|da|de seus|de suas|desses|dessas|destes|destas|dentre"),
        capital_nouns: false,
        plurals: Phrases::of("pessoal|gente"),
        plural_endings: "s",
        verb_endings: "mente|aram|eram|iram|avam",
        rates: Phrases::of("vez|vezes|por|cada"),
        ages: Phrases::of("de idade"),
        yes_no: Phrases::new([(true, "sim"), (false, "não")]),
        abbreviations: (include_str!("cldr/pt.txt"), "Sr. Sra. Dr. Dra. Gen. etc. aprox. nº. pág."),
        running: true,
        dates: Dates {
            months: Phrases::months([
                "janeiro|jan.",
                "fevereiro|fev.",
                "março|mar.",
                "abril|abr.",
                "maio",
                "junho|jun.",
                "julho|jul.",
                "agosto|ago.",
                "setembro|set.",
                "outubro|out.",
                "novembro|nov.",
                "dezembro|dez.",
            ]),
            weekdays: Phrases::of(
                "segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo|segunda|terça|quarta\
                 |quinta|sexta",
            ),
            ordinals: Phrases::of("º|°"),
            between: Phrases::of("de|,|do ano de"),
            hedges: Phrases::new([
                (Hedge::About, "por volta de|por volta das|cerca das|em torno de"),
                (Hedge::Before, "antes de|antes das|pouco antes de|pouco antes das"),
                (Hedge::After, "depois de|depois das|após|após as|pouco depois de|pouco depois das"),
            ]),
            parts: Phrases::new([
                (Part::Early, "início de|o início de|no início de|começo de|no começo de"),
                (Part::Mid, "meados de|em meados de"),
                (Part::End, "fim de|o fim de|no fim de|final de|o final de|no final de"),
            ]),
            decade: Phrases::of(""),
            dotted: false,
            at: Phrases::of("às|, às|à|por volta das|,|em"),
            colon: Phrases::of("h|:"),
            clock: Phrases::of("h|horas|hora"),
            halves: Phrases::new([
                (0, "da manhã|da madrugada|horas da manhã|h da manhã"),
                (12, "da tarde|horas da tarde|h da tarde"),
            ]),
            twelve_hours: false,
            twelve: Phrases::new([(12, "meio-dia|o meio-dia"), (0, "meia-noite")]),
        },
    }
}

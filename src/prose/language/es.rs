//! Spanish.

use super::{Dates, Language, Numbers, Part, Phrases};
use crate::dossier::{Hedge, Unit};

pub(super) fn spanish() -> Language {
    Language {
        numbers: Numbers::Crate(text2num::Language::spanish()),
        point: ',',
        groups: " .\u{A0}\u{202F}",
        before: Phrases::new([
            (Hedge::Nearly, "casi|poco menos de|algo menos de"),
            (
                Hedge::About,
                "unos|unas|alrededor de|aproximadamente|cerca de|en torno a|más o menos|aproximadamente unos|~|≈",
            ),
            (Hedge::Over, "más de|poco más de|algo más de|mucho más de|>"),
            (Hedge::AtLeast, "al menos|por lo menos|como mínimo|no menos de|≥"),
            (Hedge::AtMost, "hasta|como máximo|a lo sumo|no más de|un máximo de|≤"),
            (Hedge::Under, "menos de|<"),
        ]),
        after: Phrases::new([
            (Hedge::About, "aproximadamente|más o menos"),
            (Hedge::AtLeast, "o más|como mínimo|al menos|+"),
            (Hedge::AtMost, "o menos|como máximo|a lo sumo"),
        ]),
        range: Phrases::of("entre|de"),
        to: Phrases::of("a|o|u|-|–"),
        one: Phrases::of("un|una"),
        dozens: Phrases::new([(12, "docena|docenas")]),
        several: Phrases::of("varios|varias|unos cuantos|unas cuantas|algunos|algunas|unos pocos|unas pocas"),
        many: Phrases::new([
            (10, "decenas de|decenas"),
            (12, "docenas de|docenas"),
            (100, "cientos de|centenares de|centenares|cientos"),
            (1_000, "miles de|millares de|miles|millares"),
            (10_000, "decenas de miles de|decenas de miles"),
            (100_000, "cientos de miles de|centenares de miles de|cientos de miles"),
            (1_000_000, "millones de"),
        ]),
        roughly: Phrases::new([
            (2, "un par de|un par"),
            (10, "una decena de|una decena"),
            (20, "una veintena de|una veintena"),
            (30, "una treintena de|una treintena"),
            (50, "una cincuentena de|una cincuentena"),
            (100, "un centenar de|un centenar"),
            (1_000, "un millar de|un millar"),
        ]),
        parts: Phrases::new([(50, "media|medio"), (25, "un cuarto de|cuarto de"), (75, "tres cuartos de")]),
        and_parts: Phrases::new([(50, "y media|y medio|½"), (25, "y cuarto|¼"), (75, "¾")]),
        none: Phrases::of("ninguno|ninguna|nadie|nada"),
        times: Phrases::new([
            ((Unit::Second, 1), "segundo|segundos"),
            ((Unit::Minute, 1), "minuto|minutos|min"),
            ((Unit::Hour, 1), "hora|horas|h"),
            ((Unit::Day, 1), "día|días"),
            ((Unit::Week, 1), "semana|semanas"),
            ((Unit::Month, 1), "mes|meses"),
            ((Unit::Year, 1), "año|años"),
            ((Unit::Year, 10), "década|décadas"),
            ((Unit::Year, 100), "siglo|siglos"),
        ]),
        full: Phrases::of(""),
        and: Phrases::of("y|e|,|con"),
        units: Phrases::new([
            ("%", "%|por ciento"),
            ("mm", "mm|milímetro|milímetros"),
            ("cm", "cm|centímetro|centímetros"),
            ("m", "m|metro|metros"),
            ("km", "km|kilómetro|kilómetros"),
            ("km2", "km²|kilómetro cuadrado|kilómetros cuadrados"),
            ("m2", "m²|metro cuadrado|metros cuadrados"),
            ("m3", "m³|metro cúbico|metros cúbicos"),
            ("har", "ha|hectárea|hectáreas"),
            ("g", "g|gramo|gramos"),
            ("kg", "kg|kilo|kilos|kilogramo|kilogramos"),
            ("t", "t|tonelada|toneladas"),
            ("L", "l|litro|litros"),
            ("km/h", "km/h|kilómetros por hora"),
            ("kW", "kw|kilovatio|kilovatios"),
            ("MW", "mw|megavatio|megavatios"),
            ("GW", "gw|gigavatio|gigavatios"),
            ("Cel", "°c|grados celsius|grados centígrados|grado centígrado"),
            ("USD", "usd|$|dólares|dólar|de dólares|dólares estadounidenses|de dólares estadounidenses"),
            ("EUR", "eur|€|euro|euros|de euros"),
            ("GBP", "gbp|£|libras esterlinas|de libras esterlinas"),
            ("MXN", "mxn|pesos mexicanos|de pesos mexicanos"),
            ("CHF", "chf|francos suizos|de francos suizos"),
            ("JPY", "jpy|yenes|de yenes"),
            ("CNY", "cny|yuanes|de yuanes"),
        ]),
        currencies: Phrases::new([("USD", "us$|usd"), ("EUR", "€|eur"), ("GBP", "£|gbp"), ("CHF", "chf")]),
        money: Phrases::new([]),
        counters: Phrases::none(),
        idle: Phrases::of(
            "durante|por|en|el|la|los|las|exactamente|solo|sólo|en total|un total de|a|al|a las|a la\
                 |todos los|todas las|,|.",
        ),
        closed: Phrases::of(
            "a|adicionales|al|algo|algunos|ante|antes|aunque|aún|bajo|cada|casi|ciento|como|con|contra|cual|cuales\
             |cuando|cuarto|cuartos|cuya|cuyo|de|del|desde|después|donde|durante|décima|décimas|décimo|décimos|e|el\
             |ella|ellas|ellos|en|entonces|entre|era|eran|es|esa|esas|ese|eso|esos|esta|estaba|estaban|estas|este\
             |esto|estos|está|están|fue|fueron|ha|haber|había|habían|han|hasta|hay|la|las|le|les|lo|los|luego|me\
             |menos|mi|mientras|muy|más|ni|no|nos|o|otra|otras|otro|otros|para|pero|poco|por|porque|puede|pueden\
             |que|quien|quienes|quinto|quintos|qué|restantes|se|sea|según|ser|si|sido|sin|sobre|son|su|sus|sí|tal\
             |también|tan|tanto|tarde|te|tenía|tercio|tercios|tiene|tienen|toda|todas|todo|todos|tras|u|un|una|unas\
             |unos|veces|vez|y|ya|yo",
        ),
        of: Phrases::of("de|de los|de las|del|de la|de sus|de estos|de estas|de esos|de esas|de entre"),
        capital_nouns: false,
        plurals: Phrases::of("personal|gente"),
        plural_endings: "s",
        verb_endings: "mente|aron|ieron|aban|ían",
        rates: Phrases::of("vez|veces|por|cada"),
        ages: Phrases::of("de edad"),
        yes_no: Phrases::new([(true, "sí"), (false, "no")]),
        abbreviations: (include_str!("cldr/es.txt"), "Dr. Dra. Gral. etc. aprox. Ud. Uds. núm. pág. EE.UU. EE. UU."),
        running: true,
        dates: Dates {
            months: Phrases::months([
                "enero|ene.",
                "febrero|feb.",
                "marzo|mar.",
                "abril|abr.",
                "mayo",
                "junio|jun.",
                "julio|jul.",
                "agosto|ago.",
                "septiembre|setiembre|sept.|sep.",
                "octubre|oct.",
                "noviembre|nov.",
                "diciembre|dic.",
            ]),
            weekdays: Phrases::of("lunes|martes|miércoles|jueves|viernes|sábado|domingo"),
            ordinals: Phrases::of("º|°"),
            between: Phrases::of("de|del|,|del año|de el"),
            hedges: Phrases::new([
                (
                    Hedge::About,
                    "hacia|sobre|alrededor de|en torno a|hacia las|sobre las\
                     |alrededor de las|cerca de las",
                ),
                (Hedge::Before, "antes de|antes del|antes de las|poco antes de|poco antes del"),
                (Hedge::After, "después de|después del|tras|tras el|después de las|poco después de|poco después del"),
            ]),
            parts: Phrases::new([
                (Part::Early, "principios de|a principios de|comienzos de|a comienzos de|el principio de"),
                (Part::Mid, "mediados de|a mediados de"),
                (Part::End, "finales de|a finales de|fines de|a fines de|el final de|el fin de"),
            ]),
            decade: Phrases::of(""),
            dotted: false,
            at: Phrases::of("a las|, a las|a la|sobre las|,|el"),
            colon: Phrases::of(":"),
            clock: Phrases::of("horas|h|hrs"),
            halves: Phrases::new([
                (0, "de la mañana|de la madrugada|a. m.|a.m.|am"),
                (12, "de la tarde|p. m.|p.m.|pm"),
            ]),
            twelve_hours: false,
            twelve: Phrases::new([(12, "mediodía|el mediodía"), (0, "medianoche")]),
        },
    }
}

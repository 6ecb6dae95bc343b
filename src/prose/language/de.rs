//! German.

use super::{Dates, Language, Numbers, Part, Phrases};
use crate::dossier::{Hedge, Unit};

pub(super) fn german() -> Language {
    Language {
        numbers: Numbers::Crate(text2num::Language::german()),
        point: ',',
        groups: ".\u{A0}\u{202F}",
        before: Phrases::new([
            (Hedge::Nearly, "fast|beinahe|nahezu|knapp|annähernd"),
            (Hedge::About, "etwa|rund|ungefähr|circa|zirka|ca|ca.|an die|schätzungsweise|in etwa|~|≈"),
            (Hedge::Over, "mehr als|über|gut|etwas mehr als|deutlich mehr als|weit über|>"),
            (Hedge::AtLeast, "mindestens|wenigstens|zumindest|nicht weniger als|≥"),
            (Hedge::AtMost, "höchstens|maximal|bis zu|nicht mehr als|binnen|innerhalb|innerhalb von|≤"),
            (Hedge::Under, "weniger als|unter|<"),
        ]),
        after: Phrases::new([
            (Hedge::About, "oder so"),
            (Hedge::AtLeast, "oder mehr|und mehr|oder länger|mindestens|+"),
            (Hedge::AtMost, "oder weniger|höchstens|maximal"),
        ]),
        range: Phrases::of("zwischen|von"),
        to: Phrases::of("bis|oder|-|–|bis zu"),
        one: Phrases::of("ein|eine|einer|einem|einen|eines"),
        dozens: Phrases::new([(12, "dutzend"), (1_000_000, "mio|mio."), (1_000_000_000, "mrd|mrd.")]),
        several: Phrases::of("mehrere|mehreren|mehrerer|einige|einigen|einiger|ein paar|etliche|etlichen"),
        many: Phrases::new([
            (12, "dutzende|dutzenden|dutzender"),
            (100, "hunderte|hunderten"),
            (1_000, "tausende|tausenden"),
            (10_000, "zehntausende|zehntausenden"),
            (100_000, "hunderttausende|hunderttausenden"),
            (1_000_000, "millionen"),
        ]),
        roughly: Phrases::new([]),
        parts: Phrases::new([
            (50, "eine halbe|einer halben|einen halben|einem halben|ein halbes|halbe|halben|halbes"),
            (150, "anderthalb|eineinhalb"),
            (250, "zweieinhalb"),
            (350, "dreieinhalb"),
            (450, "viereinhalb"),
            (550, "fünfeinhalb"),
            (650, "sechseinhalb"),
        ]),
        and_parts: Phrases::new([(50, "½"), (25, "¼"), (75, "¾")]),
        none: Phrases::of("niemand|keiner|keine|nichts"),
        times: Phrases::new([
            ((Unit::Second, 1), "sekunde|sekunden|sek"),
            ((Unit::Minute, 1), "minute|minuten|min"),
            ((Unit::Hour, 1), "stunde|stunden|std|h"),
            ((Unit::Day, 1), "tag|tage|tagen|tages"),
            ((Unit::Week, 1), "woche|wochen"),
            ((Unit::Month, 1), "monat|monate|monaten|monats"),
            ((Unit::Year, 1), "jahr|jahre|jahren|jahres"),
            ((Unit::Year, 10), "jahrzehnt|jahrzehnte|jahrzehnten"),
            ((Unit::Year, 100), "jahrhundert|jahrhunderte|jahrhunderten"),
        ]),
        full: Phrases::of("volle|vollen|ganze|ganzen|geschlagene"),
        and: Phrases::of("und|,"),
        units: Phrases::new([
            ("%", "%|prozent"),
            ("mm", "mm|millimeter|millimetern"),
            ("cm", "cm|zentimeter|zentimetern"),
            ("m", "m|meter|metern"),
            ("km", "km|kilometer|kilometern"),
            ("km2", "km²|quadratkilometer|quadratkilometern"),
            ("m2", "m²|quadratmeter|quadratmetern"),
            ("m3", "m³|kubikmeter|kubikmetern"),
            ("har", "ha|hektar"),
            ("g", "g|gramm"),
            ("kg", "kg|kilo|kilogramm"),
            ("t", "t|tonne|tonnen"),
            ("L", "l|liter|litern"),
            ("km/h", "km/h|kilometer pro stunde|stundenkilometer|stundenkilometern"),
            ("kW", "kw|kilowatt"),
            ("MW", "mw|megawatt"),
            ("GW", "gw|gigawatt"),
            ("Cel", "°c|grad celsius"),
            ("USD", "usd|dollar|us-dollar"),
            ("EUR", "eur|euro|€"),
            ("GBP", "gbp|pfund|britische pfund"),
            ("CHF", "chf|franken|schweizer franken"),
            ("JPY", "jpy|yen"),
            ("CNY", "cny|yuan"),
            ("KRW", "krw|won"),
        ]),
        currencies: Phrases::new([
            ("USD", "$|us$|usd"),
            ("EUR", "€|eur"),
            ("GBP", "£|gbp"),
            ("CHF", "chf|fr.|sfr."),
            ("JPY", "¥|jpy"),
            ("KRW", "₩|krw"),
        ]),
        money: Phrases::new([]),
        counters: Phrases::none(),
        idle: Phrases::of(
            "für|lang|lange|insgesamt|genau|nur|die|der|das|den|dem|im|in|am|um|ganze|ganzen|volle\
                 |vollen|alle|allen|,|.",
        ),
        closed: Phrases::of(
            "ab|aber|alle|als|also|alt|am|an|andere|anderen|anderer|auch|auf|aus|bei|beide|beiden|beim|bereits|bis\
             |da|dabei|damit|danach|dann|das|dass|davor|dem|den|denen|der|deren|des|dessen|die|dies|diese|dieser\
             |dieses|doch|dort|drittel|durch|ein|eine|einem|einen|einer|eines|er|erst|es|etwa|fast|fünftel|für\
             |gegen|haben|hat|hatte|hatten|her|ihm|ihn|ihnen|ihr|ihre|ihren|ihrer|im|in|ist|jede|jeder|jedes|kann\
             |kein|keine|konnte|konnten|können|mal|man|mehr|mit|nach|neben|nicht|noch|nun|nur|ob|oder|ohne|pro\
             |prozent|restlichen|schon|sein|seine|seinen|seiner|seit|sich|sie|sind|so|sollen|sollte|sondern|sowie\
             |später|um|und|unter|viel|viele|viertel|vom|von|vor|wann|war|waren|was|weil|weitere|weiteren|weiterer\
             |weniger|wenn|wer|werden|wie|wieder|wird|wo|wollen|worden|wurde|wurden|zehntel|zu|zum|zur|zusätzliche\
             |zusätzlichen|zuvor|zwischen|über|übrigen",
        ),
        of: Phrases::of("der|von|von den|dieser|seiner|ihrer|unserer|aus"),
        capital_nouns: true,
        plurals: Phrases::of(
            "leute|männer|personal|verletzte|tote|jugendliche|angehörige|beamte|polizisten|kinder|menschen|angreifer\
             |mitarbeiter|täter|passagiere",
        ),
        plural_endings: "e|en|er|ern|eln|s|n|te",
        verb_endings: "st",
        rates: Phrases::of("einmal|zweimal|dreimal|mal|pro|je|jede|jeden"),
        ages: Phrases::of("alt|alte|alten|alter|-jährige|-jährigen|-jähriger"),
        yes_no: Phrases::new([(true, "ja"), (false, "nein")]),
        abbreviations: (include_str!("cldr/de.txt"), "Dr. Prof. ca. bzw. usw. d.h. etc. Jan. Feb. Jul. Jun."),
        running: true,
        dates: Dates {
            months: Phrases::months([
                "januar|jänner|jan|jan.",
                "februar|feber|feb|feb.",
                "märz|mär.",
                "april|apr|apr.",
                "mai",
                "juni|jun.",
                "juli|jul.",
                "august|aug|aug.",
                "september|sep.|sept.|sept",
                "oktober|okt|okt.",
                "november|nov|nov.",
                "dezember|dez|dez.",
            ]),
            weekdays: Phrases::of("montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"),
            ordinals: Phrases::of("."),
            between: Phrases::of(",|, dem|, den|dem|den|des jahres"),
            hedges: Phrases::new([
                (Hedge::About, "gegen|etwa|ungefähr|etwa um|ungefähr um|um etwa|circa|ca.|rund um"),
                (Hedge::Before, "vor|kurz vor|vor dem"),
                (Hedge::After, "nach|kurz nach|nach dem"),
            ]),
            parts: Phrases::new([(Part::Early, "anfang|zu beginn|beginn"), (Part::Mid, "mitte"), (Part::End, "ende")]),
            decade: Phrases::of("er jahre|er-jahre|er jahren"),
            dotted: true,
            at: Phrases::of("um|, um|gegen|,|am"),
            colon: Phrases::of(":"),
            clock: Phrases::of("uhr"),
            halves: Phrases::new([
                (0, "uhr morgens|uhr früh|uhr am morgen|uhr vormittags"),
                (12, "uhr nachmittags|uhr am nachmittag|uhr abends|uhr am abend"),
            ]),
            twelve_hours: false,
            twelve: Phrases::new([(0, "mitternacht")]),
        },
    }
}

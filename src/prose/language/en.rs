//! English.

use super::{Dates, Language, Numbers, Part, Phrases};
use crate::dossier::{Hedge, Unit};

pub(super) fn english() -> Language {
    Language {
        numbers: Numbers::Crate(text2num::Language::english()),
        point: '.',
        groups: ",\u{A0}\u{202F}",
        before: Phrases::new([
            (
                Hedge::Nearly,
                "nearly|almost|just under|a little under|slightly under|just short of|close to|approaching|not quite\
             |a little less than|slightly less than|just less than",
            ),
            (
                Hedge::About,
                "about|around|roughly|approximately|approx|approx.|circa|ca.|c.|some|an estimated|estimated at|estimated\
             |in the region of|somewhere around|somewhere in the region of|more or less|~|≈",
            ),
            (
                Hedge::Over,
                "more than|over|above|just over|a little over|slightly over|well over|slightly more than|just more than\
             |a little more than|well more than|in excess of|exceeding|>",
            ),
            (
                Hedge::AtLeast,
                "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|as few as|as little as\
             |upwards of|upward of|≥",
            ),
            (
                Hedge::AtMost,
                "up to|at most|at the most|no more than|not more than|as many as|as much as\
                     |as long as|a maximum of|within|≤",
            ),
            (Hedge::Under, "less than|fewer than|under|below|well under|well below|<"),
        ]),
        after: Phrases::new([
            (Hedge::About, "or so|or thereabouts|approximately|more or less|give or take|-ish|ish|-odd"),
            (Hedge::AtLeast, "or more|at least|at a minimum|or longer|and more|-plus|plus|+"),
            (Hedge::AtMost, "or less|or fewer|at most|at the most|at a maximum|maximum"),
        ]),
        range: Phrases::of(
            "between|from|anywhere from|anywhere between|somewhere between|anything from|anything between",
        ),
        to: Phrases::of("to|or|-to-|-or-|-|–|up to"),
        one: Phrases::of("a|an"),
        dozens: Phrases::new([(12, "dozen"), (20, "score")]),
        several: Phrases::of("several|a few|a handful of"),
        many: Phrases::new([
            (10, "tens of"),
            (12, "dozens of|dozens"),
            (20, "scores of|scores"),
            (100, "hundreds of|hundreds"),
            (1_000, "thousands of|thousands"),
            (10_000, "tens of thousands of|tens of thousands"),
            (100_000, "hundreds of thousands of|hundreds of thousands"),
            (1_000_000, "millions of|millions"),
        ]),
        roughly: Phrases::new([(2, "a couple of|a couple|couple of")]),
        parts: Phrases::new([
            (50, "half a|half an|a half|half of a|half of an|half-a|half|one half of a|one half of an"),
            (25, "a quarter of a|a quarter of an|quarter of a|quarter of an|one quarter of a|one quarter of an"),
            (75, "three quarters of a|three quarters of an|three-quarters of a|three-quarters of an"),
        ]),
        and_parts: Phrases::new([
            (50, "and a half|-and-a-half|and one half|½"),
            (25, "and a quarter|and one quarter|¼"),
            (75, "and three quarters|and three-quarters|¾"),
        ]),
        none: Phrases::of("none|nobody|no one|nothing"),
        times: Phrases::new([
            ((Unit::Second, 1), "second|seconds|sec|secs"),
            ((Unit::Minute, 1), "minute|minutes|min|mins"),
            ((Unit::Hour, 1), "hour|hours|hr|hrs|h"),
            ((Unit::Day, 1), "day|days"),
            ((Unit::Week, 1), "week|weeks"),
            ((Unit::Week, 2), "fortnight|fortnights"),
            ((Unit::Month, 1), "month|months"),
            ((Unit::Year, 1), "year|years|yr|yrs"),
            ((Unit::Year, 10), "decade|decades"),
            ((Unit::Year, 25), "quarter-century|quarter century"),
            ((Unit::Year, 100), "century|centuries"),
        ]),
        full: Phrases::of("full|whole|entire|straight|consecutive|solid"),
        and: Phrases::of("and|,|, and"),
        units: Phrases::new([
            ("%", "%|percent|per cent"),
            ("mm", "mm|millimetre|millimetres|millimeter|millimeters"),
            ("cm", "cm|centimetre|centimetres|centimeter|centimeters"),
            ("m", "m|metre|metres|meter|meters"),
            ("km", "km|kilometre|kilometres|kilometer|kilometers"),
            ("km2", "km²|sq km|square kilometre|square kilometres|square kilometer|square kilometers"),
            ("m2", "m²|sq m|square metre|square metres|square meter|square meters"),
            ("m3", "m³|cubic metre|cubic metres|cubic meter|cubic meters"),
            ("har", "ha|hectare|hectares"),
            ("[acr_us]", "acre|acres"),
            ("[in_i]", "inch|inches"),
            ("[ft_i]", "foot|feet|ft"),
            ("[mi_i]", "mile|miles"),
            ("g", "g|gram|grams|gramme|grammes"),
            ("kg", "kg|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"),
            ("t", "tonne|tonnes|metric ton|metric tons"),
            ("[lb_av]", "lb|lbs|pound|pounds"),
            ("L", "l|litre|litres|liter|liters"),
            ("km/h", "km/h|kph|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour"),
            ("[mi_i]/h", "mph|miles per hour|miles an hour"),
            ("kW", "kw|kilowatt|kilowatts"),
            ("MW", "mw|megawatt|megawatts"),
            ("GW", "gw|gigawatt|gigawatts"),
            ("Cel", "°c|degrees celsius|degrees centigrade|degree celsius"),
            ("[degF]", "°f|degrees fahrenheit|degree fahrenheit"),
            ("[kn_i]", "knots"),
            ("USD", "usd|us dollars|us dollar|dollars|dollar|of dollars|of us dollars"),
            ("EUR", "eur|euro|euros|of euros|€"),
            ("GBP", "gbp|pounds|pound|of pounds|pounds sterling|pound sterling"),
            ("JPY", "jpy|yen"),
            ("KRW", "krw|won"),
            ("CNY", "cny|yuan|renminbi"),
            ("CHF", "chf|swiss francs|swiss franc"),
            ("INR", "inr|rupees|rupee"),
        ]),
        currencies: Phrases::new([
            ("USD", "$|us$|usd|us $"),
            ("EUR", "€|eur"),
            ("GBP", "£|gbp"),
            ("JPY", "¥|jpy"),
            ("KRW", "₩|krw"),
            ("INR", "₹|inr"),
            ("CHF", "chf"),
            ("CAD", "c$|ca$|cad"),
            ("AUD", "a$|au$|aud"),
        ]),
        money: Phrases::new([
            (1_000, "k"),
            (1_000_000, "m|mn"),
            (1_000_000_000, "bn|b"),
            (1_000_000_000_000, "tn|trn"),
        ]),
        counters: Phrases::none(),
        idle: Phrases::of(
            "for|for the|the|in|exactly|precisely|only|just|lasting|lasted|a total of|in total|in all|all told|altogether\
           |long|-long|-strong|overall|a full|full|whole|all|on|at|,|.",
        ),
        closed: Phrases::of(
            "a|about|above|across|additional|after|again|against|ago|all|allegedly|almost|along|already|also\
             |although|always|am|among|an|and|another|any|are|around|as|at|be|because|been|before|behind|being\
             |below|beside|between|beyond|both|but|by|can|cent|could|despite|did|do|does|done|double|down|during\
             |each|earlier|eighth|eighths|either|even|ever|every|extra|few|fewer|fifth|fifths|first|for|former\
             |fourth|fourths|from|further|had|half|has|have|having|he|her|here|herself|him|himself|his|how\
             |hundredths|i|if|in|into|is|it|its|itself|just|last|later|latter|least|less|long|many|may|me|might\
             |mine|minus|more|most|much|must|my|near|nearly|neither|never|next|no|nor|not|of|off|often|old|on|once\
             |one|only|onto|or|other|others|our|ours|out|over|per|percent|plus|quarter|quarters|remaining\
             |reportedly|said|same|says|several|shall|she|should|since|sixth|sixths|so|some|still|such|tenth|tenths\
             |than|that|the|their|theirs|them|themselves|there|these|they|third|thirds|this|those|though|through\
             |till|time|times|to|told|too|toward|towards|twice|under|unless|until|up|us|very|via|was|we|were|what\
             |when|where|whether|which|while|who|whom|whose|why|will|with|within|without|would|yet|you|your",
        ),
        of: Phrases::of("of|of the|of these|of those|of its|of his|of her|of their|of our|of my"),
        capital_nouns: false,
        plurals: Phrases::of(
            "men|women|people|children|staff|police|personnel|crew|troops|feet|teeth|mice|geese|fish|sheep|deer|aircraft\
              |cattle|youth|media",
        ),
        plural_endings: "s",
        verb_endings: "ed|ing|ly",
        rates: Phrases::of("once|twice|times|per|every|each"),
        ages: Phrases::of("-old|old|of age|-olds"),
        yes_no: Phrases::new([(true, "yes"), (false, "no")]),
        abbreviations: (
            include_str!("cldr/en.txt"),
            "Dr. St. Gen. Gov. Sen. Sr. Jr. No. Adm. Cmdr. Hon. Pres. Inc. Ltd. Corp. Co. Apr. Jul. Oct. Tues. Thurs. \
             approx. ca. i.e. e.g. etc. cf.",
        ),
        running: true,
        dates: Dates {
            months: Phrases::months([
                "january|jan|jan.",
                "february|feb|feb.",
                "march|mar|mar.",
                "april|apr|apr.",
                "may",
                "june|jun|jun.",
                "july|jul|jul.",
                "august|aug|aug.",
                "september|sep|sep.|sept|sept.",
                "october|oct|oct.",
                "november|nov|nov.",
                "december|dec|dec.",
            ]),
            weekdays: Phrases::of(
                "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|sat|sun|mon.\
                   |tue.|wed.|thu.|fri.|sat.|sun.",
            ),
            ordinals: Phrases::of("st|nd|rd|th"),
            between: Phrases::of("of|,|-|of the year"),
            hedges: Phrases::new([
                (
                    Hedge::About,
                    "about|around|roughly|approximately|circa|ca.|c.|some time around|at about|at around|on or about",
                ),
                (Hedge::Before, "before|prior to|ahead of|shortly before|just before"),
                (Hedge::After, "after|shortly after|just after|following"),
            ]),
            parts: Phrases::new([
                (Part::Early, "early|the beginning of|beginning of|the start of|start of|early in"),
                (Part::Mid, "mid|mid-|the middle of|middle of"),
                (Part::Late, "late|late in"),
                (Part::End, "the end of|end of|end"),
            ]),
            decade: Phrases::of("s"),
            dotted: false,
            at: Phrases::of("at|, at|on|,|at about|at around"),
            colon: Phrases::of(":"),
            clock: Phrases::of("o'clock|hours"),
            halves: Phrases::new([
                (0, "am|a.m.|in the morning|o'clock in the morning"),
                (12, "pm|p.m.|in the afternoon|in the evening|o'clock in the afternoon|o'clock in the evening"),
            ]),
            twelve_hours: true,
            twelve: Phrases::new([(12, "noon|midday"), (0, "midnight")]),
        },
    }
}

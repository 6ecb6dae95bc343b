//! Number, plural, unit and date patterns of a language, taken from CLDR's JSON (npm: `cldr-core`,
//! `cldr-numbers-full`, `cldr-units-full`, `cldr-dates-full`, `cldr-misc-full`), and the abbreviations that end no sentence
//! (`cldr-segments-full`).
//!
//! What is generated is committed: a build needs none of these packages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

/// Languages whose patterns are those of another locale: English as the world writes it ("18 March 2019").
const LOCALES: [(&str, &str); 1] = [("en", "en-001")];

const DURATIONS: [&str; 7] = ["year", "month", "week", "day", "hour", "minute", "second"];

/// Units that have words: UCUM code, CLDR name.
const UNITS: [(&str, &str); 28] = [
    ("%", "concentr-percent"),
    ("Cel", "temperature-celsius"),
    ("L", "volume-liter"),
    ("MW", "power-megawatt"),
    ("W", "power-watt"),
    ("[acr_us]", "area-acre"),
    ("[bbl_us]", "volume-barrel"),
    ("[degF]", "temperature-fahrenheit"),
    ("[ft_i]", "length-foot"),
    ("[in_i]", "length-inch"),
    ("[lb_av]", "mass-pound"),
    ("[mi_i]", "length-mile"),
    ("[mi_i]/h", "speed-mile-per-hour"),
    ("[nmi_i]", "length-nautical-mile"),
    ("[yd_i]", "length-yard"),
    ("cm", "length-centimeter"),
    ("g", "mass-gram"),
    ("har", "area-hectare"),
    ("kW", "power-kilowatt"),
    ("kW.h", "energy-kilowatt-hour"),
    ("kg", "mass-kilogram"),
    ("km", "length-kilometer"),
    ("km/h", "speed-kilometer-per-hour"),
    ("km2", "area-square-kilometer"),
    ("m", "length-meter"),
    ("m2", "area-square-meter"),
    ("m3", "volume-cubic-meter"),
    ("mm", "length-millimeter"),
];

/// Currencies that have words; another one is printed by its code.
const CURRENCIES: [&str; 20] = [
    "AUD", "BRL", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "ILS", "INR", "JPY", "KRW", "MXN", "NOK", "PLN", "RUB",
    "SEK", "TRY", "UAH", "USD",
];

/// Writes `LANG.toml` into `out_dir` for each language, from the packages in `node_modules`.
///
/// # Errors
/// Where a package is missing or lacks something that a language needs.
pub fn generate(node_modules: &Path, langs: &[&str], out_dir: &Path) -> Result<()> {
    fs::create_dir_all(out_dir)?;
    for lang in langs {
        let locale = LOCALES.iter().find(|(other, _)| other == lang).map_or(*lang, |(_, locale)| locale);
        let text =
            Cldr { node_modules, lang, locale }.patterns().with_context(|| format!("CLDR patterns of {lang}"))?;
        fs::write(out_dir.join(lang).with_extension("toml"), text)?;
    }
    Ok(())
}

/// Words that are listed as abbreviations, and far more often end a sentence.
const NO_ABBREVIATIONS: &str = "Act. All. As. By. Card. Do. Go. Hat. I. In. Is. Job. Joe. Kit. Link. Long. OK. Ok. On. Or. Pro. \
    Rol. So. Sol. Test. To. Up.";

/// Writes `LANG.txt` into `out_dir` for each language: abbreviations that end no sentence, one a line.
///
/// # Errors
/// Where the package is missing or lacks a language.
pub fn abbreviations(node_modules: &Path, langs: &[&str], out_dir: &Path) -> Result<()> {
    fs::create_dir_all(out_dir)?;
    for lang in langs {
        let file = node_modules.join("cldr-segments-full/segments").join(lang).join("suppressions.json");
        let file = json(&file)?;
        let listed = at(&file, &["segments", "segmentations", "SentenceBreak", "standard"])?;
        let listed = listed.as_array().context("no list")?.iter().filter_map(|item| item["suppression"].as_str());
        let dropped: Vec<&str> = NO_ABBREVIATIONS.split_whitespace().collect();
        let mut words: Vec<&str> = listed.filter(|word| !dropped.contains(word)).collect();
        words.sort();
        fs::write(out_dir.join(lang).with_extension("txt"), words.join("\n") + "\n")?;
    }
    Ok(())
}

struct Cldr<'a> {
    node_modules: &'a Path,
    lang: &'a str,
    locale: &'a str,
}

impl Cldr<'_> {
    fn patterns(&self) -> Result<String> {
        let rules = self.plural_rules()?;
        let numbers = self.main("cldr-numbers-full", "numbers.json")?;
        let numbers = at(&numbers, &["numbers"])?;
        let system = string(numbers, &["defaultNumberingSystem"])?;
        let of_system = |kind: &str| at(numbers, &[&format!("{kind}-numberSystem-{system}")]);
        let symbols = of_system("symbols")?;
        let mut out = Toml::default();
        out.line(&format!("# generated from CLDR {} by cargo xtask messages; do not edit", self.version()?));
        out.text("lang", self.lang);

        out.table("cldr");
        out.text("direction", &self.direction()?);
        let conditions: Vec<(&str, &str)> = rules.iter().map(|(name, rule)| (name.as_str(), rule.as_str())).collect();
        out.forms("plural", &conditions);

        out.table("number");
        out.text("digits", &self.digits(&system)?);
        out.text("decimal", &string(symbols, &["decimal"])?);
        out.text("group", &string(symbols, &["group"])?);
        let least = string(numbers, &["minimumGroupingDigits"])?;
        let (first, further) = grouping(&string(of_system("decimalFormats")?, &["standard"])?)?;
        out.comment("digits in the last group, in the others, and how many must stand before the last one");
        out.items("grouping", &[&first.to_string(), &further.to_string(), &least]);
        out.text("minus", &string(symbols, &["minusSign"])?);
        out.text("range", &named(&string(of_system("miscPatterns")?, &["range"])?, &["a", "b"]));
        let unit = string(of_system("currencyFormats")?, &["unitPattern-count-other"])?;
        out.text("unit", &named(&unit, &["n", "unit"]));

        let lists = self.main("cldr-misc-full", "listPatterns.json")?;
        let list = |kind: &str, part: &str| {
            string(&lists, &["listPatterns", &format!("listPattern-type-{kind}"), part]).map(|p| named(&p, &["a", "b"]))
        };
        out.table("list");
        out.text("two", &list("standard", "2")?);
        out.text("start", &list("standard", "start")?);
        out.text("middle", &list("standard", "middle")?);
        out.text("end", &list("standard", "end")?);
        out.comment("between the parts of a duration");
        out.text("units", &list("unit-narrow", "2")?);

        self.dates(&mut out)?;

        let units = self.main("cldr-units-full", "units.json")?;
        let units = at(&units, &["units"])?;
        for (table, width) in [("duration", "long"), ("short", "narrow")] {
            out.table(table);
            for name in DURATIONS {
                let unit = at(units, &[width, &format!("duration-{name}")])?;
                out.forms(name, &forms(&rules, "unitPattern", unit, |p| self.counted(p))?);
            }
        }

        out.table("units");
        for (code, name) in UNITS {
            // "12%" is how reports write it, "12 percent" in some languages only.
            let width = if code == "%" { "short" } else { "long" };
            let unit = at(units, &[width, name])?;
            out.forms(code, &forms(&rules, "unitPattern", unit, |p| self.counted(p))?);
        }
        let currencies = self.main("cldr-numbers-full", "currencies.json")?;
        for code in CURRENCIES {
            let currency = at(&currencies, &["numbers", "currencies", code])?;
            let pattern = |name: &str| named(&unit, &["n", "unit"]).replace("{unit}", name);
            out.forms(code, &forms(&rules, "displayName", currency, pattern)?);
        }
        Ok(out.0)
    }

    /// The pattern of so many of a unit. Japanese papers set figures close to what they count, CLDR with a space.
    fn counted(&self, pattern: &str) -> String {
        let pattern = named(pattern, &["n"]);
        if self.lang == "ja" { pattern.replace("{n} ", "{n}").replace(" {n}", "{n}") } else { pattern }
    }

    fn dates(&self, out: &mut Toml) -> Result<()> {
        let calendar = self.main("cldr-dates-full", "ca-gregorian.json")?;
        let calendar = at(&calendar, &["dates", "calendars", "gregorian"])?;
        let date = |steps: &[&str]| date_pattern(&string(calendar, steps)?);
        out.table("date");
        out.text("year", &date(&["dateTimeFormats", "availableFormats", "y"])?);
        out.text("month", &date(&["dateTimeFormats", "availableFormats", "yMMMM"])?);
        out.text("day", &date(&["dateFormats", "long"])?);
        out.text("dayofmonth", &date(&["dateTimeFormats", "availableFormats", "MMMMd"])?);
        let daytime = date(&["dateTimeFormats-atTime", "standard", "long"])?;
        out.text("daytime", &named(&daytime, &["time", "day"]));
        out.text("minute", &date(&["timeFormats", "short"])?);
        out.text("second", &date(&["timeFormats", "medium"])?);
        let range = string(calendar, &["dateTimeFormats", "intervalFormats", "intervalFormatFallback"])?;
        out.text("range", &named(&range, &["a", "b"]));
        for (name, kind) in [("months", "format"), ("alone", "stand-alone")] {
            let months = (1..=12).map(|n| string(calendar, &["months", kind, "wide", &n.to_string()]));
            let months = months.collect::<Result<Vec<_>>>()?;
            out.items(name, &months.iter().map(String::as_str).collect::<Vec<_>>());
        }
        let half = |name| string(calendar, &["dayPeriods", "format", "abbreviated", name]);
        out.items("halves", &[&half("am")?, &half("pm")?]);
        Ok(())
    }

    /// Category and condition, `other` left out; sorted by category, as a TOML reader gives them.
    fn plural_rules(&self) -> Result<Vec<(String, String)>> {
        let plurals = self.core("plurals.json")?;
        let rules = at(&plurals, &["supplemental", "plurals-type-cardinal", self.lang])?;
        let mut rules: Vec<_> = object(rules)?
            .iter()
            .filter_map(|(name, rule)| {
                let rule = rule.as_str()?.split('@').next()?;
                let compact = rule.replace(" and ", "&").replace(" or ", "|").replace(' ', "");
                Some((name.strip_prefix("pluralRule-count-")?.to_owned(), compact))
            })
            .filter(|(category, _)| category != "other")
            .collect();
        rules.sort();
        Ok(rules)
    }

    fn version(&self) -> Result<String> {
        string(&self.core("plurals.json")?, &["supplemental", "version", "_cldrVersion"])
    }

    fn direction(&self) -> Result<String> {
        let layout = self.main("cldr-misc-full", "layout.json")?;
        let order = string(&layout, &["layout", "orientation", "characterOrder"])?;
        Ok(if order == "right-to-left" { "rtl" } else { "ltr" }.into())
    }

    fn digits(&self, system: &str) -> Result<String> {
        let systems = self.core("numberingSystems.json")?;
        string(&systems, &["supplemental", "numberingSystems", system, "_digits"])
    }

    fn core(&self, file: &str) -> Result<Value> {
        json(&self.node_modules.join("cldr-core/supplemental").join(file))
    }

    fn main(&self, package: &str, file: &str) -> Result<Value> {
        let path = self.node_modules.join(package).join("main").join(self.locale).join(file);
        Ok(at(&json(&path)?, &["main", self.locale])?.clone())
    }
}

fn json(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

fn at<'v>(value: &'v Value, steps: &[&str]) -> Result<&'v Value> {
    steps.iter().try_fold(value, |value, step| value.get(step).with_context(|| format!("no `{}`", steps.join("."))))
}

fn string(value: &Value, steps: &[&str]) -> Result<String> {
    let found = at(value, steps)?;
    Ok(found.as_str().with_context(|| format!("`{}` is no string", steps.join(".")))?.to_owned())
}

fn object(value: &Value) -> Result<&Map<String, Value>> {
    value.as_object().context("not an object")
}

/// `{0} {1}` with names for numbers.
fn named(pattern: &str, names: &[&str]) -> String {
    names
        .iter()
        .enumerate()
        .fold(pattern.to_owned(), |pattern, (n, name)| pattern.replace(&format!("{{{n}}}"), &format!("{{{name}}}")))
}

/// The pattern for each plural category of the language; a category that CLDR leaves out is as `other`, and a
/// currency without forms as its plain name.
fn forms(
    rules: &[(String, String)],
    kind: &str,
    unit: &Value,
    pattern: impl Fn(&str) -> String,
) -> Result<Vec<(&'static str, String)>> {
    let categories = ["zero", "one", "two", "few", "many", "other"];
    let own = categories.into_iter().filter(|name| *name == "other" || rules.iter().any(|(other, _)| other == name));
    own.map(|category| {
        let form = |category: &str| unit.get(format!("{kind}-count-{category}"));
        let words = form(category).or(form("other")).or(unit.get(kind));
        let words = words.and_then(Value::as_str).context("a unit without words")?;
        Ok((category, pattern(words)))
    })
    .collect()
}

/// How many digits a group has in `#,##,##0.###`: the last, and the others.
fn grouping(pattern: &str) -> Result<(usize, usize)> {
    let whole = pattern.split('.').next().unwrap_or_default();
    let groups: Vec<usize> = whole.split(',').map(str::len).collect();
    match groups[..] {
        [_, .., further, last] => Ok((last, further)),
        [_, last] => Ok((last, last)),
        _ => bail!("a number pattern without groups: {pattern}"),
    }
}

/// A CLDR date pattern (`d 'de' MMMM`) as words with names in braces (`{d} de {MMMM}`).
fn date_pattern(pattern: &str) -> Result<String> {
    let mut out = String::new();
    let mut rest = pattern.chars().peekable();
    let mut quoted = false;
    while let Some(c) = rest.next() {
        match c {
            '\'' => quoted = !quoted,
            'a'..='z' | 'A'..='Z' if !quoted => {
                let mut field = String::from(c);
                while let Some(c) = rest.next_if_eq(&c) {
                    field.push(c);
                }
                if !["y", "M", "MM", "MMMM", "LLLL", "d", "dd", "h", "hh", "H", "HH", "mm", "ss", "a"]
                    .contains(&field.as_str())
                {
                    bail!("no field `{field}` in dates: {pattern}");
                }
                out.push_str(&format!("{{{field}}}"));
            }
            _ => out.push(c),
        }
    }
    Ok(out)
}

/// Lines of TOML, written in a fixed order.
#[derive(Default)]
struct Toml(String);

impl Toml {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn table(&mut self, name: &str) {
        self.line(&format!("\n[{name}]"));
    }

    fn comment(&mut self, words: &str) {
        self.line(&format!("# {words}"));
    }

    fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name} = {}", quoted(value)));
    }

    fn items(&mut self, name: &str, values: &[&str]) {
        let values: Vec<_> = values.iter().map(|value| quoted(value)).collect();
        self.line(&format!("{name} = [{}]", values.join(", ")));
    }

    fn forms<T: AsRef<str>>(&mut self, name: &str, forms: &[(&str, T)]) {
        let forms: Vec<_> = forms.iter().map(|(form, words)| format!("{form} = {}", quoted(words.as_ref()))).collect();
        let name = if name.chars().all(|c| c.is_ascii_alphanumeric()) { name.into() } else { quoted(name) };
        let (open, close) = if forms.is_empty() { ("{", "}") } else { ("{ ", " }") };
        self.line(&format!("{name} = {open}{}{close}", forms.join(", ")));
    }
}

/// As a TOML string: JSON's escapes are TOML's too.
fn quoted(words: &str) -> String {
    Value::from(words).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let check = |pattern: &str, expected: &str| assert_eq!(date_pattern(pattern).unwrap(), expected);
        check("d MMMM y", "{d} {MMMM} {y}");
        check("d 'de' MMMM 'de' y", "{d} de {MMMM} de {y}");
        check("y년 MMMM d일", "{y}년 {MMMM} {d}일");
        check("{1} 'at' {0}", "{1} at {0}");
        assert!(date_pattern("EEEE d").is_err());
    }

    #[test]
    fn groups() {
        assert_eq!(grouping("#,##0.###").unwrap(), (3, 3));
        assert_eq!(grouping("#,##,##0.###").unwrap(), (3, 2));
        assert!(grouping("0").is_err());
    }
}

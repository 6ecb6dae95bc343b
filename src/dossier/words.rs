//! What single strings and numbers may be. Each pattern stands in the schema too, as a regular expression that
//! judges alike; no expression engine is used, since one would cost the reader's bundle more than all of these.

use super::cursor::Cursor;
use super::{Date, Duration};

/// A test of a string.
pub(super) struct Pattern {
    test: fn(&str) -> bool,
    /// Characters.
    most: usize,
    /// What to write instead; completes "Write …".
    pub(super) write: &'static str,
}

impl Pattern {
    pub(super) fn passes(&self, text: &str) -> bool {
        length(text) <= self.most && (self.test)(text)
    }
}

/// A test of a number.
pub(super) struct Range {
    least: f64,
    most: f64,
    whole: bool,
    /// What to write instead; completes "Write …".
    pub(super) write: &'static str,
}

impl Range {
    pub(super) fn holds(&self, number: f64) -> bool {
        number >= self.least && number <= self.most && (!self.whole || number.trunc() == number)
    }
}

const fn pattern(test: fn(&str) -> bool, most: usize, write: &'static str) -> Pattern {
    Pattern { test, most, write }
}

const fn whole(least: f64, most: f64, write: &'static str) -> Range {
    Range { least, most, whole: true, write }
}

pub(super) static VERSION: Pattern =
    pattern(|text| minor(text).is_some(), 6, "the version of the format, such as `1.0`");
pub(super) static ID: Pattern = pattern(is_id, 64, "a slug such as `tram-fire`: small letters, digits, single hyphens");
pub(super) static LANG: Pattern = pattern(is_lang, 35, "a language tag such as `en` or `pt-BR`");
pub(super) static URL: Pattern = pattern(is_url, 2048, "an address that begins with https://, http:// or a single /");
pub(super) static CONTACT: Pattern = pattern(is_contact, 2048, "an address, or `mailto:` and one");
pub(super) static ELEMENT: Pattern = pattern(is_element, 128, "the id of an element");
pub(super) static DATE: Pattern = pattern(is_date, 40, "a day that exists, such as `2019-02-22`, or its month or year");
pub(super) static WHEN: Pattern =
    pattern(|text| Date::parse(text).is_some(), 40, "a day that exists, such as `2019-02-22`, or a time, `T15:00`");
pub(super) static MOMENT: Pattern = pattern(is_moment, 64, "date, time and offset, such as `2019-02-22T15:00:00Z`");
pub(super) static ZONE: Pattern = pattern(|text| zone(text).is_some(), 6, "an offset such as `+01:00`, or `Z`");
pub(super) static DURATION: Pattern =
    pattern(|text| Duration::parse(text).is_some(), 80, "a length of time such as `PT1H30M`, `P2D` or `P3W`");
#[cfg(feature = "editor")]
pub(super) static SHA256: Pattern = pattern(is_sha256, 64, "64 hexadecimal digits in small letters");
#[cfg(feature = "editor")]
pub(super) static PATH: Pattern = pattern(is_path, 200, "a path below this folder, such as `texts/courier.txt`");
#[cfg(feature = "editor")]
pub(super) static DOMAIN: Pattern = pattern(is_domain, 100, "a reverse domain name such as `org.example.cms`");
#[cfg(feature = "editor")]
pub(super) static LINK: Pattern = pattern(|_| true, 300, "the address of the schema");

/// The largest whole number that every parser of JSON keeps exact.
const EXACT: f64 = 9_007_199_254_740_991.0;

pub(super) static COUNT: Range = whole(0.0, EXACT, "a whole number, 0 or more");
pub(super) static POSITIVE: Range = whole(1.0, EXACT, "a whole number, 1 or more");
pub(super) static REVISION: Range = whole(1.0, 1e6, "a whole number, 1 to 1000000");
pub(super) static TOLERANCE: Range = Range { least: 0.0, most: 1.0, whole: false, write: "a number, 0 to 1" };
pub(super) static QUANTITY: Range =
    Range { least: -1e15, most: 1e15, whole: false, write: "a number alone, without its unit" };

/// How many characters.
pub(super) fn length(text: &str) -> usize {
    // Every byte but those that continue a character. (`chars().count()` is faster, and larger.)
    text.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

fn is_id(text: &str) -> bool {
    let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.as_bytes().first().is_some_and(u8::is_ascii_lowercase) && parts(text, b'-', |part| part.iter().all(plain))
}

/// A BCP 47 tag without extensions and private use: `ko`, `zh-Hant-TW`, `de-1996`.
fn is_lang(text: &str) -> bool {
    // What came last: nothing, language, script, region, variant.
    let mut last = 0;
    parts(text, b'-', |part| {
        let letters = part.iter().all(u8::is_ascii_alphabetic);
        last = match part.len() {
            2..=3 if last == 0 && letters => 1,
            _ if last == 0 => return false,
            4 if last == 1 && letters => 2,
            2 if last < 3 && letters => 3,
            3 if last < 3 && part.iter().all(u8::is_ascii_digit) => 3,
            4 if part[0].is_ascii_digit() => 4,
            5..=8 => 4,
            _ => return false,
        };
        part.iter().all(u8::is_ascii_alphanumeric)
    })
}

/// The minor version in `1.0`, `1.12`: this major version, any minor.
pub(super) fn minor(text: &str) -> Option<u16> {
    let mut rest = Cursor::new(text.strip_prefix("1.")?);
    let digits = text.len() - 2;
    let minor = rest.number(digits, 9_999)?;
    (digits == 1 || digits > 1 && !text.starts_with("1.0")).then_some(minor)
}

/// Whether a text names a major version other than ours.
pub(super) fn is_other_major(text: &str) -> bool {
    let mut rest = Cursor::new(text);
    let digits = rest.skip_digits();
    digits > 0 && (rest.is_empty() || rest.eat(b'.')) && text.as_bytes()[0] != b'0' && text.get(..digits) != Some("1")
}

/// An address of the web, absolute and without user information, or path-absolute (`/…`, not `//`).
pub(crate) fn is_url(text: &str) -> bool {
    let whole = match text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) {
        Some(rest) => {
            let mut host = rest.bytes().take_while(|byte| *byte != b'/');
            host.next().is_some_and(|first| first != b'@') && host.all(|byte| byte != b'@')
        }
        None => text.starts_with('/') && !text.starts_with("//"),
    };
    whole && text.chars().all(|c| c != '\\' && !is_blank(c) && !is_hidden(c))
}

/// An address of the web, or one to write to: `mailto:desk@example.org`.
fn is_contact(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("mailto:") else { return is_url(text) };
    !rest.starts_with('@')
        && !rest.ends_with('@')
        && rest.bytes().filter(|byte| *byte == b'@').count() == 1
        && rest.chars().all(|c| c != '?' && c != '&' && !is_blank(c) && !is_hidden(c))
}

#[cfg(feature = "editor")]
fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A path below the dossier, `/` between folders; no part begins with a dot.
#[cfg(feature = "editor")]
fn is_path(text: &str) -> bool {
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    parts(text, b'/', |part| part[0] != b'.' && part.iter().all(inside))
}

fn is_element(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'.' | b'-'))
}

fn is_date(text: &str) -> bool {
    Date::parse(text).is_some_and(|date| date.year.is_some())
}

/// Minutes ahead of UTC: `Z`, `+01:00`.
pub(super) fn zone(text: &str) -> Option<i16> {
    let mut rest = Cursor::new(text);
    let offset = rest.offset().filter(|_| rest.is_empty());
    offset?
}

/// A moment as RFC 3339 has it: date and time with offset; small letters, a fraction of a second and a leap second
/// are allowed.
fn is_moment(text: &str) -> bool {
    let read = || {
        let (day, time) = text.split_at_checked(10)?;
        let mut rest = Cursor::new(time);
        rest.next().filter(|byte| matches!(byte, b'T' | b't'))?;
        rest.number(2, 23)?;
        for most in [59, 60] {
            rest.next().filter(|byte| *byte == b':')?;
            rest.number(2, most)?;
        }
        if rest.eat(b'.') && rest.skip_digits() == 0 {
            return None;
        }
        (rest.eat(b'z') || rest.offset()?.is_some()).then_some(rest.is_empty() && is_date(day))
    };
    read().unwrap_or(false)
}

/// A reverse domain name: `org.example.cms`.
#[cfg(feature = "editor")]
fn is_domain(text: &str) -> bool {
    let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let mut count = 0;
    parts(text, b'.', |part| {
        count += 1;
        part.iter().all(|byte| plain(byte) || count > 1 && *byte == b'-')
    }) && count > 1
}

/// Whether all parts between separators pass a test and none is empty.
fn parts(text: &str, separator: u8, mut passes: impl FnMut(&[u8]) -> bool) -> bool {
    text.as_bytes().split(|byte| *byte == separator).all(|part| !part.is_empty() && passes(part))
}

/// Characters that show nothing, or that turn the direction of what follows: words with them are not what they
/// seem. Tab, line feed, carriage return, the joiners and the direction marks are let through: Persian, Indic
/// and Arabic texts need them.
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{200B}' | '\u{2028}'
        | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E007F}')
}

/// White space that [`is_hidden`] lets through.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\t' | '\n' | '\r' | ' ' | '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// The key of a name that was given none: equal keys are one answer. ASCII letters become small, each run of
/// ASCII or general punctuation and white space one hyphen, everything else stays: `Kim Hyok-chol` and
/// `Kim Hyok Chol` have one key, `김혁철` is its own.
pub fn slug(name: &str) -> String {
    let mut key = String::new();
    let mut between = false;
    for c in name.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric()
            || matches!(c, '\u{A0}' | '¡' | '«' | '·' | '»' | '¿' | '\u{2000}'..='\u{206F}')
            || matches!(c, '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{301F}' | '・')
        {
            between = !key.is_empty();
            continue;
        }
        if between {
            key.push('-');
            between = false;
        }
        key.push(c.to_ascii_lowercase());
    }
    if key.is_empty() { name.to_owned() } else { key }
}

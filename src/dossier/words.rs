//! What single strings may look like. Each test has a `pattern` in the schema that judges alike; no expression
//! engine is used, since one would cost the reader's bundle more than all of these.

use super::{Date, Duration};

/// A slug: `tram-fire`.
pub(super) fn is_id(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_lowercase)
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// A BCP 47 tag without extensions and private use: `ko`, `zh-Hant-TW`, `de-1996`.
pub(super) fn is_lang(text: &str) -> bool {
    let mut parts = text.split('-');
    let alpha = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !parts.next().is_some_and(|part| matches!(part.len(), 2..=3) && alpha(part)) {
        return false;
    }
    // What came last: 0 language, 1 script, 2 region, 3 variant.
    let mut last = 0;
    for part in parts {
        let bytes = part.as_bytes();
        last = match bytes.len() {
            4 if last < 1 && alpha(part) => 1,
            2 if last < 2 && alpha(part) => 2,
            3 if last < 2 && bytes.iter().all(u8::is_ascii_digit) => 2,
            4 if bytes[0].is_ascii_digit() => 3,
            5..=8 => 3,
            _ => return false,
        };
        if !bytes.iter().all(u8::is_ascii_alphanumeric) {
            return false;
        }
    }
    true
}

/// `1.0`, `1.12`: this major version, any minor.
pub(super) fn is_version(text: &str) -> bool {
    minor(text).is_some()
}

/// The minor version of a text that [`is_version`].
pub(super) fn minor(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("1.")?;
    let plain = matches!(digits.len(), 1..=4) && digits.bytes().all(|byte| byte.is_ascii_digit());
    (plain && (digits.len() == 1 || !digits.starts_with('0')))
        .then(|| digits.bytes().fold(0, |n, byte| n * 10 + u16::from(byte - b'0')))
}

/// Whether a text names a major version other than ours.
pub(super) fn is_other_major(text: &str) -> bool {
    let major = text.split('.').next().unwrap_or_default();
    !major.is_empty() && major != "1" && !major.starts_with('0') && major.bytes().all(|byte| byte.is_ascii_digit())
}

/// An address of the web, absolute and without user information, or path-absolute (`/…`, not `//`).
pub(super) fn is_url(text: &str) -> bool {
    let whole = match text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) {
        Some(rest) => {
            let host = rest.split('/').next().unwrap_or_default();
            !host.is_empty() && !host.contains('@')
        }
        None => text.starts_with('/') && !text.starts_with("//"),
    };
    whole && !text.contains(|c| c == '\\' || is_blank(c) || is_hidden(c))
}

/// An address of the web, or one to write to: `mailto:desk@example.org`.
pub(super) fn is_contact(text: &str) -> bool {
    match text.strip_prefix("mailto:") {
        Some(rest) => {
            let (name, host) = rest.split_once('@').unwrap_or_default();
            !name.is_empty()
                && !host.is_empty()
                && !host.contains('@')
                && !rest.contains(|c| c == '?' || c == '&' || is_blank(c) || is_hidden(c))
        }
        None => is_url(text),
    }
}

/// 64 lower-case hexadecimal digits.
pub(super) fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A path below the dossier, `/` between folders; no part begins with a dot.
pub(super) fn is_path(text: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    text.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && part.bytes().all(inside))
}

/// The `id` of an element.
pub(super) fn is_element(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'.' | b'-'))
}

/// A length of time: `PT1H57M`.
pub(super) fn is_duration(text: &str) -> bool {
    Duration::parse(text).is_some()
}

/// A date, with a time of day or without.
pub(super) fn is_date(text: &str) -> bool {
    Date::parse(text).is_some_and(|date| date.year.is_some())
}

/// A date, or a time of day alone: `T15:00`.
pub(super) fn is_when(text: &str) -> bool {
    Date::parse(text).is_some()
}

/// Minutes ahead of UTC: `Z`, `+01:00`.
pub(super) fn zone(text: &str) -> Option<i16> {
    // A clock before it makes a time of day, whose offset is read already.
    let clock = ["T00:00", text].concat();
    Date::parse(&clock)?.time?.offset.filter(|_| text.len() == 6 || text == "Z")
}

/// An offset: `+01:00`.
pub(super) fn is_zone(text: &str) -> bool {
    zone(text).is_some()
}

/// A moment as RFC 3339 has it: date and time with offset, a fraction of a second and a leap second allowed.
pub(super) fn is_moment(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        let pair = bytes.get(from..from + 2)?;
        pair.iter().all(u8::is_ascii_digit).then(|| (pair[0] - b'0') * 10 + pair[1] - b'0')
    };
    let up_to = |from: usize, most: u8| digits(from).is_some_and(|number| number <= most);
    let mark = |at: usize, marks: &[u8]| bytes.get(at).is_some_and(|byte| marks.contains(byte));
    let clock = mark(10, b"Tt") && up_to(11, 23) && mark(13, b":") && up_to(14, 59) && mark(16, b":") && up_to(17, 60);
    // All that stands before is ASCII, or the tests above fail: the slice can't split a character.
    if !clock || !text.get(..10).is_some_and(|day| day.len() == 10 && is_date(day)) {
        return false;
    }
    let mut at = 19;
    if mark(at, b".") {
        at += 1;
        let fraction = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if fraction == 0 {
            return false;
        }
        at += fraction;
    }
    match bytes.len() - at {
        1 => mark(at, b"Zz"),
        6 => mark(at, b"+-") && up_to(at + 1, 23) && mark(at + 3, b":") && up_to(at + 4, 59),
        _ => false,
    }
}

/// A reverse domain name: `org.example.cms`.
#[cfg(feature = "editor")]
pub(super) fn is_domain(text: &str) -> bool {
    let mut parts = text.split('.');
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    parts.next().is_some_and(|first| !first.is_empty() && first.bytes().all(plain))
        && text.contains('.')
        && parts.all(|part| !part.is_empty() && part.bytes().all(|byte| plain(byte) || byte == b'-'))
}

/// Characters that show nothing, or that turn the direction of what follows: words with them are not what they
/// seem. Tab, line feed, carriage return, the joiners and the direction marks are let through: Persian, Indic
/// and Arabic texts need them.
pub(super) fn is_hidden(c: char) -> bool {
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
    for c in name.chars() {
        let between = c.is_ascii() && !c.is_ascii_alphanumeric()
            || matches!(c, '\u{A0}' | '¡' | '«' | '·' | '»' | '¿' | '\u{2000}'..='\u{206F}')
            || matches!(c, '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{301F}' | '・');
        if !between {
            key.push(c.to_ascii_lowercase());
        } else if !key.is_empty() && !key.ends_with('-') {
            key.push('-');
        }
    }
    if key.ends_with('-') {
        key.pop();
    }
    if key.is_empty() { name.to_owned() } else { key }
}

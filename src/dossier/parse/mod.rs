//! From text to a tree with positions, for editors. A reader's page has its browser for that.

mod json;
mod toml;

pub(crate) use self::json::parse_data;
pub use self::json::parse_json;
pub use self::toml::parse_toml;

use super::{Fault, Kind, MAX_BYTES, MAX_DEPTH, Place, Reason, Span};

/// Where a byte of a text stands: line and column in characters, both from 1.
pub fn line_column(text: &str, byte: usize) -> (u32, u32) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (line as u32, before[start..].chars().count() as u32 + 1)
}

/// Faults a text that is too long or too deep to be parsed without risk.
fn within_limits(text: &str) -> Result<(), Fault> {
    if text.len() > MAX_BYTES {
        let message = "The dossier is larger than 256 KiB: split the story, or shorten the quotes.";
        return Err(fault(0..text.len(), Kind::TooLarge, message.to_owned()));
    }
    match deeper(text, MAX_DEPTH) {
        Some(at) => Err(too_deep(at..at + 1)),
        None => Ok(()),
    }
}

/// The byte at which a text goes deeper than this. Brackets are counted outside of strings and comments, which both
/// formats mark nearly alike: JSON has no `'` and no `#` elsewhere.
fn deeper(text: &str, levels: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') => at += string(&bytes[at..], quote),
            b'#' => at += bytes[at..].iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len() - at),
            b'[' | b'{' => {
                depth += 1;
                if depth > levels {
                    return Some(at);
                }
                at += 1;
            }
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            _ => at += 1,
        }
    }
    None
}

/// How many bytes the string at the start of a text takes, quotes included.
fn string(text: &[u8], quote: u8) -> usize {
    let width = if text.starts_with(&[quote; 3]) { 3 } else { 1 };
    let mut at = width;
    while at < text.len() && !text[at..].starts_with(&[quote; 3][..width]) {
        // Strings of one line end with it even if nothing closes them: the parser will say so.
        if width == 1 && text[at] == b'\n' {
            return at;
        }
        at += if quote == b'"' && text[at] == b'\\' { 2 } else { 1 };
    }
    (at + width).min(text.len())
}

fn too_deep(range: std::ops::Range<usize>) -> Fault {
    fault(range, Kind::TooDeep, "This is nested more than 16 levels deep: no dossier is.".to_owned())
}

fn fault(range: std::ops::Range<usize>, kind: Kind, message: String) -> Fault {
    let reason = if kind == Kind::Syntax { Reason::Broken } else { Reason::TooLarge };
    Fault::new(Place { path: String::new(), span: span(range) }, reason, true, kind, message)
}

/// A span of a text that is [`within_limits`].
fn span(range: std::ops::Range<usize>) -> Span {
    Span { start: range.start as u32, end: range.end as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns() {
        let text = "ab\r\n한글 c\n";
        let check = |byte, expected| assert_eq!(line_column(text, byte), expected, "{byte}");
        check(0, (1, 1));
        check(2, (1, 3));
        check(4, (2, 1));
        check(7, (2, 2));
        check(11, (2, 4));
        check(13, (3, 1));
        // Past the end, or inside a character: the end.
        check(99, (3, 1));
        check(5, (3, 1));
    }

    #[test]
    fn size_and_depth() {
        let reason = |result: Result<_, Fault>| result.err().map(|fault| fault.reason());
        let json = |text: &str| reason(parse_json(text));
        let toml = |text: &str| reason(parse_toml(text));
        let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(json(&deep(MAX_DEPTH)), None);
        assert_eq!(json(&deep(MAX_DEPTH + 1)), Some(Reason::TooLarge));
        assert_eq!(json(&deep(100_000)), Some(Reason::TooLarge));
        // Brackets in strings are words.
        let quoted = format!("[\"{}\\\"{}\"]", "[".repeat(99), "{".repeat(99));
        assert_eq!(json(&quoted), None);
        assert_eq!(json(&format!("\"{}\"", "x".repeat(MAX_BYTES - 2))), None);
        assert_eq!(json(&format!("\"{}\"", "x".repeat(MAX_BYTES - 1))), Some(Reason::TooLarge));

        // The document is the first level.
        assert_eq!(toml(&format!("a = {}", deep(MAX_DEPTH - 1))), None);
        assert_eq!(toml(&format!("a = {}", deep(MAX_DEPTH))), Some(Reason::TooLarge));
        assert_eq!(toml(&format!("a = {}", deep(100_000))), Some(Reason::TooLarge));
        let dotted = |depth: usize| vec!["a"; depth].join(".") + " = 1";
        assert_eq!(toml(&dotted(MAX_DEPTH)), None);
        assert_eq!(toml(&dotted(MAX_DEPTH + 1)), Some(Reason::TooLarge));
        assert!(toml(&dotted(100_000)).is_some());
        // Both at once: as deep as the parser itself lets it be.
        let inline = format!("{} = {{ ", vec!["a"; 79].join("."));
        assert!(toml(&(inline.repeat(14) + "a = 1" + &" }".repeat(14))).is_some());
        for quoted in ["'[[['", "\"[[[\\\"[[\"", "\"\"\"\n[[[\"[[\\\"\"\"\"", "'''\n[[[''", "# [[["] {
            let text = format!("a = {quoted}{} # [[[[[[", if quoted.starts_with("'''") { "'''" } else { "" });
            let text = if quoted.starts_with('#') { text.replacen("a = ", "a = 1 ", 1) } else { text };
            assert_eq!(toml(&text.replace("[[[", &"[".repeat(30))), None, "{text}");
        }
    }
}

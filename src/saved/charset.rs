//! A page's bytes as text, and back.

use super::{parse, select};
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::error::Error;
use std::fmt;

/// A page as text. A byte order mark is its first character.
pub struct Decoded {
    /// What it says.
    pub text: String,
    encoding: &'static Encoding,
}

/// How many bytes a browser looks through for the encoding.
const HEAD: usize = 1024;

/// Why the bytes of a page are no text. Says in one sentence what to do.
#[derive(Debug)]
pub struct NotText(Why);

#[derive(Debug)]
enum Why {
    /// The first byte that is none, its line, and whether the page says that it is UTF-8.
    NotUtf8 { byte: usize, line: usize, declared: bool },
    /// It is not what it says.
    NotAsDeclared(&'static str),
    /// It is what browsers refuse to read.
    Forbidden,
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match &self.0 {
            Why::NotUtf8 { byte, line, declared: true } => {
                write!(f, "it says that it is UTF-8, and byte {byte}, in line {line}, is not: save it as UTF-8")
            }
            Why::NotUtf8 { byte, line, declared: false } => write!(
                f,
                "it does not say its encoding, and byte {byte}, in line {line}, is not UTF-8: save it as UTF-8, or name \
                 its encoding in <meta charset>"
            ),
            Why::NotAsDeclared(name) => write!(f, "it says that it is {name}, and is not: save it as UTF-8"),
            Why::Forbidden => {
                write!(f, "it says that it is in an encoding that browsers do not read: save it as UTF-8")
            }
        }
    }
}

impl Error for NotText {}

impl Decoded {
    /// Reads a page in the encoding that it says: by its byte order mark, else in a `meta` of its first kilobyte; else
    /// it has to be UTF-8.
    ///
    /// # Errors
    /// If it is not in that encoding.
    pub fn read(bytes: &[u8]) -> Result<Self, NotText> {
        let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
        let declared = marked.or_else(|| declared(&bytes[..bytes.len().min(HEAD)]));
        let encoding = declared.unwrap_or(UTF_8);
        if encoding == REPLACEMENT {
            return Err(NotText(Why::Forbidden));
        }
        if encoding == UTF_8 {
            let text = std::str::from_utf8(bytes).map_err(|error| {
                let byte = error.valid_up_to();
                let line = bytes[..byte].iter().filter(|&&byte| byte == b'\n').count() + 1;
                NotText(Why::NotUtf8 { byte, line, declared: declared.is_some() })
            })?;
            return Ok(Decoded { text: text.into(), encoding });
        }
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        let text = text.ok_or(NotText(Why::NotAsDeclared(encoding.name())))?.into_owned();
        Ok(Decoded { text, encoding })
    }

    /// What its encoding is called.
    pub fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// Bytes of another text in its encoding. What that lacks becomes a character reference.
    pub fn write(&self, text: &str) -> Vec<u8> {
        let units = || text.encode_utf16();
        match self.encoding {
            // What forms send is never UTF-16, and so the crate does not write it.
            it if it == UTF_16LE => units().flat_map(u16::to_le_bytes).collect(),
            it if it == UTF_16BE => units().flat_map(u16::to_be_bytes).collect(),
            it => it.encode(text).0.into_owned(),
        }
    }
}

/// The encoding that a page's head says it has.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    if !head.windows(7).any(|word| word.eq_ignore_ascii_case(b"charset")) {
        return None;
    }
    let document = parse(&WINDOWS_1252.decode_without_bom_handling(head).0, true).ok()?;
    let label = select(&document, "meta").find_map(|meta| {
        let by_type = || {
            let is_type = meta.attr("http-equiv")?.eq_ignore_ascii_case("content-type");
            meta.attr("content").filter(|_| is_type).and_then(charset_of)
        };
        meta.attr("charset").or_else(by_type)
    })?;
    // Read byte by byte, it can't have been written in two.
    let encoding = Encoding::for_label(label.as_bytes())?;
    Some(if encoding == REPLACEMENT { encoding } else { encoding.output_encoding() })
}

/// What a media type says after `charset=`.
fn charset_of(media_type: &str) -> Option<&str> {
    let at = media_type.to_ascii_lowercase().find("charset")? + "charset".len();
    let value = media_type[at..].trim_start().strip_prefix('=')?.trim_start();
    let quoted = value.chars().next().filter(|&c| c == '"' || c == '\'');
    match quoted {
        Some(quote) => value[1..].split(quote).next(),
        None => value.split(|c: char| c == ';' || c.is_ascii_whitespace()).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn read_and_written_back() {
        let check = |bytes: &[u8], expected: &str| {
            let decoded = Decoded::read(bytes).unwrap_or_else(|why| panic!("{bytes:?}: {why}"));
            assert!(decoded.text.ends_with(expected), "{:?}", decoded.text);
            assert_eq!(decoded.write(&decoded.text), bytes);
        };
        check("é".as_bytes(), "é");
        check("\u{feff}é".as_bytes(), "é");
        check("<meta charset=UTF-8>é".as_bytes(), "é");
        check(b"<meta charset=latin1>\xe9\x93", "é“");
        check(b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset = \"windows-1251\"'>\xe9", "й");
        check(b"<meta charset=shift_jis>\x93\xfa", "日");
        check(b"<meta charset=gbk>\xc8\xd5", "日");
        check(b"<!-- <meta charset=latin1> -->\xc3\xa9", "é");
        check(b"<meta charset=nonsense>\xc3\xa9", "é");
        check(b"<meta charset=utf-16>\xc3\xa9", "é");
        check(b"\xff\xfea\0\x3d\xd8\0\xde", "a😀");
        check(b"\xfe\xff\0a\xd8\x3d\xde\0", "a😀");
        // The mark counts, not the word.
        check(b"\xef\xbb\xbf<meta charset=latin1>\xc3\xa9", "é");
    }

    #[test]
    fn refused() {
        let check = |bytes: &[u8], expected: &str| {
            let why = Decoded::read(bytes).err().map(|why| why.to_string()).unwrap_or_default();
            assert!(why.starts_with(expected), "{bytes:?}: {why}");
        };
        check(b"a\nb\xe9", "it does not say its encoding, and byte 3, in line 2, is not UTF-8:");
        check(b"<meta charset=utf-8>\xe9", "it says that it is UTF-8, and byte 20, in line 1, is not:");
        check(b"<meta charset=shift_jis>\x93", "it says that it is Shift_JIS, and is not:");
        check(b"\xff\xfea\0b", "it says that it is UTF-16LE, and is not:");
        check(b"\xff\xfe\0\xd8a\0", "it says that it is UTF-16LE, and is not:");
        check(b"<meta charset=iso-2022-kr>a", "it says that it is in an encoding that browsers do not read:");
    }

    #[test]
    fn what_the_encoding_lacks() {
        let decoded = Decoded::read(b"<meta charset=latin1>").unwrap();
        assert_eq!(decoded.write("é 日"), b"\xe9 &#26085;");
    }
}

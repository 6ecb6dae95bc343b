//! A page's bytes as text, and back.

use super::refusal::{Refusal, Why};
use crate::saved::{parse, select};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A page as text. A byte order mark is its first character.
pub struct Decoded {
    pub text: String,
    encoding: &'static Encoding,
}

/// How many bytes a browser looks through for the encoding.
const HEAD: usize = 1024;

impl Decoded {
    /// Reads a page in the encoding that it says: by its byte order mark, else in a `meta` of its first kilobyte; else
    /// it has to be UTF-8.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
        let declared = marked.or_else(|| declared(&bytes[..bytes.len().min(HEAD)]));
        let encoding = declared.unwrap_or(UTF_8);
        let name = encoding.name();
        if encoding.output_encoding() != encoding {
            return Err(Why::NotWritten(name).into());
        }
        if encoding == UTF_8 {
            let text = std::str::from_utf8(bytes).map_err(|error| {
                let byte = error.valid_up_to();
                let line = bytes[..byte].iter().filter(|&&byte| byte == b'\n').count() + 1;
                Why::NotUtf8 { byte, line, declared: declared.is_some() }
            })?;
            return Ok(Decoded { text: text.into(), encoding });
        }
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        let decoded = Decoded { text: text.ok_or(Why::NotAsDeclared(name))?.into_owned(), encoding };
        if decoded.write(&decoded.text) != bytes {
            return Err(Why::NotReversible(name).into());
        }
        Ok(decoded)
    }

    /// Bytes of another text in its encoding. What that lacks becomes a character reference.
    pub fn write(&self, text: &str) -> Vec<u8> {
        self.encoding.encode(text).0.into_owned()
    }
}

/// The encoding that a page's head says it has.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    if !head.windows(7).any(|word| word.eq_ignore_ascii_case(b"charset")) {
        return None;
    }
    let document = parse(&WINDOWS_1252.decode_without_bom_handling(head).0, true);
    let label = select(&document, "meta").find_map(|meta| {
        let by_type = || {
            let is_type = meta.attr("http-equiv")?.eq_ignore_ascii_case("content-type");
            meta.attr("content").filter(|_| is_type).and_then(charset_of)
        };
        meta.attr("charset").or_else(by_type)
    })?;
    // Read byte by byte, it can't have been written in two.
    let encoding = Encoding::for_label(label.as_bytes())?;
    Some(if encoding.is_ascii_compatible() { encoding } else { encoding.output_encoding() })
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
        check(b"\xff\xfea\0", "it is UTF-16LE, which is read only:");
        // Two ways of writing one sign: only one comes back.
        check(b"<meta charset=shift_jis>\x87\x90", "as Shift_JIS it would not be written back byte for byte:");
    }

    #[test]
    fn what_the_encoding_lacks() {
        let decoded = Decoded::read(b"<meta charset=latin1>").unwrap();
        assert_eq!(decoded.write("é 日"), b"\xe9 &#26085;");
    }
}

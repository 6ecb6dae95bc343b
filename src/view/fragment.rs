//! Links: to the words in a source (text fragments), and within the page.

use crate::dossier::{Dossier, Selector, Source, SourceState};

/// Longest quote, in characters, that is linked to word for word; a longer one is linked to by both its ends.
const LONGEST: usize = 300;
/// Shortest quote, in characters, that needs no words around it to be found.
const SHORTEST: usize = 20;
/// How many words stand for an end of a long quote.
const END_WORDS: usize = 5;
/// How many words are taken from either side of a short quote.
const CONTEXT_WORDS: usize = 3;

/// Where a reader finds a source: its page, or the archived copy (`true`) where the page is gone or was never known.
/// `None` where no address is known, or none that a browser should follow.
pub(super) fn address(source: &Source) -> Option<(&str, bool)> {
    let url = source.url.as_deref().filter(|_| source.state != SourceState::Unavailable).map(|url| (url, false));
    url.or(source.archived.as_deref().map(|url| (url, true))).filter(|(url, _)| is_safe(url))
}

/// Whether a browser may follow it: a page, a mail address, or a path of this site. Never `javascript:`.
pub(super) fn is_safe(url: &str) -> bool {
    let starts = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    starts("https://") || starts("http://") || starts("mailto:") || starts("/") && !starts("//")
}

/// Scheme and host of an address of the web, on which what that page or file names by a path alone is: the host alone,
/// `//cdn.example`, where the scheme is the page's; empty for an address without a host, which is on the page's own.
pub fn origin(address: &str) -> &str {
    if !address.starts_with("https://") && !address.starts_with("http://") && !address.starts_with("//") {
        return "";
    }
    let mut slashes = 0;
    let ends = |byte| {
        slashes += usize::from(byte == b'/');
        slashes > 2 || byte == b'?'
    };
    let end = address.bytes().position(ends);
    address.get(..end.unwrap_or(address.len())).unwrap_or_default()
}

/// An address at the words of a quote, `url#:~:text=…`, by the rules of the Text Fragments specification; the plain
/// address where the words can't be named safely.
pub(super) fn at_words(url: &str, quote: &Selector) -> String {
    let mut out = String::from(url);
    let mut exact = words(&quote.exact);
    // A browser finds whole words only, so a word that the quote cuts through is left out.
    let is_cut = |a: Option<char>, b: Option<char>| matches!((a, b), (Some(a), Some(b)) if in_word(a) && in_word(b));
    if is_cut(quote.prefix.chars().next_back(), quote.exact.chars().next()) {
        exact.remove(0);
    }
    if is_cut(quote.exact.chars().next_back(), quote.suffix.chars().next()) {
        exact.pop();
    }
    if exact.is_empty() {
        return out;
    }
    out.push_str(if url.contains('#') { ":~:text=" } else { "#:~:text=" });
    // In characters: bytes but for those that go on with one.
    let length = quote.exact.bytes().filter(|byte| byte & 0xC0 != 0x80).count();
    if length > LONGEST && exact.len() > 2 * END_WORDS {
        encode(&exact[..END_WORDS], &mut out);
        out.push(',');
        encode(&exact[exact.len() - END_WORDS..], &mut out);
        return out;
    }
    // Context may be cut within its outermost word, which is then no word to find.
    let (before, after) = (words(&quote.prefix), words(&quote.suffix));
    if length < SHORTEST && before.len() > 1 {
        encode(&before[1.max(before.len().saturating_sub(CONTEXT_WORDS))..], &mut out);
        out.push_str("-,");
    }
    encode(&exact, &mut out);
    if length < SHORTEST && after.len() > 1 {
        out.push_str(",-");
        encode(&after[..CONTEXT_WORDS.min(after.len() - 1)], &mut out);
    }
    out
}

fn words(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(rest.len());
        if end > 0 {
            out.extend(rest.get(..end));
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    out
}

/// Whether a character stands within a word, in scripts that part words by spaces: of others a browser finds words by
/// dictionary. Coarse, since the tables of Unicode would cost more than all links: letters and digits of ASCII, and of
/// the rest what is no punctuation.
fn in_word(c: char) -> bool {
    let is_apart = matches!(c, '\u{80}'..='\u{bf}' | '\u{e00}'..='\u{eff}' | '\u{2000}'..='\u{abff}' | '\u{f900}'..);
    c.is_ascii_alphanumeric() || !c.is_ascii() && !is_apart
}

/// Percent-encodes words, parted by spaces: all but what the specification lets stand; `-`, `,` and `&` are part of its
/// grammar.
fn encode(words: &[&str], out: &mut String) {
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            out.push_str("%20");
        }
        for byte in word.bytes() {
            if byte.is_ascii_alphanumeric() || b"!$'()*+./:;=?@_~".contains(&byte) {
                out.push(char::from(byte));
            } else {
                out.push('%');
                for half in [byte >> 4, byte & 15] {
                    out.push(char::from(if half < 10 { b'0' + half } else { b'A' - 10 + half }));
                }
            }
        }
    }
}

/// `variorum-DOSSIER.CLAIM`: the id of a claim in the evidence. With an empty claim, of the evidence itself.
pub fn fragment_id(dossier: &Dossier, claim: &str) -> String {
    let mut id = String::from("variorum-");
    id.push_str(&dossier.id);
    if !claim.is_empty() {
        id.push('.');
        id.push_str(claim);
    }
    id
}

/// The id of a claim's mark, where marks are links.
pub(super) fn mark_id(dossier: &Dossier, claim: &str) -> String {
    fragment_id(dossier, claim) + ".mark"
}

/// A link to it.
pub(super) fn link_to(dossier: &Dossier, claim: &str) -> String {
    String::from("#") + &fragment_id(dossier, claim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links() {
        let check = |prefix: &str, exact: &str, suffix: &str, expected: &str| {
            let quote = Selector { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() };
            assert_eq!(at_words("https://a.example/p", &quote), format!("https://a.example/p{expected}"), "{exact}");
        };
        check(
            "",
            "a power failure that lasted two hours",
            "",
            "#:~:text=a%20power%20failure%20that%20lasted%20two%20hours",
        );
        // Characters of the grammar, and curly quotes as they are.
        check(
            "",
            "well-known, “said” & done 100 %",
            "",
            "#:~:text=well%2Dknown%2C%20%E2%80%9Csaid%E2%80%9D%20%26%20done%20100%20%25",
        );
        // Short: with words around, but none that the context may have cut.
        check(
            "cut tied up eight of the ",
            "ten assailants",
            ", all masked men fr",
            "#:~:text=eight%20of%20the-,ten%20assailants,-%2C%20all%20masked",
        );
        check("cut ", "ten", " me", "#:~:text=ten");
        // Long: both ends.
        let long = "one two three four five ".repeat(14) + "six";
        check("", &long, "", "#:~:text=one%20two%20three%20four%20five,two%20three%20four%20five%20six");
        // Cut words: a Korean particle follows.
        check(
            "약 ",
            "네 시간 동안 억류된 직원",
            "들은",
            "#:~:text=네%20시간%20동안%20억류된"
                .replace('네', "%EB%84%A4")
                .replace("시간", "%EC%8B%9C%EA%B0%84")
                .replace("동안", "%EB%8F%99%EC%95%88")
                .replace("억류된", "%EC%96%B5%EB%A5%98%EB%90%9C")
                .as_str(),
        );
        check("hos", "tage", "s", "");
        check("", "", "", "");
        let with_id = at_words(
            "https://a.example/p#top",
            &Selector { exact: "two words and a few more".into(), ..Default::default() },
        );
        assert_eq!(with_id, "https://a.example/p#top:~:text=two%20words%20and%20a%20few%20more");
    }

    #[test]
    fn origins() {
        let check = |address: &str, expected: &str| assert_eq!(origin(address), expected, "{address}");
        check("https://cdn.example/dossiers/tram.json", "https://cdn.example");
        check("http://cdn.example:8080/tram.json?v=2#x", "http://cdn.example:8080");
        check("https://cdn.example", "https://cdn.example");
        check("https://cdn.example?tram=/1", "https://cdn.example");
        check("//cdn.example/dossiers/tram.json", "//cdn.example");
        check("//cdn.example:8080?tram", "//cdn.example:8080");
        for own in [
            "",
            "/",
            "/tram.json",
            "/dossiers//tram.json",
            "tram.json",
            "../https://cdn.example/tram.json",
            "data:,x",
            "http/x",
            "httpß://x",
        ] {
            check(own, "");
        }
    }

    #[test]
    fn safe() {
        for url in ["https://a.example/", "HTTP://a.example", "mailto:desk@a.example", "/reports/1"] {
            assert!(is_safe(url), "{url}");
        }
        for url in ["javascript:alert(1)", " javascript:x", "data:text/html,x", "//evil.example/", "", "reports/1"] {
            assert!(!is_safe(url), "{url}");
        }
    }
}

//! What a saved page says of itself.

use super::page::select;
use super::parse;
use dom_smoothie::Readability;

/// What is said of a report, as far as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its headline.
    pub title: Option<String>,
    /// The outlet: the site's name, else its host.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub by: Option<String>,
    /// The day on which it appeared, `2019-03-15`.
    pub published: Option<String>,
    /// BCP 47 tag.
    pub lang: Option<String>,
    /// Its canonical address.
    pub url: Option<String>,
}

impl About {
    /// Of HTML: from its JSON-LD, else its `meta` elements, as Readability reads them; the address from its `link`.
    /// Nothing, if its elements stand too deep in one another.
    pub fn html(text: &str) -> Self {
        let Ok(document) = parse(text, true) else { return Self::default() };
        let attribute = |selector: &str, name: &str| {
            let value = select(&document, selector).find_map(|element| element.attr(name).map(str::trim));
            value.filter(|value| !value.is_empty()).map(str::to_owned)
        };
        let said = Readability::new(text, None, None).ok().map(|page| {
            let structured = page.parse_json_ld();
            page.get_article_metadata(structured)
        });
        let said = said.unwrap_or_default();
        let url = attribute("link[rel=canonical]", "href")
            .or_else(|| attribute("meta[property='og:url']", "content"))
            .or(said.url)
            .filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        let lang = attribute("html", "lang").or(said.lang).filter(|lang| is_tag(lang));
        Self {
            title: one_line(Some(said.title)),
            outlet: one_line(said.site_name).or_else(|| url.as_deref().and_then(host).map(str::to_owned)),
            by: one_line(said.byline),
            published: said.published_time.as_deref().and_then(day).map(str::to_owned),
            lang,
            url,
        }
    }
}

/// On one line; nothing of nothing.
fn one_line(text: Option<String>) -> Option<String> {
    let text = text?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// The host of an address, without `www`.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', ':', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

/// The day that a date or a date-time in ISO 8601 begins with.
fn day(date: &str) -> Option<&str> {
    let day = date.trim().get(..10)?;
    let is_day = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_day.then_some(day)
}

/// Whether it looks like a language tag: letters first, then letters, digits and hyphens.
fn is_tag(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: [Option<&str>; 6]) {
        let About { title, outlet, by, published, lang, url } = About::html(html);
        assert_eq!(
            [title, outlet, by, published, lang, url].map(|it| it.unwrap_or_default()),
            expected.map(Option::unwrap_or_default),
            "{html}"
        );
    }

    #[test]
    fn what_pages_say_of_themselves() {
        check(
            "<html lang=en-GB><title>Ferry aground | The Beacon</title><meta property=og:site_name content='The Beacon'>
             <meta property=og:title content='Ferry aground'><meta name=author content='A. Writer'>
             <meta property=article:published_time content='2026-05-02T21:04:00Z'>
             <link rel=canonical href=https://beacon.example/ferry><main>x",
            [
                Some("Ferry aground"),
                Some("The Beacon"),
                Some("A. Writer"),
                Some("2026-05-02"),
                Some("en-GB"),
                Some("https://beacon.example/ferry"),
            ],
        );
        check(
            "<title>Ferry aground</title><link rel=canonical href='https://www.wire.example:443/a'><main>x",
            [Some("Ferry aground"), Some("wire.example"), None, None, None, Some("https://www.wire.example:443/a")],
        );
        // What is no address, no tag and no day is not taken for one.
        check(
            "<html lang='english, mostly'><title>x</title><link rel=canonical href=/a><meta property=article:published_time content='May 2nd, 2026'>",
            [Some("x"), None, None, None, None, None],
        );
    }
}

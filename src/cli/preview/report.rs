//! A report's saved text, as the parts of an article.

/// A saved text, cut into blocks at blank lines.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report<'a> {
    /// The first line, if it stands alone and is as short as a headline.
    pub headline: Option<&'a str>,
    /// The report.
    pub paragraphs: Vec<&'a str>,
    /// What stands in the same file and is not this source's: readers' comments, as a rule.
    pub rest: Vec<&'a str>,
}

/// Longer first lines are text, not headlines. Bytes.
const HEADLINE: usize = 300;

impl<'a> Report<'a> {
    /// Cuts a text. The report is what begins with the words `from` and ends with the words `to`; the whole text, where
    /// they are not there.
    pub fn new(text: &'a str, from: Option<&str>, to: Option<&str>) -> Self {
        let start = from.and_then(|words| text.find(words)).unwrap_or(0);
        let end = to.and_then(|words| Some(start + text[start..].find(words)? + words.len()));
        let end = end.unwrap_or(text.len());
        let mut paragraphs: Vec<_> = blocks(&text[start..end]).collect();
        let is_headline = |block: &&str| block.len() <= HEADLINE && !block.contains('\n');
        let headline = paragraphs.first().copied().filter(is_headline);
        if headline.is_some() {
            paragraphs.remove(0);
        }
        Self { headline, paragraphs, rest: blocks(&text[..start]).chain(blocks(&text[end..])).collect() }
    }
}

/// Runs of lines that are not blank, trimmed.
fn blocks(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let mut end = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim().is_empty() {
                break;
            }
            end += line.len();
        }
        let (block, after) = rest.split_at(end);
        rest = after;
        Some(block.trim_end())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_at_blank_lines() {
        let check = |text: &str, headline: Option<&str>, paragraphs: &[&str]| {
            let report = Report::new(text, None, None);
            assert_eq!(
                (report.headline, report.paragraphs.as_slice(), report.rest.len()),
                (headline, paragraphs, 0),
                "{text:?}"
            );
        };
        check("", None, &[]);
        check("  \n\n", None, &[]);
        check("Head\n\nOne\ntwo\n \t\n\n  Three", Some("Head"), &["One\ntwo", "Three"]);
        check("Head\r\n\r\nOne\r\ntwo\r\n", Some("Head"), &["One\r\ntwo"]);
        check("No head:\nthis goes on\n\nMore", None, &["No head:\nthis goes on", "More"]);
    }

    #[test]
    fn parts_of_a_shared_file() {
        let text = "Head\n\nBody. The end.\n\n2 Responses\n\nI say so!";
        let check = |from: Option<&str>, to: Option<&str>, expected: Report<'_>| {
            assert_eq!(Report::new(text, from, to), expected);
        };
        let report = |headline, paragraphs: &[&'static str], rest: &[&'static str]| Report {
            headline,
            paragraphs: paragraphs.to_vec(),
            rest: rest.to_vec(),
        };
        check(None, Some("The end."), report(Some("Head"), &["Body. The end."], &["2 Responses", "I say so!"]));
        check(Some("2 Responses"), None, report(Some("2 Responses"), &["I say so!"], &["Head", "Body. The end."]));
        check(Some("nowhere"), None, report(Some("Head"), &["Body. The end.", "2 Responses", "I say so!"], &[]));
    }
}

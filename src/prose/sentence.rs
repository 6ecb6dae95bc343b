//! Where sentences begin and end.

use super::language::Language;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of a text, in bytes, without the white space around them. `lang` is its BCP 47 tag.
///
/// They end as Unicode has it (UAX #29), and not after an abbreviation that CLDR lists for the language, nor after the
/// number of a day where that has a point ("22. Februar"). A line break ends none, a blank line always does.
pub fn sentences(text: &str, lang: &str) -> Vec<Range<usize>> {
    let language = Language::of(lang);
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (start, piece) in text.split_sentence_bound_indices() {
        let words = piece.trim();
        let first = start + piece.len() - piece.trim_start().len();
        let span = first..first + words.len();
        match sentences.last_mut().filter(|_| goes_on) {
            _ if words.is_empty() => {}
            Some(last) => last.end = span.end,
            None => sentences.push(span),
        }
        let breaks =
            |end: usize| text[end..].bytes().take_while(u8::is_ascii_whitespace).filter(|byte| *byte == b'\n').count();
        let end = sentences.last().map_or(0, |last| last.end);
        let sentence = &text[sentences.last().map_or(0, |last| last.start)..end];
        let is_cut = !sentence.ends_with(ends) || language.is_some_and(|language| language.is_abbreviation(sentence));
        goes_on = is_cut && breaks(end) < 2;
    }
    sentences
}

/// Whether it ends a sentence, or stands around one that has ended.
fn ends(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '(' | '[')
}

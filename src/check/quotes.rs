//! Whether every quote stands in its source's saved text: word for word, and in one place.

use super::code::Code;
use super::context::{context, stand_beside};
use super::here::Here;
use super::missed::{Codes, lines, quoted};
use super::page::Page;
use super::seek::{Outcome, seek};
use super::texts::{Saved, Texts};
use super::{Check, FillValue};
use crate::anchor::{Found, Kind, Wanted};
use crate::dossier::{Selector, SourceIndex};
use crate::text::Range;

const QUOTE: Codes = Codes {
    absent: Code::QuoteAbsent,
    near: Code::QuoteNear,
    changed: Code::QuoteChanged,
    ambiguous: Code::QuoteAmbiguous,
};

/// Words with their context, as a dossier has them.
pub(super) struct Sought<'a> {
    pub here: Here<'a>,
    pub selector: &'a Selector,
}

impl<'a> Check<'a> {
    pub(super) fn quotes(&mut self, texts: &Texts) {
        let sources: Vec<Here> = self.top.items("sources").collect();
        for (index, here) in sources.into_iter().enumerate() {
            let Some(source) = self.dossier.sources.get(index) else { continue };
            let quotes = self.quotes_of(index);
            self.checked.quotes += quotes.len();
            match &source.file {
                Some(file) => {
                    let text = texts.get(&file.path);
                    self.file(&here, file, text);
                    if let Some(Ok(saved)) = text {
                        let part = self.part(&here, file, &saved.page);
                        let others = texts.iter().filter_map(|(path, text)| Some((path.as_str(), text.as_ref().ok()?)));
                        let others: Vec<_> = others.filter(|(path, _)| *path != file.path).collect();
                        self.quotes_in(&quotes, (&file.path, saved), part, &others);
                    }
                }
                None if !quotes.is_empty() => {
                    let message = format!("{} is quoted, and names no saved text to check that against.", source.name);
                    self.find(Code::NoText, &here, message);
                }
                None => {}
            }
        }
    }

    /// All that is quoted from a source now. (What it said before it was changed stands in no text.)
    fn quotes_of(&self, source: SourceIndex) -> Vec<Sought<'a>> {
        let mut quotes = Vec::new();
        for (claim, here) in self.claims() {
            for (reading, here) in claim.readings.iter().zip(here.items("readings")) {
                if reading.source == source {
                    let each = reading.quotes.iter().zip(here.items("quotes"));
                    quotes.extend(each.map(|(quote, here)| Sought { here, selector: &quote.selector }));
                }
            }
        }
        quotes
    }

    fn quotes_in(
        &mut self,
        quotes: &[Sought],
        (path, saved): (&str, &Saved),
        part: Option<Range>,
        others: &[(&str, &Saved)],
    ) {
        let page = &saved.page;
        let wanted: Vec<_> = quotes.iter().map(|quote| quote.wanted(false, part)).collect();
        let outcomes = seek(page, self.unicode, &wanted);
        for (quote, outcome) in quotes.iter().zip(outcomes) {
            match outcome {
                Outcome::Stands(found) => self.quote_stands(quote, path, page, &found),
                Outcome::Absent => self.quote_absent(quote, path, others),
                other => self.missed(&QUOTE, quote, path, page, &other),
            }
        }
    }

    /// A quote that is where it should be: what stands around it.
    fn quote_stands(&mut self, quote: &Sought, path: &str, page: &Page, found: &Found) {
        let Some(&range) = found.ranges.first() else { return };
        let text = page.index.text(range);
        if found.kind == Kind::Folded && differs_in_case(&quote.selector.exact, &text) {
            let message = format!("{path} has it in other letters, line {}: {}.", page.line(range), quoted(&text));
            self.find(Code::QuoteCapitals, &quote.here.at("exact"), message);
        }
        self.context(quote, page, range, (Code::QuoteContext, path));
        self.cut(quote, path, page, range);
        if let Some((start, end)) = page.code_points(range) {
            let written = |name: &str| quote.here.node.get(name)?.as_number();
            let is_right = written("start") == Some(start as f64) && written("end") == Some(end as f64);
            if !is_right && written("start").is_some() {
                let message = format!("In {path} the quote stands at {start} to {end}, in characters from 0.");
                self.find(Code::QuotePosition, &quote.here.at("start"), message);
            }
            if !is_right {
                self.fill(&quote.here, "start", FillValue::Number(start));
                self.fill(&quote.here, "end", FillValue::Number(end));
            }
        }
    }

    /// Finds context that is not that of the place, and fills in what is not there.
    pub(super) fn context(&mut self, quote: &Sought, page: &Page, range: Range, (code, path): (Code, &str)) {
        let Selector { prefix, suffix, .. } = quote.selector;
        let (before, after) = stand_beside(page, self.unicode, range, prefix, suffix);
        let (there_before, there_after) = context(page, range);
        for (field, written, stands, there) in
            [("prefix", prefix, before, there_before), ("suffix", suffix, after, there_after)]
        {
            if !stands {
                let side = if field == "prefix" { "before" } else { "after" };
                let has = if there.is_empty() { "nothing in its paragraph".into() } else { quoted(&there) };
                let message = format!("Right {side} these words {path} has {has}, not {}.", quoted(written));
                self.find(code, &quote.here.at(field), message);
            }
            if !stands && there.is_empty() {
                self.fill(&quote.here, field, FillValue::Nothing);
            } else if (!stands || written.is_empty()) && !there.trim().is_empty() {
                self.fill(&quote.here, field, FillValue::Words(there));
            }
        }
    }

    /// A quote that stands nowhere in its source's text: perhaps it was taken from another's.
    fn quote_absent(&mut self, quote: &Sought, path: &str, others: &[(&str, &Saved)]) {
        let exact = quote.here.at("exact");
        let wanted = [quote.wanted(false, None)];
        for (other, saved) in others {
            let outcome = seek(&saved.page, self.unicode, &wanted).pop();
            if let Some(Outcome::Stands(Found { ranges, .. }) | Outcome::Several(ranges)) = outcome {
                let message = format!("Not in {path}, but in {other}, {}.", lines(&saved.page, &ranges));
                let help = "Look which source these words are from, and move the quote to its reading.";
                return self.find_with_help(Code::QuoteAbsent, &exact, message, help.into());
            }
        }
        self.find(Code::QuoteAbsent, &exact, format!("Not in {path}, nor anything like it."));
    }
}

impl<'a> Sought<'a> {
    pub fn wanted(&self, all: bool, within: Option<Range>) -> Wanted<'a> {
        Wanted { selector: self.selector, all, within }
    }
}

/// Whether two texts that are one when folded have letters in another case: not the first, which goes with the sentence
/// that a quote is put into.
fn differs_in_case(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).skip(1).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    a != b && a.to_lowercase() == b.to_lowercase()
}

//! Whether every quote stands in its source's saved text: word for word, and in one place.

use super::code::Code;
use super::context::{context, stand_beside};
use super::here::Here;
use super::missed::{Codes, lines, quoted};
use super::page::Page;
use super::seek::{Outcome, seek};
use super::texts::Texts;
use super::{Check, FillValue};
use crate::anchor::{Found, Kind, Wanted};
use crate::dossier::{Claim, Quote, Reading, Selector};
use crate::text::Range;

const QUOTE: Codes = Codes {
    absent: Code::QuoteAbsent,
    near: Code::QuoteNear,
    changed: Code::QuoteChanged,
    ambiguous: Code::QuoteAmbiguous,
};

/// Words with their context, as a dossier has them.
#[derive(Clone)]
pub(super) struct Sought<'a> {
    pub here: Here<'a>,
    pub selector: &'a Selector,
    /// Wherever they stand, not once only.
    pub all: bool,
    /// The part of the text in which they are to stand; `None` for all of it.
    pub within: Option<Range>,
    /// Of a quote: the claim and the reading that it is to prove.
    pub proves: Option<(&'a Claim, &'a Reading)>,
}

/// All that a source is quoted with.
#[derive(Clone, Default)]
struct Quotes<'a> {
    /// What it says.
    now: Vec<Sought<'a>>,
    /// What it said before it changed its text.
    was: Vec<Sought<'a>>,
}

/// The quotes of a reading, or of what that was, whose place is `here`.
fn sought<'a>(
    quotes: &'a [Quote],
    here: &Here<'a>,
    proves: Option<(&'a Claim, &'a Reading)>,
) -> impl Iterator<Item = Sought<'a>> {
    let sought = move |(quote, here): (&'a Quote, _)| Sought {
        here,
        selector: &quote.selector,
        all: false,
        within: None,
        proves,
    };
    quotes.iter().zip(here.items("quotes")).map(sought)
}

impl<'a> Check<'a> {
    pub(super) fn quotes(&mut self, texts: &Texts) {
        let written = self.top.clone();
        let sources = self.dossier.sources.iter().zip(written.items("sources"));
        for ((source, here), Quotes { mut now, mut was }) in sources.zip(self.all_quotes()) {
            self.checked.quotes += now.len();
            match &source.file {
                Some(file) => {
                    let text = texts.get(&file.path);
                    self.file(&here, file, text);
                    if let Some(Ok(saved)) = text {
                        let within = self.part(&here, file, &saved.page);
                        now.iter_mut().chain(&mut was).for_each(|quote| quote.within = within);
                        self.quotes_in(&now, &file.path, &saved.page, texts);
                        self.stands_still(&was, &file.path, &saved.page);
                    }
                }
                None if !now.is_empty() => {
                    let message = format!("{} is quoted, and names no saved text to check that against.", source.name);
                    self.find(Code::NoText, &here, message);
                }
                None => {}
            }
        }
    }

    /// All that is quoted, by source.
    fn all_quotes(&self) -> Vec<Quotes<'a>> {
        let mut quotes = vec![Quotes::default(); self.dossier.sources.len()];
        for (claim, here) in self.claims() {
            for (reading, here) in claim.readings.iter().zip(here.items("readings")) {
                let Some(of_source) = quotes.get_mut(reading.source) else { continue };
                of_source.now.extend(sought(&reading.quotes, &here, Some((claim, reading))));
                for (was, here) in reading.was.iter().zip(here.items("was")) {
                    of_source.was.extend(sought(&was.quotes, &here, None));
                }
            }
        }
        quotes
    }

    fn quotes_in(&mut self, quotes: &[Sought], path: &str, page: &Page, texts: &Texts) {
        let outcomes = seek(page, self.unicode, quotes);
        for (quote, outcome) in quotes.iter().zip(outcomes) {
            match outcome {
                Outcome::Stands(found) => self.quote_stands(quote, path, page, &found),
                Outcome::Absent => self.quote_absent(quote, path, page, texts),
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
    fn quote_absent(&mut self, quote: &Sought, path: &str, page: &Page, texts: &Texts) {
        let anywhere = [Sought { within: None, ..quote.clone() }];
        for (other, text) in texts {
            let Ok(saved) = text else { continue };
            let outcome = seek(&saved.page, self.unicode, &anywhere).pop();
            if let Some(Outcome::Stands(Found { ranges, .. }) | Outcome::Several(ranges)) = outcome {
                let part = if other == path { "this source's part of " } else { "" };
                let message = format!("Not in {part}{path}, but in {other}, {}.", lines(&saved.page, &ranges));
                let help = "Look which source these words are from, and move the quote to its reading.";
                return self.find_with_help(Code::QuoteAbsent, &quote.here.at("exact"), message, help.into());
            }
        }
        self.missed(&QUOTE, quote, path, page, &Outcome::Absent);
    }
}

impl<'a> Sought<'a> {
    pub fn wanted(&self) -> Wanted<'a> {
        Wanted { selector: self.selector, all: self.all, within: self.within }
    }
}

/// Whether two texts that are one when folded have letters in another case: not the first, which goes with the sentence
/// that a quote is put into.
fn differs_in_case(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).skip(1).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    a != b && a.to_lowercase() == b.to_lowercase()
}

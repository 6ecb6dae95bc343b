//! A search in steps, for pages that must not be held up.

use super::grams::Grams;
use super::near::{self, Votes};
use super::scan::Automaton;
use super::{Found, Refused, Wanted, exact};
use crate::dossier::Selector;
use crate::text::{Builder, Index, Range, Unicode};

/// Bytes of folded text read between two questions whether to pause: some ten microseconds.
pub(super) const STRIDE: usize = 2048;

/// What a search asks of the page that it runs in. `()` never pauses and sees everything.
pub trait Host {
    /// Whether to stop for now. Asked every few dozen microseconds.
    fn pauses(&mut self) -> bool {
        false
    }

    /// Whether a reader sees what stands there. Asked only where nothing else tells places apart.
    fn sees(&mut self, range: Range) -> bool {
        let _ = range;
        true
    }
}

impl Host for () {}

/// Words wanted, folded.
pub(super) struct Quote {
    /// As they were given.
    pub selector: Selector,
    pub all: bool,
    pub within: Option<Range>,
    /// The words, with the way back.
    pub index: Index,
    pub prefix: String,
    pub suffix: String,
}

impl Quote {
    pub fn new(builder: &mut Builder, &Wanted { selector, all, within }: &Wanted) -> Self {
        Quote {
            index: builder.indexed(&selector.exact),
            prefix: builder.folded(&selector.prefix),
            suffix: builder.folded(&selector.suffix),
            selector: selector.clone(),
            all,
            within,
        }
    }

    /// The words, folded.
    pub fn exact(&self) -> &str {
        self.index.folded()
    }
}

/// A search under way. It owns what it needs, so that it can rest while its page goes on.
pub struct Search {
    quotes: Vec<Quote>,
    answers: Vec<Option<Result<Found, Refused>>>,
    /// Where a quote stands exactly, yet not in its context, which may stand elsewhere around what became of it.
    spare: Vec<Option<Found>>,
    automaton: Automaton,
    /// Where the quotes end in the text, by needle of the automaton.
    ends: Vec<Vec<usize>>,
    /// How much of the text has been read; `None` before the first step.
    read: Option<usize>,
    /// How many quotes have been judged by where they stand exactly, and how many nearly.
    judged: usize,
    neared: usize,
    grams: Grams,
    votes: Votes,
}

impl Search {
    /// A search for `wanted`; `unicode` must be of the kind that the index will have been built with.
    pub fn new(unicode: &mut dyn Unicode, wanted: &[Wanted]) -> Self {
        let mut builder = Index::builder(unicode);
        let mut quotes = Vec::with_capacity(wanted.len());
        // Sorted as they come: the library's sort takes 4.8 KB of a reader's bundle, more than all of this room.
        let mut needles: Vec<String> = Vec::new();
        for wanted in wanted {
            let quote = Quote::new(&mut builder, wanted);
            if let Err(at) = needles.binary_search_by(|needle| needle.as_str().cmp(quote.exact()))
                && !quote.exact().is_empty()
            {
                needles.insert(at, quote.exact().into());
            }
            quotes.push(quote);
        }
        Search {
            answers: vec![None; quotes.len()],
            spare: vec![None; quotes.len()],
            ends: vec![Vec::new(); needles.len()],
            automaton: Automaton::new(needles),
            quotes,
            read: None,
            judged: 0,
            neared: 0,
            grams: Grams::default(),
            votes: Votes::default(),
        }
    }

    /// Goes on until all is answered, which is `true`, or the host pauses, which it is asked after each bit of work.
    /// `index` must be the same each time.
    pub fn advance(&mut self, index: &Index, host: &mut dyn Host) -> bool {
        self.read(index, host) && self.judge_exactly(index, host) && self.judge_nearly(index, host)
    }

    /// Reads the text, once for all quotes.
    fn read(&mut self, index: &Index, host: &mut dyn Host) -> bool {
        let (text, stretch) = (index.folded().as_bytes(), self.stretch(index));
        let mut at = self.read.unwrap_or(stretch.start);
        while at < stretch.end {
            let end = (at + STRIDE).min(stretch.end);
            let ends = &mut self.ends;
            self.automaton.read(&text[at..end], |needle, read| ends[needle].push(at + read));
            (at, self.read) = (end, Some(end));
            if host.pauses() {
                return false;
            }
        }
        true
    }

    /// Answers what stands exactly, and in its context.
    fn judge_exactly(&mut self, index: &Index, host: &mut dyn Host) -> bool {
        while let Some(quote) = self.quotes.get(self.judged) {
            let answer = match self.automaton.needle(quote.exact()) {
                Some(needle) => {
                    let length = quote.exact().len();
                    let starts: Vec<usize> = self.ends[needle].iter().map(|end| end - length).collect();
                    exact::judge(index, quote, &starts, host)
                }
                None => Err(Refused::Absent),
            };
            let nearly = !quote.all && !quote.exact().is_empty();
            self.answers[self.judged] = match answer {
                Ok((found, false)) if nearly => {
                    self.spare[self.judged] = Some(found);
                    None
                }
                Err(Refused::Absent) if nearly => None,
                answer => Some(answer.map(|(found, _)| found)),
            };
            self.judged += 1;
            if host.pauses() {
                return false;
            }
        }
        true
    }

    /// Answers the rest.
    fn judge_nearly(&mut self, index: &Index, host: &mut dyn Host) -> bool {
        while let Some(quote) = self.quotes.get(self.neared) {
            if self.answers[self.neared].is_some() {
                self.neared += 1;
                continue;
            }
            if !self.grams.advance(index.folded(), host) {
                return false;
            }
            let near = near::judge(index, quote, &self.grams, &mut self.votes, host);
            self.answers[self.neared] = Some(match (near, self.spare[self.neared].take()) {
                (Ok((near, true)), Some(spare)) if are_apart(&near, &spare) => Ok(near),
                (_, Some(spare)) => Ok(spare),
                (near, None) => near.map(|(found, _)| found),
            });
            self.neared += 1;
            if host.pauses() {
                return false;
            }
        }
        true
    }

    /// What is known so far, in the order of what was wanted. What stands exactly is known first.
    pub fn answers(&self) -> &[Option<Result<Found, Refused>>] {
        &self.answers
    }

    /// The answers, in the order of what was wanted. What was not reached is absent.
    pub fn finish(self) -> Vec<Result<Found, Refused>> {
        self.answers.into_iter().map(|answer| answer.unwrap_or(Err(Refused::Absent))).collect()
    }

    /// The folded text that need be read: what all are wanted within, or everything.
    fn stretch(&self, index: &Index) -> std::ops::Range<usize> {
        let mut all: Option<std::ops::Range<usize>> = None;
        for quote in &self.quotes {
            let Some(within) = quote.within else { return 0..index.folded().len() };
            let (start, end) = index.bytes(within);
            let one = index.hull(start, end);
            all = Some(all.map_or(one.clone(), |all| all.start.min(one.start)..all.end.max(one.end)));
        }
        all.unwrap_or_default()
    }
}

/// Whether two places have nothing in common.
fn are_apart(a: &Found, b: &Found) -> bool {
    a.ranges.iter().all(|a| b.ranges.iter().all(|b| a.end <= b.start || b.end <= a.start))
}

//! Every check of a dossier against the texts that it quotes and the article that it marks.
//!
//! [`check`] is handed all of them: it knows no files. What it finds it tells as [`Finding`]s, each with a [`Code`]
//! from the one table; what can be filled in by a machine (context and places of quotes, hashes of texts) it gives as
//! [`Fill`]s. What the reader finds wrong with a dossier's form ([`Fault`]) is a finding too, of the same table.

mod article;
mod code;
mod context;
mod cut;
mod here;
mod house;
mod missed;
mod names;
mod page;
mod quotes;
mod seek;
mod story;
#[cfg(test)]
mod tests;
mod texts;
mod values;
mod was;

pub use code::{Code, Severity};
pub use house::House;
pub use page::Page;
pub use texts::{Saved, Texts, Unread};

use crate::dossier::{Claim, Dossier, Fault, Node, Place, Reason};
use crate::text::Unicode;
use here::Here;

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub code: Code,
    /// How much it weighs: as the table says, unless a newsroom says otherwise.
    pub severity: Severity,
    /// Where in the dossier.
    pub place: Place,
    /// What it leads to in a page, if it is a fault of the dossier's form.
    pub reason: Option<Reason>,
    /// One sentence or two for a person.
    pub message: String,
    /// What to do in this very case, where that is more than [`Code::todo`] says.
    pub help: Option<String>,
}

impl Finding {
    /// A finding without advice of its own.
    pub fn new(code: Code, place: Place, message: String) -> Self {
        Finding { code, severity: code.severity(), place, reason: None, message, help: None }
    }

    /// The same, with what to do.
    pub fn with_help(self, help: String) -> Self {
        Finding { help: Some(help), ..self }
    }

    /// The same, with what it leads to in a page.
    pub fn with_reason(self, reason: Reason) -> Self {
        Finding { reason: Some(reason), ..self }
    }
}

impl From<&Fault> for Finding {
    fn from(fault: &Fault) -> Self {
        Finding::new(fault.kind().into(), fault.place().clone(), fault.message().to_owned()).with_reason(fault.reason())
    }
}

/// Something that a machine can write into a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The way to the object: `claims[0].readings[1].quotes[0]`.
    pub path: String,
    /// Its field.
    pub field: &'static str,
    /// What to write there.
    pub value: FillValue,
}

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FillValue {
    /// Words.
    Words(String),
    /// A whole number.
    Number(usize),
    /// Nothing: the field is to go.
    Nothing,
}

/// What a check came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// All that was found, in the order of the dossier's text.
    pub findings: Vec<Finding>,
    /// All that could be filled in. With all of it written, there is none left.
    pub fills: Vec<Fill>,
    /// How many quotes were looked for.
    pub quotes: usize,
}

/// Checks a dossier that was read from `node`, against the saved texts of its sources and against the article, if it
/// is handed, by the rules of a newsroom. `unicode` must be of the kind that the texts were indexed with. Faults that the reader has found are not
/// found again.
pub fn check(
    node: &Node,
    dossier: &Dossier,
    texts: &Texts,
    article: Option<&Page>,
    house: &House,
    unicode: &mut dyn Unicode,
) -> Checked {
    let mut check = Check { dossier, top: Here::top(node), unicode, checked: Checked::default() };
    check.quotes(texts);
    check.article(article);
    check.values();
    check.story();
    check.names();
    check.outlets(house);
    let mut checked = check.checked;
    house.weigh(&mut checked);
    checked.findings.sort_by_key(|finding| (finding.place.span.start, finding.code));
    checked
}

/// A check under way.
struct Check<'a> {
    dossier: &'a Dossier,
    top: Here<'a>,
    unicode: &'a mut dyn Unicode,
    checked: Checked,
}

impl<'a> Check<'a> {
    fn find(&mut self, code: Code, here: &Here, message: String) {
        self.checked.findings.push(Finding::new(code, here.place(), message));
    }

    fn find_with_help(&mut self, code: Code, here: &Here, message: String, help: String) {
        self.checked.findings.push(Finding::new(code, here.place(), message).with_help(help));
    }

    fn fill(&mut self, here: &Here, field: &'static str, value: FillValue) {
        self.checked.fills.push(Fill { path: here.path().to_owned(), field, value });
    }

    /// The claims that could be read, each with its place: those with faults are in the tree alone.
    fn claims(&self) -> Vec<(&'a Claim, Here<'a>)> {
        let written: Vec<_> = self.top.items("claims").collect();
        let place = |claim: &'a Claim| {
            // Of two with one id, the later is a fault.
            let here = written.iter().find(|here| here.node.str("id") == Some(&claim.id))?;
            Some((claim, here.clone()))
        };
        self.dossier.claims.iter().filter_map(place).collect()
    }
}

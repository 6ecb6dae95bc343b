//! What is wrong in a file, told to a person or to a machine.

use super::input::{Input, Text};
use super::print;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;
use std::ops::Range;
use variorum::dossier::{Fault, line_column};

/// One thing wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Steps from the top of the dossier: `claims[0].readings[1].value`; empty at the top.
    pub path: String,
    /// Bytes of the text.
    pub span: Range<usize>,
    /// `broken`, `draft`, `too-large` or `version`: what it would lead to in a page.
    pub reason: &'static str,
    /// One sentence, with what to do.
    pub message: String,
}

impl From<&Fault> for Finding {
    fn from(fault: &Fault) -> Self {
        let place = fault.place();
        Self {
            path: place.path.clone(),
            span: place.span.start as usize..place.span.end as usize,
            reason: fault.reason().name(),
            message: fault.message().to_owned(),
        }
    }
}

/// How findings are told: to a person, on standard error, or to a machine.
#[derive(clap::Args)]
pub struct Report {
    /// Write faults to standard output, one JSON object a line
    #[arg(long)]
    pub json: bool,
}

/// The form that machines read.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    path: &'a str,
    reason: &'a str,
    message: &'a str,
}

impl Report {
    /// Tells all that is wrong with an input, in the order of its text.
    pub fn tell(&self, input: &Input) -> Result<(), String> {
        let mut findings: Vec<_> = input.findings.iter().collect();
        findings.sort_by_key(|finding| (finding.span.start, &finding.path));
        for (nth, finding) in findings.into_iter().enumerate() {
            if self.json {
                print(&format!("{}\n", finding.json(&input.text)))?;
            } else {
                let gap = if nth > 0 { "\n" } else { "" };
                anstream::eprintln!("{gap}{}", finding.shown(&input.text, &Renderer::styled()));
            }
        }
        Ok(())
    }
}

impl Finding {
    /// `file:line:column: message`, then the line with a caret.
    pub fn shown(&self, text: &Text, renderer: &Renderer) -> String {
        let (line, column) = line_column(&text.text, self.span.start);
        let path = visible(&self.path);
        let label = (!path.is_empty()).then_some(path.as_str());
        let caret = AnnotationKind::Primary.span(self.first_line(&text.text)).label(label);
        let snippet = Snippet::source(text.text.as_str()).annotation(caret);
        let body = renderer.render(&[Group::with_level(Level::ERROR).element(snippet)]);
        format!("{}:{line}:{column}: {}\n{body}", text.name, visible(&self.message))
    }

    fn json(&self, text: &Text) -> String {
        let (line, column) = line_column(&text.text, self.span.start);
        let Finding { path, reason, message, .. } = self;
        serde_json::to_string(&Line { file: &text.name, line, column, path, reason, message })
            .expect("strings and numbers can be written")
    }

    /// The span up to the end of its first line: a caret under a whole table would show a page of text.
    fn first_line(&self, text: &str) -> Range<usize> {
        let start = self.span.start.min(text.len());
        let end = self.span.end.clamp(start, text.len());
        let line = text[start..end].find('\n').map_or(end, |at| start + at);
        start..line
    }
}

/// Words that may quote the file, without what a terminal would obey.
pub fn visible(words: &str) -> String {
    words.replace(char::is_control, "\u{fffd}")
}

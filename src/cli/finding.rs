//! What is wrong in a file, told to a person or to a machine.

use super::input::{Input, Text};
use super::print;
use super::sarif;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use clap::builder::styling::AnsiColor;
use serde::Serialize;
use std::ops::Range;
use variorum::check::{Finding, Severity};
use variorum::dossier::line_column;

/// How findings are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// To a person, on standard error: the line with a caret.
    Drawn,
    /// To a person who hears it, likewise.
    InSentences,
    /// To a machine, on standard output: a JSON object a line.
    Json,
    /// To a machine, likewise: a SARIF log, empty or not.
    Sarif,
}

/// How a command tells what is wrong with its input.
#[derive(clap::Args, Default)]
pub struct Report {
    /// Write faults to standard output, one JSON object a line
    #[arg(long)]
    pub json: bool,
}

impl Report {
    /// Tells all that is wrong with an input, in the order of its text.
    pub fn tell(&self, input: &Input) -> Result<(), String> {
        tell(&[input], if self.json { Manner::Json } else { Manner::Drawn })
    }
}

/// Tells all that was found in some inputs, of each in the order of its text.
pub fn tell(inputs: &[&Input], manner: Manner) -> Result<(), String> {
    let all = inputs.iter().flat_map(|input| input.in_order());
    if manner == Manner::Sarif {
        return print(&sarif::log(all));
    }
    for (nth, shown) in all.enumerate() {
        let gap = if nth > 0 { "\n" } else { "" };
        match manner {
            Manner::Drawn => anstream::eprintln!("{gap}{}", shown.drawn(&Renderer::styled())),
            Manner::InSentences => anstream::eprintln!("{gap}{}", shown.in_sentences()),
            Manner::Json | Manner::Sarif => print(&(serde_json::to_string(&shown.line()).expect("plain data") + "\n"))?,
        }
    }
    Ok(())
}

/// A finding in its text.
pub struct Shown<'a> {
    /// What was found.
    pub finding: &'a Finding,
    /// In which text.
    pub text: &'a Text,
}

/// The form that machines read.
#[derive(Serialize)]
pub struct Line {
    file: String,
    line: u32,
    column: u32,
    path: String,
    code: &'static str,
    severity: &'static str,
    /// What it would lead to in a page, if it is a fault of the dossier's form.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    message: String,
    help: String,
}

impl<'a> Shown<'a> {
    /// Where it begins: line and column in characters, from 1.
    pub fn start(&self) -> (u32, u32) {
        line_column(&self.text.text, self.bytes().start)
    }

    /// One past its end, likewise.
    pub fn end(&self) -> (u32, u32) {
        line_column(&self.text.text, self.bytes().end)
    }

    /// What to do.
    pub fn help(&self) -> &'a str {
        self.finding.help.as_deref().unwrap_or(self.finding.code.todo())
    }

    /// `file:line:column: error VR201: message`, then the line with a caret, and what to do.
    pub fn drawn(&self, renderer: &Renderer) -> String {
        let Finding { code, severity, place, message, .. } = self.finding;
        let ((line, column), path) = (self.start(), visible(&place.path));
        let label = (!path.is_empty()).then_some(path.as_str());
        let caret = AnnotationKind::Primary.span(self.first_line()).label(label);
        let snippet = Snippet::source(self.text.text.as_str()).annotation(caret);
        let mut group = Group::with_level(Level::ERROR).element(snippet);
        let help = self.told_help().map(visible);
        if let Some(help) = &help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        let style = match severity {
            Severity::Error => AnsiColor::BrightRed.on_default().bold(),
            Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        };
        let kind = format!("{} {}", severity.name(), code.id());
        let message = visible(message);
        format!("{}:{line}:{column}: {style}{kind}{style:#}: {message}\n{}", self.text.name, renderer.render(&[group]))
    }

    /// The same in sentences, to be read aloud.
    fn in_sentences(&self) -> String {
        let Finding { code, severity, message, .. } = self.finding;
        let (line, column) = self.start();
        let written = self.text.text.lines().nth(line as usize - 1).unwrap_or_default().trim();
        let mut told = format!(
            "{}, line {line}, column {column}, {} {}. {}\n",
            self.text.name,
            severity.name(),
            code.id(),
            visible(message)
        );
        if let Some(help) = self.told_help() {
            told += &format!("What to do: {}\n", visible(help));
        }
        if !written.is_empty() {
            told += &format!("The line is: {}\n", visible(written));
        }
        told.trim_end().to_owned()
    }

    /// For a machine.
    pub fn line(&self) -> Line {
        let Finding { code, severity, place, reason, message, .. } = self.finding;
        let (line, column) = self.start();
        Line {
            file: self.text.name.clone(),
            line,
            column,
            path: place.path.clone(),
            code: code.id(),
            severity: severity.name(),
            reason: reason.map(|reason| reason.name()),
            message: message.clone(),
            help: self.help().into(),
        }
    }

    /// In one sentence: `file:line:column: message`.
    pub fn in_one_line(&self) -> String {
        let (line, column) = self.start();
        format!("{}:{line}:{column}: {}", self.text.name, self.finding.message)
    }

    /// What to do, where the message itself does not say it. (Those of a dossier's form do.)
    pub fn told_help(&self) -> Option<&'a str> {
        let is_said = self.finding.reason.is_some() && self.finding.help.is_none();
        (!is_said).then(|| self.help())
    }

    /// Its bytes, inside of the text.
    pub fn bytes(&self) -> Range<usize> {
        let (span, length) = (self.finding.place.span, self.text.text.len());
        let start = (span.start as usize).min(length);
        start..(span.end as usize).clamp(start, length)
    }

    /// The span up to the end of its first line: a caret under a whole table would show a page of text.
    fn first_line(&self) -> Range<usize> {
        let Range { start, end } = self.bytes();
        let line = self.text.text[start..end].find('\n').map_or(end, |at| start + at);
        start..line
    }
}

/// Words that may quote the file, without what a terminal would obey.
pub fn visible(words: &str) -> String {
    words.replace(char::is_control, "\u{fffd}")
}

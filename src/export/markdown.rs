//! The evidence as Markdown (CommonMark), for a CMS or a mail.
//!
//! It is made from the same element tree that the page has, so that it can't say anything else. What only works on a screen
//! is left out: plots, buttons, links within the page.

use crate::view::{Attr, Context, El, Tag, evidence};

/// The evidence of a dossier. Of a withdrawn one it is a line; a draft's says that it is one.
pub fn markdown(context: &Context) -> String {
    let mut out = Markdown::default();
    out.block(&evidence(context, false));
    out.text
}

/// A document in the making.
#[derive(Default)]
struct Markdown {
    text: String,
    /// What each line of the block begins with: the indent of a list's item.
    indent: String,
}

impl Markdown {
    /// Writes what an element holds: blocks as blocks, runs of anything else as paragraphs.
    fn block(&mut self, el: &El) {
        let El::Node { tag, children, .. } = el else { return self.paragraph("", &inline(el)) };
        if is_left_out(el) {
            return;
        }
        match tag {
            Tag::Summary if self.text.is_empty() => self.paragraph("## ", &inline_all(children)),
            Tag::H3 => self.paragraph("### ", &inline_all(children)),
            Tag::Blockquote => self.paragraph("> ", &inline_all(children)),
            Tag::Li => self.item(children),
            _ if children.iter().any(is_block) => {
                // On a page the relation stands above the question; here it belongs below the heading.
                let (headings, others): (Vec<_>, Vec<_>) = children.iter().partition(|child| is_heading(child));
                headings.into_iter().chain(others).for_each(|child| self.block(child));
            }
            _ if ["relation", "value"].iter().any(|class| is_of(el, class)) => {
                self.paragraph("", &around("**", &inline_all(children)));
            }
            _ => self.paragraph("", &inline_all(children)),
        }
    }

    /// An item of a list, the blocks in it indented.
    fn item(&mut self, children: &[El]) {
        let outer = self.indent.clone();
        let start = self.text.len();
        self.indent.push_str("  ");
        match children.iter().any(is_block) {
            true => children.iter().for_each(|child| self.block(child)),
            false => self.paragraph("", &inline_all(children)),
        }
        // The first line has the bullet where the others have the indent.
        if let Some(at) = self.text[start..].find(self.indent.as_str()) {
            let at = start + at + outer.len();
            self.text.replace_range(at..at + 1, "-");
        }
        self.indent = outer;
    }

    /// Words on one line, apart from what stands before.
    fn paragraph(&mut self, begin: &str, words: &str) {
        let blank = [' ', '\t', '\n', '\r'];
        let words = words.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.extend([self.indent.as_str(), begin, &at_start(&words), "\n"]);
    }
}

/// What works on a screen only.
fn is_left_out(el: &El) -> bool {
    let El::Node { tag, attrs, .. } = el else { return false };
    let is_hidden = attrs.iter().any(|(attr, _)| matches!(attr, Attr::Hidden | Attr::AriaHidden));
    is_hidden || matches!(tag, Tag::Svg | Tag::Button) || is_of(el, "plot")
}

/// Whether it has this class, the first of its own.
fn is_of(el: &El, class: &str) -> bool {
    let El::Node { attrs, .. } = el else { return false };
    let classes = attrs.iter().find(|(attr, _)| *attr == Attr::Class).map_or("", |(_, classes)| classes);
    classes.split(' ').next().and_then(|first| first.strip_prefix("variorum-")) == Some(class)
}

fn is_heading(el: &El) -> bool {
    matches!(el, El::Node { tag: Tag::H3, .. })
}

fn is_block(el: &El) -> bool {
    use Tag::*;
    let El::Node { tag, children, .. } = el else { return false };
    let is_inline = matches!(tag, Span | A | Mark | S | Time | Bdi);
    !is_inline || children.iter().any(is_block)
}

fn inline_all(children: &[El]) -> String {
    children.iter().map(inline).collect()
}

/// Words with emphasis and links.
fn inline(el: &El) -> String {
    let El::Node { tag, attrs, children } = el else {
        let El::Text(words) = el else { return String::new() };
        return escaped(words);
    };
    if is_left_out(el) {
        return String::new();
    }
    let words = inline_all(children);
    match tag {
        Tag::Mark => around("**", &words),
        Tag::S => around("~~", &words),
        Tag::A => match attrs.iter().find(|(attr, _)| *attr == Attr::Href) {
            // A link within the page leads nowhere from a mail.
            Some((_, href)) if !href.starts_with('#') => format!("[{words}](<{}>)", address(href)),
            _ => String::new(),
        },
        _ => words,
    }
}

/// A delimiter around words; white space stays outside, where Markdown has to have it.
fn around(mark: &str, words: &str) -> String {
    let trimmed = words.trim();
    let (before, after) = (words.len() - words.trim_start().len(), words.trim_end().len());
    if trimmed.is_empty() {
        words.into()
    } else {
        format!("{}{mark}{trimmed}{mark}{}", &words[..before], &words[after..])
    }
}

/// An address between angle brackets.
fn address(href: &str) -> String {
    href.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C").replace(['\n', '\r'], "")
}

/// Words that Markdown takes for nothing but words, wherever they stand in a line.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&' | '!' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

/// A line that does not begin like a heading or a list.
fn at_start(words: &str) -> String {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let at = match words.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => digits,
        Some(b'#' | b'-' | b'+' | b'=') if digits == 0 => 0,
        _ => return words.into(),
    };
    format!("{}\\{}", &words[..at], &words[at..])
}

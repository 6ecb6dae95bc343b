//! The evidence as Markdown (CommonMark), for a CMS or a mail.
//!
//! It is made from the same element tree that the page has, so that it can't say anything else. What only works on a screen
//! is left out: plots, buttons, links within the page.

use super::Addresses;
use crate::view::{Attr, Context, El, Tag, evidence};

/// The evidence of a dossier. Of a withdrawn one it is a line; a draft's says that it is one.
pub fn markdown(context: &Context, addresses: &Addresses) -> String {
    let mut out = Markdown { addresses, text: String::new(), depth: 0, begins_item: false, after_line: false };
    out.block(&evidence(context, false));
    out.text
}

/// A document in the making.
struct Markdown<'a> {
    addresses: &'a Addresses<'a>,
    text: String,
    /// How many lists are open.
    depth: usize,
    /// Whether what comes next is the first of an item.
    begins_item: bool,
    /// Whether what came last was an item of one line.
    after_line: bool,
}

impl Markdown<'_> {
    /// Writes what an element holds: blocks as blocks, runs of anything else as paragraphs.
    fn block(&mut self, el: &El) {
        let El::Node { tag, children, .. } = el else { return self.paragraph("", &self.inline(el)) };
        if is_left_out(el) {
            return;
        }
        match tag {
            _ if is_of(el, "relation") || is_of(el, "value") => {
                let (counts, words): (Vec<_>, Vec<_>) = children.iter().partition(|child| is_of(child, "count"));
                let words: String = words.into_iter().map(|child| self.inline(child)).collect();
                let counts = counts.into_iter().map(|count| format!(" · {}", self.inline(count)));
                self.paragraph("", &format!("**{}**{}", words.trim(), counts.collect::<String>()));
            }
            Tag::Summary if self.text.is_empty() => self.paragraph("## ", &self.inline_all(children)),
            Tag::H3 => self.paragraph("### ", &self.inline_all(children)),
            Tag::Blockquote => self.paragraph("> ", &self.inline_all(children)),
            Tag::Li => self.item(children),
            _ if children.iter().any(is_block) => self.blocks(children),
            _ => self.paragraph("", &self.inline_all(children)),
        }
    }

    fn blocks(&mut self, children: &[El]) {
        // On a page the relation stands above the question; here it belongs below the heading.
        let (headings, others): (Vec<_>, Vec<_>) = children.iter().partition(|child| is_heading(child));
        headings.into_iter().chain(others).for_each(|child| self.block(child));
    }

    fn item(&mut self, children: &[El]) {
        let is_line = !children.iter().any(is_block);
        self.depth += 1;
        self.begins_item = true;
        if is_line {
            self.paragraph("", &self.inline_all(children))
        } else {
            self.blocks(children)
        }
        self.begins_item = false;
        self.depth -= 1;
        self.after_line = is_line;
    }

    /// Words on one line, apart from what stands before.
    fn paragraph(&mut self, begin: &str, words: &str) {
        let blank = [' ', '\t', '\n', '\r'];
        let words = words.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return;
        }
        let begins_item = std::mem::take(&mut self.begins_item);
        let follows_line = begins_item && self.after_line;
        if !self.text.is_empty() && !follows_line {
            self.text.push('\n');
        }
        self.after_line = false;
        let indent = "  ".repeat(self.depth - usize::from(begins_item));
        self.text.extend([indent.as_str(), if begins_item { "- " } else { "" }, begin, &at_start(&words), "\n"]);
    }

    fn inline_all(&self, children: &[El]) -> String {
        children.iter().map(|child| self.inline(child)).collect()
    }

    /// Words with emphasis and links.
    fn inline(&self, el: &El) -> String {
        let El::Node { tag, attrs, children } = el else {
            let El::Text(words) = el else { return String::new() };
            return escaped(words);
        };
        if is_left_out(el) {
            return String::new();
        }
        let words = self.inline_all(children);
        match tag {
            Tag::Mark => around("**", words),
            Tag::S => around("~~", words),
            Tag::A => match attrs.iter().find(|(attr, _)| *attr == Attr::Href) {
                // A link within the page leads nowhere from a mail.
                Some((_, href)) if !href.starts_with('#') => format!("[{words}](<{}>)", self.address(href)),
                _ => String::new(),
            },
            _ => words,
        }
    }

    /// An address between angle brackets.
    fn address(&self, href: &str) -> String {
        self.addresses.resolved(href).replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C")
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

/// A delimiter around words, where it can be one whatever stands beside it: between punctuation and letters it is none.
fn around(mark: &str, words: String) -> String {
    let fits = words.starts_with(char::is_alphanumeric) && words.ends_with(char::is_alphanumeric);
    if fits { format!("{mark}{words}{mark}") } else { words }
}

/// Words that Markdown takes for nothing but words, wherever they stand in a line.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let begins_entity = c == '&' && chars.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#');
        if begins_entity || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~') {
            out.push('\\');
        }
        out.push(c);
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

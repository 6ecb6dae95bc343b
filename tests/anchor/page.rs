//! Pages and quotes as one line each.

use variorum::dossier::Selector;
use variorum::text::{Index, Native, Place, Range};

/// A page, and the ranges that were drawn on it.
pub struct Page {
    pub index: Index,
    pub drawn: Vec<Range>,
}

/// Reads a drawing: `|` is an inline edge, `¶` a block edge or `<br>`, `[` and `]` enclose what should be found.
pub fn page(drawing: &str) -> Page {
    let mut unicode = Native;
    let mut builder = Index::builder(&mut unicode);
    let mut drawn = Vec::new();
    let (mut here, mut open, mut text) = (Place { piece: 0, offset: 0 }, None, String::new());
    for c in drawing.chars() {
        match c {
            '[' => open = Some(here),
            ']' => drawn.push(Range { start: open.take().expect("a [ before each ]"), end: here }),
            '|' | '¶' => {
                builder.piece(&text);
                text.clear();
                here = Place { piece: here.piece + 1, offset: 0 };
                if c == '¶' {
                    builder.block_break();
                }
            }
            _ => {
                text.push(c);
                here.offset += c.len_utf16() as u32;
            }
        }
    }
    builder.piece(&text);
    Page { index: builder.finish(), drawn }
}

/// Reads a quote, `prefix{exact}suffix`, or exact alone.
pub fn selector(quote: &str) -> Selector {
    let (prefix, rest) = quote.split_once('{').unwrap_or(("", quote));
    let (exact, suffix) = rest.split_once('}').unwrap_or((rest, ""));
    Selector { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
}

/// The same drawing in pieces of one character.
pub fn scattered(drawing: &str) -> String {
    let (mut scattered, mut after_text) = (String::new(), false);
    for c in drawing.chars() {
        if after_text && !matches!(c, ']' | '|' | '¶') {
            scattered.push('|');
        }
        scattered.push(c);
        after_text = match c {
            '[' | '|' | '¶' => false,
            ']' => after_text,
            _ => true,
        };
    }
    scattered
}

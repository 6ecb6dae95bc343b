//! The HTML face: an element tree as text.

use super::{El, Tag};

/// Writes a tree as HTML. Every text and every attribute value is escaped, so that what is parsed from it is
/// the same tree.
pub fn to_html(el: &El) -> String {
    let mut out = String::new();
    write(el, &mut out);
    out
}

fn write(el: &El, out: &mut String) {
    match el {
        El::Text(text) => escape(text, out),
        El::Node { tag, attrs, children } => {
            out.push('<');
            out.push_str(tag.name());
            if *tag == Tag::Svg {
                out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
            }
            for (attr, value) in attrs {
                out.push(' ');
                out.push_str(attr.name());
                out.push_str("=\"");
                escape(value, out);
                out.push('"');
            }
            out.push('>');
            if tag.is_void() {
                return;
            }
            children.iter().for_each(|child| write(child, out));
            out.push_str("</");
            out.push_str(tag.name());
            out.push('>');
        }
    }
}

/// Escapes for both text and double-quoted values.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A parser turns a bare carriage return into a line feed.
            '\r' => out.push_str("&#13;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Attr;
    use super::*;

    #[test]
    fn escapes() {
        let check = |el: El, expected: &str| assert_eq!(to_html(&el), expected);
        check(El::text("<script>alert('&')</script>"), "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;");
        check(
            El::new(Tag::A).with(Attr::Href, "\"><img onerror=x>").say("</a>"),
            "<a href=\"&quot;&gt;&lt;img onerror=x&gt;\">&lt;/a&gt;</a>",
        );
        check(El::new(Tag::P), "<p></p>");
        check(El::new(Tag::Input), "<input>");
    }
}

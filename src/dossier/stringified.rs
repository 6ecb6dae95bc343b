//! A tree from what `JSON.stringify` wrote. A page hands one text over sooner than thousands of values one by one. It
//! stands as the standard has it, without a blank and without a fault, so that reading it takes little; what editors
//! write is for `parse`.

use super::{MAX_DEPTH, Node, NodeKind, Span};

/// Reads it. `parse` is `JSON.parse`, for the few words that have escapes in them, and for numbers. `None` where it is
/// deeper than a dossier may go, or ends too soon.
pub fn parse_stringified(text: &str, parse: &dyn Fn(&str) -> Option<NodeKind>) -> Option<Node> {
    Stringified { rest: text, parse }.node(MAX_DEPTH)
}

struct Stringified<'t> {
    rest: &'t str,
    parse: &'t dyn Fn(&str) -> Option<NodeKind>,
}

impl<'t> Stringified<'t> {
    /// A value that may hold others, one in the other, so many levels deep.
    fn node(&mut self, depth: usize) -> Option<Node> {
        let kind = match self.next()? {
            b'"' => NodeKind::String(self.string()?),
            b'[' => {
                let mut items = Vec::new();
                self.list(depth, &mut |own, depth| {
                    items.push(own.node(depth)?);
                    Some(())
                })?;
                NodeKind::Array(items)
            }
            b'{' => {
                let mut fields = Vec::new();
                self.list(depth, &mut |own, depth| {
                    let name = own.string()?;
                    own.take(1)?; // the colon
                    fields.push((name, Span::default(), own.node(depth)?));
                    Some(())
                })?;
                NodeKind::Object(fields)
            }
            _ => {
                let end = self.rest.bytes().position(|byte| matches!(byte, b',' | b']' | b'}'));
                match self.take(end.unwrap_or(self.rest.len()))? {
                    "null" => NodeKind::Null,
                    "true" => NodeKind::Bool(true),
                    "false" => NodeKind::Bool(false),
                    number => (self.parse)(number)?,
                }
            }
        };
        Some(Node { kind, span: Span::default() })
    }

    /// What stands between brackets, item by item.
    fn list(&mut self, depth: usize, item: &mut dyn FnMut(&mut Self, usize) -> Option<()>) -> Option<()> {
        let within = depth.checked_sub(1)?;
        loop {
            self.take(1)?; // the bracket, or a comma
            if !matches!(self.next()?, b']' | b'}') {
                item(self, within)?;
            }
            if self.next()? != b',' {
                self.take(1)?;
                return Some(());
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        let (mut end, mut escapes) = (1, false);
        loop {
            match self.rest.as_bytes().get(end)? {
                b'"' => break,
                b'\\' => (end, escapes) = (end + 2, true),
                _ => end += 1,
            }
        }
        let string = self.take(end + 1)?;
        if !escapes {
            return string.get(1..end).map(String::from);
        }
        match (self.parse)(string)? {
            NodeKind::String(words) => Some(words),
            _ => None,
        }
    }

    fn next(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// The next so many bytes.
    fn take(&mut self, bytes: usize) -> Option<&'t str> {
        let (taken, rest) = self.rest.split_at_checked(bytes)?;
        self.rest = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::parse_json;

    fn parse(text: &str) -> Option<Node> {
        parse_stringified(text, &|part| Some(parse_json(part).ok()?.kind))
    }

    /// A tree without its places.
    fn placeless(node: Node) -> Node {
        let kind = match node.kind {
            NodeKind::Array(items) => NodeKind::Array(items.into_iter().map(placeless).collect()),
            NodeKind::Object(fields) => NodeKind::Object(
                fields.into_iter().map(|(name, _, node)| (name, Span::default(), placeless(node))).collect(),
            ),
            kind => kind,
        };
        Node::new(kind)
    }

    #[test]
    fn as_editors_json_is_read() {
        for text in [
            "null",
            "true",
            "[false,-1.5,1e+21,\"\"]",
            "{}",
            "[[],{},[{}]]",
            r#"{"a":[1,"é"],"b,]}":{"\"\\/":null}}"#,
            r#""line\nfeed\r\t\b\f\u0000\u001f""#,
            r#"{"한글":"\"quoted\" — [not] {a} list, 😀"}"#,
        ] {
            assert_eq!(parse(text), parse_json(text).ok().map(placeless), "{text}");
        }
    }

    #[test]
    fn no_deeper_than_a_dossier_goes() {
        let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&deep(MAX_DEPTH)).is_some());
        assert_eq!(parse(&deep(MAX_DEPTH + 1)), None);
        assert_eq!(parse(&"{\"a\":".repeat(100_000)), None);
    }

    #[test]
    fn what_ends_too_soon_is_nothing() {
        let whole = r#"{"a":["b\u001f\n",{"c":"é"}]}"#;
        assert!(parse(whole).is_some());
        for end in (0..whole.len()).filter(|&end| whole.is_char_boundary(end)) {
            assert_eq!(parse(&whole[..end]), None, "{}", &whole[..end]);
        }
    }
}

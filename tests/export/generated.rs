//! Dossiers without faults, with everything in them that there can be.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Words that have a meaning somewhere else.
const WORDS: &[&str] = &[
    "four hours",
    "“nearly” four",
    "a line\nand another",
    "</script><b>",
    "=1+1",
    "한글 네 시간",
    "ערב טוב",
    "back\\slash \"quoted\" 'too' \u{1f68b}",
    "* [list](x) _it_ #1",
    "\"\"\"",
    "2019. a year",
    "# no head ![x](y) | &amp; & co",
    "+ plus - minus",
    "“네 시간” 동안",
];

const MOMENTS: &[&str] = &["2026-03-14T09:20:00Z", "2026-03-14t09:20:00.25+01:00", "2026-12-31T23:59:60-05:30"];
const DATES: &[&str] = &["2026", "2026-03", "2026-03-10", "2026-03-10T21:04", "2026-03-10T21:04:05+01:00"];
const TYPES: &[&str] = &["duration", "count", "quantity", "date", "yesno", "name", "list", "text"];

/// A dossier, as JSON. Every choice in it is a number that can be made smaller.
pub fn dossier() -> impl Strategy<Value = Value> {
    prop::collection::vec(any::<u8>(), 0..400).prop_map(|choices| Choices(choices.into_iter()).dossier())
}

/// Choices to be made, one after the other; the first possibility once they have all been made.
struct Choices(std::vec::IntoIter<u8>);

impl Choices {
    fn below(&mut self, most: usize) -> usize {
        usize::from(self.0.next().unwrap_or_default()) % most
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    /// Puts a field in, or not.
    fn maybe(&mut self, into: &mut Map<String, Value>, name: &str, make: impl FnOnce(&mut Self) -> Value) {
        if self.below(2) == 1 {
            let value = make(self);
            into.insert(name.into(), value);
        }
    }

    fn words(&mut self) -> Value {
        self.of(WORDS).into()
    }

    /// Words of the newsroom, in one language or two.
    fn text(&mut self) -> Value {
        match self.below(3) {
            1 => json!({ "en": self.words(), "ko": self.words() }),
            2 => json!({ "ext": self.words(), "en": self.words() }),
            _ => self.words(),
        }
    }

    fn dossier(&mut self) -> Value {
        let sources: Vec<Value> = (0..1 + self.below(4)).map(|at| self.source(at)).collect();
        let seen: Vec<usize> = (0..sources.len()).filter(|&at| sources[at]["seen"] != false).collect();
        let claims: Vec<Value> = (0..1 + self.below(3)).map(|at| self.claim(at, &seen)).collect();
        let status = self.of(&["published", "draft", "withdrawn"]);
        let mut it = object(json!({
            "variorum": "1.0", "id": "story", "lang": "en", "title": self.text(), "status": status,
            "publisher": { "name": "The desk" }, "modified": self.of(MOMENTS), "sources": sources, "claims": claims
        }));
        self.maybe(
            &mut it,
            "article",
            |to| json!({ "url": to.of(&["/story", "https://desk.example/a#b"]), "headline": to.text() }),
        );
        self.maybe(&mut it, "created", |to| to.of(MOMENTS).into());
        self.maybe(&mut it, "revision", |to| (1 + to.below(9)).into());
        self.maybe(&mut it, "by", |to| json!([to.words(), "a second"]));
        self.maybe(&mut it, "method", Self::text);
        self.maybe(&mut it, "drafted", |to| json!({ "tool": "drafter", "reviewedBy": to.words() }));
        self.maybe(&mut it, "changes", |to| {
            let kind = to.of(&["published", "addition", "update", "correction", "clarification", "withdrawal"]);
            json!([{ "date": to.of(MOMENTS), "kind": kind, "claims": ["c0"], "text": to.text() }])
        });
        self.maybe(&mut it, "ext", |to| json!({ "org.example.cms": { "a b": [1.5, true, { "id": to.words() }] } }));
        it.into()
    }

    fn source(&mut self, at: usize) -> Value {
        let kinds = ["news", "wire", "opinion", "official", "person", "social", "comments", "dataset", "book", "other"];
        let mut it = object(
            json!({ "id": format!("s{at}"), "name": self.words(), "kind": self.of(&kinds), "note": self.text() }),
        );
        self.maybe(&mut it, "url", |to| to.of(&["/log", "https://a.example/?x=%20#top", "http://b.example"]).into());
        self.maybe(&mut it, "archived", |_| "https://archive.example/1".into());
        self.maybe(&mut it, "accessed", |to| to.of(DATES).into());
        self.maybe(&mut it, "published", |to| to.of(DATES).into());
        self.maybe(&mut it, "lang", |_| "ko".into());
        self.maybe(&mut it, "title", Self::words);
        self.maybe(&mut it, "file", |to| json!({ "path": "texts/a.txt", "from": to.words() }));
        if at > 0 {
            let how = self.of(&["republishes", "translates", "rewrites", "cites"]);
            self.maybe(
                &mut it,
                "derives",
                |to| json!([{ "from": format!("s{}", at - 1), "how": how, "note": to.text() }]),
            );
            self.maybe(&mut it, "seen", |_| false.into());
        }
        it.into()
    }

    fn claim(&mut self, at: usize, seen: &[usize]) -> Value {
        let kind = self.of(TYPES);
        let readings: Vec<Value> = (0..1 + self.below(seen.len())).map(|nth| self.reading(seen[nth], kind)).collect();
        let mut it = object(json!({
            "id": format!("c{at}"), "question": self.text(), "type": kind, "readings": readings
        }));
        if kind == "quantity" {
            it.insert("unit".into(), "USD".into());
        }
        self.maybe(&mut it, "status", |to| to.of(&["open", "withdrawn"]).into());
        self.maybe(&mut it, "note", Self::text);
        self.maybe(&mut it, "tolerance", |_| 0.35.into());
        self.maybe(&mut it, "relation", |to| json!({ "is": to.of(&["agree", "differ"]), "why": to.text() }));
        self.maybe(
            &mut it,
            "resolution",
            |to| json!({ "text": to.text(), "date": to.of(&DATES[..3]), "sources": ["s0"] }),
        );
        self.maybe(&mut it, "anchors", |to| {
            let element = json!({ "element": "p-1", "refinedBy": to.selector() });
            let mut words = object(to.selector());
            to.maybe(&mut words, "all", |_| true.into());
            json!([words, element, { "element": "p-2" }])
        });
        it.into()
    }

    fn selector(&mut self) -> Value {
        let mut it = object(json!({ "exact": self.words() }));
        self.maybe(&mut it, "prefix", Self::words);
        self.maybe(&mut it, "suffix", |to| to.of(&["", " after"]).into());
        it.into()
    }

    fn quotes(&mut self) -> Value {
        let mut quotes = Vec::new();
        for _ in 0..1 + self.below(3) {
            let mut it = object(self.selector());
            self.maybe(
                &mut it,
                "translation",
                |to| json!({ "text": to.text(), "by": to.of(&["newsroom", "machine"]) }),
            );
            self.maybe(&mut it, "speaker", Self::words);
            if self.below(2) == 1 {
                it.extend([("start".into(), json!(3)), ("end".into(), json!(17))]);
            }
            quotes.push(it);
        }
        quotes.into()
    }

    fn reading(&mut self, source: usize, kind: &str) -> Value {
        let mut it = object(json!({ "source": format!("s{source}") }));
        self.maybe(&mut it, "note", Self::text);
        let mode = self.of(&["", "states", "attributes", "suggests", "silent"]);
        if !mode.is_empty() {
            it.insert("mode".into(), mode.into());
        }
        if mode == "silent" {
            return it.into();
        }
        it.insert("value".into(), self.value(kind));
        it.insert("quotes".into(), self.quotes());
        self.maybe(&mut it, "label", Self::text);
        self.maybe(&mut it, "from", |to| match to.below(3) {
            1 if source > 0 => json!([format!("s{}", source - 1)]),
            2 => "unknown".into(),
            _ => json!([]),
        });
        self.maybe(&mut it, "was", |to| {
            json!([{
                "value": to.value(kind), "quotes": to.quotes(), "until": to.of(&DATES[..3]), "why": to.text()
            }])
        });
        let by = |to: &mut Self| json!({ "name": to.text(), "kind": to.of(&["named", "unnamed", "document"]) });
        if mode == "attributes" {
            let credited = match self.below(2) {
                1 => json!([by(self), by(self)]),
                _ => by(self),
            };
            it.insert("attributedTo".into(), credited);
        }
        it.into()
    }

    fn value(&mut self, kind: &str) -> Value {
        let mut it = object(match (kind, self.below(4)) {
            (_, 3) => json!({ "unclear": true }),
            ("duration", 1) => json!({ "min": "PT3H", "max": "PT4H" }),
            ("duration", _) => json!({ "is": "PT1H57M", "hedge": "nearly" }),
            ("count", 1) => json!({ "min": 40 }),
            ("count", _) => json!({ "is": 41 }),
            ("quantity", 1) => json!({ "is": -2.35, "unit": "?EUR" }),
            ("quantity", _) => json!({ "is": 2_300_000, "hedge": "about" }),
            ("date", 1) => json!({ "is": "T21:04", "hedge": "before" }),
            ("date", _) => json!({ "is": "2026-03" }),
            ("yesno", 1) => json!({ "is": "unclear" }),
            ("yesno", _) => json!({ "is": "no" }),
            ("name", _) => json!({ "is": self.words(), "key": "vale", "near": ["orrin"] }),
            ("list", _) => {
                json!({ "items": ["phones", { "is": self.words(), "n": 2 }], "not": ["money"], "complete": true })
            }
            _ => json!({ "is": self.text() }),
        });
        self.maybe(&mut it, "words", Self::words);
        self.maybe(&mut it, "scope", |_| "officially".into());
        it.into()
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        other => panic!("{other} is no object"),
    }
}

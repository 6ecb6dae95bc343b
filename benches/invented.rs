//! Invented pages: words of our own, as often as words are, in several scripts. The same each time.

use fastrand::Rng;
use serde_json::json;
use variorum::dossier::Selector;
use variorum::text::{Index, Native};

/// A way of writing.
pub struct Script {
    /// What its name is in a bench.
    pub name: &'static str,
    /// What its words are made of.
    syllables: &'static [&'static str],
    /// Between words, at the end of a sentence, and around words that are quoted.
    signs: [&'static str; 4],
}

/// English and the like.
pub const LATIN: Script = Script {
    name: "Latin",
    syllables: &[
        "a", "be", "cor", "da", "en", "fil", "gro", "hu", "in", "je", "kal", "lo", "mer", "ni", "ost", "pré", "qua",
        "rin", "su", "tha", "un", "vey", "wol", "xa", "yth", "zo",
    ],
    signs: [" ", ". ", "“", "”"],
};

/// Russian and the like.
pub const CYRILLIC: Script = Script {
    name: "Cyrillic",
    syllables: &[
        "а", "бо", "ве", "гра", "да", "ёл", "жи", "зор", "ин", "кой", "ла", "мир", "но", "оль", "пре", "ро", "стя",
        "ту", "ук", "фе", "хо", "цы", "чер", "шу", "эр", "юн",
    ],
    signs: [" ", ". ", "«", "»"],
};

/// Written from right to left.
pub const ARABIC: Script = Script {
    name: "Arabic",
    syllables: &[
        "ا", "با", "تو", "ثر", "جل", "حم", "خي", "دا", "ذو", "رس", "زم", "سن", "شا", "صو", "طي", "عل", "غن", "فر",
        "قا", "كو", "لي", "مر", "نا", "هو", "وس", "يم",
    ],
    signs: [" ", ". ", "«", "»"],
};

/// Written without spaces.
pub const HAN: Script = Script {
    name: "Han",
    syllables: &[
        "一", "山", "水", "火", "木", "土", "金", "日", "月", "人", "口", "田", "目", "手", "足", "石", "竹", "米",
        "糸", "耳", "虫", "貝", "車", "雨", "花", "空",
    ],
    signs: ["", "。", "「", "」"],
};

/// How many words a language has here.
const WORDS: usize = 8_000;

/// A text in blocks, each in pieces.
pub struct Page {
    blocks: Vec<Vec<String>>,
}

impl Page {
    /// A page of at least this many bytes. Pages of other seeds have the same words in another order.
    pub fn new(script: &Script, bytes: usize, seed: u64) -> Self {
        let vocabulary = vocabulary(script);
        let mut rng = Rng::with_seed(seed);
        let (mut blocks, mut length) = (Vec::new(), 0);
        while length < bytes {
            let block = block(script, &vocabulary, &mut rng);
            length += block.iter().map(String::len).sum::<usize>();
            blocks.push(block);
        }
        Page { blocks }
    }

    /// Bytes of its text.
    pub fn bytes(&self) -> usize {
        self.blocks.iter().flatten().map(String::len).sum()
    }

    /// As a file, each block on a line.
    pub fn text(&self) -> String {
        self.blocks.iter().map(|block| block.concat() + "\n").collect()
    }

    /// As a page that has an element: each block a paragraph, every other of its pieces in an element of its own.
    pub fn html(&self) -> String {
        let mut html = String::from("<!doctype html>\n<html lang=\"en\">\n<title>Invented</title>\n<article>\n");
        for block in &self.blocks {
            html.push_str("<p>");
            for (nth, piece) in block.iter().enumerate() {
                let piece = piece.replace('&', "&amp;").replace('<', "&lt;");
                let [open, close] = if nth % 2 == 1 { ["<em>", "</em>"] } else { [""; 2] };
                html.extend([open, &piece, close]);
            }
            html.push_str("</p>\n");
        }
        html + "<variorum-dossier src=\"dossier.json\"></variorum-dossier>\n</article>\n"
    }

    /// A dossier whose anchors stand in it, as JSON: so many claims, two readings each.
    pub fn dossier(&self, claims: usize) -> String {
        let claim = |(nth, quote): (usize, Selector)| {
            json!({
                "id": format!("c{nth}"), "question": "How long did it last?", "type": "duration",
                "anchors": [{ "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix }],
                "readings": [
                    { "source": "globe", "mode": "states", "value": { "is": "PT4H", "words": "four hours" },
                      "quotes": [{ "exact": "It lasted for four hours" }] },
                    { "source": "echo", "mode": "states", "value": { "is": "PT2H", "words": "two hours" },
                      "quotes": [{ "exact": "It was over after two hours" }] }
                ]
            })
        };
        let claims: Vec<_> = self.quotes(claims, 60, 0).into_iter().enumerate().map(claim).collect();
        let dossier = json!({
            "variorum": "1.0", "id": "story", "lang": "en", "title": "A story", "status": "published",
            "publisher": { "name": "The desk" }, "modified": "2026-01-02T12:00:00Z", "claims": claims,
            "sources": [
                { "id": "globe", "name": "The Globe", "kind": "news", "note": "Read on paper." },
                { "id": "echo", "name": "The Echo", "kind": "news", "note": "Read on paper." }
            ]
        });
        dossier.to_string()
    }

    /// The index over it.
    pub fn index(&self) -> Index {
        let mut unicode = Native;
        let mut builder = Index::builder(&mut unicode);
        for block in &self.blocks {
            block.iter().for_each(|piece| builder.piece(piece));
            builder.block_break();
        }
        builder.finish()
    }

    /// Quotes from all over the page: so many, of so many characters, each with so many of them changed; with 32
    /// characters of context on both sides.
    pub fn quotes(&self, count: usize, length: usize, edits: usize) -> Vec<Selector> {
        let mut rng = Rng::with_seed(count as u64);
        let blocks: Vec<Vec<char>> = self.blocks.iter().map(|block| block.concat().chars().collect()).collect();
        let long: Vec<_> = blocks.iter().filter(|block| block.len() >= length).collect();
        let quote = |_| {
            let block = long[rng.usize(..long.len())];
            let start = rng.usize(..=block.len() - length);
            let end = start + length;
            let mut exact = block[start..end].to_vec();
            for edit in 0..edits {
                // Spread evenly; a letter of another word of the same script.
                exact[(2 * edit + 1) * length / (2 * edits)] = block[rng.usize(..block.len())];
            }
            let text = |characters: &[char]| characters.iter().collect::<String>();
            Selector {
                exact: text(&exact),
                prefix: text(&block[start.saturating_sub(32)..start]),
                suffix: text(&block[end..(end + 32).min(block.len())]),
            }
        };
        (0..count).map(quote).collect()
    }
}

/// Words by how often they occur, and the more often the shorter.
fn vocabulary(script: &Script) -> Vec<String> {
    let mut rng = Rng::with_seed(1);
    let word = |rank: usize| {
        let syllables = 1 + rng.usize(..=rank.ilog2() as usize / 3);
        (0..syllables).map(|_| script.syllables[rng.usize(..script.syllables.len())]).collect()
    };
    (1..=WORDS).map(word).collect()
}

/// A paragraph of some sentences, cut into pieces as inline elements cut it.
fn block(script: &Script, vocabulary: &[String], rng: &mut Rng) -> Vec<String> {
    let [space, stop, open, close] = script.signs;
    let mut pieces = vec![String::new()];
    for _ in 0..rng.usize(3..=6) {
        for word in 0..rng.usize(6..=24) {
            let mut put = |text: &str| pieces.last_mut().expect("one at least").push_str(text);
            if word > 0 {
                put(space);
            }
            // Zipf's law: the word of rank r is met 1/r times as often as the first.
            let rank = (WORDS as f64).powf(rng.f64()) as usize;
            match rng.u32(..100) {
                0 => put(&rng.u32(1..2100).to_string()),
                1 => [open, &vocabulary[rank - 1], close].into_iter().for_each(&mut put),
                2 => pieces.push(vocabulary[rank - 1].clone()),
                _ => put(&vocabulary[rank - 1]),
            }
        }
        pieces.last_mut().expect("one at least").push_str(stop);
    }
    pieces
}

//! How one character is folded, and the memory of it.

use super::Unicode;

/// What a character is to the folder before anything is looked up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// White space.
    White,
    /// Takes no room and changes nothing: soft hyphen, zero-width space, direction marks.
    Unseen,
    /// Unseen too, but part of the character before it: joiners, variation selectors.
    Rider,
    /// Anything that leaves a trace in the folded text.
    Seen,
}

pub(super) fn class(c: char) -> Class {
    match c {
        '\t'..='\r'
        | ' '
        | '\u{85}'
        | '\u{A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => Class::White,
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => Class::Unseen,
        '\u{34F}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => Class::Rider,
        _ => Class::Seen,
    }
}

/// Whether a character is white space.
pub(crate) fn is_white(c: char) -> bool {
    class(c) == Class::White
}

/// The one form of characters that publishers exchange for each other.
fn alike(c: char) -> char {
    match c {
        '`' | '´' | '\u{1FFD}' | 'ʻ' | 'ʼ' | '׳' | '‘'..='‛' | '′' | '‵' | '‹' | '›' => '\'',
        '«' | '»' | '״' | '“'..='‟' | '″' | '‶' | '〝'..='〟' => '"',
        '˗' | '‐'..='―' | '⁃' | '−' | '⸺' | '⸻' => '-',
        '⁄' | '∕' => '/',
        'ς' => 'σ',
        _ => c,
    }
}

/// Whether a joiner binds what follows it, which folds to `next`: letters and signs, but not punctuation.
pub(super) fn can_be_joined(next: char) -> bool {
    !matches!(next, '\0'..='\u{7F}' | '\u{964}' | '\u{965}' | '\u{2000}'..='\u{206F}')
}

/// ZWJ, and the viramas that form conjuncts (Unicode's `InCB=Linker`).
pub(super) fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '\u{200D}' | '\u{94D}' | '\u{9CD}' | '\u{ACD}' | '\u{B4D}' | '\u{C4D}' | '\u{D4D}' | '\u{1039}' | '\u{17D2}'
    )
}

/// Half of a flag.
pub(super) fn is_regional(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

/// The syllable that `tail` becomes when a vowel or a final follows it. NFC on its own: Hangul is arithmetic.
pub(super) fn syllable(tail: char, jamo: char) -> Option<char> {
    let (tail, jamo) = (tail as u32, jamo as u32);
    let composed = match (tail, jamo) {
        (0x1100..=0x1112, 0x1161..=0x1175) => 0xAC00 + ((tail - 0x1100) * 21 + (jamo - 0x1161)) * 28,
        (0xAC00..=0xD7A3, 0x11A8..=0x11C2) if (tail - 0xAC00) % 28 == 0 => tail + (jamo - 0x11A7),
        _ => return None,
    };
    char::from_u32(composed)
}

/// A character as folded.
#[derive(Clone, Copy)]
pub(super) struct Fold {
    /// What it begins with.
    pub first: char,
    /// Where all of it stands in [`Folds::text`], in bytes; empty where the first character is all.
    text: (u32, u32),
    /// Bytes of it before the marks that it ends with.
    pub base: u32,
    /// It belongs to the character before it: a mark, a vowel or final of Hangul, a skin tone.
    pub extends: bool,
}

impl Fold {
    /// Whether it is one character for one.
    pub fn single(self) -> bool {
        self.text.0 == self.text.1
    }
}

/// Every character met so far that is not ASCII, folded once.
pub(super) struct Folds<'u> {
    pub unicode: Box<dyn Unicode + 'u>,
    /// Sorted. Alphabets are small; the large scripts never come here.
    known: Vec<(char, Fold)>,
    text: String,
}

impl<'u> Folds<'u> {
    pub fn new(unicode: Box<dyn Unicode + 'u>) -> Self {
        Folds { unicode, known: Vec::new(), text: String::new() }
    }

    /// `None` where nothing is left of the character.
    pub fn get(&mut self, c: char) -> Option<Fold> {
        // Ideographs and syllables of Hangul are many, and fold to themselves.
        if matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}') {
            return Some(Fold { first: c, text: (0, 0), base: 3, extends: false });
        }
        match self.known.binary_search_by_key(&c, |&(known, _)| known) {
            Ok(at) => Some(self.known[at].1),
            Err(at) => {
                let fold = self.make(c)?;
                self.known.insert(at, (c, fold));
                Some(fold)
            }
        }
    }

    /// Appends what a character folds to.
    pub fn push(&self, fold: Fold, out: &mut String) {
        match fold.text {
            (start, end) if start < end => out.push_str(&self.text[start as usize..end as usize]),
            _ => out.push(fold.first),
        }
    }

    fn make(&mut self, c: char) -> Option<Fold> {
        let mut one = [0; 4];
        let mut folded = String::new();
        self.unicode.fold(alike(c).encode_utf8(&mut one), &mut folded);
        // "½", "²" and "①" are not "1/2", "2" and "1"; full-width and mathematical digits are mere shapes.
        let shape = matches!(c, '\0'..='\u{7F}' | '\u{FF10}'..='\u{FF19}' | '\u{1D7CE}'..='\u{1D7FF}');
        if !shape && folded.bytes().any(|byte| byte.is_ascii_digit()) {
            folded.clear();
            folded.push(c);
        }
        let first = alike(folded.chars().next()?);
        let start = self.text.len();
        let mut base = 0;
        for part in folded.chars() {
            self.text.push(alike(part));
            if !self.unicode.is_mark(part) {
                base = (self.text.len() - start) as u32;
            }
        }
        let mut text = (start as u32, self.text.len() as u32);
        if self.text.len() - start == first.len_utf8() {
            self.text.truncate(start);
            text = (0, 0);
        }
        let extends = matches!(c, '\u{1160}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}')
            || matches!(c, '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
            || self.unicode.is_mark(first);
        Some(Fold { first, text, base, extends })
    }
}

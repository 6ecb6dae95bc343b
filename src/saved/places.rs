//! Where the characters of a text stand in the file that it was read from.

use std::ops::Range;

/// The way from the bytes of a text, as parsed, to the bytes of its file, as written: an entity, a carriage return or
/// a stray tag between two letters is where the two differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(Vec<Stretch>);

/// A stretch of a text, and what stands for it in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    text: Range<usize>,
    file: Range<usize>,
    /// Byte for byte the same on both sides; else it can't be divided.
    same: bool,
}

impl Places {
    /// Of a text that stands in a file as it is, from this byte on.
    pub fn verbatim(file: Range<usize>) -> Self {
        Places(vec![Stretch { text: 0..file.len(), file, same: true }])
    }

    /// Notes where the bytes `text` stand, which come after all that were noted before.
    pub(super) fn add(&mut self, text: Range<usize>, file: Range<usize>, same: bool) {
        if let Some(last) = self.0.last_mut()
            && (last.same && same)
            && (last.text.end, last.file.end) == (text.start, file.start)
        {
            (last.text.end, last.file.end) = (text.end, file.end);
        } else {
            self.0.push(Stretch { text, file, same });
        }
    }

    /// The byte of the file at which the character begins that is at this byte of the text. `None` inside an entity,
    /// and of text that does not come from the file.
    pub fn start(&self, byte: usize) -> Option<usize> {
        let after = self.0.partition_point(|stretch| stretch.text.end <= byte);
        let stretch = self.0.get(after).filter(|stretch| stretch.text.start <= byte)?;
        let within = byte - stretch.text.start;
        (within == 0 || stretch.same).then_some(stretch.file.start + within)
    }

    /// The byte of the file at which the character ends that ends before this byte of the text; `None` likewise.
    pub fn end(&self, byte: usize) -> Option<usize> {
        let after = self.0.partition_point(|stretch| stretch.text.end < byte);
        let stretch = self.0.get(after).filter(|stretch| stretch.text.start < byte)?;
        let before_end = stretch.text.end - byte;
        (before_end == 0 || stretch.same).then(|| stretch.file.end - before_end)
    }
}

/// Tells of each part of `text`, from bytes `file` that were read as it, what stands for it: the text, the bytes,
/// whether they are the same. What is left of the bytes has not been read as text, or not yet.
pub(super) fn attribute<'t>(file: &str, text: &'t str, tell: &mut dyn FnMut(&'t str, Range<usize>, bool)) -> usize {
    // A carriage return ends what was held back, and is a line feed by itself.
    if let Some((file, text)) =
        file.strip_suffix('\r').zip(text.strip_suffix('\n')).filter(|(file, _)| !file.is_empty())
    {
        let read = attribute(file, text, tell);
        tell("\n", read..read + 1, false);
        return read + 1;
    }
    // What may begin a tag or an entity is never known to be text before the next byte.
    let complete = file.strip_suffix(['<', '&']).filter(|_| file != text).unwrap_or(file);
    let is_entity = complete.starts_with('&') && complete.ends_with(';');
    let same = if complete != text && is_entity { 0 } else { common_suffix(complete, text) };
    let (other, other_text) = (complete.len() - same, text.len() - same);
    if other_text > 0 {
        tell(&text[..other_text], 0..other, false);
    }
    if same > 0 {
        tell(&text[other_text..], other..complete.len(), true);
    }
    complete.len()
}

/// Bytes of the longest common ending.
fn common_suffix(a: &str, b: &str) -> usize {
    let characters = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b);
    characters.map(|(c, _)| c.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_what() {
        let check = |file: &str, text: &str, expected: &[(&str, &str, bool)], rest: &str| {
            let mut told = Vec::new();
            let read = attribute(file, text, &mut |text, bytes, same| told.push((text, &file[bytes], same)));
            assert_eq!((told.as_slice(), &file[read..]), (expected, rest), "{file:?} as {text:?}");
        };
        check("words", "words", &[("words", "words", true)], "");
        check("<", "<", &[("<", "<", true)], "");
        check("< é", "< é", &[("< é", "< é", true)], "");
        check("&amp;", "&", &[("&", "&amp;", false)], "");
        check("&semi;", ";", &[(";", "&semi;", false)], "");
        check("&lt ", "< ", &[("<", "&lt", false), (" ", " ", true)], "");
        check("&lt<", "<", &[("<", "&lt", false)], "<");
        check("&none<", "&none", &[("&none", "&none", true)], "<");
        check("&ampfoo ", "&foo ", &[("&", "&amp", false), ("foo ", "foo ", true)], "");
        check("\r", "\n", &[("\n", "\r", false)], "");
        check("&lt\r", "<\n", &[("<", "&lt", false), ("\n", "\r", false)], "");
    }

    #[test]
    fn there_and_back() {
        // `a&amp;b</x>c` is read as `a&bc`.
        let mut places = Places::default();
        places.add(0..1, 10..11, true);
        places.add(1..2, 11..16, false);
        places.add(2..3, 16..17, true);
        places.add(3..4, 21..22, true);
        let starts: Vec<_> = (0..5).map(|byte| places.start(byte)).collect();
        assert_eq!(starts, [Some(10), Some(11), Some(16), Some(21), None]);
        let ends: Vec<_> = (0..5).map(|byte| places.end(byte)).collect();
        assert_eq!(ends, [None, Some(11), Some(16), Some(17), Some(22)]);
        assert_eq!(Places::verbatim(5..9).start(2), Some(7));
    }
}

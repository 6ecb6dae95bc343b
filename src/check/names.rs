//! Names that are not what they seem.

use super::Check;
use super::code::Code;
use super::here::Here;
use super::missed::quoted;
use unicode_security::{MixedScript, RestrictionLevel, RestrictionLevelDetection};

impl Check<'_> {
    /// Finds words of names that mix scripts which look alike.
    pub(super) fn names(&mut self) {
        let publisher = self.top.get("publisher");
        let mut names: Vec<_> = publisher.and_then(|publisher| publisher.get("name")).into_iter().collect();
        for source in self.top.items("sources") {
            names.extend(source.get("name"));
            names.extend(source.items("by"));
        }
        for (_, claim) in self.claims() {
            for reading in claim.items("readings") {
                names.extend(reading.items("quotes").filter_map(|quote| quote.get("speaker")));
                let voices = reading.items("attributedTo").chain(reading.get("attributedTo"));
                names.extend(voices.filter_map(|voice| voice.get("name")));
            }
        }
        for here in names {
            self.name(&here);
        }
    }

    fn name(&mut self, here: &Here) {
        let Some(mixed) =
            here.node.as_str().and_then(|name| name.split(|c: char| !c.is_alphabetic()).find(|word| mixes(word)))
        else {
            return;
        };
        let odd: Vec<String> =
            mixed.chars().filter(|c| !c.is_ascii()).map(|c| format!("{c} (U+{:04X})", c as u32)).collect();
        let message = format!("{} mixes scripts: {} among Latin letters or the like.", quoted(mixed), odd.join(", "));
        self.find(Code::MixedScript, here, message);
    }
}

/// Whether a word has letters of scripts that are not written together. Latin goes with those of Chinese, Japanese and
/// Korean: Unicode's "highly restrictive" level.
fn mixes(word: &str) -> bool {
    !word.is_ascii() && !word.is_single_script() && !word.check_restriction_level(RestrictionLevel::HighlyRestrictive)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixed_words() {
        let check = |word: &str, expected: bool| assert_eq!(mixes(word), expected, "{word}");
        check("Times", false);
        check("Тimes", true);
        check("Таймс", false);
        check("Gαon", true);
        check("KBS뉴스", false);
        check("ＮＨＫ", false);
        check("Gruß", false);
        check("NHKニュース", false);
        check("日経Tech", false);
    }
}

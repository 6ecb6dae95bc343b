//! The two things about characters that need tables.

/// What folding asks of the platform: natively a crate, in a page the browser itself, since tables would cost a
/// reader 44 KB. Called once per distinct character and once per run of several combining marks.
pub trait Unicode {
    /// Appends `text` to `out`: decomposed (NFKD), then in lower case; marks kept.
    fn fold(&mut self, text: &str, out: &mut String);

    /// Whether a character is a combining mark (general category M).
    fn is_mark(&mut self, c: char) -> bool;
}

impl<U: Unicode + ?Sized> Unicode for &mut U {
    fn fold(&mut self, text: &str, out: &mut String) {
        (**self).fold(text, out);
    }

    fn is_mark(&mut self, c: char) -> bool {
        (**self).is_mark(c)
    }
}

/// The tables of crate `unicode-normalization` and of the standard library.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, Default)]
pub struct Native;

#[cfg(not(target_arch = "wasm32"))]
impl Unicode for Native {
    fn fold(&mut self, text: &str, out: &mut String) {
        use unicode_normalization::UnicodeNormalization;
        out.extend(text.nfkd().flat_map(char::to_lowercase));
    }

    fn is_mark(&mut self, c: char) -> bool {
        unicode_normalization::char::is_combining_mark(c)
    }
}

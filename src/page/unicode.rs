//! Unicode by the browser's own tables, which a reader has already.

use crate::text::Unicode;
use js_sys::{JsString, RegExp};

/// Asks the browser.
pub struct Browser {
    mark: RegExp,
}

impl Browser {
    /// Ready to ask.
    pub fn new() -> Self {
        Self { mark: RegExp::new(r"^\p{M}", "u") }
    }
}

impl Unicode for Browser {
    fn fold(&mut self, text: &str, out: &mut String) {
        let text: JsString = JsString::from(text).normalize("NFKD");
        // Upper-case letters can lurk behind a compatibility character: ™ is TM.
        out.push_str(&String::from(text.to_lower_case()));
    }

    fn is_mark(&mut self, c: char) -> bool {
        !c.is_ascii() && self.mark.test(c.encode_utf8(&mut [0; 4]))
    }
}

//! What is answered: content, and what a page may load.

use super::page;
use std::borrow::Cow;

/// What pages may load: as strict as publishers are.
pub const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/// What a publisher's own page may load: what lies beside it or in it, and nothing from elsewhere.
pub const OF_PUBLISHER: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
                            style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; \
                            media-src 'self' data:; font-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; \
                            form-action 'none'";

/// What is answered.
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Media type.
    pub kind: &'static str,
    /// Content security policy.
    pub policy: &'static str,
    /// Content.
    pub body: Cow<'static, [u8]>,
}

const HTML: &str = "text/html; charset=utf-8";

impl Response {
    /// Plain words.
    pub fn text(status: u16, words: impl Into<String>) -> Self {
        Self { status, ..Self::ok("text/plain; charset=utf-8", words.into().into_bytes()) }
    }

    /// Content of a media type, on a strict page.
    pub fn ok(kind: &'static str, body: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { status: 200, kind, policy: STRICT, body: body.into() }
    }

    /// HTML.
    pub fn page(html: impl Into<String>) -> Self {
        Self::ok(HTML, html.into().into_bytes())
    }

    /// What can't be shown, and why, as lines of a terminal or as a sentence.
    pub fn nothing(status: u16, title: &str, why: &str) -> Self {
        Self { status, ..Self::page(page::nothing(title, why)) }
    }

    /// No dossier could be read yet: its faults, as a terminal shows them.
    pub fn unreadable(told: &str) -> Self {
        Self::nothing(500, "The dossier can’t be read", told)
    }

    /// Nothing stands at this address.
    pub fn not_found(path: &str) -> Self {
        let why = format!("The preview has the article and the reports of one dossier. {path} is none of them.");
        Self::nothing(404, "Not in this preview", &why)
    }
}

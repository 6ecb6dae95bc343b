//! What a page has that is baked.

use super::html::to_html;
use super::{Context, evidence, mark_labels};

/// Empty where a page is read without scripts, else it holds text: the style sheet then shows the evidence behind it open.
const WITHOUT_SCRIPTS: &str = "<noscript><!----></noscript>";

/// What stands in the element, as HTML: the evidence, and what marks are described by.
pub fn baked(context: &Context, with_overview: bool) -> String {
    let mut html = String::from(WITHOUT_SCRIPTS);
    html.push_str(&to_html(&evidence(context, with_overview)));
    html.push_str(&to_html(&mark_labels(context)));
    html
}

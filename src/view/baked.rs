//! What a page has that is baked.

use super::html::to_html;
use super::{Context, evidence, mark_labels};

/// Read without scripts, a page has this as elements, else as text: the style sheet then shows the evidence open.
const WITHOUT_SCRIPTS: &str = "<noscript><span></span></noscript>";

/// What stands in the element, as HTML: the evidence, and what marks are described by.
pub fn baked(context: &Context, with_overview: bool) -> String {
    let mut html = to_html(&evidence(context, with_overview));
    html.push_str(&to_html(&mark_labels(context)));
    html.push_str(WITHOUT_SCRIPTS);
    html
}

//! Who else lays claim to a text of the page: a control, a component, a framework.
//!
//! A framework keeps the text nodes that it made, or took over from a server's markup, and writes into them later. A
//! node that was split and wrapped meanwhile then says half of the old sentence and half of the new one. What tells
//! that it owns a text, as seen on pages made with these versions (production builds; development ones leave the same
//! and more). What is in brackets was not seen on a page: it is taken from the frameworks' own sources and documents.
//!
//! | | in the page that runs | in markup that it has still to take over |
//! |---|---|---|
//! | React 19.3 | `__reactFiber$…`, `__reactProps$…` on each element and on texts that have siblings; `__reactContainer$…`, `_reactListening…` on the root, which may be the document | `<!-- -->` between texts (`<!--$-->` around suspended parts) |
//! | Vue 3.5 | `_vnode`, `__vue_app__` on the root, `data-v-app` on one that the script has filled; nothing on what is inside | `<!--[-->`, `<!--]-->`, `<!---->` where parts come and go |
//! | Svelte 5.57 | `Symbol(text)` on texts that it writes, and `window.__svelte`; nothing on elements without listeners | `<!--[-->`, `<!--]-->`, always |
//! | Preact 11.2 | `__k` on the root | – |
//! | Lit 3.3 | `_$litPart$` on the root | (`<!--lit-part …-->`) |
//! | Solid 1.9 | `$$click` and the like on elements with listeners, (`_$DX_DELEGATE` on the document) | (`data-hk`) |
//! | Angular 21.2 | (`__ngContext__` on components, `ng-version` on the root) | (`ng-server-context`, `ngh`) |
//!
//! Where a root leaves nothing before it is taken over, the ids that the frameworks' own templates give it stand for
//! it. What none of this tells, a text that is rewritten does, once.

use crate::text::{CONTROL, RENDERED};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, ShadowRoot, Text};

/// What lays claim to a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// A framework, which may rewrite it.
    Framework,
    /// A link, a button, a label or a summary around it, in which a link would be invalid; or a shadow root, which the
    /// page's style sheets do not reach.
    Control,
}

/// What frameworks' properties on nodes begin with.
const PROPERTIES: &[&str] = &["__react", "_react", "__vue", "_vnode", "__svelte", "__k", "_$", "$$", "__ng"];

/// Comments that frameworks leave for themselves, in the article and where it stands: of one or two signs, or Lit's.
/// People and publishing systems write longer ones.
const COMMENTS: &str = "boolean((.//comment()|ancestor::*/comment())[string-length()<3 or starts-with(.,'lit-')])";

/// Whether the page or the article as a whole is a framework's, though its elements may not say so.
pub fn is_rendered(article: &Element) -> bool {
    let on_window = Reflect::has(&js_sys::global(), &"__svelte".into()).unwrap_or(false);
    let in_comments = || article.owner_document()?.evaluate(COMMENTS, article).ok()?.boolean_value().ok();
    on_window || in_comments() == Some(true)
}

/// Who lays claim to a text, if anybody does.
pub fn of(node: &Text) -> Option<Owner> {
    let Some(parent) = node.parent_element().filter(|_| !node.get_root_node().has_type::<ShadowRoot>()) else {
        return Some(Owner::Control);
    };
    if is_control(&parent) {
        return Some(Owner::Control);
    }
    let mut owned = is_in(&parent, RENDERED);
    let mut next: Option<Node> = Some(node.clone().into());
    while let Some(node) = next.filter(|_| !owned) {
        owned = has_property(&node);
        next = node.parent_node();
    }
    owned.then_some(Owner::Framework)
}

/// Whether an element is part of something that has an activation of its own.
pub fn is_control(element: &Element) -> bool {
    is_in(element, CONTROL)
}

fn is_in(element: &Element, selector: &str) -> bool {
    element.closest(selector).ok().flatten().is_some()
}

/// Whether a framework left a property on a node.
fn has_property(node: &Node) -> bool {
    let Ok(names) = Reflect::own_keys(node) else { return false };
    // A text has no properties of its own, unless somebody gave it one.
    let is_text = node.node_type() == Node::TEXT_NODE;
    names.iter().any(|name| {
        is_text || name.as_string().is_some_and(|name| PROPERTIES.iter().any(|known| name.starts_with(known)))
    })
}

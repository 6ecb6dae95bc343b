//! The element tree: closed sets of names and attributes.
//!
//! Deliberately absent: `style`, event handlers, raw HTML. What is not in these sets can't reach a reader's page,
//! whatever a dossier says.

use std::borrow::Cow;

/// An element or a run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum El {
    /// An element.
    Node {
        /// Its name.
        tag: Tag,
        /// Its attributes, each once.
        attrs: Vec<(Attr, Cow<'static, str>)>,
        /// What it holds.
        children: Vec<El>,
    },
    /// Plain text; the faces escape it.
    Text(String),
}

macro_rules! names {
    ($(#[$doc:meta])* $kind:ident { $($variant:ident = $name:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // each is what HTML or SVG calls it
        pub enum $kind { $($variant),* }

        impl $kind {
            /// All of them.
            pub const ALL: &'static [$kind] = &[$($kind::$variant),*];

            /// As HTML or SVG writes it.
            pub fn name(self) -> &'static str {
                match self { $($kind::$variant => $name),* }
            }
        }
    };
}

names! {
    /// Elements that may occur. From `Svg` on, they are SVG's.
    Tag {
        Div = "div", Section = "section", Header = "header", Footer = "footer", H2 = "h2", H3 = "h3", P = "p",
        Span = "span", A = "a", Ul = "ul", Ol = "ol", Li = "li",
        Blockquote = "blockquote", Mark = "mark", S = "s", Time = "time", Bdi = "bdi",
        Details = "details", Summary = "summary", Button = "button",
        Fieldset = "fieldset", Legend = "legend", Label = "label", Input = "input",
        Table = "table", Caption = "caption", Thead = "thead", Tbody = "tbody", Tr = "tr", Th = "th", Td = "td",
        Svg = "svg", Path = "path", Rect = "rect", Circle = "circle", SvgText = "text",
    }
}

names! {
    /// Attributes that may occur.
    Attr {
        Class = "class", Id = "id", Part = "part", Href = "href", Rel = "rel", Target = "target", Lang = "lang",
        Dir = "dir", Datetime = "datetime", Scope = "scope", Type = "type", Role = "role", Hidden = "hidden",
        AriaLabel = "aria-label", AriaHidden = "aria-hidden", AriaDescribedby = "aria-describedby",
        AriaHaspopup = "aria-haspopup", AriaExpanded = "aria-expanded", Tabindex = "tabindex", Form = "form", Name = "name",
        Value = "value", Checked = "checked", Action = "data-variorum-action", Claim = "data-variorum-claim",
        Note = "data-variorum-note", Of = "data-variorum-of",
        Claims = "data-variorum-claims",
        ViewBox = "viewBox", PreserveAspectRatio = "preserveAspectRatio", X = "x", Y = "y", Width = "width", Height = "height", Cx = "cx", Cy = "cy", R = "r",
        D = "d", TextAnchor = "text-anchor",
    }
}

names! {
    /// What a button does, as the value of [`Attr::Action`].
    Action { Close = "close", Previous = "previous", Next = "next", Unfold = "unfold", Marks = "marks" }
}

impl Tag {
    /// Whether HTML gives it neither content nor an end.
    pub fn is_void(self) -> bool {
        self == Tag::Input
    }

    /// Whether it belongs to SVG's namespace.
    pub fn is_svg(self) -> bool {
        self as u8 >= Tag::Svg as u8
    }
}

impl El {
    /// An empty element.
    pub fn new(tag: Tag) -> Self {
        El::Node { tag, attrs: Vec::new(), children: Vec::new() }
    }

    /// Text.
    pub fn text(text: impl Into<String>) -> Self {
        El::Text(text.into())
    }

    /// With an attribute. Ignored on text.
    pub fn with(mut self, attr: Attr, value: impl Into<Cow<'static, str>>) -> Self {
        if let El::Node { attrs, .. } = &mut self {
            debug_assert!(attrs.iter().all(|(other, _)| *other != attr), "{attr:?} twice");
            attrs.push((attr, value.into()));
        }
        self
    }

    /// With a child at the end. Ignored on text.
    pub fn child(mut self, child: El) -> Self {
        self.push(child);
        self
    }

    /// With text at the end.
    pub fn say(self, words: impl Into<String>) -> Self {
        self.child(El::text(words))
    }

    /// With these children at the end.
    pub fn children(mut self, more: impl IntoIterator<Item = El>) -> Self {
        more.into_iter().for_each(|child| self.push(child));
        self
    }

    /// Adds a child at the end. Ignored on text.
    pub fn push(&mut self, child: El) {
        if let El::Node { children, .. } = self {
            children.push(child);
        }
    }

    /// The same so many steps further down: each leads to the last child. Ignored where that is text.
    pub fn push_below(&mut self, steps: usize, child: El) {
        match self {
            El::Node { children, .. } if steps > 0 => {
                if let Some(last) = children.last_mut() {
                    last.push_below(steps - 1, child);
                }
            }
            _ => self.push(child),
        }
    }
}

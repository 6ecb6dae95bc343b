//! What HTML's elements are to a reader: the one place for the page's walk and for pages on disk. Where a rule is a CSS
//! selector, each face asks its own engine: the browser, or the parser.

macro_rules! not_text {
    () => {
        "audio,canvas,iframe,input,math,noscript,object,option,script,select,style,svg,template,textarea,\
         variorum-card,variorum-dossier,video"
    };
}

macro_rules! beside {
    () => {
        "aside,form,nav"
    };
}

macro_rules! comments {
    () => {
        "[id=comments],[class~=comments]"
    };
}

/// Names of elements that hold no text to be read, in whatever part of a page; with commas between.
pub const NOT_TEXT: &str = not_text!();

/// Names of elements that are no part of an article, though they stand inside, and are read as parts of the page; with
/// commas between. Articles inside are not part of it either.
pub const BESIDE: &str = beside!();

/// The same by other signs than their names. A CSS selector.
pub const COMMENTS: &str = comments!();

/// What is never part of an article's text, though it stands inside. A CSS selector. Articles inside are not part of
/// it either.
pub const LEFT_OUT: &str =
    concat!(beside!(), ",", comments!(), ",", not_text!(), ",[hidden]:not([hidden=until-found i])");

/// What may be a page's article, where nobody says which it is. A CSS selector. It is the one with the most text.
pub const ARTICLES: &str = "article,main";

/// What has an activation of its own: no link can stand in it. A CSS selector.
pub const CONTROL: &str = "a[href],button,label,summary,[role=button],[role=link]";

/// Elements whose content a framework renders, or is going to take over. A CSS selector.
pub const RENDERED: &str = "#root,#app,#__next,#__nuxt,#___gatsby,[data-reactroot],[data-server-rendered],[data-v-app],\
    [ng-version],[ng-server-context],[data-hk],[q\\:container],astro-island";

/// Which of some lengths is the largest; of equals the first.
pub fn longest(lengths: impl IntoIterator<Item = usize>) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (at, length) in lengths.into_iter().enumerate() {
        if best.is_none_or(|(_, most)| length > most) {
            best = Some((at, length));
        }
    }
    best.map(|(at, _)| at)
}

/// Elements at whose edges words end, and `br`, by their HTML names in lower case. Sorted.
pub const BREAKING: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// Whether an element of this name breaks words at its edges.
pub fn breaks_words(name: &str) -> bool {
    BREAKING.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_the_largest() {
        assert_eq!((longest([]), longest([0, 0]), longest([3, 7, 7, 1])), (None, Some(0), Some(1)));
    }

    #[test]
    fn is_sorted() {
        assert!(BREAKING.is_sorted());
        assert!(breaks_words("p") && breaks_words("br") && !breaks_words("em") && !breaks_words("custom-element"));
    }
}

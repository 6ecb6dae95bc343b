//! What holds of any page.

use super::support::{dossier_of, tree};
use proptest::prelude::*;
use variorum::bake::{Options, bake, undo};

/// Bits of an article, whole and broken, with words to be marked.
fn markup() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        3 => "(alpha|beta|gamma)[ ,.]",
        2 => "</?(p|b|i|a|div|table|tr|td|span|em|template|select|option|svg|title|pre|noscript|br|h2|li|ul)( href=.)?>",
        1 => "&(amp|lt|nbsp|semi|none|#65|copy)[;a ]?",
        1 => "[<>&\r\n\0\"'/ -]{1,2}",
        1 => "<!--[a> -]{3,5}-->",
        1 => "</?(script|style|textarea)>",
    ];
    prop::collection::vec(bit, 0..25).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Baked, a page is the same but for what is put in; baked again, it stays so; undone, it is what it was.
    #[test]
    fn nothing_else_changes(before in markup(), inside in markup(), after in markup(), old in "[a-z]{0,4}|<p>a") {
        let page = format!(
            "<!doctype html><title>t</title><div>{before}<article>{inside}</article>{after}\
             <variorum-dossier src=d.json>{old}</variorum-dossier>"
        );
        let dossier = dossier_of(&["alpha", "beta gamma", "{gamma}alpha"]);
        // Where its markup leaves no room for an element, a page is refused.
        let options = Options { json_ld: old.is_empty(), ..Options::default() };
        if let Ok(baked) = bake(page.as_bytes(), &dossier, &options) {
            let text = String::from_utf8(baked.bytes.clone()).unwrap();
            prop_assert_eq!(tree(&text), tree(&page));
            prop_assert_eq!(undo(&baked.bytes, None).unwrap(), page.as_bytes());
            prop_assert_eq!(bake(&baked.bytes, &dossier, &options).unwrap(), baked);
        }
    }
}

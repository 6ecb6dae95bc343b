//! Where sentences end.

use variorum::prose::{quantities, sentences};

/// Sentences are parted by `|` in what is expected.
fn check(lang: &str, text: &str, expected: &str) {
    let cut: Vec<_> = sentences(text, lang).into_iter().map(|span| &text[span]).collect();
    assert_eq!(cut.join("|"), expected, "{text:?}");
}

#[test]
fn english() {
    let check = |text: &str, expected: &str| check("en", text, expected);
    check("It sank. Nobody was hurt!  Why?", "It sank.|Nobody was hurt!|Why?");
    check("Mr. Lund met Dr. Berg of the U.S. Coast Guard.", "Mr. Lund met Dr. Berg of the U.S. Coast Guard.");
    check("It sank on Feb. 22. It had 41 aboard.", "It sank on Feb. 22.|It had 41 aboard.");
    check("It left at 3 p.m. on Friday.", "It left at 3 p.m. on Friday.");
    check("“It sank.” He wept.", "“It sank.”|He wept.");
    check("It cost $2.3 million. It was old.", "It cost $2.3 million.|It was old.");
    check("He wanted to go. She did not.", "He wanted to go.|She did not.");
    check("Who looked up? No. 7 did.", "Who looked up?|No. 7 did.");
    check("The ferry\nsank at once. It\nwas old.", "The ferry\nsank at once.|It\nwas old.");
    check("A headline\n\nThe ferry sank.", "A headline|The ferry sank.");
    check("Signed by Mr.\n\nThe ferry sank.", "Signed by Mr.|The ferry sank.");
    check("", "");
    check("  \n\n ", "");
}

#[test]
fn others() {
    check(
        "de",
        "Am 22. Februar sank sie. Dr. Berg kam z. B. nicht.",
        "Am 22. Februar sank sie.|Dr. Berg kam z. B. nicht.",
    );
    check("fr", "M. Lund est venu. Il a coulé.", "M. Lund est venu.|Il a coulé.");
    check("es", "El Sr. Lund llegó. El barco se hundió.", "El Sr. Lund llegó.|El barco se hundió.");
    check("ja", "船が沈んだ。誰もいない。", "船が沈んだ。|誰もいない。");
}

/// No figure goes over the end of a sentence.
#[test]
fn figures_stay_inside() {
    let text = "There were four. Hours later it sank in 2017. March 3 was a Friday. It took two to three. Days passed.";
    let cut = sentences(text, "en");
    for quantity in quantities(text, "en") {
        let holds = cut.iter().any(|span| span.start <= quantity.span.start && quantity.span.end <= span.end);
        assert!(holds, "{}", &text[quantity.span]);
    }
}

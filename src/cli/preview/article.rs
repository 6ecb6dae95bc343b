//! Pages with the widget on them, live or baked.

use scraper::Selector;
use variorum::bake::{Options, bake, undo};
use variorum::dossier::{Dossier, Status};
use variorum::saved::{Page, parse};

/// What the widget and the preview want of a page.
const HEAD: &str = "<link rel=\"stylesheet\" href=\"/variorum/variorum.css\">\
                    <script type=\"module\" src=\"/variorum/variorum.js\"></script>\
                    <script type=\"module\" src=\"/preview/page.js\"></script>";

/// The element's name.
const NAME: &str = "variorum-dossier";

/// The element that shows the preview's dossier.
const ELEMENT: &str = "variorum-dossier[src=\"/dossier.json\"]";

/// A page of the publisher's, with the widget on this dossier and the evidence in it: in the element that it has, else at the
/// end of its article.
pub fn with_widget(html: &str, dossier: &Dossier, evidence: &str) -> String {
    let undone = undo(html.as_bytes(), None).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let html = undone.as_deref().unwrap_or(html);
    // Deeper than browsers build it: there is no article to show.
    let Ok(document) = parse(html, true) else { return html.to_owned() };
    let first = |name: &str| document.html.select(&Selector::parse(name).ok()?).next();
    // Of two attributes of one name the first counts.
    let draft = if dossier.status == Status::Draft { " preview" } else { "" };
    let attributes = format!(" src=\"/dossier.json\"{draft}");
    let own = first(NAME).and_then(|own| Some((document.start_tag(own.id())?, document.end_tag(own.id())?)));
    let (at, end, element) = match own {
        Some((start, end)) => {
            let (name, rest) = html[start.range.clone()].split_at("<".len() + NAME.len());
            (start.range.start, end.range.start, format!("{name}{attributes}{rest}{evidence}"))
        }
        None => {
            let article = Page::of(&document, None, None).ok().and_then(|page| document.end_tag(page.article?));
            let at = article.map_or(html.len(), |tag| tag.range.start);
            (at, at, format!("<{NAME}{attributes}>{evidence}</{NAME}>"))
        }
    };
    let head = first("head").and_then(|head| document.start_tag(head.id())).map_or(at, |tag| tag.range.end);
    [&html[..head], HEAD, &html[head..at], &element, &html[end..]].concat()
}

/// The page as it is published, for readers without scripts; a draft, as if it were no more. Where marks can't be put into it, with the
/// evidence alone.
pub fn baked(page: String, dossier: &Dossier) -> String {
    let dossier = Dossier { status: Status::Published, ..dossier.clone() };
    let baked = |evidence_only| {
        let options = Options { element: Some(ELEMENT), evidence_only, json_ld: false };
        String::from_utf8(bake(page.as_bytes(), &dossier, &options).ok()?.bytes).ok()
    };
    baked(false).or_else(|| baked(true)).unwrap_or(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widget_is_put_in() {
        let check = |status: Status, html: &str, expected: &str| {
            let dossier = Dossier { status, ..Dossier::default() };
            assert_eq!(with_widget(html, &dossier, "E").replace(HEAD, "H"), expected);
        };
        let live = "<variorum-dossier src=\"/dossier.json\"";
        check(
            Status::Published,
            "<head><title>x</title></head><article>a</article><article>long</article>",
            &format!(
                "<head>H<title>x</title></head><article>a</article><article>long{live}>E</variorum-dossier></article>"
            ),
        );
        check(Status::Draft, "<main>a</main>", &format!("<main>aH{live} preview>E</variorum-dossier></main>"));
        check(Status::Published, "<main>a", &format!("<main>aH{live}>E</variorum-dossier>"));
        check(
            Status::Published,
            "<main>a<variorum-dossier src=x.json show=\"differ\">old</variorum-dossier>b</main>",
            &format!("<main>aH{live} src=x.json show=\"differ\">E</variorum-dossier>b</main>"),
        );
    }
}

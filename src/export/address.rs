//! Where what a dossier speaks of has its address.

use crate::dossier::{Dossier, Source, SourceIndex};
use crate::view::fragment_id;

/// Addresses of the article, the sources, and the claims as parts of the article.
pub struct Addresses<'d> {
    dossier: &'d Dossier,
    /// Scheme and host, empty where they are not known.
    site: &'d str,
    article: String,
}

impl<'d> Addresses<'d> {
    /// `base` is where the article stands, if the dossier does not say so itself: an absolute address, which
    /// path-absolute ones (`/…`) are resolved against. Without one those stay as they are, right for the article's own page.
    pub fn new(dossier: &'d Dossier, base: Option<&'d str>) -> Self {
        let own = dossier.article.url.as_deref();
        let site = base.or(own).map(site).unwrap_or_default();
        let article = own.or(base).unwrap_or_default();
        let article = article.split('#').next().unwrap_or_default();
        Addresses { dossier, site, article: resolved(site, article) }
    }

    /// The same in a page that loads the dossier from another host, which path-absolute ones are on: all but the article's.
    pub fn loaded_from(self, origin: &'d str) -> Self {
        Addresses { site: if origin.is_empty() { self.site } else { origin }, ..self }
    }

    /// Whether they are right everywhere, not in the article's own page alone.
    pub fn are_absolute(&self) -> bool {
        !self.site.is_empty()
    }

    /// Of the article; empty where it is not known.
    pub fn article(&self) -> &str {
        &self.article
    }

    /// As the dossier writes it, absolute where that can be known.
    pub fn resolved(&self, url: &str) -> String {
        resolved(self.site, url)
    }

    /// Of the place in the article where its evidence on a claim stands; with an empty claim, where all of it does.
    pub fn claim(&self, id: &str) -> String {
        format!("{}#{}", self.article, fragment_id(self.dossier, id))
    }

    /// Of a source's page, else of its archived copy. `None` where neither is known.
    pub fn page(&self, source: &Source) -> Option<String> {
        source.url.as_deref().or(source.archived.as_deref()).map(|url| self.resolved(url))
    }

    /// Of a source as the dossier describes it.
    pub fn described(&self, at: SourceIndex) -> String {
        format!("{}/sources/{}", self.claim(""), self.dossier.sources[at].id)
    }
}

/// Scheme and host of an absolute address; nothing of any other.
fn site(url: &str) -> &str {
    let Some((scheme, rest)) = url.split_once("://") else { return "" };
    let host = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    &url[..scheme.len() + "://".len() + host]
}

fn resolved(site: &str, url: &str) -> String {
    if url.starts_with('/') { format!("{site}{url}") } else { url.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Article;

    #[test]
    fn addresses() {
        let check = |own: Option<&str>, base: Option<&str>, expected: [&str; 2]| {
            let article = Article { url: own.map(Into::into), headline: None };
            let dossier = Dossier { id: "tram".into(), article, ..Dossier::default() };
            let addresses = Addresses::new(&dossier, base);
            assert_eq!([addresses.claim("people"), addresses.resolved("/log")], expected, "{own:?} {base:?}");
            assert_eq!(addresses.are_absolute(), expected[1] != "/log");
        };
        let absolute = "https://a.example/tram?page=1#top";
        check(Some(absolute), None, ["https://a.example/tram?page=1#variorum-tram.people", "https://a.example/log"]);
        check(None, Some("http://b.example"), ["http://b.example#variorum-tram.people", "http://b.example/log"]);
        check(
            Some("/tram"),
            Some("https://b.example/x/y"),
            ["https://b.example/tram#variorum-tram.people", "https://b.example/log"],
        );
        check(Some("/tram"), None, ["/tram#variorum-tram.people", "/log"]);
        check(None, None, ["#variorum-tram.people", "/log"]);
    }
}

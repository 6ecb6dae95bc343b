//! Where addresses without a host lead.

use super::Dossier;

impl Dossier {
    /// Completes path-absolute addresses (`/…`) of sources and of the publisher for a page that loads the dossier from
    /// `address`, as the page writes it. Where that is relative to the page, so are they, and stay as they are. The
    /// article's own address stays: its page is where it is shown.
    pub fn resolve(&mut self, address: &str) {
        let origin = origin(address);
        if origin.is_empty() {
            return;
        }
        for source in &mut self.sources {
            complete(&mut source.url, origin);
            complete(&mut source.archived, origin);
        }
        let publisher = &mut self.publisher;
        for url in [&mut publisher.url, &mut publisher.contact, &mut publisher.corrections] {
            complete(url, origin);
        }
    }
}

fn complete(url: &mut Option<String>, origin: &str) {
    if let Some(url) = url
        && url.starts_with('/')
    {
        url.insert_str(0, origin);
    }
}

/// Scheme and host of an address of the web; empty for any other.
fn origin(address: &str) -> &str {
    let is_web = |scheme: &&str| address.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme));
    let Some(scheme) = ["https://", "http://"].into_iter().find(is_web) else { return "" };
    let ends = |byte: u8| matches!(byte, b'/' | b'?' | b'#');
    let end = address.bytes().skip(scheme.len()).position(ends).map_or(address.len(), |end| scheme.len() + end);
    address.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{Publisher, Source};
    use super::*;

    #[test]
    fn resolves() {
        let check = |address: &str, url: &str, expected: &str| {
            let url = || Some(url.to_owned());
            let mut dossier = Dossier {
                publisher: Publisher { name: "Ledger".into(), url: url(), corrections: url(), contact: url() },
                sources: vec![Source { url: url(), archived: url(), ..Source::default() }, Source::default()],
                ..Dossier::default()
            };
            dossier.resolve(address);
            let (source, publisher) = (&dossier.sources[0], &dossier.publisher);
            for found in [&source.url, &source.archived, &publisher.url, &publisher.corrections, &publisher.contact] {
                assert_eq!(found.as_deref(), Some(expected), "{address}");
            }
            assert_eq!(dossier.sources[1], Source::default());
        };
        check("https://cdn.example/dossiers/tram.json", "/log", "https://cdn.example/log");
        check("http://cdn.example:8080/tram.json?v=2#x", "/log?a#b", "http://cdn.example:8080/log?a#b");
        check("HTTPS://cdn.example", "/log", "HTTPS://cdn.example/log");
        check("https://cdn.example?tram", "/log", "https://cdn.example/log");
        check("https://cdn.example/tram.json", "https://log.example/", "https://log.example/");
        check("https://cdn.example/tram.json", "mailto:desk@ledger.example", "mailto:desk@ledger.example");
        for own in ["", "/dossiers/tram.json", "tram.json", "../https://cdn.example/tram.json", "data:,x", "httpß://x"]
        {
            check(own, "/log", "/log");
        }
    }
}

//! The name that was probably meant.

/// The name nearest to a word, if it is near: at most a third of its letters away.
pub(super) fn nearest<'n>(word: &str, names: &[&'n str]) -> Option<&'n str> {
    let distance = |name: &str| strsim::osa_distance(&word.to_lowercase(), name);
    names.iter().copied().min_by_key(|name| distance(name)).filter(|name| distance(name) <= name.len().div_ceil(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_only() {
        let check = |word: &str, expected: Option<&str>| {
            assert_eq!(nearest(word, &["question", "readings", "type", "is"]), expected, "{word}");
        };
        check("qestion", Some("question"));
        check("Readings", Some("readings"));
        check("reading", Some("readings"));
        check("tpye", Some("type"));
        check("s", Some("is"));
        check("colour", None);
        assert_eq!(nearest("any", &[]), None);
    }
}

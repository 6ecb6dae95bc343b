//! The fuzz target's own entry, without a fuzzer: what it begins with, and cases that are like that.

use crate::case::obeys;
use proptest::prelude::*;
use std::fs;

#[test]
fn seeds_obey() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds/locate");
    let seeds: Vec<_> = fs::read_dir(folder).expect("the seeds").flatten().collect();
    assert!(seeds.len() >= 8, "{} seeds only", seeds.len());
    for seed in seeds {
        obeys(&fs::read_to_string(seed.path()).expect("a seed is UTF-8"));
    }
}

proptest! {
    /// Of few letters, so that quotes stand somewhere, and edges stand everywhere.
    #[test]
    fn cases_obey(case in "[ab 1’'é\u{301}|¶]{0,4}\\{?[ab 1’'é\u{301}-]{0,30}\\}?[ab 1]{0,4}\n[ab 1’'é\u{301}|¶京-]{0,120}") {
        obeys(&case);
    }

    #[test]
    fn anything_obeys(case: String) {
        obeys(&case);
    }
}

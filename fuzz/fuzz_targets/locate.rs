//! Any page, any quote: nothing panics, and what is found obeys the laws of the tests. Cases are text, so that a seed
//! or a crash can be read; see `read` there.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/anchor/case.rs"]
mod case;
#[path = "../../tests/anchor/pieces.rs"]
mod pieces;

fuzz_target!(|case: &str| case::obeys(case));

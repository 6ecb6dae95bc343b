//! Lines, one after the other, each as long as a job may be.

use super::Failed;
use crate::page;
use std::io::{self, BufRead, Read};

/// A line with a page in it is longer than the page: each of its bytes may take six.
const MAX: u64 = 6 * page::MAX;

/// The number of a line, from 1, and what it says, unless it is too long.
pub type Line = (u64, Result<Vec<u8>, Failed>);

/// What is read line by line.
pub struct Lines<R> {
    input: R,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    pub fn new(input: R) -> Self {
        Self { input, number: 0 }
    }

    /// The next line that is not blank.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut text = Vec::new();
            self.input.by_ref().take(MAX).read_until(b'\n', &mut text)?;
            self.number += 1;
            if text.len() as u64 == MAX && !text.ends_with(b"\n") {
                self.input.skip_until(b'\n')?;
                let why = format!("a line longer than {} MiB is no job", MAX >> 20);
                return Ok(Some((self.number, Err(Failed(Some("job"), why)))));
            }
            if text.is_empty() {
                return Ok(None);
            }
            if !text.trim_ascii().is_empty() {
                return Ok(Some((self.number, Ok(text))));
            }
        }
    }
}

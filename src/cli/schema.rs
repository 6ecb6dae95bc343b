//! `variorum schema`

use super::{Failure, print};
use variorum::dossier::SCHEMA;

pub fn run() -> Result<(), Failure> {
    Ok(print(SCHEMA)?)
}

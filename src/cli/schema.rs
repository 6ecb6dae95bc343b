//! `variorum schema`

use variorum::dossier::SCHEMA;

pub fn run() {
    super::print(SCHEMA);
}

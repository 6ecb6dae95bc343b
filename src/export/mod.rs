//! A dossier in forms that others read, and annotations made into a dossier.
//!
//! | form | for | what it holds |
//! |---|---|---|
//! | [`web_annotation`] | annotation tools, and back | all of the dossier: [`import`](mod@import) makes the same of it |
//! | [`schema_org`] | search engines, in an article's page | what readers see of answers and quotations |
//! | [`csv`] | spreadsheets | one row a reading |
//! | [`markdown`] | a CMS, a mail | the evidence |
//!
//! A dossier that is exported has no faults, so that its tree and what was read of it are in the same order.

mod address;
pub mod csv;
pub mod import;
pub mod markdown;
mod others;
pub mod schema_org;
pub mod toml;
pub mod web_annotation;

pub use address::Addresses;

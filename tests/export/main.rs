//! Dossiers in the forms of others, and back.

mod annotations;
mod documents;
mod generated;
mod others;
mod processors;
mod support;

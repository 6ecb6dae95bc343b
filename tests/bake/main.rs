//! Pages with marks and evidence put in, and as they were again.

mod laws;
mod pages;
mod places;
mod support;
mod table;

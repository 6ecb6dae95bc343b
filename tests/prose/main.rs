//! What words come to, alone and in running text.

mod laws;
mod notation;
mod reports;
mod running;
mod sentences;
mod typed;
mod words;

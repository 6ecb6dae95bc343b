//! Figures as reports print them: "nearly four hours", "at least ten attackers", "the end of 2017". Knows neither files
//! nor DOM.
//!
//! [`understand`] reads the printed words of one value, all of them or not at all: words that are left over could
//! change what the figure means ("two *of the ten*"). [`agrees`] asks whether a value that was typed is what its words
//! say.
//!
//! A small grammar over tokens; what it knows of a language stands in one file. Where a word is not a figure,
//! nothing is read into it: "several" is [`Hedge::Plural`](crate::dossier::Hedge::Plural) of one, "the second" is none.

mod date;
mod language;
mod length;
mod number;
mod scan;
mod token;
mod understand;

pub use date::PrintedDate;
pub use understand::{WhyNot, agrees, understand};

#[cfg(test)]
mod tests;

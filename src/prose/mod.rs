//! Figures as reports print them: "nearly four hours", "at least ten attackers", "the end of 2017". Knows neither files
//! nor DOM.
//!
//! [`understand`] reads the printed words of one value, all of them or not at all: words that are left over could
//! change what the figure means ("two *of the ten*"). [`agrees`] asks whether a value that was typed is what its words
//! say.
//!
//! [`quantities`] finds all figures in running text, with what is counted; [`sentences`] cuts it.
//!
//! A small grammar over tokens; what it knows of a language stands in one file. Where a word is not a figure,
//! nothing is read into it: "several" is [`Hedge::Plural`] of one, "the second" is none.

mod amount;
mod date;
mod figure;
mod find;
mod language;
mod length;
mod number;
mod printed_date;
mod scan;
mod sentence;
mod token;
mod understand;
mod why;

pub use find::{Quantity, quantities};
pub use printed_date::PrintedDate;
pub use sentence::sentences;
pub use understand::{agrees, understand};
pub use why::WhyNot;

use crate::dossier::{Bounds, ClaimKind, Decimal, Duration, Hedge};

/// What the words of a figure come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// A length of time.
    Duration(Bounds<Duration>),
    /// So many of something.
    Count(Bounds<u64>),
    /// So much.
    Quantity {
        /// The figure.
        amount: Bounds<Decimal>,
        /// Its unit, a UCUM or ISO 4217 code.
        unit: &'static str,
    },
    /// A date or a time of day.
    Date(Bounds<PrintedDate>),
}

impl Meaning {
    /// The type of claim that it can answer.
    pub fn kind(&self) -> ClaimKind {
        match self {
            Meaning::Duration(_) => ClaimKind::Duration,
            Meaning::Count(_) => ClaimKind::Count,
            Meaning::Quantity { .. } => ClaimKind::Quantity,
            Meaning::Date(_) => ClaimKind::Date,
        }
    }

    /// How it is hedged; a range is exact.
    pub fn hedge(&self) -> Hedge {
        match self {
            Meaning::Duration(bounds) => bounds.hedge(),
            Meaning::Count(bounds) => bounds.hedge(),
            Meaning::Quantity { amount, .. } => amount.hedge(),
            Meaning::Date(bounds) => bounds.hedge(),
        }
    }
}

impl<T> Bounds<T> {
    fn hedge(&self) -> Hedge {
        match self {
            Bounds::Is(_, hedge) => *hedge,
            Bounds::Between(..) => Hedge::Exact,
            Bounds::Min(_) => Hedge::AtLeast,
            Bounds::Max(_) => Hedge::AtMost,
        }
    }
}

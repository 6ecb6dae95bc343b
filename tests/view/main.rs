//! What a reader sees: words, values, card, evidence.

mod card;
mod evidence;
mod format;
mod hostile;
mod icu4x;
mod languages;
mod mark;
mod messages;
mod plot;
mod sum;
mod support;
mod theming;

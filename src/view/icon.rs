//! The sign of each relation, drawn: fonts have no ≠ and ≈ of one weight.

use super::writer::Writer;
use super::{Attr, Tag};
use crate::dossier::Relation;

/// Filled shapes on a square of 16 units; the colour is the text's, by the style sheet.
pub(super) fn sign(to: &mut Writer, relation: Relation) {
    let shape = match relation {
        Relation::Contradict => {
            "M3 5h7.3l1.6-3 1.4.8L12.1 5H13v1.8h-1.9L9.5 9.2H13V11H8.5L6.6 14.5l-1.4-.8L6.7 11H3V9.2h4.6l1.6-2.4H3Z"
        }
        Relation::Differ => {
            "M2 9.4C3.6 5.6 6.2 5.6 8.3 7.2s3.2 1.3 4.3-1l1.6.8c-1.7 3.6-4.3 3.7-6.7 1.9S4.6 8 3.6 10.2Z"
        }
        Relation::Nuance => {
            "M2 7C3.6 3.4 6.2 3.4 8.3 4.8s3.2 1.1 4.3-1l1.6.8c-1.7 3.4-4.3 3.5-6.7 1.8S4.6 5.6 3.6 7.7ZM2 12.2C3.6 8.6 6.2 8.6 8.3 10s3.2 1.1 4.3-1l1.6.8c-1.7 3.4-4.3 3.5-6.7 1.8S4.6 10.8 3.6 12.9Z"
        }
        Relation::Agree => "M3 5h10v1.8H3ZM3 9.2h10V11H3Z",
        Relation::Single => "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
    };
    to.open(Tag::Svg, "sign");
    for (attr, value) in
        [(Attr::ViewBox, "0 0 16 16"), (Attr::Width, "16"), (Attr::Height, "16"), (Attr::AriaHidden, "true")]
    {
        to.set(attr, value);
    }
    to.open(Tag::Path, "");
    to.set(Attr::D, shape);
    to.close();
    to.close();
}

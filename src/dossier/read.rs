//! The one reader.

use super::build::build;
use super::judge::judge;
use super::{Dossier, Fault, Node};

/// How much a reader lets pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// An editor's check of the JSON form: a field that the format does not have is a fault.
    #[cfg(feature = "editor")]
    Strict,
    /// A reader's page: fields that this program does not know are those of a later 1.x, and are ignored.
    Lenient,
    /// An editor's own file: as strict, but a value may be the printed words alone (`value = "nearly four hours"`),
    /// which gives [`Value::Printed`](super::Value::Printed).
    #[cfg(feature = "editor")]
    Authoring,
}

impl Strictness {
    pub(super) fn takes_printed_words(self) -> bool {
        match self {
            #[cfg(feature = "editor")]
            Strictness::Authoring => true,
            _ => false,
        }
    }
}

impl Dossier {
    /// Reads a dossier, and gives every fault found with it, in the order in which they stand in the text.
    ///
    /// A fault inside a claim leaves out that claim; one in the head, a source or the provenance leaves nothing to
    /// give. A field that the format does not have leaves out nothing.
    pub fn read(node: &Node, strictness: Strictness) -> (Option<Dossier>, Vec<Fault>) {
        let verdict = judge(node, strictness);
        let dossier = if verdict.fatal { None } else { build(node, &verdict) };
        #[cfg_attr(not(feature = "editor"), expect(unused_mut, reason = "a page has no positions to sort by"))]
        let mut faults = verdict.faults;
        #[cfg(feature = "editor")]
        faults.sort_by_key(|fault| fault.place().span.start);
        (dossier, faults)
    }
}

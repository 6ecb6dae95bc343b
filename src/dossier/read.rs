//! The one reader.

use super::walk::Walk;
use super::words::is_other_major;
use super::{Dossier, Fault, Kind, Node, Place, Reason};

/// How much a reader lets pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// An editor's check of the JSON form: a field that the format does not have is a fault.
    #[cfg(feature = "editor")]
    Strict,
    /// A reader's page: fields that this program does not know are those of a later 1.x, and are ignored; so are
    /// those that no page has a use for (saved files, positions in them, copies of what was computed).
    Lenient,
    /// An editor's own file: as strict, but a value may be the printed words alone (`value = "nearly four hours"`),
    /// which gives [`Value::Printed`](super::Value::Printed).
    #[cfg(feature = "editor")]
    Authoring,
}

impl Dossier {
    /// Reads a dossier, and gives every fault found with it, in the order in which they stand in the text.
    ///
    /// A fault inside a claim leaves out that claim; one in the head, a source or the provenance leaves nothing to
    /// give. A field that the format does not have leaves out nothing.
    pub fn read(node: &Node, strictness: Strictness) -> (Option<Dossier>, Vec<Fault>) {
        // Of another major version nothing is known, so nothing else is judged.
        if let Some(version) = node.get("variorum")
            && version.as_str().is_some_and(is_other_major)
        {
            let place = Place { path: "variorum".to_owned(), span: version.span };
            let message = "This is another major version of the format: this program reads 1.x.";
            return (None, vec![Fault::new(place, Reason::Version, true, Kind::Version, message.to_owned())]);
        }
        let mut dossier = Dossier::default();
        let mut walk = Walk::new(node, strictness);
        walk.dossier(&mut dossier);
        #[cfg(feature = "editor")]
        walk.faults.sort_by_key(|fault| fault.place().span.start);
        ((!walk.is_fatal).then_some(dossier), walk.faults)
    }
}

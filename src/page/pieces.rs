//! The text nodes of a walk, and what they have been split into since.

use web_sys::Text;

/// Text nodes by piece. A piece that has been split goes on in further nodes, which hold its text together.
#[derive(Default)]
pub struct Pieces {
    nodes: Vec<Text>,
    /// By piece, ascending: the nodes it goes on in, in order.
    further: Vec<(usize, Vec<Text>)>,
}

impl Pieces {
    /// Adds the next piece.
    pub fn push(&mut self, node: Text) {
        self.nodes.push(node);
    }

    /// The node of each piece; of one that was split, the first.
    pub fn nodes(&self) -> &[Text] {
        &self.nodes
    }

    /// The nodes that hold the text of a piece, in order.
    pub fn parts(&self, piece: usize) -> impl Iterator<Item = &Text> {
        let further = self.further.binary_search_by_key(&piece, |(piece, _)| *piece).ok();
        let further = further.map_or(&[][..], |at| &self.further[at].1);
        self.nodes.get(piece).into_iter().chain(further)
    }

    /// Remembers that one of these nodes was split, and into what, itself left out.
    pub fn split(&mut self, piece: usize, node: &Text, rest: &[Text]) {
        if rest.is_empty() {
            return;
        }
        let at = self.further.partition_point(|(other, _)| *other < piece);
        if self.further.get(at).is_none_or(|(other, _)| *other != piece) {
            self.further.insert(at, (piece, Vec::new()));
        }
        let parts = &mut self.further[at].1;
        let after = parts.iter().position(|part| part == node).map_or(0, |at| at + 1);
        parts.splice(after..after, rest.iter().cloned());
    }
}

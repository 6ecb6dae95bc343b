//! Where the check is in the tree of a dossier.

use crate::dossier::{Node, Place};

/// A node, and the way to it.
#[derive(Clone)]
pub(super) struct Here<'n> {
    pub node: &'n Node,
    path: String,
}

impl<'n> Here<'n> {
    pub fn top(node: &'n Node) -> Self {
        Here { node, path: String::new() }
    }

    /// A field, if it is there.
    pub fn get(&self, name: &str) -> Option<Self> {
        let node = self.node.get(name)?;
        let dot = if self.path.is_empty() { "" } else { "." };
        Some(Here { node, path: format!("{}{dot}{name}", self.path) })
    }

    /// Where to look for a field: where it is absent, the object that lacks it.
    pub fn at(&self, name: &str) -> Self {
        self.get(name).unwrap_or_else(|| self.clone())
    }

    /// The items of a list that is a field.
    pub fn items(&self, name: &str) -> impl Iterator<Item = Here<'n>> {
        let list = self.get(name);
        let (path, items) = list.map_or_else(Default::default, |list| (list.path, list.node.items()));
        items.iter().enumerate().map(move |(at, node)| Here { node, path: format!("{path}[{at}]") })
    }

    /// The fields of an object.
    pub fn fields(&self) -> Vec<Here<'n>> {
        self.node.fields().iter().filter_map(|(name, ..)| self.get(name)).collect()
    }

    /// The last step of the way here.
    pub fn name(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn place(&self) -> Place {
        Place { path: self.path.clone(), span: self.node.span }
    }
}

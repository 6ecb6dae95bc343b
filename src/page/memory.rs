//! What the last walk over an article read, block by block: the next one, whichever element's, reads only what has
//! changed since.

use super::list::nodes;
use super::walk::Walked;
use js_sys::WeakMap;
use std::cell::RefCell;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, MutationRecord, Node};

/// So many changes are told apart; after more, everything is read again.
const MOST: usize = 4096;

/// The last walk, and what has changed in the page since, by us too.
#[derive(Default)]
pub struct Memory {
    last: RefCell<Option<Walked>>,
    changes: RefCell<Vec<MutationRecord>>,
}

/// The blocks of a walk, each before those that stand in it: the first is all that is read.
#[derive(Default)]
pub struct Blocks {
    list: Vec<Block>,
    /// Their numbers in the list, by element.
    numbers: WeakMap,
}

struct Block {
    element: Element,
    /// The pieces in it.
    pieces: Range<usize>,
    /// The number after those of the blocks in it.
    end: usize,
    /// Nothing in it has changed, nor could have without being told.
    unchanged: bool,
}

impl Memory {
    /// Notes what has changed.
    pub fn note(&self, records: &[MutationRecord]) {
        let mut changes = self.changes.borrow_mut();
        let room = MOST.saturating_sub(changes.len());
        changes.extend(records.iter().take(room).cloned());
    }

    /// Remembers a walk, during which what was noted since it began has changed.
    pub fn keep(&self, walked: Walked) {
        self.last.replace(Some(walked));
    }

    /// Takes what has changed since into account, and which elements are left out by now. Whether all is as it was.
    pub fn settle(&self, apart: &[Element]) -> bool {
        let changes = self.changes.take();
        let mut last = self.last.borrow_mut();
        let Some(Walked { blocks, apart: before, .. }) = &mut *last else { return false };
        for element in
            apart.iter().filter(|it| !before.contains(it)).chain(before.iter().filter(|it| !apart.contains(it)))
        {
            blocks.touch(element);
        }
        if changes.len() == MOST || !changes.iter().all(|record| blocks.mark(record)) {
            *last = None;
        }
        last.as_ref().is_some_and(Walked::is_unchanged)
    }

    /// The last walk, where all was as it was when that was last asked. Whoever takes it is to bring it back.
    pub fn take_unchanged(&self) -> Option<Walked> {
        self.last.borrow_mut().take_if(|walked| walked.is_unchanged())
    }

    /// Calls `read` with the last walk, the pieces there of an element in which nothing has changed since, and the
    /// number of its block; `false` if it has, or was not met.
    pub fn recall(&self, element: &Element, read: impl FnOnce(&Walked, Range<usize>, usize)) -> bool {
        let last = self.last.borrow();
        let Some(walked) = &*last else { return false };
        let block = walked.blocks.number(element).filter(|&number| walked.blocks.list[number].unchanged);
        if let Some(number) = block {
            read(walked, walked.blocks.list[number].pieces.clone(), number);
        }
        block.is_some()
    }
}

impl Walked {
    /// Whether nothing has changed in all that was read.
    fn is_unchanged(&self) -> bool {
        self.blocks.list.first().is_some_and(|root| root.unchanged)
    }
}

impl Blocks {
    /// A block begins, before which so many pieces were read. Its number.
    pub fn begin(&mut self, element: &Element, pieces: usize) -> usize {
        let number = self.list.len();
        self.push(Block { element: element.clone(), pieces: pieces..pieces, end: number, unchanged: true });
        number
    }

    /// A block has been read, until where so many pieces were.
    pub fn end(&mut self, number: usize, pieces: usize) {
        let end = self.list.len();
        let block = &mut self.list[number];
        (block.pieces.end, block.end) = (pieces, end);
    }

    /// The blocks that a node stands in are to be read again.
    pub fn touch(&mut self, node: &Node) {
        let mut next = Some(node.clone());
        while let Some(node) = next {
            if let Some(number) = self.number(&node)
                && !std::mem::take(&mut self.list[number].unchanged)
            {
                return;
            }
            next = node.parent_node();
        }
    }

    /// Takes over a block of another walk, and all in it, now that so many pieces have been read.
    pub fn append(&mut self, other: &Blocks, number: usize, pieces: usize) {
        let blocks = self.list.len();
        let from = &other.list[number];
        let moved = |piece: usize| piece - from.pieces.start + pieces;
        for Block { element, pieces, end, unchanged } in &other.list[number..from.end] {
            let pieces = moved(pieces.start)..moved(pieces.end);
            self.push(Block { element: element.clone(), pieces, end: end - number + blocks, unchanged: *unchanged });
        }
    }

    fn push(&mut self, block: Block) {
        self.numbers.set(&block.element, &(self.list.len() as u32).into());
        self.list.push(block);
    }

    fn number(&self, node: &Node) -> Option<usize> {
        self.numbers.get(node).as_f64().map(|number| number as usize)
    }

    /// Marks what a change has touched; `false` where it can't be told what that is.
    fn mark(&mut self, record: &MutationRecord) -> bool {
        if let Some(target) = record.target() {
            self.touch(&target);
        }
        // What is no longer in the page can change unseen, and come back.
        nodes(record.removed_nodes()).all(|node| match self.number(&node) {
            Some(number) => {
                let end = self.list[number].end;
                self.list[number..end].iter_mut().for_each(|block| block.unchanged = false);
                true
            }
            None => node.dyn_ref::<Element>().is_none_or(|element| element.first_element_child().is_none()),
        })
    }
}

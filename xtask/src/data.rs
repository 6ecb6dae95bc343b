//! What stands in a module's memory from the start, piece by piece: which of it is still named, once code has gone.

use std::collections::HashSet;
use std::ops::Range;

use walrus::ir::{Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataId, DataKind, Module};

/// A table whose first entry is for 48, the digit nought, may be named by the address 48 entries before it: so many bytes
/// before a piece count as it.
const BEFORE: usize = 64;

/// The pieces whose addresses stand in the module's code, or in such a piece. The linker makes one segment of each.
pub fn named(module: &Module) -> HashSet<DataId> {
    let mut naming = Naming { pieces: pieces(module), waiting: Vec::new() };
    for (_, function) in module.funcs.iter_local() {
        dfs_in_order(&mut naming, function, function.entry_block());
    }
    let mut named = HashSet::new();
    while let Some(piece) = naming.waiting.pop() {
        if named.insert(piece) {
            for word in module.data.get(piece).value.chunks_exact(4) {
                naming.name(u32::from_le_bytes(word.try_into().expect("four bytes")) as usize);
            }
        }
    }
    named
}

/// Makes one segment of all, in which these are zero: its address, and it.
pub fn merge_without<'a>(module: &'a mut Module, forgotten: &HashSet<DataId>) -> Option<(usize, &'a mut [u8])> {
    let mut pieces = pieces(module).into_iter();
    let (whole, first) = pieces.next()?;
    let mut value = std::mem::take(&mut module.data.get_mut(first).value);
    if forgotten.contains(&first) {
        value.fill(0);
    }
    for (at, piece) in pieces {
        value.resize(at.start - whole.start, 0);
        if forgotten.contains(&piece) {
            value.resize(at.end - whole.start, 0);
        } else {
            value.extend(&module.data.get(piece).value);
        }
        for memory in module.memories.iter_mut() {
            memory.data_segments.remove(&piece);
        }
        module.data.delete(piece);
    }
    let data = module.data.get_mut(first);
    data.value = value;
    Some((whole.start, &mut data.value))
}

/// Each piece and the addresses that it fills, in their order.
fn pieces(module: &Module) -> Vec<(Range<usize>, DataId)> {
    let piece = |data: &walrus::Data| match data.kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } => {
            Some((start as usize..start as usize + data.value.len(), data.id()))
        }
        _ => None,
    };
    let mut pieces: Vec<_> = module.data.iter().filter_map(piece).collect();
    pieces.sort_by_key(|(at, _)| at.start);
    pieces
}

struct Naming {
    pieces: Vec<(Range<usize>, DataId)>,
    /// Named, and not yet looked into.
    waiting: Vec<DataId>,
}

impl Naming {
    /// Notes the piece that an address is in, if it is one, and those that begin soon after.
    fn name(&mut self, address: usize) {
        let first = self.pieces.partition_point(|(at, _)| at.end <= address);
        let near = self.pieces[first..].iter().take_while(|(at, _)| at.start <= address + BEFORE);
        self.waiting.extend(near.map(|(_, piece)| *piece));
    }
}

impl<'instr> Visitor<'instr> for Naming {
    fn visit_value(&mut self, value: &Value) {
        if let Value::I32(address) = value {
            self.name(*address as usize);
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.name(load.arg.offset as usize);
    }

    fn visit_store(&mut self, store: &Store) {
        self.name(store.arg.offset as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::FunctionBuilder;

    #[test]
    fn what_is_named_stays() {
        // Three pieces of a word each, at 100, 200 and 300; the second holds an address. Which of them stay.
        let check = |named_by_code: i32, held: u32, expected: [bool; 3]| {
            let mut module = Module::default();
            let memory = module.memories.add_local(false, false, 1, None, None);
            for (start, word) in [(100, 1), (200, held), (300, 3)] {
                let kind = DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(start)) };
                let piece = module.data.add(kind, word.to_le_bytes().into());
                module.memories.get_mut(memory).data_segments.insert(piece);
            }
            let all: HashSet<_> = module.data.iter().map(walrus::Data::id).collect();
            let mut code = FunctionBuilder::new(&mut module.types, &[], &[]);
            code.func_body().i32_const(named_by_code).drop();
            code.finish(vec![], &mut module.funcs);

            let forgotten = all.difference(&named(&module)).copied().collect();
            let (start, merged) = merge_without(&mut module, &forgotten).expect("three pieces");
            assert_eq!((start, merged.len()), (100, 204));
            let stays = [0, 100, 200].map(|at| merged[at..at + 4] != [0; 4]);
            assert_eq!(stays, expected, "{named_by_code}, {held}");
            assert_eq!(module.data.iter().count(), 1);
        };
        check(100, 300, [true, false, false]);
        check(203, 303, [false, true, true]);
        check(200, 304, [false, true, false]);
        // Soon before the first, and too soon.
        check(36, 1, [true, false, false]);
        check(35, 1, [false; 3]);
        check(204, 1, [false; 3]);
    }
}

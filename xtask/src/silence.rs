//! What a panic would say, taken out of the module: in a page nobody sees it, and it takes 8 KB of brotli.
//!
//! Code that panics still traps, as before. The standard library is compiled already when it reaches us, so no option
//! of a stable compiler does this.

use std::collections::HashSet;

use rustc_demangle::demangle;
use walrus::ir::{Instr, InstrSeq, Unreachable, VisitorMut, dfs_pre_order_mut};
use walrus::passes::gc;
use walrus::{Function, FunctionId, LocalFunction, Module};

use crate::data;

/// Parts of the names of functions that end in a panic, or that write values into its message. Texts for readers are
/// never written by `core::fmt`: it would be most of the bundle.
const SILENCED: &[&str] = &[
    "::panicking::",
    "::panic_access_error",
    "::panic_already_",
    "::panic_on_ord_violation",
    "::panic_poisoned",
    "::assert_failed",
    "::capacity_overflow",
    "::expect_failed",
    "::handle_alloc_error",
    "::handle_error",
    "::slice_error_fail",
    "::slice_index_fail",
    "::throw_str",
    "::unwrap_failed",
    "::fmt::",
    "::unicode::printable::",
    "::escape_debug",
];

/// Leaves the trap alone of every such function, and of whoever only ends in one; forgets what only they name: the texts, the
/// places in the sources, the tables.
pub fn silence(module: &mut Module) {
    let before = data::named(module);
    let by_name = |function: &Function| {
        let name = demangle(function.name.as_deref().unwrap_or_default()).to_string();
        SILENCED.iter().any(|part| name.contains(part))
    };
    let mut silent = HashSet::new();
    let mut found: Vec<_> = module.funcs.iter().filter(|function| by_name(function)).map(Function::id).collect();
    while !found.is_empty() {
        silent.extend(found.drain(..));
        for (id, function) in module.funcs.iter_local_mut() {
            let entry = function.entry_block();
            dfs_pre_order_mut(&mut Cut { silent: &silent }, function, entry);
            if !silent.contains(&id) && only_traps(function) {
                found.push(id);
            }
        }
    }
    for (id, function) in module.funcs.iter_local_mut() {
        if silent.contains(&id) {
            let mut body = function.builder_mut().func_body();
            body.instrs_mut().clear();
            body.unreachable();
        }
    }
    gc::run(module);
    let after = data::named(module);
    if let Some((start, data)) = data::merge_without(module, &before.difference(&after).copied().collect()) {
        forget_places(data, start);
    }
}

/// Puts a trap in place of each call of a silent function, and of what it would be given.
struct Cut<'a> {
    silent: &'a HashSet<FunctionId>,
}

impl VisitorMut for Cut<'_> {
    fn start_instr_seq_mut(&mut self, block: &mut InstrSeq) {
        let calls = |instr: &Instr| matches!(instr, Instr::Call(call) if self.silent.contains(&call.func));
        if let Some(call) = block.instrs.iter().position(|(instr, _)| calls(instr)) {
            let given = |instr: &Instr| matches!(instr, Instr::Const(_) | Instr::LocalGet(_) | Instr::Binop(_));
            let from = block.instrs[..call].iter().rposition(|(instr, _)| !given(instr)).map_or(0, |last| last + 1);
            block.instrs.truncate(from);
            block.instrs.push((Unreachable {}.into(), Default::default()));
        }
    }
}

/// Whether a function does nothing that lasts before it traps.
fn only_traps(function: &LocalFunction) -> bool {
    let lasts = |instr: &Instr| {
        !matches!(
            instr,
            Instr::Const(_)
                | Instr::LocalGet(_)
                | Instr::LocalSet(_)
                | Instr::LocalTee(_)
                | Instr::GlobalGet(_)
                | Instr::GlobalSet(_)
                | Instr::Binop(_)
                | Instr::Unop(_)
                | Instr::Load(_)
                | Instr::Store(_)
        )
    };
    let first = function.block(function.entry_block()).instrs.iter().find(|(instr, _)| lasts(instr));
    matches!(first, Some((Instr::Unreachable(_), _)))
}

/// Zeroes each `core::panic::Location` (address and length of a path that ends in `.rs`, line, column), and the paths: those that
/// are handed on to code that may not panic.
fn forget_places(data: &mut [u8], start: usize) {
    let mut places = Vec::new();
    for at in (0..data.len().saturating_sub(15)).step_by(4) {
        let word = |n: usize| {
            let bytes = data[at + 4 * n..at + 4 * n + 4].try_into().expect("four bytes");
            u32::from_le_bytes(bytes) as usize
        };
        let Some(from) = word(0).checked_sub(start) else { continue };
        let path = from..from.saturating_add(word(1));
        let is_place =
            |path: &[u8]| path.ends_with(b".rs") && path.iter().all(u8::is_ascii_graphic) && path.len() < 200;
        if data.get(path.clone()).is_some_and(is_place) {
            places.extend([at..at + 16, path]);
        }
    }
    for place in places {
        data[place].fill(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ValType};

    #[test]
    fn panics_and_what_only_ends_in_them_just_trap() {
        // A function's name, whether another calls it, and how many instructions both have then.
        let check = |name: &str, lasting: bool, expected: (usize, usize)| {
            let mut module = Module::default();
            let memory = module.memories.add_local(false, false, 1, None, None);
            let mut panics = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
            panics.name(name.into()).func_body().i32_const(1000).drop().i32_const(1004).drop();
            let given = module.locals.add(ValType::I32);
            let panics = panics.finish(vec![given], &mut module.funcs);
            let mut calls = FunctionBuilder::new(&mut module.types, &[], &[]);
            if lasting {
                calls.func_body().i32_const(1).memory_size(memory).drop().drop();
            }
            calls.func_body().i32_const(1000).call(panics);
            let calls = calls.finish(vec![], &mut module.funcs);
            for (name, function) in [("panics", panics), ("calls", calls)] {
                module.exports.add(name, function);
            }
            silence(&mut module);
            let length = |function| {
                let function: &LocalFunction = module.funcs.get(function).kind.unwrap_local();
                function.block(function.entry_block()).instrs.len()
            };
            assert_eq!((length(panics), length(calls)), expected, "{name}, {lasting}");
        };
        check("_ZN4core9panicking5panic17h0123456789abcdefE", false, (1, 1));
        check("core::panicking::panic", true, (1, 5));
        check("core::cmp::max", false, (4, 2));
    }

    #[test]
    fn places_are_forgotten() {
        let check = |words: [u32; 4], expected: &[u8]| {
            let mut data: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
            data.extend(b"src/a.rs and more");
            forget_places(&mut data, 1000);
            assert_eq!(&data[16..], expected, "{words:?}");
        };
        check([1016, 8, 3, 5], b"\0\0\0\0\0\0\0\0 and more");
        check([1016, 9, 3, 5], b"src/a.rs and more");
        check([1018, 90, 3, 5], b"src/a.rs and more");
        check([16, 8, 3, 5], b"src/a.rs and more");
    }
}

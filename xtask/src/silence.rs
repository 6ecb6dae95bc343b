//! What a panic would say, taken out of the module: in a page nobody sees it, and it takes 5 KB of brotli.
//!
//! Code that panics still traps, as before. The standard library is compiled already when it reaches us, so no option
//! of a stable compiler does this.

use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, FunctionKind, Module};

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
    "::unwrap_failed",
    "::fmt::",
    "::unicode::printable::",
    "::escape_debug",
];

/// Leaves the trap alone of every such function, and forgets where in the sources it was called.
pub fn silence(module: &mut Module) {
    for function in module.funcs.iter_mut() {
        let name = function.name.as_deref().unwrap_or_default();
        let silenced = SILENCED.iter().any(|part| name.contains(part));
        if let (true, FunctionKind::Local(local)) = (silenced, &mut function.kind) {
            let mut body = local.builder_mut().func_body();
            body.instrs_mut().clear();
            body.unreachable();
        }
    }
    let ids: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind {
            forget_places(&mut data.value, start as usize);
        }
    }
}

/// Zeroes each `core::panic::Location` (address and length of a path that ends in `.rs`, line, column), and the paths.
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

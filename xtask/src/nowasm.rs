//! The module as a script, for pages where a browser refuses WebAssembly: under a policy without `'wasm-unsafe-eval'`,
//! in a lockdown mode. It is the same code, written as JavaScript by binaryen's wasm2js, with a glue of its own in front.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use walrus::Module;

use crate::{bundle, sh};

/// Features that a script has not, as the module's list of features names them.
const ABSENT: &[&str] = &["reference-types", "multivalue"];

/// What a script has not, but can be written in what it has.
const LOWERINGS: &[&str] = &[
    "--signext-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// In the glue's heap of objects, the first place that is not `undefined`, `null`, `true` or `false`.
const HEAP: i32 = 1028;

/// What wasm2js writes after the module: a call and exports, in place of which stands our own call.
const CALL: &str = "\nvar retasmFunc = ";

/// How the glue sees that memory has grown, and how it has to: a script's memory leaves the buffer it had before as it was.
const GROWN: [(&str, &str); 2] = [
    ("cachedUint8ArrayMemory0.byteLength === 0", "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer"),
    ("cachedDataViewMemory0.buffer.detached === undefined && ", ""),
];

/// The script, of the module as the compiler left it. `None` if wasm2js is not installed.
pub fn script(module: &[u8]) -> Option<Result<String>> {
    let (wasm_opt, wasm2js) = (bundle::tool("wasm-opt")?, bundle::tool("wasm2js")?);
    Some(write(module, wasm_opt, wasm2js))
}

fn write(module: &[u8], mut wasm_opt: Command, mut wasm2js: Command) -> Result<String> {
    let (mut glue, wasm) = bundle::glue(plain(module)?)?;
    let [whole, lowered, written] =
        ["nowasm.wasm", "nowasm-lowered.wasm", "nowasm-module.js"].map(|name| bundle::work().join(name));
    fs::write(&whole, wasm)?;
    let features = bundle::WASM_FEATURES.iter().filter(|flag| !ABSENT.iter().any(|name| flag.ends_with(name)));
    sh::run(wasm_opt.args(features).args(LOWERINGS).arg(&whole).arg("-o").arg(&lowered))?;
    sh::run(wasm2js.arg("-Oz").arg(&lowered).arg("-o").arg(&written))?;

    let module = fs::read_to_string(written)?;
    let (import, module) = module.split_once('\n').context("wasm2js wrote nothing")?;
    ensure!(import.starts_with("import "), "wasm2js begins with {import:?}");
    let (module, _) = module.split_once(CALL).context("wasm2js has no call of its module")?;
    for (asked, asks) in GROWN {
        ensure!(glue.contains(asked), "the glue does not ask {asked:?}");
        glue = glue.replace(asked, asks);
    }
    Ok(format!(
        "function module(imports) {{{module}\nreturn asmFunc(imports); }}
const WebAssembly = {{
  Instance: class {{}},
  instantiate: (_, imports) => ({{ instance: {{ exports: module(imports) }} }}),
}};
{glue}
await __wbg_init();
"
    ))
}

/// The module without what a script has not: the glue maker then keeps the page's objects in a list.
fn plain(module: &[u8]) -> Result<Module> {
    let mut module = Module::from_buffer(module)?;
    let mut features = module.customs.remove_raw("target_features").context("the module lists no features")?;
    for name in ABSENT {
        let used = [b"+", &[name.len() as u8][..], name.as_bytes()].concat();
        let at = features.data.windows(used.len()).position(|part| part == used);
        features.data[at.with_context(|| format!("the module does not use {name}"))?] = b'-';
    }
    module.customs.add(features);
    // Where the glue maker keeps objects in a table it writes this number itself.
    let end = module.imports.get_func("__wbindgen_externref_xform__", "__wbindgen_externref_statics_end")?;
    module.replace_imported_func(end, |(body, _)| {
        body.i32_const(HEAP);
    })?;
    Ok(module)
}

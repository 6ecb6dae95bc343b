// How the module starts: xtask writes this behind the glue, whose `__wbg_init` it calls.

const NOWASM = '__NOWASM_INTEGRITY__';

/**
 * Starts the module that `response` brings. Where there is none, or WebAssembly is refused, `instead` is the same module
 * as a script, which `script(name, integrity)` loads. `faults` are told of, and no more.
 */
export async function start(response, script) {
  const faults = [];
  const fault = (reason, message) => faults.push({ reason, fatal: false, message });
  let refused = 'not asked for';
  if (response) {
    const type = response.headers.get('content-type') ?? '';
    const right = /^application.wasm/.test(type);
    if (!right) fault('wasm-type', `served as ${type}`);
    try {
      await __wbg_init({ module_or_path: right ? response : await response.arrayBuffer() });
      return { faults };
    } catch ({ message }) {
      refused = message;
      fault('wasm-blocked', `${message}; a script stands in, larger and slower: ?nowasm behind the shell's address asks for it`);
    }
  }
  const instead = await script('variorum-nowasm.js', NOWASM).catch((error) => {
    throw Object.assign(error, { reason: 'wasm-blocked', message: `${refused}; and ${error.message}` });
  });
  return { instead, faults };
}

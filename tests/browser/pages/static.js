console.warn("one line", 1);
const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const say = (what) => () => (document.documentElement.dataset.wasm = what);
// WebKit refuses to instantiate, not to compile.
WebAssembly.instantiate(empty).then(say("runs"), say("refused"));

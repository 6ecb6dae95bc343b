// Variorum's shell: the element's class, loading, limits, integrity. What it loads does everything else.

const here = new URL('.', import.meta.url);
const GLUE = '__GLUE_INTEGRITY__';
const WASM = '__WASM_INTEGRITY__';
const LIMIT = 262144; // bytes of a dossier
const PATIENCE = 20000; // milliseconds for any file

/** Why something could not be shown: `reason` is one of the documented words. */
class Failure extends Error {
  constructor(reason, message, path) {
    super(message);
    Object.assign(this, { reason, path, fatal: true });
  }
}

async function get(url, integrity = '') {
  let response;
  try {
    response = await fetch(url, { integrity, signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    throw error.name === 'TimeoutError'
      ? new Failure('timeout', `no answer from ${url}`)
      : await lost(url, integrity);
  }
  if (!response.ok) throw new Failure('not-found', `${url} answers ${response.status}`);
  return response;
}

// A wrong hash, a 404 and a refused connection are one TypeError in all engines: one HEAD tells them apart.
async function lost(url, integrity) {
  const there = integrity && (await fetch(url, { method: 'HEAD' }).then((r) => r.ok, () => false));
  return there
    ? new Failure('integrity', `${url} is not the file that this shell was built with`)
    : new Failure('not-found', `${url} can't be fetched`);
}

async function readDossier(url) {
  const response = await get(url);
  const chunks = [];
  let size = 0;
  for (let reader = response.body.getReader(), part; !(part = await reader.read()).done; ) {
    size += part.value.length;
    if (size > LIMIT) {
      reader.cancel();
      throw new Failure('too-large', `${url} has more than ${LIMIT} bytes`);
    }
    chunks.push(part.value);
  }
  try {
    return JSON.parse(await new Blob(chunks).text());
  } catch (error) {
    throw new Failure('not-json', `${url}: ${error.message}`);
  }
}

let core;

function load() {
  core ??= start();
  core.catch(() => (core = undefined));
  return core;
}

async function start() {
  const url = new URL('variorum-page.js', here).href;
  const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href: url, integrity: GLUE });
  try {
    // Never import after `error`: Chromium would take the file unchecked.
    await new Promise((done, fail) => {
      link.onload = done;
      link.onerror = fail;
      document.head.append(link);
    });
  } catch {
    throw await lost(url, GLUE);
  } finally {
    link.remove();
  }
  const wasm = new URL('variorum.wasm', here).href;
  const [glue, response] = await Promise.all([import(url), get(wasm, WASM)]);
  const type = response.headers.get('content-type') ?? '';
  const right = type.startsWith('application/wasm');
  try {
    await glue.default({ module_or_path: right ? response : await response.arrayBuffer() });
  } catch (error) {
    throw new Failure('wasm-blocked', `the page's policy or browser refuses WebAssembly: ${error.message}`);
  }
  const faults = right ? [] : [{ reason: 'wasm-type', fatal: false, message: `${wasm} is served as “${type}”` }];
  return { glue, faults };
}

async function put(element, dossier, options) {
  const [{ glue, faults }, data] = await Promise.all([load(), dossier]);
  const wanted = [options.lang, element.closest('[lang]')?.lang, data?.lang].filter((tag) => typeof tag === 'string');
  const { path, integrity } = glue.messages(wanted);
  const messages = await (await get(new URL(path, here).href, integrity)).text();
  return () => {
    const mounted = glue.mount(element, data, messages, options);
    [...faults.splice(0), ...mounted.faults].forEach((fault) => report(element, fault));
    const { handle } = mounted;
    return handle
      ? {
          open: (claim) => glue.open(handle, claim),
          close: () => glue.close(handle),
          refresh: () => glue.refresh(handle),
          unmount: () => glue.unmount(handle),
        }
      : undefined;
  };
}

function report(element, { reason = 'broken', path, fatal = true, message }) {
  console.warn(`variorum: ${reason}: ${path ? `${path}: ` : ''}${message}`);
  const detail = { reason, path, fatal, message };
  element.dispatchEvent(new CustomEvent('variorum-error', { bubbles: true, composed: true, detail }));
}

const idle = (act) => (globalThis.requestIdleCallback ?? setTimeout)(act);
const NAMES = ['src', 'article', 'source', 'show', 'marks', 'overview', 'lang', 'preview', 'remember'];

export class VariorumDossier extends HTMLElement {
  static observedAttributes = NAMES;
  #mounted;
  #dossier;
  /** What the load under way, or done, is known by; nothing while the element is out of the page. */
  #run;

  connectedCallback() {
    if (!this.#run) this.#start();
  }

  disconnectedCallback() {
    // An element that is only moved keeps what it shows.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(_name, old, now) {
    if (this.#run && old !== now) this.#start();
  }

  /** The dossier as an object, in place of `src`. */
  get dossier() {
    return this.#dossier;
  }

  set dossier(dossier) {
    this.#dossier = dossier;
    if (this.isConnected) this.#start();
  }

  open(claim) {
    return this.#mounted?.open(claim) ?? false;
  }

  close() {
    this.#mounted?.close();
  }

  refresh() {
    this.#mounted?.refresh();
  }

  #stop() {
    this.#run = undefined;
    this.#mounted?.unmount();
    this.#mounted = undefined;
  }

  #start() {
    this.#stop();
    const run = (this.#run = {});
    idle(async () => {
      if (run !== this.#run) return;
      const options = Object.fromEntries(NAMES.map((name) => [name, this.getAttribute(name) ?? undefined]));
      for (const name of ['preview', 'remember']) options[name] = this.hasAttribute(name);
      try {
        const src = this.getAttribute('src');
        if (!this.#dossier && !src) return;
        const dossier = this.#dossier ?? readDossier(new URL(src, this.baseURI).href);
        const show = await put(this, dossier, options);
        if (run === this.#run) this.#mounted = show();
      } catch (error) {
        if (run === this.#run) report(this, error);
      }
    });
  }
}

/** Shows a dossier (an object) in `element`, whatever element it is. */
export async function mount(element, dossier, options = {}) {
  return (await put(element, dossier, options))();
}

/** Where words stand under `root`. Changes nothing. */
export async function locate(root, selectors, { signal } = {}) {
  return (await load()).glue.locate(root, selectors, signal);
}

if (!customElements.get('variorum-dossier')) customElements.define('variorum-dossier', VariorumDossier);

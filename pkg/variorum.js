// Variorum's shell: the element's class, loading, limits, integrity. What it loads does everything else.

/** The absolute address of a file beside this one. */
const beside = (name) => new URL(name, import.meta.url).href;
const GLUE = '__GLUE_INTEGRITY__';
const WASM = '__WASM_INTEGRITY__';
const LIMIT = 262144; // bytes of a dossier
const PATIENCE = 20000; // milliseconds for any file
const LATE = /Timeout|Abort/; // what browsers call it when they are over: WebKit an AbortError

/** Why something could not be shown: `reason` is one of the documented words. */
const failure = (reason, message) => Object.assign(Error(message), { reason });

async function get(url, integrity = '') {
  const response = await fetch(url, { integrity, signal: AbortSignal.timeout(PATIENCE) })
    .catch((error) => lost(error, url, integrity));
  if (!response.ok) throw failure('not-found', `${url} answers ${response.status}`);
  return response;
}

// A wrong hash, a 404 and a refused connection are one TypeError in all engines: one HEAD tells them apart.
async function lost(error, url, integrity) {
  if (LATE.test(error.name)) throw failure('timeout', `${url} does not answer`);
  const there = integrity && (await fetch(url, { method: 'HEAD' }).catch(() => 0)).ok;
  throw there
    ? failure('integrity', `${url} is not of this build`)
    : failure('not-found', `${url} does not answer`);
}

async function readDossier(url) {
  const response = await get(url);
  const chunks = [];
  let size = 0;
  for (let reader = response.body.getReader(), part; !(part = await reader.read().catch((error) => lost(error, url))).done; ) {
    size += part.value.length;
    if (size > LIMIT) {
      reader.cancel();
      throw failure('too-large', `${url} is above ${LIMIT} bytes`);
    }
    chunks.push(part.value);
  }
  try {
    return JSON.parse(await new Blob(chunks).text());
  } catch (error) {
    throw failure('not-json', `${url}: ${error.message}`);
  }
}

let core;

function load() {
  core ??= start();
  core.catch(() => (core = undefined));
  return core;
}

/** One of our own modules, if it is of this build. */
async function script(name, integrity) {
  const url = beside(name);
  // To a policy by nonces this is a script like any other.
  const nonce = document.querySelector('script[nonce]')?.nonce ?? '';
  const link = document.createElement('link');
  // Never import after `error`: Chromium would take the file unchecked.
  await new Promise((done, fail) => {
    Object.assign(link, { rel: 'modulepreload', href: url, integrity, nonce, onload: done, onerror: fail });
    document.head.append(link);
    setTimeout(fail, PATIENCE, { name: 'Timeout' });
  }).catch((error) => lost(error, url, integrity)).finally(() => link.remove());
  return import(url);
}

async function start() {
  // A policy that allows no WebAssembly tells its publisher of each try.
  const wasm = import.meta.url.endsWith('?nowasm') ? undefined : get(beside('variorum.wasm'), WASM);
  const [response, page] = await Promise.all([wasm, script('variorum-page.js', GLUE)]);
  const { instead: glue = page, faults } = await page.start(response, script);
  return { glue, faults };
}

async function put(element, dossier, options) {
  const [{ glue, faults }, data] = await Promise.all([load(), dossier]);
  const wanted = [options.lang, element.closest('[lang]')?.lang, data?.lang].filter((tag) => typeof tag === 'string');
  const { path, integrity } = glue.messages(wanted);
  const messages = await (await get(beside(path), integrity)).text();
  return () => {
    const mounted = glue.mount(element, data, messages, options);
    [...faults.splice(0), ...mounted.faults].forEach((fault) => report(element, fault));
    const { handle } = mounted;
    const method = (name) => [name, (claim) => glue[name](handle, claim)];
    return handle ? Object.fromEntries(['open', 'close', 'refresh', 'unmount'].map(method)) : undefined;
  };
}

function report(element, { reason = 'broken', path, fatal = true, message }) {
  console.warn(`variorum: ${reason}: ${path ? `${path}: ` : ''}${message}`);
  const detail = { reason, path, fatal, message };
  element.dispatchEvent(new CustomEvent('variorum-error', { bubbles: true, composed: true, detail }));
}

// A baked page has its marks and its evidence: nothing is loaded before a pointer, a finger or focus comes near a mark.

/** The baked elements that wait, each with what loads it; and what the reader did last meanwhile. */
const waiting = new Map();
let last;
const listen = (change) => ['pointerover', 'focusin', 'click'].forEach((name) => change(name, attend, true));

function waitNoMore(element) {
  if (waiting.delete(element) && !waiting.size) listen(removeEventListener);
}

function attend(event) {
  const click = event.type === 'click';
  if (!click && last?.type !== 'click') last = event;
  const { target } = event;
  const on = target.closest?.('.variorum-mark');
  const mark = on ?? target.closest?.(':has(> .variorum-mark)')?.querySelector('.variorum-mark');
  if (!mark) return;
  // A mark that goes on in other elements is a link in the first only.
  const before = (link) => link.compareDocumentPosition(mark) & 4;
  const link = mark.hash ? mark : [...document.querySelectorAll('a.variorum-mark')].findLast(before);
  const element = document.getElementById(link?.hash.slice(1))?.closest('variorum-dossier');
  const load = waiting.get(element);
  if (!load) return;
  const shown = load();
  waiting.set(element, () => shown);
  if (!on || !click || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  // A click that comes first gets its card within a second, or is a click on a link.
  last = event;
  event.preventDefault();
  link.ariaBusy = 'true';
  Promise.race([shown, new Promise((done) => setTimeout(done, 1000))]).then((opened) => {
    link.ariaBusy = null;
    if (!opened) location = link.hash;
    last = undefined;
  });
}

const idle = self.requestIdleCallback ?? setTimeout;
const NAMES = ['src', 'article', 'source', 'show', 'marks', 'overview', 'lang', 'preview', 'baked', 'remember'];

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
    waitNoMore(this);
    this.#mounted?.unmount();
    this.#mounted = undefined;
  }

  #start() {
    this.#stop();
    const run = (this.#run = {});
    const load = () => this.#load(run);
    if (!this.hasAttribute('baked')) return idle(load);
    if (!waiting.size) listen(addEventListener);
    waiting.set(this, load);
  }

  /** Whether it is shown in the end. */
  async #load(run) {
    if (run !== this.#run) return;
    const options = Object.fromEntries(NAMES.map((name) => [name, this.getAttribute(name) ?? undefined]));
    options.timing = this.timing;
    try {
      const src = this.getAttribute('src');
      if (!this.#dossier && !src) return;
      const dossier = this.#dossier ?? readDossier(new URL(src, this.baseURI).href);
      const show = await put(this, dossier, options);
      if (run !== this.#run) return;
      if ((this.#mounted = show()) && waiting.has(this)) {
        await new Promise((done) => this.addEventListener('variorum-ready', done, { once: true }));
        if (last) (await load()).glue.attend(last);
        last = undefined;
      }
    } catch (error) {
      if (run === this.#run) report(this, error);
    }
    if (run === this.#run) waitNoMore(this);
    return this.#mounted;
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

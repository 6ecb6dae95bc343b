// In each page of the preview. Beside the list of what was found it shows the places it is asked for; by itself it is
// loaded anew when a file is saved.

import { locate } from '/variorum/variorum.js';
import { follow } from './changes.js';

const element = document.querySelector('variorum-dossier');
const NAME = 'variorum-preview';

if (top === self) {
  let first = true;
  follow(() => (first ? (first = false) : location.reload()));
} else {
  addEventListener('message', async ({ data, origin, source }) => {
    if (origin === location.origin && data.show) source.postMessage({ shown: await show(data.show) }, origin);
  });
  // The preview shows its own pages; others open by themselves.
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.localName === 'a' && node.href);
    if (link && link.origin !== location.origin) link.target = '_blank';
  }, true);
}

/** Shows words, or the card of a claim: what was shown of `words`, `nearest`, `claim`, if anything. */
async function show({ words, nearest, claim }) {
  if (claim && (await open(claim))) return 'claim';
  if (words && (await highlight(words))) return 'words';
  if (nearest && (await highlight({ exact: nearest }))) return 'nearest';
  return 'nothing';
}

async function highlight(words) {
  const named = element?.getAttribute('article');
  const article = (named && document.querySelector(named)) || element?.closest('article') || document.body;
  const [{ ranges = [] }] = await locate(article, [words]);
  if (!ranges.length) return false;
  const style = new CSSStyleSheet();
  style.replaceSync(`::highlight(${NAME}) { background: #ffd76a; color: #1b1d22 }`);
  document.adoptedStyleSheets = [style];
  CSS.highlights.set(NAME, new Highlight(...ranges));
  const { top, height } = ranges[0].getBoundingClientRect();
  scrollBy({ top: top + height / 2 - innerHeight / 2 });
  return true;
}

async function open(claim) {
  if (element?.open(claim)) return true;
  // Its marks may be on their way. Where it has none, it is in the evidence.
  await new Promise((done) => {
    element?.addEventListener('variorum-ready', done, { once: true });
    setTimeout(done, 2000);
  });
  if (element?.open(claim)) return true;
  const evidence = document.querySelector(`section[id$=".${CSS.escape(claim)}"]`);
  if (evidence) location.hash = evidence.id;
  return Boolean(evidence);
}

// The preview's window: a page in a frame, and beside it the pages and what was found. Both anew when a file is saved.

import { follow } from './changes.js';

const find = (selector) => document.querySelector(selector);
const panel = find('#panel');
const stage = find('#stage');
const told = find('#told');

/** What to say of a place that a page has shown. */
const SHOWN = {
  words: '',
  claim: '',
  nearest: 'These words are not in this page. Shown is what is most like them.',
  nothing: 'This is not in this page.',
};

/** What the frame shows: its address, and the state of the files that it was loaded in; and when it does. */
let address, state, loaded;

if (top !== self) top.location = location;

/** What is asked for, as the window's own address says. */
function asked() {
  const asked = new URLSearchParams(location.hash.slice(1));
  return { page: asked.get('page') ?? find('nav a')?.getAttribute('href'), view: asked.get('view') ?? 'full' };
}

function ask(change) {
  told.textContent = '';
  location.hash = new URLSearchParams({ ...asked(), ...change });
}

/** Brings the window to what is asked for. Resolves once the frame shows it. */
function settle() {
  const { page, view } = asked();
  stage.dataset.view = view;
  find('#views').elements.view.value = view;
  for (const link of document.querySelectorAll('nav a')) {
    link.ariaCurrent = link.getAttribute('href') === page ? 'page' : null;
  }
  const wanted = page && new URL(page, location);
  if (wanted && view === 'no-scripts') wanted.search = '?baked';
  find('#alone').hidden = !wanted;
  find('#alone').href = wanted;
  const now = panel.firstElementChild.dataset.state;
  if (wanted?.href !== address || now !== state) loaded = load(wanted?.href, now);
  return loaded;
}

/** Loads a page beneath the one that is shown, and shows it once it is there; the same page as far down as it was. */
function load(wanted, now) {
  const old = stage.querySelector('iframe');
  const down = wanted === address ? old?.contentWindow.scrollY : 0;
  address = wanted;
  state = now;
  if (!wanted) return old?.remove();
  const frame = document.createElement('iframe');
  frame.title = 'The page';
  if (asked().view === 'no-scripts') frame.sandbox = 'allow-same-origin';
  frame.src = wanted;
  return new Promise((done) => {
    frame.addEventListener('load', () => {
      if (down) frame.contentWindow.scrollTo({ top: down, behavior: 'instant' });
      stage.querySelectorAll('iframe').forEach((other) => other !== frame && other.remove());
      done();
      // From now on its links may lead to other pages.
      frame.addEventListener('load', () => (address = frame.contentDocument?.URL));
    }, { once: true });
    stage.prepend(frame);
  });
}

/** Takes the list as it is on disk. What was open in it, and what had focus, is so again. */
async function refresh() {
  const list = await (await fetch('/preview/list')).text();
  const open = panel.querySelector('details[open]')?.dataset.key;
  const focused = document.activeElement?.closest('details')?.dataset.key;
  panel.replaceChildren(...new DOMParser().parseFromString(list, 'text/html').body.childNodes);
  for (const details of panel.querySelectorAll('details')) {
    details.open = details.dataset.key === open;
    if (details.dataset.key === focused) details.firstElementChild.focus();
  }
  await settle();
}

/** Shows the place of a finding in its page, if it is in one. */
async function show({ page, place }) {
  if (!page) return;
  const { view } = asked();
  // Without scripts a page can't show a place.
  ask({ page, view: view === 'no-scripts' ? 'full' : view });
  await settle();
  if (place) stage.querySelector('iframe').contentWindow.postMessage({ show: JSON.parse(place) }, location.origin);
}

panel.addEventListener('click', (event) => {
  const { target } = event;
  const details = target.closest('summary')?.parentElement;
  if (details && !details.open) show(details.dataset);
  const link = target.closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  ask({ page: link.getAttribute('href') });
  settle();
});
find('#views').addEventListener('change', ({ target }) => ask({ view: target.value }));
addEventListener('hashchange', settle);
addEventListener('message', ({ data, origin }) => {
  if (origin === location.origin && data.shown) told.textContent = SHOWN[data.shown];
});
settle();
follow(refresh, (answers) => (told.textContent = answers ? '' : 'The preview has ended: run it again.'));

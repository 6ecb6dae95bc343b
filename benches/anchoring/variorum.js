// Variorum's `locate` as an engine of the comparison with others in a browser: `cargo xtask bench anchoring`.
//
// The harness bundles this file and calls it in real pages, with the folder of the bundle served below `/static/`.

let locate;

export default {
  name: 'variorum',

  /** Once for a page, timed apart: loads the shell, and by a first call that finds nothing the core too. */
  async init({ baseUrl }) {
    ({ locate } = await import(`${baseUrl}/static/variorum.js`));
    await locate(document.createElement('div'), []);
  },

  /** Where each of the selectors stands: a `Range`, or `null` where it is refused. A changed quote counts as found. */
  async anchor(root, selectors) {
    const located = await locate(root, selectors);
    return located.map(({ ranges }) => ranges?.[0] ?? null);
  },
};

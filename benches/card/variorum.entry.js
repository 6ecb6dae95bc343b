// The browser's side: what the publisher's `<script type="module">` does, and no delays where the harness asks for none.
const undelayed = { rest: 0, switch: 0 };

__bench({
  css: '',
  /** The shell, up to where the elements are upgraded: that is the beginning, below. */
  async load() {
    const real = location.search.includes('real=1');
    for (const element of document.querySelectorAll('variorum-dossier')) element.timing = real ? {} : undelayed;
    const { define } = customElements;
    customElements.define = (...args) => (this.begin = () => define.apply(customElements, args));
    // A publisher knows his policy.
    await (location.search.includes('csp=') ? import('/variorum/variorum.js?nowasm') : import('/variorum/variorum.js'));
    customElements.define = define;
  },
  init() {
    this.begin();
  },
  // By name: the harness asks at every frame, and a selector would go through the whole page as long as there is no card.
  popover: () => document.getElementsByTagName('variorum-card')[0]?.shadowRoot
    .querySelector('.card:popover-open, .sheet[open]'),
});

/** Variorum's shell. Importing it defines `<variorum-dossier>`. */

/** Words to find: W3C `TextQuoteSelector`. */
export interface Selector {
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** Where words stand, or why that can't be said. */
export type Located =
  | { ranges: Range[]; score: number; kind: 'exact' | 'folded' | 'near' | 'changed' }
  | { refused: 'absent' | 'ambiguous' };

export type Relation = 'contradict' | 'differ' | 'nuance' | 'agree' | 'single';

/** The element's attributes in camelCase, and the card's delays. */
export interface Options {
  /** Where the dossier comes from. Its addresses without a host (`/…`) are on this one, else on that of the page. */
  src?: string;
  /** CSS selector of the article. */
  article?: string;
  /** Which source of the dossier this page is. */
  source?: string;
  /** Relations to mark, separated by spaces. */
  show?: string;
  /**
   * `text` wraps the words in elements, `paint` paints over them and changes no node, `auto` does so where a framework
   * owns the text. Words in links, buttons, labels and summaries are painted always.
   */
  marks?: 'auto' | 'text' | 'paint';
  overview?: 'none';
  /** BCP 47 tag of the interface. */
  lang?: string;
  /** Show a draft; on loopback pages only. */
  preview?: boolean;
  /** Keep in the browser (`localStorage`, `variorum-marks`) that a reader has turned the marks off. */
  remember?: boolean;
  /** The revision that `variorum bake` put into the page: its marks and evidence are taken over as they stand. */
  baked?: string;
  timing?: Timing;
}

/** The card's delays in milliseconds, for benches. */
export interface Timing {
  rest?: number;
  switch?: number;
  grace?: number;
  corridor?: number;
  seen?: number;
}

export interface Mounted {
  /** Opens the card of a claim, pinned; false where it has no mark. */
  open(claim: string): boolean;
  close(): void;
  /** Looks for the words again. */
  refresh(): void;
  /** Leaves the page as it was. */
  unmount(): void;
}

/**
 * Shows a dossier in an element; `undefined` where a fault is fatal (see `variorum-error`), but for `no-article`. The
 * marks come after it resolves, in slices: `variorum-ready` tells when they all stand.
 */
export function mount(element: HTMLElement, dossier: object, options?: Options): Promise<Mounted | undefined>;

/**
 * Where words stand under `root`, in the order of `selectors`. Changes nothing, and never holds the page up. All text
 * is looked through, that in open shadow roots and what is hidden at the moment too; of equal places, the one that can
 * be seen is meant. Rejects with the reason of `signal` once that is aborted.
 */
export function locate(root: Element, selectors: Selector[], options?: { signal?: AbortSignal }): Promise<Located[]>;

export class VariorumDossier extends HTMLElement {
  dossier?: object;
  timing?: Timing;
  /** Opens the card of a claim, pinned; false where it has no mark, or nothing has been loaded yet. */
  open(claim: string): boolean;
  close(): void;
  refresh(): void;
}

export interface VariorumError {
  /**
   * `no-article` is said once; should one come later, it is shown and marked all the same. `wasm-blocked` is fatal only
   * where the script that stands in for the module can't be loaded either.
   */
  reason:
    | 'not-found' | 'not-json' | 'too-large' | 'version' | 'draft' | 'broken' | 'wasm-blocked' | 'wasm-type'
    | 'integrity' | 'timeout' | 'no-article' | 'no-source';
  /** Where in the dossier. */
  path?: string;
  fatal: boolean;
  message: string;
}

export interface VariorumOpen {
  claim: string;
  relation: Relation;
  by: 'pointer' | 'key' | 'touch' | 'script';
  pinned: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    'variorum-dossier': VariorumDossier;
  }
  interface HTMLElementEventMap {
    /**
     * All that was found is marked. Once for each start: when mounted, when an attribute changed, after `refresh`, when
     * the reader turned the marks off (then with none) or on again. What the page adds, removes or changes later is followed without a word.
     */
    'variorum-ready': CustomEvent<{ claims: number; marks: number; revision: number }>;
    'variorum-open': CustomEvent<VariorumOpen>;
    'variorum-close': CustomEvent<VariorumOpen>;
    /**
     * A claim has no mark where one was wanted, now or any longer: once for each start, claim and reason. `changed`: its
     * place is there, but a number, a negation or a name differs. The last three: the browser can't paint.
     */
    'variorum-missing': CustomEvent<{
      claim: string;
      reason: 'absent' | 'ambiguous' | 'changed' | 'inside-control' | 'framework' | 'not-painted';
    }>;
    'variorum-error': CustomEvent<VariorumError>;
  }
}

// What tests see a page by. The server puts it before anything else of a page, so that nothing is missed.
// It only looks: it changes nothing in the page.
window.harness = (() => {
  const logs = [], events = [], shifts = [], pointers = [], violations = [];
  for (const level of ["error", "warn", "info", "log", "debug"]) {
    const original = console[level];
    console[level] = (...words) => {
      logs.push(level + ": " + words.map(String).join(" "));
      original.apply(console, words);
    };
  }
  // How many listeners there are, of anybody's, on window, document and the elements in it.
  let listeners = 0;
  const which = (type, options) => JSON.stringify([type, Boolean(options?.capture ?? options)]);
  const known = new WeakMap();
  for (const [name, step] of [["addEventListener", 1], ["removeEventListener", -1]]) {
    const original = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (type, act, options) {
      const target = this ?? window;
      if (act && (target === window || target instanceof Node)) {
        const acts = known.get(target) ?? new Map();
        known.set(target, acts);
        const all = acts.get(act) ?? new Set();
        acts.set(act, all);
        const one = which(type, options);
        if (all.has(one) !== (step > 0)) {
          step > 0 ? all.add(one) : all.delete(one);
          listeners += step;
        }
      }
      return original.call(this, type, act, options);
    };
  }
  addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective + " " + event.blockedURI), true);
  addEventListener("error", (event) => logs.push("uncaught: " + event.message));
  addEventListener("unhandledrejection", (event) => logs.push("unhandled: " + event.reason));
  for (const name of ["ready", "open", "close", "missing", "error"]) {
    document.addEventListener("variorum-" + name, (event) => events.push({ name, ...event.detail }));
  }
  for (const name of ["pointerdown", "pointerup"]) {
    addEventListener(name, (event) => pointers.push(name + " " + event.pointerType), true);
  }
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
  } catch {
    // Chromium alone knows layout shifts.
  }

  const ours = "variorum-dossier, variorum-card, script, style, noscript, template";

  // The article's own text nodes, in order.
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches(ours) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.nodeType === Node.TEXT_NODE) found.push(walker.currentNode);
    return found;
  };

  const block = (node) => {
    let element = node.parentElement;
    while (element.parentElement && getComputedStyle(element).display.startsWith("inline")) element = element.parentElement;
    return element;
  };

  // Every word of the page with its box relative to the document: [word, x, y, width, height]. A word is found even
  // where it is spread over several text nodes, so that marking changes no word, only perhaps its box.
  const words = (selector = "body") => {
    const found = [];
    let text = "", starts = [], nodes = [], last = null;
    const place = (offset, end) => {
      let i = starts.length - 1;
      while (i > 0 && (end ? starts[i] >= offset : starts[i] > offset)) i--;
      return [nodes[i], offset - starts[i]];
    };
    const flush = () => {
      for (const match of text.matchAll(/[\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\s\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff]+/g)) {
        const range = document.createRange();
        range.setStart(...place(match.index, false));
        range.setEnd(...place(match.index + match[0].length, true));
        const box = range.getBoundingClientRect();
        if (box.width || box.height) found.push([match[0], box.x + scrollX, box.y + scrollY, box.width, box.height]);
      }
      text = "", starts = [], nodes = [];
    };
    for (const root of document.querySelectorAll(selector)) {
      for (const node of texts(root)) {
        const around = block(node);
        if (around !== last) flush();
        last = around;
        starts.push(text.length);
        nodes.push(node);
        text += node.data;
      }
      flush();
    }
    return found;
  };

  // Remembers every node below `selector`: the objects themselves, their text, their attributes.
  let remembered = [];
  const state = (node) => node.nodeType === Node.ELEMENT_NODE
    ? [...node.attributes].map((attribute) => `${attribute.name}="${attribute.value}"`).join(" ")
    : node.nodeValue;
  const nodesBelow = (selector) => [...document.querySelectorAll(selector)].flatMap((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches("variorum-dossier, variorum-card")
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [root];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  });
  const remember = (selector = "body") => {
    remembered = nodesBelow(selector).map((node) => [node, state(node)]);
    return remembered.length;
  };
  // How the nodes below `selector` differ from those remembered; empty if they are the same objects with the same content.
  const changes = (selector = "body") => {
    const found = [], now = nodesBelow(selector);
    if (now.length !== remembered.length) found.push(`${remembered.length} nodes have become ${now.length}`);
    for (const [i, [node, was]] of remembered.entries()) {
      if (now[i] !== node) {
        found.push(`node ${i}, ${node.nodeName} ${JSON.stringify(was)}, is another`);
        break;
      }
      if (state(node) !== was) found.push(`node ${i}, ${node.nodeName}: ${JSON.stringify(was)} is now ${JSON.stringify(state(node))}`);
    }
    return found;
  };

  // Before anything has been marked: what does so waits for an idle moment, and for files.
  document.addEventListener("DOMContentLoaded", () => remember("article"));

  // The element with focus, through shadow roots.
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };

  const parts = () => {
    const shadow = document.querySelector("variorum-card")?.shadowRoot;
    return [shadow?.querySelector(".card"), shadow?.querySelector(".sheet")];
  };

  // The open card: its form (`preview`, `pinned`, `sheet`), its element, its text once that is whole, the mark it belongs to.
  // Nothing where none is open.
  const card = () => {
    const [popover, sheet] = parts();
    const element = sheet?.open ? sheet : popover?.matches(":popover-open") ? popover : null;
    if (!element) return null;
    const form = element === sheet ? "sheet" : popover.popover === "auto" ? "pinned" : "preview";
    const text = element.querySelector(".variorum-foot") && element.innerText.replace(/\s+/g, " ").trim();
    return { form, element, text, mark: document.querySelector(".variorum-mark[aria-expanded=true], .variorum-stop[aria-expanded=true]") };
  };

  // The deepest element at a point, through shadow roots.
  const at = (x, y) => {
    let element = document.elementFromPoint(x, y);
    for (let inner; (inner = element?.shadowRoot?.elementFromPoint(x, y)) && inner !== element;) element = inner;
    return element;
  };

  // A touch made of events, for an engine whose driver can't make one. `path` is a list of points.
  const dispatchTouch = (path) => {
    const target = at(...path[0]) ?? document.documentElement;
    const send = (Kind, type, [clientX, clientY], more = {}) => target.dispatchEvent(new Kind(type, {
      bubbles: true, cancelable: true, composed: true, clientX, clientY, pointerType: "touch", pointerId: 7, isPrimary: true, ...more,
    }));
    const last = path.at(-1);
    send(PointerEvent, "pointerover", path[0]);
    send(PointerEvent, "pointerenter", path[0], { bubbles: false });
    send(PointerEvent, "pointerdown", path[0], { buttons: 1 });
    for (const point of path.slice(1)) send(PointerEvent, "pointermove", point, { buttons: 1 });
    send(PointerEvent, "pointerup", last);
    send(PointerEvent, "pointerout", last);
    send(PointerEvent, "pointerleave", last, { bubbles: false });
    if (path.length === 1) {
      send(MouseEvent, "mousemove", last);
      send(MouseEvent, "mousedown", last);
      if (target.focus && target.closest("a[href], button, input, [tabindex]")) target.closest("a[href], button, input, [tabindex]").focus();
      send(MouseEvent, "mouseup", last);
      send(PointerEvent, "click", last, { detail: 1 });
    }
  };

  return {
    logs, events, shifts, pointers, violations, words, remember, changes, focused, card, at, dispatchTouch,
    get listeners() { return listeners; },
  };
})();

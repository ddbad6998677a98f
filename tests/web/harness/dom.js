// A page for the scripts under test: a DOM without a browser, fresh modules, and what the build provides.
// Knows which globals the scripts take, nothing of what a test does with them.

import { register } from "node:module";
import { Window } from "happy-dom";

/** @import { Modules } from "../types/modules.js" */

register("./hooks.js", import.meta.url);


/** What the scripts take from the DOM. Timers and promises are Node's, so that its fake timers rule them. */
const FROM_DOM = [
  "CSSStyleSheet", "CustomEvent", "Document", "Element", "Event", "EventTarget", "FocusEvent", "HTMLElement", "HTMLScriptElement", "KeyboardEvent",
  "MutationObserver", "Node", "ShadowRoot", "Text", "customElements", "document", "localStorage", "location",
];

/** Observers of the layout, which there is none of: a test tells of it itself. */
class FakeObserver {
  /** @type {FakeObserver[]} */
  static all = [];
  /** @type {Element[]} */
  observed = [];

  /** @param {(entries: any[]) => void} callback as each observer has it */
  constructor(callback) {
    this.tell = callback;
    FakeObserver.all.push(this);
  }

  /** @param {Element} element */
  observe(element) {
    this.observed.push(element);
  }

  disconnect() {
    this.observed = [];
  }
}

let n_pages = 0;

/**
 * A new page, with modules that nobody has used.
 * @param {string} [html] of its body
 * @param {object} [data] what the build provides, where it matters
 */
export function newPage(html = "", data = {}) {
  n_pages += 1;
  const query = `?page=${n_pages}`;
  const window = new Window({ url: "https://blog.example/posts/one.html" });
  window.document.body.innerHTML = html;
  FakeObserver.all = [];
  const frames = /** @type {(() => void)[]} */ ([]);
  const globals = {
    ...Object.fromEntries(FROM_DOM.map((name) => [name, Reflect.get(window, name)])),
    window,
    self: window,
    navigator: window.navigator,
    innerHeight: 800,
    ResizeObserver: FakeObserver,
    IntersectionObserver: FakeObserver,
    requestAnimationFrame: (/** @type {() => void} */ run) => frames.push(run),
    cancelAnimationFrame: (/** @type {number} */ id) => frames.splice(id - 1, 1, () => {}),
    scrollBy() {},
    addEventListener() {},
    removeEventListener() {},
    DATA: {
      ids: ["kettle", "lamp"],
      builtIn: "kettle",
      styles: ".widget {}",
      languages: {},
      messages: { lang: "en", dir: "ltr", loading: "Loading", onPaper: "On paper", retry: "Try again", ...FAILURES },
      module: { address: "fix-ladder.wasm" },
      documents: { address: "fix-ladder.document.wasm" },
      prerender: null,
      ...data,
    },
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  }
  return {
    window,
    /** The document, typed as browsers have it. */
    document: /** @type {Document} */ (/** @type {unknown} */ (window.document)),
    observers: FakeObserver.all,

    /**
     * @template {keyof Modules} Path
     * @param {Path} path below `web/`
     * @returns {Promise<Modules[Path]>}
     */
    load: (path) => import(new URL(`../../../web/${path}.js${query}`, import.meta.url).href),

    /**
     * The first element that matches.
     * @param {string} selector
     */
    find: (selector) => /** @type {HTMLElement} */ (/** @type {unknown} */ (window.document.querySelector(selector))),

    /** Runs what waits for the next frame. */
    frame() {
      for (const run of frames.splice(0)) run();
    },
  };
}

/** Sentences for every failure. */
const FAILURES = Object.fromEntries(
  ["failedNoWasm", "failedNetwork", "failedDocument", "failedNewer", "failedCrash"].map((word) => [
    word,
    { list: `${word} list.`, own: `${word} own.`, nothing: `${word} nothing.` },
  ]),
);

/**
 * Replaces a global for the page that is under test.
 * @param {string} name
 * @param {unknown} value
 */
export function provide(name, value) {
  // The script asks whether `fetch` is the browser's own, which bound functions pass for.
  const given = name === "fetch" ? /** @type {Function} */ (value).bind(null) : value;
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: given });
}

/** Node's own, whatever a test has put in its place. */
const { setTimeout: realTimeout } = globalThis;

/** All that waits for nothing but its turn has had it: timers without a delay run in the order in which they were set. */
export async function settled() {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((done) => realTimeout(done));
}

// The standalone page for the scripts under test, around a ladder that does nothing.
// Knows the hooks of `index.html`, nothing of what the scripts do with them.

import { newPage, provide } from "./dom.js";

const HTML = `<fix-ladder ladder=kettle>Own.</fix-ladder><button id=elsewhere></button>
  <details class=page-aids hidden><summary></summary><button data-aid=awake hidden></button><button data-aid=remind hidden></button></details>
  <div class=page-offers></div>`;

/** Every message by its own key. */
const WORDS = new Proxy({}, { get: (_, key) => key });

/** @param {object} [build] what the page is told, where it matters */
export function standalonePage(build = {}) {
  const page = newPage(HTML);
  provide("PAGE", { root: "./", ladders: { kettle: { title: "The kettle" }, lamp: { title: "The lamp" } }, messages: WORDS, ...build });
  const state = { isHidden: false };
  Object.defineProperty(page.document, "hidden", { configurable: true, get: () => state.isHidden });
  const look = (/** @type {boolean} */ isHidden) => {
    state.isHidden = isHidden;
    page.document.dispatchEvent(new Event("visibilitychange"));
  };
  const toasts = () => Array.from(page.document.querySelectorAll("[data-offer]"), (it) => it.getAttribute("data-offer"));
  return { ...page, look, toasts };
}

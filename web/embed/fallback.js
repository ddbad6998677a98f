// The fallback: the author's own HTML in an element. Whether there is any by now, and whether more may come.
// Knows which HTML is never seen, nothing of what stands in its place.

import { unclobbered } from "./clobbering.js";

/** What may stand in an element and be seen: what asks for another slot is not. */
const SEEN = `:scope > ${["script", "style", "template", "noscript", "link", "meta", "br", "[slot]"].map((it) => `:not(${it})`).join("")}`;

/**
 * Whether a node holds something to be seen. Asks no child by its names: a form has those of its fields.
 * @param {Element} holder
 */
function holdsHtml(holder) {
  const texts = [...holder.childNodes].filter((it) => it.nodeType === Node.TEXT_NODE);
  return holder.querySelector(SEEN) !== null || texts.some((it) => /** @type {Text} */ (it).data.trim());
}

/**
 * Follows whether an element has a fallback: the parser may bring it after the script, and a page's own scripts at any time.
 * @param {Element} element
 * @param {Element} slot where it is seen; what the author wrote as a shadow root is in it
 */
export function followFallback(element, slot) {
  const has = () => holdsHtml(element) || holdsHtml(slot);
  let had = false;
  /** Renders what depends on it; null where nothing does. */
  let render = /** @type {((has: boolean) => void) | null} */ (null);
  const update = () => {
    had = has();
    if (render) render(had);
  };
  new MutationObserver(() => {
    if (render && has() !== had) update();
  }).observe(element, { childList: true, characterData: true, subtree: true });
  return {
    has,
    /** @param {(has: boolean) => void} callback called now, and whenever the fallback has come or gone */
    follow(callback) {
      render = callback;
      update();
    },
    unfollow() {
      render = null;
    },
  };
}

/**
 * To be waited for where the parser may have something to add.
 * @param {Element} element
 */
export function parsed(element) {
  const page = unclobbered(element.ownerDocument);
  return page.readyState === "loading" && new Promise((done) => page.addEventListener("DOMContentLoaded", done));
}

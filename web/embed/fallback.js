// The fallback: the author's own HTML in an element. Whether there is any by now, and whether more may come.
// Knows which HTML is never seen, nothing of what stands in its place.

import { unclobbered } from "./clobbering.js";
import { explain } from "./failure.js";

/** What may stand in an element and be seen: what asks for another slot is not, and a paragraph may be empty. */
const SEEN = `:scope > ${["script", "style", "template", "noscript", "link", "meta", "br", "p", "[slot]"].map((it) => `:not(${it})`).join("")}`;

/** What no fallback has, but what follows an element that nobody has closed: that holds the rest of its page. */
const REST = 'article,footer,nav,form,fix-ladder,.more-link,[href*="#more-"]';

/**
 * Whether a node holds something to be seen. Asks no child by its names: a form has those of its fields.
 * Engines that make paragraphs of a post leave some behind that have nothing in them.
 * @param {Element} holder
 * @returns {boolean}
 */
function holdsHtml(holder) {
  const paragraphs = [...holder.querySelectorAll(":scope > p:not([slot])")];
  const texts = [...holder.childNodes].filter((it) => it.nodeType === Node.TEXT_NODE);
  return holder.querySelector(SEEN) !== null || paragraphs.some(holdsHtml) || texts.some((it) => /** @type {Text} */ (it).data.trim());
}

/**
 * Follows whether an element has a fallback: the parser may bring it after the script, and a page's own scripts at any time.
 * @param {Element} element
 * @param {Element} slot where it is seen; what the author wrote as a shadow root is in it
 * @param {() => void} onChange called when the element may hold the rest of the page, or no longer
 */
export function followFallback(element, slot, onChange) {
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
    onChange();
  }).observe(element, { childList: true, characterData: true, subtree: true });
  return {
    has,
    /** Whether what is in the element has to be seen in any case. */
    isRest() {
      // A post may hold all of that.
      const rest = element.matches("[src],[ladder]") && element.querySelector(REST);
      if (rest) explain("a <fix-ladder> is not closed, and holds the rest of its page. Write </fix-ladder> behind the list.");
      return !!rest;
    },
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

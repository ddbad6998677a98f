// The title of the tab, for as long as nobody sees the page. Knows no waits.

/** What stands there by us, and what stood there before. */
let changed = /** @type {{ own: string, before: string } | null} */ (null);

// An element of the page may have this name, and hide the document's own title.
const read = () => /** @type {string} */ (Reflect.get(Document.prototype, "title", window.document));
const write = (/** @type {string} */ title) => void Reflect.set(Document.prototype, "title", title, window.document);

export function isPageSeen() {
  return !window.document.hidden && window.document.hasFocus();
}

/**
 * Puts words before the title until the page is seen. Once only: a page that sets its own title has the last word.
 * @param {string} words
 */
export function putBeforeTitle(words) {
  if (changed || isPageSeen()) return;
  const before = read();
  changed = { before, own: before ? `✓ ${words} – ${before}` : `✓ ${words}` };
  write(changed.own);
  // As the browser keeps it, with its spaces.
  changed.own = read();
  window.document.addEventListener("visibilitychange", giveTitleBack);
  addEventListener("focus", giveTitleBack);
}

export function giveTitleBack() {
  if (!changed || (window.document.hidden && changed)) return;
  if (read() === changed.own) write(changed.before);
  changed = null;
  window.document.removeEventListener("visibilitychange", giveTitleBack);
  removeEventListener("focus", giveTitleBack);
}

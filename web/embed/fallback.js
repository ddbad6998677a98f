// The author's own HTML in an element: whether there is any by now, and whether more may come.
// Knows what is never seen of HTML, nothing of what stands in its place.

/** What may stand in an element and be seen: what asks for another slot is not. */
const SEEN = `:scope > ${["script", "style", "template", "noscript", "link", "meta", "br", "[slot]"].map((it) => `:not(${it})`).join("")}`;

/**
 * Whether a node holds something to be seen. Asks no child by its names: a form has those of its fields.
 * @param {Element} holder
 */
function holdsHtml(holder) {
  const texts = Array.from(holder.childNodes).filter((it) => it.nodeType === Node.TEXT_NODE);
  return holder.querySelector(SEEN) !== null || texts.some((/** @type {any} */ it) => it.data.trim());
}

/**
 * Calls back whenever something in an element has changed.
 * @param {Element} element
 * @param {() => void} changed
 */
function watchHtml(element, changed) {
  new MutationObserver(changed).observe(element, { childList: true, characterData: true, subtree: true });
}

/**
 * To be waited for where the parser may have something to add.
 * @param {Element} element
 */
function parsed(element) {
  const page = truly(element.ownerDocument);
  return page.readyState === "loading" && new Promise((done) => page.addEventListener("DOMContentLoaded", done));
}

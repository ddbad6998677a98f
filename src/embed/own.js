// The author's own HTML in an element: whether there is any by now, and whether more may come.
// Knows what is never seen of HTML, nothing of what stands in its place.

/** What may stand in an element and shows nothing. */
const UNSEEN = "script,style,template,noscript,link,meta,br";

/**
 * Whether a node holds something to be seen.
 * @param {Node} holder
 */
function holdsHtml(holder) {
  return Array.from(holder.childNodes).some((/** @type {any} */ it) =>
    it.nodeType === Node.TEXT_NODE ? it.data.trim() : it.nodeType === Node.ELEMENT_NODE && !it.matches(UNSEEN),
  );
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

// The way out of a frame: the same list in a tab of its own.
// Knows frames and the notices of a widget, nothing of what is stored.

/** Whether the page around is of another site: what is stored in it then is not what is stored in a tab. */
function isElsewhere() {
  try {
    return !(/** @type {Window} */ (top).location.href);
  } catch (error) {
    return true;
  }
}

/**
 * @param {Element} widget
 * @param {FrameWords} words
 */
export function offerOwnTab(widget, words) {
  const line = /** @type {HTMLElement} */ (document.querySelector('[data-line="own-tab"]'));
  const [link, why] = /** @type {[HTMLAnchorElement, HTMLElement]} */ (/** @type {unknown} */ (Array.from(line.children)));
  link.textContent = words.ownTab;
  why.textContent = words.ownTabWhy;
  if (parent === window) return;
  link.href = location.href;
  why.hidden = !isElsewhere();
  line.hidden = false;
  const look = () => {
    const root = widget.shadowRoot;
    // Where nothing is kept, the way out stands beside the notice that says so.
    if (root && root.querySelector('[data-notice="not-kept"]')) widget.before(line);
  };
  widget.addEventListener("fix-ladder-ready", look);
  widget.addEventListener("fix-ladder-change", look);
}

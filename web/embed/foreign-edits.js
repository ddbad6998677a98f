// Edits of a view that are not its renderer's own: translators replace text nodes.
// Knows mutations, nothing of who makes them and what is rendered.

/** @typedef {ReturnType<typeof watchEdits>} EditWatch */

/**
 * What stands in a panel is the companion's own, and the renderer knows nothing of it.
 * @param {MutationRecord} record
 */
function removesText({ target, removedNodes }) {
  const isText = [...removedNodes].some((node) => node.nodeType === Node.TEXT_NODE);
  return isText && !(/** @type {Element} */ (target).closest("[data-panel]"));
}

/**
 * Notices who else removes text from a view. Translators do, and put other nodes in its place: the renderer would go on
 * writing into nodes that nobody sees, and would not find those that it has put there.
 * @param {HTMLElement} root
 * @param {() => void} onRendered called as soon as the renderer has changed what is shown, before the reader can do anything
 */
export function watchEdits(root, onRendered) {
  let isEdited = false;
  let isRendering = false;
  let isComposing = false;
  /** @param {MutationRecord[]} records */
  const look = (records) => {
    // What goes while the renderer is at work is its own doing.
    if (isRendering) onRendered();
    else if (records.some(removesText)) isEdited = true;
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  const follow = (/** @type {Event} */ event) => (isComposing = event.type === "compositionstart");
  // A field that is removed in the middle of a word may never tell its end: then the loss of the focus does.
  const events = ["compositionstart", "compositionend", "focusout"];
  for (const event of events) root.addEventListener(event, follow);
  return {
    stop() {
      observer.disconnect();
      for (const event of events) root.removeEventListener(event, follow);
    },
    /** The renderer is about to begin: whether everything has to be rendered anew. A word that is half typed is not torn apart. */
    isEdited() {
      if (!isRendering) look(observer.takeRecords());
      isRendering = true;
      return isEdited && !isComposing;
    },
    /** @param {boolean} isAnew whether everything has been rendered anew */
    rendered(isAnew) {
      observer.takeRecords();
      isRendering = false;
      if (isAnew) isEdited = false;
    },
  };
}

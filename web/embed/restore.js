// What a reader has at hand in a drawing of the widget, and where the same is in another drawing.
// Knows the hooks of the contract, nothing of why there is another drawing.

/** What tells one control of a rung from another. */
const HOOKS = ["data-action", "data-step", "data-requirement", "data-part", "data-confirm", "data-choice", "href"];

/** @param {Element} element */
function rungOf(element) {
  const rung = element.closest("[data-rung]");
  return rung ? rung.getAttribute("data-rung") : null;
}

/**
 * The same for the same thing in every drawing of one ladder.
 * @param {Element} element
 */
function nameOf(element) {
  const details = element.closest("details");
  const hooks = HOOKS.map((hook) => element.getAttribute(hook));
  return [rungOf(element), element.localName, details && details.className, ...hooks].join("\n");
}

/**
 * What has the focus, told in a way that outlives its drawing.
 * @param {any} element
 */
function noteOf(element) {
  const isField = element.localName === "input" && element.type === "text";
  const selection = isField ? [element.selectionStart, element.selectionEnd] : null;
  return { element, rung: rungOf(element), name: nameOf(element), selection };
}

/** @typedef {ReturnType<typeof noteOf>} Note */

/**
 * Gives the focus to the same control of another drawing, else to the heading of its rung or of the whole.
 * Nothing moves on the screen for it.
 * @param {Element} drawing
 * @param {Note} note
 */
function focusAgain(drawing, note) {
  const all = /** @type {any[]} */ (Array.from(drawing.querySelectorAll("a, button, input, select, summary, h2, h3, h4, h5, h6")));
  const headings = all.filter((it) => /^h\d$/.test(it.localName));
  const same = all.find((it) => !it.disabled && nameOf(it) === note.name);
  const taker = same || headings.find((it) => rungOf(it) === note.rung) || headings[0];
  if (!taker) return;
  if (headings.includes(taker)) taker.setAttribute("tabindex", "-1");
  taker.focus({ preventScroll: true });
  if (same && note.selection) same.setSelectionRange(...note.selection);
}

/**
 * The names of what is unfolded without the widget's doing.
 * @param {Element} drawing
 */
function unfoldedIn(drawing) {
  return Array.from(drawing.querySelectorAll("details[open]"), nameOf);
}

/**
 * @param {Element} drawing
 * @param {string[]} names
 */
function unfoldAgain(drawing, names) {
  for (const details of Array.from(drawing.querySelectorAll("details"))) {
    if (names.includes(nameOf(details))) details.open = true;
  }
}

/**
 * Notices who else takes text out of a drawing. Translators do, and put other nodes in its place: whoever
 * made the drawing would go on writing into nodes that nobody sees, and trip over those that are not where they were.
 * @param {HTMLElement} root
 * @param {() => void} onDrawn called as soon as something else is shown, before the reader can do anything
 */
function watchText(root, onDrawn) {
  let taken = false;
  let drawing = false;
  let composing = false;
  /** @param {MutationRecord[]} records */
  const look = (records) => {
    // What goes while the maker draws is the maker's own doing.
    if (drawing) onDrawn();
    else if (records.some((record) => Array.from(record.removedNodes).some((node) => node.nodeType === Node.TEXT_NODE))) taken = true;
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  const mind = (/** @type {Event} */ event) => (composing = event.type === "compositionstart");
  root.addEventListener("compositionstart", mind);
  root.addEventListener("compositionend", mind);
  // A field that is taken away in the middle of a word may never tell its end.
  root.addEventListener("focusout", mind);
  return {
    stop() {
      observer.disconnect();
      root.removeEventListener("compositionstart", mind);
      root.removeEventListener("compositionend", mind);
      root.removeEventListener("focusout", mind);
    },
    /** The maker is about to draw: whether it has to be from the top. A word that is half typed is not torn apart. */
    isTaken() {
      if (!drawing) look(observer.takeRecords());
      drawing = true;
      return taken && !composing;
    },
    /** @param {boolean} fromTheTop */
    drawn(fromTheTop) {
      observer.takeRecords();
      drawing = false;
      if (fromTheTop) taken = false;
    },
  };
}

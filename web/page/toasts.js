// Toasts of the standalone page: a line each, with buttons, at the lower edge of the screen, where it moves nothing
// that is being read. Knows neither workers nor waits.

/** @type {HTMLElement} */
const TOASTS = /** @type {any} */ (document.querySelector(".page-offers"));

/** What had the focus last, outside of them. */
let lastFocused = /** @type {HTMLElement | null} */ (null);

/**
 * What takes the focus is not to lie under them. Browsers bring it into view, and know nothing of what covers it.
 * @param {Document | ShadowRoot} root each hears only of its own
 */
export function keepFocusVisible(root) {
  root.addEventListener("focusin", (event) => {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (TOASTS.contains(target)) return;
    lastFocused = target;
    // Under a finger or a pointer nothing may move.
    if (!target.matches(":focus-visible")) return;
    requestAnimationFrame(() => {
      const under = target.getBoundingClientRect().bottom - TOASTS.getBoundingClientRect().top;
      if (TOASTS.childElementCount && under > 0) scrollBy(0, under + 8);
    });
  });
}

/**
 * Shows a line. One that is there already stays as it is, with the focus that it may have.
 * @param {string} name
 * @param {string} words
 * @param {[action: string, words: string, press: () => void][]} [buttons] besides the one that takes the line away
 * @param {string} [dismiss] on that one
 */
export function showToast(name, words, buttons = [], dismiss = PAGE.words.dismiss) {
  if (TOASTS.querySelector(`[data-offer="${name}"]`)) return;
  const line = document.createElement("p");
  line.className = "offer";
  line.dataset.offer = name;
  const said = document.createElement("span");
  said.textContent = words;
  line.append(said);
  for (const [action, label, press] of [...buttons, ["dismiss", dismiss, () => hideToast(name)]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.action = /** @type {string} */ (action);
    button.textContent = /** @type {string} */ (label);
    button.addEventListener("click", /** @type {() => void} */ (press));
    line.append(button);
  }
  TOASTS.append(line);
}

/** @param {string} name */
export function hideToast(name) {
  const line = TOASTS.querySelector(`[data-offer="${name}"]`);
  if (!line) return;
  const held = line.querySelector(":focus-visible");
  line.remove();
  // Who goes by the keyboard goes on from where they were.
  if (held && lastFocused && lastFocused.isConnected) lastFocused.focus({ preventScroll: true });
}

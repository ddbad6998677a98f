// Toasts of the standalone page: a line of text with buttons at the lower edge of the screen, where it moves nothing
// that is being read. Knows neither workers nor waits.

const TOASTS = /** @type {HTMLElement} */ (document.querySelector(".page-offers"));

/** The element outside of the toasts that had the focus last. */
let lastFocused = /** @type {HTMLElement | null} */ (null);

/**
 * Keeps the focused element from being covered by toasts: browsers scroll it into view, but do not know what covers it.
 * @param {Document | ShadowRoot} root each hears only of the focus inside it
 */
export function keepFocusVisible(root) {
  root.addEventListener("focusin", (event) => {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (TOASTS.contains(target)) return;
    lastFocused = target;
    // Nothing may move under a pointer.
    if (!target.matches(":focus-visible")) return;
    requestAnimationFrame(() => {
      const covered = target.getBoundingClientRect().bottom - TOASTS.getBoundingClientRect().top;
      if (TOASTS.childElementCount && covered > 0) scrollBy(0, covered + 8);
    });
  });
}

/**
 * @typedef {[action: string, label: string, onPress: () => void]} ToastButton
 */

/**
 * Shows a toast. One of this name that is shown already stays as it is, with the focus that it may have.
 * @param {string} name
 * @param {string} text
 * @param {ToastButton[]} [buttons] besides the one that dismisses the toast
 * @param {string} [dismissLabel] of that one
 */
export function showToast(name, text, buttons = [], dismissLabel = PAGE.messages.dismiss) {
  if (TOASTS.querySelector(`[data-offer="${name}"]`)) return;
  const toast = document.createElement("p");
  toast.className = "offer";
  toast.dataset.offer = name;
  const message = document.createElement("span");
  message.textContent = text;
  toast.append(message);
  /** @type {ToastButton} */
  const dismiss = ["dismiss", dismissLabel, () => hideToast(name)];
  for (const [action, label, onPress] of [...buttons, dismiss]) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.action = action;
    button.textContent = label;
    button.addEventListener("click", onPress);
    toast.append(button);
  }
  TOASTS.append(toast);
}

/** @param {string} name */
export function hideToast(name) {
  const toast = TOASTS.querySelector(`[data-offer="${name}"]`);
  if (!toast) return;
  const hadFocus = toast.querySelector(":focus-visible") !== null;
  toast.remove();
  // Keyboard users continue where they were.
  if (hadFocus && lastFocused && lastFocused.isConnected) lastFocused.focus({ preventScroll: true });
}

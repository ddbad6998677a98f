// What the reader does in a prerendered view, before the widget can hear it.
// Knows the hooks of the contract and the order of the input, nothing of what it means.

/** What unfolds an item. */
export const TOGGLE = '[data-action="toggle-item"]';

/**
 * What is chosen in a list, or whether something is ticked or unfolded.
 * @typedef {string | boolean} InputState
 */

/**
 * One for each element: input outlives the view that it was made in, until the widget has stored it.
 * @typedef {object} EarlyInput
 * @property {Map<string, InputState>} input the state that a control is to have, by its selector, the latest last
 * @property {boolean} isGiven whether the widget has been given the input, and has still to store it
 */

/**
 * @param {EarlyInput["input"]} input
 * @param {Element} view
 * @param {boolean} isLive whether the view hears of it; a prerendered one only shows it
 */
export function replay(input, view, isLive) {
  for (const [selector, state] of input) {
    const control = /** @type {Control | null} */ (view.querySelector(selector));
    // Another tab may have gone on meanwhile: what cannot be done any more is left as it stands.
    if (!control || control.disabled) continue;
    if (control.matches(TOGGLE)) {
      if (`${state}` === control.getAttribute("aria-expanded")) continue;
      if (isLive) control.click();
      unfoldItem(control, /** @type {boolean} */ (state));
      continue;
    }
    if (control.matches('[data-action="unfold-all"]')) {
      if (isLive && state) control.click();
      for (const toggle of view.querySelectorAll(TOGGLE)) unfoldItem(toggle, state === true || toggle.closest(".next") !== null);
      continue;
    }
    if (control.localName === "li") {
      const toggle = /** @type {HTMLElement | null} */ (control.querySelector('[data-action="toggle"][aria-expanded="false"]'));
      if (isLive && state && toggle) toggle.click();
      continue;
    }
    if (control.localName === "select") {
      const before = control.value;
      control.value = /** @type {string} */ (state);
      // Of an option that is not there, browsers make none.
      if (control.value !== state) control.value = /** @type {string} */ (before);
      else if (isLive) control.dispatchEvent(new CustomEvent("change", { bubbles: true }));
    } else if (control.checked !== state) {
      if (isLive) control.click();
      // The widget puts it back until it has drawn, which may be a frame later.
      control.checked = /** @type {boolean} */ (state);
    }
    mark(control);
  }
}

/**
 * Looks as the widget will: a choice that is made is strong, ticked steps are quiet, a bar stands beside the first
 * of the others.
 * @param {Control} control
 */
export function mark(control) {
  if (control.localName === "select") {
    /** @type {Element} */ (control.parentNode).classList.toggle("made", control.value !== "");
    return;
  }
  let isNext = true;
  for (const item of /** @type {Element} */ (control.closest("ol")).children) {
    const { checked } = /** @type {HTMLInputElement} */ (item.firstChild);
    const toggle = item.querySelector(TOGGLE);
    item.classList.toggle("done", checked);
    item.classList.toggle("next", isNext && !checked);
    if (toggle && isNext && !checked) unfoldItem(toggle, true);
    isNext = isNext && checked;
  }
}

/**
 * Unfolds an item, or folds it.
 * @param {Element} toggle
 * @param {boolean} isUnfolded
 */
export function unfoldItem(toggle, isUnfolded) {
  const more = /** @type {Element} */ (/** @type {Element} */ (toggle.closest("li")).querySelector(".more"));
  toggle.setAttribute("aria-expanded", `${isUnfolded}`);
  if (isUnfolded) more.removeAttribute("hidden");
  else more.setAttribute("hidden", "until-found");
}

// What the reader does in a prerendered view, before the widget can hear it.
// Knows the hooks of the contract and the order of the input, nothing of what it means.

/**
 * One for each element: input outlives the view that it was made in, until the widget has stored it.
 * @typedef {object} EarlyInput
 * @property {Map<string, any>} input the state that a control is to have, by its selector, the latest last
 * @property {boolean} isGiven whether the widget has been given the input, and has still to store it
 */

/**
 * @param {EarlyInput["input"]} input
 * @param {Element} view
 * @param {boolean} isLive whether the view hears of it; a prerendered one only shows it
 */
export function replay(input, view, isLive) {
  for (const [selector, state] of input) {
    const control = /** @type {any} */ (view.querySelector(selector));
    // Another tab may have gone on meanwhile: what cannot be done any more is left as it stands.
    if (!control || control.disabled) continue;
    if (control.localName === "li") {
      const toggle = control.querySelector('[data-action="toggle"][aria-expanded="false"]');
      if (isLive && state && toggle) toggle.click();
      continue;
    }
    if (control.localName === "select") {
      const before = control.value;
      control.value = state;
      // Of an option that is not there, browsers make none.
      if (control.value !== state) control.value = before;
      else if (isLive) control.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (control.checked !== state) {
      if (isLive) control.click();
      // The widget puts it back until it has drawn, which may be a frame later.
      control.checked = state;
    }
    mark(control);
  }
}

/**
 * Looks as the widget will: a choice that is made is strong, ticked steps are quiet, a bar stands beside the first
 * of the others.
 * @param {any} control
 */
export function mark(control) {
  if (control.localName === "select") {
    control.parentNode.classList.toggle("made", control.value !== "");
    return;
  }
  let isNext = true;
  for (const item of control.closest("ol").children) {
    const { checked } = item.firstChild;
    item.classList.toggle("done", checked);
    item.classList.toggle("next", isNext && !checked);
    isNext = isNext && checked;
  }
}

// What the reader does in a prerendered view, before the widget can hear it.
// Knows the hooks of the contract and the order of the input, nothing of what it means.

/**
 * One for each element: input outlives the view that it was made in, until the widget has stored it.
 * @typedef {ReturnType<typeof createEarlyInput>} EarlyInput
 */

export function createEarlyInput() {
  /** The state that a control is to have, by its selector, the latest last. */
  const input = /** @type {Map<string, any>} */ (new Map());
  /** Whether the widget has been given the input, and has still to store it. */
  let isGiven = false;

  return {
    /**
     * @param {string} selector of the control
     * @param {any} state
     */
    add(selector, state) {
      input.delete(selector);
      input.set(selector, state);
    },

    /** @param {string} selector */
    get: (selector) => input.get(selector),

    /**
     * Shows the input in a view that cannot hear it.
     * @param {Element} view
     */
    show: (view) => replay(input, view, false),

    /**
     * Gives the input to the widget.
     * @param {Element} view
     */
    give(view) {
      replay(input, view, true);
      isGiven = true;
    },

    /** The widget has rendered, and so has stored what it was given. */
    rendered() {
      if (isGiven) input.clear();
      isGiven = false;
    },

    /** What may not have been stored is to be given to the next widget. */
    crashed() {
      isGiven = false;
    },
  };
}

/**
 * @param {Map<string, any>} input
 * @param {Element} view
 * @param {boolean} isLive whether the view hears of it; a prerendered one only shows it
 */
function replay(input, view, isLive) {
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

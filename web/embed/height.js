// The height of a climb, so that nothing moves when one view takes the place of another.
// Knows sizes and where one is noted, nothing of what is shown.

import { hasProgress, heightKey, shownClimb } from "./climb-key.js";

/** @import { ClimbKey } from "./climb-key.js" */

/** @typedef {ReturnType<typeof trackHeight>} Height */

/**
 * Keeps the height that the widget had the last time. At another width, too: what follows then moves by the
 * difference, mostly out of sight, and without it by all of it.
 * @param {HTMLElement} view
 * @param {ClimbKey} climb
 */
export function reserveHeight(view, climb) {
  try {
    view.style.minHeight = `${Number(localStorage.getItem(heightKey(climb)))}px`;
  } catch (error) {
    // No height is kept.
  }
}

/**
 * Follows the height of the climb of a ladder that is shown: it is held where one view takes the place of another, and that of the widget is noted
 * for the next visit of a reader who has something stored. Asks the browser for a layout only where it has told of none.
 * @param {string} ladder
 */
export function trackHeight(ladder) {
  let height = 0;
  let live = /** @type {HTMLElement | null} */ (null);
  const persist = () => {
    try {
      const climb = shownClimb(ladder);
      const key = heightKey(climb);
      const text = String(height);
      if (live && height && localStorage.getItem(key) !== text && hasProgress(climb)) localStorage.setItem(key, text);
    } catch (error) {
      // There is no room for it, or nothing may be stored.
    }
  };
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      // What is not rendered has no height to tell of, and what an accordion squeezes has a wrong one.
      if (contentRect.width > 99) height = contentRect.height;
      if (live && live === target && contentRect.height) {
        const { style } = live;
        // Not at once: an observer that changes what it observes is an error to the page.
        if (style.minHeight) requestAnimationFrame(() => (style.minHeight = ""));
        persist();
      }
    }
  });
  return {
    persist,
    watch: (/** @type {Element} */ root) => observer.observe(root),
    /**
     * The widget is about to be seen. Safari lays out what a container query is in before what is in it: it must
     * not become short for a moment, or the page is scrolled.
     * @param {HTMLElement} root
     * @param {Element | null} before the view that it takes the place of
     */
    hold(root, before) {
      live = root;
      if (before && !height) height = before.getBoundingClientRect().height;
      if (height) root.style.minHeight = `${height}px`;
    },
    stop: () => observer.disconnect(),
  };
}

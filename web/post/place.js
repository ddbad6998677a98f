// The place of a reader who is reading a post when the widget is about to take the place of its HTML.
// Knows where things stand in the window, nothing of what they are.

/**
 * Runs as soon as nobody is in the midst of reading: while the beginning of the element is in sight, or none of it. Who has
 * begun the ladder before wants their place in it.
 * @param {HTMLElement} element
 * @param {string} ladder its name in storage
 * @param {() => void} swap
 */
export function whenFree(element, ladder, swap) {
  const look = () => {
    const { top, bottom } = element.getBoundingClientRect();
    if (element.isConnected && top < 0 && bottom > 0 && !hasBegun(ladder)) return;
    removeEventListener("scroll", look, true);
    swapHeld(element, swap);
  };
  addEventListener("scroll", look, { capture: true, passive: true });
  look();
}

/**
 * What follows the element stays where it is as long as it is in sight: where the widget is lower than the post, it keeps
 * the post's height until nobody sees its end; where all of it is above, the page is scrolled.
 * @param {HTMLElement} element
 * @param {() => void} swap
 */
function swapHeld(element, swap) {
  const next = element.nextElementSibling;
  const edge = () => (next ? next.getBoundingClientRect().top : element.getBoundingClientRect().bottom);
  const before = edge();
  swap();
  // The widget's own root: pages have rules for the element itself.
  const root = /** @type {HTMLElement | null} */ (element.shadowRoot && element.shadowRoot.firstElementChild);
  const gap = before - edge();
  if (before <= 0) {
    // Once it is laid out, before it is painted. Some browsers have done so by then; Safari does nearly, or not at all.
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      scrollBy({ top: edge() - before, behavior: "instant" });
    });
    observer.observe(element);
  }
  if (!root || gap <= 0 || before > innerHeight) return;
  // Not by its height, which `embed/height.js` has a hand in.
  root.style.paddingBottom = `${gap}px`;
  const release = () => {
    // What follows moves up by the gap, and nobody is to see that either.
    if (element.isConnected && edge() - gap < innerHeight) return;
    removeEventListener("scroll", release, true);
    root.style.paddingBottom = "";
  };
  addEventListener("scroll", release, { capture: true, passive: true });
}

/** @param {string} ladder */
function hasBegun(ladder) {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(`fix-ladder/1/${ladder}/`));
  } catch (error) {
    // What cannot be read is not shown by the widget either.
    return false;
  }
}

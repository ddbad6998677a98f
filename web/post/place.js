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
 * What follows the element stays where it is, as long as it is in sight.
 * @param {HTMLElement} element
 * @param {() => void} swap
 */
function swapHeld(element, swap) {
  const { style } = element;
  const { bottom, height } = element.getBoundingClientRect();
  const before = [style.display, style.minHeight];
  const isHeld = bottom < innerHeight && height > 0;
  if (isHeld) {
    style.display = "block";
    style.minHeight = `${height}px`;
  }
  swap();
  if (!isHeld) return;
  const release = () => {
    if (element.isConnected && element.getBoundingClientRect().bottom < innerHeight) return;
    removeEventListener("scroll", release, true);
    [style.display, style.minHeight] = /** @type {[string, string]} */ (before);
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

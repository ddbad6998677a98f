// Whether a widget is near the viewport, or wanted by its reader already.
// Knows where an element stands, nothing of what is loaded.

/** How far from the viewport, in pixels, a widget begins to load. */
const MARGIN = 600;
/** Whether this has been asked for a widget of the page already. */
let hasAsked = false;

/**
 * Whether this is the first widget of the page and near the viewport. An observer would say so as well, but only after
 * the next frame. Of the others it is enough to know by then: what is fetched is the same.
 * @param {Element} element
 */
export function isFirstInView(element) {
  if (hasAsked) return false;
  hasAsked = true;
  const { top, bottom } = element.getBoundingClientRect();
  // What is not rendered stands nowhere.
  return element.getClientRects().length > 0 && top < innerHeight + MARGIN && bottom > -MARGIN;
}

/**
 * Calls back when the element comes near the viewport, or when the reader is about to use it.
 * @param {Element} element
 * @param {() => void} callback
 * @returns {() => void} stops watching
 */
export function whenWanted(element, callback) {
  const intents = ["pointerenter", "focusin", "touchstart"];
  for (const intent of intents) element.addEventListener(intent, callback, { passive: true });
  // Too late for this print, but whoever prints it again has all of it.
  addEventListener("beforeprint", callback);
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) callback();
    },
    // The second is for what scrolls inside the page, where browsers know it.
    /** @type {IntersectionObserverInit} */ ({ rootMargin: `${MARGIN}px`, scrollMargin: `${MARGIN}px` }),
  );
  observer.observe(element);
  return () => {
    observer.disconnect();
    removeEventListener("beforeprint", callback);
    for (const intent of intents) element.removeEventListener(intent, callback);
  };
}

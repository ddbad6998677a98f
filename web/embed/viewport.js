// Whether a widget is so near the screen that it should load.
// Knows where an element stands, nothing of what is loaded.

/** How far from the screen, in pixels, a widget begins to load. */
const NEAR = 600;
/** Whether a widget of this page has been looked for already. */
let hasLooked = false;

/**
 * Whether this is the first widget of the page and near the screen. An observer would say so as well, but only after
 * the next picture. Of the others it is enough to know by then: what is fetched is the same.
 * @param {Element} element
 */
function isFirstInSight(element) {
  if (hasLooked) return false;
  hasLooked = true;
  const { top, bottom } = element.getBoundingClientRect();
  // What is not drawn stands nowhere.
  return element.getClientRects().length > 0 && top < innerHeight + NEAR && bottom > -NEAR;
}

/**
 * Calls back once, when the element comes near the screen or is touched.
 * @param {Element} element
 * @param {() => void} callback
 * @returns {() => void} stops watching
 */
function watch(element, callback) {
  const intents = ["pointerenter", "focusin", "touchstart"];
  for (const intent of intents) element.addEventListener(intent, callback, { passive: true });
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) callback();
    },
    { rootMargin: `${NEAR}px` },
  );
  observer.observe(element);
  return () => {
    observer.disconnect();
    for (const intent of intents) element.removeEventListener(intent, callback);
  };
}

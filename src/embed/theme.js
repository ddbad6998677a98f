// The colours of the ground a widget stands on, measured from the page itself.
// Knows colours, nothing of what is drawn in them.
//
// What the reader's system prefers says little: most blogs are light at night too. What counts is the
// colour of the text around the widget: light text stands on something dark.

/** Roots whose colours follow the page, and the elements they are in. @type {Map<HTMLElement, HTMLElement>} */
const followed = new Map();

/**
 * Gives a root its colours, and again when the reader's system or the page's theme changes.
 * @param {HTMLElement} element
 * @param {HTMLElement} root
 */
function followTheme(element, root) {
  if (followed.size === 0) listenForThemes(true);
  followed.set(root, element);
  applyTheme(element, root);
}

/** @param {HTMLElement} root */
function unfollowTheme(root) {
  if (followed.delete(root) && followed.size === 0) listenForThemes(false);
}

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} root
 */
function applyTheme(element, root) {
  const color = getComputedStyle(element).color;
  const measured = isLight(color) ? "dark" : "light";
  const wanted = element.getAttribute("theme");
  const theme = wanted === "light" || wanted === "dark" ? wanted : measured;
  root.dataset.theme = theme;
  // Where the author wants another theme than the post's, the widget brings its own ground.
  root.toggleAttribute("data-ground", theme !== measured);
  if (theme === measured) root.style.setProperty("--page-ink", color);
  else root.style.removeProperty("--page-ink");
}

/**
 * @param {string} color as a browser computes it, such as `rgb(34, 37, 42)`
 * @returns {boolean}
 */
function isLight(color) {
  const numbers = (color.match(/[\d.]+/g) || []).map(Number);
  if (numbers.length < 3) return false;
  // `color(srgb 0.1 0.1 0.1)` counts to 1, `rgb()` to 255.
  const scale = color.startsWith("rgb") ? 255 : 1;
  return (0.299 * numbers[0] + 0.587 * numbers[1] + 0.114 * numbers[2]) / scale > 0.55;
}

const preference = window.matchMedia("(prefers-color-scheme: dark)");
/** Pages switch themes by a class or an attribute of their outermost elements. */
const pageTheme = new MutationObserver(applyAll);

/** @param {boolean} on */
function listenForThemes(on) {
  if (!on) {
    pageTheme.disconnect();
    preference.removeEventListener("change", applyAll);
    return;
  }
  preference.addEventListener("change", applyAll);
  const watched = { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-color-mode", "data-bs-theme"] };
  pageTheme.observe(document.documentElement, watched);
  if (document.body) pageTheme.observe(document.body, watched);
}

function applyAll() {
  for (const [root, element] of followed) applyTheme(element, root);
}

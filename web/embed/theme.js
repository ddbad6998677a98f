// The theme of a widget: light or dark, measured from the colour of the text around it.
// Knows colours and when they change, nothing of the elements that have them.
//
// What the reader's system prefers says little: most blogs are light at night too. What counts is the
// colour of the text around the widget: light text stands on something dark.

import { unclobbered } from "./clobbering.js";
import { hostOf } from "./options.js";

/**
 * `update` measures now.
 * @typedef {{ update: () => void, color: () => string, stop: () => void }} Theme
 */

/** What was measured last in this turn, and the parent of the element where: unless slots part them, its neighbours have the same. */
let nearby = /** @type {{ parent: Node | null, color: string } | null} */ (null);

/**
 * Gives a root its colours, and again whenever the text around it changes, for whatever reason: a class, a
 * style sheet, the reader's system, another body. The root's `::before` has a transition of the colour that
 * it inherits (see tokens.css), and browsers tell of each of its starts.
 * @param {HTMLElement} element
 * @param {HTMLElement} root
 * @param {string} known the colour that the element has had so far; empty where that has not been measured
 * @returns {Theme}
 */
export function followTheme(element, root, known) {
  let frame = 0;
  let color = known;
  function look() {
    cancelAnimationFrame(frame);
    color = (unclobbered(element.ownerDocument).defaultView || window).getComputedStyle(element).color;
    applyTheme(element, root, color);
    // A page that fades from one theme to the other is followed to the end of it.
    if (isFading(element)) frame = requestAnimationFrame(look);
  }
  root.addEventListener("transitionrun", look);
  root.addEventListener("transitionend", look);
  // What is not rendered has no transitions: look when it comes into sight. That is before it is painted, too.
  // A ground of its own makes it higher, though, and an observer that changes what it observes is an error to the page.
  const sight = new ResizeObserver(() => {
    if (element.hasAttribute("theme")) frame = requestAnimationFrame(look);
    else look();
  });
  sight.observe(root);
  // To measure between the drawings of many widgets costs the browser a layout for each.
  const parent = element.parentNode;
  if (!color && nearby && nearby.parent === parent) color = nearby.color;
  if (color) {
    applyTheme(element, root, color);
  } else {
    look();
    nearby = { parent, color };
    queueMicrotask(() => (nearby = null));
  }
  return {
    update: look,
    color: () => color,
    stop() {
      cancelAnimationFrame(frame);
      sight.disconnect();
      root.removeEventListener("transitionrun", look);
      root.removeEventListener("transitionend", look);
    },
  };
}

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} root
 * @param {string} color of the text around it
 */
function applyTheme(element, root, color) {
  // An element that stands in no page has no colour.
  if (!color) return;
  const measured = isLight(color) ? "dark" : "light";
  const wanted = element.getAttribute("theme");
  const theme = wanted === "light" || wanted === "dark" ? wanted : measured;
  if (root.dataset.theme !== theme) root.dataset.theme = theme;
  // Where the author wants another theme than the post's, the widget brings its own ground.
  root.toggleAttribute("data-ground", theme !== measured);
  // Only for what is drawn in the text's colour on something else; the text itself inherits.
  const ink = theme === measured ? color : "";
  // What is set anew is styled anew, even if it is the same.
  if (root.style.getPropertyValue("--page-ink") !== ink) root.style.setProperty("--page-ink", ink);
}

/**
 * Whether a transition of a colour runs on the element or around it.
 * @param {Element} element
 */
function isFading(element) {
  let from = /** @type {Element | null} */ (element);
  while (from) {
    // A form may be around it.
    const it = /** @type {Element} */ (unclobbered(from));
    const running = it.getAnimations ? it.getAnimations() : [];
    if (running.some(isColorTransition)) return true;
    from = it.assignedSlot || it.parentElement || hostOf(it);
  }
  return false;
}

/** @param {Animation & { transitionProperty?: string }} animation only a transition has its property */
function isColorTransition(animation) {
  return animation.playState === "running" && /^(color$|--)/.test(animation.transitionProperty || "");
}

/**
 * @param {string} color as a browser computes it: `rgb(34, 37, 42)`, `oklch(0.9 0.02 100)`, `color(display-p3 1 1 1)`
 * @returns {boolean}
 */
function isLight(color) {
  const parts = /** @type {[string, string, string] | null} */ (/^(?:color\()?\s*([a-z0-9-]+)[\s(]+([^)/]*)/.exec(color));
  if (!parts) return false;
  const space = parts[1];
  // A part may be `none`, which counts as nothing. Old browsers write some parts in percent.
  const all = parts[2].split(/[\s,]+/).filter(Boolean);
  const [first, second, third] = /** @type {[number, number, number]} */ (all.map((it) => parseFloat(it) || 0));
  const isPercent = all.length > 0 && /** @type {string} */ (all[0]).endsWith("%");
  // Each threshold is the same grey, a little lighter than the middle.
  switch (space) {
    case "rgb":
    case "rgba":
      return luma(first, second, third) / 255 > 0.55;
    case "lab":
    case "lch":
      return first > 58.3;
    case "oklab":
    case "oklch":
      return first / (isPercent ? 100 : 1) > 0.641;
    case "srgb-linear":
      return 0.2126 * first + 0.7152 * second + 0.0722 * third > 0.263;
    case "xyz":
    case "xyz-d50":
    case "xyz-d65":
      return second > 0.263;
    default:
      return luma(first, second, third) > 0.55;
  }
}

/**
 * @param {number} red
 * @param {number} green
 * @param {number} blue
 */
function luma(red, green, blue) {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

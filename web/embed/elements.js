// Makes elements. Knows nothing of what they are for.

import { document } from "./clobbering.js";

/**
 * @param {string} name
 * @param {...(Node | string)} children
 */
export function make(name, ...children) {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

/**
 * In the clothes of the widget, as far as there are style sheets.
 * @param {string} name
 * @param {string} classes
 * @param {...(Node | string)} children
 */
export function dressed(name, classes, ...children) {
  const element = make(name, ...children);
  element.className = classes;
  return element;
}

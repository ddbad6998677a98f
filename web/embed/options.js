// What an author may set, read from the element or from the script tag.
// Knows attributes and their limits, nothing of loading or rendering.

import { unclobbered } from "./clobbering.js";
import { electLeader } from "./leader.js";

/** The attributes of `<fix-ladder>`; a script tag takes each of them as `data-…`. */
export const ATTRIBUTES = ["src", "ladder", "lang", "theme", "heading-level", "loading", "base"];

/** Every kind of quotation mark, around what they were meant to hold: editors make typographic ones of straight ones. */
const MARKS = /^["'`\\«»\u2018-\u203a]+|["'`\\«»\u2018-\u203a]+$/g;

/**
 * The value of an attribute as its author meant it.
 * @param {string | null} value
 */
export function unquoted(value) {
  return value && value.replace(MARKS, "");
}

/**
 * @typedef {object} Options
 * @property {number} headingLevel 2 to 5
 * @property {typeof electLeader} electLeader
 */

/**
 * @param {Element} element
 * @returns {Options}
 */
export function readOptions(element) {
  const level = parseInt(element.getAttribute("heading-level") || "2", 10);
  return {
    headingLevel: Math.min(5, Math.max(2, level || 2)),
    electLeader,
  };
}

/**
 * The language that holds where the element stands, through the shadow roots around it; nothing where none is named.
 * @param {Element} element
 * @returns {string}
 */
export function languageOf(element) {
  let from = /** @type {Element | null} */ (element);
  while (from) {
    const marked = from.closest("[lang]");
    // It may be a form.
    const lang = marked && unclobbered(marked).getAttribute("lang");
    if (lang) return lang;
    from = hostOf(from);
  }
  return "";
}

/**
 * The element whose shadow root this one stands in, or null. Asks nothing of its class: each frame has its own.
 * @param {Element} element
 * @returns {Element | null}
 */
export function hostOf(element) {
  const root = /** @type {ShadowRoot} */ (element.getRootNode());
  return (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && root.host) || null;
}

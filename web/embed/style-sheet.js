// The style sheet of the widgets of a document, where it can have one.
// Knows where styles come from, nothing of the elements that they are for.

import { unclobbered } from "./clobbering.js";

/** What the module and the plain list have added to the styles of the script. */
let added = "";

/**
 * One style sheet for all widgets of a document, and which of the added styles it has; null before it has any styles.
 * @type {WeakMap<Document, { sheet: CSSStyleSheet, has: string | null }>}
 */
const sheets = new WeakMap();

/** @param {string} styles */
export function addStyles(styles) {
  if (!added.includes(styles)) added += styles;
}

/**
 * @param {Document} page
 * @returns {CSSStyleSheet | null} none where the browser cannot have it
 */
export function sheetOf(page) {
  const view = unclobbered(page).defaultView;
  try {
    const known = sheets.get(page) || { sheet: new /** @type {typeof globalThis} */ (view).CSSStyleSheet(), has: null };
    if (known.has !== added) known.sheet.replaceSync(DATA.styles + added);
    known.has = added;
    sheets.set(page, known);
    return known.sheet;
  } catch (error) {
    return null;
  }
}

// The styles of the widget, as one style sheet for each document. Knows style sheets, nothing of the elements in them.

import { unclobbered } from "./clobbering.js";

/** One style sheet for all widgets of a document; null where the browser cannot have it. */
const sheets = /** @type {WeakMap<Document, CSSStyleSheet | null>} */ (new WeakMap());

/** @param {Document} page */
export function sheetOf(page) {
  const view = unclobbered(page).defaultView;
  if (view && !sheets.has(page)) {
    let sheet = null;
    try {
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(DATA.styles);
    } catch (error) {
      sheet = null;
    }
    sheets.set(page, sheet);
  }
  return sheets.get(page) || null;
}

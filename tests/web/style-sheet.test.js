// Unit tests of the style sheet of a document: one for all widgets, and what a module and the plain list add to it.
// Knows no styles of the product.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newPage, provide } from "./harness/dom.js";

/** A page, its style sheets by what they hold, and the module under test. */
async function styled() {
  const page = newPage("", { styles: "a{}" });
  /** @type {{ text: string, n_replaced: number }[]} */
  const sheets = [];
  class CSSStyleSheet {
    text = "";
    n_replaced = 0;
    constructor() {
      sheets.push(this);
    }
    /** @param {string} text */
    replaceSync(text) {
      this.text = text;
      this.n_replaced += 1;
    }
  }
  Object.defineProperty(page.window, "CSSStyleSheet", { configurable: true, value: CSSStyleSheet });
  provide("CSSStyleSheet", CSSStyleSheet);
  return { page, sheets, ...(await page.load("embed/style-sheet")) };
}

test("style_sheet_is_one_for_all_widgets_of_a_document", async () => {
  const { page, sheets, sheetOf } = await styled();
  assert.equal(sheetOf(page.document), sheetOf(page.document));
  assert.deepEqual(sheets.map(({ text, n_replaced }) => [text, n_replaced]), [["a{}", 1]]);
});

test("style_sheet_has_what_is_added_once_and_for_those_who_have_it_already", async () => {
  const { page, sheets, sheetOf, addStyles } = await styled();
  const first = sheetOf(page.document);
  addStyles("b{}");
  addStyles("b{}");
  assert.equal(sheetOf(page.document), first);
  addStyles("c{}");
  sheetOf(page.document);
  sheetOf(page.document);
  assert.deepEqual(sheets.map(({ text, n_replaced }) => [text, n_replaced]), [["a{}b{}c{}", 3]]);
});

test("style_sheet_is_none_where_the_browser_cannot_make_one", async () => {
  const { page, sheetOf } = await styled();
  Object.defineProperty(page.window, "CSSStyleSheet", { configurable: true, value: undefined });
  assert.equal(sheetOf(page.document), null);
});

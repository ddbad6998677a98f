// The languages of the widget's own words. One travels with the script; the others are fetched where an element asks for
// one, and where one does not come, the first is spoken.
// Knows tags and what has come, nothing of what is said.

import { asFailure, complain } from "./failure.js";
import { loadText } from "./loader.js";
import { languageOf } from "./options.js";

/** What is said in one language. @typedef {Pick<LanguageFile, "messages"> & Partial<LanguageFile>} Words */

/** @type {Words} */
export const OWN = { messages: DATA.messages };

/** What has come, by its tag. No tag is asked for where the script's own will do. */
const come = new Map([["", OWN]]);
/** What has been asked for. */
const underWay = /** @type {Map<string, Promise<unknown>>} */ (new Map());

/**
 * @param {Element} element
 * @param {() => string} ladder the language of its ladder, for where the page names none
 */
export function languageFor(element, ladder) {
  /** The tag of what is asked for, among the languages that are not the script's own: for `de-AT` that of `de`. */
  const tagOf = () => {
    let tag = (languageOf(element) || ladder()).toLowerCase();
    while (tag && !DATA.languages[tag]) tag = tag.replace(/-?[^-]*$/, "");
    return tag;
  };
  /** What is said to the reader; undefined as long as it is not there. */
  const words = () => come.get(tagOf());
  return {
    words,
    known: () => words() || OWN,
    /**
     * Has the words come. Never fails.
     * @param {() => unknown} show called once they are there, where they were not
     */
    async prepare(show) {
      if (words()) return;
      const tag = tagOf();
      if (!underWay.has(tag)) underWay.set(tag, bring(tag));
      await underWay.get(tag);
      if (words()) show();
    },
  };
}

/** @param {string} tag */
async function bring(tag) {
  try {
    come.set(tag, JSON.parse(await loadText(/** @type {ModuleAsset} */ (DATA.languages[tag]))));
  } catch (error) {
    complain(asFailure(error));
  }
}

/** A reader tries again: so is what could not be had. */
export function askAgain() {
  underWay.clear();
}

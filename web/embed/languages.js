// The languages of the widget's own words. One travels with the script; the others are fetched where an element asks for
// one, and where one does not come, the first is spoken.
// Knows tags and what has come, nothing of what is said.

import { asFailure, complain } from "./failure.js";
import { loadText } from "./loader.js";
import { languageOf } from "./options.js";
import { builtInOf } from "./source.js";

/** What is said in one language. @typedef {Pick<LanguageFile, "messages"> & Partial<LanguageFile>} Words */

/** @type {Words} */
export const OWN = { messages: DATA.messages };

/** What has come, by its tag; the script's own where it could not be had. */
const come = /** @type {Map<string, Words>} */ (new Map());
/** What is on its way. */
const underWay = /** @type {Map<string, Promise<void>>} */ (new Map());

/**
 * @param {Element} element
 * @param {() => string} ladder the language of its ladder, for where the page names none
 */
export function languageFor(element, ladder) {
  /** The tag of what is asked for, among the languages that are not the script's own: for `de-AT` that of `de`. */
  const tagOf = () => {
    let tag = (languageOf(element) || ladder() || (builtInOf(element) && DATA.builtInLang) || "").toLowerCase();
    while (tag && !DATA.languages[tag]) tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")));
    return tag;
  };
  /** What is said to the reader; undefined as long as it is not there. */
  const words = () => {
    const tag = tagOf();
    return tag ? come.get(tag) : OWN;
  };
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
      const asked = underWay.get(tag) || bring(tag);
      underWay.set(tag, asked);
      await asked;
      show();
    },
  };
}

/** @param {string} tag */
async function bring(tag) {
  try {
    come.set(tag, JSON.parse(await loadText(/** @type {ModuleAsset} */ (DATA.languages[tag]))));
  } catch (error) {
    complain(asFailure(error));
    come.set(tag, OWN);
  }
}

/**
 * The language of a document; nothing where it is none.
 * @param {string} text
 */
export function languageIn(text) {
  try {
    return String(JSON.parse(text).lang || "");
  } catch (error) {
    return "";
  }
}

/** A reader tries again: so is what could not be had. */
export function askAgain() {
  for (const [tag, words] of come) {
    if (words !== OWN) continue;
    come.delete(tag);
    underWay.delete(tag);
  }
}

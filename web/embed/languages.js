// The languages of the widget's own words. One travels with the script; the others are fetched where an element asks for
// one, and where one does not come, the first is spoken.
// Knows tags and what has come, nothing of what is said.

import { loadText } from "./loader.js";
import { languageOf } from "./options.js";

/** What is said in one language. @typedef {Pick<LanguageFile, "messages"> & Partial<LanguageFile>} Words */

/** @type {Words} */
export const OWN = { messages: DATA.messages };
// While others are on their way nothing is said that would be in the script's own.
/** @type {Words} */
const NONE = { messages: { ...DATA.messages, loading: "" } };

/** What has come, by its tag. No tag is asked for where the script's own will do. */
const come = /** @type {Map<string, Words>} */ (new Map([["", OWN]]));
/** What has been asked for. */
const underWay = /** @type {Map<string, Promise<unknown>>} */ (new Map());

/**
 * The tag of what an element asks for, among the languages that are not the script's own: for `de-AT` that of `de`.
 * @param {Element} element
 */
function tagOf(element) {
  let tag = languageOf(element).toLowerCase();
  while (tag && !DATA.languages[tag]) tag = tag.replace(/-?[^-]*$/, "");
  return tag;
}

/**
 * What is said to the reader of an element.
 * @param {Element} element
 */
export function wordsFor(element) {
  return come.get(tagOf(element)) || NONE;
}

/**
 * Has the words come that an element asks for. Never fails.
 * @param {Element} element
 * @param {() => unknown} show called once they are there, where they were not
 */
export async function learn(element, show) {
  const tag = tagOf(element);
  if (come.has(tag)) return;
  if (!underWay.has(tag)) underWay.set(tag, bring(tag));
  await underWay.get(tag);
  show();
}

/** @param {string} tag */
async function bring(tag) {
  let words = OWN;
  try {
    words = JSON.parse(await loadText(/** @type {ModuleAsset} */ (DATA.languages[tag])));
  } catch (error) {
    // The browser says why.
  }
  come.set(tag, words);
}

/** A reader tries again: so is what could not be had. */
export function askAgain() {
  for (const [tag, words] of come) {
    if (tag && words === OWN) [come, underWay].forEach((it) => it.delete(tag));
  }
}

// What the studio says, in the language that it was built with.
// Knows keys and placeholders, nothing of where a word is said.

import { document } from "../embed/clobbering.js";

const PLURALS = new Intl.PluralRules(document.documentElement.lang);

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values] of the placeholders; `n` chooses the form of a plural
 */
export function say(key, values = {}) {
  const found = STUDIO.words[key] || "";
  const form = typeof found === "string" ? found : found[PLURALS.select(Number(values["n"]))] || found.other || "";
  return form.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? value.toLocaleString(document.documentElement.lang) : value;
  });
}

/**
 * What readers are told in the language of a ladder, or in the first of all.
 * @param {string} lang
 */
export function saidIn(lang) {
  let tag = lang.toLowerCase();
  while (tag && !Object.hasOwn(STUDIO.said, tag)) tag = tag.replace(/-?[^-]*$/, "");
  return /** @type {StudioData["said"][string]} */ (STUDIO.said[tag || document.documentElement.lang]);
}

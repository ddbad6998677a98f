// What the script tells the reader in its own words.
// Knows the language of the messages, nothing of what they say.

import { make } from "./elements.js";

/**
 * @param {ScriptMessages} messages
 * @param {string} name
 * @param {...(Node | string)} children
 */
export function notice({ lang, dir }, name, ...children) {
  const element = make("p", ...children);
  element.setAttribute("data-notice", name);
  element.lang = lang;
  element.dir = dir;
  return element;
}

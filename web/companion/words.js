// The words of the panels, in the language of the widget that has opened one.
// Knows where they come from, nothing of what they say.

/** @import { Words } from "../embed/languages.js" */

let said = DATA.panels;

/** A reader has one panel open at a time. */
export function panelWords() {
  return said;
}

/** @param {Words} words those of the script itself are in its own data */
export function speak(words) {
  said = words.panels || DATA.panels;
}

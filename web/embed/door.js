// The door to the companion: what stands around a climb is loaded at a press, or where the address holds a resume link.
// Knows when it is asked for and what it is given, nothing of what it shows.

import { make } from "./elements.js";
import { loadCompanion, loadModule } from "./loader.js";
import { notice } from "./notice.js";
import { sheetOf } from "./style-sheet.js";

/** @import { ClimbKey } from "./climb-key.js" */
/** @import { Words } from "./languages.js" */

/**
 * What a panel is shown in, and what it is about. `climb` is the one that is shown now; `handle` has its facts.
 * @typedef {object} Surroundings
 * @property {HTMLElement} element
 * @property {Uint8Array} encoded the ladder
 * @property {() => ClimbKey} climb
 * @property {Mount} handle
 * @property {Words} words
 * @property {(id: string) => void} switchCase
 * @property {(how: number) => void} print has the widgets of the page rendered for paper: 0 not, 1 as they stand, 2 empty
 */

/** `button` is what has been pressed, or stands nowhere. @typedef {(around: Surroundings, panel: string, module: WebAssembly.Module, button: HTMLElement) => Promise<void>} OpenPanel */

/** Whether the address holds a resume link: a part of the fragment, among those of the page. */
export function hasResumeLink() {
  return /[#&]fix-ladder=/.test(location.hash);
}

/** What was said where something did not come. It holds until the next press. */
let told = make("p");

/**
 * @param {Surroundings} around
 * @param {string} panel
 */
export async function askForPanel(around, panel) {
  const { element, words: { messages } } = around;
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  // Safari gives no focus to what is pressed.
  const button = root.activeElement || root.querySelector("button:hover") || told;
  told.remove();
  button.setAttribute("aria-busy", "true");
  try {
    const [open, module] = await Promise.all([loadCompanion(), loadModule("companion")]);
    sheetOf(element.ownerDocument);
    await open(around, panel, module, /** @type {HTMLElement} */ (button));
  } catch (error) {
    console.warn("fix-ladder: the companion could not be opened.", error);
    const isPressed = button !== told;
    told = notice(messages, "not-opened", messages.notOpened);
    told.setAttribute("role", "alert");
    // Nobody has pressed for what only fills a place.
    if (panel !== "fill" && isPressed) button.after(told);
    else if (panel !== "fill") root.prepend(told);
  }
  button.removeAttribute("aria-busy");
}

// The door to the companion: what stands around a climb is loaded at a press, or where the address holds a resume link.
// Knows when it is asked for and what it is given, nothing of what it shows.

import { complain, Failure, reason } from "./failure.js";
import { loadCompanion, loadModule } from "./loader.js";
import { notice } from "./notice.js";
import { sheetOf } from "./style-sheet.js";

/** @import { ClimbKey } from "./climb-key.js" */

/**
 * What a panel is shown in, and what it is about. `climb` is the one that is shown now; `handle` has its facts.
 * @typedef {object} Surroundings
 * @property {HTMLElement} element
 * @property {ShadowRoot} root
 * @property {Uint8Array} encoded the ladder
 * @property {string} id of the ladder
 * @property {() => ClimbKey} climb
 * @property {Mount} handle
 * @property {string} lang
 * @property {(id: string) => void} switchCase
 */

/** @typedef {(around: Surroundings, panel: string, module: WebAssembly.Module, button: HTMLElement | null) => Promise<void>} OpenPanel */

/** Whether the address holds a resume link: a part of the fragment, among those of the page. */
export function hasResumeLink() {
  return /[#&]fix-ladder=/.test(location.hash);
}

/**
 * @param {Surroundings} around
 * @param {string} panel
 */
export async function askForPanel(around, panel) {
  const { element, root } = around;
  // Safari gives no focus to what is pressed.
  const button = /** @type {HTMLElement | null} */ (root.activeElement || root.querySelector("button:hover"));
  for (const old of root.querySelectorAll('[data-notice="not-opened"]')) old.remove();
  if (button) button.setAttribute("aria-busy", "true");
  try {
    const [open, module] = await Promise.all([loadCompanion(), loadModule("companion")]);
    sheetOf(element.ownerDocument);
    await open(around, panel, module, button);
  } catch (error) {
    complain(error instanceof Failure ? error : new Failure("", `the companion could not be loaded: ${reason(error)}`));
    const told = notice("not-opened", DATA.messages.notOpened);
    told.setAttribute("role", "alert");
    if (button) button.after(told);
    else root.prepend(told);
  }
  if (button) button.removeAttribute("aria-busy");
}

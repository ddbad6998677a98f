// Keys that the reader presses in a widget: none of them is a shortcut of the page, and each does what it does anywhere.
// Knows which keys a control has for itself, nothing of what it does.
//
// To the page each key seems to be pressed on `<fix-ladder>`, which is no field, so shortcuts of one key would take it.

import { document } from "./clobbering.js";

/**
 * What is pressed together with Ctrl, Alt or the like stays the page's, and so do Escape, Tab and keys that scroll.
 * A listener that comes before ours, on the window, may have switched a key off: then it is done here.
 * @param {ShadowRoot} root
 */
export function keepKeys(root) {
  /** What should have been pressed by the key that is down. */
  let owed = /** @type {HTMLElement | null} */ (null);
  const keep = (/** @type {KeyboardEvent} */ event) => {
    const { type, key } = event;
    const target = /** @type {HTMLElement} */ (event.target);
    const isTyped = target.matches("input[type=text]");
    const isOwn = isTyped || target.localName === "select" ? !/^(Esc|Tab|F\d|Page)/.test(key) : /^( |Enter)$/.test(key);
    if (!isOwn || event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    if (event.defaultPrevented && (type !== "keyup" || key === " ")) {
      if (!isTyped) owed = target;
      else if (key.length === 1 && type === "keydown") document.execCommand("insertText", false, key);
    }
    // Browsers that press it all the same do so at the end of this event.
    if (type === "keyup" && owed) setTimeout(press);
  };
  const press = () => {
    if (owed) owed.click();
    owed = null;
  };
  for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, /** @type {EventListener} */ (keep));
  root.addEventListener("click", () => (owed = null));
}

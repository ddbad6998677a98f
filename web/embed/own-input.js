// What the reader types and presses in a widget is the widget's, whatever listens on the page around it.
// Knows which keys a control has for itself, nothing of what it does.

/** What a page must not hear of a field. */
const TOLD = ["keydown", "keypress", "keyup", "input", "paste", "copy", "cut"];

/**
 * To the page each key seems to be pressed on `<fix-ladder>`, which is no field: a shortcut of one key would take it.
 * What is pressed together with Ctrl or the like stays the page's, and so do Escape, Tab and keys that scroll.
 * A listener on the window comes first, and may have switched off what a press does: then it is done here, by a press
 * that does not leave the shadow root.
 * @param {ShadowRoot} root
 */
export function keepInput(root) {
  const keep = (/** @type {KeyboardEvent & { target: Element }} */ event) => {
    const { key, target } = event;
    const isOwn = target.matches("input[type=text], select") ? !/^(Esc|Tab|F\d|Page)/.test(key) : /^( |Enter)$/.test(key);
    if (isOwn && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  };
  for (const type of TOLD) root.addEventListener(type, /** @type {EventListener} */ (keep));
  root.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    // Where the page has kept it from the focus.
    if (target.matches("input[type=text]")) target.focus();
    // A link in the words of a box ticks nothing.
    const pressed = target.closest("a, button, [type=checkbox], label, summary");
    setTimeout(() => pressed && !pressed.matches("a, button") && event.defaultPrevented && pressed.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
  });
}

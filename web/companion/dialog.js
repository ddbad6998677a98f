// A panel over the page: a dialog in the shadow root of the widget.
// Knows how one is opened, placed and closed, nothing of what is in it.

import { unclobbered } from "../embed/clobbering.js";
import { dressed, make } from "../embed/elements.js";
import { followTheme } from "../embed/theme.js";
import { pressable } from "./parts.js";
import { panelWords } from "./words.js";

/** @import { Surroundings } from "../embed/door.js" */
/** @import { Say } from "./parts.js" */

/** How much of a frame is left free around a panel, in pixels. */
const FREE = 8;

/**
 * @typedef {object} Panel
 * @property {HTMLElement} body
 * @property {Say} say
 * @property {() => void} close
 * @property {(callback: () => void) => void} onClose
 */

/** @param {Surroundings} around */
export function rootOf({ element }) {
  return /** @type {ShadowRoot} */ (element.shadowRoot);
}

/** What the page around listens for and must not hear of a field in a panel. */
const KEYS = ["keydown", "keypress", "keyup", "beforeinput", "input", "paste", "copy", "cut"];

/**
 * @param {Surroundings} around
 * @param {string} name
 * @param {string} title
 * @param {HTMLElement | null} opener what the focus goes back to
 * @returns {Panel}
 */
export function openDialog(around, name, title, opener) {
  const { element } = around;
  const root = rootOf(around);
  const from = opener && opener.isConnected ? opener : null;
  for (const other of root.querySelectorAll("dialog")) other.close();
  const heading = dressed("h2", "panel-title", title);
  heading.tabIndex = -1;
  const end = pressable("close-panel", panelWords().close, () => dialog.close(), "link panel-close");
  const body = dressed("div", "panel-body");
  const said = dressed("p", "panel-said");
  said.setAttribute("role", "status");
  const whole = dressed("div", "widget", dressed("div", "panel-head", heading, end), body, said);
  whole.lang = panelWords().lang;
  whole.dir = panelWords().dir;
  const dialog = /** @type {HTMLDialogElement} */ (dressed("dialog", "panel", whole));
  dialog.setAttribute("data-panel", name);
  dialog.setAttribute("aria-label", title);
  root.append(dialog);
  const theme = followTheme(element, dialog, "");
  const atEnd = /** @type {(() => void)[]} */ ([]);
  // A press beside the panel is meant to leave it.
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  for (const type of KEYS) whole.addEventListener(type, keepFromPage);
  dialog.addEventListener("close", () => {
    theme.stop();
    dialog.remove();
    for (const callback of atEnd) callback();
    giveFocusBack(root, from);
  });
  dialog.showModal();
  const size = new ResizeObserver(() => place(dialog, opener));
  size.observe(dialog);
  atEnd.push(() => size.disconnect());
  heading.focus();
  return {
    body,
    // What is said twice in a row is said aloud twice only where it goes in between.
    say(words, isSeen = false) {
      said.textContent = "";
      said.classList.toggle("heard", isSeen);
      setTimeout(() => (said.textContent = words), 50);
    },
    close: () => dialog.close(),
    onClose: (callback) => void atEnd.push(callback),
  };
}

/** @param {Event} event */
function keepFromPage(event) {
  const { key, target } = /** @type {KeyboardEvent & { target: Element }} */ (event);
  if (key !== "Escape" && key !== "Tab" && target.matches("input, textarea")) event.stopPropagation();
}

/**
 * To what has been pressed. Where another climb has taken its place, to the title of that, which may be out of sight.
 * @param {ShadowRoot} root
 * @param {HTMLElement | null} opener
 */
function giveFocusBack(root, opener) {
  if (!opener || root.querySelector("dialog[open]")) return;
  if (opener.isConnected) {
    opener.focus({ preventScroll: true });
    return;
  }
  const title = /** @type {HTMLElement | null} */ (root.querySelector("h1, h2, h3, h4, h5, h6"));
  if (!title) return;
  title.tabIndex = -1;
  title.focus();
}

/**
 * A frame may be as high as all that is in it, and its middle far from what the reader sees: the panel stands where it
 * was asked for.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement | null} opener
 */
function place(dialog, opener) {
  if (window.parent === window) return;
  const { scrollHeight } = /** @type {HTMLElement} */ (unclobbered(dialog.ownerDocument).documentElement);
  if (scrollHeight > innerHeight + 1) return;
  const { style } = dialog;
  const asked = opener ? opener.getBoundingClientRect().top : 0;
  style.setProperty("max-height", `${innerHeight - 2 * FREE}px`);
  const lowest = innerHeight - dialog.getBoundingClientRect().height - FREE;
  style.setProperty("inset-block", `${Math.max(FREE, Math.min(asked - 60, lowest))}px auto`);
}

/**
 * What can be done in a panel has been done: one sentence, and the way back.
 * @param {Panel} panel
 * @param {string} words
 */
export function concludePanel(panel, words) {
  const back = pressable("close-panel", panelWords().goOn, panel.close, "answer yes");
  panel.body.replaceChildren(make("p", words), back);
  back.focus();
  panel.say(words, true);
}

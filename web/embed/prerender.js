// The prerendered view: what the script shows of the built-in ladder before the module is there.
// Knows how its data is written (xtask's prerender) and the hooks of the contract, nothing of what a ladder means.

import { hasProgress } from "./climb-key.js";
import { document } from "./clobbering.js";
import { TOGGLE, mark, replay, unfoldItem } from "./early-input.js";
import { dressed, make } from "./elements.js";
import { reserveHeight } from "./height.js";
import { OWN } from "./languages.js";

/** @import { ClimbKey } from "./climb-key.js" */
/** @import { EarlyInput, InputState } from "./early-input.js" */
/** @import { Words } from "./languages.js" */

/** How often the end of a press is looked for, in milliseconds, and how often at most. */
const PRESS_POLL = 50;
const MAX_POLLS = 200;

/** What unfolds all items. */
const ALL = '[data-action="unfold-all"]';

/** @typedef {ReturnType<typeof prerender>} Prerender */

/**
 * Shows the start of a ladder, with the reader's input so far. Where there is progress, nothing is shown that may be
 * otherwise by now: only the title, and the height that the widget had the last time. The same where other words are
 * spoken than those that it was made with.
 * @param {ClimbKey} climb
 * @param {number} level of the title's heading
 * @param {EarlyInput["input"]} input
 * @param {() => void} onInput called when the reader has done something that only the widget can do
 * @param {Words} words
 */
export function prerender(climb, level, input, onInput, words) {
  const isKnown = words !== OWN || hasProgress(climb);
  const widget = dressed("div", "widget", cachedView(isKnown, level));
  widget.lang = DATA.messages.lang;
  if (isKnown) {
    widget.append(dressed("p", "small late", words.messages.loading));
    reserveHeight(widget, climb);
  }
  // Nothing may be answered before the widget can hear it. It looks as it will, since it is not closed but early.
  for (const control of widget.querySelectorAll(`button:not([data-action="toggle"], ${ALL}, ${TOGGLE}), input:not([data-step])`)) {
    if (control.hasAttribute("disabled")) continue;
    control.setAttribute("disabled", "");
    control.setAttribute("data-early", "");
  }
  const selectorOf = (/** @type {string} */ hook, /** @type {Element} */ control) => `[${hook}="${control.getAttribute(hook)}"]`;
  const add = (/** @type {string} */ selector, /** @type {InputState} */ state) => {
    input.delete(selector);
    input.set(selector, state);
    onInput();
  };
  /** Whether the list of a choice may be open. */
  let isChoosing = false;
  widget.addEventListener("pointerdown", ({ target }) => {
    isChoosing = /** @type {Element} */ (target).localName === "select";
  });
  widget.addEventListener("focusout", () => {
    isChoosing = false;
  });
  widget.addEventListener("change", ({ target }) => {
    const control = /** @type {HTMLInputElement} */ (target);
    isChoosing = false;
    mark(control);
    if (control.localName === "select") add(selectorOf("data-choice", control), control.value);
    else add(selectorOf("data-step", control), control.checked);
  });
  const toggleItem = (/** @type {Element} */ toggle, /** @type {boolean} */ isUnfolded) => {
    unfoldItem(toggle, isUnfolded);
    add(selectorOf("aria-controls", toggle), isUnfolded);
  };
  widget.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    if (!button) return;
    if (button.matches(TOGGLE)) toggleItem(button, button.getAttribute("aria-expanded") === "false");
    const selector = button.matches(ALL) ? ALL : button.matches('[data-action="toggle"]') && selectorOf("data-rung", /** @type {Element} */ (button.closest("[data-rung]")));
    if (!selector) return;
    add(selector, !input.get(selector));
    replay(input, widget, false);
  });
  // The browser shows what it has found by itself.
  widget.addEventListener("beforematch", ({ target }) => {
    const item = /** @type {Element} */ (/** @type {Element} */ (target).parentNode);
    toggleItem(/** @type {Element} */ (item.querySelector(TOGGLE)), true);
  });
  replay(input, widget, false);
  /**
   * Calls back as soon as the pointer is released: what is removed under it would be pressed in vain.
   * @param {() => void} callback
   */
  function whenReleased(callback, polls = MAX_POLLS) {
    const isPressed = isChoosing || widget.matches(":active");
    if (isPressed && polls) setTimeout(() => whenReleased(callback, polls - 1), PRESS_POLL);
    else callback();
  }
  return {
    root: make("div", widget),
    whenReleased,
  };
}

/**
 * Disables what could be pressed, where nobody is left to hear it.
 * @param {Element} view
 */
export function disable(view) {
  for (const control of view.querySelectorAll("button, input, select")) {
    control.setAttribute("disabled", "");
    control.removeAttribute("data-early");
  }
}

/** The views that have been made: the page may have many widgets of this ladder. */
const cache = /** @type {Map<string, Element>} */ (new Map());

/**
 * @param {boolean} isKnown whether the reader has progress
 * @param {number} level of the title's heading
 */
function cachedView(isKnown, level) {
  const tree = /** @type {PrerenderedElement} */ (DATA.prerender);
  const key = `${isKnown} ${level}`;
  const view = cache.get(key) || createElement(isKnown ? /** @type {PrerenderedElement} */ (tree.slice(0, 2)) : tree, level);
  cache.set(key, view);
  return /** @type {Element} */ (view.cloneNode(true));
}

/** The id of the element before that has one. */
let lastId = "";

/**
 * @param {PrerenderedElement} element its head, then its children
 * @param {number} level of the title's heading
 * @returns {Element}
 */
function createElement([head, ...children], level) {
  const [names, ...attributes] = /** @type {[string, ...string[]]} */ (head.split("\n"));
  const [first, ...classes] = /** @type {[string, ...string[]]} */ (names.replace("!", "").split("."));
  const heading = level + Number(first);
  const name = heading > 6 ? "p" : heading ? `h${heading}` : first;
  const space = name === "svg" || name === "circle" ? "2000/svg" : "1999/xhtml";
  const element = document.createElementNS(`http://www.w3.org/${space}`, name);
  const set = (/** @type {string} */ attribute) => {
    const end = attribute.indexOf("=");
    if (end < 0) element.setAttribute(attribute, "");
    else element.setAttribute(attribute.slice(0, end), attribute.slice(end + 1));
  };
  if (classes.length) set(`class=${classes.join(" ")}`);
  if (names.endsWith("!")) set(`part=${classes.join(" ")}`);
  if (name === "button") set("type=button");
  if (name === "label") set(`for=${lastId}`);
  const [kind] = classes;
  if (kind === "unfold") set(`aria-controls=${lastId}.more`);
  if (kind === "more") set(`id=${lastId}.more`);
  if (name === "option") set(`value=${String(children[0]).toLowerCase().replace(/[^a-z0-9]+/g, "-")}`);
  attributes.forEach(set);
  const step = element.getAttribute("data-step");
  if (step) set(`id=step.${step}`);
  if (kind !== "more") lastId = element.id || lastId;
  element.append(...children.map((child) => (typeof child === "string" ? child : createElement(child, level))));
  return element;
}

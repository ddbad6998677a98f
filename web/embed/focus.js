// Focus and disclosure state of a view, and their restore in the view that takes its place.
// Knows the hooks of the contract, nothing of why there is another view.

import { unclobbered } from "./clobbering.js";

/** What tells one control of a rung from another. */
const HOOKS = ["data-action", "data-step", "data-requirement", "data-part", "data-confirm", "data-choice", "href"];

/** @typedef {{ element: Control, rung: string | null, name: string, selection: [number, number] | null }} Focus */
/** @typedef {{ focus: Focus | null, unfolded: string[] }} ViewState */
/**
 * What has the focus in a shadow root.
 * @typedef {object} FocusState
 * @property {HTMLElement} element the host of the root
 * @property {ShadowRoot} root
 * @property {Focus | null} last what had the focus last, whether it still stands or not
 * @property {ViewState | null} captured what is to be the same in the view that takes the place of this one
 * @property {boolean} isLost whether what had the focus has been removed, so that what comes instead should have it
 */

/**
 * Follows what has the focus in a shadow root.
 * @param {HTMLElement} element the host of the root
 * @param {ShadowRoot} root
 * @returns {FocusState}
 */
export function trackFocus(element, root) {
  /** @type {FocusState} */
  const state = { element, root, last: null, captured: null, isLost: false };
  root.addEventListener("focusin", (event) => {
    if (event.target) state.last = focusOf(/** @type {Control} */ (event.target));
  });
  root.addEventListener("focusout", () => {
    queueMicrotask(() => {
      // What still stands has given the focus away.
      if (state.last && state.last.element.isConnected && !root.activeElement) state.last = null;
    });
  });
  return state;
}

/**
 * To be called before parts of the root are removed.
 * @param {FocusState} state
 * @param {Element[]} staying
 */
export function loseFocusOutside(state, staying) {
  const focused = state.root.activeElement;
  if (focused && !staying.some((part) => part.contains(focused))) state.isLost = true;
}

/**
 * @param {FocusState} state
 * @param {Element} view the one that is to be replaced
 */
export function capture(state, view) {
  const { last, root } = state;
  const focused = root.activeElement;
  // Another has been asked for before the last one stood: its state is known already.
  if (state.captured && !focused) return;
  // What had the focus may have been removed under the reader's hand.
  const removed = last && !last.element.isConnected && isFocusFree(state) ? last : null;
  state.captured = { focus: focused ? focusOf(/** @type {Control} */ (focused)) : removed, unfolded: unfoldedIn(view) };
}

/**
 * @param {FocusState} state
 * @param {Element | null} view where a widget renders
 */
export function restore(state, view) {
  if (!state.captured || !view) return;
  const { focus, unfolded } = state.captured;
  state.captured = null;
  unfold(view, unfolded);
  if (focus && isFocusFree(state)) refocus(view, focus);
}

/**
 * Other parts stand now: what was captured is restored, or the first of them has the focus where it was lost.
 * @param {FocusState} state
 * @param {Element} part
 * @param {Element | null} view where a widget renders
 */
export function settleFocus(state, part, view) {
  if (state.captured) restore(state, view);
  else if (state.isLost) focusPart(part);
  state.isLost = false;
}

/**
 * Whether nothing in the page has the focus.
 * @param {FocusState} state
 */
function isFocusFree({ element }) {
  const { activeElement, body } = unclobbered(element.ownerDocument);
  return !activeElement || activeElement === body;
}

/** @param {Element} element */
function rungOf(element) {
  const rung = element.closest("[data-rung]");
  return rung ? rung.getAttribute("data-rung") : null;
}

/**
 * The same for the same control in every view of one ladder.
 * @param {Element} element
 */
function nameOf(element) {
  const details = element.closest("details");
  const item = element.closest("li");
  const more = item && item.querySelector(".more");
  const hooks = HOOKS.map((hook) => element.getAttribute(hook));
  return [rungOf(element), element.localName, details && details.className, more && more.id, ...hooks].join("\n");
}

/**
 * Told in a way that outlives the view.
 * @param {Control} element
 * @returns {Focus}
 */
function focusOf(element) {
  const isField = element.localName === "input" && element.type === "text";
  const selection = isField ? [element.selectionStart, element.selectionEnd] : null;
  return { element, rung: rungOf(element), name: nameOf(element), selection: /** @type {Focus["selection"]} */ (selection) };
}

/**
 * Gives the focus to the same control of another view, else to the heading of its rung or of the whole.
 * Nothing is scrolled for it.
 * @param {Element} view
 * @param {Focus} focus
 */
function refocus(view, focus) {
  const all = /** @type {Control[]} */ ([...view.querySelectorAll("a, button, input, select, summary, h2, h3, h4, h5, h6")]);
  const headings = all.filter((it) => /^h\d$/.test(it.localName));
  const same = all.find((it) => !it.disabled && nameOf(it) === focus.name);
  const target = same || headings.find((it) => rungOf(it) === focus.rung) || headings[0];
  if (!target) return;
  if (headings.includes(target)) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  if (same && focus.selection) /** @type {HTMLInputElement} */ (same).setSelectionRange(...focus.selection);
}

/**
 * Gives a part the focus: its button, else its heading, else the whole of it.
 * @param {Element} part
 */
function focusPart(part) {
  if (part.localName === "slot") return;
  const target = /** @type {HTMLElement} */ (part.querySelector(":scope > button") || part.querySelector("h2, h3, h4, h5, h6") || part);
  if (target.localName !== "button") target.setAttribute("tabindex", "-1");
  target.focus();
}

/**
 * The names of what is unfolded without the widget's doing.
 * @param {Element} view
 */
function unfoldedIn(view) {
  return [...view.querySelectorAll("details[open]")].map(nameOf);
}

/**
 * @param {Element} view
 * @param {string[]} names
 */
function unfold(view, names) {
  for (const details of view.querySelectorAll("details")) {
    if (names.includes(nameOf(details))) details.open = true;
  }
}

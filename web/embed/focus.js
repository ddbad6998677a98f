// Focus and disclosure state of a view, and their restore in the view that takes its place.
// Knows the hooks of the contract, nothing of why there is another view.

import { unclobbered } from "./clobbering.js";

/** What tells one control of a rung from another. */
const HOOKS = ["data-action", "data-step", "data-requirement", "data-part", "data-confirm", "data-choice", "href"];

/** @typedef {{ element: any, rung: string | null, name: string, selection: [number, number] | null }} Focus */
/** @typedef {{ focus: Focus | null, unfolded: string[] }} ViewState */
/** @typedef {ReturnType<typeof trackFocus>} FocusTracker */

/**
 * Follows what has the focus in a shadow root.
 * @param {HTMLElement} element the host of the root
 * @param {ShadowRoot} root
 */
export function trackFocus(element, root) {
  /** What had the focus last, whether it still stands or not. */
  let last = /** @type {Focus | null} */ (null);
  /** What is to be the same in the view that takes the place of this one. */
  let captured = /** @type {ViewState | null} */ (null);
  /** Whether what had the focus has been removed, so that what comes instead should have it. */
  let isLost = false;

  root.addEventListener("focusin", (event) => {
    if (event.target) last = focusOf(event.target);
  });
  root.addEventListener("focusout", () => {
    queueMicrotask(() => {
      // What still stands has given the focus away.
      if (last && last.element.isConnected && !root.activeElement) last = null;
    });
  });

  /** Whether nothing in the page has the focus. */
  function isFree() {
    const { activeElement, body } = unclobbered(element.ownerDocument);
    return !activeElement || activeElement === body;
  }

  /** @param {Element} view */
  function restore(view) {
    if (!captured) return;
    const { focus, unfolded } = captured;
    captured = null;
    unfold(view, unfolded);
    if (focus && isFree()) refocus(view, focus);
  }

  return {
    isLost: () => isLost,
    isCaptured: () => captured !== null,

    /**
     * To be called before parts of the root are removed.
     * @param {Element[]} staying
     */
    keepOnly(staying) {
      const focused = root.activeElement;
      if (focused && !staying.some((part) => part.contains(focused))) isLost = true;
    },

    /** @param {Element} view the one that is to be replaced */
    capture(view) {
      const focused = root.activeElement;
      // Another has been asked for before the last one stood: its state is known already.
      if (captured && !focused) return;
      // What had the focus may have been removed under the reader's hand.
      const removed = last && !last.element.isConnected && isFree() ? last : null;
      captured = { focus: focused ? focusOf(focused) : removed, unfolded: unfoldedIn(view) };
    },

    restore,

    forget() {
      captured = null;
    },

    /**
     * Other parts stand now: what was captured is restored, and where the focus was lost the first of them has it.
     * @param {Element} part
     * @param {Element | null} view where a widget renders
     */
    settle(part, view) {
      if (!captured) {
        if (isLost) focusPart(part);
      } else if (view) {
        restore(view);
      }
      isLost = false;
    },
  };
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
  const hooks = HOOKS.map((hook) => element.getAttribute(hook));
  return [rungOf(element), element.localName, details && details.className, ...hooks].join("\n");
}

/**
 * Told in a way that outlives the view.
 * @param {any} element
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
  const all = /** @type {any[]} */ (Array.from(view.querySelectorAll("a, button, input, select, summary, h2, h3, h4, h5, h6")));
  const headings = all.filter((it) => /^h\d$/.test(it.localName));
  const same = all.find((it) => !it.disabled && nameOf(it) === focus.name);
  const target = same || headings.find((it) => rungOf(it) === focus.rung) || headings[0];
  if (!target) return;
  if (headings.includes(target)) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  if (same && focus.selection) same.setSelectionRange(...focus.selection);
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
  return Array.from(view.querySelectorAll("details[open]"), nameOf);
}

/**
 * @param {Element} view
 * @param {string[]} names
 */
function unfold(view, names) {
  for (const details of Array.from(view.querySelectorAll("details"))) {
    if (names.includes(nameOf(details))) details.open = true;
  }
}

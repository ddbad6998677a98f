// The script tags of a page that ask for a widget. Each has one behind it, for as long as it stands there.
// Knows what plug-ins, routers and frameworks make of a tag, nothing of what a widget does.

import { addressIn, isNamed, SCRIPT } from "./base-url.js";
import { document } from "./clobbering.js";
import { explain } from "./failure.js";
import { ATTRIBUTES, unquoted } from "./options.js";

const ASKING = "script[data-ladder],script[data-document],script[data-src]";
/** What browsers run. Whatever is kept from running, or was put in as HTML, asks as well. */
const RUNS = /^(|module|(text|application)\/(x-)?(java|ecma)script)$/i;
/** What may follow at the end of a page and says nothing. */
const SILENT = /^(script|style|link|noscript|fix-ladder)$/;
/** How long nobody looks after having looked, in milliseconds: a page may change without end. */
const PAUSE = 200;
/** How often in a row a widget is put back that the page takes away. */
const MAX_RETURNS = 3;

/**
 * The widget of each tag, and how often it has been put there lately; without end once the page has insisted.
 * @type {WeakMap<Element, { element: Element, returns: number }>}
 */
const placed = new WeakMap();

/** Looks now, and whenever the page has changed. */
export function followTags() {
  const observer = new MutationObserver(() => {
    observer.disconnect();
    serveTags();
    // Of what changes meanwhile the browser keeps no record.
    setTimeout(follow, PAUSE);
  });
  const follow = () => {
    serveTags();
    observer.observe(window.document, { childList: true, subtree: true });
  };
  follow();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => serveTags(), { once: true });
}

/**
 * Gives each tag that asks its widget.
 * @param {Element} [only] this one alone
 */
export function serveTags(only) {
  const tags = /** @type {HTMLScriptElement[]} */ ([...document.querySelectorAll(ASKING)]).filter(isOurs);
  // What runs elsewhere is a copy of what stands where it was meant.
  const isCopied = (/** @type {HTMLScriptElement} */ tag) => RUNS.test(tag.type) && tags.some((it) => !RUNS.test(it.type) && isAlike(it, tag));
  for (const tag of tags) {
    const isInHead = tag.closest("head") !== null;
    if (isInHead && !only) explainHead(tag, tags);
    if (!isInHead && (!only || tag === only) && !isCopied(tag)) serve(tag);
  }
}

/**
 * @param {Element} tag
 * @param {Element[]} tags
 */
function explainHead(tag, tags) {
  // What stands where it was meant may still come.
  if (document.readyState === "loading" || tags.some((it) => !it.closest("head") && isAlike(it, tag))) return;
  explain(
    "this script tag stands in <head>, where nothing can be shown. " +
      "Move it to the place in <body> where the widget should appear.",
  );
}

/**
 * Plug-ins that move scripts put them all behind everything else.
 * @param {Element} tag
 */
function explainEnd(tag) {
  if (document.readyState === "loading" || tag.parentNode !== document.body || !document.querySelector("main,article")) return;
  let next = tag.nextElementSibling;
  while (next && SILENT.test(next.localName)) next = next.nextElementSibling;
  if (next) return;
  explain(
    "this script tag stands at the end of the page, and so does its widget. If a plug-in has moved the tag, " +
      "let it leave the tag alone, or write <fix-ladder> where the widget should appear.",
  );
}

/** @param {HTMLScriptElement} tag */
function isOurs(tag) {
  if (!(tag instanceof HTMLScriptElement) || tag.closest("fix-ladder")) return false;
  const isAsking = ATTRIBUTES.slice(0, 2).some((name) => wanted(tag, name) !== null);
  return isAsking && (tag === SCRIPT || addressIn(tag) || (SCRIPT && SCRIPT.src && tag.src === SCRIPT.src));
}

/**
 * What a tag asks for under the name of an attribute of the element.
 * @param {Element} tag
 * @param {string} name
 */
function wanted(tag, name) {
  const value = unquoted(tag.getAttribute(`data-${name}`));
  if (name !== "src") return value;
  // Consent tools and lazy loaders keep the address of the script itself there.
  return unquoted(tag.getAttribute("data-document")) || (value && !isNamed(value) ? value : null);
}

/**
 * @param {Element} one
 * @param {Element} other a tag, or a widget
 */
function isAlike(one, other) {
  return ATTRIBUTES.every((name) => wanted(one, name) === (other.localName === "script" ? wanted(other, name) : other.getAttribute(name)));
}

/** @param {HTMLScriptElement} tag */
function serve(tag) {
  const known = placed.get(tag) || { element: widgetBeside(tag), returns: 0 };
  placed.set(tag, known);
  explainEnd(tag);
  // A saved page has the widget behind the tag already, and the parser may bring it only after this one.
  const next = known.element.nextElementSibling;
  if (document.readyState !== "complete" && next && next.localName === "fix-ladder" && isAlike(tag, next)) {
    known.element.remove();
    known.element = next;
  }
  if (known.element.isConnected) return;
  if (known.returns > MAX_RETURNS) {
    known.returns = Infinity;
    explain("the page takes the widget of this script tag away each time. Write <fix-ladder> in the tag's place, where the page's own scripts know of it.");
    return;
  }
  known.returns += 1;
  setTimeout(() => {
    if (isFinite(known.returns)) known.returns = 0;
  }, 10 * PAUSE);
  tag.after(known.element);
}

/**
 * The widget that stands beside a tag, or beside copies of the tag, already; or a new one.
 * @param {HTMLScriptElement} tag
 * @returns {Element}
 */
function widgetBeside(tag) {
  const isLike = (/** @type {Element | null} */ it, /** @type {string} */ name) => it !== null && it.localName === name && isAlike(tag, it);
  for (const side of /** @type {const} */ (["nextElementSibling", "previousElementSibling"])) {
    let it = tag[side];
    while (it && isLike(it, "script")) it = it[side];
    // An element before it is somebody else's, unless it stands behind a copy.
    if (it && isLike(it, "fix-ladder") && (side !== "previousElementSibling" || isLike(it[side], "script"))) return it;
  }
  const element = document.createElement("fix-ladder");
  for (const name of ATTRIBUTES) {
    const value = wanted(tag, name);
    if (value !== null) element.setAttribute(name, value);
  }
  return element;
}

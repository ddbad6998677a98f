// A page of which one element is printed and nothing else: style sheets for the time of a print, in every tree that the
// element stands in. Nothing of the page is touched but its list of style sheets.
// Knows trees and selectors, nothing of what is printed.

import { unclobbered } from "../embed/clobbering.js";

/** No page has rules for it: it makes ours stronger than those that have. */
const STRONG = ":not(#_#_#_)";

/**
 * Has only this element printed until what is returned is called.
 * @param {Element} element
 */
export function onlyOnPaper(element) {
  /** @type {Map<Document | ShadowRoot, CSSStyleSheet>} */
  const sheets = new Map();
  const place = () => {
    for (const [tree, rules] of rulesFor(element)) {
      const sheet = sheets.get(tree) || adopt(tree);
      if (!sheet) continue;
      sheets.set(tree, sheet);
      sheet.replaceSync(`@media print{${rules.join("")}}${tree instanceof ShadowRoot ? "" : "@page{margin:10mm 11mm}"}`);
    }
  };
  place();
  // Others put something into the page before it is printed.
  addEventListener("beforeprint", place);
  return () => {
    removeEventListener("beforeprint", place);
    for (const [tree, sheet] of sheets) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((it) => it !== sheet);
  };
}

/** @param {Document | ShadowRoot} tree */
function adopt(tree) {
  try {
    const view = unclobbered(tree instanceof ShadowRoot ? tree.ownerDocument : tree).defaultView;
    const sheet = new /** @type {typeof globalThis} */ (view).CSSStyleSheet();
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
    return sheet;
  } catch (error) {
    // The page is printed around it.
    return null;
  }
}

/**
 * The rules of each tree: what the element stands in is a plain box, and what stands beside that is gone.
 * @param {Element} element
 */
function rulesFor(element) {
  /** @type {Map<Document | ShadowRoot, string[]>} */
  const rules = new Map();
  for (let it = /** @type {Element | null} */ (element); it; it = parentOf(it)) {
    const tree = /** @type {Document | ShadowRoot} */ (it.getRootNode());
    const path = pathTo(it) + STRONG;
    const own = rules.get(tree) || [];
    rules.set(tree, own);
    // The size hides the words beside the element, which are in no element of their own.
    own.push(`${path}{all:initial!important;display:block!important;font-size:0!important}`);
    own.push(`${path}::before,${path}::after{content:none!important}`);
    const { parentNode } = unclobbered(it);
    if (parentNode && parentNode.nodeType !== Node.DOCUMENT_NODE) {
      const around = parentNode instanceof ShadowRoot ? ":host" : pathTo(/** @type {Element} */ (parentNode));
      own.push(`${around}>:not(:nth-child(${placeOf(it)}))${STRONG}{display:none!important}`);
    }
  }
  return rules;
}

/**
 * What an element is shown in: the place that it is put into, where its parent has one.
 * @param {Element} it
 */
function parentOf(it) {
  const { assignedSlot, parentNode, parentElement } = unclobbered(it);
  if (assignedSlot) return assignedSlot;
  return parentNode instanceof ShadowRoot ? parentNode.host : parentElement;
}

/** @param {Element} it */
function pathTo(it) {
  const path = [];
  for (let step = /** @type {Element | null} */ (it); step; step = unclobbered(step).parentElement) {
    path.unshift(`:nth-child(${placeOf(step)})`);
  }
  // The root of a document is the first child of nobody.
  if (it.getRootNode() instanceof ShadowRoot) path.unshift(":host");
  else path[0] = ":root";
  return path.join(">");
}

/** Counted from 1, as selectors do. @param {Element} it */
function placeOf(it) {
  const { parentNode } = unclobbered(it);
  return parentNode ? [...parentNode.childNodes].filter((other) => other instanceof Element).indexOf(it) + 1 : 1;
}

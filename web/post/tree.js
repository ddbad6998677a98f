// The HTML in an element as the neutral tree that the post's module reads, and the nodes in the order of their numbers.
// Knows what is never seen and which attributes matter, nothing of what becomes of it.

import { document, unclobbered } from "../embed/clobbering.js";

/** A text, an element or a comment. @typedef {string | [string, Record<string, string> | string, ...unknown[]]} Tree */

const NEVER_SEEN = /^(script|style|template|noscript|link|meta|fix-ladder)$/;
const READ_ATTRIBUTES = ["alt", "title", "start", "lang", "id", "type", "checked", "open", "class"];
/** Where pictures are that a page loads late. */
const PICTURE_SOURCES = ["src", "data-src", "data-lazy-src"];
/** What the module reads at most inside one another; what is deeper is read as if it stood there. */
const DEEPEST_TAG = 90;

/** @param {Node} node */
function acceptNode(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return NodeFilter.FILTER_ACCEPT;
  const it = unclobbered(/** @type {Element} */ (node));
  const isSeen = !NEVER_SEEN.test(it.localName) && !it.hasAttribute("hidden") && !it.hasAttribute("slot");
  return isSeen ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
}

/**
 * @param {Element} holder
 * @returns {{ trees: Tree[], nodes: Node[] }}
 */
export function treeOf(holder) {
  const nodes = /** @type {Node[]} */ ([]);
  const shown = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT;
  const walker = document.createTreeWalker(holder, shown, acceptNode);

  /** @param {number} depth */
  function children(depth) {
    const trees = /** @type {Tree[]} */ ([]);
    let node = walker.firstChild();
    const hasSome = node !== null;
    while (node) {
      if (node.nodeType === Node.ELEMENT_NODE && depth > DEEPEST_TAG) {
        // As if it had no tags.
        trees.push(...children(depth));
      } else {
        nodes.push(node);
        trees.push(tree(node, depth));
      }
      node = walker.nextSibling();
    }
    if (hasSome) walker.parentNode();
    return trees;
  }

  /** @param {Node} node @param {number} depth @returns {Tree} */
  function tree(node, depth) {
    if (node.nodeType === Node.TEXT_NODE) return /** @type {Text} */ (node).data;
    if (node.nodeType === Node.COMMENT_NODE) return ["!", /** @type {Comment} */ (node).data];
    const it = unclobbered(/** @type {Element} */ (node));
    return [it.localName.toLowerCase(), attributesOf(it), ...children(depth + 1)];
  }

  return { trees: children(0), nodes };
}

/** @param {Element} element */
function attributesOf(element) {
  const found = /** @type {Record<string, string>} */ ({});
  for (const name of READ_ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value !== null) found[name] = value;
  }
  const href = element.getAttribute("href");
  if (href !== null) found["href"] = absoluteAddress(href, element);
  const src = PICTURE_SOURCES.map((name) => element.getAttribute(name)).find((value) => value && !value.startsWith("data:"));
  if (src) found["src"] = absoluteAddress(src, element);
  return found;
}

/**
 * A whole address stays as its author has written it.
 * @param {string} address
 * @param {Element} element
 */
function absoluteAddress(address, element) {
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address;
  try {
    return new URL(address, element.baseURI).href;
  } catch (error) {
    return address;
  }
}

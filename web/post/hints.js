// What there is to say to whoever writes a post: in the console, with the element that it is about.
// Knows how it is said, nothing of what is said.

/** @import { Hint } from "./module.js" */

/** What has been said in this page. */
const saidHints = /** @type {Set<string>} */ (new Set());

/**
 * The same is said once, of all the elements that it is about.
 * @param {Hint[]} hints
 * @param {Node[]} nodes of the post, by their numbers
 */
export function tellHints(hints, nodes) {
  const about = /** @type {Map<string, (Node | null)[]>} */ (new Map());
  for (const [severity, message, cure, number] of hints) {
    const sentence = `${severity}: ${message} – ${cure}.`;
    if (!saidHints.has(sentence)) about.set(sentence, [...(about.get(sentence) || []), number === null ? null : elementAt(nodes[number])]);
  }
  for (const [sentence, elements] of about) {
    saidHints.add(sentence);
    console.info(`fix-ladder: ${sentence}`, ...new Set(elements.filter(Boolean)));
  }
}

/** @param {Node | undefined} node */
function elementAt(node) {
  return (node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)) || null;
}

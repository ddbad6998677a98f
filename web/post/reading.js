// Reads the HTML in an element as a ladder, now and whenever it has changed.
// Knows what a ladder is called in storage and when to look again, nothing of HTML and nothing of the widget.

import { document } from "../embed/clobbering.js";
import { parsed } from "../embed/fallback.js";
import { tellHints } from "./hints.js";
import { startReader } from "./module.js";
import { whenFree } from "./place.js";
import { treeOf } from "./tree.js";

/** @import { Answer } from "./module.js" */

/**
 * A ladder that was read, and how its widget comes to be seen; or why there is none.
 * @typedef {{ encoded: Uint8Array, id: string, namespace: string, whenReleased: (swap: () => void) => void, errors: null }
 *   | { errors: string[] }} Reading
 */

/** @typedef {(element: HTMLElement, module: WebAssembly.Module, ids: string[], onChange: (reading: Reading) => void) => Promise<Reading>} ReadPost */

/** How long a page may go on changing before it is looked at again, in milliseconds. */
const SETTLING = 200;

/** What to do when an element's HTML has changed. @type {WeakMap<HTMLElement, () => void>} */
const followedPosts = new WeakMap();

/** @type {ReadPost} */
export async function readPost(element, module, ids, onChange) {
  // What is in it may still come, and is all there is then.
  await parsed(element);
  const read = await startReader(module);
  let before = "";
  /** @returns {Reading} */
  const look = () => {
    const { trees, nodes } = treeOf(element);
    const request = { trees, ...aroundPost(element) };
    before = JSON.stringify(request);
    const answer = read(request);
    tellHints(answer.hints, nodes);
    return readingOf(element, answer, ids);
  };
  if (!followedPosts.has(element)) followPost(element);
  followedPosts.set(element, () => {
    if (JSON.stringify({ trees: treeOf(element).trees, ...aroundPost(element) }) === before) return;
    const reading = look();
    // A page that renders itself anew is empty for a moment: what has been read stays.
    if (!reading.errors) onChange(reading);
  });
  return look();
}

/** @param {HTMLElement} element */
function followPost(element) {
  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const look = followedPosts.get(element);
      if (look && element.isConnected && !element.matches("[src],[ladder]")) look();
    }, SETTLING);
  }).observe(element, { childList: true, characterData: true, subtree: true, attributeFilter: ["href", "src", "hidden", "id", "heading"] });
}

/**
 * What is known around a post.
 * @param {HTMLElement} element
 */
function aroundPost(element) {
  const marked = element.closest("[lang]");
  const first = document.querySelector("h1");
  return {
    heading: element.getAttribute("heading") || "",
    page: (first && !element.contains(first) && first.textContent) || document.title,
    id: element.getAttribute("id") || "",
    lang: (marked && marked.getAttribute("lang")) || "",
    warning: DATA.unguarded,
  };
}

/**
 * @param {HTMLElement} element
 * @param {Answer} answer
 * @param {string[]} ids of the ladders that come with the script
 * @returns {Reading}
 */
function readingOf(element, { encoded, id, isOwn, hints }, ids) {
  if (!encoded) return { errors: ["what stands in the element is none", ...hints.map(([, message]) => message)] };
  const [page] = /** @type {[string]} */ (element.baseURI.split(/[?#]/));
  // An id from words is that of many posts. None of ours is to be that of another.
  const namespace = isOwn && !ids.includes(id) ? "" : `@${encodeURIComponent(page).slice(0, 400)}`;
  return { encoded, id, namespace, whenReleased: (swap) => whenFree(element, id + namespace, swap), errors: null };
}

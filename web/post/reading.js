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
 * @typedef {{ encoded: Uint8Array, id: string, namespace: string, whenReleased: (swap: () => void) => void, readAgain: () => void, errors: null }
 *   | { errors: string[] }} Reading
 */

/**
 * @typedef {(element: HTMLElement, module: WebAssembly.Module, ids: string[], onChange: (reading: Reading) => void,
 *   said: () => PostMessages | undefined) => Promise<Reading>} ReadPost `said` is what ladders say in the language of the
 *   reader; none where that is the script's own
 */

/** How long a page may go on changing before it is looked at again, in milliseconds. */
const SETTLING = 200;

/** What to do when an element's HTML has changed. @type {WeakMap<HTMLElement, () => void>} */
const followedPosts = new WeakMap();

/** @type {ReadPost} */
export async function readPost(element, module, ids, onChange, said) {
  // What is in it may still come, and is all there is then.
  await parsed(element);
  const read = await startReader(module);
  let before = "";
  /** Nothing where all is as it was. @returns {Reading | null} */
  const look = () => {
    const { trees, nodes } = treeOf(element);
    const request = { trees, ...aroundPost(element), said: said() || DATA.messages.post };
    const text = JSON.stringify(request);
    if (text === before) return null;
    before = text;
    const answer = read(request);
    tellHints(answer.hints, nodes);
    return readingOf(element, answer, ids, readAgain);
  };
  const readAgain = () => {
    const reading = look();
    // A page that renders itself anew is empty for a moment: what has been read stays.
    if (reading && !reading.errors) onChange(reading);
  };
  if (!followedPosts.has(element)) followPost(element);
  followedPosts.set(element, readAgain);
  return /** @type {Reading} */ (look());
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
  };
}

/**
 * @param {HTMLElement} element
 * @param {Answer} answer
 * @param {string[]} ids of the ladders that come with the script
 * @param {() => void} readAgain
 * @returns {Reading}
 */
function readingOf(element, { encoded, id, isOwn, hints }, ids, readAgain) {
  if (!encoded) return { errors: ["what stands in the element is none", ...hints.map(([, message]) => message)] };
  const [page] = /** @type {[string]} */ (element.baseURI.split(/[?#]/));
  // An id from words is that of many posts. None of ours is to be that of another.
  const namespace = isOwn && !ids.includes(id) ? "" : `@${encodeURIComponent(page).slice(0, 400)}`;
  return { encoded, id, namespace, whenReleased: (swap) => whenFree(element, id + namespace, swap), readAgain, errors: null };
}

// Paper: what is printed of a widget that its reader has not come to, and how one that is there is unfolded in time.
// Knows what browsers do and do not wait for, nothing of what is shown.

import { dressed } from "./elements.js";
import { notice } from "./notice.js";

/**
 * What is only seen on paper, in the place of a view that is not all there is: the author's own HTML where there is
 * some, else that something is missing and where it is.
 * @param {Element} slot
 * @param {boolean} hasFallback
 * @param {ScriptMessages} messages
 */
export function onPaper(slot, hasFallback, messages) {
  return dressed("div", "paper", hasFallback ? slot : notice(messages, "on-paper", messages.onPaper, " ", location.href));
}

/**
 * Runs what renders, and at once what that puts off to the end of the turn. Where a script of the page prints, the page
 * is on paper before its turn ends.
 * @param {() => void} run
 */
export function doAtOnce(run) {
  const { queueMicrotask, setTimeout } = window;
  const due = /** @type {Function[]} */ ([]);
  const put = (/** @type {Function} */ callback) => void due.push(callback);
  const later = (/** @type {TimerHandler} */ callback, /** @type {number} */ delay) =>
    delay ? setTimeout(callback, delay) : put(/** @type {Function} */ (callback));
  Object.assign(window, { queueMicrotask: put, setTimeout: later });
  try {
    run();
    for (const callback of due) callback();
  } finally {
    Object.assign(window, { queueMicrotask, setTimeout });
  }
}

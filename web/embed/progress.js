// What a page may know of a climb, as plain data: `element.progress`.
// Knows the hooks of what is shown, nothing of facts.

/** @import { Progress } from "../public/fix-ladder.d.ts" */

/**
 * @param {HTMLElement} root that of a widget
 * @param {string} ladder
 * @param {string} caseId
 * @returns {Progress | null} null where nothing is rendered
 */
export function progressOf(root, ladder, caseId) {
  const rungs = [...root.querySelectorAll("[data-rung]")].map((element) => {
    const { rung: id, state, severity } = /** @type {HTMLElement} */ (element).dataset;
    return Object.freeze({ id, state, severity });
  });
  const selects = /** @type {NodeListOf<HTMLSelectElement>} */ (root.querySelectorAll("select[data-choice]"));
  const choices = [...selects].filter(({ value }) => value).map((it) => [it.dataset.choice, it.value]);
  const find = (/** @type {RegExp} */ states) => {
    const found = rungs.find(({ state }) => states.test(String(state)));
    return found ? found.id : null;
  };
  const rung = find(/^(preparing|open|waiting)$/);
  const progress = {
    ladder,
    case: caseId,
    rung,
    fixed: find(/^fixed$/),
    ended: !rung,
    rungs: Object.freeze(rungs),
    choices: Object.freeze(Object.fromEntries(choices)),
  };
  return rungs.length ? /** @type {Progress} */ (Object.freeze(progress)) : null;
}

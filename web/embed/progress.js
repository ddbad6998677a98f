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
  const all = (/** @type {string} */ css) => /** @type {HTMLSelectElement[]} */ ([...root.querySelectorAll(css)]);
  const [rung = null] = all("[part~=here]").map(({ dataset }) => dataset.rung);
  const [fixed = null] = all("[data-rung][data-state=fixed]").map(({ dataset }) => dataset.rung);
  const rungs = all("[data-rung]").map(({ dataset: { rung: id, state, severity } }) => ({ id, state, severity }));
  const choices = Object.fromEntries(all("[data-choice]").map(({ dataset: { choice }, value }) => [choice, value]));
  const progress = { ladder, case: caseId, rung, fixed, ended: !rung, rungs, choices };
  // Frozen, whatever is in it.
  return rungs.length ? JSON.parse(JSON.stringify(progress), (_, value) => Object.freeze(value)) : null;
}

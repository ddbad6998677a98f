// The drafts of an author: made, kept at each change, removed; and what other tabs do with them.
// Knows nothing of what is in a text, and nothing of what is shown.

import { forget, forgetProgress, namesOf, read, write } from "./storage.js";

/** @import { NotKept } from "./storage.js" */

/**
 * A draft as it is kept. `stamp` is another at each change, by which a tab knows that nobody has written since.
 * @typedef {DraftSource & { format: 1, id: string, title: string, created: number, changed: number, stamp: string }} Draft
 */

const DRAFT_PREFIX = "draft/";

/** Eight letters and digits. */
function randomName() {
  const letters = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(letters, (it) => (it % 36).toString(36)).join("");
}

/**
 * A draft that nobody has kept yet.
 * @param {DraftSource} source
 * @returns {Draft}
 */
export function newDraft({ name, text, drawings, pieces }) {
  const now = Date.now();
  return { format: 1, id: randomName(), name, text, drawings, pieces, title: titleOf(text), created: now, changed: now, stamp: "" };
}

/**
 * The words of the first heading.
 * @param {string} text
 */
export function titleOf(text) {
  const found = /^\s*#\s+(.*)$/m.exec(text);
  return found ? (found[1] || "").replace(/<!-{2}.*?-->/g, "").replace(/[*_`]/g, "").trim() : "";
}

/**
 * What is kept, if it is a draft of ours.
 * @param {string | null} text
 * @returns {Draft | null}
 */
function parseDraft(text) {
  try {
    const draft = JSON.parse(text || "");
    const isOurs = draft.format === 1 && typeof draft.id === "string" && typeof draft.text === "string" && typeof draft.name === "string";
    return isOurs ? { drawings: [], pieces: [], title: "", created: 0, changed: 0, stamp: "", ...draft } : null;
  } catch (error) {
    return null;
  }
}

/** @param {string} id */
export const keptDraft = (id) => parseDraft(read(DRAFT_PREFIX + id));

/** The id in the name of something that is kept, where that is a draft. @param {string} name */
export const draftIdOf = (name) => (name.startsWith(DRAFT_PREFIX) ? name.slice(DRAFT_PREFIX.length) : null);

/** All of them, the last changed first. */
export function allDrafts() {
  const drafts = namesOf(DRAFT_PREFIX).map((name) => parseDraft(read(name)));
  return drafts.filter((it) => it !== null).sort((one, other) => other.changed - one.changed);
}

/**
 * Keeps a draft as it is now, unless another tab has written since: then nothing is kept, and "theirs" tells so.
 * @param {Draft} draft which is given its new stamp
 * @returns {NotKept | "theirs"}
 */
export function keepDraft(draft) {
  const kept = keptDraft(draft.id);
  if (kept && kept.stamp !== draft.stamp) return "theirs";
  const before = { stamp: draft.stamp, changed: draft.changed };
  Object.assign(draft, { stamp: randomName(), changed: Date.now(), title: titleOf(draft.text) });
  const fault = write(DRAFT_PREFIX + draft.id, JSON.stringify(draft));
  if (fault) Object.assign(draft, before);
  return fault;
}

/** @param {Draft} draft */
export function removeDraft(draft) {
  forget(DRAFT_PREFIX + draft.id);
}

/**
 * As it was before it was removed.
 * @param {Draft} draft
 */
export function putDraftBack(draft) {
  write(DRAFT_PREFIX + draft.id, JSON.stringify(draft));
}

/** Under which name the preview of a draft keeps progress. @param {Draft} draft */
export const previewName = (draft) => `preview-${draft.id}`;

/** What the preview of a draft has kept goes with it. @param {Draft} draft */
export function forgetPreview(draft) {
  forgetProgress(previewName(draft));
}

// The keys of a climb: which climb of which ladder something in storage belongs to.
// Knows the keys that the script itself reads and writes (core/src/saved.rs has all others), nothing of what they hold.

/**
 * One climb of one ladder for one device.
 * @typedef {{ ladder: string, case: string }} ClimbKey
 */

/** The case that everybody has. */
const FIRST_CASE = "default";

/**
 * @param {string} ladder
 * @returns {ClimbKey}
 */
export function firstClimb(ladder) {
  return { ladder, case: FIRST_CASE };
}

/** @param {ClimbKey} climb */
export function hasProgress(climb) {
  const prefix = `fix-ladder/1/${climb.ladder}/${climb.case}/`;
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(prefix));
  } catch (error) {
    // What cannot be read is not shown by the widget either.
    return false;
  }
}

/**
 * Where the height of a climb is noted for the next visit. The first case of a ladder had this key before there were cases.
 * @param {ClimbKey} climb
 */
export function heightKey(climb) {
  return `fix-ladder/height/${climb.ladder}${climb.case === FIRST_CASE ? "" : `/${climb.case}`}`;
}

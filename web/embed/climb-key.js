// The keys of a climb: which climb of which ladder something in storage belongs to, and which one is shown.
// Knows the keys that the script itself reads and writes (core/src/saved.rs has all others), nothing of what they hold.

/**
 * One climb of one ladder for one device. The ladder's name is its id, and its namespace where it has one.
 * @typedef {{ ladder: string, case: string }} ClimbKey
 */

/** The case that everybody has. */
const FIRST_CASE = "default";

/** What this page shows, by the names of the ladders: it stays while the page does, whatever other tabs show. */
const shown = /** @type {Map<string, string>} */ (new Map());

/** Where it is noted which case of a ladder is shown: in the tab, whose own wins, and for tabs to come. */
const caseKey = (/** @type {string} */ ladder) => `fix-ladder/case/${ladder}`;

/**
 * The climb of a ladder that is shown in this tab. Where it has begun, the tab stays with it.
 * @param {string} ladder
 * @returns {ClimbKey}
 */
export function shownClimb(ladder) {
  const key = caseKey(ladder);
  const climb = { ladder, case: shown.get(ladder) || FIRST_CASE };
  try {
    if (!shown.has(ladder)) climb.case = sessionStorage.getItem(key) || localStorage.getItem(key) || FIRST_CASE;
    if (hasProgress(climb)) sessionStorage.setItem(key, climb.case);
  } catch (error) {
    // What cannot be read is not shown by the widget either.
  }
  shown.set(ladder, climb.case);
  return climb;
}

/** Called with the climb that is shown from now on. */
const followers = /** @type {Set<(climb: ClimbKey) => unknown>} */ (new Set());

/**
 * Another case is shown from now on, by every widget of the ladder in this page.
 * @param {ClimbKey} climb
 */
export function showClimb(climb) {
  const key = caseKey(climb.ladder);
  shown.set(climb.ladder, climb.case);
  try {
    sessionStorage.setItem(key, climb.case);
    localStorage.setItem(key, climb.case);
  } catch (error) {
    // It holds as long as the page does.
  }
  for (const follow of followers) follow(climb);
}

/**
 * @param {(climb: ClimbKey) => unknown} follow
 * @returns {() => void} ends it
 */
export function followSwitches(follow) {
  followers.add(follow);
  return () => void followers.delete(follow);
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

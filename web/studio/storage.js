// What the studio keeps: drafts, and a few settings. Every key of it begins alike.
// Knows keys and texts; that storage may be blocked or full is told, never thrown.

/** The beginning of every key of the studio. */
const STUDIO_PREFIX = "fix-ladder/studio/";

/**
 * Why something was not kept; nothing where it was.
 * @typedef {"blocked" | "full" | null} NotKept
 */

/** @param {string} name @returns {string | null} */
export function read(name) {
  try {
    return localStorage.getItem(STUDIO_PREFIX + name);
  } catch (error) {
    return null;
  }
}

/** @param {string} name @param {string} text @returns {NotKept} */
export function write(name, text) {
  try {
    localStorage.setItem(STUDIO_PREFIX + name, text);
    return null;
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
  }
}

/** @param {string} name */
export function forget(name) {
  try {
    localStorage.removeItem(STUDIO_PREFIX + name);
  } catch (error) {
    // What cannot be read is not there.
  }
}

/**
 * The names of everything that is kept under a name that begins so.
 * @param {string} begin
 */
export function namesOf(begin) {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(STUDIO_PREFIX + begin))
      .map((key) => key.slice(STUDIO_PREFIX.length));
  } catch (error) {
    return [];
  }
}

/**
 * Which draft this tab shows, so that it comes back to it.
 * @param {string} [id]
 * @returns {string | null}
 */
export function shownInTab(id) {
  const key = `${STUDIO_PREFIX}shown`;
  try {
    if (id !== undefined) sessionStorage.setItem(key, id);
    return sessionStorage.getItem(key);
  } catch (error) {
    return null;
  }
}

/**
 * Takes away what the preview of a draft has kept: the widget's own keys, under a name that no reader's ladder has.
 * @param {string} ladder that name
 */
export function forgetProgress(ladder) {
  const isIts = (/** @type {string} */ key) => key.startsWith("fix-ladder/") && key.split("/").includes(ladder);
  try {
    for (const store of [localStorage, sessionStorage]) {
      for (const key of Object.keys(store).filter(isIts)) store.removeItem(key);
    }
  } catch (error) {
    // What cannot be read is not there.
  }
}

/**
 * Another tab has written or removed something of this name.
 * @param {(name: string, text: string | null) => void} listener
 */
export function followStorage(listener) {
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== null && key.startsWith(STUDIO_PREFIX)) listener(key.slice(STUDIO_PREFIX.length), newValue);
  });
}

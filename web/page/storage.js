// What the standalone page itself stores. Knows keys, nothing of what is stored.

/** @param {string} name */
const keyOf = (name) => `fix-ladder/app/${name}`;

/**
 * Storage may be blocked: then nothing is stored.
 * @param {string} name
 * @returns {string | null}
 */
export function stored(name) {
  try {
    return localStorage.getItem(keyOf(name));
  } catch (error) {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 * @returns {boolean} false where storage is blocked or full
 */
export function persist(name, value) {
  try {
    localStorage.setItem(keyOf(name), value);
    return true;
  } catch (error) {
    return false;
  }
}

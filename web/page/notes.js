// What the standalone page itself stores. Knows keys, nothing of what is stored.

/**
 * What the page itself notes. Storage may be blocked or full: then there is nothing stored.
 * @param {string} name
 * @param {string} [value] to be stored
 * @returns {string | null}
 */
export function stored(name, value) {
  const key = `fix-ladder/app/${name}`;
  try {
    if (value !== undefined) localStorage.setItem(key, value);
    return localStorage.getItem(key);
  } catch (error) {
    return null;
  }
}
